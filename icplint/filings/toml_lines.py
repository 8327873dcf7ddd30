"""The lines on which the entries of a TOML document stand, which tomllib does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex

# https://toml.io/en/v1.0.0: a multi-line string may end in up to two quotes of its own.
_TOKEN: Final = regex(
    r'''
    (?P<string> """(?:[^"\\]|\\.|"{1,2}(?!"))*"{3,5} | \'\'\'(?:[^']|'{1,2}(?!'))*'{3,5}
              | "(?:[^"\\\n]|\\.)*" | '[^'\n]*' )
    | (?P<comment> \#[^\n]* )
    | (?P<newline> \n )
    | (?P<mark> [\[\]{}=,] )
    | (?P<word> [^\s\[\]{}=,\#"']+ )
    ''',
    re.VERBOSE | re.DOTALL,
)

_BARE: Final = regex(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*")


@dataclass(frozen=True, slots=True)
class _Token:
    raw: str
    line: int


@dataclass(slots=True)
class TableEntry:
    """One entry of an array of tables: its line, and the lines of its keys."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class TomlLines:
    """The line of each top-level key, and the entries of each array of tables, in the order of the document."""

    keys: dict[str, int] = field(default_factory=dict)
    entries: dict[str, list[TableEntry]] = field(default_factory=dict)

    def entry(self, key: str, index: int) -> TableEntry:
        """Return the entry `index` of the array `key`, else one on the line of the array."""
        entries = self.entries.get(key, [])
        return entries[index] if index < len(entries) else TableEntry(self.keys.get(key, 1))


def lines_of(text: str, under: tuple[str, ...] = ()) -> TomlLines:
    """Return the lines of a document that is known to be valid TOML, its line ends line feeds.

    With `under`, those of the table of that name, as if it were the document.
    """
    lines = TomlLines()
    entry: TableEntry | None = None
    root = not under
    for statement in _statements(text):
        first = statement[0]
        if first.raw == "[":
            path = _within(_header(statement), under)
            root = path == []
            entry = _entered(lines, path, first.line) if path else None
            continue
        equals = next(i for i, token in enumerate(statement) if token.raw == "=")
        path = _path(statement[:equals])
        if root:
            lines.keys.setdefault(path[0], first.line)
            if len(path) == 1:
                lines.entries[path[0]] = list(_inline(statement[equals + 1 :]))
        elif entry:
            entry.keys.setdefault(path[0], first.line)
    return lines


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        if match.lastgroup != "comment":
            yield _Token(match[0], line)
        line += match[0].count("\n")


def _statements(text: str) -> Iterator[list[_Token]]:
    """Yield the headers and the key-value pairs: a line each, or more where brackets are open."""
    statement: list[_Token] = []
    depth = 0
    for token in _tokens(text):
        depth += (token.raw in "[{") - (token.raw in "]}")
        if token.raw != "\n":
            statement.append(token)
        elif depth == 0 and statement:
            yield statement
            statement = []
    if statement:
        yield statement


def _header(statement: Sequence[_Token]) -> list[str]:
    """Return the name in a `[table]` or an `[[array]]`."""
    return _path(statement[2:-2] if statement[1].raw == "[" else statement[1:-1])


def _within(path: list[str], under: tuple[str, ...]) -> list[str] | None:
    """Return what of a name follows `under`; None where it stands elsewhere."""
    return path[len(under) :] if tuple(path[: len(under)]) == under else None


def _entered(lines: TomlLines, path: Sequence[str], line: int) -> TableEntry | None:
    """Note a table or an array of tables, and return the entry that the keys below it belong to."""
    lines.keys.setdefault(path[0], line)
    entries = lines.entries.setdefault(path[0], [])
    if len(path) > 1:
        if entries:
            entries[-1].keys.setdefault(path[1], line)
        return None
    entry = TableEntry(line)
    entries.append(entry)
    return entry


def _inline(value: Sequence[_Token]) -> Iterator[TableEntry]:
    """Yield the entries of an array of inline tables."""
    if value[0].raw != "[":
        return
    entry: TableEntry | None = None
    key: list[_Token] = []
    within = ""
    for token in value:
        if within == "[" and token.raw == ",":
            entry = None
        elif within == "[" and entry is None and token.raw != "]":
            entry = TableEntry(token.line)
            yield entry
        elif within == "[{" and token.raw == "=" and entry:
            entry.keys.setdefault(_path(key)[0], key[0].line)
        key = [] if token.raw in "[]{}=," else [*key, token]
        within = within[:-1] if token.raw in "]}" else within + token.raw if token.raw in "[{" else within


def _path(tokens: Sequence[_Token]) -> list[str]:
    """Return the parts of a dotted key; of one in quotes, as tomllib reads them."""
    if len(tokens) == 1 and _BARE.fullmatch(tokens[0].raw):
        return tokens[0].raw.split(".")
    import tomllib

    table: Any = tomllib.loads(f"{''.join(token.raw for token in tokens)} = 0")
    path: list[str] = []
    while isinstance(table, dict):
        [(part, table)] = table.items()
        path.append(part)
    return path
