"""Ask Terraform again for its verdict on every case and its answer to every expression, and write both down.

Run it as `python tests/terraform/data/syntax/record.py`, with the Terraform that is to be the judge on PATH. A new
case is a line with its source alone.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = HERE / "cases.jsonl"
EXPRESSIONS = HERE / "expressions.jsonl"
ENVIRONMENT = {**os.environ, "TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1"}


def verdict(source: str) -> dict[str, Any]:
    """Return whether `terraform fmt` accepts a source, and the line of the first mistake."""
    command = ["terraform", "fmt", "-no-color", "-"]
    done = subprocess.run(command, input=source.encode(), capture_output=True, env=ENVIRONMENT, check=False)
    found = re.search(rb"on <stdin> line (\d+)", done.stderr)
    accepted = done.returncode == 0
    return {"source": source, "accepted": accepted, "line": int(found[1]) if found and not accepted else None}


def answers(sources: list[str]) -> list[dict[str, Any]]:
    """Return the values of expressions, of which each is a local value of one module."""
    with tempfile.TemporaryDirectory() as directory:
        texts = [f"  x{number} = {source}\n" for number, source in enumerate(sources)]
        Path(directory, "main.tf").write_bytes(f"locals {{\n{''.join(texts)}}}\n".encode())
        names = ", ".join(f"local.x{number}" for number in range(len(sources)))
        asked = f"base64encode(jsonencode([{names}]))\n"
        command = ["terraform", "console"]
        done = subprocess.run(
            command, input=asked.encode(), capture_output=True, env=ENVIRONMENT, cwd=directory, check=True
        )
    values = json.loads(base64.b64decode(done.stdout.strip().strip(b'"')))
    return [{"source": source, "value": value} for source, value in zip(sources, values, strict=True)]


def sources(path: Path) -> list[str]:
    """Return what was recorded before."""
    return [json.loads(line)["source"] for line in path.read_text(encoding="utf-8").splitlines()]


def write(path: Path, records: list[dict[str, Any]]) -> None:
    """Write records, with an escape for what cannot be seen."""
    lines = "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)
    shown = (
        character if character.isprintable() or character == "\n" else f"\\u{ord(character):04x}" for character in lines
    )
    path.write_text("".join(shown), encoding="utf-8")


def main() -> None:
    """Ask for everything."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        write(CASES, list(pool.map(verdict, sources(CASES))))
    write(EXPRESSIONS, answers(sources(EXPRESSIONS)))


if __name__ == "__main__":
    main()
