"""The help of every command, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import typer.main

from icplint.cli import app
from icplint.cli.chinese import HELP

Icplint = Callable[..., Any]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def commands(command: Any, *path: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, *path, name)


TREE = dict(commands(typer.main.get_command(app)))


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


def test_chinese_is_written_once_and_as_chinese() -> None:
    assert [text for text in HELP.values() if not CHINESE.search(text) or not text.endswith("。")] == []
    assert [text for text in HELP.values() if re.search(r"[,;!?]", text)] == []
