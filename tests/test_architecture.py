"""ARCHITECTURE.md is true: what it names exists, the layers are the contract's, the journey runs as it says."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import pytest

ROOT: Final = Path(__file__).parents[1]
WRITTEN: Final = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
NAMED: Final = re.compile(r"`([\w./-]+/|[\w./-]+\.(?:py|md|toml))(?::([\w.]+))?`")
RECORDER: Final = """
import sys

calls = []


def note(frame, event, _argument):
    if event == "call" and "/icplint/" in (file := frame.f_code.co_filename.replace("\\\\", "/")):
        calls.append(f"{file.rpartition('/icplint/')[2]}:{frame.f_code.co_qualname}")


from icplint.cli import main

sys.argv = ["icplint", "check", "--select", "unfiled-domain", "--on", "2026-11-24", "--lang", "en"]
sys.setprofile(note)
try:
    main()
finally:
    sys.setprofile(None)
    print(*calls, sep="\\n", file=sys.stderr)
"""
"""Runs the check of the journey, and writes each function that it enters to standard error."""


def block(name: str, language: str = "") -> str:
    """Return the code block that follows a marker."""
    found = re.search(rf"<!-- {name} -->\n```{language}\n(.*?)```", WRITTEN, re.DOTALL)
    assert found, name
    return found.group(1)


def named(text: str) -> list[tuple[str, str]]:
    """Return the paths that a text names, each with the name of something in it, or nothing."""
    return list(dict.fromkeys(NAMED.findall(text)))


def path_of(written: str) -> Path:
    """Return where a path of the document leads: paths are relative to the package, else to the checkout."""
    below = ROOT / "icplint" / written
    return below if below.exists() else ROOT / written


@cache
def defined(file: Path) -> frozenset[str]:
    """Return the names that a module defines, those in classes with their class."""
    found: set[str] = set()

    def collect(body: list[ast.stmt], above: str) -> None:
        for statement in body:
            match statement:
                case ast.FunctionDef(name=name):
                    found.add(above + name)
                case ast.ClassDef(name=name, body=inner):
                    found.add(above + name)
                    collect(inner, f"{above}{name}.")
                case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                    found.add(above + name)

    collect(ast.parse(file.read_text(encoding="utf-8")).body, "")
    return frozenset(found)


def layers() -> list[str]:
    """Return the layers of the contract, the highest first, those side by side on one line."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    [contract] = [one for one in tools["importlinter"]["contracts"] if one.get("containers") == ["icplint"]]
    found: list[str] = contract["layers"]
    return found


def test_every_path_and_name_is_there() -> None:
    pairs = named(WRITTEN)
    assert len(pairs) > 100
    missing = [path for path, _ in pairs if not path_of(path).exists()]
    assert missing == []
    assert [f"{path}:{name}" for path, name in pairs if name and name not in defined(path_of(path))] == []


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", WRITTEN)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_layers_are_those_of_the_contract() -> None:
    drawn = [re.split(r"\s{2,}", line)[0] for line in block("layers").splitlines()]
    assert drawn == layers()


def test_the_rooms_of_terraform_are_all_named() -> None:
    rooms = {path.parent.name for path in (ROOT / "icplint/terraform").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `terraform/(\w+)/` \|", WRITTEN, re.MULTILINE)) == rooms


def test_the_glossary_is_in_order_and_says_where() -> None:
    _, _, glossary = WRITTEN.partition("\n## Glossary\n")
    rows = [line.strip("| ").split(" | ") for line in glossary.splitlines() if line.startswith("| ")][1:]
    words = [row[0] for row in rows]
    assert words == sorted(words)
    assert all(sentence.endswith(".") and NAMED.fullmatch(place) for _, sentence, place in rows)


def test_the_record_goes_the_way_that_is_described(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    for file in ("main.tf", "filings.toml"):
        (tmp_path / file).write_text(block(f"journey: {file}", r"\w+"), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", RECORDER], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=120,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}, check=False,
    )  # fmt: skip
    assert run.returncode == 1, run.stderr
    if request.config.getoption("--update"):
        written = WRITTEN.replace(block("journey: output"), run.stdout)
        (ROOT / "ARCHITECTURE.md").write_text(written, encoding="utf-8")
    else:
        assert block("journey: output") == run.stdout

    _, _, rest = WRITTEN.partition("<!-- journey: steps -->")
    steps = [f"{path}:{name}" for path, name in named(rest.partition("<!-- journey: end -->")[0]) if is_function(name)]
    assert len(steps) > 30
    calls = iter(run.stderr.splitlines())
    assert [step for step in steps if step not in calls] == [], "steps that do not follow the one before"


def is_function(name: str) -> bool:
    last = name.rpartition(".")[2]
    return bool(last) and not last[0].isupper()
