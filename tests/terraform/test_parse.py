"""The tree of a source text: where things stand, what templates hold, and what is left of a file with mistakes."""

from __future__ import annotations

import json
import random
import time
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.terraform.evaluation.expressions import Empty, evaluate
from icplint.terraform.functions.documents import json_of
from icplint.terraform.functions.function import Context
from icplint.terraform.syntax.parse import parse, parse_expression
from icplint.terraform.syntax.recovery import DEEP, MOST
from icplint.terraform.syntax.tree import Binary, Deep, Expression, File, Literal, Refused, Traversal

EXPRESSIONS: Final = Path(__file__).parent / "data/syntax/expressions.jsonl"


def expression(text: str) -> Expression:
    """Return the tree of `x = text`."""
    file = parse(f"x = {text}\n".encode(), "main.tf")
    assert file.problems == ()
    return file.body.attributes["x"].expression


def shape(node: Any) -> Any:
    """Return a tree as lists: a node's type and parts without the offset, a reference as its steps."""
    match node:
        case Literal(value):
            return value.raw
        case Traversal(root, steps):
            return [root, *(step if isinstance(step, str) else step.raw for step in steps)]
        case tuple() if hasattr(node, "_fields"):
            return [type(node).__name__, *map(shape, node[:-1])]
        case tuple():
            return [shape(part) for part in node]
        case _:
            return node


def said(source: str | bytes) -> list[tuple[int, int, str]]:
    """Return line, column and English text of each problem of a source."""
    file = parse(source.encode() if isinstance(source, str) else source, "main.tf")
    found = [(file.origin(problem.start), problem.text.say("en")) for problem in file.problems]
    return [(origin.line or 0, origin.column or 0, text) for origin, text in found]


def headers(file: File) -> list[tuple[str, ...]]:
    """Return type and labels of the blocks that could be read."""
    return [(block.kind, *block.labels) for block in file.body.blocks]


# Positions


def test_lines_are_counted_by_newlines_and_columns_by_characters() -> None:
    source = '\ufeff# 备案\r\n变量 "名" {\r\n  值 = "中文"\r\n  b = "é" == var.x\r\n}\r\n'
    file = parse(source.encode(), "main.tf")
    block = file.body.blocks[0]
    value, other = block.body.attributes["值"], block.body.attributes["b"]
    assert isinstance(other.expression, Binary)
    ((operator, right),) = other.expression.rest
    assert (shape(other.expression.first), operator, shape(right)) == ("é", "==", ["var", "x"])
    assert isinstance(right, Traversal)
    places = [file.origin(at) for at in (block.start, value.start, value.value_start, right.start)]
    assert [(place.line, place.column) for place in places] == [(2, 1), (3, 3), (3, 7), (4, 14)]


def test_an_argument_ends_where_its_value_does() -> None:
    source = b"a = 1 # one\nb = [\n  2,\n] // two\nc = <<E\n3\nE\n"
    found = parse(source, "main.tf").body.attributes.values()
    assert [source[a.value_start : a.end] for a in found] == [b"1", b"[\n  2,\n]", b"<<E\n3\nE"]


def test_a_block_ends_behind_its_brace() -> None:
    source = b"a {\n  b {}\n} # c\n"
    outer = parse(source, "main.tf").body.blocks[0]
    ends = [source[block.start : block.end] for block in (outer, outer.body.blocks[0])]
    assert ends == [b"a {\n  b {}\n}", b"b {}"]


@pytest.mark.parametrize("source", ["", "\n\n", "# c", "// c\n", "/* c */", "\ufeff", "\r\n", " \t"])
def test_a_source_may_hold_nothing(source: str) -> None:
    file = parse(source.encode(), "main.tf")
    assert (file.problems, file.body.attributes, file.body.blocks) == ((), {}, [])


def test_labels_are_quoted_or_bare_and_may_be_escaped() -> None:
    file = parse(b'a "b" c "d\\"\\u4e2d$${e}" { # f\n}\nlocals {}\n', "main.tf")
    assert headers(file) == [("a", "b", "c", 'd"中${e}'), ("locals",)]


@pytest.mark.parametrize(
    "source",
    [
        'a /*\n*/ "b" /* c */ { # d\n  // e\n  x /* f */ = /*\n*/ 1 # g\n  /* h */ y = 2 /* i\n*/\n} // j',
        'a "b" {\n\n\n  # c\n  x = 1\n\n  # d\n  y = 2\n  # e\n}\n# f',
        'a "b" {\r\n  x = 1 # c\r\n  y = 2\r\n}\r\n',
    ],
)
def test_comments_and_blank_lines_stand_anywhere(source: str) -> None:
    file = parse(source.encode(), "main.tf")
    assert (said(source), headers(file)) == ([], [("a", "b")])
    assert {name: shape(a.expression) for name, a in file.body.blocks[0].body.attributes.items()} == {"x": 1, "y": 2}


# Expressions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a.b[0].c", ["a", "b", 0, "c"]),
        ('a["b"][c]', ["Index", ["a", "b"], ["c"]]),
        ("a.0.b", ["a", 0, "b"]),
        ("a . b", ["a", "b"]),
        ("[a\n.b\n[0]]", ["TupleCons", [["a", "b", 0]]]),
        ("f().b", ["GetAttr", ["FunctionCall", "f", [], False], "b"]),
        ("f().0", ["Index", ["FunctionCall", "f", [], False], 0]),
        ("a[*].b[0]", ["Splat", ["a"], ["Index", ["GetAttr", ["SplatItem"], "b"], 0]]),
        ("a[ * ].b", ["Splat", ["a"], ["GetAttr", ["SplatItem"], "b"]]),
        ("a.*.b[0]", ["Index", ["Splat", ["a"], ["GetAttr", ["SplatItem"], "b"]], 0]),
        ("a.*.b.0", ["Splat", ["a"], ["Index", ["GetAttr", ["SplatItem"], "b"], 0]]),
        ("a.*.b[0].c", ["GetAttr", ["Index", ["Splat", ["a"], ["GetAttr", ["SplatItem"], "b"]], 0], "c"]),
        ("a ? b : c ? d : e", ["Conditional", ["a"], ["b"], ["Conditional", ["c"], ["d"], ["e"]]]),
        ("-a * b", ["Binary", ["Unary", "-", ["a"]], [["*", ["b"]]]]),
        ("!a.b", ["Unary", "!", ["a", "b"]]),
        ("a - b - c", ["Binary", ["a"], [["-", ["b"]], ["-", ["c"]]]]),
        ("f(a, b...)", ["FunctionCall", "f", [["a"], ["b"]], True]),
        ("core::upper(a)", ["FunctionCall", "core::upper", [["a"]], False]),
        ("core :: upper(a)", ["FunctionCall", "core::upper", [["a"]], False]),
        ("((a))", ["a"]),
        ("[a, [b,], ]", ["TupleCons", [["a"], ["TupleCons", [["b"]]]]]),
        ('{a = b, "c" : d\n(e) = f}', ["ObjectCons", [["a", ["b"]], ["c", ["d"]], [["e"], ["f"]]]]),
        ("{true = a, if = b, é = c, a.b = d}", ["ObjectCons", [
            ["true", ["a"]], ["if", ["b"]], ["é", ["c"]], [["a", "b"], ["d"]],
        ]]),
        ("[for a in b : c if d]", ["ForTuple", None, "a", ["b"], ["c"], ["d"]]),
        ("{for a, b in c :\nd\n=>\ne...\n}", ["ForObject", "a", "b", ["c"], ["d"], ["e"], None, True]),
        ("[for if in in : for]", ["ForTuple", None, "if", ["in"], ["for"], None]),
        ("[1e3, 1.5E+2, 10.e1, 00, 0.25]", ["TupleCons", [1000, 150, 100, 0, Fraction(1, 4)]]),
        ("true.a", ["true", "a"]),
        ('"${a}"', ["a"]),
        ('"${"a"}"', "a"),
        ('"a${b}"', ["Template", ["a", ["b"]]]),
        ('"%{ if a }b%{ endif }"', ["Template", [["TemplateIf", ["a"], ["Template", ["b"]], ["Template", []]]]]),
        ('"%{ for a, b in c }d%{ endfor }"', ["Template", [["TemplateFor", "a", "b", ["c"], ["Template", ["d"]]]]]),
        ("<<E\n${a}\nE", ["Template", [["a"], "\n"]]),
    ],
)  # fmt: skip
def test_expressions(text: str, expected: Any) -> None:
    assert shape(expression(text)) == expected


def test_templates_and_what_else_hangs_on_syntax_have_the_values_that_terraform_gave_them() -> None:
    """Strip markers, indentation, directives, escapes, carriage returns: see record.py beside the answers."""
    here = Path()
    scope = Empty(Context(root=here, directory=here))
    answers = [json.loads(line) for line in EXPRESSIONS.read_text(encoding="utf-8").splitlines()]
    assert len(answers) > 150
    found = [json.loads(json_of(evaluate(expression(answer["source"]), scope))) for answer in answers]
    wrong = [(a["source"], a["value"], value) for a, value in zip(answers, found, strict=True) if a["value"] != value]
    assert wrong == []


@pytest.mark.parametrize("length", [127, 128, 1_000])
def test_a_long_marker_of_a_heredoc_is_read_or_named(length: int) -> None:
    """Terraform 1.11 takes a marker of any length; the parser's scanner keeps 127 bytes of it."""
    marker = "E" * length
    file = parse(f"locals {{\n  x = <<{marker}\na\n{marker}\n}}\n".encode(), "main.tf")
    told = [(problem.text.say("en")[:26], file.origin(problem.start).line) for problem in file.problems]
    assert told == ([] if length < 128 else [("the marker of this heredoc", 2)])


def test_every_line_of_a_heredoc_may_end_in_a_carriage_return() -> None:
    lines = ["x = <<-E", "    a", "", "      ${b}", "  E", ""]
    assert shape(expression("\n".join(lines)[4:])) == ["Template", ["a\n\n  ", ["b"], "\n"]]
    assert shape(expression("\r\n".join(lines)[4:])) == ["Template", ["a\r\n\r\n  ", ["b"], "\r\n"]]


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("", 0, "the expression ends where more is expected"),
        ("1 +", 3, "the expression ends where more is expected"),
        ("1) + (2", 0, "the expression ends here, and more follows"),
        ("1 2", 2, "unexpected '2'"),
        ("a = 1", 2, "unexpected '= 1'"),
        ('a + "\\q"', 5, "\\q is no escape sequence"),
        ("[1, 'a']", 4, "a string is enclosed in double quotes, not in single ones"),
    ],
)
def test_an_expression_alone_is_refused_at_an_offset(text: str, start: int, words: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_expression(text.encode())
    assert (refused.value.start, refused.value.text.say("en")) == (start, words)


def test_an_expression_alone_may_have_newlines_and_comments() -> None:
    assert shape(parse_expression(b"# a\n1\n+ 2 # b")) == ["Binary", 1, [["+", 2]]]


# Mistakes


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('a "b" {\n  c = 1\n', (1, 7, "this block is not closed: its right brace is missing")),
        ("a = [\n  1,\n  2\n", (1, 5, "the [ of line 1 is not closed")),
        ("a = (\n  1\n", (3, 1, "the ( of line 1 is not closed")),
        ('a = "b\n', (1, 7, "a quoted string cannot go on in the next line")),
        ('a = "b', (1, 7, "the string that line 1 opens is not closed")),
        (
            "a = <<EOT\nb\n",
            (3, 1, "the heredoc that line 1 opens is not closed: EOT must stand on a line of its own"),
        ),
        ('a = "${b"\n', (1, 10, "a quoted string cannot go on in the next line")),
        ('a = "%{ if b }c"\n', (1, 17, "the directive %{ if } above is not ended")),
        ('a = "%{ endif }"\n', (1, 9, "this template directive does not belong here")),
        ("a\n= 1\n", (1, 1, "an argument (name = value) or a block is expected here")),
        ('"a" = 1\n', (1, 1, "the name of an argument is not quoted")),
        ("a = \n", (1, 5, "the value of the argument is missing")),
        ("a = 1, b = 2\n", (1, 6, "a newline ends an argument, not a comma")),
        ("a = 1; b = 2\n", (1, 6, "a newline ends an argument, not a semicolon")),
        ("a { b = 1, c = 2 }\n", (1, 10, "a block on one line may hold one argument only")),
        ('a "b"\n{\n}\n', (1, 6, "a block's type is followed by its labels and a left brace, all in one line")),
        ('a "${b}" {\n}\n', (1, 4, "a block label is a plain string")),
        ("a {\n  b = 1\n  b = 2\n}\n", (3, 3, "argument b is set twice")),
        ("a = 1\nb = 2\na = 3\n", (3, 1, "argument a is set twice")),
        ("a = 'b'\n", (1, 5, "a string is enclosed in double quotes, not in single ones")),
        ("a = b & c\n", (1, 7, "there is no operator &; did you mean &&?")),
        ("a {\n  b = c +\n    d\n}\n", (2, 10, "the expression ends where more is expected")),
        ("a = [b\n  c]\n", (2, 3, "unexpected 'c]'")),
        ("a = {\n  b = 1 c = 2\n}\n", (2, 9, "object items are separated by a comma or a newline")),
        ("a = b.0.1\n", (1, 6, "attribute splats and numeric attributes cannot be nested")),
        ("a = 1.2.3\n", (1, 5, "this is not a decimal number")),
        ('a = "\\ud800"\n', (1, 6, "\\ud800 is no escape sequence")),
        ("a = [for b in c : d ife]\n", (1, 21, "a space is missing after if")),
    ],
)  # fmt: skip
def test_a_mistake_is_named_where_it_is(source: str, expected: tuple[int, int, str]) -> None:
    assert said(source) == [expected]


def test_each_block_has_its_first_mistake_and_the_others_are_read() -> None:
    source = """
resource "a" "one" {
  x = 1
}

resource "a" "two" {
  x = 'two'
  y = [1 2]
}

resource "a" "three" {
  x = <<EOT
resource "a" "text" {
EOT
}

resource "a" "four" {
  x 4

resource "a" "five" {
  x = 5
}

resource "a" "six" {
  x = [6
}

resource "a" "seven" {
  x = "seven
}

resource "a" "eight" {
  x = 8
"""
    file = parse(source.encode(), "main.tf")
    assert headers(file) == [("resource", "a", name) for name in ("one", "three", "five")]
    assert said(source) == [
        (7, 7, "a string is enclosed in double quotes, not in single ones"),
        (18, 3, "an argument (name = value) or a block is expected here"),
        (26, 1, "unexpected '}'"),
        (29, 13, "a quoted string cannot go on in the next line"),
        (32, 22, "this block is not closed: its right brace is missing"),
    ]


def test_a_block_with_a_mistake_is_not_in_the_tree_at_all() -> None:
    file = parse(b"a {\n  b {\n    c = 1\n    c = 2\n  }\n  d = 3\n}\ne {}\n", "main.tf")
    assert (headers(file), len(file.problems)) == ([("e",)], 1)


def test_what_is_no_utf_8_does_no_harm_in_a_comment() -> None:
    source = "a = 1 # 备案\nb = 2\n".encode("gbk")
    assert (said(source), list(parse(source, "main.tf").body.attributes)) == ([], ["a", "b"])
    assert said('a = 1\nb = "备案"\n'.encode("gbk")) == [(2, 6, "the file is not UTF-8")]
    assert said(b"\xff") == [(1, 1, "the file is not UTF-8")]


@pytest.mark.parametrize("space", ["\v", "\f", "\r", "\xa0", "\u2028", "\u3000"])
def test_only_blanks_tabs_and_newlines_are_white_space(space: str) -> None:
    assert said(f"a ={space}1\n")[0][:2] == (1, 4)
    assert said(f"# {space}\na = 1\n") == []
    assert bool(said(f'a = "{space}"\n')) == (space == "\r")


@pytest.mark.parametrize("opening", ["(", "[", "{a=", "-", "!", "f(", "a[", '"${', "a ? b : -(", "{for a in b : a => "])
def test_nesting_that_is_too_deep_is_a_problem(opening: str) -> None:
    closing = {"(": ")", "[": "]", "{": "}", '"': '"', "$": "}"}
    ends = "".join(closing[character] for character in reversed(opening.replace("${", "$")) if character in closing)
    file = parse(f"a {{}}\nx = {opening * 1000}1{ends * 1000}\nb {{}}\n".encode(), "main.tf")
    assert headers(file) == [("a",), ("b",)]
    if file.problems:
        assert [problem.text for problem in file.problems] == [DEEP]
    else:
        parts: list[Any] = [file.body.attributes["x"].expression]
        while parts and not any(isinstance(part, Deep) for part in parts):
            parts = [inner for part in parts if isinstance(part, tuple) for inner in part]
        assert parts
    assert said(f"x = {opening * 20}1{ends * 20}\n") == []


def test_blocks_that_are_nested_too_deeply_are_a_problem() -> None:
    assert said("a {\n" * 1000 + "}\n" * 1000)[0][2] == "this is nested too deeply"


@pytest.mark.parametrize(
    "alphabet", [bytes(range(256)), bytes(range(32, 127)), b'abc{}[]()="$%\n\n #/<'], ids=["bytes", "print", "signs"]
)
def test_garbage_is_refused_in_reasonable_time(alphabet: bytes) -> None:
    chance = random.Random(1)  # noqa: S311 - no secret is made of it
    source = bytes(chance.choices(alphabet, k=250_000))
    start = time.process_time()
    assert 0 < len(parse(source, "main.tf").problems) <= MOST
    assert time.process_time() - start < 5
