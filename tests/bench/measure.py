"""Measures whole icplint processes, wall time and peak memory, beside what they may cost and what others take.

Peers are c7n-left and checkov where they are on PATH, and those that are given: `--peer PATH`. Each reads what icplint
reads, and asks one thing of it. The corpora are measured where ../shared is beside the checkout.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

import dimensions
from generate import write
from plan import plan
from process import ANSWERED, NotMeasuredError, run
from sites import filings

MODULES: Final = Path(__file__).parents[2].parent / "shared" / "corpora" / "modules"
PEERS: Final = ("c7n-left", "checkov")
POLICY: Final = """\
policies:
  - name: period
    resource: terraform.alicloud_instance
    filters:
      - period: 1
"""
"""What c7n-left asks of each instance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A command, where it runs, and its budgets: wall seconds and peak megabytes. Peers read the directory, too."""

    name: str
    directory: Path
    arguments: Sequence[str] = ("check",)
    seconds: float
    megabytes: float | None = None
    compared: bool = False
    codes: frozenset[int] = ANSWERED


def cases(top: Path) -> Iterator[Case]:
    """Write the inputs below `top` and yield what is measured."""
    yield Case(name="icplint --version", directory=top, arguments=("--version",), seconds=0.08)
    for domains, number, seconds, megabytes in ((1, 10, 0.15, None), (1, 1000, 0.8, 90), (50, 1000, 0.8, 120)):
        directory = top / f"{number}-{domains}"
        write(directory, number, domains)
        name = f"{number:,} files, {number * 5:,} resources, {'one domain' if domains == 1 else f'{domains} domains'}"
        yield Case(name=name, directory=directory, seconds=seconds, megabytes=megabytes, compared=domains == 1)
    (top / "plan").mkdir()
    (top / "plan" / "plan.json").write_text(plan(6), encoding="utf-8")
    (top / "plan" / "filings.toml").write_text(filings(), encoding="utf-8")
    yield Case(name="a plan of 6 MB", directory=top / "plan", arguments=("check", "plan.json"), seconds=0.35)
    (top / "roots").mkdir()
    changed = dimensions.one_file_of_roots(top / "roots", 200)
    yield Case(name="a changed file, 200 root modules", directory=top / "roots", arguments=changed, seconds=0.2)
    yield Case(name="all of 200 root modules", directory=top / "roots", seconds=0.6)
    if MODULES.is_dir():
        yield Case(
            name="the modules of the corpora",
            directory=MODULES,
            arguments=("check", "."),
            seconds=0.7,
            codes=ANSWERED | {2},
        )


def commands(peers: Sequence[str], top: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield what each peer is called, and its command, which is run in the directory that it reads."""
    policies = top / "policies"
    policies.mkdir()
    (policies / "policy.yml").write_text(POLICY, encoding="utf-8")
    for peer in peers:
        name = Path(peer).name
        if name == "c7n-left":
            yield name, [peer, "run", "-p", str(policies), "-d", ".", "-o", "json"]
        elif name == "checkov":
            yield name, [peer, "-d", ".", "--framework", "terraform", "--compact", "--quiet", "-o", "json"]
        else:
            raise SystemExit(f"{name} is none of {', '.join(PEERS)}")


def measured(
    command: Sequence[str], directory: Path, runs: int, codes: frozenset[int] = ANSWERED
) -> tuple[float, float, float, float]:
    """Return median wall, best wall, median processor seconds and median megabytes of `runs`, after one that warms up."""
    run(command, directory, codes=codes)
    costs = [run(command, directory, codes=codes) for _ in range(runs)]
    wall, processor, megabytes, _ = (median(column) for column in zip(*costs, strict=True))
    return wall, min(cost.wall for cost in costs), processor, megabytes


def row(name: str, figures: tuple[float, float, float, float], *more: str) -> str:
    """Return a line of the table."""
    wall, best, processor, megabytes = figures
    return f"{name:<46} {wall:7.3f} {best:7.3f} {processor:7.3f} {megabytes:7.1f}   {' '.join(more)}".rstrip()


def verdict(case: Case, wall: float, megabytes: float) -> tuple[str, str]:
    """Return a case's budget, and whether it kept to it."""
    over = wall > case.seconds or (case.megabytes is not None and megabytes > case.megabytes)
    budget = f"{case.seconds:.2f} s" + (f", {case.megabytes:.0f} MB" if case.megabytes else "")
    return f"{budget:<16}", "OVER" if over else "ok"


def table(program: str, peers: Sequence[str], runs: int, top: Path) -> Iterator[str]:
    """Yield the lines: each case, and below it what the peers take for the same and how many times as long that is."""
    others = list(commands(peers, top))
    for case in cases(top):
        own = measured((program, *case.arguments), case.directory, runs, case.codes)
        yield row(case.name, own, *verdict(case, own[0], own[3]))
        for name, command in others if case.compared else ():
            try:
                theirs = measured(command, case.directory, runs)
            except NotMeasuredError as error:
                yield f"  {error}"
                continue
            yield row(f"  {name}", theirs, f"icplint / {name}: {own[0] / theirs[0]:.2f}, cpu {own[2] / theirs[2]:.2f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="how often each is run (default: 5)")
    parser.add_argument(
        "--peer", action="append", metavar="PATH", help=f"where one of {', '.join(PEERS)} is; repeatable"
    )
    parser.add_argument("--program", metavar="PATH", help="the icplint that is measured (default: the installed one)")
    given = parser.parse_args()
    beside = str(Path(sys.executable).parent)
    program = given.program or shutil.which("icplint", path=beside) or shutil.which("icplint")
    if program is None:
        parser.error("icplint is not installed")
    peers = given.peer or [found for found in map(shutil.which, PEERS) if found]
    say = partial(print, flush=True)
    say(f"{'':<46} {'wall s':>7} {'best s':>7} {'cpu s':>7} {'MB':>7}   budget")
    with tempfile.TemporaryDirectory() as top:
        for line in table(program, peers, given.runs, Path(top)):
            say(line)


if __name__ == "__main__":
    main()
