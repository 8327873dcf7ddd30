"""What CI installs and runs is locked, by hash, commit or digest; and the hosting platform takes its files."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
CI = ROOT / ".ci"
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))


def locked(name: str) -> dict[str, list[Requirement]]:
    """Return what a lock pins by canonical name: several versions where it differs between versions of Python."""
    pins: dict[str, list[Requirement]] = {}
    for entry in re.split(r"\n(?=\w)", (CI / name).read_text(encoding="utf-8")):
        if not entry.startswith("#"):
            line, *hashes = entry.replace("\\\n", "").split("--hash=")
            assert hashes, f"{line} has no hash in {name}"
            pin = Requirement(line)
            pins.setdefault(canonicalize_name(pin.name), []).append(pin)
    return pins


def project() -> dict[str, list[Requirement]]:
    """Return what pyproject.toml asks for: `runtime`, and `test` with all extras that it names."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = [Requirement(text) for text in table["dependencies"]]
    extras = [Requirement(text) for group in table["optional-dependencies"].values() for text in group]
    return {"runtime": runtime, "test": [*runtime, *(one for one in extras if one.name != "icplint")]}


@pytest.mark.parametrize("name", ["runtime", "test"])
def test_the_lock_holds_what_the_project_asks_for(name: str) -> None:
    pins = locked(f"{name}.txt")
    for wanted in project()[name]:
        found = pins.get(canonicalize_name(wanted.name), [])
        versions = [str(pin.specifier).removeprefix("==") for pin in found]
        assert versions, f"{wanted.name} is missing in .ci/{name}.txt: run bash .ci/lock"
        assert all(map(wanted.specifier.contains, versions)), f"{wanted} is not {versions}: run bash .ci/lock"


def test_no_lock_names_where_it_was_written() -> None:
    for lock in CI.glob("*.txt"):
        assert "://" not in lock.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.stem)
def test_workflows_are_what_the_schema_allows(file: Path) -> None:
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    document["on"] = document.pop(True)  # YAML 1.1 takes the word `on` for a truth, GitHub does not
    validate("github-workflows", document)


@pytest.mark.parametrize("file", FORMS, ids=lambda file: file.stem)
def test_issue_forms_are_what_the_schema_allows(file: Path) -> None:
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    validate("github-issue-config" if file.stem == "config" else "github-issue-forms", document)


def test_updates_of_what_is_pinned_are_proposed() -> None:
    document = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    validate("dependabot", document)
    assert {update["package-ecosystem"] for update in document["updates"]} == {"pip", "github-actions", "docker"}


def test_actions_are_pinned_by_commit_and_images_by_digest() -> None:
    uses = [line for file in WORKFLOWS for line in re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))]
    assert uses
    assert [line for line in uses if not re.search(r"@[0-9a-f]{40} # v[\d.]+$", line)] == []
    images = re.findall(
        r"^FROM (\S+)", (ROOT / "examples/ci/docker/Dockerfile").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert images
    assert [image for image in images if not re.search(r"@sha256:[0-9a-f]{64}$", image)] == []


def test_only_the_job_that_publishes_may_and_without_a_token() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
    identities = {name for name, job in jobs.items() if job["permissions"].get("id-token") == "write"}
    assert identities == {"publish"}
    assert "secrets." not in (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")


def test_every_python_that_is_named_is_tested() -> None:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {text.rpartition(" :: ")[2] for text in table["classifiers"] if re.search(r":: 3\.\d+$", text)}
    matrix = yaml.safe_load((ROOT / ".github/workflows/test.yml").read_text(encoding="utf-8"))["jobs"]["test"][
        "strategy"
    ]
    assert set(matrix["matrix"]["python"]) == named
    script = (CI / "run").read_text(encoding="utf-8")
    assert all(f"python{version}" in script for version in named)


def validate(schema: str, document: object) -> None:
    package = Path(pytest.importorskip("check_jsonschema").__file__).parent
    rules = json.loads((package / f"builtin_schemas/vendor/{schema}.json").read_text(encoding="utf-8"))
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.validators.validator_for(rules)(rules).validate(document)
