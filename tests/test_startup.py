"""What commands load and how much work they do, counted instead of timed: the same on every machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.cli.commands import COMMANDS, GROUPS
from icplint.findings.run import Report, run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.policy import Policy
from icplint.registry import registry
from icplint.terraform.instances import configuration
from icplint.terraform.instances.instance import Run
from icplint.terraform.modules import loader

GENERATE: Final = Path(__file__).parent / "bench" / "generate.py"
PROBE: Final = """
import sys
from icplint.cli import main
sys.argv = ["icplint", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(*sorted(sys.modules), file=sys.stderr)
"""
NEVER: Final = {
    "hcl2",
    "openpyxl",
    "maxminddb",
    "ip2region",
    "lark",
    "networkx",
    "pydantic",
    "aliyunsdkcore",
    "boto3",
    "dns",
    "asyncio",
    "logging",
}
"""Libraries that none of these commands needs, each slower to import than a small run should take."""


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory `sites` of 20 files with 100 resources, and `plan.json`, a small plan."""
    top = tmp_path_factory.mktemp("bench")
    generated(top / "sites", 20, "--plan", str(top / "plan.json"), "--megabytes", "0.25")
    return top


def generated(directory: Path, files: int, *more: str) -> Path:
    command = [sys.executable, str(GENERATE), str(directory), "--files", str(files), *more]
    subprocess.run(command, check=True)
    return directory


def loaded(directory: Path, *arguments: str) -> set[str]:
    """Return the modules that a command has loaded when it ends."""
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout
    return set(done.stderr.splitlines()[-1].split())


def among(names: Iterable[str], *packages: str) -> set[str]:
    return {name for name in names if any(name == p or name.startswith(f"{p}.") for p in packages)}


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_needs_no_parser_of_options(option: str, tmp_path: Path) -> None:
    names = loaded(tmp_path, option)
    assert among(names, "icplint") <= among(names, "icplint.cli", "icplint.model", "icplint.errors") | {"icplint"}
    assert not among(
        names, *NEVER, "typer", "click", "inspect", "dataclasses", "icplint.cli.commands", "icplint.cli.options"
    )
    assert len(among(names, "icplint")) <= 11


@pytest.mark.parametrize("command", [["check"], ["explain"], ["filings", "template"], ["config", "schema"]])
def test_a_command_loads_none_of_the_others(command: list[str], bench: Path) -> None:
    names = loaded(bench / "sites", *command)
    files = {"config": "configuration"}
    all_ = {f"icplint.cli.{files.get(name, name)}" for name in (*COMMANDS, *GROUPS)}
    always = {"icplint.cli.completion"}
    assert names & all_ == {f"icplint.cli.{files.get(command[0], command[0])}"} | always


def test_help_lists_every_command(tmp_path: Path) -> None:
    for words in (["--help"], ["--lang", "en", "check", "--help"]):
        assert {f"icplint.cli.{name}" for name in COMMANDS} <= loaded(tmp_path, *words)


def test_an_explanation_reads_no_input(tmp_path: Path) -> None:
    names = loaded(tmp_path, "explain", "unfiled-domain")
    assert among(names, "icplint.checks.unfiled_domain")
    assert not among(names, "icplint.terraform", "icplint.filings", "icplint.inputs.read", "icplint.graph.build")
    assert not among(names, *NEVER, "tree_sitter", "tree_sitter_hcl", "publicsuffixlist", "tomllib")


def test_a_check_of_a_directory_loads_what_it_needs(bench: Path) -> None:
    names = loaded(bench / "sites", "check")
    assert among(names, "tree_sitter", "tree_sitter_hcl", "publicsuffixlist", "icplint.reports.text")
    assert not among(names, *NEVER, "tomllib")
    assert not among(
        names,
        "icplint.filings.csv_rows",
        "icplint.filings.xlsx_rows",
        "icplint.geo",
        "icplint.dns",
        "icplint.reports.json",
        "icplint.suppressions.apply",
        "icplint.suppressions.baseline",
    ), "nothing is suppressed"
    assert not among(names, "icplint.terraform.exports.plan", "icplint.terraform.exports.state"), (
        "only JSON documents need them"
    )
    assert among(names, "icplint.terraform.functions") == {
        "icplint.terraform.functions",
        "icplint.terraform.functions.function",
        "icplint.terraform.functions.passing",
        "icplint.terraform.functions.refined_results",
    }, "a configuration that calls no function needs none"


COUNT: Final = """
import builtins, re, sys
from collections import Counter
made, compiled = Counter(), Counter()
build, compile_ = builtins.__build_class__, re._compiler.compile
def counted(body, name, *bases, **more):
    made[body.__globals__["__name__"].partition(".")[0]] += 1
    return build(body, name, *bases, **more)
def compiling(*arguments):
    frame = sys._getframe()
    while frame.f_globals["__name__"].partition(".")[0] in {"__main__", "re", "functools"}:
        frame = frame.f_back
    compiled[frame.f_globals["__name__"].partition(".")[0]] += 1
    return compile_(*arguments)
builtins.__build_class__, re._compiler.compile = counted, compiling
from icplint.cli import main
sys.argv = ["icplint", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
modules = sum(name.partition(".")[0] == "icplint" for name in sys.modules)
print(modules, made["icplint"], compiled["icplint"], file=sys.stderr)
"""


def test_a_small_check_imports_few_modules_makes_few_classes_and_compiles_few_patterns(bench: Path) -> None:
    """Limits are a little above what there is: a module, a class or a pattern that a run does not need shows here."""
    command = [sys.executable, "-c", COUNT, "check", "--isolated"]
    done = subprocess.run(command, cwd=bench / "sites", capture_output=True, text=True, encoding="utf-8", check=True)
    modules, classes, patterns = map(int, done.stderr.split())
    assert modules <= 315
    assert classes <= 325
    assert patterns <= 40


def test_plugins_are_looked_for_without_a_parser_of_packages(bench: Path) -> None:
    """`importlib.metadata` loads mail, archives and csv, 10 ms that a run without plugins has no use for."""
    names = loaded(bench / "sites", "check")
    assert not among(names, "importlib.metadata", "importlib.resources", "email", "zipfile", "csv")


def test_a_check_of_a_plan_needs_no_parser(bench: Path) -> None:
    names = loaded(bench, "check", "plan.json")
    assert among(names, "icplint.terraform.exports.plan")
    assert not among(names, *NEVER, "tree_sitter", "tree_sitter_hcl", "icplint.terraform.syntax.parse")


def checked(directory: Path, *paths: str) -> Report:
    known = registry()
    registers = [path for path in (directory / "filings.toml",) if path.exists()]
    reading = read_inputs(
        Request(paths=paths or ["."], base=directory, registers=registers, sources=lambda: known.sources)
    )
    graph = build(reading, known.table, Policy(date(2026, 11, 24)))
    return run(graph, known.checks, reading)


def test_every_answer_comes_up_in_what_is_measured(bench: Path) -> None:
    report = checked(bench / "sites")
    assert report.problems == []
    answers = Counter((f.check.name, f.outcome) for f in report.findings)
    assert {name for name, outcome in answers if outcome == "violation"} >= {"unfiled-domain", "untransferred-filing"}
    assert answers["unfiled-domain", "violation"] == answers["unfiled-domain", "cannot-tell"] == 2


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """The files that are parsed from now on."""
    found: Counter[str] = Counter()
    parse = loader.parse

    def counted(source: bytes, path: str) -> Any:
        found[path] += 1
        return parse(source, path)

    monkeypatch.setattr(loader, "parse", counted)
    return found


def test_each_file_is_read_and_parsed_once(bench: Path, tmp_path: Path, parsed: Counter[str]) -> None:
    checked(bench / "sites")
    assert sum(parsed.values()) == len(parsed) == 22  # the provider's and the variables' files are two more

    parsed.clear()
    for name, text in {
        "one/main.tf": 'module "a" {\n  source = "../shared"\n}\n',
        "two/main.tf": 'module "a" {\n  source = "../shared"\n  count = 3\n}\n',
        "shared/main.tf": 'resource "alicloud_oss_bucket" "b" {\n  bucket = "b"\n}\n',
    }.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    checked(tmp_path)
    assert parsed == {"one/main.tf": 1, "two/main.tf": 1, "shared/main.tf": 1}


def test_one_changed_file_parses_its_root_and_what_may_call_it(tmp_path: Path, parsed: Counter[str]) -> None:
    (tmp_path / ".git").mkdir()
    bucket = 'resource "alicloud_oss_bucket" "b" {\n  bucket = "b"\n}\n'
    call = 'module "a" {\n  source = "../shared"\n}\n'
    for name, text in {
        **{f"root{n}/main.tf": bucket for n in range(20)},
        "caller/main.tf": bucket,
        "caller/modules.tf": call,
        "caller/modules_override.tf": call,
        "shared/main.tf": bucket,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    calling = {"caller/modules.tf": 1, "caller/modules_override.tf": 1}
    checked(tmp_path, "root0/main.tf")
    assert parsed == {"root0/main.tf": 1, "shared/main.tf": 1, **calling}, "it might be applied by itself"
    parsed.clear()
    checked(tmp_path, "shared/main.tf")
    assert parsed == {"caller/main.tf": 1, "shared/main.tf": 1, **calling}


MATTERS: Final = """
resource "alicloud_alidns_record" "r{n}" {{
  domain_name = "example{n}.cn"
  rr          = "www"
  type        = "A"
  value       = local.addresses[{n}]
}}
"""
BYSTANDER: Final = """
resource "alicloud_security_group_rule" "x{n}" {{
  type              = join("", ["in", "gress"])
  ip_protocol       = "tcp"
  security_group_id = "sg-${{local.addresses[0]}}"
  cidr_ip           = cidrsubnet("10.0.0.0/8", 8, 1)
}}
"""
LOCALS: Final = 'locals {\n  addresses = [for n in range(10) : "203.0.113.${n}"]\n}\n'


def evaluated(directory: Path, blocks: Iterator[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many expressions a check of these blocks evaluates."""
    directory.mkdir()
    (directory / "main.tf").write_text(LOCALS + "".join(blocks), encoding="utf-8")
    runs: list[Run] = []

    def kept(*arguments: Any) -> Run:
        runs.append(Run(*arguments))
        return runs[-1]

    with monkeypatch.context() as patch:
        patch.setattr(configuration, "Run", kept)
        report = checked(directory)
    assert [f.outcome for f in report.findings if f.check.name == "unfiled-domain"] == ["cannot-tell"] * 10
    return sum(found.evaluated for found in runs)


def test_only_what_a_check_asks_for_is_evaluated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ten = [MATTERS.format(n=n) for n in range(10)]
    others = [BYSTANDER.format(n=n) for n in range(4990)]
    alone = evaluated(tmp_path / "alone", iter(ten), monkeypatch)
    among_others = evaluated(tmp_path / "among", iter([*others, *ten]), monkeypatch)
    assert among_others == alone, "4,990 resources that no check is about evaluate nothing"
    assert alone <= 10 * 8, "a record has six arguments that count, and each is evaluated once"


def calls(directory: Path) -> int:
    """Return how many Python functions a check of a directory calls."""
    count = 0

    def called(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        checked(directory)
    finally:
        sys.setprofile(before)
    return count


def test_work_grows_with_the_input_and_not_with_its_square(tmp_path: Path) -> None:
    small, large = generated(tmp_path / "small", 50), generated(tmp_path / "large", 250)
    checked(small)  # fills what is read once per process
    assert calls(large) / calls(small) < 5 * 1.2


def test_a_configuration_and_its_plan_get_the_same_answers(bench: Path, tmp_path: Path) -> None:
    plan = (bench / "plan.json").read_text(encoding="utf-8")
    resources = json.loads(plan)["planned_values"]["root_module"]["resources"]
    sites = generated(tmp_path / "sites", sum(resource["type"] == "alicloud_instance" for resource in resources))
    (sites / "terraform.tfvars").write_text('scope = "domestic"\n', encoding="utf-8")  # as the plan knows it
    source = {(finding.fingerprint, finding.outcome) for finding in checked(sites).findings}
    (sites / "plan.json").write_text(plan, encoding="utf-8")
    planned = {(finding.fingerprint, finding.outcome) for finding in checked(sites, "plan.json").findings}
    assert source == planned != set()


WORKING: Final = """
import threading
def work():
    threading.main_thread().join()
    print("worked")
threading.Thread(target=work).start()
"""


@pytest.mark.parametrize("thread", ["", WORKING])
def test_a_process_ends_at_once_and_loses_nothing(thread: str, tmp_path: Path) -> None:
    probe = (
        f"import atexit, sys\natexit.register(print, 'ended')\n{thread}"
        "sys.argv = ['icplint', 'nothing']\nfrom icplint.__main__ import main\nmain()\n"
    )
    command = [sys.executable, "-c", probe]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "No such command" in done.stderr
    assert done.stdout.split() == [*(["worked"] if thread else []), "ended"]
