"""How two types differ that a conditional cannot bring together, in Terraform's words."""

from __future__ import annotations

from icplint.terraform.values.types import ListType, MapType, ObjectType, SetType, TupleType, Type


def mismatch(true: Type, false: Type) -> str:
    """Return why the types of both branches have nothing in common.

    Source: github.com/hashicorp/hcl, hclsyntax, describeConditionalTypeMismatch.
    """
    match true, false:
        case ObjectType(), ObjectType():
            found = _objects(true, false)
        case TupleType(), TupleType():
            found = _tuples(true, false)
        case (ListType(a), ListType(b)) | (SetType(a), SetType(b)) | (MapType(a), MapType(b)) if _structural(a, b):
            noun = {ListType: "list", SetType: "set", MapType: "map"}[type(true)]
            found = f"Mismatched {noun} element types: {mismatch(a, b)}"
        case _:
            found = None
    if found is None and str(true) == str(false):
        found = (
            "At least one deeply-nested attribute or element is not compatible across both the 'true' and the 'false' "
            "value"
        )
    return found or f"The 'true' value is {true}, but the 'false' value is {false}"


def _structural(a: Type, b: Type) -> bool:
    return isinstance(a, ObjectType | TupleType) and type(a) is type(b)


def _objects(true: ObjectType, false: ObjectType) -> str | None:
    for name in sorted(true.attributes):
        if name not in false.attributes:
            return f"The 'true' value includes object attribute \"{name}\", which is absent in the 'false' value"
        if true.attributes[name] != false.attributes[name]:
            inner = mismatch(true.attributes[name], false.attributes[name])
            return f'Type mismatch for object attribute "{name}": {inner}'
    for name in sorted(false.attributes):
        if name not in true.attributes:
            return f"The 'false' value includes object attribute \"{name}\", which is absent in the 'true' value"
    return None


def _tuples(true: TupleType, false: TupleType) -> str | None:
    if len(true.elements) != len(false.elements):
        return (
            f"The 'true' tuple has length {len(true.elements)}, but the 'false' tuple has length {len(false.elements)}"
        )
    for position, (a, b) in enumerate(zip(true.elements, false.elements, strict=True)):
        if a != b:
            return f"Type mismatch for tuple element {position}: {mismatch(a, b)}"
    return None
