"""Arguments under `ignore_changes`: a source does not say what they are, a plan and a state do.

`recorded/ignored.json` holds what Terraform 1.11 made of FIRST, and of SECOND on top of it: the plan and the state.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

RECORDED: Final = json.loads((Path(__file__).parent / "recorded/ignored.json").read_text(encoding="utf-8"))
REGISTER: Final = (
    '[[address]]\ncidr = "198.51.100.0/24"\nlocation = "mainland"\nprovider = "alibaba"\n'
    '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "outside"\n'
)
Check = Callable[..., dict[str, str]]


@pytest.fixture
def check(tmp_path: Path, icplint: Callable[..., Any]) -> Check:
    def checked(path: str, **files: str) -> dict[str, str]:
        for name, text in {"filings_toml": REGISTER, **files}.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        run = icplint("check", tmp_path / path, "--all", "--format", "json", "--select", "ICP101")
        report = json.loads(run.out)
        assert report["errors"] == []
        return {finding["subject"]["key"]: finding["outcome"] for finding in report["findings"]}

    return checked


def test_what_others_may_have_set_is_not_certain_from_the_source(check: Check) -> None:
    truth = check("state.json", state_json=json.dumps(RECORDED["state"]))
    found = check("main.tf", main_tf=RECORDED["second"])
    assert truth == {
        "all.example.cn": "compliant",
        "scope.example.cn": "compliant",
        "tags.example.cn": "violation",
        "value.example.cn": "compliant",
    }
    doubted = {name for name, outcome in found.items() if outcome == "cannot-tell"}
    assert doubted == {"all.example.cn", "scope.example.cn", "value.example.cn"}
    assert {name: outcome for name, outcome in found.items() if name not in doubted}.items() <= truth.items()


@pytest.mark.parametrize("document", ["plan", "state"])
def test_a_plan_and_a_state_beside_it_say_what_it_is(document: str, check: Check) -> None:
    truth = check("state.json", state_json=json.dumps(RECORDED["state"]))
    given = {"main_tf": RECORDED["second"], f"{document}_json": json.dumps(RECORDED[document])}
    assert check(f"{document}.json", **given) == truth


def test_what_a_plan_creates_is_as_it_is_written(check: Check) -> None:
    source = RECORDED["first"]
    found = check("plan.json", main_tf=source, plan_json=json.dumps(RECORDED["created"]))
    assert set(found.values()) == {"compliant", "violation"}


RECORD: Final = """resource "alicloud_alidns_record" "r" {{
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = "203.0.113.1"
  lifecycle {{
    {lifecycle}
  }}
}}
"""


@pytest.mark.parametrize(
    ("lifecycle", "outcome"),
    [
        ("ignore_changes = [value]", "cannot-tell"),
        ("ignore_changes = [tags, value]", "cannot-tell"),
        ('ignore_changes = ["value"]', "cannot-tell"),
        ("ignore_changes = [value[0]]", "cannot-tell"),
        ("ignore_changes = all", "cannot-tell"),
        ("ignore_changes = []", "compliant"),
        ('ignore_changes = [tags["a"], remark]', "compliant"),
        ("prevent_destroy = true", "compliant"),
    ],
)
def test_each_way_to_write_it(lifecycle: str, outcome: str, check: Check) -> None:
    assert check("main.tf", main_tf=RECORD.format(lifecycle=lifecycle)) == {"www.example.cn": outcome}


@pytest.mark.parametrize(("value", "outcome"), [(["value"], "cannot-tell"), ("all", "cannot-tell"), ([], "compliant")])
def test_in_json(value: Any, outcome: str, check: Check) -> None:
    record = {
        "domain_name": "example.cn",
        "rr": "www",
        "type": "A",
        "value": "203.0.113.1",
        "lifecycle": {"ignore_changes": value},
    }
    document = {"resource": {"alicloud_alidns_record": {"r": record}}}
    assert check("main.tf.json", main_tf_json=json.dumps(document)) == {"www.example.cn": outcome}


def test_what_refers_to_it_is_not_certain_either(check: Check) -> None:
    source = RECORD.format(lifecycle="ignore_changes = [value]")
    alias = (
        source.replace('"www"', '"alias"')
        .replace('"r"', '"s"')
        .replace('"203.0.113.1"', "alicloud_alidns_record.r.value")
    )
    found = check("main.tf", main_tf=source + alias.replace("ignore_changes = [value]", ""))
    assert found == {"www.example.cn": "cannot-tell", "alias.example.cn": "cannot-tell"}


@pytest.mark.parametrize(("ignored", "outcome"), [("scope", "cannot-tell"), ("tags", "violation")])
def test_what_is_written_nowhere_is_left_to_others(ignored: str, outcome: str, check: Check) -> None:
    cdn = 'resource "alicloud_cdn_domain_new" "c" {\n  domain_name = "www.example.cn"\n  sources {\n'
    cdn += '    content = "203.0.113.1"\n  }\n  lifecycle {\n    ignore_changes = [%s]\n  }\n}\n'
    assert check("main.tf", main_tf=cdn % ignored) == {"www.example.cn": outcome}


def test_the_doubt_names_the_argument_and_what_settles_it(tmp_path: Path, icplint: Callable[..., Any]) -> None:
    (tmp_path / "main.tf").write_text(RECORD.format(lifecycle="ignore_changes = [value]"), encoding="utf-8")
    (tmp_path / "filings.toml").write_text(REGISTER, encoding="utf-8")
    for lang, words in (
        ("en", ("value is under ignore_changes", "check the plan or the state together with the configuration")),
        ("zh", ("value 在 ignore_changes 中", "将 plan 或 state 与配置一起检查")),
    ):
        out = icplint("check", tmp_path, "--lang", lang).out
        assert all(word in " ".join(out.split()) for word in words)
