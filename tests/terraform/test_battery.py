"""Expressions that Terraform has answered: icplint answers each the same way."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest

from icplint.terraform.evaluation.expressions import evaluate_text
from icplint.terraform.functions.documents import json_of
from icplint.terraform.syntax.tree import Refused
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import ListType, MapType, ObjectType, SetType, TupleType, Type
from icplint.terraform.values.value import Value, deep_marks, wholly_known

RECORDED: Final = Path(__file__).parent / "recorded"
JUDGE: Final = "1.11.4"
SAMPLE: Final = 120
"""Every so many-th answer is asked for again."""


def groups() -> dict[str, list[str]]:
    """Return the expressions under each comment."""
    found: dict[str, list[str]] = {}
    for line in (RECORDED / "expressions.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            found[line.strip("# ")] = current = []
        elif line:
            current.append(line)
    return found


def answers() -> dict[str, dict[str, Any]]:
    """Return the recorded answers by expression; numbers stay as they are spelled."""
    lines = (RECORDED / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    return {answer["expr"]: answer for answer in map(parsed, lines)}


def parsed(text: str) -> Any:
    """Return a JSON document, each number as a pair that no string equals."""
    return json.loads(text, parse_float=spelled, parse_int=spelled)


def spelled(digits: str) -> tuple[str, str]:
    return ("number", digits)


GROUPS: Final = groups()
ANSWERS: Final = answers()
DIFFERENT: Final = "where icplint does not agree yet"


def typed(kind: Type) -> str:
    """Return a type as Terraform's `type` writes it, without spaces and trailing commas."""
    match kind:
        case ListType(element):
            return f"list({typed(element)})"
        case SetType(element):
            return f"set({typed(element)})"
        case MapType(element):
            return f"map({typed(element)})"
        case TupleType(elements):
            return f"tuple([{','.join(map(typed, elements))}])"
        case ObjectType(attributes):
            inner = ",".join(f"{name}:{typed(attributes[name])}" for name in sorted(attributes))
            return f"object({{{inner}}})".replace(" ", "")
        case _:
            return str(kind)


def without_commas(kind: str) -> str:
    return re.sub(r",+(?=[)\]}])", "", kind)


def disagreement(answer: dict[str, Any]) -> str | None:
    """Return how icplint's answer differs from the recorded one, if it does."""
    try:
        value = evaluate_text(answer["expr"])
    except (EvaluationError, Refused) as error:
        return None if "error" in answer else f"refused: {error}"
    if "error" in answer:
        return f"not refused, but {value}"
    if wholly_known(value) == bool(answer.get("unknown")):
        return f"known, or not: {value}"
    if typed(value.type) != without_commas(answer["type"]):
        return f"of type {typed(value.type)}, not {answer['type']}"
    return None if "unknown" in answer else different_value(value, answer)


def different_value(value: Value, answer: dict[str, Any]) -> str | None:
    if parsed(json_of(value)) != answer["value"]:
        return f"{json_of(value)}, not {answer['value']}"
    return None if bool(deep_marks(value)) == bool(answer.get("sensitive")) else "sensitive, or not"


@pytest.fixture
def tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start from the files that some of the expressions read."""
    monkeypatch.chdir(RECORDED / "tree")


@pytest.mark.parametrize("group", [group for group in GROUPS if group != DIFFERENT])
def test_icplint_answers_as_terraform_did(group: str, tree: None) -> None:
    differing = {e: found for e in GROUPS[group] if (found := disagreement(ANSWERS[e])) is not None}
    assert differing == {}


@pytest.mark.parametrize("expression", GROUPS[DIFFERENT])
def test_what_is_said_to_differ_does(expression: str, tree: None) -> None:
    assert disagreement(ANSWERS[expression]) is not None


def test_every_expression_has_an_answer() -> None:
    assert {e for group in GROUPS.values() for e in group} == ANSWERS.keys()


def recorder() -> ModuleType:
    """Return the script that asks Terraform."""
    specification = importlib.util.spec_from_file_location("record", RECORDED / "record.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_terraform_still_answers_so() -> None:
    if shutil.which("terraform") is None:
        pytest.skip("terraform is not on PATH")
    said = subprocess.run(["terraform", "version", "-json"], capture_output=True, text=True, check=True).stdout
    version = json.loads(said)["terraform_version"]
    if version != JUDGE:
        pytest.skip(f"the answers are those of Terraform {JUDGE}, and this is {version}")
    record = recorder()
    write: Callable[[dict[str, object]], str] = record.line
    sample = list(ANSWERS)[::SAMPLE]
    assert [parsed(write(answer)) for answer in record.ask_all(sample)] == [ANSWERS[e] for e in sample]
