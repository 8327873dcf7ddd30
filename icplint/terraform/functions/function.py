"""What a function is: its parameters, the type of its result, and what it does with its arguments."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.reasons import IMPURE, SETTLE_PLAN, UNSUPPORTED
from icplint.terraform.values.taken_before import TakenBefore
from icplint.terraform.values.tool_versions import EVERY, Versions
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, ListType, MapType, SetType, Type
from icplint.terraform.values.value import (
    NO_MARKS,
    UnknownReason,
    Value,
    boolean,
    deep_marks,
    list_of,
    number,
    reasons,
    string,
    unknown,
    unknown_from,
)

UNTYPED_NULL: Final = Text(
    en="Terraform does not know the result of {name}() for a null without a type",
    zh="参数为无类型的 null 时，Terraform 无法确定 {name}() 的结果",
)
WHOLE: Final = "value must be a whole number, between -9223372036854775808 and 9223372036854775807"
INT64: Final = 1 << 63


class RefusalError(EvaluationError):
    """What a function refuses; `at` is the position of the argument to blame, if it is one.

    `safe` says that the message shows nothing of an argument that is sensitive; no other is shown where one is.
    """

    def __init__(self, message: str, at: int | None = None, *, safe: bool = False) -> None:
        super().__init__(message)
        self.at = at
        self.safe = safe


@dataclass(frozen=True, slots=True)
class Parameter:
    """What an argument is converted to, and what the function deals with itself.

    `null`, `unknown` and `marked` say that the function takes such values; `untyped` that it takes values whose type is
    not known, for which the result is otherwise unknown.
    """

    name: str
    kind: Type = DYNAMIC
    null: bool = False
    unknown: bool = False
    marked: bool = False
    untyped: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """Where a function is called.

    `root` is the tree that may be read, `directory` where relative paths start. `within` is the template function whose
    template is being rendered: there, Terraform refuses another one, and in `templatestring` every function that reads
    files, too. `settle` tells what says more than the source, `versions` are those that may read it. `taken` is
    what was taken of wide values before.
    """

    root: Path
    directory: Path
    within: str | None = None
    versions: Versions = EVERY
    settle: Callable[[], Text] = lambda: SETTLE_PLAN
    taken: TakenBefore = field(default_factory=TakenBefore, compare=False)


@dataclass(frozen=True, slots=True)
class Function:
    """A function; `result` is the type of the result or finds it from arguments of which any may be unknown."""

    name: str
    parameters: tuple[Parameter, ...]
    variadic: Parameter | None
    result: Type | Callable[[list[Value]], Type]
    call: Callable[[list[Value], Context], Value]

    def parameter(self, position: int) -> Parameter:
        """Return what the argument at that position is for."""
        if position < len(self.parameters) or self.variadic is None:
            return self.parameters[position]
        return self.variadic


def table(*functions: Function) -> dict[str, Function]:
    """Return the functions by name."""
    return {function.name: function for function in functions}


_MAKERS: Final[dict[Type, Callable[[Any], Value]]] = {
    STRING: string,
    NUMBER: number,
    BOOL: boolean,
}


def simple(name: str, parameters: Mapping[str, Type], result: Type, body: Callable[..., Any]) -> Function:
    """Return a function of plain values: `body` takes known raw arguments and returns the raw result."""
    make = _MAKERS[result]
    taken = tuple(Parameter(n, kind) for n, kind in parameters.items())
    return Function(name, taken, None, result, lambda arguments, _: make(body(*(a.raw for a in arguments))))


def strings(texts: Iterable[str]) -> Value:
    """Return a list of strings."""
    return list_of((string(text) for text in texts), STRING)


def whole(value: Value, at: int | None = None, prefix: str = "") -> int:
    """Return a known number as an int of 64 bits, or refuse it."""
    raw = value.raw
    if raw == 0:
        return 0
    if not isinstance(raw, int) or not -INT64 <= raw < INT64:
        raise RefusalError(prefix + WHOLE, at)
    return raw


def left_unknown(name: str, kind: Type, arguments: list[Value]) -> Value:
    """Return the unknown result of a call; without any unknown argument it is an untyped null that makes it so."""
    if any(reasons(argument) for argument in arguments):
        return unknown_from(kind, arguments)
    marks = NO_MARKS.union(*(deep_marks(argument) for argument in arguments))
    return unknown(kind, UnknownReason(UNTYPED_NULL.using(name=name))).marked(marks)


def unsupported(name: str, kind: Type, arguments: list[Value], why: Text = UNSUPPORTED) -> Value:
    """Return the unknown result of a function that is not evaluated; it may depend on all of its arguments."""
    reason = UnknownReason(why.using(what=f"{name}()"))
    return unknown_from(kind, [*arguments, unknown(kind, reason)])


def impure(name: str) -> Value:
    """Return the unknown result of a function that has another one on every run."""
    return unknown(STRING, UnknownReason(IMPURE.using(name=name)))


def quoted(text: str) -> str:
    """Return text in double quotes, as messages show it."""
    return json.dumps(text, ensure_ascii=False)


def constraint(kind: Type) -> str:
    """Return the name of a type that something is converted to."""
    match kind:
        case ListType(element) | SetType(element) | MapType(element) if element is DYNAMIC:
            return f"{type(kind).__name__.removesuffix('Type').lower()} of any single type"
        case _:
            return str(kind)
