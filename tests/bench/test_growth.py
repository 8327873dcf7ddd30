"""What a check does is counted at two sizes of an input: whatever grows faster than its input is named.

Calls are counted, of each function, generator and method; never seconds. `growth.py` measures what it costs.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from dimensions import DIMENSIONS

import icplint as package

LEFT_OUT: Final = {"format_csv", "format_markdown", "format_text"}
COUNTED: Final = [name for name in DIMENSIONS if name not in LEFT_OUT]
SIZE: Final = 32
MOST: Final = 2.5
"""So many times as much may come to something for twice as much: more than linear by what sorting and searching add."""
FEW: Final = 4
"""What is done less often than so many times for each thing is no growth yet."""
PRODUCT: Final = str(Path(package.__file__).parent)
WHOLE: Final = "all calls"
SEVERAL: Final = {"short_of_codes": 12, "format_html": 16, "format_sarif": 16}
"""Sizes of dimensions in which one of the things is several."""
SHORTENED: Final = {"cname_chain": 48, "cname_layers": 48, "possible_ends": 64}
"""Sizes half of which is more than an argument tells whole."""
SIZES: Final = SEVERAL | SHORTENED

Work = Mapping[str, int]


def forget() -> None:
    """Empty what functions keep for the process: else a second input is less work than the first."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package.__name__]:
        for thing in list(vars(sys.modules[name]).values()):
            if hasattr(thing, "cache_clear"):
                thing.cache_clear()


@pytest.fixture
def work(icplint: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], Work]:
    """Return how often each function is called in a check of an input of a size, and how large what it prints is."""

    def counted(name: str, size: int) -> Work:
        directory = tmp_path / str(size)
        directory.mkdir()
        command = DIMENSIONS[name](directory, size)
        monkeypatch.chdir(directory)
        forget()
        profile = cProfile.Profile(builtins=False)
        done = profile.runcall(icplint, *command)
        assert done.code in {0, 1}, done.err
        calls: Counter[str] = Counter()
        for (file, line, function), (_, often, *_rest) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
            if file.startswith(PRODUCT):
                calls[f"{file.removeprefix(PRODUCT)}:{line} {function}"] += often
            calls[WHOLE] += often
        return {**calls, "characters printed": len(done.out)}

    return counted


@pytest.mark.parametrize("name", COUNTED)
def test_nothing_grows_faster_than_its_input(name: str, work: Callable[[str, int], Work]) -> None:
    """From n to 2n no more comes to it, but for a little, than twice what came to it from n / 2 to n, or half of n's."""
    size = SIZES.get(name, SIZE)
    work(name, 1)  # imports what it needs
    half, whole, twice = (work(name, n) for n in (size // 2, size, 2 * size))
    grown = {
        what: (before, once, often)
        for what, often in twice.items()
        if (before := half.get(what, 0))
        and often > FEW * 2 * size
        and often - (once := whole[what]) > MOST * max(once - before, once / 2)
    }
    assert not grown, "\n".join(f"{what}: {' -> '.join(map(str, often))}" for what, often in sorted(grown.items()))
