"""Plugins that are installed: listed without an import, and named with what to do where one cannot be used."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any, Final

import pytest

from icplint.graph.graph import Graph
from icplint.policy import Policy
from icplint.registry import registry
from icplint.wording.hops import service

Icplint = Callable[..., Any]
Install = Callable[..., None]

FACT: Final = """
[[fact]]
name = "{name}"
value = 1
since = 2020-01-01
title = "t"
url = "https://example.com/"
retrieved = 2026-11-01
quote = "q"
en = "one"
zh = "一"
"""
CHECK: Final = """
from icplint.plugin import *
def ask(graph, domain): {body}
CHECK = Check(code="{code}", name="{name}", severity=Severity.ERROR, subject=Domain, violation=Text("{{key}}", "{{key}}"),
    remedy=Text("r", "r"), ask=ask)
"""
RECORD: Final = """
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = "203.0.113.9"
}
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Lay the files of a package, and its metadata, where Python finds packages; the working directory is another."""
    site = tmp_path / "site"
    work = tmp_path / "work"
    names: set[str] = set()
    site.mkdir()
    work.mkdir()
    monkeypatch.syspath_prepend(site)
    monkeypatch.chdir(work)

    def lay(package: str, files: dict[str, str], value: str = "", version: str = "1.2") -> None:
        for name, text in files.items():
            path = site / package / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        info = site / f"{package}-{version}.dist-info"
        info.mkdir()
        point = f"[icplint.plugins]\n{package} = {value or f'{package}:PLUGIN'}\n"
        (info / "entry_points.txt").write_text(point, encoding="utf-8")
        names.add(package)
        name = package.replace("_", "-")
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n\nText", encoding="utf-8"
        )

    yield lay
    for name in [name for name in sys.modules if name.partition(".")[0] in names]:
        del sys.modules[name]


def plugin(more: str = "") -> str:
    return f"from icplint.plugin import *\nPLUGIN = found_in(__name__{more})\n"


def test_the_version_lists_plugins_and_imports_none(install: Install, icplint: Icplint) -> None:
    install("icplint_here", {"__init__.py": "raise ValueError"}, version="3.4.5")
    run = icplint("--version")
    assert run.code == 0
    assert run.out.splitlines()[1:] == ["icplint-here 3.4.5"]


def test_an_explanation_says_which_plugin_brings_a_check(install: Install, icplint: Icplint) -> None:
    page = "# ACME1 lost-name\n\n## en\n\nWords.\n\n## zh\n\n文字。\n\n## Examples\n\nNone.\n"
    check = CHECK.format(code="ACME1", name="lost-name", body="return no(Text('', ''))")
    files = {
        "__init__.py": plugin(),
        "checks/__init__.py": "",
        "checks/lost_name.py": check,
        "checks/lost_name.md": page,
    }
    install("icplint_here", files)
    listed = icplint("explain").out.splitlines()
    assert next(line for line in listed if line.startswith("ACME1")).endswith("[icplint-here]")
    assert not any(line.endswith("]") for line in listed if line.startswith("ICP"))
    assert listed[-1] == "plugins: icplint-here 1.2"
    shown = icplint("explain", "lost-name", "--lang", "zh").out
    assert "文字。" in shown
    assert "由插件 icplint-here 提供" in shown
    assert "插件" not in icplint("explain", "unfiled-domain", "--lang", "zh").out


def test_a_plugin_adds_facts_regions_providers_and_suffixes(install: Install, icplint: Icplint) -> None:
    files = {
        "__init__.py": plugin(),
        "policy/facts.toml": FACT.format(name="acme.one"),
        "policy/providers.toml": 'acme = ["Acme", "极致"]\n',
        "policy/products.toml": 'acme-app = ["Acme App", "极致应用"]\n',
        "policy/regions.toml": '[acme]\nsource = "s"\n[acme.mainland]\nhere-1 = ["Here", "此地"]\n'
        '[aws.mainland]\ncn-south-9 = ["South", "南方"]\n',
        "policy/suffixes.toml": 'owned = ["acme.example"]\n[[suffix]]\npatterns = ["cdn.acme.example"]\nservice = "cdn"\n'
        'provider = "acme"\nlocation = "mainland"\nconfidence = "high"\nsource = "s"\nretrieved = 2026-11-01\n',
    }
    install("icplint_here", files)
    assert "acme.one = 1   (2020-01-01 ..)" in icplint("policy").out
    Path("main.tf").write_text(RECORD.replace('"A"', '"CNAME"').replace("203.0.113.9", "x.cdn.acme.example"))
    Path("filings.toml").write_text('[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n')
    report = json.loads(icplint("check", "--all", "--format", "json", "--filings", "filings.toml").out)
    said = {f["code"]: f for f in report["findings"]}
    assert said["ICP101"]["outcome"] == "compliant"
    policy = Policy(date(2026, 11, 24), registry().tables)
    regions = policy.regions
    known = regions.find("acme", "here-1"), regions.find("aws", "cn-south-9"), regions.find("aws", "cn-north-1")
    assert [(one.mainland, one.known) for one in known if one] == [(True, True)] * 3
    assert policy.providers.name("acme").zh == "极致"
    assert policy.suffixes.provider_owned("www.acme.example")
    graph = Graph(policy)
    assert (service(graph, "acme-app").zh, service(graph, "acme-other").en) == ("极致应用", "ACME-OTHER")
    assert Policy(date(2026, 11, 24)).regions.find("acme", "here-1") is None, "the core alone knows no Acme"


BROKEN: Final = {
    "import": ({"__init__.py": "import not_there_at_all"}, "", "cannot be loaded (ModuleNotFoundError"),
    "exit": ({"__init__.py": "raise SystemExit(0)"}, "", "cannot be loaded (SystemExit"),
    "attribute": ({"__init__.py": ""}, "", "cannot be loaded (AttributeError"),
    "door": ({"__init__.py": plugin(", api_version=99")}, "", "speaks version 99 of the plugin interface"),
    "object": ({"__init__.py": "PLUGIN = 'no'"}, "", "speaks version ? of the plugin interface"),
    "part": (
        {"__init__.py": plugin(), "resources/__init__.py": "", "resources/a.py": "1/0"},
        "",
        "cannot bring its rows",
    ),
    "files": ({"__init__.py": plugin(", facts=lambda: 1 / 0")}, "", "cannot bring its facts"),
    "row": ({"__init__.py": plugin(", rows=lambda: ['x']")}, "", "brings 'x' among its rows"),
    "type": (
        {"__init__.py": plugin(", rows=lambda: [NodeRow(kind='alicloud_instance', node=Service)]")},
        "",
        "resource type alicloud_instance is provided by both icplint and icplint-here",
    ),
    "code": (
        {
            "__init__.py": plugin(),
            "checks/__init__.py": "",
            "checks/a.py": CHECK.format(code="ICP101", name="a", body="pass"),
        },
        "",
        "check ICP101 is provided by both icplint and icplint-here",
    ),
    "report": (
        {"__init__.py": plugin(), "reports/__init__.py": "", "reports/text.py": ""},
        "",
        "report format text is provided by both icplint and icplint-here",
    ),
    "fact": (
        {"__init__.py": plugin(), "policy/facts.toml": FACT.format(name="service-code.ecs.months")},
        "",
        "the fact service-code.ecs.months is provided by both icplint and icplint-here",
    ),
    "region": (
        {"__init__.py": plugin(), "policy/regions.toml": '[aws.mainland]\ncn-north-1 = ["a", "b"]\n'},
        "",
        "the region aws mainland cn-north-1 is provided by both icplint and icplint-here",
    ),
    "provider": (
        {"__init__.py": plugin(), "policy/providers.toml": 'alibaba = ["a", "b"]\n'},
        "",
        "the provider alibaba is provided by both icplint and icplint-here",
    ),
    "suffix": (
        {
            "__init__.py": plugin(),
            "policy/suffixes.toml": '[[suffix]]\npatterns = ["cloudfront.cn"]\n',
        },
        "",
        "the suffix cloudfront.cn is provided by both icplint and icplint-here",
    ),
    "toml": (
        {"__init__.py": plugin(), "policy/facts.toml": "= ="},
        "",
        "the table facts.toml of the plugin icplint-here cannot be read",
    ),
    "table": (
        {"__init__.py": plugin(), "policy/moods.toml": ""},
        "",
        "brings moods.toml, and there is no such table",
    ),
}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("case", BROKEN)
def test_a_plugin_that_cannot_be_used_is_named_with_what_to_do(
    case: str, lang: str, install: Install, icplint: Icplint
) -> None:
    files, value, expected = BROKEN[case]
    install("icplint_here", files, value)
    Path("main.tf").write_text(RECORD, encoding="utf-8")
    run = icplint("check", "--lang", lang)
    assert (run.code, run.out) == (2, "")
    assert "Traceback" not in run.err
    assert len(run.err.splitlines()) == 1
    named = "icplint-here" in run.err or "icplint_here" in run.err
    assert named
    if lang == "en":
        assert expected in run.err
    todo = {"en": ("upgrade", "uninstall"), "zh": ("升级", "卸载")}[lang]
    assert any(word in run.err for word in todo)


def test_two_plugins_that_clash_are_both_named(install: Install, icplint: Icplint) -> None:
    row = plugin(", rows=lambda: [NodeRow(kind='acme_record', node=Service)]")
    install("icplint_here", {"__init__.py": row})
    install("icplint_there", {"__init__.py": row})
    Path("main.tf").write_text(RECORD, encoding="utf-8")
    assert "resource type acme_record is provided by both icplint-here and icplint-there" in icplint("check").err


def test_a_report_that_cannot_be_imported_is_the_plugins(install: Install, icplint: Icplint) -> None:
    install(
        "icplint_here", {"__init__.py": plugin(), "reports/__init__.py": "", "reports/odd.py": "import nothing_here"}
    )
    Path("main.tf").write_text(RECORD, encoding="utf-8")
    run = icplint("check", "--format", "odd")
    assert (run.code, "the plugin icplint-here cannot bring its reports" in run.err) == (2, True)
    assert icplint("check", "--format", "concise", "--fail-on", "never").code == 0


def test_a_defect_of_a_plugin_is_not_said_to_be_icplints(install: Install, icplint: Icplint) -> None:
    check = CHECK.format(code="ACME1", name="lost-name", body="return {}['x']")
    install("icplint_here", {"__init__.py": plugin(), "checks/__init__.py": "", "checks/lost_name.py": check})
    Path("main.tf").write_text(RECORD, encoding="utf-8")
    run = icplint("check", "--format", "json")
    assert (run.code, "this is a defect of icplint-here" in run.err) == (2, True)
    assert json.loads(run.out)["findings"], "what the others say is said"


def test_so_is_one_of_a_row(install: Install, icplint: Icplint) -> None:
    field = "lambda resource, finder: resource.values['nothing']"
    row = f", rows=lambda: [NodeRow(kind='acme_record', node=Service, fields={{'product': {field}}})]"
    install("icplint_here", {"__init__.py": plugin(row)})
    Path("main.tf").write_text('resource "acme_record" "x" {}\n', encoding="utf-8")
    run = icplint("check")
    assert (run.code, "this is a defect of icplint-here" in run.err) == (2, True)


PROBE: Final = """
import sys
sys.path.insert(0, sys.argv[1])
from icplint.cli import main
sys.argv = ["icplint", "--version"]
try:
    main()
except SystemExit:
    pass
print(len(sys.modules))
"""


def test_the_version_imports_as_much_with_plugins_as_without(install: Install, tmp_path: Path) -> None:
    def counted() -> int:
        command = [sys.executable, "-c", PROBE, str(tmp_path / "site")]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1])

    without = counted()
    install("icplint_here", {"__init__.py": plugin()})
    install("icplint_there", {"__init__.py": plugin()})
    assert counted() == without
