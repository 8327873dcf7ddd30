"""The plans and states that are recorded beside the tests, and what is read of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from icplint.model.reading import Reading
from icplint.model.resource import Resource
from icplint.model.unknown import Unknown
from icplint.terraform.exports.plan import read_plan

PLANS = Path(__file__).parent / "data" / "plans"
CORPORA = Path(__file__).parents[3] / "shared" / "corpora"

needs_corpora = pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora of real plans are not beside the checkout")


def load(name: str) -> Any:
    return json.loads((PLANS / name).read_text(encoding="utf-8"))


def read(name: str) -> Reading:
    reading = read_plan(load(name), file=name, root="here")
    assert reading.problems == []
    return reading


def by_address(reading: Reading) -> dict[str, Resource]:
    return {resource.address: resource for resource in reading.resources}


def refs(value: Any) -> list[str]:
    assert isinstance(value, Unknown)
    return [str(ref) for ref in value.refs]
