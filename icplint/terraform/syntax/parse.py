"""Source text -> syntax tree: tree-sitter parses, python-hcl2 says where what tree-sitter refuses breaks off.

tree-sitter's grammar is laxer than Terraform's parser about newlines, one-line blocks and repeated arguments;
`lowering.py` refuses what Terraform refuses. A file with a mistake is read block by block by `recovery.py`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.lower_expressions import INCOMPLETE
from icplint.terraform.syntax.lowering import FileLowering, grammar_source, tree
from icplint.terraform.syntax.tree import Body, Expression, File, Refused, SyntaxProblem
from icplint.terraform.values import limits

EXTRA: Final = Text(en="the expression ends here, and more follows", zh="表达式到此结束，之后不应再有内容")
LARGE: Final = Text(
    en="the file is larger than {most} MB, so it is not read: split it", zh="文件超过 {most} MB，因此不读取：请拆分"
)

LONG_MARKER: Final = Text(
    en="the marker of this heredoc has more than 127 bytes: Terraform reads that, icplint does not; shorten it",
    zh="此 heredoc 的标记超过 127 字节，Terraform 接受，但 icplint 无法读取：请缩短",
)
_LONG_MARKER: Final = regex(rb"<<-?[\w\x80-\xff-]{128}")
_BOM: Final = b"\xef\xbb\xbf"
_OPENING, _CLOSING = b"x = (", b"\n)\n"
EXPRESSION_AT: Final = len(_OPENING)
"""Where an expression that is parsed alone starts: the offsets of its tree count from there."""
_SPACES = regex(r"[^\S \t\r\n]|\r(?!\n)")


def parse(source: bytes, path: str) -> File:
    """Return the file's tree; what Terraform would refuse is in its `problems`, the rest of it is still there."""
    source = source.removeprefix(_BOM)
    if len(source) > limits.FILE:
        return File(path, b"", Body({}, []), (SyntaxProblem(LARGE.using(most=limits.FILE >> 20), 0),))
    body = _body(source)
    if body is not None:
        return File(path, source, body)
    from icplint.terraform.syntax.recovery import read

    file = read(source, path)
    if file.problems and (long := _LONG_MARKER.search(source)):
        return replace(file, problems=(SyntaxProblem(LONG_MARKER, long.start()),))
    return file


def parse_expression(source: bytes) -> Expression:
    """Return the tree of one expression, or raise Refused with the offset in `source`."""
    wrapped = _OPENING + source + _CLOSING
    file = parse(wrapped, "")
    if file.problems:
        text, start = file.problems[0]
        start -= len(_OPENING)
        raise Refused(text if start < len(source) else INCOMPLETE, min(max(0, start), len(source)))
    attribute = file.body.attributes.get("x")
    if attribute is None or len(file.body.attributes) > 1 or file.body.blocks or not _is_one(wrapped):
        raise Refused(EXTRA, 0)
    return attribute.expression


def _is_one(wrapped: bytes) -> bool:
    """Whether the parentheses around an expression belong to each other: in `(1) + (2)` they do not."""
    node = tree(grammar_source(wrapped))
    while node.type in {"config_file", "body", "attribute"}:
        node = node.children[-1]
    return [child.type for child in node.children if child.type != "comment"] == ["(", "expression", ")"]


def _body(source: bytes) -> Body | None:
    """Return the body of a file without a mistake."""
    try:
        if _strange(source):
            return None
        root = tree(grammar_source(source))
        return None if root.has_error else FileLowering(source).file(root)
    except (UnicodeDecodeError, RecursionError, Refused):
        return None


def _strange(source: bytes) -> bool:
    """Whether there is white space that is not one to Terraform, though it is to tree-sitter."""
    if b"\v" in source or b"\f" in source or (b"\r" in source and source.count(b"\r") != source.count(b"\r\n")):
        return True
    return not source.isascii() and _SPACES.search(source.decode()) is not None
