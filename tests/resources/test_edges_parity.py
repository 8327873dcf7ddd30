"""Every product at the edge as source, as plan and as state: the same graph, and the same findings.

`data/edges` holds the source and what Terraform made of it with the provider's real schema: `plan.json` (terraform
show -json) and `terraform.tfstate`. A document is read alone where it lies in another directory than its source; a plan
is then doubtful wherever an address or a name is known only after apply, as it lists what an expression mentions.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from edges import ELSEWHERE, UNFILED

from icplint.graph.build import build
from icplint.graph.graph import Graph
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.policy import Policy
from icplint.registry import registry

Icplint = Callable[..., Any]

SITE = Path(__file__).parent / "data/edges"
ON = "2026-11-24"
NO_VALUE = {  # what the recorded state leaves empty
    ("Proxy", "lb.example.com", "fronts", "ServerGroup", "alicloud_esa_origin_pool.web"),
    ("Record", "alicloud_alidns_record.game", "resolves to", "Address", "alicloud_ga_basic_accelerate_ip.game"),
}
EVERYWHERE = ELSEWHERE + ELSEWHERE.replace("example.cn", "example.com").replace("12345", "12346")


def read(path: Path) -> Graph:
    """Return the graph of a run over a path."""
    known = registry()
    reading = read_inputs(Request(paths=[str(path)], base=path.parent, registers=[], sources=lambda: known.sources))
    assert (reading.problems, reading.unread) == ([], [])
    return build(reading, known.table, Policy(date.fromisoformat(ON)), {})


@pytest.fixture
def alone(tmp_path: Path) -> Callable[[str], Path]:
    """Copy a document away from its source."""
    return lambda document: Path(shutil.copy(SITE / document, tmp_path))


def findings(icplint: Icplint, path: Path, register: Path) -> dict[tuple[str, str], str]:
    """Return the outcome of each check of each name."""
    run = icplint("check", path, "--filings", register, "--isolated", "--all", "--format", "json", "--on", ON)
    found = [f for f in json.loads(run.out)["findings"] if f["subject"]["kind"] == "Domain"]
    return {(f["code"], f["subject"]["key"]): f["outcome"] for f in found}


def test_a_plan_has_the_nodes_of_the_source_and_ties_that_may_be(alone: Callable[[str], Path]) -> None:
    source, plan = read(SITE / "main.tf").shape(), read(alone("plan.json")).shape()
    assert source <= plan
    assert {shape[3:] for shape in plan - source} == {("?",)}
    assert {shape[:3] for shape in plan - source} <= {shape[:3] for shape in source}


def test_a_state_has_the_nodes_and_ties_of_the_source(alone: Callable[[str], Path]) -> None:
    source, state = read(SITE / "main.tf").shape(), read(alone("terraform.tfstate")).shape()
    assert source - state == NO_VALUE
    assert state - source == {(*shape[:3], "?") for shape in NO_VALUE}


@pytest.mark.parametrize("register", [UNFILED, EVERYWHERE], ids=["unfiled", "filed elsewhere"])
def test_a_plan_gives_the_findings_of_the_source(
    icplint: Icplint, alone: Callable[[str], Path], tmp_path: Path, register: str
) -> None:
    filings = tmp_path / "filings.toml"
    filings.write_text(register, encoding="utf-8")
    source = findings(icplint, SITE / "main.tf", filings)
    assert set(source.values()) == {"violation", "compliant", "cannot-tell"}
    assert findings(icplint, SITE / "plan.json", filings) == source
    away = findings(icplint, alone("plan.json"), filings)
    assert away.keys() == source.keys()
    assert {away[key] for key in away if away[key] != source[key]} == {"cannot-tell"}


def test_a_state_gives_the_findings_that_hang_on_no_providers_region(
    icplint: Icplint, alone: Callable[[str], Path], tmp_path: Path
) -> None:
    filings = tmp_path / "filings.toml"
    filings.write_text(UNFILED, encoding="utf-8")
    source = findings(icplint, SITE / "main.tf", filings)
    state = findings(icplint, alone("terraform.tfstate"), filings)
    regional = {("ICP101", name) for name in ("waf.example.cn", "waf2.example.cn")}  # the instance has a zone
    play = {(code, "play.example.cn") for code in ("ICP101", "ICP303")}
    pending = {key for key in source if key[0] == "ICP101" and key[1].endswith("example.com")}
    pending.discard(("ICP101", "silent.example.com"))  # of another site; that of the others is pending in the state
    differing = {key: outcome for key, outcome in state.items() if outcome != source[key]}
    assert differing == dict.fromkeys({*regional, *play, *pending}, "cannot-tell")
