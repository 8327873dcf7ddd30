"""A pattern of ours is the compiled one, as soon as somebody asks it something."""

from __future__ import annotations

import re

import pytest

from icplint.model.regex import METHODS, regex


def test_a_pattern_finds_what_a_compiled_one_finds() -> None:
    ours, compiled = regex(r"(?P<letter>[a-z])(\d)", re.IGNORECASE), re.compile(r"(?P<letter>[a-z])(\d)", re.IGNORECASE)
    assert (ours.pattern, ours.flags, ours.groupindex) == (compiled.pattern, compiled.flags, compiled.groupindex)
    assert ours.sub(r"\2", "A1 b2") == compiled.sub(r"\2", "A1 b2") == "1 2"
    assert ours.split("xA1y") == compiled.split("xA1y")
    assert regex(rb"\d").findall(b"a1") == [b"1"]


def test_it_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *arguments: compiled.append(arguments[0]) or compile_(*arguments))
    ours = regex("a")
    assert ours.pattern == "a"
    assert compiled == []
    for method in METHODS[:3]:
        getattr(ours, method)("a")
    assert compiled == ["a"]


def test_one_that_is_wrong_says_so() -> None:
    with pytest.raises(re.error):
        regex("(").match("a")
