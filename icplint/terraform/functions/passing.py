"""What functions pass on of an unknown argument: the value itself, or some of its elements; all others nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from icplint.model.regex import regex
from icplint.terraform.values.possible import chosen, members, same, some_of
from icplint.terraform.values.types import ListType, SetType, TupleType
from icplint.terraform.values.value import UnknownReason, Value, tuple_of, wholly_known

_SCHEMES: Final = frozenset({"http://", "https://"})
_ADDRESS: Final = regex(r"(?:^|[._])(?:e?ip|(?:ip|ipv[46]|eip)_?address)$")
"""What attributes are called that hold an IP address."""
_NO_ADDRESS: Final = regex(r"[^0-9A-Fa-f.:]")


def passed_on(name: str, arguments: list[Value], result: Value) -> Value:
    """Return the unknown result of a call, and that it is what the function was given, or some elements of that.

    A function that is not named here may have made anything of its arguments.
    """
    name = name.removeprefix("core::")
    found = None
    if name in _SOME:
        found = _some(_SOME[name](arguments), arguments, result)
    elif name == "one":
        found = chosen(result.type, arguments[0], arguments[0])
    elif name == "format" and arguments[0].known and not all(map(wholly_known, arguments[1:])):
        from icplint.terraform.functions.format import partly_filled

        found = partly_filled(arguments[0].raw, arguments[1:])
    elif name == "split" and _is_apart(arguments[0].raw, arguments[1]):
        found = some_of(result.type, [same(arguments[1].type, arguments[1])])
    elif arguments and _as_it_is(name, arguments):
        found = same(result.type, arguments[0])
    return result if found is None else found.marked(result.marks)


def _as_it_is(name: str, arguments: list[Value]) -> bool:
    """Return whether a host name or address stays the same: its case, blanks, the root's dot, a scheme are no part."""
    reason = arguments[0].raw
    if not isinstance(reason, UnknownReason) or reason.open or reason.among or reason.parts:
        return False
    match name, [argument.raw for argument in arguments[1:]]:
        case (("lower" | "trimspace" | "chomp"), []):
            return True
        case "trimsuffix", ["." | "/"]:
            return True
        case ("trimprefix", [str(scheme)]) | ("replace", [str(scheme), ""]) if scheme in _SCHEMES:
            return True
        case "replace", [str(pattern), str()]:
            return not (pattern[:1] == pattern[-1:] == "/") and _is_apart(pattern, arguments[0])
        case (("trimprefix" | "trimsuffix"), [str(part)]):
            return _is_apart(part, arguments[0])
        case "trim", [str(characters)]:
            return all(_is_apart(character, arguments[0]) for character in characters)
        case _:
            return False


def _is_apart(text: object, value: Value) -> bool:
    """Return whether a value is an IP address, by the name of the attribute that it is, and a text no part of one."""
    reason = value.raw
    if (
        not isinstance(text, str)
        or not isinstance(reason, UnknownReason)
        or reason.open
        or reason.among
        or reason.parts
    ):
        return False
    return len(reason.refs) == 1 and bool(_ADDRESS.search(reason.refs[0].attribute) and _NO_ADDRESS.search(text))


def _some(given: list[Value], arguments: list[Value], result: Value) -> Value | None:
    elements = [members(value) for value in given if not value.null]
    if any(each is None for each in elements):
        return None
    found = [one for each in elements for one in each or ()]
    doubt = next((value.raw for value in arguments if isinstance(value.raw, UnknownReason)), None)
    return some_of(result.type, found, doubt, keys=arguments) if found else None


def _flat(values: list[Value]) -> Iterator[Value]:
    for value in values:
        nested = isinstance(value.type, ListType | SetType | TupleType) or (not value.known and bool(value.raw.parts))
        inner = members(value) if nested else None
        yield from [value] if inner is None else _flat(inner)


def _flattened(arguments: list[Value]) -> list[Value]:
    return [tuple_of(_flat(arguments))]


def _filled(arguments: list[Value]) -> list[Value]:
    elements = members(arguments[0])
    return arguments if elements is None else [tuple_of(e for e in elements if not e.known or e.raw)]


_SOME: Final[dict[str, Callable[[list[Value]], list[Value]]]] = {
    **dict.fromkeys(
        (
            "coalescelist", "concat", "distinct", "merge", "reverse", "setintersection", "setunion", "sort",
            "tolist", "tomap", "toset", "values",
        ),
        lambda arguments: arguments,
    ),
    **dict.fromkeys(("matchkeys", "setsubtract", "slice"), lambda arguments: arguments[:1]),
    "compact": _filled,
    "flatten": _flattened,
    "zipmap": lambda arguments: arguments[1:],
}  # fmt: skip
"""Functions that return some elements of some arguments, perhaps in another order, and nothing else."""
