"""Plain TOML is read as tomllib reads it, and all else by tomllib."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icplint.files import toml
from icplint.files.toml import read_toml

ROOT = Path(__file__).parents[2]
TABLES = sorted(
    [
        *ROOT.glob("icplint/policy/*.toml"),
        *ROOT.glob("plugins/*/*/policy/*.toml"),
        *ROOT.glob("examples/*/filings.toml"),
    ]
)
LINES = (
    "",
    "# a comment",
    "  # indented",
    "[a]",
    "[a.b]",
    "[[a]]",
    "[[c]]",
    "[[c.d]]",
    "[ a ]",
    '["a"]',
    "[a] # why",
    "[a]]",
    "[[a]",
    "b = 1",
    "b = 01",
    "b = -1",
    "b = +1",
    "b = 1_000",
    "b = 1.5",
    "b = 1e3",
    "b = inf",
    "b = NaN",
    "b = null",
    "b = true",
    "b = True",
    "b=1",
    "  b = 1",
    "b =1 ",
    "b\t= 1",
    "b = 1 # why",
    "b",
    "b =",
    "= 1",
    "b.c = 1",
    '"b" = 1',
    "é = 1",
    "c = 1",
    "c = []",
    "c = [ ]",
    'b = "x"',
    "b = 'x'",
    'b = "x\\n"',
    'b = "x\\/"',
    'b = "a\tb"',
    'b = "a\x7fb"',
    'b = "a\x01b"',
    'b = "备案"',
    'b = """x"""',
    'b = "x" "y"',
    'b = ["x", "y"]',
    'b = ["x", "y",]',
    'b = ["x" "y"]',
    "b = [1, 2]",
    'b = [["x"]]',
    'b = ["x", ]',
    "b = [",
    '  "x",',
    '  "x"',
    '"x", "y",',
    "]",
    "  ]",
    ",",
    "b = {}",
    "b = 2026-11-24",
    "b = 2026-13-24",
    "b = 2026-11-24T00:00:00",
    "b = 10:00:00",
    "b = 99999999999999999999",
    "b = 1\r",
    "[a]\r",
)


def read(text: str) -> Any:
    try:
        return repr(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        return str(error)


def read_here(text: str) -> Any:
    try:
        return repr(read_toml(text))
    except tomllib.TOMLDecodeError as error:
        return str(error)


@pytest.mark.parametrize("file", TABLES, ids=lambda file: f"{file.parent.name}-{file.name}")
def test_tables_are_read_without_tomllib(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = file.read_text(encoding="utf-8")
    expected = tomllib.loads(text)
    monkeypatch.delattr(tomllib, "loads")
    assert read_toml(text) == expected


@given(st.lists(st.sampled_from(LINES), max_size=8))
def test_any_lines_mean_what_they_mean_to_tomllib(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert read_here(text) == read(text)


def test_each_line_alone_and_each_pair_too() -> None:
    for first in LINES:
        for second in ("", *LINES):
            text = f"{first}\n{second}\n"
            assert read_here(text) == read(text), text
    assert toml.__doc__
