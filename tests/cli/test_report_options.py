"""How much a check says: --quiet, --verbose, --statistics, concise lines."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Icplint = Callable[..., Any]
ROOT = Path(__file__).parents[2]
SHOP, UNKNOWN, CLEAN = (f"examples/{name}" for name in ("shop-behind-cdn", "unknown-until-apply", "oss-static-site"))


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def heads(text: str) -> list[str]:
    """Return the first words of the heads of findings."""
    return re.findall(r"^  (\S.*?) ICP\d+ ", text, re.MULTILINE)


def test_quiet_prints_what_counts_and_nothing_else(icplint: Icplint) -> None:
    assert heads(icplint("check", SHOP).out) == ["error", "warning", "warning", "error"]
    quiet = icplint("check", SHOP, "--quiet", "--fail-on", "error")
    assert heads(quiet.out) == ["error", "error"]
    assert "·" not in quiet.out
    assert (quiet.code, quiet.err) == (1, "")
    assert icplint("check", SHOP, "-q", "--fail-on", "never").out == ""
    assert icplint("check", CLEAN, "-q").out == icplint("check", CLEAN, "-q").err == ""
    doubts = icplint("check", UNKNOWN, "-q")
    assert (doubts.code, doubts.out) == (0, "")
    strict = icplint("check", UNKNOWN, "-q", "--strict")
    assert (strict.code, set(heads(strict.out))) == (1, {"cannot tell"})
    assert len(icplint("check", SHOP, "-q", "--fail-on", "error", "--format", "concise").out.splitlines()) == 2


def test_quiet_still_says_errors(icplint: Icplint, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text("locals {\n  a = = 1\n}\n", encoding="utf-8")
    done = icplint("check", tmp_path, "--quiet")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("error: ")
    assert "main.tf:2:" in done.err


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ["rules of 2026-11-24", "settings pyproject.toml", f"root module {SHOP} (8 files)", f"{SHOP}/filings.toml"],
        ),
        (
            "zh",
            [
                "按 2026-11-24 的规定检查",
                "配置 pyproject.toml",
                f"根模块 {SHOP}（8 个文件）",
                f"备案清单 {SHOP}/filings.toml",
            ],
        ),
    ],
)
def test_verbose_says_what_was_read_and_how_long_it_took(icplint: Icplint, language: str, said: list[str]) -> None:
    silent, verbose = (
        icplint("check", SHOP, "--on", "2026-11-24", "--lang", language, *more) for more in ((), ("--verbose",))
    )
    assert (verbose.code, verbose.out) == (silent.code, silent.out)
    assert silent.err == ""
    assert [text for text in said if text not in verbose.err] == []
    assert len(re.findall(r"\d\.\d\d (?:s|秒)$", verbose.err, re.MULTILINE)) == 3


@pytest.mark.parametrize(("language", "said"), [("en", "root module . (1 file)"), ("zh", "根模块 .（1 个文件）")])
def test_one_file_is_one_file(
    icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").touch()
    assert said in icplint("check", "--verbose", "--lang", language).err.splitlines()


def test_statistics_stand_for_the_findings(icplint: Icplint) -> None:
    done = icplint("check", SHOP, "--statistics")
    assert done.code == 1
    assert heads(done.out) == []
    assert re.search(r"^ICP202 untransferred-cdn-origin +2 +0 +2 +0$", done.out, re.MULTILINE)
    assert done.out.splitlines()[-1] == icplint("check", SHOP).out.splitlines()[-1]
    quiet = icplint("check", SHOP, "--statistics", "--quiet")
    assert "·" not in quiet.out
    assert "ICP202" in quiet.out


LINE = re.compile(r"(?P<place>[^:]+(:\d+:\d+)?): (?P<word>\S+)( (?P<code>ICP\d{3}))? (?P<message>.+)")


def test_concise_lines_are_for_grep(icplint: Icplint) -> None:
    lines = icplint("check", SHOP, "--format", "concise", "--all").out.splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found)
    assert {match["word"] for match in found if match} == {"error", "warning", "compliant"}


def test_a_run_that_is_not_whole_does_not_look_clean_in_concise_lines(icplint: Icplint, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text(
        'module "vpc" {\n  source = "terraform-alicloud-modules/vpc/alicloud"\n}\n', encoding="utf-8"
    )
    (tmp_path / "broken.tf").write_text("locals {\n  a = = 1\n}\n", encoding="utf-8")
    target = tmp_path / "report"
    done = icplint("check", tmp_path, "--format", "concise", "--output", target)
    assert (done.code, done.out) == (2, "")
    words = [match["word"] for line in target.read_text(encoding="utf-8").splitlines() if (match := LINE.match(line))]
    assert words == ["error", "unread"]
    icplint("check", tmp_path, "--format", "text", "--output", target)
    text = target.read_text(encoding="utf-8")
    assert "broken.tf:2:" in text
    assert "1 error in what was read" in text


def test_the_line_shown_is_the_one_that_terraform_counts(
    icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = '# a\x0cb\u2028c\u0085d\r\nresource "alicloud_cdn_domain_new" "www" {\r\n  domain_name = "www.example.cn"\r\n}\r\n'
    (tmp_path / "main.tf").write_bytes(text.encode())
    lines = icplint("check").out.splitlines()
    assert '      3 |   domain_name = "www.example.cn"' in lines


def test_quiet_says_what_ends_the_run(icplint: Icplint, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('module "m" {\n  source = "some/module/alicloud"\n}\n', encoding="utf-8")
    for form in ("text", "concise"):
        assert icplint("check", tmp_path, "--quiet", "--format", form).out == ""
        strict = icplint("check", tmp_path, "--quiet", "--strict", "--format", form)
        assert strict.code == 1
        assert "module.m: " in strict.out


@pytest.mark.parametrize("form", ["text", "concise", "junit"])
def test_what_is_open_ends_a_strict_run(form: str, icplint: Icplint, tmp_path: Path) -> None:
    (tmp_path / "main.tf").write_text('resource "acme_app" "a" {\n  size = 1\n}\n', encoding="utf-8")
    assert icplint("check", tmp_path, "--format", form).code == 0
    for quiet in ([], ["--quiet"]):
        strict = icplint("check", tmp_path, "--strict", "--format", form, *quiet)
        assert (strict.code, "is open: acme_app" in strict.out) == (1, True)
    (tmp_path / "icplint.toml").write_text("strict = true\n", encoding="utf-8")
    assert icplint("check", tmp_path, "--format", form).code == 1
    (tmp_path / "main.tf").write_text('resource "null_resource" "a" {\n}\n', encoding="utf-8")
    assert icplint("check", tmp_path, "--format", form).code == 0


def test_nothing_in_a_name_acts_on_the_terminal(icplint: Icplint, tmp_path: Path) -> None:
    name = '"\\u001b[2Jwww.example.cn"'
    (tmp_path / "main.tf").write_text(
        f'resource "alicloud_cdn_domain_new" "www" {{\n  domain_name = {name}\n}}\nlocals {{\n  a = "\x1b[31m" +\n}}\n',
        encoding="utf-8",
    )
    for form in ("text", "concise"):
        done = icplint("check", tmp_path, "--format", form, "--all")
        assert "\x1b" not in done.out + done.err
        assert r"\u001b[2jwww.example.cn" in done.out
    tree = icplint("graph", tmp_path)
    assert "\x1b" not in tree.out + tree.err
    assert r"\u001b[2jwww.example.cn" in tree.out
