"""How large files of settings and records may be that people keep by hand, and how they may be shaped."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from icplint.model.text import Text

MEGABYTE: Final = 1 << 20
SETTINGS: Final = 1
REGISTER: Final = 8
"""Megabytes: 50,000 filings as TOML, which is more than any company holds."""

BASELINE: Final = 64
"""Megabytes: 200,000 findings."""

DATABASE: Final = 200
"""Megabytes of a database that is read as a whole; the largest of its kind has 40."""

_KEY: Final = re.compile(r"""(?:\.\s*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')\s*+){100}""")
"""A key of a hundred parts, whose reading takes squared time; a host name has 127 labels, and is in quotes."""

_QUOTED: Final = re.compile(r"""\"[^"\\\n]*+\"""")

TOO_LARGE: Final = Text(
    en="it is larger than {most} MB: is it the right file? If so, split it, or remove what is not needed",
    zh="文件超过 {most} MB：请确认文件是否正确；如无误，请拆分文件或删除不需要的内容",
)
LONG_KEY: Final = Text(
    en="it has a key of more than 100 parts, such as a.b.c…: shorten it",
    zh="其中有超过 100 段的键（如 a.b.c…）：请缩短",
)
NESTED: Final = Text(en="it is nested too deeply: flatten it", zh="嵌套过深：请减少嵌套层次")


class BoundsError(Exception):
    """A file that is larger, or of another shape, than any that people keep."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.say("en"))
        self.text = text


def read(path: Path, megabytes: int) -> bytes:
    """Return what a file holds; raises OSError, or BoundsError where it holds more than so much."""
    with path.open("rb") as file:
        content = file.read(megabytes * MEGABYTE + 1)
    if len(content) > megabytes * MEGABYTE:
        raise BoundsError(TOO_LARGE.using(most=megabytes))
    return content


def check_toml(text: str) -> None:
    """Refuse a TOML document that takes squared time to read; raises BoundsError."""
    if _KEY.search(_QUOTED.sub('""', text)):
        raise BoundsError(LONG_KEY)
