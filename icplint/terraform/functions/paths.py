"""Functions of paths, which read nothing."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, simple, table
from icplint.terraform.values.types import STRING
from icplint.terraform.values.value import Value, string


def expanded(path: str) -> str:
    """Return the path with the user's home in place of a leading tilde."""
    if not path.startswith("~"):
        return path
    if path[1:2] not in {"", "/", "\\"}:
        raise RefusalError("cannot expand user-specific home dir")
    return os.path.normpath(f"{Path.home()}/{path[1:]}")


def _basename(path: str) -> str:
    if not path:
        return "."
    return path.rstrip("/").rpartition("/")[2] or "/"


def _dirname(path: str) -> str:
    return cleaned(path.rpartition("/")[0] + ("/" if "/" in path else ""))


def cleaned(path: str) -> str:
    """Return the shortest equal path; links are not looked at."""
    normal = os.path.normpath(path) if path else "."
    return normal[1:] if normal.startswith("//") else normal


def _abspath(arguments: list[Value], context: Context) -> Value:
    return string(
        cleaned(
            arguments[0].raw
            if arguments[0].raw.startswith("/")
            else f"{context.directory.absolute()}/{arguments[0].raw}"
        )
    )


_PATH: Final = {"path": STRING}

FUNCTIONS: Final = table(
    Function("abspath", (Parameter("path", STRING),), None, STRING, _abspath),
    simple("basename", _PATH, STRING, _basename),
    simple("dirname", _PATH, STRING, _dirname),
    simple("pathexpand", _PATH, STRING, expanded),
)
