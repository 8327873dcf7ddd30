"""Unknown results keep what they point at, and say whether something else is possible."""

from __future__ import annotations

from pathlib import Path

import pytest

from icplint.model.text import plain
from icplint.model.unknown import Reference
from icplint.terraform import functions
from icplint.terraform.functions.function import Context
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, ListType, MapType
from icplint.terraform.values.value import (
    UnknownReason,
    Value,
    boolean,
    list_of,
    map_of,
    number,
    object_of,
    reasons,
    string,
    tuple_of,
    unknown,
    wholly_known,
)

HERE = Context(root=Path(), directory=Path())


def pending(name: str, kind: object = STRING) -> Value:
    return unknown(kind, UnknownReason(plain("known after apply"), (Reference(f"alicloud_eip.{name}", "address"),)))  # type: ignore[arg-type]


A, B = pending("a"), pending("b")
N = pending("n", NUMBER)
KEY = pending("key")
STRINGS = pending("list", ListType(STRING))
MAP = pending("map", MapType(STRING))
LITERAL = string("192.0.2.1")


def call(name: str, *arguments: Value) -> Value:
    return functions.call(name, list(arguments), HERE)


def pointed(value: Value) -> tuple[set[str], bool]:
    """Return the names that a wholly unknown value points at, and whether it is open."""
    assert isinstance(value.raw, UnknownReason)
    return {ref.address.removeprefix("alicloud_eip.") for ref in value.raw.refs}, value.raw.open


@pytest.mark.parametrize(
    ("value", "names", "opened"),
    [
        (call("upper", A), {"a"}, True),
        (call("lower", A), {"a"}, False),
        (call("trimsuffix", A, string(".")), {"a"}, False),
        (call("trimsuffix", A, string("x")), {"a"}, True),
        (call("join", string(","), tuple_of([A, LITERAL, B])), {"a", "b"}, True),
        (call("format", string("%s:%s"), A, N), {"a", "n"}, True),
        (call("replace", string("x"), string("x"), A), {"a"}, True),
        (call("coalesce", A, LITERAL), {"a"}, True),
        (call("coalesce", A, B), {"a", "b"}, False),
        (call("coalesce", string(""), A), {"a"}, False),
        (call("coalescelist", STRINGS, tuple_of([A])), {"list", "a"}, False),
        (call("element", tuple_of([A, B]), N), {"a", "b"}, False),
        (call("element", list_of([LITERAL, LITERAL], STRING), N), set(), True),
        (call("element", STRINGS, number(0)), {"list"}, False),
        (call("lookup", object_of({"x": A, "y": LITERAL}), KEY, B), {"a", "b"}, True),
        (call("lookup", MAP, string("x"), LITERAL), {"map"}, True),
        (call("lookup", MAP, string("x")), {"map"}, False),
        (call("concat", STRINGS, tuple_of([A])), {"list", "a"}, False),
        (call("merge", MAP, map_of({"x": A}, STRING)), {"map", "a"}, False),
        (call("flatten", tuple_of([STRINGS, tuple_of([A])])), {"list", "a"}, False),
        (call("compact", tuple_of([A, string("")])), {"a"}, False),
        (call("compact", tuple_of([A, LITERAL])), {"a"}, True),
        (call("distinct", tuple_of([A, B])), {"a", "b"}, False),
        (call("contains", tuple_of([LITERAL, A]), string("x")), {"a"}, True),
        (call("jsonencode", object_of({"x": A})), {"a"}, True),
        (call("zipmap", tuple_of([KEY]), tuple_of([A])), {"a"}, False),
        (call("setproduct", STRINGS, tuple_of([A])), {"list", "a"}, True),
        (call("setintersection", tuple_of([A]), tuple_of([B])), {"a", "b"}, False),
        (call("alltrue", tuple_of([pending("t", BOOL), boolean(True)])), {"t"}, True),
        (call("yamlencode", object_of({"x": A})), {"a"}, True),
        (call("cidrhost", A, number(1)), {"a"}, True),
        (call("file", A), {"a"}, True),
        (call("tonumber", A), {"a"}, False),
        (call("one", STRINGS), {"list"}, False),
    ],
)
def test_an_unknown_result_points_at_what_it_is_made_of(value: Value, names: set[str], opened: bool) -> None:
    assert pointed(value) == (names, opened)


def test_what_is_known_of_a_result_is_kept() -> None:
    assert call("length", tuple_of([A, B])).raw == 2
    assert call("length", object_of({"x": A})).raw == 1
    assert call("keys", object_of({"x": A, "y": B})).raw[1].raw == "y"
    assert call("element", tuple_of([LITERAL, A]), number(0)).raw == LITERAL.raw
    assert call("lookup", object_of({"x": LITERAL, "y": A}), string("x")).raw == LITERAL.raw
    assert call("coalesce", LITERAL, A).raw == LITERAL.raw
    assert call("alltrue", tuple_of([boolean(False), pending("t", BOOL)])).raw is False
    assert call("anytrue", tuple_of([pending("t", BOOL), boolean(True)])).raw is True
    assert call("contains", tuple_of([A, LITERAL]), LITERAL).raw is True
    assert call("startswith", A, string("")).raw is True


def test_one_unknown_element_does_not_hide_the_others() -> None:
    assert pointed(call("concat", tuple_of([LITERAL]), tuple_of([A])).raw[1]) == ({"a"}, False)
    assert pointed(call("merge", object_of({"x": LITERAL}), object_of({"y": A})).raw["y"]) == ({"a"}, False)
    assert pointed(call("formatlist", string("%s"), tuple_of([LITERAL, A])).raw[1]) == ({"a"}, False)
    assert pointed(call("setproduct", tuple_of([LITERAL]), tuple_of([A])).raw[0].raw[1]) == ({"a"}, False)
    assert pointed(call("reverse", tuple_of([LITERAL, A])).raw[0]) == ({"a"}, False)
    assert pointed(call("flatten", tuple_of([tuple_of([LITERAL]), tuple_of([A])])).raw[1]) == ({"a"}, False)


def test_a_sorted_list_has_as_many_elements_each_of_which_may_be_any() -> None:
    found = call("sort", tuple_of([LITERAL, A]))
    assert call("length", found).raw == 2
    assert pointed(found.raw[0]) == ({"a"}, True)


def test_a_set_keeps_every_unknown_element() -> None:
    found = call("toset", tuple_of([A, B, LITERAL, LITERAL]))
    assert {ref.address for reason in reasons(found) for ref in reason.refs} == {"alicloud_eip.a", "alicloud_eip.b"}
    assert not call("length", found).known
    assert call("length", call("toset", tuple_of([A]))).raw == 1


def resource() -> Value:
    """Return an object that is known in part: `id` is not, `name` is, and there is nothing else."""

    def look(key: Value) -> Value:
        if key.raw == "name":
            return LITERAL
        if key.raw == "id":
            return A
        raise EvaluationError("Unsupported attribute")

    return unknown(DYNAMIC, UnknownReason(plain("known after apply"), (Reference("alicloud_eip.web"),), look=look))


def test_lookup_sees_what_is_known_of_a_resource() -> None:
    assert call("lookup", resource(), string("name"), string("none")).raw == LITERAL.raw
    assert pointed(call("lookup", resource(), string("id"))) == ({"a"}, False)
    assert call("lookup", resource(), string("nope"), string("none")).raw == "none"
    assert not wholly_known(call("lookup", resource(), KEY, string("none")))
