"""Functions that read and write YAML.

Source: github.com/zclconf/go-cty-yaml, decode.go and encode.go.
"""

from __future__ import annotations

from typing import Any, Final

from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, quoted, table, unsupported
from icplint.terraform.functions.yaml_layout import laid_out
from icplint.terraform.functions.yaml_scalars import resolved
from icplint.terraform.values import limits
from icplint.terraform.values.conversion import convert
from icplint.terraform.values.types import DYNAMIC, STRING, ObjectType
from icplint.terraform.values.value import Value, object_of, string, tuple_of, unknown_from, wholly_known

_TAGS: Final = {"mapping": "tag:yaml.org,2002:map", "sequence": "tag:yaml.org,2002:seq"}
LARGEST: Final = 100_000
"""How many values a document may hold, those of every alias counted: no real configuration has more."""


class YamlTooLargeError(Exception):
    """A document of more values than are read."""


class _Document:
    """Makes values of events; `anchors` holds the values so far by name, and how many values each is made of."""

    def __init__(self, text: str) -> None:
        from icplint.terraform.functions.yaml_events import events

        self.events = events(text)
        self.anchors: dict[str, tuple[Value, int]] = {}
        self.unfinished: list[str] = []
        self.size = 0
        self.level = 0

    def value(self) -> Value:
        """Return the value of the only document."""
        self._next()
        start = self._next()
        if _kind(start) != "DocumentStart":
            raise _refusal(start, "missing start of document")
        if start.version not in {None, (1, 1)}:
            raise _refusal(start, "found incompatible YAML document")
        value = self._node(self._next())
        self._next()
        end = self._next()
        if _kind(end) != "StreamEnd":
            raise _refusal(end, "unexpected extra content after value")
        return value

    def _next(self) -> Any:
        return next(self.events)

    def _node(self, event: Any) -> Value:
        self._count(1)
        if _kind(event) == "Alias":
            return self._alias(event)
        if event.anchor is None:
            return self._content(event)
        before = self.size - 1
        self.unfinished.append(event.anchor)
        value = self._content(event)
        self.unfinished.remove(event.anchor)
        self.anchors[event.anchor] = value, self.size - before
        return value

    def _count(self, values: int) -> None:
        self.size += values
        if self.size > LARGEST:
            raise YamlTooLargeError

    def _alias(self, event: Any) -> Value:
        if event.anchor in self.unfinished:
            raise _refusal(event, f"cannot refer to anchor {quoted(event.anchor)} from inside its own definition")
        if event.anchor not in self.anchors:
            raise _refusal(event, f"reference to undefined anchor {quoted(event.anchor)}")
        value, size = self.anchors[event.anchor]
        self._count(size)
        return value

    def _content(self, event: Any) -> Value:
        self.level += 1
        if self.level > limits.LEVELS_OF_A_VALUE:
            raise YamlTooLargeError
        value = self._made(event)
        self.level -= 1
        return value

    def _made(self, event: Any) -> Value:
        match _kind(event):
            case "Scalar":
                return _scalar(event)
            case "SequenceStart":
                _check_tag(event, "sequence")
                return tuple_of(self._items())
            case _:
                _check_tag(event, "mapping")
                return object_of(self._attributes())

    def _items(self) -> list[Value]:
        items = []
        while _kind(event := self._next()) != "SequenceEnd":
            items.append(self._node(event))
        return items

    def _attributes(self) -> dict[str, Value]:
        attributes: dict[str, Value] = {}
        while _kind(event := self._next()) != "MappingEnd":
            if _kind(event) != "Scalar":
                raise _refusal(event, "only strings are allowed as mapping keys")
            key = _resolved(event)
            value = self._node(self._next())
            if key is None:
                if not isinstance(value.type, ObjectType):
                    raise _refusal(event, f"cannot merge {value.type} into mapping")
                attributes |= value.raw
            elif key.null:
                raise _refusal(event, "mapping key cannot be null")
            else:
                attributes[convert(key, STRING).raw] = value
        return attributes


def _kind(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


def _resolved(event: Any) -> Value | None:
    return resolved(event.tag or "", event.value, in_quotes=event.style in {"'", '"'})


def _scalar(event: Any) -> Value:
    """Return a scalar; a block without a tag is a string, but of what its text would stand for."""
    try:
        value = _resolved(event)
    except RefusalError as refusal:
        raise _refusal(event, str(refusal)) from None
    if value is None:
        return string("<<")
    return value if event.tag or event.implicit[0] else convert(value, STRING)


def _check_tag(event: Any, what: str) -> None:
    if event.tag not in {None, _TAGS[what]}:
        raise _refusal(event, f"can't interpret {what} as {event.tag}")


def _refusal(event: Any, problem: str) -> RefusalError:
    mark = event.start_mark
    return RefusalError(f"on line {mark.line}, column {mark.column + 1}: {problem}" if mark.line else problem)


def _broken(error: Any) -> RefusalError:
    """Return what is wrong with text that is no YAML, without a word of it: it may be secret."""
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "control characters are not allowed"
    if mark is None or not mark.line:
        return RefusalError(problem)
    in_a_token = type(error).__name__ == "ScannerError"
    line, column = (mark.line + 1, 1) if in_a_token else (mark.line, mark.column + 1)
    return RefusalError(f"on line {line}, column {column}: {problem}")


def _decode(arguments: list[Value], _: Context) -> Value:
    from yaml import YAMLError

    try:
        return _Document(arguments[0].raw).value()
    except YAMLError as error:
        raise _broken(error) from None
    except YamlTooLargeError:
        return unsupported("yamldecode", DYNAMIC, arguments)


def _encode(arguments: list[Value], _: Context) -> Value:
    given = arguments[0]
    return string(laid_out(given)) if wholly_known(given) else unknown_from(STRING, [given])


FUNCTIONS: Final = table(
    Function("yamldecode", (Parameter("src", STRING),), None, DYNAMIC, _decode),
    Function("yamlencode", (Parameter("value", null=True, unknown=True, untyped=True),), None, STRING, _encode),
)
