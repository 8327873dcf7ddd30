"""Which language the reader wants, and how errors are said."""

from __future__ import annotations

import os
import sys
from typing import Final

from icplint.model.origin import Origin
from icplint.model.text import Language, Text

VARIABLES: Final = ("ICPLINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
ERROR: Final = Text(en="error", zh="错误")


def reader_language(asked: str | None) -> Language:
    """Return the language that was asked for, else the first that the environment names, else English."""
    for word in (asked, *(os.environ.get(name) for name in VARIABLES)):
        if word:
            return "zh" if word.lower().startswith("zh") else "en"
    return "en"


def speak(text: Text, origin: Origin | None, language: Language) -> None:
    """Say an error on standard error: what, and where."""
    place = str(origin or "")
    where = f"{place}: " if place else ""
    print(f"{ERROR.say(language)}: {where}{text.say(language)}", file=sys.stderr)  # noqa: T201 - the one place
