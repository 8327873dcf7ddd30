"""Where a command's text goes: standard output, or a file."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TextIO

from icplint.cli.language import reader_language, speak
from icplint.errors import ConfigError, reason
from icplint.model.text import Text

UNWRITABLE: Final = Text(en="{file} cannot be written: {why}", zh="无法写入 {file}：{why}")
OVER_AN_INPUT: Final = Text(
    en="{file} is one of the files that were read, and would be lost: write to another file",
    zh="{file} 是本次读取的文件，写入会将其覆盖：请改用其他文件",
)
NO_DIRECTORY: Final = Text(
    en="{file} cannot be written: there is no directory {directory}; make it first (mkdir -p {directory})",
    zh="无法写入 {file}：目录 {directory} 不存在；请先创建（mkdir -p {directory}）",
)
NO_NAME: Final = Text(
    en="--output {file} names a directory: add the name of a file, such as {file}report.json",
    zh="--output {file} 是目录：请加上文件名，例如 {file}report.json",
)
NOTHING: Final = Text(en="an empty --output: is a variable unset?", zh="--output 的值为空：是否有变量未赋值？")
STANDARD_OUTPUT: Final = Text(en="standard output", zh="标准输出")
STANDARD: Final = Path("-")
"""How standard output is written in the place of a file."""
OF_STREAMS: Final = frozenset({errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF})
"""Errors of a stream that fails: errors of files are sentences already."""


def to_write(name: str | Path) -> Path:
    """Return the file that an `--output` names; raises ConfigError for a directory, and for nothing."""
    text = str(name)
    if not text.strip():
        raise ConfigError(NOTHING)
    if text.endswith(("/", os.sep)):
        raise ConfigError(NO_NAME.using(file=text))
    return Path(text)


def deliver(text: str | Iterable[str], output: Path | None = None) -> None:
    """Print a text, or the pieces of one as they come, or write them to a file; raises ConfigError."""
    pieces = (text,) if isinstance(text, str) else text
    if output is None or output == STANDARD:
        _print(pieces)
        return
    from icplint.files.writing import write

    try:
        write(pieces, output)
    except FileNotFoundError:
        directory = output.parent.as_posix()
        raise ConfigError(NO_DIRECTORY.using(file=output.as_posix(), directory=directory)) from None
    except OSError as error:
        raise ConfigError(UNWRITABLE.using(file=output.as_posix(), why=reason(error))) from None


def spare(outputs: Iterable[Path | None], read: Iterable[str], inventories: Iterable[str] = ()) -> None:
    """Raise ConfigError for an output that would replace what was `read`, Terraform, or a part of an inventory."""
    from icplint.inputs.read import TERRAFORM

    there = [output for output in outputs if output is not None and output.is_file()]
    known = {os.path.realpath(path) for path in read} if there else set()
    trees = [Path(os.path.realpath(path)) for path in inventories]
    for output in there:
        real = Path(os.path.realpath(output))
        if output.name.endswith(TERRAFORM) or str(real) in known or any(map(real.is_relative_to, trees)):
            raise ConfigError(OVER_AN_INPUT.using(file=output.as_posix()))


def say(line: str) -> None:
    """Print a line; raises ConfigError."""
    deliver(f"{line}\n")


def _print(pieces: Iterable[str]) -> None:
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except OSError as error:
        raise ConfigError(unprintable(error, sys.stdout)) from None


def prepare() -> None:
    """Let standard output and error take any text; one that the caller closed is never lent to a file."""
    for name, mode in (("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:  # writing to the first fails, as it should; the second swallows
            setattr(sys, name, os.fdopen(os.open(os.devnull, mode), "w"))
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def finish(out: TextIO, err: TextIO, code: int) -> int:
    """Send on what is left in the streams at the end of a run; return how it ends: 2 where standard output failed."""
    error = _failure(out)
    if error is None and sys.stdout is not out:  # typer met a closed pipe, and put something patient in its place
        error = BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
    if error:
        speak(unprintable(error, out), None, reader_language())
        code = 2
    if _failure(err):
        _drop(err)
    return code


def unprintable(error: OSError, out: TextIO) -> Text:
    """Return the sentence of an error of standard output, which then gets nothing more."""
    _drop(out)
    return UNWRITABLE.using(file=STANDARD_OUTPUT, why=reason(error))


def _failure(stream: TextIO) -> OSError | None:
    if stream.closed:  # as the editor's server leaves it
        return None
    try:
        stream.flush()
    except OSError as error:
        return error
    return None


def _drop(stream: TextIO) -> None:
    """Let the rest of a stream go nowhere: Python would try it once more at its end, and complain."""
    try:
        os.dup2(nowhere := os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError:  # a stream of a test has no number
        return
    os.close(nowhere)
