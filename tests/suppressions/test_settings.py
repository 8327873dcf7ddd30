"""`[[suppress]]` in icplint.toml and in pyproject.toml: what it matches, what is wrong with it, when it is void."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from unfiled import SERVER, record

from icplint.model.origin import Origin
from icplint.suppressions.pattern_index import PatternIndex
from icplint.suppressions.settings_entries import SettingsEntry

ENTRY = """\
fail-on = "warning"

[[suppress]]
check = "unfiled-domain"
subject = "*.staging.example.cn"
reason = "password protected until the filing is through"
until = 2027-03-31
"""
NAMES = ("a.staging", "*.staging", "staging", "www")
SITE = {"main.tf": SERVER + "".join(record(f"r{n}").replace(f'= "r{n}"', f'= "{x}"') for n, x in enumerate(NAMES))}


@pytest.mark.parametrize("file", ["icplint.toml", "pyproject.toml"])
def test_an_entry_suppresses_what_its_pattern_matches(file: str, write: Any, check: Any) -> None:
    text = ENTRY
    if file == "pyproject.toml":
        text = f"[tool.icplint]\n{text}".replace("[[suppress]]", "[[tool.icplint.suppress]]")
    write(SITE | {file: text})
    checked = check(".")
    assert checked.outcomes() == {
        "a.staging.example.cn": "suppressed",
        "*.staging.example.cn": "suppressed",
        "staging.example.cn": "violation",
        "www.example.cn": "violation",
    }
    accepted = [f["suppressed"] for f in checked.report["findings"] if f["suppressed"]]
    line = text.splitlines().index(next(line for line in text.splitlines() if line.startswith("[[")))
    origin = {"file": file, "line": line + 1}
    assert accepted == [{"reason": accepted[0]["reason"], "until": "2027-03-31", "origin": origin}] * 2
    assert accepted[0]["reason"] == "password protected until the filing is through"
    assert checked.void() == {}
    assert set(check(".", "--no-suppressions").outcomes().values()) == {"violation"}
    assert set(check(".", "--isolated").outcomes().values()) == {"violation"}


@pytest.mark.parametrize(
    ("subject", "key", "matches"),
    [
        ("www.example.cn", "www.example.cn", True),
        ("WWW.Example.CN.", "www.example.cn", True),
        ("*.example.cn", "a.b.example.cn", True),
        ("*.example.cn", "example.cn", False),
        ("*.example.cn", "www.example.cn.evil.com", False),
        ("*example.cn", "myexample.cn", True),
        ("w?w.example.cn", "www.example.cn", True),
        ("w?w.example.cn", "wwww.example.cn", False),
        ("*.示例.cn", "www.xn--fsq092h.cn", True),
        ("alicloud_instance.web[0]", "alicloud_instance.web[0]", True),
        ("alicloud_instance.web[0]", "alicloud_instance.web0", False),
        ("alicloud_instance.*", 'alicloud_instance.web["a.b"]', True),
        ("module.Site.alicloud_instance.web", "module.Site.alicloud_instance.web", True),
        ("module.*.alicloud_instance.web", 'module.site["a"].alicloud_instance.web', True),
    ],
)
def test_a_subject_is_a_name_or_a_pattern(subject: str, key: str, matches: bool) -> None:
    entry = SettingsEntry("unfiled-domain", subject, "a trial", None, Origin())
    found = PatternIndex([(key, key)])
    assert any(key in found.matching(pattern) for pattern in entry.patterns) is matches


def test_a_server_is_named_by_its_address(write: Any, check: Any) -> None:
    settings = '[[suppress]]\ncheck = "ICP3"\nsubject = "alicloud_instance.*"\nreason = "a trial"\n'
    write(SITE | {"icplint.toml": settings})
    checked = check(".")
    assert checked.outcomes("ICP301") == {"alicloud_instance.web": "suppressed"}
    assert checked.void() == {}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("2027-03-31", "2026-11-23", "it held up to 2026-11-23"),
        ('reason = "password protected until the filing is through"', "", "gives no reason"),
        ('"password protected until the filing is through"', '" "', "gives no reason"),
        ("unfiled-domain", "unfiled-domains", "there is no check unfiled-domains; did you mean unfiled-domain?"),
        ("unfiled-domain", "ICP001", "void-suppression cannot be suppressed"),
        ("staging.example.cn", "stagging.example.cn", "nothing that unfiled-domain reports matches it"),
    ],
)
def test_what_does_not_hold_is_void_and_the_findings_are_back(
    old: str, new: str, why: str, write: Any, check: Any
) -> None:
    write(SITE | {"icplint.toml": ENTRY.replace(old, new)})
    checked = check(".")
    assert set(checked.outcomes().values()) == {"violation"}
    [void] = checked.void().values()
    assert why in void
    [finding] = checked.findings("ICP001")
    assert finding["origin"] == {"file": "icplint.toml", "line": 3}


def test_a_finding_that_is_back_says_so(write: Any, check: Any) -> None:
    write(SITE | {"icplint.toml": ENTRY})
    for day, said in (("2027-03-31", False), ("2027-04-01", True)):
        checked = check(".", on=day)
        last = [f["evidence"][-1]["message"] for f in checked.findings("ICP101")]
        assert [message for message in last if "suppressed up to 2027-03-31" in message] == last[:2] * said


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("[[suppress]]", "[suppress]", 3, "[[suppress]]"),
        ("subject =", "subjekt =", 5, "did you mean subject?"),
        ('"*.staging.example.cn"', "1", 5, "text in quotes"),
        ('subject = "*.staging.example.cn"', "", 3, "has no subject"),
        ('check = "unfiled-domain"', "", 3, "has no check"),
        ("2027-03-31", '"soon"', 7, "until must be a day"),
        ("2027-03-31", "2027-03-31T00:00:00Z", 7, "until must be a day"),
        ("2027-03-31", "20270331", 7, "until must be a day"),
        ("2027-03-31", "[]", 7, "until must be a day"),
    ],
)
def test_what_no_entry_may_be_is_an_error_with_its_line(
    old: str, new: str, line: int, why: str, write: Any, tmp_path: Path, monkeypatch: Any, icplint: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    write(SITE | {"icplint.toml": ENTRY.replace(old, new)})
    run = icplint("check")
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"error: icplint.toml:{line}: ")
    assert why in run.err


def test_the_day_may_be_text(write: Any, check: Any) -> None:
    write(SITE | {"icplint.toml": ENTRY.replace("2027-03-31", '"2027-03-31"')})
    assert check(".", on="2027-03-31").outcomes()["a.staging.example.cn"] == "suppressed"
    assert check(".", on="2027-04-01").outcomes()["a.staging.example.cn"] == "violation"


def test_in_a_part_of_the_project_no_entry_is_called_unused(write: Any, check: Any) -> None:
    write({f"dns/{name}": text for name, text in SITE.items()} | {"other/main.tf": "", "icplint.toml": ENTRY})
    for paths in (["dns"], ["other"], ["other/main.tf"], ["dns", "other"]):
        assert check(*paths).void() == {}
    unused = ENTRY.replace("staging.example.cn", "stagging.example.cn")
    write({"icplint.toml": unused})
    for paths in (["dns"], ["other"], ["dns", "other"]):
        assert check(*paths).void() == {}
    assert len(check(".").void()) == 1
    assert check(".", "--select", "ICP0").void() == {}
    write({"dns/module.tf": 'module "more" {\n  source = "example/more"\n}\n'})
    assert check(".").void() == {}, "the module that is not there may hold the name"


def test_one_finding_may_be_accepted_twice_and_neither_is_unused(write: Any, check: Any) -> None:
    comment = "\n# icplint: ignore[unfiled-domain] a trial"
    write(SITE | {"main.tf": SERVER + comment + record("www"), "icplint.toml": ENTRY.replace("*.staging", "www")})
    checked = check(".")
    assert checked.outcomes() == {"www.example.cn": "suppressed"}
    assert checked.void() == {}
    [finding] = checked.findings("ICP101")
    assert finding["suppressed"]["reason"] == "a trial", "what stands beside it is said first"
