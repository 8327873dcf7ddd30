"""The contract of plugins finds what is wrong with one, and says it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.errors import PluginError
from icplint.testing import PluginContract, clash

CHECK: Final = """
from icplint.plugin import *

def ask(graph, domain):
    return yes(Text("is", "是"), domain.origin) & filed(graph, domain)

CHECK = Check(code="{code}", name="{name}", severity=Severity.ERROR, subject=Domain, violation=Text({violation}),
    remedy=Text("mend {{key}}", "整改 {{key}}"), ask=ask)
"""
VIOLATION: Final = '"{key} is wrong", "{key} 有误"'
PAGE: Final = """# ACME1 lost-name

## en

### Why

Because: https://example.com/

## zh

### 为什么

因为：https://example.com/

## Examples

One.
一。

```toml filings
[[filing]]
domain = "example.cn"
licence = "京ICP备2023001234号-1"
```

```hcl
resource "azurerm_dns_a_record" "a" {
  name      = "www"
  zone_name = "example.cn"
  records   = ["203.0.113.9"] # violation
}
resource "azurerm_dns_a_record" "b" {
  name      = "www"
  zone_name = "example.com.cn"
  records   = ["203.0.113.9"] # compliant
}
```
"""
FACT: Final = """
[[fact]]
name = "acme.one"
value = 1
since = 2020-01-01
title = "t"
url = "https://example.com/"
retrieved = 2026-11-01
quote = "q"
en = "one"
zh = "一"
"""
INIT: Final = "from icplint.plugin import *\nPLUGIN = found_in(__name__{more})\n"
REPORT: Final = """
from itertools import count
from icplint.plugin import Format
NUMBERS = count()
FORMAT = Format(name="{name}", render=lambda report, style: {body})
"""
CLOUD: Final = """
from itertools import count
from icplint.plugin import *
NUMBERS = count()
class Acme:
    name = "acme"
    def products(self): return ["vm"]
    def policy(self, products, *, lookup): return {body}
PLUGIN = found_in(__name__, clouds=lambda: [Acme()])
"""

Contract = Callable[..., PluginContract]


@pytest.fixture
def contract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Contract]:
    """Return the contract of a package that is made of these files."""
    monkeypatch.syspath_prepend(tmp_path)

    def made(files: dict[str, str] | None = None, more: str = "") -> PluginContract:
        whole = {"__init__.py": INIT.format(more=more), **(files or {})}
        for name, text in whole.items():
            path = tmp_path / "icplint_acme" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        from icplint_acme import PLUGIN  # type: ignore[import-not-found]

        return type("TestAcme", (PluginContract,), {"plugin": PLUGIN})()

    yield made
    for name in [name for name in sys.modules if name.partition(".")[0] == "icplint_acme"]:
        del sys.modules[name]


SLOW: Final = "test_to_import_it_loads_no_library_and_none_of_its_rooms"
"""It starts a Python of its own."""


def everything(contract: PluginContract, without: str = "") -> dict[str, str]:
    """Run every test of a contract; return what each that fails says."""
    said = {}
    for name in dir(contract):
        if name.startswith("test_") and name != without:
            try:
                getattr(contract, name)()
            except (AssertionError, PluginError) as error:
                said[name] = str(error)
    return said


GOOD: Final = {
    "resources/acme.py": '"""Acme. Source: a page."""\nfrom icplint.plugin import *\n'
    'ROWS = (record("acme_record", under("zone", "name"), "value"),)\n',
    "checks/lost_name.py": CHECK.format(code="ACME101", name="lost-name", violation=VIOLATION),
    "checks/lost_name.md": PAGE.replace("ACME1", "ACME101"),
    "reports/odd.py": REPORT.format(name="odd", body="f'{style.language} {len(report.reported)}\\n'"),
    "policy/facts.toml": FACT,
    "policy/providers.toml": 'acme = ["Acme", "极致"]\n',
}


def test_a_good_one_keeps_it(contract: Contract) -> None:
    assert everything(contract(GOOD)) == {}


BAD: Final[dict[str, tuple[dict[str, str], str, str]]] = {
    "door": ({}, ", api_version=99", "it speaks version 99"),
    "library": ({"__init__.py": "import yaml\n" + INIT.format(more="")}, "", "importing icplint_acme loads yaml"),
    "room": (
        {**GOOD, "__init__.py": INIT.format(more="") + "import icplint_acme.resources.acme\n"},
        "",
        "importing icplint_acme loads icplint_acme.resources.acme",
    ),
    "clash": ({}, ", rows=lambda: [NodeRow(kind='alicloud_instance', node=Service)]", "provided by both icplint and"),
    "field": (
        {},
        ", rows=lambda: [NodeRow(kind='acme_x', node=Service, fields={'product': 'a', 'colour': 'b'})]",
        "acme_x: Service has no field colour",
    ),
    "needed": ({}, ", rows=lambda: [NodeRow(kind='acme_x', node=Gateway)]", "acme_x: Gateway needs placement"),
    "default": (
        {},
        ", rows=lambda: [NodeRow(kind='acme_x', node=Service, fields={'product': 'a'}, defaults={'b': 1})]",
        "acme_x: a default of b, which is no field",
    ),
    "kind": (
        {},
        ", rows=lambda: [NodeRow(kind='Acme X', node=Service, fields={'product': 'a'})]",
        "is no resource type",
    ),
    "shadowed": (
        {},
        ", rows=lambda: [NodeRow(kind='acme_x', node=Service, fields={'product': 'a'})] * 2",
        "acme_x has a row after the one that always holds",
    ),
    "source": (
        {"resources/acme.py": GOOD["resources/acme.py"].replace("Source:", "From")},
        "",
        "icplint_acme.resources.acme says no Source:",
    ),
    "code": (
        {**GOOD, "checks/lost_name.py": CHECK.format(code="ICP999", name="lost-name", violation=VIOLATION)},
        "",
        "ICP999: letters and three digits, not ICP",
    ),
    "stem": (
        {**GOOD, "checks/lost_name.py": CHECK.format(code="ACME101", name="other-name", violation=VIOLATION)},
        "",
        "other-name stands in lost_name.py",
    ),
    "words": (
        {**GOOD, "checks/lost_name.py": CHECK.format(code="ACME101", name="lost-name", violation='"{key}", "有误"')},
        "",
        "lost-name has {'key'} in English",
    ),
    "page": (
        {**GOOD, "checks/lost_name.md": PAGE.replace("ACME1", "ACME101").replace("因为：https://example.com/", "因为")},
        "",
        "has not the same parts and sources in both languages",
    ),
    "language": (
        {**GOOD, "checks/lost_name.md": PAGE.replace("ACME1", "ACME101").replace("## zh", "## de")},
        "",
        "needs ## en, ## zh and ## Examples",
    ),
    "example": (
        {**GOOD, "checks/lost_name.md": PAGE.replace("ACME1", "ACME101").replace("# compliant", "# cannot-tell")},
        "",
        "lost-name shows no compliant",
    ),
    "answer": (
        {**GOOD, "checks/lost_name.md": PAGE.replace("ACME1", "ACME101").replace("example.com.cn", "shop.example.cn")},
        "",
        "lost-name-2 is answered",
    ),
    "name": (
        {**GOOD, "reports/odd.py": REPORT.format(name="even", body="'\\n'")},
        "",
        "icplint_acme.reports.odd calls its format even",
    ),
    "newline": ({**GOOD, "reports/odd.py": REPORT.format(name="odd", body="'x'")}, "", "odd does not end in a newline"),
    "unstable": (
        {**GOOD, "reports/odd.py": REPORT.format(name="odd", body="f'{next(NUMBERS)}\\n'")},
        "",
        "odd renders the same report twice, and differently",
    ),
    "uncited": ({"policy/facts.toml": FACT.replace('quote = "q"', 'quote = ""')}, "", "the fact acme.one has no quote"),
    "link": (
        {"policy/facts.toml": FACT.replace("https://example.com/", "a book")},
        "",
        "the fact acme.one cites a book",
    ),
    "provider": ({"policy/providers.toml": 'acme = ["Acme"]\n'}, "", "acme has the names ['Acme']"),
    "policy": ({"__init__.py": CLOUD.format(body="str(next(NUMBERS))")}, "", "acme prints no one policy of []"),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_wrong_with_another_is_said(case: str, contract: Contract) -> None:
    files, more, expected = BAD[case]
    said = everything(contract(files, more), "" if case in {"library", "room"} else SLOW)
    assert any(expected in text for text in said.values()), said


def test_plugins_that_cannot_be_installed_together_are_told(contract: Contract) -> None:
    plugin: Any = contract(GOOD).plugin
    assert clash(plugin) is None
    assert "check lost-name is provided by both" in str(clash(plugin, plugin))
