"""What is not wanted is not read, and that is said: settings, `--exclude`, `.gitignore`."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import cycle, permutations, product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from icplint.inputs import excluded
from icplint.testing.layout import lay

Icplint = Callable[..., Any]
RECORD = """resource "alicloud_alidns_record" "{name}" {{
  domain_name = "{name}.cn"
  rr          = "www"
  type        = "A"
  value       = "203.0.113.7"
}}
"""
CALL = 'module "site" {\n  source = "../tests/site"\n}\n'
TREE = {
    "live/main.tf": RECORD.format(name="live"),
    "tests/site/main.tf": RECORD.format(name="test"),
    "tests/filings.toml": "",
    "build/main.tf": RECORD.format(name="build"),
    "node_modules/a/main.tf": RECORD.format(name="node"),
    ".hidden/main.tf": RECORD.format(name="hidden"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with Terraform in each of its directories."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    lay(tmp_path, TREE)
    return tmp_path


def inputs(icplint: Icplint, *arguments: str) -> dict[str, list[str]]:
    """Return what a check read, by kind; of what left something out, with how much."""
    found: dict[str, list[str]] = {}
    for one in json.loads(icplint("check", *arguments, "--format", "json", "--lang", "en").out)["inputs"]:
        said = f"{one['path']}: {one['why']}" if one["kind"] == "excluded" else one["path"]
        found.setdefault(one["kind"], []).append(said)
    return found


def test_without_a_word_node_modules_and_hidden_directories_are_out(site: Path, icplint: Icplint) -> None:
    assert inputs(icplint) == {"configuration": ["build", "live", "tests/site"], "register": ["tests/filings.toml"]}


@pytest.mark.parametrize("pattern", ["tests/**", "tests/", "/tests", "tests/site", "site"])
def test_settings_leave_out_what_lies_relative_to_them(pattern: str, site: Path, icplint: Icplint) -> None:
    lay(site, {"icplint.toml": f'exclude = ["{pattern}", "/build"]\n'})
    for place in ("", "live"):
        found = inputs(icplint, str(site / place))
        assert found["configuration"] == ["live"]
    assert inputs(icplint)["excluded"] == ["icplint.toml: 2 directories left out of the search"]


def test_gitignore_counts_unless_it_is_told_not_to(site: Path, icplint: Icplint) -> None:
    lay(site, {".gitignore": "build/\n", "tests/.gitignore": "/site\n"})
    assert inputs(icplint) == {
        "configuration": ["live"],
        "excluded": [
            ".gitignore: 1 directory left out of the search",
            "tests/.gitignore: 1 directory left out of the search",
        ],
    }
    assert inputs(icplint, "--no-ignore") == {
        "configuration": ["build", "live", "tests/site"],
        "register": ["tests/filings.toml"],
    }


def test_the_option_is_relative_to_where_one_stands(
    site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = inputs(icplint, "--exclude", "tests/**", "--exclude", "/build")
    assert found == {"configuration": ["live"], "excluded": ["--exclude: 2 directories left out of the search"]}
    monkeypatch.chdir(site / "tests")
    assert inputs(icplint, "..", "--exclude", "/site")["configuration"] == ["../build", "../live"]
    assert inputs(icplint, "..", "--exclude", "/build")["configuration"] == ["../build", "../live", "site"]


@pytest.mark.parametrize("named", ["tests", "tests/site", "tests/site/main.tf", "build", "node_modules/a", ".hidden"])
def test_what_is_named_is_read(named: str, site: Path, icplint: Icplint) -> None:
    lay(site, {".gitignore": "build\ntests/**\n", "icplint.toml": 'exclude = ["tests/**", "build"]\n'})
    root = str(Path(named).parent if named.endswith(".tf") else Path(named))
    found = inputs(icplint, named, "--exclude", "tests/**")
    assert found["configuration"] == ["tests/site" if root == "tests" else root]


def test_the_roots_that_use_a_named_file_are_found_beside_it(site: Path, icplint: Icplint) -> None:
    lay(site, {".gitignore": "tests/**\n", "tests/caller/main.tf": CALL.replace("../tests/site", "../site")})
    assert inputs(icplint, "tests/site/main.tf")["configuration"] == ["tests/caller"]


def test_a_module_is_read_where_a_root_calls_it(site: Path, icplint: Icplint) -> None:
    lay(site, {"icplint.toml": 'exclude = ["tests/**", "build"]\n', "live/call.tf": CALL})
    done = icplint("graph", "--lang", "en")
    assert "www.live.cn" in done.out
    assert "www.test.cn" in done.out
    assert inputs(icplint)["configuration"] == ["live"]


def test_every_command_that_walks_leaves_out_the_same(site: Path, icplint: Icplint) -> None:
    lay(site, {"icplint.toml": 'exclude = ["tests/**"]\n', ".gitignore": "build\n"})
    assert "www.test.cn" not in icplint("graph").out
    assert "www.build.cn" not in icplint("graph").out
    assert "www.build.cn" in icplint("graph", "--no-ignore").out
    assert icplint("graph", "--exclude", "live").code == 2
    assert icplint("eligibility", "--exclude", "live").code == 2
    assert icplint("baseline", "write", "--exclude", "live").code == 2
    assert not list(site.glob("*baseline*"))
    (site / "icplint.toml").unlink()
    assert icplint("init", "--exclude", "tests", "--lang", "en").code == 0
    written = (site / "filings.toml").read_text(encoding="utf-8")
    assert "live.cn" in written
    assert "test.cn" not in written
    assert "build.cn" not in written


def test_all_that_is_left_out_is_said_to_who_wants_to_know(site: Path, icplint: Icplint) -> None:
    lay(site, {"icplint.toml": 'exclude = ["tests/**"]\n', ".gitignore": "build\n"})
    done = icplint("check", "--verbose", "--lang", "en")
    assert "left out by icplint.toml: tests\n" in done.err
    assert "directory left out" not in done.err
    assert "left out by .gitignore: build\n" in done.err
    assert "left out by node_modules, .*: .hidden, node_modules\n" in done.err
    assert ".gitignore 排除了：build\n" in icplint("check", "--verbose", "--lang", "zh").err


def test_a_directory_of_which_all_was_left_out_is_an_error_that_says_so(site: Path, icplint: Icplint) -> None:
    done = icplint("check", "--exclude", "*", "--lang", "en")
    assert done.code == 2
    assert "holds no Terraform files but for what --exclude left out" in done.err


def test_settings_of_a_directory_hold_below_it_and_a_broken_file_nobody_needs_is_no_error(
    site: Path, icplint: Icplint
) -> None:
    lay(site, {"tests/icplint.toml": 'exclude = ["/site"]\n', "docs/icplint.toml": "exclude = 1\n"})
    assert inputs(icplint)["configuration"] == ["build", "live"]


def test_only_what_would_have_been_read_is_counted(site: Path, icplint: Icplint) -> None:
    empty = {"__pycache__/a.pyc": "", "build/docs/index.html": "", "build/.hidden/main.tf": ""}
    lay(site, {".gitignore": "__pycache__/\nout/\nbuild/docs/\nbuild\n", "out/books/filings.csv": "", **empty})
    (site / "build/main.tf").unlink()
    assert inputs(icplint)["excluded"] == [".gitignore: 1 directory left out of the search"]
    done = icplint("check", "--verbose", "--lang", "en")
    assert "left out by .gitignore: out\n" in done.err
    assert "left out by node_modules, .*: .hidden, node_modules\n" in done.err
    assert "excluded" not in inputs(icplint, "live"), "nothing below what was asked"
    assert "excluded" not in inputs(icplint, "live/main.tf")
    assert "excluded" not in inputs(icplint, ".", "out"), "it was named"


def test_a_large_directory_counts_and_a_link_does_not(
    site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(site, {".gitignore": "/cache\n/linked\n", "cache/a/b/c/notes.txt": ""})
    (site / "linked").symlink_to(site.parent, target_is_directory=True)
    assert "excluded" not in inputs(icplint)
    monkeypatch.setattr(excluded, "LOOKED", 3)
    assert inputs(icplint)["excluded"] == [".gitignore: 1 directory left out of the search"]


def test_what_is_left_out_never_passes(site: Path, icplint: Icplint) -> None:
    lay(site, {".gitignore": "build\n"})
    suites = ET.fromstring(icplint("check", "--format", "junit").out)  # noqa: S314 - our own
    (case,) = suites.iterfind(".//testcase[@name='excluded .gitignore']")
    assert [element.tag for element in case] == ["skipped"]


def test_one_named_directory_brings_back_no_other(site: Path, icplint: Icplint) -> None:
    lay(site, {".gitignore": "build/\nscratch/\n", "build/scratch/main.tf": "", "build/a/main.tf": ""})
    assert inputs(icplint, "build")["configuration"] == ["build", "build/a"]


def test_where_one_stands_and_what_comes_first_change_nothing(
    site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    lay(site, {"icplint.toml": 'exclude = ["/tests"]\n', ".gitignore": "build\n", "b/main.tf": RECORD.format(name="b")})
    found = set()
    orders = list(permutations(["live", "b", "build", ""]))
    stands = list(product((site, site / "live", site / "build", site.parent), (os.path.relpath, os.path.abspath)))
    whole = request.config.getoption("whole")
    for order, (base, form) in product(orders, stands) if whole else zip(orders, cycle(stands), strict=False):
        monkeypatch.chdir(base)
        done = icplint("check", *(form(site / one) for one in order), "--format", "json", "--lang", "en")
        keys = tuple(sorted({one["subject"]["key"] for one in json.loads(done.out)["findings"]}))
        read = [one for one in json.loads(done.out)["inputs"] if one["kind"] == "excluded"]
        found.add((done.code, keys, tuple(one["why"] for one in read)))
    assert len(found) == 1


def test_a_check_of_this_repository_finds_its_examples(icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    top = Path(__file__).parents[1]
    monkeypatch.chdir(top)
    examples = {one.parent.relative_to(top).as_posix() for one in top.glob("**/examples/*/providers.tf")}
    assert len(examples) > 6
    assert set(inputs(icplint, ".", "--exclude", "tests/")["configuration"]) == examples
    assert icplint("check", ".", "--exclude", "tests/").err == ""


def test_this_repository_is_checked_as_its_examples_mean_it(icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its settings leave out what the tests are made of: nothing in it is an error, or the estate of anybody."""
    monkeypatch.chdir(Path(__file__).parents[1])
    report = json.loads(icplint("check", ".", "--format", "json").out)
    assert report["errors"] == []
    read = {entry["path"].partition("/")[0] for entry in report["inputs"] if entry["kind"] == "configuration"}
    assert read == {"examples", "plugins"}


@pytest.mark.parametrize(
    "pattern",
    [
        "./tests/",
        "./tests",
        "tests/.",
        "tests//",
        "live/../tests",
        "{here}/tests",
        "{here}/tests/",
        "{link}/tests",
        "./tests/**",
    ],
)
def test_every_form_of_a_path_leaves_out_the_same(pattern: str, site: Path, icplint: Icplint) -> None:
    (link := site.parent / f"{site.name}-link").symlink_to(site)
    done = icplint("check", "--exclude", pattern.format(here=site, link=link), "--format", "json", "--lang", "en")
    assert [i["path"] for i in json.loads(done.out)["inputs"] if i["kind"] == "configuration"] == ["build", "live"]
    assert done.err == ""


@pytest.mark.parametrize(("pattern", "read"), [
    ("../tests", ["../build", "."]),
    ("../te*", ["../build", "."]),
    ("{site}/tests", ["../build", "."]),
    ("{site}/*s*", ["../build", "."]),
    ("../", ["../build", ".", "../tests/site"]),
])  # fmt: skip
def test_what_lies_beside_where_one_stands_is_left_out(
    pattern: str, read: list[str], site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site / "live")
    assert inputs(icplint, "..", "--exclude", pattern.format(site=site))["configuration"] == read


def test_patterns_of_several_places_keep_their_order(
    site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(site, {"tests/other/main.tf": ""})
    monkeypatch.chdir(site / "tests")
    found = inputs(icplint, "..", "--exclude", "../*", "--exclude", "!../tests", "--exclude", "site")
    assert found["configuration"] == ["other"]
    assert inputs(icplint, "..", "--exclude", "build")["configuration"] == ["../build", "../live", "other", "site"]


def test_a_directory_named_in_brackets_is_no_pattern(
    site: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(site, {"[x]/a/main.tf": "", "[x]/b/main.tf": "", "x/a/main.tf": ""})
    monkeypatch.chdir(site / "[x]")
    assert inputs(icplint, ".", "--exclude", f"{site}/[x]/a")["configuration"] == ["b"]
    assert "../x/a" in inputs(icplint, "..", "--exclude", "../build", "--exclude", "a/")["configuration"]


@pytest.mark.parametrize("pattern", ["./tests", "live/../tests/"])
def test_settings_mean_the_same_forms(pattern: str, site: Path, icplint: Icplint) -> None:
    lay(site, {"icplint.toml": f'exclude = ["{pattern}"]\n'})
    assert inputs(icplint)["configuration"] == ["build", "live"]


@pytest.mark.parametrize("pattern", ["[", "a[b", "x\\", "/", "#tests", "[[:none:]]"])
def test_a_pattern_that_can_fit_nothing_is_an_error(pattern: str, site: Path, icplint: Icplint) -> None:
    done = icplint("check", "--exclude", pattern, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"error: --exclude {pattern} can fit nothing: ")
    lay(site, {"icplint.toml": f"exclude = ['{pattern}']\n"})
    assert "exclude in icplint.toml must be a list of patterns" in icplint("check", "--lang", "en").err


def test_an_empty_pattern_is_an_error(site: Path, icplint: Icplint) -> None:
    for empty in ("", " "):
        done = icplint("check", "--exclude", empty, "--lang", "en")
        assert (done.code, done.err) == (2, "error: an empty --exclude: is a variable unset?\n")
    assert icplint("graph", "--exclude", "", "--lang", "zh").err == "错误：--exclude 的值为空：是否有变量未赋值？\n"


def test_a_pattern_that_leaves_out_nothing_is_a_warning(site: Path, icplint: Icplint) -> None:
    for command in ("check", "graph", "eligibility"):
        done = icplint(command, "--exclude", "tset", "--exclude", "tests", "--lang", "en")
        assert done.err.count("warning: ") == 1
        assert "warning: --exclude tset leaves out nothing: " in done.err
    for fits in (["tests", "tests/site"], ["node_modules"], ["tests", "site/../tests/"], [".hidden"], ["!tests"]):
        assert "warning" not in icplint("check", *(f"--exclude={one}" for one in fits), "--lang", "en").err
    assert "warning" not in icplint("check", "live/main.tf", "--exclude", "tests", "--lang", "en").err
