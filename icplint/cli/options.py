"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from icplint.errors import ConfigError
from icplint.model.text import Text

NO_DATE: Final = Text(en="{text} is no date: write it as 2026-11-24", zh="{text} 不是日期，请写作 2026-11-24 的形式")


class Lang(StrEnum):
    """The languages of reports and errors."""

    EN = "en"
    ZH = "zh"


class FailOn(StrEnum):
    """From which severity on a violation fails the run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def day(text: str | None) -> date:
    """Return the day whose rules apply: as asked, else today as the machine's calendar has it."""
    if text is None:
        return date.today()  # noqa: DTZ011
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigError(NO_DATE.using(text=text)) from None
