"""How YAML is laid out: the emitter of libyaml, as far as values of Terraform need it.

Source: github.com/zclconf/go-cty-yaml, encode.go and emitterc.go.
"""

from __future__ import annotations

from typing import Final

from icplint.model.regex import regex
from icplint.terraform.values import numbers
from icplint.terraform.values.value import Value

_INDENT: Final = 2
_WIDTH: Final = 80
_LONGEST_KEY: Final = 128
_BREAKS: Final = "\r\n\x85\u2028\u2029"
_UNPRINTABLE: Final = regex("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]")
_SPACE_BREAK: Final = regex(f" [{_BREAKS}]")
_ESCAPES: Final = {
    "\0": "0",
    "\a": "a",
    "\b": "b",
    "\t": "t",
    "\n": "n",
    "\v": "v",
    "\f": "f",
    "\r": "r",
    "\x1b": "e",
    '"': '"',
    "\\": "\\",
    "\x85": "N",
    "\xa0": "_",
    "\u2028": "L",
    "\u2029": "P",
}


def laid_out(value: Value) -> str:
    """Return a known value as a document of YAML."""
    layout = _Layout()
    layout.node(value)
    layout.line()
    if not isinstance(value.raw, str | tuple | dict):
        layout.indicator("...")
        layout.line()
    return "".join(layout.pieces)


class _Layout:
    """What is written so far, and where: `fresh` while nothing but spaces and indicators stands in the line.

    `spaced` says that no space is needed before what comes next.
    """

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.column = 0
        self.indent = -1
        self.spaced = True
        self.fresh = True

    def node(self, value: Value, *, of_mapping: bool = False) -> None:
        """Write a value; `of_mapping` says that it belongs to a key."""
        match value.raw:
            case str():
                self._string(value.raw)
            case tuple() if value.raw:
                self._sequence(value.raw, indented=not of_mapping or self.fresh)
            case dict() if value.raw:
                self._mapping(value.raw)
            case tuple():
                self.indicator("[]")
            case dict():
                self.indicator("{}")
            case None:
                self.indicator("null")
            case bool():
                self.indicator("true" if value.raw else "false")
            case _:
                self.indicator(numbers.spell(value.raw))

    def line(self) -> None:
        """Go to the start of a line, unless nothing is written in this one yet."""
        indent = max(self.indent, 0)
        if not self.fresh or self.column > indent or (self.column == indent and not self.spaced):
            self._break("\n")
        self._write(" " * (indent - self.column))
        self.spaced = self.fresh = True

    def indicator(self, text: str, *, apart: bool = True, fresh: bool = False) -> None:
        """Write an indicator or a plain scalar, `apart` from what stands before."""
        self._write(f" {text}" if apart and not self.spaced else text)
        self.spaced = False
        self.fresh = self.fresh and fresh

    def _write(self, text: str) -> None:
        self.pieces.append(text)
        self.column += len(text)

    def _break(self, character: str) -> None:
        self.pieces.append(character)
        self.column = 0

    def _sequence(self, items: tuple[Value, ...], *, indented: bool) -> None:
        outer = self.indent
        self.indent = 0 if outer < 0 else outer + _INDENT * indented
        for item in items:
            self.line()
            self.indicator("-", fresh=True)
            self.node(item)
        self.indent = outer

    def _mapping(self, items: dict[str, Value]) -> None:
        outer = self.indent
        self.indent = 0 if outer < 0 else outer + _INDENT
        for key, value in items.items():
            self.line()
            if len(key.encode()) <= _LONGEST_KEY and not any(c in _BREAKS for c in key):
                self._quoted(key, folded=False)
                self.indicator(":", apart=False)
            else:
                self.indicator("?", fresh=True)
                self._string(key)
                self.line()
                self.indicator(":", fresh=True)
            self.node(value, of_mapping=True)
        self.indent = outer

    def _string(self, text: str) -> None:
        outer = self.indent
        self.indent = max(outer, 0) + _INDENT
        if "\n" not in text or text.endswith(" ") or _SPACE_BREAK.search(text) or _UNPRINTABLE.search(text):
            self._quoted(text, folded=True)
        else:
            self._literal(text)
        self.indent = outer

    def _literal(self, text: str) -> None:
        self.indicator("|" + (str(_INDENT) if text[0] in f" {_BREAKS}" else "") + _chomping(text))
        self._break("\n")
        self.spaced = self.fresh = starts = True
        for character in text:
            breaks = character in _BREAKS
            if breaks:
                self._break(character)
            else:
                if starts:
                    self.line()
                self._write(character)
            self.fresh = starts = breaks

    def _quoted(self, text: str, *, folded: bool) -> None:
        r"""Write text in double quotes; where it starts with a byte order mark, the emitter escapes all of it."""
        self.indicator('"')
        all_escaped = text.startswith("\ufeff")
        after_space = False
        for position, character in enumerate(text):
            inside = 0 < position < len(text) - 1
            if all_escaped or character in '"\\' or character in _BREAKS or _UNPRINTABLE.match(character):
                self._write(_escaped(character))
            elif character == " " and folded and not after_space and self.column > _WIDTH and inside:
                self.line()
                self._write("\\" if text[position + 1] == " " else "")
            else:
                self._write(character)
            after_space = character == " " and not all_escaped
        self.indicator('"', apart=False)


def _chomping(text: str) -> str:
    if text[-1] not in _BREAKS:
        return "-"
    return "+" if len(text) == 1 or text[-2] in _BREAKS else ""


def _escaped(character: str) -> str:
    point = ord(character)
    if character in _ESCAPES:
        return "\\" + _ESCAPES[character]
    return f"\\x{point:02X}" if point <= 0xFF else f"\\u{point:04X}" if point <= 0xFFFF else f"\\U{point:08X}"
