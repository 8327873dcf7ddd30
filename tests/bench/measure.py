"""Measures whole icplint processes, wall time and peak memory, beside what they may cost. For Unix."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from generate import write
from plan import plan
from sites import filings

ENVIRONMENT: Final = {**os.environ, "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A command, where it runs, and its budgets: wall seconds and peak megabytes."""

    name: str
    directory: Path
    arguments: Sequence[str]
    seconds: float
    megabytes: float | None = None


class Cost(NamedTuple):
    """What one process took: wall and processor seconds, and the most memory that it held, in megabytes."""

    wall: float
    processor: float
    megabytes: float


def cases(top: Path) -> Iterator[Case]:
    """Write the inputs below `top` and yield what is measured."""
    yield Case(name="icplint --version", directory=top, arguments=("--version",), seconds=0.08)
    for files, seconds, megabytes in ((10, 0.15, None), (1000, 0.8, 120)):
        directory = top / str(files)
        write(directory, files)
        name = f"{files:,} files, {files * 5:,} resources"
        yield Case(name=name, directory=directory, arguments=("check",), seconds=seconds, megabytes=megabytes)
    (top / "plan").mkdir()
    (top / "plan" / "plan.json").write_text(plan(6), encoding="utf-8")
    (top / "plan" / "filings.toml").write_text(filings(), encoding="utf-8")
    yield Case(name="a plan of 6 MB", directory=top / "plan", arguments=("check", "plan.json"), seconds=0.35)


def run(program: str, case: Case) -> Cost:
    """Run a case once. Exit 1 says that there are findings, as there should be; 2 that nothing was measured."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [program, *case.arguments], cwd=case.directory, env=ENVIRONMENT, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{program} {' '.join(case.arguments)} ended with {process.returncode}")
    unit = 1e6 if sys.platform == "darwin" else 1e3  # ru_maxrss is in bytes there, in kilobytes elsewhere
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def measured(program: str, case: Case, runs: int) -> str:
    """Return a case's row of the table: medians of `runs`, after one that warms up."""
    run(program, case)
    costs = [run(program, case) for _ in range(runs)]
    wall, processor, megabytes = (median(column) for column in zip(*costs, strict=True))
    best = min(cost.wall for cost in costs)
    budget = f"{case.seconds:.2f} s" + (f", {case.megabytes:.0f} MB" if case.megabytes else "")
    over = wall > case.seconds or (case.megabytes is not None and megabytes > case.megabytes)
    verdict = "OVER" if over else "ok"
    return f"{case.name:<30} {wall:7.3f} {best:7.3f} {processor:7.3f} {megabytes:7.1f}   {budget:<16} {verdict}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (default: 5)")
    given = parser.parse_args()
    program = shutil.which("icplint", path=str(Path(sys.executable).parent)) or shutil.which("icplint")
    if program is None:
        parser.error("icplint is not installed")
    say = partial(print, flush=True)
    say(f"{'':<30} {'wall s':>7} {'best s':>7} {'cpu s':>7} {'MB':>7}   budget")
    with tempfile.TemporaryDirectory() as top:
        for case in cases(Path(top)):
            say(measured(program, case, given.runs))


if __name__ == "__main__":
    main()
