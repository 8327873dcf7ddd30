"""Which language the reader wants, and how errors are said."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from icplint.model.origin import Origin
from icplint.model.printable import printable_lines
from icplint.model.regex import regex
from icplint.model.text import Language, Text

VARIABLES: Final = ("ICPLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
_LOCALE: Final = regex(r"(?:(en|zh)(?:[_-][a-z]+)*|C|POSIX)(?:\.[\w-]+)?(?:@\w+)?", re.IGNORECASE | re.ASCII)
"""A locale, as POSIX and browsers write it, in a language that icplint speaks; C and POSIX are English."""
_ASKED: Final[list[str]] = []
ERROR: Final = Text(en="error: ", zh="错误：")
WARNING: Final = Text(en="warning: ", zh="警告：")
NOTE: Final = Text(en="note: ", zh="提示：")
NOT_READ: Final = Text(en="not read: ", zh="未读取：")


def reader_language(asked: str | None = None) -> Language:
    """Return the language that was asked for, else the first that the environment names, else English.

    Whatever a command was asked for last also holds for the error that ends it.
    """
    if asked:
        _ASKED.append(asked)
    for word in (*reversed(_ASKED), *(os.environ.get(name) for name in VARIABLES)):
        if word:
            return "zh" if word.lower().startswith("zh") else "en"
    return "en"


def in_words(arguments: Sequence[str]) -> list[str]:
    """Return a command line with each locale that `--lang` is given as the language it means: zh_CN.UTF-8 as zh."""
    found = list(arguments)
    for at, word in enumerate(found):
        if word == "--":
            break
        if word.startswith("--lang="):
            found[at] = f"--lang={_language(word.removeprefix('--lang='))}"
        elif at and found[at - 1] == "--lang":
            found[at] = _language(word)
    return found


def _language(word: str) -> str:
    known = _LOCALE.fullmatch(word)
    return (known[1] or "en").lower() if known else word


def forget() -> None:
    """Start a command line afresh."""
    _ASKED.clear()


def speak(text: Text, origin: Origin | None, language: Language, heading: Text = ERROR) -> None:
    """Say an error, or what the heading says it is, on standard error: what, and where."""
    place, said = str(origin or ""), text.say(language)
    begun = text.say("en").startswith(place) and place in said  # 无法读取 main.tf: main.tf cannot be read
    where = "" if begun else f"{place}: "
    complain(f"{heading.say(language)}{where}{said}")


def complain(line: str) -> None:
    """Print a line on standard error, printable; a closed stream does not end the run."""
    with suppress(OSError):
        print(printable_lines(line), file=sys.stderr, flush=True)  # noqa: T201 - the one place
