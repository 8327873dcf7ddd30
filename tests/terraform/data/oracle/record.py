"""Ask Terraform to plan and apply every configuration here, and write down what it makes of each output.

Run it as `python tests/terraform/data/oracle/record.py [CASE]...`, with the Terraform that is to be the judge on PATH.
The configurations use nothing but the built-in `terraform_data`, so that no provider is needed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
UNKNOWN: Final = "(unknown)"
OUTPUT: Final = re.compile(r'^output "(\w+)" \{.*?^\}\n', re.DOTALL | re.MULTILINE)
ENVIRONMENT: Final = {"TF_CLI_CONFIG_FILE": os.devnull, "CHECKPOINT_DISABLE": "1", "NO_COLOR": "1"}


def parsed(text: str) -> Any:
    """Return a JSON document; a number that is not whole keeps its spelling."""
    return json.loads(text, parse_float=spelled, parse_int=spelled)


def spelled(digits: str) -> Any:
    return int(digits) if digits.lstrip("-").isdigit() and str(int(digits)) == digits else {"number": digits}


def record(case: Path) -> dict[str, Any]:
    """Return the answers to one configuration: for each output its value, type and origins, or why there is none."""
    with tempfile.TemporaryDirectory() as temporary:
        directory = shutil.copytree(case, Path(temporary, "case"))
        if error := refusal(directory, "init", "-backend=false"):
            return {"error": error}
        refused: dict[str, str] = {}
        if error := whittled(directory, refused, "plan", "-out=plan"):
            return {"error": error}
        changes = parsed(terraform(directory, "show", "-json", "plan").stdout).get("output_changes", {})
        outputs = {name: {"value": merged(c.get("after"), c["after_unknown"])} for name, c in changes.items()}
        if error := whittled(directory, {}, "apply", "-auto-approve"):
            raise RuntimeError(f"{case.name}: {error}")
        with_origins(outputs, parsed(terraform(directory, "show", "-json").stdout)["values"])
    outputs |= {name: {"error": error} for name, error in refused.items()}
    return {"outputs": dict(sorted(outputs.items()))}


def whittled(directory: Path, refused: dict[str, str], *command: str) -> str | None:
    """Run a command until no output is refused, each time without those that were; return any other error."""
    while errors := list(refusals(directory, *command)):
        for name, message in errors:
            if name is None or name in refused:
                return message
        refused |= {str(name): message for name, message in reversed(errors)}
        file = directory / "main.tf"
        text = file.read_text(encoding="utf-8")
        file.write_text(OUTPUT.sub(lambda m: "" if m[1] in refused else m[0], text), encoding="utf-8")
    return None


def refusals(directory: Path, *command: str) -> Iterator[tuple[str | None, str]]:
    """Yield each error of a command, with the output that it stands in, if it stands in one of the root module."""
    lines = (directory / "main.tf").read_text(encoding="utf-8").splitlines()
    for line in terraform(directory, *command, "-json", "-input=false").stdout.splitlines():
        diagnostic = json.loads(line).get("diagnostic")
        if not diagnostic or diagnostic["severity"] != "error":
            continue
        place = diagnostic.get("range") or {"filename": ""}
        name = output_at(lines, place["start"]["line"]) if place["filename"] == "main.tf" else None
        detail = " ".join(diagnostic["detail"].split())
        yield name, f"{diagnostic['summary']}: {detail}" if detail else diagnostic["summary"]


def output_at(lines: list[str], number: int) -> str | None:
    for line in reversed(lines[:number]):
        if match := re.match(r'output "(\w+)" \{', line):
            return match[1]
        if line.startswith("}"):
            return None
    return None


def with_origins(outputs: dict[str, Any], applied: dict[str, Any]) -> None:
    """Add the type of each output once applied, and the resources whose ids an unknown one turned out to hold."""
    ids = dict(resources(applied.get("root_module", {})))
    for name, output in applied.get("outputs", {}).items():
        outputs[name]["type"] = output["type"]
        if UNKNOWN in json.dumps(outputs[name]["value"]):
            text = json.dumps(output["value"])
            outputs[name]["points"] = sorted(address for address, identity in ids.items() if identity in text)


def merged(value: Any, unknown: Any) -> Any:
    """Return a planned value with a word in place of each part that the plan does not know."""
    if unknown is True:
        return UNKNOWN
    if isinstance(unknown, dict) and unknown:
        value = value or {}
        return {key: merged(value.get(key), unknown.get(key, False)) for key in sorted({*value, *unknown})}
    if isinstance(unknown, list) and unknown:
        return [merged(item, doubt) for item, doubt in zip(value, unknown, strict=True)]
    return value


def resources(module: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for resource in module.get("resources", ()):
        yield resource["address"], resource["values"]["id"]
    for child in module.get("child_modules", ()):
        yield from resources(child)


def refusal(directory: Path, *arguments: str) -> str | None:
    done = terraform(directory, *arguments, "-no-color")
    if done.returncode == 0:
        return None
    lines = [line.strip("│╷╵ ") for line in done.stderr.splitlines()]
    start = next((i for i, line in enumerate(lines) if line.startswith("Error: ")), 0)
    return " ".join(" ".join(lines[start:]).removeprefix("Error: ").split())


def terraform(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["terraform", *arguments],
        cwd=directory,
        env=os.environ | ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def write(case: Path, answers: dict[str, Any]) -> None:
    """Write the answers down, each output in a line of its own."""
    if "outputs" in answers:
        outputs = (f"  {spelling(name)}: {spelling(answer)}" for name, answer in answers["outputs"].items())
        text = '{\n "outputs": {\n' + ",\n".join(outputs) + "\n }\n}"
    else:
        text = json.dumps(answers, ensure_ascii=False, indent=1)
    (case / "answers.json").write_text(f"{text}\n", encoding="utf-8")


def spelling(document: Any) -> str:
    return json.dumps(document, ensure_ascii=False)


def main() -> int:
    """Write the answers to the configurations that are named, or to all."""
    for case in [HERE / name for name in sys.argv[1:]] or sorted(path.parent for path in HERE.glob("*/main.tf")):
        write(case, record(case))
    return 0


if __name__ == "__main__":
    sys.exit(main())
