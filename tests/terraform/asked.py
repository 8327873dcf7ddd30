"""Small configurations that Terraform has answered, and what icplint answers."""

from __future__ import annotations

import importlib.util
import json
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from icplint.model.reading import Problem
from icplint.model.text import plain
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.functions.documents import json_of
from icplint.terraform.instances.configuration import Variables, open_root, read_configuration
from icplint.terraform.modules.loader import Loader
from icplint.terraform.syntax.parse import parse_expression
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.value import wholly_known

DATA: Final = Path(__file__).parent / "data/modules"


@cache
def recorder() -> ModuleType:
    """Return the script that asks Terraform."""
    specification = importlib.util.spec_from_file_location("record_modules", DATA / "record.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, and Terraform's answer."""

    case: Any
    answer: dict[str, Any]

    @property
    def name(self) -> str:
        return str(self.case.name)


@cache
def asked(topic: str) -> tuple[Asked, ...]:
    """Return the cases of a topic, in which every question has its answer."""
    lines = (DATA / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    answers = {(a["topic"], a["case"]): a for a in map(json.loads, lines)}
    return tuple(Asked(case, answers[topic, case.name]) for case in recorder().cases(topic))


def disagreement(one: Asked, directory: Path) -> str | None:
    """Return how icplint's answer differs from Terraform's, if it does."""
    one.case.write(directory)
    given = _given(one.case, directory)
    reading = read_configuration(directory, Loader(directory), given)
    found, problems = _found(one.case.question, directory, given) if one.case.question else (None, [])
    problems = [*reading.problems, *problems]
    if one.answer.get("error"):
        return _other_refusal(one.answer, problems)
    if problems:
        return "; ".join(f"{p.origin} {p.text.say('en')}" for p in problems)
    if "planned" in one.answer:
        found = {r.address: [r.values.get(name) for name in ("input", "triggers_replace")] for r in reading.resources}
    expected = one.answer.get("planned", one.answer.get("value"))
    return None if found == expected else f"{found}, not {expected}"


def _found(question: str, directory: Path, given: Variables) -> tuple[Any, list[Problem]]:
    """Return what an expression is, and what was wrong with the values of variables on the way."""
    if question == "plan":
        return None, []
    instance, _ = open_root(directory, Loader(directory), given)
    try:
        value = evaluate(parse_expression(question.encode()), instance)
    except EvaluationError as error:
        return None, [Problem(plain(error))]
    problems = list(instance.run.problems.values())
    return json.loads(json_of(value)) if wholly_known(value) else value, problems


def _given(case: Any, directory: Path) -> Variables:
    flags: dict[str, str] = {}
    files: list[Path] = []
    for argument in case.arguments:
        option, _, rest = argument.partition("=")
        if option == "-var-file":
            files.append(directory / rest)
        else:
            name, _, flags[name] = rest.partition("=")
    return Variables(flags=flags, files=files, environment=case.environment)


def _other_refusal(answer: dict[str, Any], problems: list[Problem]) -> str | None:
    """The places are Terraform's, but for values of the command line, which it shows at the variable."""
    if not problems:
        return "nothing is refused"
    places = [f"{p.origin.file}:{p.origin.line}" for p in problems if p.origin and p.origin.file]
    strange = [place for place in places if answer["places"] and place not in answer["places"]]
    return f"refused at {strange}, not at {answer['places']}" if strange else None
