"""`icplint baseline`: what is accepted at once, what comes back, what is gone, and what nobody can tell."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unfiled import DAY, REGISTER, SERVER, record

from icplint.findings.run import fingerprint
from icplint.suppressions.baseline import Baseline, BaselineEntry
from icplint.suppressions.baseline_file import OUTCOMES, load, written

NAME = "icplint-baseline.json"
CALLS = Path(__file__).with_name("calls")
WITH = ("--baseline", NAME)
MAYBE = SERVER + 'variable "address" {}\n' + record("www", "var.address")


@pytest.fixture
def baseline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Callable[..., Any]:
    """Run `icplint baseline` there; return what it printed."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, code: int = 0, lang: str = "en") -> Any:
        register = tmp_path / "filings.toml"
        register.write_text(REGISTER, encoding="utf-8")
        done = icplint("baseline", *arguments, "--on", DAY, "--filings", register, "--lang", lang)
        assert done.code == code, done
        return done

    return run


def entries(file: Path) -> list[str]:
    """Return code and subject of each entry of a file."""
    document = json.loads(file.read_text(encoding="utf-8"))
    return [f"{entry['code']} {entry['subject']['key']}" for entry in document["findings"]]


# Accepting


def test_what_was_accepted_does_not_fail_the_run_and_what_is_new_does(
    write: Any, check: Any, baseline: Any, tmp_path: Path
) -> None:
    write({"main.tf": SERVER + record("www")})
    assert check(".").code == 1
    done = baseline("write")
    assert done.out.splitlines()[0] == f"{NAME}: 2 findings accepted"
    assert done.err == ""
    checked = check(".", *WITH)
    assert (checked.code, checked.err) == (0, "")
    summary = checked.report["summary"]
    assert (summary["violation"], summary["cannot-tell"], summary["suppressed"]) == (0, 0, 2)
    for number, accepted in enumerate(f["suppressed"] for f in checked.report["findings"]):
        origin = {"file": NAME, "line": accepted["origin"]["line"]}
        assert accepted == {"reason": "accepted in the baseline", "until": None, "origin": origin}
        line = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()[origin["line"] - 1]
        assert checked.report["findings"][number]["fingerprint"] in line
    assert check(".", *WITH, "--no-suppressions").report["summary"]["suppressed"] == 0

    write({"main.tf": "\n\n" + SERVER, "dns.tf": record("www") + record("new")})
    checked = check(".", *WITH)
    assert checked.code == 1
    assert checked.outcomes() == {"www.example.cn": "suppressed", "new.example.cn": "violation"}


def test_the_file_is_sorted_readable_and_the_same_each_time(write: Any, baseline: Any, tmp_path: Path) -> None:
    write({"b.tf": record("www"), "a.tf": SERVER + record("api")})
    baseline("write")
    first = (tmp_path / NAME).read_bytes()
    document = json.loads(first)
    assert list(document) == ["version", "read", "findings"]
    assert (document["version"], document["read"]) == (1, ["."])
    assert entries(tmp_path / NAME) == [
        "ICP101 api.example.cn",
        "ICP101 www.example.cn",
        "ICP301 alicloud_instance.web",
    ]
    assert document["findings"][0] == {
        "code": "ICP101",
        "check": "unfiled-domain",
        "subject": {"kind": "Domain", "key": "api.example.cn"},
        "outcome": "violation",
        "fingerprint": fingerprint("ICP101", "Domain", "api.example.cn"),
    }
    assert len(first.decode().splitlines()) == 5 + 3 + 1, "an entry a line"
    (tmp_path / "a.tf").rename(tmp_path / "z.tf")
    (tmp_path / "b.tf").write_text("# moved\n\n\n" + record("www"), encoding="utf-8")
    baseline("write")
    assert (tmp_path / NAME).read_bytes() == first
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_the_settings_name_it_and_it_lies_beside_them(
    write: Any, check: Any, baseline: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"icplint.toml": 'baseline = "accepted.json"\n', "web/main.tf": SERVER + record("www")})
    baseline("write")
    assert len(entries(tmp_path / "accepted.json")) == 2
    assert check(".").code == check("web").code == 0
    monkeypatch.chdir(tmp_path / "web")
    assert check(".").code == 0
    monkeypatch.chdir(tmp_path)
    write({"icplint.toml": "", "accepted.json": "x"})
    baseline("write", "web")
    assert (tmp_path / NAME).exists()


def test_the_default_lies_beside_the_first_path(write: Any, baseline: Any, tmp_path: Path) -> None:
    write({"web/main.tf": SERVER + record("www")})
    baseline("write", "web/main.tf")
    assert len(entries(tmp_path / "web" / NAME)) == 2


def test_what_is_suppressed_elsewhere_or_void_is_not_accepted(
    write: Any, check: Any, baseline: Any, tmp_path: Path
) -> None:
    comments = (
        "\n# icplint: ignore[ICP101] until=2026-12-31 a trial",
        "\n# icplint: ignore[ICP101] until=2026-01-01 old",
    )
    write({"main.tf": SERVER + comments[0] + record("www") + comments[1] + record("api")})
    baseline("write")
    assert entries(tmp_path / NAME) == ["ICP101 api.example.cn", "ICP301 alicloud_instance.web"]
    checked = check(".", *WITH)
    assert len(checked.void()) == 1
    assert checked.outcomes() == {"www.example.cn": "suppressed", "api.example.cn": "suppressed"}
    assert check(".", *WITH, on="2027-01-01").outcomes()["www.example.cn"] == "violation"


def test_a_doubt_is_accepted_as_a_doubt(write: Any, check: Any, baseline: Any, tmp_path: Path) -> None:
    write({"main.tf": MAYBE})
    baseline("write", "--select", "ICP101")
    only = (*WITH, "--select", "ICP101")
    assert check(".", *only, "--strict").code == 0
    write({"main.tf": SERVER + record("www")})
    checked = check(".", *only)
    assert checked.outcomes() == {"www.example.cn": "violation"}
    [finding] = checked.findings("ICP101")
    assert finding["evidence"][-1]["message"].startswith("the baseline accepts that nobody could tell")
    assert finding["evidence"][-1]["origin"] == {"file": NAME, "line": 5}

    baseline("write", "--select", "ICP101")
    assert check(".", *only).code == 0
    write({"main.tf": MAYBE})
    assert check(".", *only, "--strict").code == 0, "what was accepted as a violation may turn doubtful"


# What is gone


def test_what_no_longer_occurs_is_pointed_out_and_pruned(write: Any, check: Any, baseline: Any, tmp_path: Path) -> None:
    write({"main.tf": SERVER + record("www") + record("api")})
    baseline("write")
    write({"main.tf": SERVER + record("www")})
    checked = check(".", *WITH)
    assert checked.code == 0
    assert checked.err == (
        f"note: {NAME}: 1 entry no longer occurs (ICP101 api.example.cn): icplint baseline prune drops it\n"
    )
    assert check(".", *WITH, lang="zh").err.startswith(f"提示：{NAME}: 1 条记录已不再出现")
    done = baseline("prune")
    assert done.out.splitlines() == [f"{NAME}: 1 of 3 entries dropped", "dropped: ICP101 api.example.cn"]
    assert entries(tmp_path / NAME) == ["ICP101 www.example.cn", "ICP301 alicloud_instance.web"]
    assert check(".", *WITH).err == ""
    assert baseline("prune").out == f"{NAME}: 0 of 2 entries dropped\n"


@pytest.mark.parametrize("options", [("--select", "ICP2"), ("--ignore", "ICP101")])
def test_of_a_check_that_was_not_asked_nothing_is_gone(
    options: tuple[str, ...], write: Any, check: Any, baseline: Any, tmp_path: Path
) -> None:
    write({"main.tf": SERVER + record("www")})
    baseline("write")
    write({"main.tf": SERVER})
    gone = "ICP301" in check(".", *WITH, *options).err
    assert gone == (options[0] == "--ignore")
    assert "ICP101" not in check(".", *WITH, *options).err
    assert "ICP101 www.example.cn" in baseline("prune", *options).out.splitlines()[-1]
    assert "ICP101 www.example.cn" in entries(tmp_path / NAME)
    baseline("write", *options)
    assert "ICP101 www.example.cn" in entries(tmp_path / NAME), "written anew, what was not asked is kept"
    baseline("write")
    assert entries(tmp_path / NAME) == []


def test_of_what_was_not_read_nothing_is_gone(write: Any, check: Any, baseline: Any, tmp_path: Path) -> None:
    write({"a/main.tf": SERVER + record("a"), "b/main.tf": record("b", '"203.0.113.1"')})
    baseline("write", "--baseline", NAME)
    assert len(entries(tmp_path / NAME)) == 3
    assert check("b", *WITH).err == ""
    assert "0 of 3" in baseline("prune", "b", *WITH).out
    write({"a/main.tf": "resource {\n"})
    assert "no longer" not in check(".", *WITH).err
    before = (tmp_path / NAME).read_bytes()
    for action in ("write", "prune"):
        done = baseline(action, ".", *WITH, code=2)
        assert done.err.splitlines()[-1].startswith("error: not written")
        assert (tmp_path / NAME).read_bytes() == before
    baseline("write", "b", *WITH)
    assert len(entries(tmp_path / NAME)) == 3, "what was not read is kept"
    shutil.rmtree(tmp_path / "a")
    assert "2 entries no longer occur" in check(".", *WITH).err, "a directory that is gone hides nothing"
    baseline("prune", ".", *WITH)
    assert json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["read"] == ["b"]


def test_where_a_module_is_missing_only_what_was_answered_is_gone(write: Any, check: Any, baseline: Any) -> None:
    write({"main.tf": SERVER + record("www") + record("api")})
    baseline("write")
    missing = 'module "more" {\n  source = "example/more"\n}\n'
    write({"main.tf": SERVER.replace("cn-hangzhou", "cn-hongkong") + record("www") + missing})
    assert "(ICP101 www.example.cn, ICP301 alicloud_instance.web)" in check(".", *WITH).err


# Where it was read


def test_alike_in_two_roots_is_not_the_same(write: Any, check: Any, baseline: Any, tmp_path: Path) -> None:
    write({"a/main.tf": SERVER + record("a"), "b/main.tf": SERVER})
    baseline("write", ".", *WITH)
    roots = [e.get("root") for e in json.loads((tmp_path / NAME).read_text(encoding="utf-8"))["findings"]]
    assert roots == [None, "a"]
    write({"b/main.tf": SERVER + record("b")})
    for paths in (
        [
            ".",
        ],
        ["a", "b"],
        ["b"],
    ):
        servers = list(check(*paths, *WITH).findings("ICP301"))
        assert len({f["fingerprint"] for f in servers}) == len(servers)
        new = [f["origin"]["file"] for f in servers if f["suppressed"] is None]
        assert new == ["b/main.tf"]
    baseline("write", ".", *WITH)
    assert check(".", *WITH).code == 0


@pytest.mark.parametrize("accepted", [".", "plan.json", "state.json", "terraform.tfstate"])
def test_what_was_accepted_of_a_source_is_accepted_of_its_plan_and_state(
    accepted: str, check: Any, baseline: Any, tmp_path: Path
) -> None:
    shutil.copytree(CALLS, tmp_path, dirs_exist_ok=True)
    baseline("write", accepted, *WITH)
    assert len(entries(tmp_path / NAME)) == 6
    for path in (".", "plan.json", "state.json", "terraform.tfstate"):
        checked = check(path, *WITH)
        assert (checked.code, checked.err, checked.report["summary"]["suppressed"]) == (0, "", 6)


def test_of_a_state_that_lies_elsewhere_the_names_are_accepted_and_the_instances_are_others(
    check: Any, baseline: Any, tmp_path: Path
) -> None:
    shutil.copytree(CALLS, tmp_path / "web")
    baseline("write", ".", *WITH)
    shutil.move(tmp_path / "web/state.json", tmp_path / "state.json")
    shutil.rmtree(tmp_path / "web")
    checked = check("state.json", *WITH)
    assert checked.code == 1
    assert {f["subject"]["kind"] for f in checked.report["findings"] if f["suppressed"]} == {"Domain"}
    assert {f["subject"].get("root") for f in checked.report["findings"] if not f["suppressed"]} == {"state.json"}


def test_an_older_baseline_is_understood_and_advises_to_renew_it(check: Any, baseline: Any, tmp_path: Path) -> None:
    """It knew a finding by check and subject alone: one of a state without its source is accepted of every state."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        shutil.copy(CALLS / "terraform.tfstate", tmp_path / name)
    baseline("write", "one/terraform.tfstate", *WITH)
    document = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    roots = {entry.pop("root", None) for entry in document["findings"]}
    assert roots == {None, "one/terraform.tfstate"}
    for entry in document["findings"]:
        entry["fingerprint"] = fingerprint(entry["code"], entry["subject"]["kind"], entry["subject"]["key"])
    (tmp_path / NAME).write_text(json.dumps(document, indent=1), encoding="utf-8")
    checked = check("two/terraform.tfstate", *WITH)
    assert checked.code == 0
    assert "icplint baseline write renews it" in checked.err
    baseline("write", "one/terraform.tfstate", *WITH)
    checked = check("one/terraform.tfstate", *WITH)
    assert (checked.code, checked.err) == (0, "")
    assert check("two/terraform.tfstate", *WITH).code == 1


def test_it_means_the_same_from_wherever_icplint_runs(
    write: Any, baseline: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Any
) -> None:
    write({"envs/a/main.tf": SERVER + record("a"), "envs/b/main.tf": SERVER})
    baseline("write", "envs", "--baseline", "envs/accepted.json")
    first = (tmp_path / "envs/accepted.json").read_bytes()
    assert json.loads(first)["read"] == ["a", "b"]
    monkeypatch.chdir(tmp_path / "envs/a")
    options = ("--baseline", "../accepted.json", "--on", DAY, "--filings", "../../filings.toml")
    assert icplint("check", "..", *options).code == 0
    assert icplint("check", ".", *options).code == 0
    icplint("baseline", "write", "..", *options)
    assert (tmp_path / "envs/accepted.json").read_bytes() == first


# A file that is none


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("", ":1:1", "cannot be read"),
        ("{}", "", "is no baseline"),
        ("[]", "", "is no baseline"),
        ('{"version": 1, "findings": []}', "", "is no baseline"),
        ('{"version": 2, "read": [], "findings": []}', "", "of version 2"),
        ('{\n"version": 1,\n<<<<<<< ours\n', ":3:1", "cannot be read"),
        ('{"version": 1, "read": ["."], "findings": [{}]}', ":1", "entry 1 of the baseline"),
    ],
)
def test_a_broken_baseline_is_an_error_and_accepts_nothing(
    text: str, place: str, why: str, write: Any, tmp_path: Path, monkeypatch: Any, icplint: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    write({"main.tf": SERVER + record("www"), NAME: text})
    for command in (("check", "."), ("baseline", "write"), ("baseline", "prune")):
        run = icplint(*command, *WITH)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith(f"error: {NAME}{place}: ")
        assert why in run.err
        assert (tmp_path / NAME).read_text(encoding="utf-8") == text


def test_one_that_is_not_there_is_an_error(write: Any, tmp_path: Path, monkeypatch: Any, icplint: Any) -> None:
    monkeypatch.chdir(tmp_path)
    write({"main.tf": SERVER + record("www")})
    for command in (("check", "."), ("baseline", "prune")):
        run = icplint(*command, *WITH)
        assert (run.code, run.out) == (2, "")
        assert run.err.startswith(f"error: {NAME}: ")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("api.example.cn", "www.example.cn", "fingerprint"),
        ('"outcome": "violation"', '"outcome": "compliant"', "outcome"),
        ('"code": "ICP101"', '"code": 101', "code"),
        ('"subject": {', '"subjects": {', "subject"),
        ('"kind": "Domain"', '"kind": null', "kind"),
    ],
)
def test_an_entry_that_was_edited_is_an_error_at_its_line(
    old: str, new: str, field: str, write: Any, baseline: Any, tmp_path: Path, icplint: Any
) -> None:
    write({"main.tf": SERVER + record("aa") + record("api")})
    baseline("write")
    lines = (tmp_path / NAME).read_text(encoding="utf-8").splitlines()
    assert old in lines[5]
    lines[5] = lines[5].replace(old, new, 1)
    (tmp_path / NAME).write_text("\n".join(lines), encoding="utf-8")
    run = icplint("check", ".", *WITH)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"error: {NAME}:6: entry 2 of the baseline")
    assert f"({field})" in run.err


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
some = st.builds(
    BaselineEntry,
    code=texts,
    check=texts,
    kind=texts,
    key=texts,
    outcome=st.sampled_from(OUTCOMES),
    root=st.none() | texts,
    line=st.none(),
)


@settings(max_examples=30)
@given(entries_=st.sets(some, max_size=5), read=st.frozensets(texts, max_size=3))
def test_what_was_written_is_read_again(
    entries_: set[BaselineEntry], read: frozenset[str], tmp_path_factory: Any
) -> None:
    file = tmp_path_factory.mktemp("written") / NAME
    text = written(Baseline(file=NAME, entries=tuple(entries_), read=read))
    file.write_text(text, encoding="utf-8", newline="")
    found = load(file, NAME)
    assert (found.read, {entry._replace(line=None) for entry in found.entries}) == (read, entries_)
    assert [entry.line for entry in found.entries] == list(range(5, 5 + len(entries_)))
    assert written(found) == text


def test_a_file_that_was_formatted_anew_is_the_same(write: Any, check: Any, baseline: Any, tmp_path: Path) -> None:
    write({"main.tf": SERVER + record("www") + record("api")})
    baseline("write")
    document = json.loads((tmp_path / NAME).read_text(encoding="utf-8"))
    for indent in (None, 4):
        text = json.dumps(document, indent=indent, sort_keys=True)
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        checked = check(".", *WITH)
        assert checked.code == 0
        for finding in checked.report["findings"]:
            line = text.splitlines()[finding["suppressed"]["origin"]["line"] - 1]
            assert finding["fingerprint"] in line
