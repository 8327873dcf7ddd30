"""The house rules, checked by the tools that know them: types, lint, the layers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = {
    "types": ("mypy",),
    "lint": ("ruff", "check", "."),
    "format": ("ruff", "format", "--check", "."),
}


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_has_nothing_to_say(tool: str) -> None:
    found = subprocess.run(
        [sys.executable, "-m", *TOOLS[tool]], cwd=ROOT, capture_output=True, text=True, timeout=1200, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


def test_data_flows_one_way() -> None:
    command = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([command], cwd=ROOT, capture_output=True, text=True, timeout=1200, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
