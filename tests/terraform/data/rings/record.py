"""Writes configurations whose names refer to one another at random, and records which of them Terraform calls a cycle."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from pathlib import Path
from random import Random
from typing import Final

SEEDS: Final = range(160)
ANSWERS: Final = Path(__file__).with_name("answers.json")
_FORMS: Final = ('"%s"', '"%s"', "[for v in [1] : %s]", "try(%s, null)", "{ (%s) = 1 }", "false ? %s : null", "-%s")


def write(directory: Path, seed: int) -> None:
    """Write a root module that calls two others, one of which calls a third."""
    chance = Random(seed)  # noqa: S311 - nothing is secret here
    _module(directory / "c", chance, inputs=2, calls={})
    _module(directory / "a", chance, inputs=2, calls={"x": "../c"})
    _module(directory / "b", chance, inputs=2, calls={})
    _module(directory, chance, inputs=0, calls={"a": "./a", "b": "./b"})


def _module(directory: Path, chance: Random, inputs: int, calls: dict[str, str]) -> None:
    names = [f"var.i{i}" for i in range(inputs)]
    names += [
        name for i in range(3) for name in (f"local.l{i}", f"terraform_data.r{i}.output", f"terraform_data.r{i}.id")
    ]
    names += [f"module.{call}{part}" for call in calls for part in (".o0", ".o1", ".o0", ".o1", "")]

    def value(likely: float) -> str:
        if chance.random() > likely:
            return "1"
        name = chance.choice(names)
        return chance.choice(_FORMS).replace('"%s"', '"${%s}"').replace("%s", name)

    blocks = [f'variable "i{i}" {{\n}}' for i in range(inputs)]
    blocks += [f"locals {{\n  l{i} = {value(0.3)}\n}}" for i in range(3)]
    blocks += [f'resource "terraform_data" "r{i}" {{\n{_body(chance, value)}\n}}' for i in range(3)]
    blocks += [f'output "o{i}" {{\n  value = {value(0.55)}\n}}' for i in range(2 if inputs else 0)]
    for call, source in calls.items():
        extra = f"  count = {value(1)}\n" if chance.random() < 0.1 else ""
        extra += f"  depends_on = [terraform_data.r{chance.randrange(3)}]\n" if chance.random() < 0.1 else ""
        given = "".join(f"  i{i} = {value(0.35)}\n" for i in range(2))
        blocks.append(f'module "{call}" {{\n  source = "{source}"\n{extra}{given}}}')
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "main.tf").write_text("\n".join(blocks), encoding="utf-8")


def _body(chance: Random, value: object) -> str:
    assert callable(value)
    other = f"terraform_data.r{chance.randrange(3)}"
    match chance.randrange(12):
        case 0:
            return f"  depends_on = [{other}]"
        case 1:
            return f"  lifecycle {{\n    replace_triggered_by = [{other}]\n  }}"
        case 2:
            return f'  provisioner "local-exec" {{\n    command = {value(0.5)}\n  }}'
        case 3:
            return f"  count = {value(0.3)}"
        case _:
            return f"  input = {value(0.3)}"


def cycle(directory: Path) -> bool:
    """Return whether Terraform finds a cycle. What refers to itself only is found later, and is none."""
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    subprocess.run(["terraform", "init", "-no-color"], cwd=directory, env=environment, capture_output=True, check=False)
    command = ["terraform", "validate", "-no-color"]
    said = subprocess.run(command, cwd=directory, env=environment, capture_output=True, text=True, check=False)
    return re.search(r"Error: (Cycle|Self-referencing local)", said.stderr) is not None


def main() -> None:
    """Record."""
    answers = {}
    for seed in SEEDS:
        with tempfile.TemporaryDirectory() as directory:
            write(Path(directory), seed)
            answers[seed] = cycle(Path(directory))
    ANSWERS.write_text(f"{json.dumps([seed for seed in SEEDS if answers[seed]])}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
