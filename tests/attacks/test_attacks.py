"""No attack takes more than its budget, ends in anything but a sentence, or costs the answer about what is beside it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from threading import Thread
from typing import Any, Final

import pytest
from attack import Attack, attacks, slow

from icplint.terraform.values import limits
from icplint.terraform.values.budget import METER

TRIAL: Final = Path(__file__).with_name("trial.py")
ALL: Final = os.environ.get("ICPLINT_ATTACKS") == "all"
"""The ordinary run leaves out those of slow.txt; with ICPLINT_ATTACKS=all none is left out."""

KNOWN: Final = attacks()
TRIED: Final = [name for name in KNOWN if ALL or name not in slow()]
SLOWER: Final = 2
"""So many times as long may it take on a machine that does other things at the same time."""

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the attacks are tried in children of one process"),
    pytest.mark.xdist_group("attacks"),  # they are tried once, by one worker
]


@pytest.fixture(scope="module")
def trials() -> dict[str, Any]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("ICPLINT_", "TF_"))}
    command = [sys.executable, str(TRIAL), *TRIED]
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert run.returncode == 0, run.stderr[-2000:]
    return {found["name"]: found for found in map(json.loads, run.stdout.splitlines())}


def subjects(text: str) -> set[str]:
    return {finding["subject"]["key"] for finding in json.loads(text)["findings"]}


@pytest.mark.parametrize("name", TRIED)
def test_an_attack_stays_within_its_budget(name: str, trials: dict[str, Any]) -> None:
    attack: Attack = KNOWN[name]
    found = trials[name]
    assert found["code"] in attack.codes, found["err"][-500:]
    assert found["seconds"] < attack.seconds * SLOWER
    assert found["megabytes"] < attack.megabytes
    assert "Traceback" not in found["err"]
    assert "defect of" not in found["err"]
    assert len(found["err"]) < 20_000
    assert attack.says in found["err"] + found["out"]
    if attack.rest:
        assert "rest.example.cn" in subjects(found["out"])
    if found["code"] == 2:
        assert found["err"].strip() or json.loads(found["out"])["errors"]


def test_what_the_ordinary_run_leaves_out_is_some_of_each_kind() -> None:
    def kinds(names: Iterable[str]) -> set[str]:
        return {name.partition(": ")[0] for name in names if ": " in name}

    assert slow() <= set(KNOWN)
    assert kinds(TRIED) == kinds(KNOWN)


def test_each_thread_counts_for_itself() -> None:
    """A value that uses up its steps costs none of what another thread evaluates meanwhile."""
    alone = Thread(target=lambda: METER.spend(limits.STEPS))
    outside = METER.begin()
    try:
        before = METER.left
        alone.start()
        alone.join()
        assert METER.left == before
    finally:
        METER.end(outside)
