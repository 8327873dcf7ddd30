"""Ask Terraform what it makes of every case, and write its answers down.

Run it as `python tests/terraform/data/modules/record.py`, with the Terraform that is to be the judge on PATH. A case is
a few files and a question: an expression, what is planned, or, where nothing is asked, whether the files are valid.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ANSWERS = HERE / "answers.jsonl"
TOPICS = ("json", "overrides", "declarations", "variables")
PLACE = re.compile(r"^\W*on (\S+) line (\d+)", re.MULTILINE)
SUMMARY = re.compile(r"^\W*Error: (.*)$", re.MULTILINE)


@dataclass(slots=True)
class Case:
    """A few files, what is given on the command line and in the environment, and what is asked."""

    topic: str
    name: str
    files: dict[str, str] = field(default_factory=dict)
    arguments: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    init: bool = False
    question: str = ""

    def write(self, directory: Path) -> None:
        """Lay the files out."""
        for name, text in self.files.items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")


def cases(topic: str) -> Iterator[Case]:
    """Yield the cases of a topic: `## name`, then `-- file` and its lines, `arg`, `env`, `init`, `?? question`."""
    for part in re.split(r"^## ", (HERE / f"{topic}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, *lines = part.rstrip("\n").split("\n")
        case, file = Case(topic, title), ""
        for line in lines:
            word, _, rest = line.partition(" ")
            if word == "--":
                file = rest
                case.files[file] = ""
            elif word == "??":
                case.question = rest
            elif word == "arg":
                case.arguments.append(rest)
            elif word == "env":
                name, _, value = rest.partition("=")
                case.environment[name] = value
            elif line == "init":
                case.init = True
            else:
                case.files[file] += f"{line}\n"
        yield case


def ask(case: Case) -> dict[str, Any]:
    """Return Terraform's answer: a value, or the summary of what it refuses and the places of that."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        case.write(directory)
        answer: dict[str, Any] = {"topic": case.topic, "case": case.name}
        if case.init or case.question == "plan":
            done = terraform(directory, case, "init", "-input=false")
            if done.returncode:
                return answer | refused(done.stderr)
        if not case.question:
            done = terraform(directory, case, "validate")
            return answer | (refused(done.stderr) if done.returncode else {"valid": True})
        if case.question == "plan":
            return answer | planned(directory, case)
        done = terraform(
            directory, case, "console", *case.arguments, text=f"base64encode(jsonencode({case.question}))\n"
        )
        if "Error: " in done.stderr:
            return answer | refused(done.stderr)
        return answer | {"value": json.loads(base64.b64decode(json.loads(done.stdout.splitlines()[-1])))}


def planned(directory: Path, case: Case) -> dict[str, Any]:
    """Return the arguments of the resources that would be there."""
    done = terraform(directory, case, "plan", "-out=plan", "-input=false", *case.arguments)
    if done.returncode:
        return refused(done.stderr)
    document = json.loads(terraform(directory, case, "show", "-json", "plan").stdout)
    resources = document["planned_values"].get("root_module", {}).get("resources", ())
    return {"planned": {r["address"]: [r["values"].get(n) for n in ("input", "triggers_replace")] for r in resources}}


def refused(report: str) -> dict[str, Any]:
    """Return the summaries of the errors, and where Terraform sees them."""
    report = report.partition("!!!!")[0]  # some refusals make its console crash
    places = [f"{file}:{line}" for file, line in PLACE.findall(report) if not file.startswith("<")]
    return {"error": SUMMARY.findall(report), "places": places}


def terraform(directory: Path, case: Case, *words: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run Terraform with nothing but what the case gives."""
    bare = {name: value for name, value in os.environ.items() if not name.startswith("TF_")}
    offline = {"TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1"}
    return subprocess.run(
        ["terraform", words[0], "-no-color", *words[1:]],
        cwd=directory,
        env=bare | offline | case.environment,
        input=text,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def main() -> None:
    """Write all answers anew."""
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(ask, [case for topic in TOPICS for case in cases(topic)]))
    lines = (json.dumps(answer, ensure_ascii=False) for answer in answers)
    ANSWERS.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
