"""`type = …`: what a variable's value is converted to, and the defaults of optional attributes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.text import Text, plain
from icplint.terraform.evaluation.scope import Empty, Evaluate
from icplint.terraform.functions.function import Context
from icplint.terraform.syntax.tree import (
    Expression,
    ForObject,
    ForTuple,
    FunctionCall,
    Literal,
    ObjectCons,
    Refused,
    TemplateFor,
    Traversal,
    TupleCons,
)
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    STRING,
    ListType,
    MapType,
    ObjectType,
    Primitive,
    SetType,
    TupleType,
    Type,
)
from icplint.terraform.values.value import Value, object_of, tuple_of

_WORDS: Final = {"string": STRING, "number": NUMBER, "bool": BOOL, "any": DYNAMIC}
_COLLECTIONS: Final = {"list": ListType, "set": SetType, "map": MapType}
_SHORT: Final = {"list": ListType(DYNAMIC), "map": MapType(DYNAMIC)}
_QUOTED: Final = {"string": STRING, **_SHORT}

_NO_TYPE: Final = Text(
    en="this is no type: write string, number, bool, any, or list(…), set(…), map(…), object({…}), tuple([…])",
    zh="这不是类型：请使用 string、number、bool、any，或 list(…)、set(…)、map(…)、object({…})、tuple([…])",
)
_IN_QUOTES: Final = Text(en="a type stands without quotes: write {name}", zh="类型不加引号：请写作 {name}")
_ONE: Final = Text(en="{name}(…) takes one type", zh="{name}(…) 只接受一个类型")
_OBJECT: Final = Text(
    en="object(…) takes a type for each attribute: object({ name = string })",
    zh="object(…) 需要为每个属性指定类型：object({ name = string })",
)
_TUPLE: Final = Text(
    en="tuple(…) takes a list of types: tuple([string, number])", zh="tuple(…) 需要类型列表：tuple([string, number])"
)
_TWICE: Final = Text(en="attribute {name} is declared twice", zh="属性 {name} 重复声明")
_OPTIONAL: Final = Text(
    en="optional(…) stands only at an attribute of object({…})", zh="optional(…) 只能用于 object({…}) 的属性"
)
_OPTIONAL_TAKES: Final = Text(
    en="optional(…) takes a type and, if need be, a default", zh="optional(…) 接受一个类型和一个可选的默认值"
)
_BAD_DEFAULT: Final = Text(
    en="the default of attribute {name} does not fit its type: {why}", zh="属性 {name} 的默认值与类型不符：{why}"
)


def constant(evaluate: Evaluate, node: Expression) -> Value:
    """Return the value of an expression that may neither refer to anything nor call a function."""
    if isinstance(node, Literal):
        return node.value
    for inner in _inside(node, frozenset()):
        if isinstance(inner, FunctionCall):
            raise EvaluationError("Function calls not allowed: Functions may not be called here.")
        raise EvaluationError("Variables not allowed: Variables may not be used here.")
    return evaluate(node, _NOWHERE)


_NOWHERE: Final = Empty(Context(root=Path(), directory=Path()))


def _inside(node: Any, bound: frozenset[str]) -> Iterator[FunctionCall | Traversal]:
    """Yield the calls in an expression, and the references to what is not bound in it."""
    match node:
        case Traversal():
            yield from () if node.root in bound else (node,)
        case ForTuple() | ForObject() | TemplateFor():
            yield from _inside(node.collection, bound)
            yield from _inside(node[3:], bound | {node.value, node.key or node.value})
        case FunctionCall():
            yield node
        case tuple():
            for part in node:
                yield from _inside(part, bound)


@dataclass(frozen=True, slots=True)
class Defaults:
    """The defaults of optional attributes, nested as the type is; those of a collection's elements are called "".

    Source: github.com/hashicorp/hcl, ext/typeexpr/defaults.go.
    """

    kind: Type
    values: Mapping[str, Value] = field(default_factory=dict)
    children: Mapping[str, Defaults] = field(default_factory=dict)

    def apply(self, value: Value) -> Value:
        """Return the value with every attribute that is absent or null filled in; a null or unknown value stays."""
        if value.null or not value.known:
            return value
        match value.raw:
            case tuple():
                items = [self._child(str(i), v) for i, v in enumerate(value.raw)]
                return tuple_of(items).marked(value.marks)
            case dict():
                attributes = {name: self._child(name, v) for name, v in value.raw.items()}
                for name, default in self.values.items():
                    if name not in attributes or attributes[name].null:
                        attributes[name] = self._child(name, default)
                return object_of(attributes).marked(value.marks)
            case _:
                return value

    def _child(self, name: str, value: Value) -> Value:
        key = name if isinstance(self.kind, ObjectType | TupleType) else ""
        return self.children[key].apply(value) if key in self.children else value


@dataclass(frozen=True, slots=True)
class Constraint:
    """A variable's type constraint; `written` where there is one, be it only `any`."""

    kind: Type = DYNAMIC
    defaults: Defaults | None = None
    written: bool = False

    @property
    def literal(self) -> bool:
        """Whether text from outside is the value itself, and no expression."""
        return not self.written or (isinstance(self.kind, Primitive) and self.kind is not DYNAMIC)

    def apply(self, value: Value) -> Value:
        """Return `value` with the defaults filled in, converted to the type."""
        return convert(self.defaults.apply(value) if self.defaults else value, self.kind)


def constraint(evaluate: Evaluate, node: Expression) -> Constraint:
    """Return what a `type = …` expression asks for; what is not a type asks for nothing."""
    try:
        return checked_constraint(evaluate, node)
    except Refused:
        quoted = node.value.raw if isinstance(node, Literal) else None
        return Constraint(_QUOTED.get(quoted, DYNAMIC) if isinstance(quoted, str) else DYNAMIC)


def checked_constraint(evaluate: Evaluate, node: Expression) -> Constraint:
    """Return what a `type = …` expression asks for, or raise Refused."""
    match node:
        case Traversal(root, ()) if root in _SHORT:
            return Constraint(_SHORT[root], written=True)
        case Literal(value) if value.raw in _QUOTED:
            raise Refused(_IN_QUOTES.using(name=value.raw), node.start)
    kind, defaults = _type(evaluate, node)
    return Constraint(kind, defaults, written=True)


_Typed = tuple[Type, Defaults | None]


def _type(evaluate: Evaluate, node: Expression) -> _Typed:
    match node:
        case Traversal(root, ()) if root in _WORDS:
            return _WORDS[root], None
        case FunctionCall("optional"):
            raise Refused(_OPTIONAL, node.start)
        case FunctionCall(name, arguments) if name in _COLLECTIONS:
            if len(arguments) != 1:
                raise Refused(_ONE.using(name=name), node.start)
            element, inner = _type(evaluate, arguments[0])
            kind = _COLLECTIONS[name](element)
            return kind, Defaults(kind, children={"": inner}) if inner else None
        case FunctionCall("tuple", arguments):
            return _tuple(evaluate, arguments, node.start)
        case FunctionCall("object", arguments):
            return _object(evaluate, arguments, node.start)
        case _:
            raise Refused(_NO_TYPE, node.start)


def _tuple(evaluate: Evaluate, arguments: tuple[Expression, ...], start: int) -> _Typed:
    match arguments:
        case (TupleCons(items),):
            found = [_type(evaluate, item) for item in items]
            kind = TupleType(tuple(element for element, _ in found))
            children = {str(i): inner for i, (_, inner) in enumerate(found) if inner}
            return kind, Defaults(kind, children=children) if children else None
        case _:
            raise Refused(_TUPLE, start)


def _object(evaluate: Evaluate, arguments: tuple[Expression, ...], start: int) -> _Typed:
    match arguments:
        case (ObjectCons(items),):
            pass
        case _:
            raise Refused(_OBJECT, start)
    kinds: dict[str, Type] = {}
    optional: set[str] = set()
    values: dict[str, Value] = {}
    children: dict[str, Defaults] = {}
    for key, node in items:
        name = _attribute_name(key)
        if name in kinds:
            raise Refused(_TWICE.using(name=name), key.start)
        kinds[name], inner, default = _attribute(evaluate, name, node)
        if inner:
            children[name] = inner
        if default is not None:
            values[name] = default
        if isinstance(node, FunctionCall) and node.name == "optional":
            optional.add(name)
    kind = ObjectType(kinds, frozenset(optional))
    return kind, Defaults(kind, values, children) if values or children else None


def _attribute_name(key: Expression) -> str:
    if isinstance(key, Literal) and isinstance(key.value.raw, str):
        return key.value.raw
    raise Refused(_OBJECT, key.start)


def _attribute(evaluate: Evaluate, name: str, node: Expression) -> tuple[Type, Defaults | None, Value | None]:
    if not (isinstance(node, FunctionCall) and node.name == "optional"):
        return *_type(evaluate, node), None
    if not 1 <= len(node.arguments) <= 2:
        raise Refused(_OPTIONAL_TAKES, node.start)
    kind, inner = _type(evaluate, node.arguments[0])
    if len(node.arguments) == 1:
        return kind, inner, None
    try:
        return kind, inner, convert(constant(evaluate, node.arguments[1]), kind)
    except (ConversionError, EvaluationError) as error:
        raise Refused(_BAD_DEFAULT.using(name=name, why=plain(error)), node.start) from None
