"""The help of each command on a page: groups, examples that run, exit codes, the address, within 80 columns."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from icplint import HOME
from icplint.cli.chinese import HEADINGS, HELP
from icplint.cli.commands import tree
from icplint.cli.options import FailOn
from icplint.cli.panels import CHECKS, KNOWN, REPORT, TO_READ
from icplint.cli.usage_examples import COMMANDS, UsageExample
from icplint.registry import registry
from icplint.reports.terminal.columns import width

Icplint = Callable[..., Any]
ROOT: Final = Path(__file__).parents[2]
ASKS: Final = ("scan --profile", "scan --filings", "filings import --profile", "filings lookup", "serve", "lsp", "init")
"""Examples that reach for an account, or stay: only parsed. `init` is run where nothing has been written yet."""
EXAMPLES: Final = [example for usage in COMMANDS.values() for example in usage.examples]


def commands(command: Any, *path: str) -> Iterator[tuple[str, Any]]:
    yield " ".join(path), command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, *path, name)


TREE: Final = dict(commands(tree()))


def headings(text: str) -> list[str]:
    return re.findall(r"^(\S.*)[:：]$", text, re.MULTILINE)


@pytest.fixture(params=["en", "zh"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("ICPLINT_LANG", request.param)
    return str(request.param)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where the files are that the examples name."""
    site = ROOT / "examples/shop-behind-cdn"
    shutil.copytree(site, tmp_path / "infra")
    for name in ("filings.toml", "plan.json"):
        shutil.copy(site / name, tmp_path)
    state = {"format_version": "1.0", "values": {"root_module": {"resources": []}}}
    (tmp_path / "state.json").write_text(json.dumps(state), encoding="utf-8")
    row = "domain,licence,access_providers\nexample.net,京ICP备2023001234号-1,alibaba\n"
    (tmp_path / "filings.csv").write_text(row, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_command_has_an_ending_and_each_ending_a_command() -> None:
    assert sorted(COMMANDS) == sorted(TREE)


@pytest.mark.parametrize("path", TREE)
def test_a_page_ends_with_examples_codes_and_the_address(path: str, icplint: Icplint, language: str) -> None:
    shown = icplint(*path.split(), "--help").out
    tail = ["Examples", "Exit codes", "Documentation"]
    assert headings(shown)[-3:] == [HEADINGS[one] if language == "zh" else one for one in tail]
    assert shown.endswith(f"\n  {HOME}#readme\n")
    for example in COMMANDS[path].examples:
        assert f"\n  {example.line}\n      " in shown
    codes = shown.split(HEADINGS["Exit codes"] if language == "zh" else "Exit codes")[1]
    assert set(re.findall(r"^  (\d[\d, ]*?)  +\S", codes, re.MULTILINE)) == {code for code, _ in COMMANDS[path].codes}


@pytest.mark.parametrize("path", TREE)
def test_a_page_fits_a_terminal_and_breaks_no_word(path: str, icplint: Icplint, language: str) -> None:
    shown = icplint(*path.split(), "--help").out
    assert [line for line in shown.splitlines() if width(line) > 80 or line != line.rstrip()] == []
    texts = [parameter.help for parameter in TREE[path].params]
    words = {word for text in texts for word in (HELP[text] if language == "zh" else text).split() if word.isascii()}
    assert words <= set(re.split(r"[\s\u2e80-\uffff]+", shown))


@pytest.mark.parametrize("path", ["check", "scan", "graph", "eligibility", "serve", "baseline"])
def test_options_stand_in_groups(path: str, icplint: Icplint, language: str) -> None:
    shown = icplint(path, "--help").out
    groups = [TO_READ, KNOWN, CHECKS, REPORT, "Options"]
    wanted = [HEADINGS[one] if language == "zh" else one for one in groups]
    assert [one for one in headings(shown) if one in wanted] == wanted
    rest = shown.split(f"\n{wanted[-1]}")[1].split("\n\n")[0]
    alone = {"scan": ["print-policy"], "serve": ["allow-http", "bind", "concurrency", "host", "key-file", "run-task"]}
    assert sorted(re.findall(r"^  (?:-\w, )?--([\w-]+)", rest, re.MULTILINE)) == sorted([*alone.get(path, []), "help"])


def test_choices_are_listed(icplint: Icplint, language: str) -> None:
    shown = " ".join(icplint("check", "--help").out.split())
    assert f"[{', '.join(sorted(registry().formats))}]" in shown
    assert f"<{'|'.join(FailOn)}>" in shown
    assert "<text|dot|json|graphml|html>" in icplint("graph", "--help").out


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.line)
def test_an_example_is_a_command_line(example: UsageExample, icplint: Icplint, desk: Path) -> None:
    line, _, target = example.line.partition(" > ")
    program, *words = shlex.split(line)
    assert program == "icplint"
    if " ".join(words).startswith(ASKS):
        context = tree().make_context("icplint", words, resilient_parsing=False)
        command: Any = context.command
        while below := getattr(command, "commands", None):
            rest = [*context._protected_args, *context.args]  # noqa: SLF001
            command = below[rest[0]]
            context = command.make_context(rest[0], rest[1:], parent=context)
        return
    if words[:2] == ["baseline", "prune"]:
        icplint("baseline", "write", "infra")
    done = icplint(*words)
    assert done.code in {0, 1}, done.err
    assert done.out or "-o" in words
    for name in (words[words.index("-o") + 1],) if "-o" in words else ():
        assert (desk / name).read_text(encoding="utf-8")
    assert not target or done.out


def test_the_example_of_init_runs(icplint: Icplint, desk: Path) -> None:
    (desk / "infra/filings.toml").unlink()
    (example,) = COMMANDS["init"].examples
    assert icplint(*shlex.split(example.line)[1:]).code == 0
    assert (desk / "infra/icplint.toml").exists()


@pytest.mark.parametrize("words", [["graph", "infra"], ["eligibility", "infra"], ["filings", "import", "filings.csv"]])
def test_a_report_goes_to_a_file_by_the_short_option(words: list[str], icplint: Icplint, desk: Path) -> None:
    printed = icplint(*words)
    assert printed.out
    assert icplint(*words, "-o", "report").out == ""
    assert (desk / "report").read_text(encoding="utf-8") == printed.out
    if words[0] != "filings":
        assert icplint(*words, "-f", "json").out == icplint(*words, "--format", "json").out != printed.out


def test_help_loads_no_rich_and_no_reader_of_terraform() -> None:
    probe = "import sys; from icplint.cli import main\ntry: main()\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", probe, "check", "--help"], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "icplint.cli.help_page" in loaded
    assert not loaded & {"rich", "icplint.terraform", "tree_sitter", "icplint.inputs.read", "networkx"}
