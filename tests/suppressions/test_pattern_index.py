"""A pattern finds what a test against each name finds, and looks at few names for it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from unittest.mock import patch

import pytest

from icplint.suppressions import pattern_index
from icplint.suppressions.module_paths import InModules
from icplint.suppressions.pattern_index import PatternIndex, compiled_pattern

PATTERNS = ("*.dom{}.com", "www.dom{}.com", "www.dom{}.*", "*dom{}.c?m", "www?dom{}?com", "w*.dom{}.com")


def words(many: random.Random, letters: str, most: int) -> Iterator[str]:
    """Yield random words."""
    while True:
        yield "".join(many.choice(letters) for _ in range(many.randint(0, most)))


def test_it_finds_what_a_test_against_each_name_finds() -> None:
    many = random.Random(7)  # noqa: S311 - the same names each time
    name, pattern = words(many, "ab.\n", 6), words(many, "ab.*?\n", 6)
    names = [next(name) for _ in range(300)]
    index = PatternIndex((one, n) for n, one in enumerate(names))
    for _ in range(2000):
        asked = next(pattern)
        expected = [n for n, one in enumerate(names) if compiled_pattern(asked).fullmatch(one)]
        assert sorted(index.matching(asked)) == expected, asked


def test_a_wildcard_name_matches_its_own_spelling() -> None:
    assert [*PatternIndex([("*.example.cn", 1), ("a.example.cn", 2)]).matching("*.example.cn")] == [1, 2]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_more_names_are_tested_than_may_match(pattern: str) -> None:
    """However many names and patterns there are."""
    for size in (200, 800):
        index = PatternIndex((f"www.dom{n}.com", n) for n in range(1000, 1000 + size))
        tested = 0

        class Counted:
            def __init__(self, pattern: str) -> None:
                self._of = compiled_pattern(pattern)

            def fullmatch(self, name: str) -> object:
                nonlocal tested
                tested += 1
                return self._of.fullmatch(name)

        with patch.object(pattern_index, "compiled_pattern", Counted):
            found = [[*index.matching(pattern.format(n))] for n in range(1000, 1000 + size)]
        assert found == [[n] for n in range(1000, 1000 + size)]
        assert tested <= 20 * size


def test_what_is_in_a_module_is_in_those_that_call_it() -> None:
    addresses = ("a.b", 'module.x["k"].module.y[0].a.b', "module.x.a.b", "module.xy.a.b", None)
    inside = InModules((address, n) for n, address in enumerate(addresses))
    assert [*inside.of(("x",))] == [1, 2]
    assert [*inside.of(("x", "y"))] == [1]
    assert [*inside.of(("y",))] == []
