"""Ask `terraform console` for the answers to the expressions that have none yet, and write them down.

Run it as `python tests/terraform/recorded/record.py`, with the Terraform that is to be the judge on PATH; with `--all`,
every expression is asked again.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

HERE = Path(__file__).parent
EXPRESSIONS = HERE / "expressions.txt"
ANSWERS = HERE / "answers.jsonl"
TREE = HERE / "tree"
UNKNOWN = "(known after apply)"


def expressions() -> list[str]:
    """Return the expressions, one a line; comments start with a hash."""
    lines = EXPRESSIONS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def ask(directory: Path, expression: str) -> dict[str, object]:
    """Return what Terraform says: the value as JSON text and its type, or that it is unknown, or why not."""
    wrapped = (
        f"base64encode(nonsensitive(jsonencode([jsonencode({expression}), issensitive(jsonencode({expression}))])))"
    )
    said = _console(directory, wrapped)
    answer: dict[str, object] = {"expr": expression}
    if said.returncode:
        return answer | {"error": _message(said.stderr)}
    if said.stdout.strip() == UNKNOWN:
        return answer | {"unknown": True, "type": _type(directory, expression)}
    text, sensitive = json.loads(base64.b64decode(json.loads(said.stdout)))
    return answer | {"json": text, "type": _type(directory, expression)} | ({"sensitive": True} if sensitive else {})


def _type(directory: Path, expression: str) -> str:
    return re.sub(r"\s+", "", _console(directory, f"type({expression})").stdout)


def _console(directory: Path, expression: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1"}
    return subprocess.run(
        ["terraform", "console", "-no-color"],
        cwd=directory,
        env=environment,
        input=expression + "\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def _message(report: str) -> str:
    """Return the message of the first error: its summary, and its explanation on one line."""
    lines = [line.removeprefix("│").strip() for line in report.splitlines()]
    start = next(i for i, line in enumerate(lines) if line.startswith("Error: "))
    paragraphs = "\n".join(lines[start + 1 :]).strip().split("\n\n")
    detail = next((p for p in paragraphs if not p.startswith("on <console-input>")), "")
    detail = " ".join(detail.split()).partition(" goroutine ")[0]  # a panic shows its stack, too
    return f"{lines[start].removeprefix('Error: ')}: {detail}"


def line(answer: dict[str, object]) -> str:
    """Return an answer as a line of JSON, its value spelled as Terraform spells it."""
    rest = {key: value for key, value in answer.items() if key not in {"expr", "json"}}
    fields = [f'"expr": {json.dumps(answer["expr"], ensure_ascii=False)}']
    if "json" in answer:
        fields.append(f'"value": {answer["json"]}')
    fields += [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in rest.items()]
    return f"{{{', '.join(fields)}}}"


def ask_all(given: list[str]) -> list[dict[str, object]]:
    """Return the answers to the expressions, asked in copies of the tree of files that some of them read."""
    workers = os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(workers) as pool:
        free: SimpleQueue[Path] = SimpleQueue()  # two consoles cannot share a directory: they lock its state
        for number in range(workers):
            free.put(shutil.copytree(TREE, Path(temporary, str(number))))

        def ask_somewhere(expression: str) -> dict[str, object]:
            directory = free.get()
            try:
                return ask(directory, expression)
            finally:
                free.put(directory)

        return list(pool.map(ask_somewhere, given))


def main() -> int:
    """Write the answers to all expressions, in their order."""
    recorded = ANSWERS.read_text(encoding="utf-8").splitlines() if "--all" not in sys.argv[1:] else []
    lines = {json.loads(text, parse_int=str)["expr"]: text for text in recorded}
    lines |= {str(answer["expr"]): line(answer) for answer in ask_all([e for e in expressions() if e not in lines])}
    ANSWERS.write_text("".join(f"{lines[expression]}\n" for expression in expressions()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
