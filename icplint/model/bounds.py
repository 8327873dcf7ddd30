"""How large what is read may be, and how it may be shaped: each number with its reason, but for Terraform's own."""

from __future__ import annotations

from typing import Any, Final

from icplint.model.regex import regex
from icplint.model.text import Text

MIB: Final = 1 << 20
"""Bytes; the sizes below are so many of them, and sentences call them MB."""
NAMED: Final = 1024
"""A file that the user names: plans of hundreds of megabytes are real."""
FOUND: Final = 64
"""A file that lies in a tree."""
REPLY: Final = 64
"""A reply, also a saved one. The largest that a service is known to send, all filings of an account, has a few."""
SETTINGS: Final = 1
REGISTER: Final = 8
"""50,000 filings as TOML, which is more than any company holds."""
BASELINE: Final = 64
"""200,000 findings."""
MODULES: Final = 4
"""What terraform init writes of 10,000 modules."""
DATABASE: Final = 200
"""A database that is read as a whole; the largest of its kind has 40."""
REPLY_LEVELS: Final = 100
"""Levels of a reply; those of the services have ten."""
EXPORT_LEVELS: Final = 200
"""Levels of a plan or a state: Terraform's are far from it; what reads them calls itself a few times for each."""

_KEY: Final = regex(r"""(?:\.\s*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')\s*+){100}""")
"""A key of a hundred parts, whose reading takes squared time; a host name has 127 labels, and is in quotes."""

_QUOTED: Final = regex(r"""\"[^"\\\n]*+\"""")

TOO_LARGE: Final = Text(
    en="it is larger than {most} MB: is it the right file? If so, split it, or remove what is not needed",
    zh="文件超过 {most} MB：请确认文件是否正确；如无误，请拆分文件或删除不需要的内容",
)
CROWDED: Final = Text(
    en="it holds more values than any export of its size: export it again",
    zh="其中的值多于同等大小的任何导出文件：请重新导出",
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


def check_toml(text: str) -> None:
    """Refuse a TOML document that takes squared time to read; raises BoundsError."""
    if _KEY.search(_QUOTED.sub('""', text)):
        raise BoundsError(LONG_KEY)


def crowded(content: bytes) -> bool:
    """Return whether a large JSON document is little but commas and brackets, each of which takes tens of bytes."""
    return len(content) > MIB and sum(content.count(sign) for sign in (b",", b"[", b"{")) > len(content) // 4


def deeper(document: Any, levels: int) -> bool:
    """Return whether a JSON document has more levels than what walks through it should have to bear."""
    level = [document]
    for _ in range(levels):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer if isinstance(outer, list) else ())
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True
