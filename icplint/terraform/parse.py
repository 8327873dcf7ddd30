"""Source text -> syntax tree: tree-sitter parses, python-hcl2 judges what tree-sitter refuses.

tree-sitter's grammar is laxer than Terraform's parser about newlines, one-line blocks and repeated arguments;
`lower.py` refuses what Terraform refuses.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from icplint.model.text import Text, plain
from icplint.terraform.lower import Lowering
from icplint.terraform.syntax import Body, Expression, File, Refused, SyntaxProblem

if TYPE_CHECKING:
    from tree_sitter import Node, Parser, Tree

_EXPONENT = re.compile(rb"(?<![\w.])\d+[eE][+-]?\d+")
_SYNTAX = Text(en="{what}", zh="语法错误：{what}")


@cache
def _parser() -> Parser:
    import tree_sitter_hcl
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_hcl.language()))


def parse(source: bytes, path: str) -> File:
    """Return the file's tree; what Terraform would refuse is in its `problems`, the rest of it is still there."""
    source = source.removeprefix(b"\xef\xbb\xbf")
    try:
        source.decode()
    except UnicodeDecodeError as error:
        text = Text(en="the file is not UTF-8", zh="文件不是 UTF-8 编码")
        return File(path, source, Body({}, []), (SyntaxProblem(text, error.start),))
    tree = _tree(source)
    lowering = Lowering(source)
    body = lowering.file(tree.root_node)
    problems = lowering.problems
    if tree.root_node.has_error:
        problems = [*_judge(source, tree), *problems]
    return File(path, source, body, tuple(sorted(problems, key=lambda p: p.start)))


def parse_expression(source: bytes) -> Expression:
    """Return the tree of one expression, or raise Refused with the offset in `source`."""
    wrapped = b"x = (" + source + b"\n)\n"
    tree = _tree(wrapped)
    lowering = Lowering(wrapped)
    body = lowering.file(tree.root_node)
    if tree.root_node.has_error:
        problem = _judge(wrapped, tree)[0]
        raise Refused(problem.text, max(0, problem.start - 5))
    if lowering.problems:
        raise Refused(lowering.problems[0].text, max(0, lowering.problems[0].start - 5))
    if len(body.attributes) != 1 or body.blocks:
        raise Refused(plain("Invalid expression"), 0)
    return body.attributes["x"].expression


def _tree(source: bytes) -> Tree:
    """Parse; the grammar knows no exponent without a fraction (1e3), so it is shown digits of the same length."""
    if _EXPONENT.search(source):
        shown = _EXPONENT.sub(lambda m: re.sub(rb"[eE+-]", b"0", m.group()), source)
        return _parser().parse(shown)
    return _parser().parse(source)


def _judge(source: bytes, tree: Tree) -> list[SyntaxProblem]:
    """Say where the file breaks off: the first place at which tree-sitter or python-hcl2 cannot go on."""
    import hcl2  # its grammar costs 50 ms, and most files have no error
    from lark.exceptions import LarkError, UnexpectedInput

    places = _error_places(tree.root_node)
    try:
        hcl2.parses_to_tree(source.decode())
    except UnexpectedInput as error:
        if (position := error.pos_in_stream or -1) >= 0:
            places.append(len(source.decode()[:position].encode()))
    except (LarkError, RuntimeError):
        pass  # what it accepts, or cannot judge, tree-sitter has refused all the same
    place = min(places, default=0)
    return [SyntaxProblem(_SYNTAX.using(what=_near(source, place)), place)]


def _near(source: bytes, place: int) -> Text:
    rest = source[place:].decode(errors="replace").lstrip().splitlines()
    if not rest:
        return Text(en="the file ends where more was expected", zh="文件在此处意外结束")
    return Text(en="unexpected {code!r}", zh="此处不应出现 {code!r}").using(code=rest[0][:40])


def _error_places(node: Node) -> list[int]:
    """Return the offsets of the outermost errors, in order."""
    if node.is_error or node.is_missing:
        return [node.start_byte]
    return [place for child in node.children if child.has_error for place in _error_places(child)]
