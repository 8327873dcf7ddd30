"""What others wrote, as text: on one line, visible, obeyed by nothing that reads it, and without what opens a door."""

from __future__ import annotations

import re
from typing import Final

from icplint.model.regex import regex

UNSEEN: Final = regex(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Controls of terminals, ends of lines, what turns the direction of writing or is not seen, halves of characters."""
_NAMED: Final = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_ANNOTATION: Final = regex(r"(?<![!-~])::(?=[A-Za-z]*[G-Zg-z_-].*?::)")
"""Begins a workflow command where a line does, or where it may be wrapped; `::ffff:0:1` is an address."""
_LOGGING: Final = regex(r"##(?=\[|vso\[)", re.IGNORECASE)
"""Begins a logging command of Azure Pipelines, and an old one of GitHub Actions, anywhere in a line.

https://github.com/actions/runner, `ActionCommand.cs`; https://github.com/microsoft/azure-pipelines-agent, `Command.cs`.
"""
_USER: Final = regex(r"(?<=://)(?!git@)[^/\s\"'<>\\]*@")
_TOKEN: Final = regex(
    r"(?<=[?&;])([\w.-]{0,40}?(?:token|secret|passw|pwd|signature|sshkey|credential|api[-_]?key|access[-_]?key|"
    r"(?<![\w.-])sig)[\w.-]{0,40}=)[^&#\s\"'`<>()\\]*[^&#\s\"'`<>()\\:,.;]",
    re.IGNORECASE,
)
HIDDEN: Final = "***"


def printable(text: str) -> str:
    r"""Return a text as it may leave, wherever it goes to: an ordinary one as it is, and one that was here before.

    What cannot be seen is written as Python writes it, a byte that is not UTF-8 as `\xff`; commands of pipelines are
    broken by an escape; users, passwords and tokens in URLs are hidden.
    """
    if not text.isprintable():  # nor are spaces of other widths, which stay
        text = UNSEEN.sub(escaped, text)
    if "::" in text:
        text = _ANNOTATION.sub(r":\\u003a", text)
    if "##" in text:
        text = _LOGGING.sub(r"#\\u0023", text)
    return without_keys(text) if "=" in text or "://" in text else text


def printable_lines(text: str) -> str:
    """Return the same of a text whose ends of lines are ours."""
    return "\n".join(map(printable, text.split("\n"))) if "\n" in text else printable(text)


def without_keys(text: str) -> str:
    """Return a text whose URLs have no user, password or token; `git@` is everybody's, and a `ref` is none."""
    if "://" in text:
        text = _USER.sub(f"{HIDDEN}@", text)
    if "=" in text and ("?" in text or "&" in text):
        text = _TOKEN.sub(rf"\1{HIDDEN}", text)
    return text


def printable_json(text: str) -> str:
    """Return JSON that says the same, with escapes of its own for what is not seen, or obeyed; no keys in URLs."""
    return faithful_json(without_keys(text))


def faithful_json(text: str) -> str:
    """Return JSON that says the same, with escapes of its own for what is not seen, or obeyed in a log.

    A byte that is not UTF-8 is written as `printable` does: strict readers refuse half a character.
    """
    if "##" in text:
        text = _LOGGING.sub(r"#\\u0023", text)
    return UNSEEN.sub(_json_escaped, text) if not text.isascii() or "\x7f" in text else text


def octets(text: str) -> bytes:
    """Return a text in UTF-8: the name of a file as the file system has it, half a character as one."""
    try:
        return text.encode(errors="surrogateescape")
    except UnicodeEncodeError:
        return text.encode(errors="surrogatepass")


def escaped(found: re.Match[str]) -> str:
    """Return the escape that shows a character which `UNSEEN` found."""
    character = found[0]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return _NAMED.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")


def _json_escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:  # of the layout: in a string, the encoder has escaped it
        return found[0]
    if 0xD800 <= code <= 0xDFFF:
        return f"\\{escaped(found)}"
    if code < 0x10000:
        return f"\\u{code:04x}"
    return "".join(f"\\u{half:04x}" for half in (0xD7C0 + (code >> 10), 0xDC00 + (code & 0x3FF)))
