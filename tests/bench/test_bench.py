"""The bench tells: its commands run, and print what they measured, of which no figure is asserted."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from growth import exponents
from process import Cost, NotMeasuredError, run

HERE = Path(__file__).parent
LEAST = Cost(0.1, 0.1, 30.0, 1_000)


def test_exponents_are_of_what_comes_to_the_least() -> None:
    small, large = Cost(0.3, 0.3, 40.0, 11_000), Cost(0.9, 0.9, 70.0, 161_000)
    assert exponents(LEAST, (100, 400), (small, large)) == ["1.00", "1.00", "2.00"]
    assert exponents(LEAST, (100, 400), (LEAST, large)) == ["-", "-", "-"]


def test_a_table_of_growth_has_a_line_for_each_dimension() -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "growth.py"), "2,4", "one_domain", "states"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == ["one_domain", "states"]
    assert all(len(re.findall(r" s +\d+ MB +\d+ kB", line)) == 2 for line in done.stdout.splitlines()[1:])


def test_what_does_not_answer_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="ended with 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)
    with pytest.raises(NotMeasuredError, match="ended with -9"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, limit=0.2)
    assert run([sys.executable, "-c", "print('12345')"], tmp_path).output in {6, 7}  # a line may end with two
