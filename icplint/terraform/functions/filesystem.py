"""Functions that read files."""

from __future__ import annotations

import base64
import os.path
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from icplint.terraform.functions import glob
from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, strings, table, unsupported
from icplint.terraform.functions.hashing import HASHES
from icplint.terraform.functions.paths import cleaned
from icplint.terraform.functions.patterns import UnmatchedError
from icplint.terraform.functions.reading import OUTSIDE, UnreadFile, contents, inside, located, path_text
from icplint.terraform.values.distinct import set_of
from icplint.terraform.values.types import BOOL, STRING, SetType
from icplint.terraform.values.value import FALSE, TRUE, Value, string, unknown_from


def _check_allowed(name: str, context: Context) -> None:
    if context.within == "templatestring":
        raise RefusalError(
            f"cannot use filesystem access functions like {name} in templatestring templates; consider passing the "
            "function result as a template variable instead"
        )


def _reading(name: str, made_of: Callable[[bytes, str], str]) -> Function:
    """Return a function that makes a string of what is in a file."""

    def call(arguments: list[Value], context: Context) -> Value:
        _check_allowed(name, context)
        given = arguments[0]
        if not given.known:
            return unknown_from(STRING, [given])
        data = contents(context, given.raw, given.marks)
        if isinstance(data, UnreadFile):
            return data.value(STRING).marked(given.marks)
        return string(made_of(data, path_text(given.raw, given.marks))).marked(given.marks)

    return Function(name, (_PATH,), None, STRING, call)


def _text(data: bytes, path: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise RefusalError(
            f"contents of {path} are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded "
            "contents or the other file functions (e.g. filemd5, filesha256) to obtain file hashing results instead"
        ) from None


def _hash(name: str) -> Function:
    reading = _reading(f"file{name}", lambda data, _: HASHES[name](data))

    def call(arguments: list[Value], context: Context) -> Value:
        try:
            return reading.call(arguments, context)
        except RefusalError as refusal:
            if "no file exists" not in str(refusal):
                raise
            raise RefusalError(f"open {cleaned(arguments[0].raw)}: no such file or directory") from None

    return replace(reading, call=call)


def _fileexists(arguments: list[Value], context: Context) -> Value:
    _check_allowed("fileexists", context)
    given = arguments[0]
    if not given.known:
        return unknown_from(BOOL, [given])
    place = located(context, given.raw)
    if not inside(context, place):
        return (
            UnreadFile(OUTSIDE.using(path=path_text(given.raw, given.marks)), context.settle())
            .value(BOOL)
            .marked(given.marks)
        )
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        return FALSE.marked(given.marks)
    except (OSError, ValueError):
        raise RefusalError(f"failed to stat {path_text(given.raw, given.marks)}", safe=True) from None
    if stat.S_ISREG(mode):
        return TRUE.marked(given.marks)
    kind = "a directory, not a file" if stat.S_ISDIR(mode) else "not a regular file"
    raise RefusalError(f"{path_text(given.raw, given.marks)} is {kind}", safe=True)


def _fileset(arguments: list[Value], context: Context) -> Value:
    _check_allowed("fileset", context)
    path, pattern = arguments
    marks = path.marks | pattern.marks
    if not (path.known and pattern.known):
        return unknown_from(SetType(STRING), arguments)
    whole = cleaned(f"{path.raw}/{pattern.raw}")
    base = Path("/") if whole.startswith("/") else context.directory
    start = context.directory / cleaned(path.raw or ".")
    try:
        matched = [
            os.path.relpath(match, start)
            for match in glob.glob_paths(context, base, glob.split(whole.lstrip("/"), "/"))
            if match.is_file()
        ]
    except UnmatchedError as error:
        return unsupported("fileset", SetType(STRING), arguments, error.why)
    except glob.OutsideError:
        return (
            UnreadFile(OUTSIDE.using(path=path_text(whole, marks)), context.settle())
            .value(SetType(STRING))
            .marked(marks)
        )
    except (OSError, ValueError, RefusalError) as error:
        raise RefusalError(f"failed to glob pattern {path_text(whole, marks)}: {error}") from None
    return set_of(strings(matched).raw, STRING).marked(marks)


_PATH: Final = Parameter("path", STRING, unknown=True, marked=True)

FUNCTIONS: Final = table(
    _reading("file", _text),
    _reading("filebase64", lambda data, _: base64.b64encode(data).decode()),
    *map(_hash, HASHES),
    Function("fileexists", (_PATH,), None, BOOL, _fileexists),
    Function(
        "fileset",
        (_PATH, Parameter("pattern", STRING, unknown=True, marked=True)),
        None,
        SetType(STRING),
        _fileset,
    ),
)
