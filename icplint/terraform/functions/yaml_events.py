"""The events of a document of YAML as Go's scanner finds them: PyYAML's, where the two differ brought into line.

Source: github.com/zclconf/go-cty-yaml, scannerc.go and parserc.go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml.scanner import ScannerError

_BREAKS: Final = "\r\n\x85\u2028\u2029"
_ENDS: Final = f"\0{_BREAKS}"
_BLANKS: Final = " \t"


def events(text: str) -> Iterator[Any]:
    """Yield the events of a stream of documents, or raise yaml.YAMLError."""
    loader = _Loader(text)
    while loader.check_event():
        yield loader.get_event()


class _Loader(yaml.BaseLoader):  # type: ignore[misc] # PyYAML tells no types
    """Reads tabs and plain scalars as Go does."""

    allow_simple_key: bool

    ESCAPE_REPLACEMENTS: Final = {k: v for k, v in yaml.BaseLoader.ESCAPE_REPLACEMENTS.items() if k != "/"} | {"'": "'"}

    def scan_to_next_token(self) -> None:
        """Skip what separates tokens; a tab does where no key can start."""
        while True:
            if self.index == 0 and self.peek() == "\ufeff":
                self.forward()
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            self._skip_comment()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_directive_name(self, start_mark: Any) -> str:
        """Return the name of a directive, which is one of two."""
        name: str = super().scan_directive_name(start_mark)
        if name not in {"YAML", "TAG"}:
            raise ScannerError(None, None, "found unknown directive name", start_mark)
        return name

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:  # noqa: ARG002
        """Return whether to keep the line ends of a block, and its indentation; either may come first."""
        keep = indentation = None
        for _ in range(2):
            if keep is None and self.peek() in "-+":
                keep = self.peek() == "+"
            elif indentation is None and self.peek() in "123456789":
                indentation = int(self.peek())
            else:
                break
            self.forward()
        return keep, indentation

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        """Return what stands in quotes up to the next blank, which no code of half a character may be."""
        try:
            found = super().scan_flow_scalar_non_spaces(double, start_mark)
            "".join(found).encode()
        except ValueError:
            problem = "found invalid Unicode character escape code"
            raise ScannerError(None, None, problem, self.get_mark()) from None
        return found

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> None:  # noqa: ARG002 # PyYAML calls it so
        """Skip the rest of the line that starts a block."""
        while self.peek() in _BLANKS:
            self.forward()
        self._skip_comment()
        if self.peek() not in _ENDS:
            raise ScannerError(None, None, "did not find expected comment or line break", self.get_mark())
        self.scan_line_break()

    def scan_block_scalar_indentation(self) -> Any:
        """Find how far a block is indented: by spaces only."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab("where an indentation space is expected")
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Go to the next line of a block."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent:
            self._refuse_tab("where an indentation space is expected")
        return found

    def _refuse_tab(self, why: str) -> None:
        if self.peek() == "\t":
            raise ScannerError(None, None, f"found a tab character {why}", self.get_mark())

    def _skip_comment(self) -> None:
        if self.peek() == "#":
            while self.peek() not in _ENDS:
                self.forward()

    def scan_plain(self) -> Any:
        """Return the token of a plain scalar, which may hold tabs."""
        start = end = self.get_mark()
        indent = self.indent + 1
        chunks: list[str] = []
        blanks = ""
        while not self._ends_document() and self.peek() != "#":
            length = self._word_length()
            if length:
                chunks += [blanks, self.prefix(length)]
                self.forward(length)
                end = self.get_mark()
            if self.peek() not in _BLANKS + _BREAKS:
                break
            blanks = self._blanks(indent)
            if not self.flow_level and self.column < indent:
                break
        return yaml.ScalarToken("".join(chunks), True, start, end)

    def _ends_document(self) -> bool:
        return self.column == 0 and bool(self.check_document_start() or self.check_document_end())

    def _word_length(self) -> int:
        length = 0
        while (character := self.peek(length)) not in _BLANKS + _ENDS:
            if (character == ":" and self.peek(length + 1) in _BLANKS + _ENDS) or (
                self.flow_level and character in ",?[]{}"
            ):
                break
            length += 1
        return length

    def _blanks(self, indent: int) -> str:
        """Skip blanks, and return what stands for them."""
        spaces, breaks = "", []
        while self.peek() in _BLANKS + _BREAKS:
            if self.peek() in _BREAKS:
                breaks.append(self.scan_line_break())
                continue
            if breaks and self.column < indent:
                self._refuse_tab("that violates indentation")
            spaces += self.peek()
            self.forward()
        if not breaks:
            return spaces
        self.allow_simple_key = True
        if breaks[0] != "\n":
            return "".join(breaks)
        return "".join(breaks[1:]) or " "
