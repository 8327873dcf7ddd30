"""A process that may be lost: it takes limits upon itself, unpacks what a stranger sent, and becomes the check.

python -P -m icplint.runtask.child ORDER COMMAND…     ORDER: see `Order`, as JSON
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from icplint.child_process import Limits, limit
from icplint.errors import IcplintError
from icplint.model.dataclass import dataclass
from icplint.model.text import Language, Text
from icplint.runtask.archive import unpack

NO_DIRECTORY: Final = Text(en="the configuration has no directory {name}", zh="配置中没有目录 {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to check: a `plan`, or the directory `within` what `archive` holds, or both; within which `limits`."""

    plan: str | None
    archive: str | None
    within: str
    limits: str
    language: Language

    def written(self) -> str:
        """Return it as an argument."""
        return json.dumps(asdict(self))


def main() -> None:
    """Do what the arguments say."""
    order, command = Order(**json.loads(sys.argv[1])), sys.argv[2:]
    limit(Limits.read(order.limits))
    target = order.plan
    try:
        if order.archive is not None:
            target = _beside(order.plan, _unpacked(order.archive, order.within))
    except IcplintError as error:
        print(error.text.say(order.language), file=sys.stderr)  # noqa: T201 - its parent hears it
    if target is None:
        raise SystemExit(2)
    if os.name == "posix":
        os.execv(command[0], [*command, target])  # noqa: S606 - no shell; the limits stay
    raise SystemExit(subprocess.call([*command, target]))  # noqa: S603 - no shell


def _unpacked(archive: str, within: str) -> Path:
    """Unpack an archive into a directory of its own beside; return the one of these that is to be checked."""
    top = Path("configuration")
    top.mkdir()
    unpack(Path(archive), top)
    chosen = top / within.strip("/")
    if not (chosen.is_dir() and chosen.resolve().is_relative_to(top.resolve())):
        raise IcplintError(NO_DIRECTORY.using(name=within))
    return chosen


def _beside(plan: str | None, directory: Path) -> str:
    """Move a plan into the directory of its configuration, over nothing; return what is to be checked."""
    if plan is None:
        return directory.as_posix()
    names = (directory / f"plan{number or ''}.json" for number in itertools.count())
    free = next(path for path in names if not os.path.lexists(path))
    return Path(plan).rename(free).as_posix()


if __name__ == "__main__":
    main()
