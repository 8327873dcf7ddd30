"""How a function is called: names, how many arguments, conversion, nulls, marks, and what leaves a result unknown."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from icplint.model.text import plain
from icplint.model.unknown import Reference
from icplint.terraform import functions
from icplint.terraform.functions.function import Context
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, ListType
from icplint.terraform.values.value import (
    NULL,
    SENSITIVE,
    UnknownReason,
    Value,
    list_of,
    null,
    number,
    object_of,
    string,
    tuple_of,
    unknown,
)

HERE = Context(root=Path(), directory=Path())
WEB = Reference("alicloud_instance.web", "public_ip")
ADDRESS = unknown(STRING, UnknownReason(plain("known after apply"), (WEB,)))


def call(name: str, *arguments: Value) -> Value:
    return functions.call(name, list(arguments), HERE)


def message(name: str, *arguments: Value) -> str:
    with pytest.raises(EvaluationError) as caught:
        call(name, *arguments)
    return str(caught.value)


@pytest.mark.parametrize("name", ["abs", "core::abs", "try", "can", "templatefile", "yamldecode", "plantimestamp"])
def test_names_that_terraform_knows(name: str) -> None:
    assert functions.exists(name)


@pytest.mark.parametrize("name", ["nope", "core::nope", "type", "provider::aws::arn_parse", "aws::abs", ""])
def test_names_that_terraform_does_not_know(name: str) -> None:
    assert not functions.exists(name)


def test_refusals_are_in_terraforms_words() -> None:
    assert message("nope", number(1)) == 'There is no function named "nope".'
    assert message("abs") == 'Function "abs" expects 1 argument(s). Missing value for "num".'
    assert message("join") == 'Function "join" expects at least 1 argument(s). Missing value for "separator".'
    assert message("abs", number(1), number(2)) == 'Function "abs" expects only 1 argument(s).'
    assert message("abs", string("x")) == 'Invalid value for "num" parameter: a number is required.'
    assert message("abs", NULL) == 'Invalid value for "num" parameter: argument must not be null.'
    assert message("max") == 'Call to function "max" failed: must pass at least one number.'
    assert message("core::max") == 'Call to function "core::max" failed: must pass at least one number.'
    assert message("aws::x") == (
        'The function namespace "aws" is not valid. Provider function calls must use the "provider::" namespace prefix.'
    )


def test_arguments_are_converted() -> None:
    assert call("abs", string("-5")).raw == 5
    assert call("upper", number(5)).raw == "5"
    assert call("join", string("-"), tuple_of([number(1), string("a")])).raw == "1-a"


def test_a_provider_function_is_unknown_and_keeps_what_it_is_given() -> None:
    found = call("provider::alicloud::parse", ADDRESS, string("x"))
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.refs == (WEB,)
    assert found.raw.open
    assert found.type is DYNAMIC


@pytest.mark.parametrize("name", ["timestamp", "plantimestamp", "uuid"])
def test_what_differs_on_every_run_is_unknown(name: str) -> None:
    found = call(name)
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.why.say("en") == f"{name}() has a new result on every run"
    assert found.type is STRING


def test_what_is_not_evaluated_yet_says_so() -> None:
    found = call("base64gzip", string("a"))
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.why.say("zh") == "icplint 暂不支持求值 base64gzip()"
    assert found.raw.refs == ()


def test_an_untyped_null_leaves_format_unknown() -> None:
    found = call("format", string("%s"), NULL)
    assert isinstance(found.raw, UnknownReason)
    assert "format()" in found.raw.why.say("en")
    assert message("format", string("%s"), null(STRING)).endswith("null value cannot be formatted.")


def test_marks_of_arguments_reach_the_result() -> None:
    secret = string("a").marked(SENSITIVE)
    assert call("upper", secret).marks == SENSITIVE
    assert call("join", string(","), tuple_of([secret])).marks == SENSITIVE
    assert call("contains", tuple_of([secret]), string("b")).marks == SENSITIVE
    assert call("upper", ADDRESS.marked(SENSITIVE)).marks == SENSITIVE


def test_functions_that_take_marks_leave_them_where_they_are() -> None:
    secret = string("a").marked(SENSITIVE)
    assert not call("length", tuple_of([secret])).marks
    assert not call("element", tuple_of([secret, string("b")]), number(1)).marks
    assert call("element", tuple_of([secret, string("b")]), number(0)).marks == SENSITIVE
    assert not call("lookup", object_of({"a": secret, "b": string("c")}), string("b")).marks
    assert call("length", list_of([], STRING).marked(SENSITIVE)).marks == SENSITIVE
    assert call("nonsensitive", secret).marks == frozenset()


def test_types_are_told_although_values_are_not_known() -> None:
    assert call("upper", ADDRESS).type is STRING
    assert call("split", string(","), ADDRESS).type == ListType(STRING)
    assert call("length", ADDRESS).type is NUMBER
    assert call("startswith", ADDRESS, string("a")).type is BOOL
    assert call("jsondecode", ADDRESS).type is DYNAMIC


def test_no_family_is_imported_before_one_of_its_functions_is_called() -> None:
    program = (
        "import sys; from icplint.terraform import functions\n"
        "print(*sorted(n for n in sys.modules if n.startswith('icplint.terraform.functions.')))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    last = [name.rpartition(".")[2] for name in said.split()]
    assert last == ["function", "passing", "refined_results"]
