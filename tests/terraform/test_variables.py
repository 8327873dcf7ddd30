"""Variables: types, defaults, and the order in which values win."""

from __future__ import annotations

from pathlib import Path

import pytest
from asked import asked, disagreement

from icplint.model.origin import Origin
from icplint.terraform.evaluation.constraints import Constraint, constant, constraint
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.modules.loader import Loader
from icplint.terraform.modules.variables import Given, automatic_files, read_tfvars
from icplint.terraform.syntax.parse import parse_expression
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.plain_values import plain
from icplint.terraform.values.types import BOOL, DYNAMIC, NUMBER, STRING, ListType, MapType
from icplint.terraform.values.value import from_json


def test_icplint_answers_as_terraform_did(tmp_path: Path) -> None:
    differing = {}
    for number, one in enumerate(asked("variables")):
        directory = tmp_path / str(number)
        directory.mkdir()
        if found := disagreement(one, directory):
            differing[one.name] = found
    assert differing == {}


def typed(text: str) -> Constraint:
    return constraint(evaluate, parse_expression(text.encode()))


@pytest.mark.parametrize(
    ("text", "literal"),
    [("string", True), ("number", True), ("bool", True), ("any", False), ("list", False), ("map(string)", False)],
)
def test_text_from_outside_is_the_value_itself_or_an_expression(text: str, literal: bool) -> None:
    assert typed(text).literal == literal
    assert Constraint().literal


def test_what_is_no_type_asks_for_nothing() -> None:
    assert typed("strin").kind is DYNAMIC
    assert typed("list(strin)").kind is DYNAMIC


@pytest.mark.parametrize(
    ("text", "kind"), [('"string"', STRING), ('"list"', ListType(DYNAMIC)), ('"map"', MapType(DYNAMIC))]
)
def test_the_types_of_old_are_refused_and_understood(text: str, kind: object) -> None:
    assert typed(text).kind == kind


def test_a_default_is_filled_in_before_the_value_is_converted() -> None:
    kind = typed(
        'map(object({ a = optional(number, "1"), b = optional(list(object({ c = optional(string, 2) })), [{}]) }))'
    )
    value = kind.apply(from_json({"x": {}, "y": {"a": 5, "b": []}}))
    assert plain(value) == {"x": {"a": 1, "b": [{"c": "2"}]}, "y": {"a": 5, "b": []}}
    assert value.type.element.attributes["a"] is NUMBER  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["var.x", "[for x in [1] : y]", "{ (x) = 1 }", '"${x}"', "true ? 1 : x"])
def test_a_constant_refers_to_nothing(text: str) -> None:
    with pytest.raises(EvaluationError, match=r"^Variables not allowed"):
        constant(evaluate, parse_expression(text.encode()))


@pytest.mark.parametrize("text", ["max(1, 2)", '[upper("x")]', '"${upper("x")}"', 'false ? file("x") : 1'])
def test_a_constant_calls_nothing(text: str) -> None:
    with pytest.raises(EvaluationError, match=r"^Function calls not allowed"):
        constant(evaluate, parse_expression(text.encode()))


def test_a_loop_may_name_its_elements() -> None:
    assert plain(constant(evaluate, parse_expression(b"{ for k, v in { a = 1 } : k => v + 1 if v > 0 }"))) == {"a": 2}


# Declarations


def declared(directory: Path, body: str) -> list[str]:
    (directory / "main.tf").write_text(f'variable "a" {{\n{body}\n}}\n', encoding="utf-8")
    found = Loader(directory).module(directory).problems
    assert all(problem.text.say("zh") for problem in found)
    return [f"{problem.origin} {problem.text.say('en')}" for problem in found]


def test_what_to_write_instead(tmp_path: Path) -> None:
    assert declared(tmp_path, 'type = "string"') == ["main.tf:2:8 a type stands without quotes: write string"]
    types = "string, number, bool, any, or list(…), set(…), map(…), object({…}), tuple([…])"
    assert declared(tmp_path, "type = set") == [f"main.tf:2:8 this is no type: write {types}"]
    assert declared(tmp_path, 'type = list(number)\ndefault = [1, "x"]') == [
        "main.tf:3:11 the default of variable a cannot be used: element 1: a number is required"
    ]
    assert declared(tmp_path, "default = local.x\nnullable = 1") == [
        "main.tf:3:12 nullable of variable a is either true or false",
        "main.tf:2:11 the default of variable a cannot be used: Variables not allowed: Variables may not be used here.",
    ]


def test_one_declaration_may_have_several_mistakes(tmp_path: Path) -> None:
    assert len(declared(tmp_path, "type = strin\ndefault = local.x\nsensitive = null")) == 3


# Files of values


def test_automatic_files_in_the_order_of_their_names(tmp_path: Path) -> None:
    written = [
        "b.auto.tfvars",
        "a.auto.tfvars.json",
        "terraform.tfvars.json",
        "B.auto.tfvars",
        "terraform.tfvars",
        "x.tfvars",
    ]
    for name in (*written, "c.auto.tfvars.bak"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "d.auto.tfvars").mkdir()
    assert [path.name for path in automatic_files(tmp_path)] == [
        "terraform.tfvars",
        "terraform.tfvars.json",
        "B.auto.tfvars",
        "a.auto.tfvars.json",
        "b.auto.tfvars",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [("x.tfvars", 'a = 1\nb = ["1${1 + 1}"]\n'), ("x.tfvars.json", '{"//": "c",\n"a": 1,\n"b": ["12"]}')],
)
def test_values_have_their_places(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    values, problems = read_tfvars(tmp_path / name, name)
    assert problems == []
    assert {key: plain(given.typed(Constraint())) for key, given in values.items()} == {"a": 1, "b": ["12"]}
    assert [given.origin.line for given in values.values()] == ([1, 2] if name == "x.tfvars" else [2, 3])


def test_what_is_wrong_with_a_value_matters_when_it_is_used(tmp_path: Path) -> None:
    (tmp_path / "x.tfvars").write_text("a = local.x\n", encoding="utf-8")
    values, problems = read_tfvars(tmp_path / "x.tfvars", "x.tfvars")
    assert problems == []
    with pytest.raises(EvaluationError, match="Variables not allowed"):
        values["a"].typed(Constraint())


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("x.tfvars", "a = 1\nb {\n}\n", "x.tfvars:2:1"),
        ("x.tfvars", "a = 1\na = 2\n", "x.tfvars:2:1"),
        ("x.tfvars.json", '{"a": 1,\n "a": 2}', "x.tfvars.json:2:2"),
        ("x.tfvars.json", "[]", "x.tfvars.json:1:1"),
        ("x.tfvars.json", '{"a": 1', "x.tfvars.json:1:8"),
        ("x.tfvars.json", "", "x.tfvars.json:1:1"),
    ],
)
def test_a_file_of_values_that_cannot_be_read(name: str, text: str, place: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    _, (problem,) = read_tfvars(tmp_path / name, name)
    assert str(problem.origin) == place


def test_a_file_of_values_that_is_not_there(tmp_path: Path) -> None:
    values, (problem,) = read_tfvars(tmp_path / "absent.tfvars", "absent.tfvars")
    assert values == {}
    assert problem.text.say("en").startswith("absent.tfvars cannot be read: ")


def test_a_value_that_is_given_as_a_value(tmp_path: Path) -> None:
    given = Given(from_json({"a": "true"}), Origin(request="plan"))
    assert given.typed(typed("map(bool)")).raw["a"].type is BOOL
