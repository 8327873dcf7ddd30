"""Random expressions of operators, conditionals and parentheses: precedence and arithmetic, as Terraform has them."""

from __future__ import annotations

import json
import os
import random
import subprocess
from pathlib import Path
from typing import Final

import pytest

from icplint.terraform.evaluation.expressions import evaluate_text

RECORDED: Final = Path(__file__).parent / "recorded/operators.json"
SEED: Final = 20261124
COUNT: Final = 400


class Grammar:
    """Writes expressions whose types fit, without more parentheses than chance has it."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret is made of it

    def number(self, depth: int) -> str:
        """Return an expression for a number."""
        chance = self.random.random()
        if depth <= 0 or chance < 0.35:
            return self.random.choice(["0", "1", "2", "3", "5", "0.5", "1e2"])
        if chance < 0.45:
            return f"-{self.number(0)}"
        if chance < 0.8:
            return f"{self.number(depth - 1)} {self.random.choice('+-*/%')} {self.number(depth - 1)}"
        if chance < 0.9:
            return f"({self.number(depth - 1)})"
        return f"{self.boolean(depth - 1)} ? {self.number(depth - 1)} : {self.number(depth - 1)}"

    def boolean(self, depth: int) -> str:
        """Return an expression for a bool."""
        chance = self.random.random()
        if depth <= 0 or chance < 0.25:
            return self.random.choice(["true", "false"])
        if chance < 0.35:
            return f"!{self.boolean(0)}"
        if chance < 0.6:
            operator = self.random.choice(["&&", "||", "==", "!="])
            return f"{self.boolean(depth - 1)} {operator} {self.boolean(depth - 1)}"
        if chance < 0.85:
            operator = self.random.choice(["<", ">", "==", "!=", "<=", ">="])
            return f"{self.number(depth - 1)} {operator} {self.number(depth - 1)}"
        return f"({self.boolean(depth - 1)})"


def expressions(seed: int, count: int) -> list[str]:
    """Return expressions that always come out the same for a seed."""
    grammar = Grammar(seed)
    return [grammar.random.choice([grammar.number, grammar.boolean])(4) for _ in range(count)]


SINCE_1_12: Final = {"true != !true && 0.5 < 1e2 || !false != (false ? 1 : 0.5 != 0.5 * 1)": "[true]"}
"""What Terraform 1.11 refused, and 1.12 takes, as it does not look at the right side of `||` where the left decides."""


def guarded(expression: str) -> str:
    """Return text for whatever an expression comes to: a refusal too."""
    return f'try(jsonencode([{expression}]), "refused")'


def terraforms(asked: list[str], directory: Path) -> list[str]:
    """Ask Terraform for all of them at once."""
    command = f"jsonencode([{', '.join(guarded(expression) for expression in asked)}])\n"
    environment = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}
    said = subprocess.run(
        ["terraform", "console"],
        input=command,
        cwd=directory,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[str] = json.loads(json.loads(said.stdout))
    return answers


def test_random_operators_answer_as_terraform_did() -> None:
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    assert list(recorded) == list(dict.fromkeys(expressions(SEED, COUNT)))
    differing = {e: a for e, answer in recorded.items() if (a := evaluate_text(guarded(e)).raw) != answer}
    assert differing == SINCE_1_12


@pytest.mark.usefixtures("terraform")
def test_fresh_random_operators_answer_as_terraform_does(tmp_path: Path) -> None:
    asked = expressions(SEED + 1, 200)
    ours = [evaluate_text(guarded(expression)).raw for expression in asked]
    assert dict(zip(asked, ours, strict=True)) == dict(zip(asked, terraforms(asked, tmp_path), strict=True))


def record() -> None:
    """Write Terraform's answers anew: python tests/terraform/test_operators.py."""
    asked = list(dict.fromkeys(expressions(SEED, COUNT)))
    answers = dict(zip(asked, terraforms(asked, Path.cwd()), strict=True))
    RECORDED.write_text(json.dumps(answers, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record()


def test_the_right_side_is_not_looked_at_where_the_left_decides() -> None:
    assert evaluate_text('false && tonumber("x") > 1').raw is False
    assert evaluate_text('true || tonumber("x") > 1').raw is True
    assert evaluate_text('try(true && tonumber("x") > 1, "refused")').raw == "refused"
