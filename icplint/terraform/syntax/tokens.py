"""The tokens of a source text as Terraform's scanner cuts them, each with the first thing that is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.templates import DIRECTIVE, ESCAPE, QUOTED_NEWLINE
from icplint.terraform.syntax.tree import SyntaxProblem

CHARACTER: Final = Text(en="the character {code!r} has no meaning here", zh="此处不能使用字符 {code!r}")
ADVICE: Final = {
    b"'": Text(en="a string is enclosed in double quotes, not in single ones", zh="字符串应使用双引号，不能使用单引号"),
    b";": Text(en="a newline ends an argument, not a semicolon", zh="参数以换行结束，而不是分号"),
    b"&": Text(en="there is no operator &; did you mean &&?", zh="没有运算符 &，是否应为 &&？"),
    b"|": Text(en="there is no operator |; did you mean ||?", zh="没有运算符 |，是否应为 ||？"),
    b"~": Text(en="there is no operator ~; did you mean !?", zh="没有运算符 ~，是否应为 !？"),
}
OPEN_STRING: Final = Text(en="the string that line {line} opens is not closed", zh="第 {line} 行开始的字符串没有结束")
OPEN_SEQUENCE: Final = Text(
    en="the sequence that this opens is not closed: {code}", zh="此处开始的序列没有结束：{code}"
)
OPEN_DIRECTIVE: Final = Text(
    en="the directive %{{ {word} }} above is not ended", zh="前面的指令 %{{ {word} }} 没有结束"
)
OPEN_HEREDOC: Final = Text(
    en="the heredoc that line {line} opens is not closed: {marker} must stand on a line of its own",
    zh="第 {line} 行开始的 heredoc 没有结束：{marker} 必须独占一行",
)

_TOKEN = regex(
    rb"""[ \t]+ | (?P<comment>/\*.*?\*/ | (?:\#|//)[^\n]*)
    | (?P<newline>\r?\n)
    | (?P<heredoc><<-?(?P<marker>[A-Za-z_\x80-\xff][\w\x80-\xff-]*)\r?\n)
    | (?P<number>[0-9](?:\.*(?:[0-9]|[eE][+-]?[0-9]))*)
    | (?P<word>[A-Za-z_\x80-\xff][\w\x80-\xff-]*)
    | (?P<string>")
    | (?P<sign>==|!=|>=|<=|&&|\|\||::|\.\.\.|=>|~\}|[][(){}.,*/%+=<>!?:-])
    | (?P<bad>.)""",
    re.VERBOSE | re.DOTALL,
)
_QUOTED = regex(
    rb"""(?:[^"\\$%\r\n] | \\[nrt"\\] | \\u[0-9a-fA-F]{4} | \\U[0-9a-fA-F]{8} | \$\$\{ | %%\{ | [$%](?!\{))*
    (?: (?P<close>") | (?P<sequence>[$%]\{~?) | (?P<newline>[\r\n]+) | (?P<escape>\\.?) | (?P<end>\Z) )""",
    re.VERBOSE | re.DOTALL,
)
_HEREDOC = regex(
    rb"(?:[^$%\r\n]|\$\$\{|%%\{|[$%](?!\{))*"
    rb"(?:(?P<sequence>[$%]\{~?)|(?P<newline>\r?\n)|(?P<return>\r)|(?P<end>\Z))"
)
_DIRECTIVE = regex(rb"\s*(\w*)")
_ENDS = {b"else": (b"if",), b"endif": (b"if", b"else"), b"endfor": (b"for",)}


class Token(NamedTuple):
    """A word, a number, a string, a heredoc, a newline, a comment, the end, or a sign, whose kind is itself."""

    kind: str
    start: int
    end: int
    fault: SyntaxProblem | None = None


def scan(source: bytes, at: int) -> Iterator[Token]:
    """Yield the tokens from an offset on, at last one of the kind "end". Spaces and comments are none."""
    return (token for token in cut(source, at) if token.kind != "comment")


def cut(source: bytes, at: int) -> Iterator[Token]:
    """Yield what `scan` yields, and the comments between."""
    while at < len(source):
        match = _TOKEN.match(source, at)
        assert match is not None
        start, at, kind = at, match.end(), match.lastgroup
        if kind == "sign":
            yield Token(match[0].decode(), start, at)
        elif kind == "string":
            at, fault = _string(source, at)
            yield Token(kind, start, at, fault)
        elif kind == "heredoc":
            at, fault = _heredoc(source, at, match["marker"])
            yield Token(kind, start, at, fault)
        elif kind == "bad" or (kind == "word" and not match[0].decode().replace("-", "_").isidentifier()):
            text = ADVICE.get(match[0]) or CHARACTER.using(code=match[0].decode(errors="replace"))
            yield Token("bad", start, at, SyntaxProblem(text, start))
        elif kind is not None:
            yield Token(kind, start, at)
    yield Token("end", at, at)


def _string(source: bytes, at: int) -> tuple[int, SyntaxProblem | None]:
    """Return where the string that was opened before `at` ends."""
    start, fault = at - 1, None
    directives: list[bytes] = []
    while match := _QUOTED.match(source, at):
        kind, at = match.lastgroup, match.end()
        if kind in {"close", "end"}:
            break
        if kind == "sequence":
            at, inner = _sequence(source, match.start("sequence"), at, directives)
            fault = fault or inner
        elif kind == "newline":
            fault = fault or SyntaxProblem(QUOTED_NEWLINE, match.start("newline"))
        else:
            code = match["escape"].decode(errors="replace")
            fault = fault or SyntaxProblem(ESCAPE.using(code=code), match.start("escape"))
    if match is None or kind == "end":
        fault = fault or SyntaxProblem(OPEN_STRING.using(line=source.count(b"\n", 0, start) + 1), at)
    return at, fault or _undirected(directives, at)


def _heredoc(source: bytes, at: int, marker: bytes) -> tuple[int, SyntaxProblem | None]:
    """Return where the heredoc whose first line begins at `at` ends: behind its closing marker."""
    start, fault, fresh = at, None, True
    directives: list[bytes] = []
    while match := _HEREDOC.match(source, at):
        kind = match.lastgroup
        if kind == "newline" and fresh and match[0].decode(errors="replace").strip().encode() == marker:
            return at + len(match[0].rstrip(b"\r\n")), fault or _undirected(directives, at)
        at, fresh = match.end(), kind == "newline"
        if kind == "end":
            break
        if kind == "sequence":
            at, inner = _sequence(source, match.start("sequence"), at, directives)
            fault = fault or inner
        elif kind == "return":
            fault = fault or SyntaxProblem(CHARACTER.using(code="\r"), match.start("return"))
    line = source.count(b"\n", 0, start)
    return at, fault or SyntaxProblem(OPEN_HEREDOC.using(line=line, marker=marker.decode(errors="replace")), at)


def _sequence(source: bytes, start: int, at: int, directives: list[bytes]) -> tuple[int, SyntaxProblem | None]:
    """Return where the interpolation or directive ends whose opening goes from `start` to `at`."""
    depth = 0
    fault = None if source[start : start + 1] == b"$" else _directive(source, at, directives)
    for token in scan(source, at):
        fault = fault or token.fault
        if token.kind in {"}", "~}"}:
            if not depth:
                return token.end, fault
            depth -= 1
        elif token.kind == "{":
            depth += 1
    code = source[start:].split(b"\n", 1)[0][:40].decode(errors="replace")
    return len(source), fault or SyntaxProblem(OPEN_SEQUENCE.using(code=code), start)


def _directive(source: bytes, at: int, directives: list[bytes]) -> SyntaxProblem | None:
    """Note a directive; each must end what is open, as far as it ends anything."""
    match = _DIRECTIVE.match(source, at)
    word = match[1] if match else b""
    if word in {b"if", b"for"}:
        directives.append(word)
    elif word in _ENDS and directives and directives[-1] in _ENDS[word]:
        directives.pop()
        if word == b"else":
            directives.append(word)
    else:
        return SyntaxProblem(DIRECTIVE, match.start(1) if match else at)
    return None


def _undirected(directives: list[bytes], at: int) -> SyntaxProblem | None:
    if not directives:
        return None
    return SyntaxProblem(OPEN_DIRECTIVE.using(word=directives[-1].decode().replace("else", "if")), at)
