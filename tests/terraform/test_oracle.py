"""Configurations that Terraform has planned and applied: icplint makes the same of them, as far as a plan goes."""

from __future__ import annotations

import importlib.util
import json
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icplint.model.reading import Reading
from icplint.model.unknown import Reference
from icplint.terraform.instances.configuration import Variables, open_root, problems_of
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.modules.loader import Loader
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.json_text import json_text
from icplint.terraform.values.types import DYNAMIC, ListType, MapType, ObjectType, SetType, TupleType, Type
from icplint.terraform.values.value import Value, deep_marks, deep_unmarked, reasons

ORACLE: Final = Path(__file__).parent / "data" / "oracle"
CASES: Final = sorted(path.parent.name for path in ORACLE.glob("*/answers.json"))
JUDGE: Final = "1.11.4"
UNKNOWN: Final = '"(unknown)"'
SHOWN: Final = "Output refers to sensitive values"
GOES_ON: Final = {"unknown_count", "unknown_for_each", "unknown_module_count"}
"""Where Terraform refuses the whole configuration, and icplint answers what can be answered."""

EARLY: Final = (
    "Inconsistent conditional result types",
    "Unexpected resource instance key",
    "Unsupported attribute: This object has no argument",
)
"""What Terraform refuses before it evaluates, even in a branch that would never be taken."""


@cache
def tool(name: str) -> ModuleType:
    """Return a script that lies beside the configurations."""
    specification = importlib.util.spec_from_file_location(name, ORACLE / f"{name}.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def opened(directory: Path) -> ModuleInstance:
    instance, reading = open_root(directory, Loader(directory), Variables())
    assert [*reading.problems, *instance.module.problems] == []
    return instance


def answers(directory: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((directory / "answers.json").read_text(encoding="utf-8"))
    return found


def disagreements(instance: ModuleInstance, expected: dict[str, Any]) -> dict[str, str]:
    """Return for each output what icplint says otherwise than Terraform."""
    found = ((name, disagreement(instance, name, answer)) for name, answer in expected.items())
    return {name: words for name, words in found if words is not None}


def disagreement(instance: ModuleInstance, name: str, answer: dict[str, Any]) -> str | None:
    error: str = answer.get("error", "")
    try:
        value = instance.output(name)
    except EvaluationError as refusal:
        return None if error else f"refused: {refusal}"
    shown = deep_marks(value) and not instance.module.outputs[name].attribute("sensitive")
    if error or shown:
        return None if error.startswith(SHOWN) == bool(shown) else f"{value}, not {error or 'shown'}"
    planned = tool("record").parsed(json_text(deep_unmarked(value), UNKNOWN))
    if normal(planned) != normal(answer["value"]):
        return f"{planned}, not {answer['value']}"
    if "type" in answer and not fits(value.type, answer["type"]):
        return f"of type {value.type}, not {answer['type']}"
    lost = set(answer.get("points", ())) - pointed(instance, value)
    return f"does not point at {lost}" if lost else None


def normal(document: Any) -> Any:
    """Return a document in which zero has no sign, which a plan does not tell, and true is not one."""
    match document:
        case bool():
            return str(document)
        case {"number": "-0"}:
            return 0
        case dict():
            return {key: normal(item) for key, item in document.items()}
        case list():
            return [normal(item) for item in document]
        case _:
            return document


def fits(kind: Type, written: Any) -> bool:
    """Return whether a type is the one that Terraform wrote down, as far as either is known."""
    if kind is DYNAMIC or written == "dynamic":
        return True
    match kind, written:
        case ListType(element), ["list", inner]:
            return fits(element, inner)
        case SetType(element), ["set", inner]:
            return fits(element, inner)
        case MapType(element), ["map", inner]:
            return fits(element, inner)
        case TupleType(elements), ["tuple", list() as inner]:
            return len(elements) == len(inner) and all(map(fits, elements, inner))
        case ObjectType(attributes), ["object", dict() as inner]:
            return attributes.keys() == inner.keys() and all(fits(attributes[name], inner[name]) for name in inner)
        case _:
            return str(kind) == written


def pointed(instance: ModuleInstance, value: Value) -> set[str]:
    """Return the resources that a value points at; the output of a store is its input."""
    waiting = [ref for reason in reasons(value) for ref in reason.refs]
    seen: set[Reference] = set()
    while waiting:
        ref = waiting.pop()
        if ref not in seen:
            seen.add(ref)
            waiting += stored(instance, ref)
    return {ref.address for ref in seen}


def stored(instance: ModuleInstance, ref: Reference) -> Iterator[Reference]:
    if not ref.attribute.startswith("output"):
        return
    for module in modules(instance):
        for name, declared in module.module.resources.items():
            for thing in module.block_instances(name, declared):
                if thing.address == ref.address and (written := declared.attribute("input")):
                    given = module.evaluate(written.expression, declared.file, thing.scope)
                    yield from (inner for reason in reasons(given) for inner in reason.refs)


def modules(instance: ModuleInstance) -> Iterator[ModuleInstance]:
    yield instance
    for child in instance.calls.known:
        yield from modules(child)


# What was recorded


@pytest.mark.parametrize("case", CASES)
def test_icplint_plans_as_terraform_did(case: str) -> None:
    instance, expected = opened(ORACLE / case), answers(ORACLE / case)
    if "outputs" in expected:
        assert disagreements(instance, expected["outputs"]) == {}
        assert instance.module.outputs.keys() == expected["outputs"].keys()
    elif case.startswith("cycle_"):
        assert [problem.text.say("en") for problem in problems_of(instance, Reading()) if problem.origin] != []
    elif case not in GOES_ON:
        for name in instance.module.outputs:
            with pytest.raises(EvaluationError) as refused:
                instance.output(name)
            summary = expected["error"].partition(":")[0]
            assert str(refused.value).startswith(f"{summary}: ")


def test_every_configuration_has_its_answers() -> None:
    assert {path.parent.name for path in ORACLE.glob("*/main.tf")} == set(CASES)


# What Terraform says today


@pytest.fixture(scope="module")
def judge(terraform: str) -> None:
    """Go on only with the Terraform whose answers were recorded."""
    said = subprocess.run([terraform, "version", "-json"], capture_output=True, text=True, check=True).stdout
    if (version := json.loads(said)["terraform_version"]) != JUDGE:
        pytest.skip(f"the answers are those of Terraform {JUDGE}, and this is {version}")


@pytest.mark.parametrize("case", CASES[::12])
def test_terraform_still_plans_so(case: str, judge: None) -> None:
    said, recorded = tool("record").record(ORACLE / case), answers(ORACLE / case)
    summaries = [answer.pop("error", "").partition(":")[0] for answer in (said, recorded)]
    assert summaries[0] == summaries[1]  # the names of a ring come in any order
    assert said == recorded


def test_icplint_plans_what_nobody_wrote_as_terraform_does(judge: None, tmp_path: Path) -> None:
    written = (ORACLE / "operators" / "main.tf").read_text(encoding="utf-8")
    atoms = written[: written.index('output "')]
    found: dict[str, str] = {}

    @settings(max_examples=4, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(tool("generate").expressions(), min_size=60, max_size=60, unique=True))
    def compare(expressions: list[str]) -> None:
        outputs = [f'output "o{i}" {{\n  value = {text}\n}}\n' for i, text in enumerate(expressions)]
        (tmp_path / "main.tf").write_text(f"{atoms}{''.join(outputs)}", encoding="utf-8")
        expected = tool("record").record(tmp_path)["outputs"]
        assert len(expected) == len(expressions)
        for name, words in disagreements(opened(tmp_path), expected).items():
            if not refused_early(expected[name]):
                found[expressions[int(name[1:])]] = words

    compare()
    assert found == {}


def refused_early(answer: dict[str, Any]) -> bool:
    error: str = answer.get("error", "")
    return error.startswith(EARLY) or "required, but received" in error
