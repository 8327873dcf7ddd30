"""What the functions that read files may read: regular files of up to 1 MiB inside the tree that is checked."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from icplint.files.reading import read_regular
from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.terraform.functions.function import Context, RefusalError, quoted
from icplint.terraform.functions.paths import cleaned, expanded
from icplint.terraform.values.budget import spend_text
from icplint.terraform.values.types import Type
from icplint.terraform.values.value import UnknownReason, Value, unknown

LARGEST: Final = 1 << 20
OUTSIDE: Final = Text(
    en="{path} lies outside of what is checked, so it is not read", zh="{path} 在检查范围之外，因此不读取"
)
TOO_LARGE: Final = Text(en="{path} is larger than 1 MiB, so it is not read", zh="{path} 超过 1 MiB，因此不读取")


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that Terraform would read and that is not read here."""

    why: Text
    settle: Text

    def value(self, kind: Type) -> Value:
        """Return what a function makes of it: an unknown."""
        return unknown(kind, UnknownReason(self.why, settle=self.settle))


def path_text(path: str, marks: frozenset[str]) -> str:
    """Return a path as messages show it."""
    return "(sensitive value)" if "sensitive" in marks else quoted(path)


def located(context: Context, path: str) -> Path:
    """Return where a path of the configuration leads, before links are followed."""
    if "\0" in path:
        raise RefusalError("invalid argument", 0)
    return context.directory / cleaned(expanded(path))


def inside(context: Context, place: Path) -> bool:
    """Return whether the place, links followed, lies in the tree that may be read."""
    try:
        return place.resolve().is_relative_to(context.root.resolve())
    except (OSError, RuntimeError, ValueError):  # a ring of links
        return False


def contents(context: Context, path: str, marks: frozenset[str]) -> bytes | UnreadFile:
    """Return what is in a file, or why it is not read; refuse what Terraform refuses."""
    place = located(context, path)
    if not inside(context, place):
        return UnreadFile(OUTSIDE.using(path=path_text(path, marks)), context.settle())
    try:
        found = place.stat()
        if stat.S_ISDIR(found.st_mode):
            raise RefusalError(f"failed to read file: read {cleaned(path)}: is a directory", 0)
        if not stat.S_ISREG(found.st_mode):
            return UnreadFile(OUTSIDE.using(path=path_text(path, marks)), context.settle())
        if found.st_size > LARGEST:
            return UnreadFile(TOO_LARGE.using(path=path_text(path, marks)), context.settle())
        spend_text(found.st_size)
        return read_regular(place, LARGEST)
    except NotADirectoryError:
        raise RefusalError(f"open {cleaned(path)}: not a directory", 0) from None
    except FileNotFoundError:
        raise RefusalError(
            f"no file exists at {path_text(path, marks)}; this function works only with files that are distributed as "
            "part of the configuration source code, so if this file will be created by a resource in this "
            "configuration you must instead obtain this result from an attribute of that resource",
            0,
            safe=True,
        ) from None
    except (OSError, ValueError) as error:
        raise RefusalError(f"failed to read file: {error}", 0) from None
