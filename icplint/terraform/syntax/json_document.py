"""JSON text -> nodes that know where they stand; what Terraform's JSON parser refuses is refused."""

from __future__ import annotations

import json
from typing import Final, NamedTuple, NoReturn

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.tree import Refused
from icplint.terraform.values import numbers
from icplint.terraform.values.value import FALSE, NULL, TRUE, Value, number

_SPACE: Final = regex(rb"[ \t\r\n]*")
_STRING: Final = regex(rb'"([^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*)"')
_NUMBER: Final = regex(rb"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])")
_WORD: Final = regex(rb"(?:true|false|null)(?!\w)")
_WORDS: Final = {b"true": TRUE, b"false": FALSE, b"null": NULL}

_COMMA: Final = Text(
    en="JSON allows no comma after the last element: remove it", zh="JSON 不允许最后一个元素之后有逗号：请删除该逗号"
)
_COMMENT: Final = Text(
    en='JSON has no comments: write this one as a property called "//", or remove it',
    zh="JSON 没有注释语法：请改写为名为 “//” 的属性，或将其删除",
)
_BAD_STRING: Final = Text(
    en=r"this is not a valid JSON string: it ends in its own line, and \ stands only before one of \"/bfnrtu",
    zh=r"这不是有效的 JSON 字符串：字符串不能跨行，\ 之后只能是 \"/bfnrtu 之一",
)
_BAD_NAME: Final = Text(en="the name of a property is a string in double quotes", zh="属性名必须是双引号中的字符串")
_MARK: Final = Text(
    en="JSON does not begin with a byte order mark: save the file as UTF-8 without BOM",
    zh="JSON 文件不能以字节顺序标记（BOM）开头：请保存为不带 BOM 的 UTF-8",
)
_DEEP: Final = Text(en="the document is nested too deeply", zh="文档嵌套过深")
_ENDS: Final = Text(en="the file ends where more was expected", zh="文件在此处意外结束")
_UNEXPECTED: Final = Text(en="unexpected {code!r}", zh="此处不应出现 {code!r}")


class Scalar(NamedTuple):
    """A number, true, false or null."""

    value: Value
    start: int
    end: int


class String(NamedTuple):
    """A string as it reads; `start` and `end` are those of its quotes."""

    text: str
    start: int
    end: int


class Array(NamedTuple):
    items: tuple[Node, ...]
    start: int
    end: int


class Member(NamedTuple):
    name: String
    value: Node


class Object(NamedTuple):
    """Members in the order of the source; a name may occur more than once."""

    members: tuple[Member, ...]
    start: int
    end: int


Node = Scalar | String | Array | Object


def read(source: bytes) -> Node:
    """Return the one value that a JSON text holds, or raise Refused; offsets count bytes."""
    if source.startswith(b"\xef\xbb\xbf"):
        raise Refused(_MARK, 0)
    reader = _Reader(source)
    try:
        node = reader.value(reader.space(0))
    except RecursionError:
        raise Refused(_DEEP, 0) from None
    if (end := reader.space(node.end)) < len(source):
        reader.refuse(end)
    return node


class _Reader:
    def __init__(self, source: bytes) -> None:
        self.source = source

    def space(self, at: int) -> int:
        """Return where the next thing stands."""
        found = _SPACE.match(self.source, at)
        assert found is not None
        return found.end()

    def value(self, at: int) -> Node:
        """Return the value that starts at `at`."""
        match self.source[at : at + 1]:
            case b'"':
                return self._string(at)
            case b"{":
                return self._object(at)
            case b"[":
                return self._array(at)
        if found := _WORD.match(self.source, at):
            return Scalar(_WORDS[found[0]], at, found.end())
        found = _NUMBER.match(self.source, at)
        if found is None:
            self.refuse(at)
        parsed = numbers.parse(found[0].decode())
        assert parsed is not None
        return Scalar(number(parsed), at, found.end())

    def _string(self, at: int) -> String:
        found = _STRING.match(self.source, at)
        if found is None:
            raise Refused(_BAD_STRING, at)
        return String(decoded(found[1]), at, found.end())

    def _array(self, start: int) -> Array:
        items: list[Node] = []
        at = self.space(start + 1)
        if self.source[at : at + 1] == b"]":
            return Array((), start, at + 1)
        while True:
            items.append(self.value(at))
            at = self.space(items[-1].end)
            if self.source[at : at + 1] == b"]":
                return Array(tuple(items), start, at + 1)
            at = self._comma(at, b"]")

    def _object(self, start: int) -> Object:
        members: list[Member] = []
        at = self.space(start + 1)
        if self.source[at : at + 1] == b"}":
            return Object((), start, at + 1)
        while True:
            members.append(self._member(at))
            at = self.space(members[-1].value.end)
            if self.source[at : at + 1] == b"}":
                return Object(tuple(members), start, at + 1)
            at = self._comma(at, b"}")

    def _member(self, at: int) -> Member:
        if self.source[at : at + 1] != b'"':
            self.refuse(at, _BAD_NAME)
        name = self._string(at)
        colon = self.space(name.end)
        if self.source[colon : colon + 1] != b":":
            self.refuse(colon)
        return Member(name, self.value(self.space(colon + 1)))

    def _comma(self, at: int, closing: bytes) -> int:
        """Return where the element after a comma stands."""
        if self.source[at : at + 1] != b",":
            self.refuse(at)
        following = self.space(at + 1)
        if self.source[following : following + 1] == closing:
            raise Refused(_COMMA, at)
        return following

    def refuse(self, at: int, text: Text | None = None) -> NoReturn:
        """Say what stands where something else should."""
        rest = self.source[at:].decode(errors="replace").splitlines()
        if not rest:
            raise Refused(_ENDS, len(self.source.rstrip()))
        if rest[0].startswith(("//", "/*", "#")):
            raise Refused(_COMMENT, at)
        raise Refused(text or _UNEXPECTED.using(code=rest[0][:40]), at)


def decoded(raw: bytes) -> str:
    """Return what stands for the inside of a JSON string; what is not a character becomes U+FFFD."""
    text = raw.decode(errors="replace")
    if "\\" not in text:
        return text
    return json.loads(f'"{text}"').encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # type: ignore[no-any-return]
