"""What somebody wrote beside the code: a comment, and what it speaks of."""

from __future__ import annotations

from typing import NamedTuple

from icplint.model.origin import Origin


class Span(NamedTuple):
    """A part of a file, from one line and column to another, both of which belong to it."""

    file: str
    start: tuple[int, int]
    end: tuple[int, int]


class CommentedCall(NamedTuple):
    """A module call: the root module that it belongs to, and the names of the calls that lead into it, from there."""

    root: str
    path: tuple[str, ...]


class Comment(NamedTuple):
    """A line of a comment.

    `spans` are what it speaks of: its line, the line below, and the whole block that begins on one of them; `calls`
    the module calls among those blocks. `block` is the resource, the data source or the module call that it stands in
    or before, `name` what that is called in its module; both are empty where there is none.
    """

    text: str
    origin: Origin
    spans: tuple[Span, ...]
    calls: frozenset[CommentedCall] = frozenset()
    block: tuple[Span, ...] = ()
    name: str = ""
