"""How time, memory and output of a check grow, one dimension at a time: figures to look at, which no test asserts.

python tests/bench/growth.py [SIZES] [DIMENSION…]      python tests/bench/growth.py 1000,4000 one_domain cname_chain

An exponent is of what comes to a cost of the smallest input: 1 says that twice as much costs twice as much.
"""

from __future__ import annotations

import argparse
import json
import math
import shlex
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from dimensions import DIMENSIONS
from process import Cost, NotMeasuredError, run

SIZES: Final = "500,2000"
LIMIT: Final = 120.0
"""Seconds after which a process is ended, and larger sizes are not tried."""
FLOOR: Final = (0.02, 1.0, 1000)
"""Processor seconds, megabytes and bytes: what has to come to a smaller size for an exponent to mean anything."""
WRITE: Final = "import json, sys; from pathlib import Path; from dimensions import DIMENSIONS; "
WRITE_ONE: Final = f"{WRITE}print(json.dumps(DIMENSIONS[sys.argv[1]](Path('.'), int(sys.argv[2]))))"


def cost(program: list[str], name: str, size: int) -> Cost:
    """Write an input, in a process of its own, and return what a check of it takes; raises NotMeasuredError."""
    with tempfile.TemporaryDirectory() as directory:
        writer = [sys.executable, "-c", WRITE_ONE, name, str(size)]
        environment = {"PYTHONPATH": str(Path(__file__).parent)}
        done = subprocess.run(writer, cwd=directory, env=environment, stdout=subprocess.PIPE, check=True)
        return run([*program, *json.loads(done.stdout)], Path(directory), LIMIT)


def exponents(least: Cost, sizes: tuple[int, int], costs: tuple[Cost, Cost]) -> list[str]:
    """Return how processor time, memory and output grow from one size to the other, above what the least one takes."""
    found = []
    for place, floor in enumerate(FLOOR, 1):
        small, large = (one[place] - least[place] for one in costs)
        known = small > floor and large > 0
        found.append(f"{math.log(large / small) / math.log(sizes[1] / sizes[0]):.2f}" if known else "-")
    return found


def row(program: list[str], name: str, sizes: list[int]) -> str:
    """Return the line of a dimension: its costs at each size, and the exponents between the two largest."""
    measured: dict[int, Cost] = {}
    ended = ""
    try:
        least = cost(program, name, 1)
        for size in sizes:
            measured[size] = cost(program, name, size)
    except NotMeasuredError as error:
        ended = f"  {error}"
    shown = [f"{c.processor:7.2f} s {c.megabytes:6.0f} MB {c.output / 1e3:9.0f} kB" for c in measured.values()]
    grown = ["-"] * len(FLOOR)
    if len(measured) > 1:
        (one, before), (other, after) = list(measured.items())[-2:]
        grown = exponents(least, (one, other), (before, after))
    return f"{name:<24}{' '.join(shown)}   {' '.join(f'{each:>5}' for each in grown)}{ended}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="?", default=SIZES, help=f"how many of the thing (default: {SIZES})")
    parser.add_argument("dimensions", nargs="*", metavar="DIMENSION", help=f"of {', '.join(DIMENSIONS)} (default: all)")
    command = f"{sys.executable} -m icplint"
    parser.add_argument("--program", default=command, help="the icplint that is measured (default: this Python's)")
    given = parser.parse_args()
    unknown = [name for name in given.dimensions if name not in DIMENSIONS]
    if unknown:
        parser.error(f"no such dimension: {', '.join(unknown)}")
    sizes = sorted(map(int, given.sizes.split(",")))
    say = partial(print, flush=True)
    say(f"{'':<24}{' '.join(f'{size:>29,}' for size in sizes)}   exponents of time, memory, output")
    for name in given.dimensions or DIMENSIONS:
        say(row(shlex.split(given.program), name, sizes))


if __name__ == "__main__":
    main()
