"""XML as its readers accept it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from icplint.model.printable import printable_lines
from icplint.model.regex import regex

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ILLEGAL: Final = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """Return a text with escapes for what no XML document may hold (XML 1.0, production 2), or should not be read."""
    return _ILLEGAL.sub("\ufffd", printable_lines(text))


def document(root: Element) -> str:
    """Return a document, indented."""
    from xml.etree import ElementTree as ET

    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
