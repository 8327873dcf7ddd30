"""The source text of what is lowered, and what of it Terraform's parser asks for: names, keywords, and lines."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from itertools import pairwise
from typing import TYPE_CHECKING

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.tree import Expression, Refused

if TYPE_CHECKING:
    from tree_sitter import Node

NO_NEWLINE = Text(en="an expression cannot go on in the next line outside brackets", zh="括号之外的表达式不能跨行")
SCOPE = Text(en="only a function's name has a scope (::)", zh="只有函数名可以带作用域（::）")
KEYWORD = Text(en="a space is missing after {word}", zh="{word} 之后缺少空格")

_WORD = regex(rb"[\w\x80-\xff-]")
COMMENT = regex(rb"#[^\n]*|//[^\n]*|/\*.*?\*/", re.DOTALL)


def is_name(text: str) -> bool:
    """Return whether a word is a name, which may hold dashes."""
    return text.replace("-", "_").isidentifier() and not text.startswith("-")


class SourceLowering(ABC):
    """One source text, the expressions of which are lowered."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.commented = b"*/" in source

    @abstractmethod
    def expression(self, node: Node, *, loose: bool = False) -> Expression:
        """Return the tree of an expression node, or raise Refused; `loose`: brackets around it allow newlines."""

    def newline(self, start: int, end: int) -> int:
        """Return where a newline stands between two nodes, or -1; one in a comment is none."""
        at = self.source.find(b"\n", start, end)
        if at >= 0 and self.commented:
            between = COMMENT.sub(lambda match: b" " * len(match[0]), self.source[start:end])
            return start + at if (at := between.find(b"\n")) >= 0 else -1
        return at

    def same_line(self, start: int, end: int, text: Text = NO_NEWLINE) -> None:
        """Refuse a newline between two offsets."""
        if (at := self.newline(start, end)) >= 0:
            raise Refused(text, at)

    def text(self, node: Node) -> str:
        """Return the source of a node."""
        return self.source[node.start_byte : node.end_byte].decode()

    def name(self, node: Node) -> str:
        """Return the source of a name; the grammar takes scoped ones where Terraform takes plain ones only."""
        text = self.text(node)
        if "::" in text:
            raise Refused(SCOPE, node.start_byte)
        return text

    def keyword(self, node: Node) -> None:
        """Refuse a keyword that runs into the next word."""
        if _WORD.match(self.source, node.end_byte):
            raise Refused(KEYWORD.using(word=node.type), node.start_byte)

    def check_lines(self, parts: list[Node], *, loose: bool) -> None:
        """Refuse a newline between any two parts, unless there are brackets around them."""
        if not loose:
            for left, right in pairwise(parts):
                self.same_line(left.end_byte, right.start_byte)
