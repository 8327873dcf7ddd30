"""The arguments and blocks of a source text as Terraform's parser goes through them, up to where it breaks off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.lowering import DUPLICATE, HEADER, ITEM, LABEL, NEWLINE, ONE_LINE
from icplint.terraform.syntax.tokens import Token, scan
from icplint.terraform.syntax.tree import Refused, SyntaxProblem

QUOTED_NAME: Final = Text(en="the name of an argument is not quoted", zh="参数名不能加引号")
OPEN_BLOCK: Final = Text(en="this block is not closed: its right brace is missing", zh="此块没有结束：缺少右花括号")
OPEN_BRACKET: Final = Text(en="the {code} of line {line} is not closed", zh="第 {line} 行的 {code} 没有闭合")
EMPTY: Final = Text(en="the value of the argument is missing", zh="参数缺少值")
COMMA: Final = Text(en="a newline ends an argument, not a comma", zh="参数以换行结束，而不是逗号")
ENCODING: Final = Text(en="the file is not UTF-8", zh="文件不是 UTF-8 编码")

_CLOSERS = {"(": ")", "[": "]", "{": "}", "{ for": "}"}
_SEQUENCE = regex(rb"(?<![$%])[$%]\{")

Judge = Callable[[int, int, list[Token], Token | None], None]
"""Raises Refused where the argument between two offsets breaks off; takes its tokens, and the first faulty one."""


class Outline:
    """Goes through one item, and raises Refused at the first thing wrong with its form.

    With a judge the arguments' values are looked at, too. `next` is the token that comes after what was read;
    `separators` are the ends of lines in objects that tree-sitter would overlook, with what is before the newline.
    """

    def __init__(self, source: bytes, at: int, damaged: list[int], judge: Judge | None = None) -> None:
        self.source = source
        self.judge = judge
        self.heredocs: list[Token] = []
        self.separators: list[tuple[int, int]] = []
        self._tokens = _damaged(scan(source, at), damaged) if damaged else scan(source, at)
        self.next = next(self._tokens)
        self.newlines()

    def item(self) -> Token | None:
        """Read an argument or a block; the newline that ends it comes next. Returns the name of an argument."""
        if self.next.kind != "word":
            self._refuse(QUOTED_NAME if self.next.kind == "string" else ITEM)
        name = self._read()
        is_argument = self.next.kind == "="
        if is_argument:
            self._attribute(name)
        elif self.next.kind in {"word", "string", "{"}:
            self._block()
        else:
            raise Refused(ITEM, name.start)
        if self.next.kind not in {"newline", "end"}:
            self._refuse(COMMA if self.next.kind == "," else NEWLINE)
        return name if is_argument else None

    def _read(self) -> Token:
        token = self.next
        if token.kind != "end":
            self.next = next(self._tokens)
        if token.kind == "heredoc" and token.fault is None:
            self.heredocs.append(token)
        return token

    def newlines(self) -> None:
        """Read the newlines that come next."""
        while self.next.kind == "newline":
            self._read()

    def _refuse(self, text: Text) -> None:
        fault = None if self.next.kind in {"string", "heredoc"} else self.next.fault
        raise Refused(*(fault or (text, self.next.start)))

    def _attribute(self, name: Token) -> None:
        self._read()
        value, faulty = self._value()
        if not value:
            self._refuse(EMPTY)
        if self.judge is not None:
            end = self.next.end if self.next.kind == "newline" else self.next.start
            self.judge(name.start, end, value, faulty)
        if faulty is not None and faulty.fault is not None:
            raise Refused(*faulty.fault)

    def _value(self) -> tuple[list[Token], Token | None]:
        """Read up to the newline or the brace that ends an argument.

        Returns the tokens, without the newlines that mean nothing, and the first that has a fault.
        """
        value: list[Token] = []
        opened: list[Token] = []
        faulty: Token | None = None
        while self.next.kind != "end" and (opened or self.next.kind not in {"newline", ",", "}", ")", "]"}):
            token = self._read()
            faulty = faulty or (token if token.fault else None)
            last = value[-1].kind if value else ""
            if token.kind == "newline":
                if opened[-1].kind == "{" and last not in {"{", ",", "newline"}:
                    value.append(token)
                continue
            if token.kind in {"(", "[", "-"} and last == "newline" and value[-2].kind != "heredoc":
                self.separators.append((value[-2].end, value[-1].end))
            if last == "{" and self._text(token) == b"for":
                opened[-1] = opened[-1]._replace(kind="{ for")
            value.append(token)
            if token.kind in _CLOSERS:
                opened.append(token)
            elif token.kind in {"}", ")", "]"} and _CLOSERS[opened.pop().kind] != token.kind:
                break
        if opened and self.next.kind == "end":
            faulty = faulty or self._open(opened[-1], value)
        return value, faulty

    def _open(self, bracket: Token, value: list[Token]) -> Token:
        """Return the end of the file as the fault that it is: it comes before a bracket is closed."""
        call = bracket.kind == "(" and value[value.index(bracket) - 1].kind == "word"
        whole = value[-1].kind in {"word", "number", "string", "heredoc", "]", ")", "}"}
        line = self.source.count(b"\n", 0, bracket.start) + 1
        text = OPEN_BRACKET.using(code=self._text(bracket).decode(), line=line)
        place = bracket.start if whole and (call or bracket.kind != "(") else self.next.start
        return self.next._replace(fault=SyntaxProblem(text, place))

    def _block(self) -> None:
        while self.next.kind != "{":
            if self.next.kind not in {"word", "string"}:
                self._refuse(HEADER)
            label = self._read()
            if place := _SEQUENCE.search(self._text(label)):
                raise Refused(LABEL, label.start + place.start())
            if label.fault:
                raise Refused(*label.fault)
        brace = self._read()
        if self.next.kind in {"newline", "end", "}"}:
            self._body(brace)
        else:
            self._line(brace)

    def _line(self, brace: Token) -> None:
        """A block on one line holds one argument."""
        if self.next.kind != "word":
            self._refuse(ITEM)
        name = self._read()
        if self.next.kind != "=":
            raise Refused(ONE_LINE if self.next.kind in {"word", "string", "{"} else ITEM, name.start)
        self._attribute(name)
        if self.next.kind == "end":
            raise Refused(OPEN_BLOCK, brace.start)
        if self.next.kind != "}":
            self._refuse(ONE_LINE)
        self._read()

    def _body(self, brace: Token) -> None:
        names: set[bytes] = set()
        self.newlines()
        while self.next.kind != "}":
            if self.next.kind == "end":
                raise Refused(OPEN_BLOCK, brace.start)
            if argument := self.item():
                name = self._text(argument)
                if name in names:
                    raise Refused(DUPLICATE.using(name=name.decode()), argument.start)
                names.add(name)
            self.newlines()
        self._read()

    def _text(self, token: Token) -> bytes:
        return self.source[token.start : token.end]


def _damaged(tokens: Iterator[Token], places: list[int]) -> Iterator[Token]:
    """Mark the tokens in which there was something that is no UTF-8."""
    for token in tokens:
        first = bisect_left(places, token.start)
        place = places[first] if first < len(places) else token.end
        if place >= token.end or (token.fault is not None and token.fault.start < place):
            yield token
        else:
            yield token._replace(fault=SyntaxProblem(ENCODING, place))
