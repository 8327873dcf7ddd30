"""What was applied is the oracle: where the source or the plan is certain of a value that is made of unknowns, it is right."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import applied
import pytest
from applied import Case, Maker, answers, resources, written, wrong

RECORDED: Final = Path(__file__).parent / "terraform/recorded/applied.json"
"""Expressions, what each came to in a real apply, and the addresses that were given; 3,260 were tried in all."""
NOT_HERE: Final = 3


def recorded() -> tuple[list[Case], dict[str, dict[str, Any]]]:
    """Return the cases that were recorded, and the addresses that the resources were given."""
    document = json.loads(RECORDED.read_text(encoding="utf-8"))
    return [Case(*case) for case in document["cases"]], document["state"]


def test_the_source_is_right_wherever_it_is_certain(tmp_path: Path) -> None:
    cases, state = recorded()
    written(tmp_path, cases)
    told = answers(tmp_path, "main.tf")
    assert len(told) == len(cases)
    assert wrong(told, cases, state) == []
    certain = sum(answer != "cannot-tell" for answer in told.values())
    assert certain >= len(cases) // 3, "what is open everywhere is of no use"


def test_expressions_made_at_random_are_right_wherever_they_are_certain(
    tmp_path: Path, shared: Path, terraform: str
) -> None:
    script = shared / "tools/schema-provider/apply.sh"
    if not script.is_file() or shutil.which("go") is None or not terraform:
        pytest.skip(
            "there is no provider to apply with beside the checkout (../shared/tools/schema-provider), or no Go"
        )
    maker = Maker(2026)
    cases = [maker.case() for _ in range(60)]
    written(tmp_path, cases)
    command = [str(script), str(tmp_path), str(tmp_path / "out")]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode == NOT_HERE:
        pytest.skip(f"terraform cannot be run without a network here: {run.stderr}")
    assert run.returncode == 0, run.stderr
    state = resources(json.loads((tmp_path / "out/state.json").read_text(encoding="utf-8")))
    cases = [c._replace(value=state[f"alicloud_alidns_record.r{n}"]["value"]) for n, c in enumerate(cases)]
    shutil.copy(tmp_path / "filings.toml", tmp_path / "out")
    told = answers(tmp_path / "out", "plan.json")
    assert wrong(told, cases, state) == [], "a plan hides what is made of addresses"
    shutil.move(tmp_path / "out/plan.json", tmp_path / "plan.json")
    shutil.rmtree(tmp_path / "out")
    assert wrong(answers(tmp_path, "main.tf"), cases, state) == []
    assert wrong(answers(tmp_path, "plan.json"), cases, state) == [], "the source beside a plan decides"


def test_the_cases_tell_here_from_abroad() -> None:
    cases, state = recorded()
    places = [applied.mainland(case.value, state) for case in cases]
    assert 0.2 < sum(places) / len(places) < 0.8
