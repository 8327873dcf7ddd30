"""Input variables: type constraints, and where values come from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from icplint.model.origin import Origin
from icplint.model.reading import Problem
from icplint.model.text import Text
from icplint.terraform.conversion import convert
from icplint.terraform.expressions import Empty, evaluate
from icplint.terraform.functions.function import Context
from icplint.terraform.parse import parse, parse_expression
from icplint.terraform.syntax import Call, Expression, Literal, ObjectCons, Refused, Traversal, TupleCons
from icplint.terraform.types import (
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
from icplint.terraform.values import EvaluationError, Value, from_json, list_of, map_of, object_of, set_of, string

_WORDS = {"string": STRING, "number": NUMBER, "bool": BOOL, "any": DYNAMIC}
_COLLECTIONS = {"list": ListType, "set": SetType, "map": MapType}
_UNREADABLE = Text(en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}")


@dataclass(frozen=True, slots=True)
class Constraint:
    """A variable's type constraint: the type, and the defaults of its optional attributes, nested likewise."""

    kind: Type = DYNAMIC
    defaults: Mapping[str, Value] | None = None
    inner: Mapping[str, Constraint] | None = None

    def apply(self, value: Value) -> Value:
        """Return `value` with the defaults filled in, converted to the type."""
        return convert(self._filled(value), self.kind)

    def _filled(self, value: Value) -> Value:
        if value.null or not value.known or not (self.inner or self.defaults):
            return value
        match self.kind:
            case ObjectType() if isinstance(value.raw, dict):
                return self._filled_object(value)
            case ListType() | SetType() if isinstance(value.raw, tuple):
                each = (self.inner or {})["*"]
                items = [each.apply(v) for v in value.raw]
                return (set_of if isinstance(self.kind, SetType) else list_of)(items, each.kind).marked(value.marks)
            case MapType() if isinstance(value.raw, dict):
                each = (self.inner or {})["*"]
                return map_of({k: each.apply(v) for k, v in value.raw.items()}, each.kind).marked(value.marks)
            case _:
                return value

    def _filled_object(self, value: Value) -> Value:
        attributes = dict(value.raw)
        for name, default in (self.defaults or {}).items():
            if name not in attributes or attributes[name].null:
                attributes[name] = default
        for name, constraint in (self.inner or {}).items():
            if name in attributes:
                attributes[name] = constraint._filled(attributes[name])  # noqa: SLF001 - the same class
        return object_of(attributes).marked(value.marks)


def constraint(node: Expression) -> Constraint:
    """Return what a `type = …` expression asks for; what is no type constraint asks for nothing."""
    match node:
        case Traversal(root, ()):
            return Constraint(_WORDS.get(root, DYNAMIC))
        case Literal(value) if isinstance(value.raw, str):  # Terraform 0.11: type = "map"
            legacy = {"string": STRING, "list": ListType(DYNAMIC), "map": MapType(DYNAMIC)}
            return Constraint(legacy.get(value.raw, DYNAMIC))
        case Call(name, (inner,)) if name in _COLLECTIONS:
            element = constraint(inner)
            nested = {"*": element} if element.inner or element.defaults else None
            return Constraint(_COLLECTIONS[name](element.kind), inner=nested)
        case Call("tuple", (TupleCons(items),)):
            return Constraint(TupleType(tuple(constraint(item).kind for item in items)))
        case Call("object", (ObjectCons(items),)):
            return _object_constraint(items)
        case _:
            return Constraint()


def _object_constraint(items: tuple[tuple[Expression, Expression], ...]) -> Constraint:
    kinds: dict[str, Type] = {}
    optional: set[str] = set()
    defaults: dict[str, Value] = {}
    inner: dict[str, Constraint] = {}
    for key, node in items:
        name = str(key.value.raw) if isinstance(key, Literal) else ""
        if isinstance(node, Call) and node.name == "optional" and node.arguments:
            optional.add(name)
            element = constraint(node.arguments[0])
            if len(node.arguments) > 1:
                here = Path()
                value = evaluate(node.arguments[1], Empty(Context(root=here, directory=here)))
                defaults[name] = element.apply(value)
        else:
            element = constraint(node)
        kinds[name] = element.kind
        if element.inner or element.defaults:
            inner[name] = element
    return Constraint(ObjectType(kinds, frozenset(optional)), defaults, inner)


@dataclass(frozen=True, slots=True)
class Given:
    """A value for a root module's variable, and where it was given."""

    value: Value | str
    origin: Origin

    def typed(self, kind: Constraint) -> Value:
        """Return the value as the variable's type; text from outside is HCL unless a string is wanted."""
        if isinstance(self.value, Value):
            return kind.apply(self.value)
        if isinstance(kind.kind, Primitive) and kind.kind is not DYNAMIC:
            return kind.apply(string(self.value))
        if kind.kind is DYNAMIC:
            return string(self.value)
        here = Path()
        return kind.apply(evaluate(parse_expression(self.value.encode()), Empty(Context(root=here, directory=here))))


def read_tfvars(path: Path, shown: str) -> tuple[dict[str, Given], list[Problem]]:
    """Return the values of a `.tfvars` or `.tfvars.json` file, and what could not be read of it."""
    try:
        source = path.read_bytes()
    except OSError as error:
        return {}, [Problem(_UNREADABLE.using(path=shown, why=error.strerror or str(error)), Origin(file=shown))]
    return _json_values(source, shown) if shown.endswith(".json") else _hcl_values(source, shown)


def _hcl_values(source: bytes, shown: str) -> tuple[dict[str, Given], list[Problem]]:
    file = parse(source, shown)
    problems = [Problem(p.text, file.origin(p.start)) for p in file.problems]
    values: dict[str, Given] = {}
    for attribute in file.body.attributes.values():
        origin = file.origin(attribute.start)
        try:
            value = evaluate(attribute.expression, Empty(Context(root=Path(), directory=Path())))
        except (EvaluationError, Refused) as error:
            why = Text(en="{message}", zh="{message}").using(message=str(error))
            problems.append(Problem(_UNREADABLE.using(path=shown, why=why), origin))
            continue
        values[attribute.name] = Given(value, origin)
    return values, problems


def _json_values(source: bytes, shown: str) -> tuple[dict[str, Given], list[Problem]]:
    try:
        document = json.loads(source, parse_float=Fraction)
    except ValueError as error:
        line = getattr(error, "lineno", None)
        return {}, [Problem(_UNREADABLE.using(path=shown, why=str(error)), Origin(file=shown, line=line))]
    if not isinstance(document, dict):
        why = Text(en="it is not a JSON object", zh="内容不是 JSON 对象")
        return {}, [Problem(_UNREADABLE.using(path=shown, why=why), Origin(file=shown))]
    return {name: Given(from_json(value), Origin(file=shown)) for name, value in document.items()}, []


def automatic_files(directory: Path) -> list[Path]:
    """Return the variable files that Terraform loads unasked, in the order in which later ones win."""
    fixed = [directory / "terraform.tfvars", directory / "terraform.tfvars.json"]
    auto = sorted(p for p in directory.glob("*.auto.tfvars*") if p.name.endswith((".auto.tfvars", ".auto.tfvars.json")))
    return [path for path in (*fixed, *auto) if path.is_file()]
