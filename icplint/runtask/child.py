"""A process that may be lost: it takes limits upon itself, unpacks what a stranger sent, and becomes the check.

python -P -m icplint.runtask.child ORDER COMMAND…     ORDER: see `Order`, as JSON
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from icplint.confined import Limits, limit
from icplint.errors import IcplintError
from icplint.model.text import Language, Text
from icplint.runtask.archive import unpack

NO_DIRECTORY: Final = Text(en="the configuration has no directory {name}", zh="配置中没有目录 {name}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to check: `target` below the current directory, or below what `archive` holds; within which `limits`."""

    target: str
    archive: str | None
    limits: str
    language: Language

    def written(self) -> str:
        """Return it as an argument."""
        return json.dumps(asdict(self))


def main() -> None:
    """Do what the arguments say."""
    order, command = Order(**json.loads(sys.argv[1])), sys.argv[2:]
    limit(Limits.read(order.limits))
    try:
        target = order.target if order.archive is None else _unpacked(order.archive, order.target)
    except IcplintError as error:
        print(error.text.say(order.language), file=sys.stderr)  # noqa: T201 - its parent hears it
        raise SystemExit(2) from None
    if os.name == "posix":
        os.execv(command[0], [*command, target])  # noqa: S606 - no shell; the limits stay
    raise SystemExit(subprocess.call([*command, target]))  # noqa: S603 - no shell


def _unpacked(archive: str, working_directory: str) -> str:
    """Unpack an archive into a directory of its own beside; return the path of what is to be checked there."""
    here = Path.cwd()
    top = here / "configuration"
    top.mkdir()
    unpack(Path(archive), top)
    chosen = top / working_directory.strip("/")
    if not (chosen.is_dir() and chosen.resolve().is_relative_to(top.resolve())):
        raise IcplintError(NO_DIRECTORY.using(name=working_directory))
    return chosen.relative_to(here).as_posix()


if __name__ == "__main__":
    main()
