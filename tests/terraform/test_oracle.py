"""Whole configurations of `terraform_data`, planned by Terraform: every output is known or unknown as it has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.terraform import numbers
from icplint.terraform.configuration import Variables, open_root, read_configuration
from icplint.terraform.instance import ModuleInstance
from icplint.terraform.modules import Loader
from icplint.terraform.types import NUMBER
from icplint.terraform.values import EvaluationError, Value, deep_marks

ORACLE: Final = Path(__file__).parent / "data/oracle"
CASES: Final = sorted(path.parent.name for path in ORACLE.glob("*/answers.json"))


def answered(case: str) -> tuple[ModuleInstance, dict[str, Any]]:
    """Return a configuration ready to be evaluated, and Terraform's answers."""
    answers = json.loads((ORACLE / case / "answers.json").read_text(encoding="utf-8"))
    instance, _ = open_root(ORACLE / case, Loader(ORACLE / case), Variables())
    return instance, answers


def spelled(value: Value) -> Any:
    """Return a value as the answers spell it."""
    if not value.known:
        return "(unknown)"
    if value.type is NUMBER and not value.null:
        return value.raw if isinstance(value.raw, int) else {"number": numbers.spell(value.raw)}
    match value.raw:
        case tuple():
            return [spelled(item) for item in value.raw]
        case dict():
            return {key: spelled(item) for key, item in value.raw.items()}
        case _:
            return value.raw


def ours(instance: ModuleInstance, name: str) -> Any:
    """Return an output as the answers spell it; a root module's output may not be sensitive unsaid."""
    try:
        value = instance.output(name)
        declared = instance.module.outputs[name]
        return "refused: sensitive" if deep_marks(value) and not declared.attribute("sensitive") else spelled(value)
    except EvaluationError as error:
        return f"refused: {error}"


@pytest.mark.parametrize("case", [case for case in CASES if "outputs" in answered(case)[1]])
def test_every_output_is_what_terraform_plans(case: str) -> None:
    instance, answers = answered(case)
    differing = {}
    for name, answer in answers["outputs"].items():
        found = ours(instance, name)
        wanted = "refused" if "error" in answer else answer["value"]
        if found != wanted and not (wanted == "refused" and str(found).startswith("refused")):
            differing[name] = (found, wanted)
    assert differing == {}


@pytest.mark.parametrize("case", ["cycle_locals", "cycle_modules", "cycle_self", "cycle_module_itself"])
def test_a_ring_is_named(case: str) -> None:
    reading = read_configuration(ORACLE / case, Loader(ORACLE / case), Variables())
    instance, _ = answered(case)
    said = [p.text.say("en") for p in reading.problems] + [
        str(ours(instance, name)) for name in instance.module.outputs
    ]
    assert any("Cycle" in text or "calls itself" in text for text in said)
