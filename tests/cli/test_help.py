"""The help of every command, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from icplint.cli.chinese import HELP
from icplint.cli.commands import tree

Icplint = Callable[..., Any]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def commands(command: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, *path, name)


TREE = dict(commands(tree()))


@pytest.mark.parametrize("path", TREE, ids=" ".join)
def test_a_command_and_its_options_are_explained_in_both_languages(
    path: tuple[str, ...], icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = TREE[path]
    texts = [command.help, *(getattr(parameter, "help", None) for parameter in command.params)]
    written = [" ".join(text.split()) for text in texts if text]
    assert written
    assert [text for text in written if text not in HELP] == []

    english = icplint(*path, "--help").out
    assert english.startswith("Usage: ")
    assert not CHINESE.search(english.replace("备案", ""))

    monkeypatch.setenv("ICPLINT_LANG", "zh")
    chinese = icplint(*path, "--help").out
    assert chinese.startswith("用法：")
    described = [line for line in chinese.splitlines() if re.match(r" {2,}\S.*?  +\S", line)]
    assert [line for line in described if not CHINESE.search(line)] == []
    assert not re.search(r"Options|Commands|Arguments|Show this|default:|required", chinese.replace("[OPTIONS]", ""))


def test_the_language_may_be_asked_for_beside_the_help(icplint: Icplint) -> None:
    for asked in (["--lang", "zh"], ["--lang=zh"]):
        assert icplint("check", *asked, "--help").out.startswith("用法：")
    assert icplint("check", "--help").out.startswith("Usage: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "没有命令 chek，是否想用 check？"),
        (["check", "--strikt"], "没有选项 --strikt，是否想用 --strict？"),
        (["check", "--nothing-like-it"], "没有选项 --nothing-like-it"),
        (["check", "--fail-on", "bad"], "--fail-on 的值“bad”无效，应为以下之一：error、warning、info、never"),
        (["check", "--on"], "选项 --on 缺少值"),
        (["check", "--strict=1"], "选项 --strict 不接受值"),
        (["policy", "now", "then"], "多余的参数：now then"),
        (["filings", "check"], "缺少参数"),
        (["scan", "--concurrency", "0"], "--concurrency 的值 0 超出范围 1<=x<=64"),
        (["scan", "--concurrency", "many"], "--concurrency 的值“many”不是整数"),
        (["completion", "tcsh"], "SHELL 的值“tcsh”无效，应为以下之一：bash、zsh、fish、powershell"),
        (["check", "--lang", "fr"], "--lang 的值“fr”无效，应为以下之一：en、zh"),
    ],
)
def test_a_wrong_command_line_is_said_in_chinese(
    words: list[str], said: str, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = icplint(*words)
    monkeypatch.setenv("ICPLINT_LANG", "zh")
    chinese = icplint(*words)
    assert (chinese.code, chinese.out) == (english.code, english.out) == (2, "")
    assert ("用法：" in chinese.err) == ("Usage: " in english.err)
    assert chinese.err.splitlines()[-1].startswith(f"错误：{said}")
    assert "Error: " in english.err


@pytest.mark.parametrize(
    ("words", "english", "chinese"),
    [
        (
            ["check", "graph"],
            "graph does not exist; it is a command, and one is given at a time",
            "graph 不存在；它是命令，每次只能执行一个",
        ),
        (
            ["check", "nowhere"],
            "nowhere does not exist: check how it is spelled, from where icplint runs",
            "nowhere 不存在：请检查路径（以运行目录为起点）",
        ),
        (
            ["check", "--config", "none.toml"],
            "none.toml cannot be read: No such file or directory",
            "无法读取 none.toml：没有该文件或目录",
        ),
        (
            ["check", "--output", "none/report"],
            "none/report cannot be written: there is no directory none; make it first (mkdir -p none)",
            "无法写入 none/report：目录 none 不存在；请先创建（mkdir -p none）",
        ),
        (
            ["check", "--var-file", "none.tfvars"],
            "--var-file none.tfvars: there is no such file",
            "--var-file none.tfvars：文件不存在",
        ),
    ],
)
def test_a_slip_is_one_sentence_in_either_language(
    words: list[str], english: str, chinese: str, icplint: Icplint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").touch()
    for language, said in (("en", f"error: {english}"), ("zh", f"错误：{chinese}")):
        run = icplint(*words, "--lang", language)
        assert run.code == 2
        assert run.err.removeprefix("错误：none.toml: ").removeprefix("错误：none.tfvars: ").endswith(f"{said[3:]}\n")
        assert len(run.err.splitlines()) == 1


def test_the_list_of_commands_is_whole_sentences(icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("en", "zh"):
        monkeypatch.setenv("ICPLINT_LANG", language)
        assert "..." not in icplint("--help").out.partition("\n\n")[2]


def test_codes_are_the_same_in_both_languages(
    tmp_path: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.tf").write_text("", encoding="utf-8")
    for words in (["--version"], ["check"], ["check", "nowhere"], ["explain", "ICP101"], ["explain", "x"], []):
        codes = {icplint(*words, *(["--lang", language] if len(words) > 1 else [])).code for language in ("en", "zh")}
        assert len(codes) == 1
        english = icplint(*words).code
        with monkeypatch.context() as patch:
            patch.setenv("ICPLINT_LANG", "zh")
            assert icplint(*words).code == english


def test_chinese_is_written_once_and_as_chinese() -> None:
    assert [text for text in HELP.values() if not CHINESE.search(text) or not text.endswith("。")] == []
    assert [text for text in HELP.values() if re.search(r"[;!?]|,(?!cdn|…)", text)] == []
