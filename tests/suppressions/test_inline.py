"""Comments in Terraform that suppress: where they may stand, what they may say, when they are void."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from unfiled import SERVER

from icplint.suppressions.ignore_comment import IgnoreComment, ignore_comment

CALLS = Path(__file__).with_name("calls")
DOCUMENTS = ["plan.json", "state.json", "terraform.tfstate"]
GOOD = "icplint: ignore[unfiled-domain] until=2027-03-31 password protected until the filing is through"

RECORD = """
{above}
resource "alicloud_alidns_record" "www" {{ {first}
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  {before}
  value       = alicloud_instance.web.public_ip {beside}
}}

resource "alicloud_alidns_record" "api" {{
  domain_name = "example.cn"
  rr          = "api"
  type        = "A"
  value       = alicloud_instance.web.public_ip
}}
"""
PLACES = ("above", "first", "before", "beside")


def site(**comments: str) -> dict[str, str]:
    """Return the files of a site with comments at some of the places."""
    return {"main.tf": SERVER + RECORD.format(**dict.fromkeys(PLACES, "") | comments)}


# Where


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("comment", ["# {}", "#{}", "// {}", "/* {} */", "# tflint-ignore: some_rule # {}"])
def test_it_holds_on_the_line_above_it_on_the_block_and_above_that(
    where: str, comment: str, write: Any, check: Any
) -> None:
    write(site(**{where: comment.format(GOOD)}))
    checked = check(".")
    assert checked.outcomes() == {"www.example.cn": "suppressed", "api.example.cn": "violation"}
    assert checked.void() == {}
    [accepted] = [f["suppressed"] for f in checked.report["findings"] if f["suppressed"]]
    assert accepted["reason"] == "password protected until the filing is through"
    assert accepted["until"] == "2027-03-31"
    assert accepted["origin"]["file"] == "main.tf"
    assert checked.report["summary"]["suppressed"] == 1


def test_it_does_not_fail_the_run_and_may_be_told_to(write: Any, check: Any) -> None:
    write({"main.tf": site(above=f"# {GOOD}")["main.tf"].split('resource "alicloud_alidns_record" "api"')[0]})
    assert check(".", "--select", "ICP101", "--strict").code == 0
    shown = check(".", "--select", "ICP101", "--no-suppressions")
    assert (shown.code, shown.outcomes()) == (1, {"www.example.cn": "violation"})
    assert shown.report["summary"]["suppressed"] == 0


@pytest.mark.parametrize(("start", "newline"), [("", "\r\n"), ("\ufeff", "\n"), ("# é 中文\n", "\n")])
def test_lines_are_counted_as_editors_count_them(
    start: str, newline: str, tmp_path: Path, check: Any, write: Any
) -> None:
    text = start + site(before=f"// {GOOD} 备案通过之前")["main.tf"]
    write({})
    (tmp_path / "main.tf").write_bytes(text.replace("\n", newline).encode())
    checked = check(".")
    [accepted] = [f["suppressed"] for f in checked.report["findings"] if f["suppressed"]]
    assert accepted["reason"].endswith("through 备案通过之前")
    lines = text.removeprefix("\ufeff").splitlines()
    assert GOOD in lines[accepted["origin"]["line"] - 1]
    assert accepted["origin"]["column"] == 3


def test_what_is_in_a_text_suppresses_nothing_and_is_no_suppression(write: Any, check: Any) -> None:
    text = f'locals {{\n  a = "# {GOOD}"\n  b = <<EOT\n# {GOOD}\nEOT\n}}\n'
    write(site() | {"locals.tf": text})
    checked = check(".")
    assert set(checked.outcomes().values()) == {"violation"}
    assert checked.void() == {}


def test_in_json_it_is_a_property_of_the_block(write: Any, check: Any) -> None:
    common = {"domain_name": "example.cn", "type": "A", "value": "${alicloud_instance.web.public_ip}"}
    records = {
        "www": {"//": GOOD, "rr": "www", **common},
        "api": {"//": ["Of the team of the API.", GOOD], "rr": "api", **common},
        "old": {"//": "icplint is a linter: ignore it", "rr": "old", **common},
    }
    write({"main.tf": SERVER, "dns.tf.json": json.dumps({"resource": {"alicloud_alidns_record": records}})})
    checked = check(".")
    assert checked.outcomes() == {
        "www.example.cn": "suppressed",
        "api.example.cn": "suppressed",
        "old.example.cn": "violation",
    }
    assert checked.void() == {}


def test_two_comments_above_a_block_hold_both(write: Any, check: Any) -> None:
    server = SERVER.replace("\nresource", "\n# icplint: ignore[ineligible-instance] the trial\nresource")
    above = f"# {GOOD}\n# icplint: ignore[ICP2, missing-eligible-instance] the same\n# of the platform team"
    write({"main.tf": server + RECORD.format(**dict.fromkeys(PLACES, "") | {"above": above})})
    checked = check(".", "--ignore", "ICP2", "--ignore", "ICP303")
    assert checked.outcomes()["www.example.cn"] == "suppressed"
    assert checked.outcomes("ICP301") == {"alicloud_instance.web": "suppressed"}
    assert checked.void() == {}, "nobody asked whether the second comment matches anything"


@pytest.mark.parametrize(
    ("word", "outcome"),
    [
        ("unfiled-domain", "suppressed"),
        ("ICP101", "suppressed"),
        ("icp1", "suppressed"),
        ("ICP", "suppressed"),
        ("ICP102", "violation"),
    ],
)
def test_a_check_is_named_as_in_select(word: str, outcome: str, write: Any, check: Any) -> None:
    write(site(above=f"# icplint: ignore[{word}] a trial"))
    assert check(".").outcomes()["www.example.cn"] == outcome


def test_doubt_may_be_accepted_too(write: Any, check: Any) -> None:
    write(
        {
            "main.tf": SERVER
            + RECORD.replace("alicloud_instance.web.public_ip", "var.ip", 1).format(
                **dict.fromkeys(PLACES, "") | {"above": f"# {GOOD}"}
            ),
            "v.tf": 'variable "ip" {}\n',
        }
    )
    assert check(".").outcomes()["www.example.cn"] == "suppressed"
    assert check(".", "--no-suppressions").outcomes()["www.example.cn"] == "cannot-tell"


def test_a_comment_holds_for_what_overrides_the_block(write: Any, check: Any) -> None:
    over = '\n\n\nresource "alicloud_alidns_record" "www" {\n  value = alicloud_instance.web.public_ip\n}\n'
    write(site(above=f"# {GOOD}") | {"override.tf": over})
    checked = check(".")
    [finding] = [f for f in checked.findings("ICP101") if f["suppressed"]]
    assert finding["origin"]["file"] == "override.tf"


# Modules, plans and states


def called(tmp_path: Path, above_site: str = "", above_www: str = "", inside: str = "") -> None:
    """Copy the site of two calls of a module, with comments above the calls and inside the module."""
    shutil.copytree(CALLS, tmp_path, dirs_exist_ok=True)
    main = (tmp_path / "main.tf").read_text(encoding="utf-8")
    main = main.replace('module "site"', f'{above_site}\nmodule "site"').replace(
        'module "www"', f'{above_www}\nmodule "www"'
    )
    (tmp_path / "main.tf").write_text(main, encoding="utf-8")
    module = (tmp_path / "site/main.tf").read_text(encoding="utf-8")
    module = module.replace('resource "alicloud_alidns_record"', f'{inside}\nresource "alicloud_alidns_record"')
    (tmp_path / "site/main.tf").write_text(module, encoding="utf-8")


@pytest.mark.parametrize("path", [".", *DOCUMENTS])
def test_above_a_call_it_holds_for_the_module_behind_that_call(path: str, tmp_path: Path, check: Any) -> None:
    called(tmp_path, above_site="# icplint: ignore[ICP101, ICP301] behind a password, until 2027 at the latest")
    checked = check(path)
    assert checked.outcomes() == {
        "www.example.cn": "violation",
        "staging.example.cn": "suppressed",
        "preview.example.cn": "suppressed",
    }
    assert checked.outcomes("ICP301") == {
        "module.www.alicloud_instance.web": "violation",
        'module.site["staging"].alicloud_instance.web': "suppressed",
        'module.site["preview"].alicloud_instance.web': "suppressed",
    }
    assert checked.void() == {}


@pytest.mark.parametrize("path", [".", *DOCUMENTS])
def test_inside_a_module_it_holds_for_every_call_in_source_plan_and_state(
    path: str, tmp_path: Path, check: Any
) -> None:
    called(tmp_path, inside=f"# {GOOD}")
    assert set(check(path).outcomes().values()) == {"suppressed"}
    (tmp_path / "site/main.tf").rename(tmp_path / "site/renamed.tf")
    assert set(check(path).outcomes().values()) == {"suppressed"}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_without_its_source_a_document_has_no_comments(document: str, tmp_path: Path, check: Any) -> None:
    called(tmp_path, inside=f"# {GOOD}")
    (tmp_path / "alone").mkdir()
    shutil.move(tmp_path / document, tmp_path / "alone" / document)
    assert "suppressed" not in check(f"alone/{document}").outcomes().values()


def test_a_call_in_one_root_suppresses_nothing_of_another(tmp_path: Path, check: Any) -> None:
    module = (CALLS / "site/main.tf").read_text(encoding="utf-8")
    providers = (CALLS / "main.tf").read_text(encoding="utf-8").partition("module")[0]
    for root, comment in (("staging", f"# {GOOD}"), ("prod", "")):
        (tmp_path / root).mkdir()
        call = f'{comment}\nmodule "web" {{\n  source = "../site"\n  name = "{root}"\n}}\n'
        (tmp_path / root / "main.tf").write_text(providers + call, encoding="utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/main.tf").write_text(module, encoding="utf-8")
    checked = check("staging", "prod")
    assert checked.outcomes() == {"staging.example.cn": "suppressed", "prod.example.cn": "violation"}
    same = (tmp_path / "prod/main.tf").read_text(encoding="utf-8").replace('"prod"', '"staging"')
    (tmp_path / "prod/main.tf").write_text(same, encoding="utf-8")
    assert check("staging", "prod").outcomes() == {"staging.example.cn": "violation"}, "prod declares it, too"


# What it says


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("icplint: ignore[unfiled-domain]", "gives no reason"),
        ("icplint: ignore[unfiled-domain] until=2027-03-31", "gives no reason"),
        ("icplint: ignore[unfiled-domain] until=2027-03-31 --", "gives no reason"),
        ("icplint: ignore[unfiled-domain] until=2027-02-30 a trial", "until=2027-02-30 is no day"),
        ("icplint: ignore[unfiled-domain] until= a trial", "until= is no day"),
        ("icplint: ignore[unfiled-domain] until: 2027-03-31 a trial", "until=2027-03-31 is no day"),
        ("icplint: ignore[unfiled-domain] until=2027-03-31 a trial until=2027-04-01", "two days"),
        ("icplint: ignore[unfilled-domain] a trial", "there is no check unfilled-domain; did you mean unfiled-domain?"),
        ("icplint: ignore[unfiled-domain, ICP9] a trial", "there is no check ICP9"),
        ("icplint: ignore[] a trial", "names no check"),
        ("icplint: ignore a trial", "is no suppression"),
        ("icplint: ignore unfiled-domain a trial", "is no suppression"),
        ("icplint: ignore(unfiled-domain) a trial", "is no suppression"),
        ("icplint: ignore[unfiled-domain]a trial", "is no suppression"),
        ("icplint: disable[unfiled-domain] a trial", "is no suppression"),
        ("icplint:", "is no suppression"),
        ("icplint: ignore[void-suppression] a trial", "void-suppression cannot be suppressed"),
        ("icplint: ignore[unfiled-domain, ICP001] a trial", "void-suppression cannot be suppressed"),
    ],
)
def test_what_is_wrong_is_void_and_the_finding_is_back(text: str, why: str, write: Any, check: Any) -> None:
    write(site(above=f"# {text}"))
    checked = check(".")
    assert checked.outcomes()["www.example.cn"] == "violation"
    [void] = checked.void().values()
    assert why in void
    [finding] = checked.findings("ICP001")
    assert (finding["origin"]["file"], finding["origin"]["line"]) == ("main.tf", 10)
    assert (finding["severity"], finding["outcome"], finding["subject"]["kind"]) == (
        "warning",
        "violation",
        "Suppression",
    )
    said = next(check(".", lang="zh").findings("ICP001"))
    assert not any(word in said["message"] + said["evidence"][0]["message"] for word in ("None", "{", "no "))


@pytest.mark.parametrize(("on", "outcome"), [("2027-03-31", "suppressed"), ("2027-04-01", "violation")])
def test_its_day_is_the_last_on_which_it_holds(on: str, outcome: str, write: Any, check: Any) -> None:
    write(site(above=f"# {GOOD}"))
    checked = check(".", on=on)
    assert checked.outcomes()["www.example.cn"] == outcome
    assert len(checked.void()) == (outcome == "violation")
    [finding] = [f for f in checked.findings("ICP101") if f["subject"]["key"] == "www.example.cn"]
    last = finding["evidence"][-1]
    assert ("suppressed up to 2027-03-31" in last["message"]) == (outcome == "violation")
    if outcome == "violation":
        assert last["origin"] == {"file": "main.tf", "line": 10, "column": 1}
        assert finding["origin"]["line"] == 16, "the place to look first is still the record"


@pytest.mark.parametrize(
    "text",
    [
        "ignore[unfiled-domain] until=2027-03-31 a trial",
        "ignore[unfiled-domain] a trial until=2027-03-31",
        "ignore[unfiled-domain]: a trial, until=2027-03-31",
        "ignore [unfiled-domain] until=2027-03-31: a trial",
        "ignore[ unfiled-domain, ] until=2027-03-31 -- a   trial",
    ],
)
def test_the_day_and_the_reason_may_be_written_in_several_ways(text: str) -> None:
    for before in ("icplint: ", "icplint:", "tflint-ignore: x # icplint: "):
        assert ignore_comment(before + text) == IgnoreComment(("unfiled-domain",), "a trial", date(2027, 3, 31))


@pytest.mark.parametrize("text", ["see icplint: the docs", "icplint ignore[unfiled-domain] a trial", "noicplint: x"])
def test_prose_is_no_suppression(text: str) -> None:
    assert ignore_comment(text) is None


# What matches nothing


def test_one_that_matches_compliant_answers_only_is_void(write: Any, check: Any) -> None:
    write({"main.tf": site(above=f"# {GOOD}")["main.tf"].replace("cn-hangzhou", "cn-hongkong")})
    checked = check(".")
    assert checked.void() == {
        "alicloud_alidns_record.www: ignore[unfiled-domain]": "nothing that unfiled-domain reports matches it"
    }
    assert checked.code == 1
    assert check(".", "--ignore", "ICP001").code == 0


def test_of_several_checks_those_that_match_nothing_are_named(write: Any, check: Any) -> None:
    write(site(above="# icplint: ignore[unfiled-domain, ICP202, ICP3] a trial"))
    checked = check(".")
    assert checked.outcomes()["www.example.cn"] == "suppressed"
    assert list(checked.void().values()) == ["nothing that ICP202, ICP3 reports matches it"]


@pytest.mark.parametrize(
    "options", [("--select", "ICP001"), ("--ignore", "ICP101"), ("--select", "ICP0", "--select", "ICP3")]
)
def test_whose_check_was_not_asked_is_not_called_unused(options: tuple[str, ...], write: Any, check: Any) -> None:
    write(site(above=f"# {GOOD}"))
    checked = check(".", *options)
    assert (list(checked.findings("ICP101")), checked.void()) == ([], {})
    write(site(above=f"# {GOOD.replace('2027', '2025')}"))
    assert len(check(".", *options).void()) == 1, "that its day has passed is known all the same"


def test_on_a_block_without_an_instance_it_waits(write: Any, check: Any) -> None:
    text = site(first=f"# {GOOD}")["main.tf"]
    write({"main.tf": text.replace('  rr          = "www"', '  count = 0\n  rr = "www"')})
    checked = check(".")
    assert set(checked.outcomes()) == {"api.example.cn"}
    assert checked.void() == {}


def test_that_which_stands_nowhere_is_void(write: Any, check: Any) -> None:
    write(site() | {"notes.tf": f"# {GOOD}\n\nlocals {{}}\n"})
    assert list(check(".").void()) == ["notes.tf: ignore[unfiled-domain]"]


def test_where_a_file_is_broken_nothing_is_called_unused(write: Any, check: Any) -> None:
    write(site() | {"notes.tf": f"# {GOOD}\n\n", "broken.tf": "resource {\n"})
    checked = check(".")
    assert (checked.code, checked.void()) == (2, {})


def test_in_a_part_of_the_project_it_is_unused_only_if_its_question_was_answered(write: Any, check: Any) -> None:
    server = SERVER.replace("\nresource", "\n# icplint: ignore[ineligible-instance] the trial\nresource")
    dns = RECORD.format(**dict.fromkeys(PLACES, "")).replace("alicloud_instance.web.public_ip", '"203.0.113.1"')
    abroad = f"{SERVER.replace('cn-hangzhou', 'cn-hongkong')}{RECORD.format(**dict.fromkeys(PLACES, '') | {'above': f'# {GOOD}'})}"
    write({"icplint.toml": "", "web/main.tf": server, "dns/main.tf": dns, "abroad/main.tf": abroad})
    assert check("web").void() == {}, "a name elsewhere may lead here"
    assert len(check("abroad").void()) == 1
    assert len(check("abroad/main.tf").void()) == 1
    assert len(check(".").void()) == 2


# Budgets


def test_files_without_the_word_are_not_looked_at(write: Any, check: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from icplint.terraform.instances import comments

    def refused(*_: object) -> None:
        raise AssertionError("no comment was to be looked for")

    monkeypatch.setattr(comments, "cut", refused)
    write(site(above="# nothing for linters"))
    assert set(check(".").outcomes().values()) == {"violation"}


def test_the_order_and_number_of_inputs_do_not_matter(write: Any, check: Any) -> None:
    write(site(above=f"# {GOOD}") | {"other/main.tf": SERVER})
    reports: list[Callable[..., Any]] = [
        check(*paths).report["findings"] for paths in ((".",), (".", "other"), ("other", "."))
    ]
    assert reports[0] == reports[1] == reports[2]
