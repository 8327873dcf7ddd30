"""The pipelines of `examples/ci`, as far as a machine without these services goes: their schemas, and their scripts run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from icplint import __version__

ROOT = Path(__file__).parents[2]
CI = ROOT / "examples/ci"
ACTION = ROOT / ".github/actions/icplint/action.yml"
PLATFORMS = sorted(path.name for path in CI.iterdir() if path.is_dir())
CLEAN = ("hongkong-only", "oss-static-site", "unknown-until-apply")
BIN = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Place:
    """A directory with a site to check, and the environment of a job there."""

    path: Path
    environment: dict[str, str]

    def run(self, script: str, shell: tuple[str, ...] = ("sh", "-e"), **more: str) -> subprocess.CompletedProcess[str]:
        file = self.path.parent / "script"
        file.write_text(script, encoding="utf-8")
        return subprocess.run(
            [*shell, str(file)], cwd=self.path, env={**self.environment, **more}, capture_output=True, text=True, check=False
        )  # fmt: skip

    def holds(self, example: str) -> Place:
        shutil.copytree(ROOT / "examples" / example, self.path, dirs_exist_ok=True)
        return self


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An empty directory, with this icplint on the PATH."""
    command = tmp_path / "bin/icplint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m icplint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    (tmp_path / "site").mkdir()
    path = os.pathsep.join([str(command.parent), str(BIN), os.environ["PATH"]])
    return Place(tmp_path / "site", {"PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "LANG": "C.UTF-8"})


def document(path: str) -> Any:
    return yaml.safe_load((CI / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-actions", ACTION),
        ("github-workflows", CI / "github-actions/icplint.yml"),
        ("gitlab-ci", CI / "gitlab/icplint.yml"),
        ("azure-pipelines", CI / "azure-pipelines/azure-pipelines.yml"),
        ("compose-spec", CI / "hcp-terraform/compose.yaml"),
    ],
)
def test_the_file_is_what_the_platforms_schema_allows(schema: str, file: Path) -> None:
    package = Path(pytest.importorskip("check_jsonschema").__file__).parent
    rules = json.loads((package / f"builtin_schemas/vendor/{schema}.json").read_text(encoding="utf-8"))
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.validators.validator_for(rules)(rules)
    for part in yaml.safe_load_all(file.read_text(encoding="utf-8")):
        if True in part:  # YAML 1.1 takes the word `on` for a truth, GitHub does not
            part["on"] = part.pop(True)
        validator.validate(part)


def test_the_action_and_the_workflows_are_found_safe() -> None:
    zizmor = BIN / "zizmor"
    if not zizmor.exists():
        pytest.skip("zizmor is not installed")
    files = [".github/actions", ".github/workflows", "examples/ci/github-actions/icplint.yml"]
    found = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--quiet", *files], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("platform", PLATFORMS)
def test_each_platform_has_a_page_in_both_languages_and_is_listed(platform: str) -> None:
    page = (CI / platform / "README.md").read_text(encoding="utf-8")
    assert re.search(r"[\u4e00-\u9fff]{6}", page)
    assert re.search(r"(\w+ ){6}", page)
    assert f"]({platform})" in (CI / "README.md").read_text(encoding="utf-8")
    files = [path.name for path in (CI / platform).iterdir() if path.name != "README.md"]
    assert len(files) == 1
    assert f"]({files[0]})" in page or platform == "docker"


# GitHub Actions


class Job:
    """Runs the steps of the action as a runner does: expressions are filled in, scripts get files to write to."""

    def __init__(self, place: Place, **inputs: str) -> None:
        self.place = place
        self.action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
        defaults = {name: str(given["default"]) for name, given in self.action["inputs"].items()}
        assert inputs.keys() <= defaults.keys()
        self.inputs = {**defaults, "version": "installed", **inputs}
        self.steps: dict[str, dict[str, str]] = {}
        self.summary = place.path.parent / "summary"
        self.log = ""

    def value(self, expression: str) -> str:
        for word in expression.split(" || "):
            match word.strip().split("."):
                case ["inputs", name]:
                    found = self.inputs[name]
                case ["steps", step, "outputs", name]:
                    found = self.steps.get(step, {}).get(name, "")
                case _:
                    assert word.strip() == "github.action_path"
                    found = str(ACTION.parent)
            if found:
                return found
        return ""

    def filled(self, text: str) -> str:
        return re.sub(r"\$\{\{ (.*?) \}\}", lambda match: self.value(match[1]), text)

    def run(self) -> int:
        """Return how the job ends; a step that fails ends it."""
        for step in self.action["runs"]["steps"]:
            if "run" not in step:
                continue
            output = self.place.path.parent / "output"
            output.write_text("", encoding="utf-8")
            files = {"GITHUB_OUTPUT": str(output), "GITHUB_STEP_SUMMARY": str(self.summary), "RUNNER_OS": "Linux"}
            environment = {name: self.filled(value) for name, value in step.get("env", {}).items()}
            shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
            done = self.place.run(step["run"], shell, RUNNER_TEMP=str(self.place.path.parent), **files, **environment)
            self.log += done.stdout + done.stderr
            written = output.read_text(encoding="utf-8").splitlines()
            self.steps[step.get("id", "")] = dict(line.split("=", 1) for line in written)
            if done.returncode:
                return done.returncode
        return 0

    @property
    def outputs(self) -> dict[str, str]:
        return {name: self.filled(output["value"]) for name, output in self.action["outputs"].items()}


def test_the_action_reports_and_fails(place: Place, icplint: Callable[..., Any]) -> None:
    job = Job(place.holds("shop-behind-cdn"), plan="plan.json", lang="zh")
    assert job.run() == 1, job.log
    outputs = job.outputs
    expected = json.loads(icplint("check", place.path, "--format", "json").out)["summary"]
    assert outputs["exit-code"] == "1"
    assert {
        name: int(outputs[{"violation": "violations"}.get(name, name)])
        for name in ("violation", "cannot-tell", "suppressed")
    } == {name: expected[name] for name in ("violation", "cannot-tell", "suppressed")}
    assert json.loads(Path(outputs["sarif"]).read_text(encoding="utf-8"))
    assert "main.tf:26" in job.log, "the plan lies beside its source"
    assert "项无法判断" in job.log
    assert "ICP201" in job.summary.read_text(encoding="utf-8")


def test_the_action_passes_what_is_well_and_says_what_it_cannot_read(place: Place) -> None:
    clean = Job(place.holds("hongkong-only"), summary="false")
    assert clean.run() == 0, clean.log
    assert (clean.outputs["exit-code"], clean.outputs["violations"]) == ("0", "0")
    assert not clean.summary.exists()
    absent = Job(place, paths="nowhere")
    assert absent.run() == 2
    assert absent.outputs["exit-code"] == "2"


def test_nothing_that_is_given_to_the_action_is_run(place: Place) -> None:
    owned = place.path / "owned"
    hostile = f'$(touch {owned})`touch {owned}`";touch {owned};"\'\n--output={owned}'
    names = ("paths", "plan", "filings", "config", "select", "ignore", "fail-on", "strict", "lang", "format", "summary")
    assert Job(place, **dict.fromkeys(names, hostile)).run() == 2
    assert Job(place, paths=hostile, filings=hostile, select="").run() == 2
    assert not owned.exists()


def test_no_expression_stands_in_a_script_and_each_action_is_pinned() -> None:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    assert not any("${{" in step.get("run", "") for step in steps)
    workflow = document("github-actions/icplint.yml")
    assert workflow["permissions"] == {}
    job = workflow["jobs"]["icplint"]
    assert job["permissions"] == {"contents": "read", "security-events": "write"}
    used = [step["uses"] for step in (*steps, *job["steps"]) if "uses" in step]
    assert all(re.search(r"@[0-9a-f]{40}$", name) for name in used if not name.startswith("icplint/"))
    inputs = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
    assert all(step["with"].keys() <= inputs.keys() for step in job["steps"] if step["uses"].startswith("icplint/"))


# GitLab


def gitlab(**inputs: str) -> tuple[str, dict[str, str], dict[str, Any]]:
    """Return the script of the component's job, its variables, and the job, with inputs filled in."""
    header, body = (CI / "gitlab/icplint.yml").read_text(encoding="utf-8").split("\n---\n")
    specified = yaml.safe_load(header)["spec"]["inputs"]
    (job,) = yaml.safe_load(body).values()
    values = {**{name: str(given["default"]) for name, given in specified.items()}, **inputs}
    assert values.keys() == specified.keys()
    fill = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")
    assert not any(fill.search(line) for line in (*job["script"], *job["before_script"]))
    variables = {name: fill.sub(lambda m: values[m[1]], value) for name, value in job["variables"].items()}
    return "\n".join(job["script"]), variables, job


def test_the_component_of_gitlab_writes_the_reports_that_it_names(place: Place) -> None:
    place.holds("shop-behind-cdn")
    shutil.copytree(ROOT / "examples/hongkong-only", place.path / "other")
    script, variables, job = gitlab(paths="other modules", lang="en")
    done = place.run(script, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    named = [*job["artifacts"]["paths"], *job["artifacts"]["reports"].values()]
    assert [name for name in named if not (place.path / name).is_file()] == []
    script, variables, _ = gitlab(paths=".")
    assert place.run(script, **variables).returncode == 1
    quality = json.loads((place.path / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert quality


def test_nothing_that_is_given_to_the_component_is_run(place: Place) -> None:
    hostile = f"$(touch${{IFS}}{place.path}/owned) `touch {place.path}/owned` * ;touch {place.path}/owned"
    script, variables, _ = gitlab(paths=hostile)
    assert place.run(script, **variables).returncode == 2
    assert not (place.path / "owned").exists()


# Atlantis


def test_atlantis_finds_its_word_in_what_fails_and_only_there(place: Place) -> None:
    """It looks for these letters in all that a custom policy check prints, and takes any other output for a pass."""
    script = document("atlantis/repos.yaml")["workflows"]["icplint"]["policy_check"]["steps"][-1]["run"]
    said = {}
    for example in ("hongkong-only", "shop-behind-cdn/plan.json", "nowhere"):
        done = place.run(script, SHOWFILE=str(ROOT / "examples" / example), ICPLINT_LANG="zh")
        assert done.returncode == 0
        said[example] = "fail" in (done.stdout + done.stderr).lower()
    assert said == {"hongkong-only": False, "shop-behind-cdn/plan.json": True, "nowhere": True}


def test_atlantis_misreads_no_host_name(place: Place) -> None:
    """Its test up to pull request 6019 was for the letters, since then it is for FAIL or a count that is not 0."""
    script = document("atlantis/repos.yaml")["workflows"]["icplint"]["policy_check"]["steps"][-1]["run"]
    (site := place.path / "doubtful").mkdir(parents=True)
    (site / "main.tf").write_text(
        'provider "alicloud" { region = "cn-hangzhou" }\nresource "alicloud_eip_address" "w" {}\n'
        'resource "alicloud_alidns_record" "w" {\n  domain_name = "example.cn"\n  rr = "failover"\n'
        '  type = "A"\n  value = alicloud_eip_address.w.ip_address\n}\n',
        encoding="utf-8",
    )
    clean = place.run(script, SHOWFILE=str(site)).stdout
    assert "cannot tell whether f_ailover.example.cn is served" in clean
    assert "fail" not in clean.lower()
    refused = place.run(script, SHOWFILE=str(ROOT / "examples/shop-behind-cdn/plan.json")).stdout
    assert re.match(r"FAIL - [1-9]\d* failure", refused)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("example", CLEAN)
def test_what_passes_has_no_such_letters(icplint: Callable[..., Any], example: str, language: str) -> None:
    for more in ((), ("--all",)):
        done = icplint("check", ROOT / "examples" / example, "--lang", language, *more)
        assert done.code == 0
        assert "fail" not in (done.out + done.err).lower()


# Azure Pipelines, Jenkins, Flow


def test_azure_pipelines_publishes_what_the_script_writes(place: Place) -> None:
    steps = document("azure-pipelines/azure-pipelines.yml")["steps"]
    staging = place.path.parent / "staging"
    done = place.holds("shop-behind-cdn").run(steps[3]["script"], BUILD_ARTIFACTSTAGINGDIRECTORY=str(staging))
    assert done.returncode == 1, done.stdout + done.stderr
    inputs = [step["inputs"] for step in steps if "condition" in step]
    assert inputs[0]["ArtifactName"] == "CodeAnalysisLogs"
    published = (inputs[0]["PathtoPublish"], inputs[1]["testResultsFiles"])
    folder, tests = (Path(name.replace("$(Build.ArtifactStagingDirectory)", str(staging))) for name in published)
    assert [path.suffix for path in folder.iterdir()] == [".sarif"]
    assert tests.is_file()
    assert not any("$(" in step.get("script", "") for step in steps), "a macro in a script is text before it is run"


def test_jenkins_records_what_the_script_writes(place: Place) -> None:
    text = (CI / "jenkins/Jenkinsfile").read_text(encoding="utf-8")
    scripts = re.findall(r"sh '''(.*?)'''", text, re.DOTALL)
    command = place.path / ".icplint/bin/icplint"
    command.parent.mkdir(parents=True)
    command.symlink_to(place.path.parent / "bin/icplint")
    done = place.holds("shop-behind-cdn").run(scripts[1], ICPLINT_LANG="zh")
    assert done.returncode == 1, done.stdout + done.stderr
    names = re.findall(r"(?:pattern|testResults|artifacts): '([^']+)'", text)
    assert len(names) == 3
    assert [name for name in names if not (place.path / name).is_file()] == []
    assert text.count("{") == text.count("}")


def test_flow_keeps_the_reports_and_then_stops(place: Place) -> None:
    steps = document("yunxiao-flow/flow.yml")["stages"]["check_stage"]["jobs"]["icplint_job"]["steps"]
    install, script = steps["icplint_step"]["with"]["run"].split("\n", 1)
    assert install == "python3 -m pip install --quiet icplint"
    gate = steps["gate_step"]["with"]["run"]
    for example, code in (("shop-behind-cdn", 1), ("hongkong-only", 0)):
        shutil.rmtree(place.path)
        place.path.mkdir()
        done = place.holds(example).run(script)
        assert done.returncode == 0, done.stdout + done.stderr
        kept = {path.name for path in (place.path / "icplint-report").iterdir()}
        assert kept == {"redline.json", "junit.xml", "index.html", "exit-code"}
        assert place.run(gate).returncode == code
    assert steps["upload_step"]["with"]["filePath"] == ["icplint-report/"]


# pre-commit, Docker


def test_the_hooks_of_the_page_are_there() -> None:
    file = CI / "pre-commit/.pre-commit-config.yaml"
    done = subprocess.run([BIN / "pre-commit", "validate-config", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (repo,) = yaml.safe_load(file.read_text(encoding="utf-8"))["repos"]
    offered = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert {hook["id"] for hook in repo["hooks"]} == offered
    assert repo["rev"] == f"v{__version__}"


def instructions() -> list[tuple[str, str]]:
    text = (CI / "docker/Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1].strip()) for line in lines]


def test_the_image_is_pinned_small_and_nobodys() -> None:
    found = instructions()
    bases = [words.split(" ")[0] for word, words in found if word == "FROM"]
    assert all(re.fullmatch(r"python:\d+\.\d+\.\d+-slim-\w+@sha256:\w{64}", base) for base in bases)
    last = found[max(n for n, (word, _) in enumerate(found) if word == "FROM") :]
    assert [words for word, words in last if word == "ENTRYPOINT"] == ['["icplint"]']
    assert [words for word, words in last if word == "USER"] == ["10001:10001"]
    assert not any("pip" in words for word, words in last if word == "RUN"), "the image holds what was built, no caches"
    assert all("--no-cache-dir" in words for word, words in found if word == "RUN" and "pip" in words.split("venv")[0])
    compose = document("hcp-terraform/compose.yaml")["services"]["icplint"]
    assert compose["image"] == f"icplint:{__version__}"
    assert (
        CI / "hcp-terraform" / compose["build"]["context"] / compose["build"]["dockerfile"]
    ).resolve() == CI / "docker/Dockerfile"


def test_what_is_copied_into_the_image_makes_the_wheel(tmp_path: Path) -> None:
    """The build's stage, replayed without a daemon: its COPY, and its RUN that builds the wheel."""
    pytest.importorskip("hatchling")
    copied = [words.split(" ") for word, words in instructions() if word == "COPY" and "--from" not in words]
    for *sources, target in copied:
        for source in sources:
            place = tmp_path / target / ("" if (ROOT / source).is_dir() else source)
            place.parent.mkdir(parents=True, exist_ok=True)
            ignored = shutil.ignore_patterns("__pycache__")
            copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
            copy(
                ROOT / source, place, **({"ignore": ignored, "dirs_exist_ok": True} if (ROOT / source).is_dir() else {})
            )
    runs = [words for word, words in instructions() if word == "RUN"]
    assert runs[1] == "python -m pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels ."
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "wheels"], cwd=tmp_path, capture_output=True, text=True, check=False
    )  # fmt: skip
    assert built.returncode == 0, built.stdout + built.stderr
    assert [path.name for path in (tmp_path / "wheels").iterdir()] == [f"icplint-{__version__}-py3-none-any.whl"]
