"""Functions that change the case of letters, one code point at a time as Go does."""

from __future__ import annotations

from typing import Final

from icplint.terraform.functions.function import simple, table
from icplint.terraform.values.types import STRING

SPACES: Final = (
    "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""What Go's unicode.IsSpace holds for a space."""


def _upper(text: str) -> str:
    return text.upper() if text.isascii() else "".join(map(_capital, text))


def _capital(character: str) -> str:
    """Return the one capital of a letter; where that would be several letters, its title form or the letter itself."""
    for form in (character.upper(), character.title()):
        if len(form) == 1:
            return form
    return character


def _lower(text: str) -> str:
    return text.lower() if text.isascii() else "".join(_small(c) for c in text)


def _small(character: str) -> str:
    """Return the one small form of a letter (that of the dotted capital I is a plain i)."""
    return character.lower()[0]


def _title(text: str) -> str:
    """Return the text with the first letter of each word in title case; what is between words is not in any word."""
    letters = []
    previous = " "
    for character in text:
        letters.append(_titled(character) if _separates(previous) else character)
        previous = character
    return "".join(letters)


def _titled(character: str) -> str:
    form = character.title()
    return form if len(form) == 1 else _capital(character)


def _separates(character: str) -> bool:
    if character.isascii():
        return not (character.isalnum() or character == "_")
    return character in SPACES


_TEXT: Final = {"str": STRING}
FUNCTIONS: Final = table(
    simple("lower", _TEXT, STRING, _lower),
    simple("title", _TEXT, STRING, _title),
    simple("upper", _TEXT, STRING, _upper),
)
