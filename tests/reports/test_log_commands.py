"""Annotations of GitHub Actions and issues of Azure Pipelines, read back as their runners read them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_samples import NASTY, ODD, delivered, many, rendered, troubled

from icplint.model.origin import Origin
from icplint.model.printable import printable, printable_lines
from icplint.model.reading import Problem
from icplint.model.text import plain
from icplint.reports import azure, github
from icplint.reports.parts.commands import Annotation

GITHUB = re.compile(r"^::(?P<kind>\w+) (?P<fields>[^\n]*?)::(?P<data>.*)$")
AZURE = re.compile(r"^##vso\[task\.logissue (?P<fields>[^\]]*)\](?P<data>.*)$")
"""`ActionCommand.TryParseV2` of the runner, `Command.TryParse` of the agent: the first :: and the first ] end the head."""


def github_read(line: str) -> tuple[str, dict[str, str], str] | None:
    """Return a command as the runner takes it: it undoes %25 last."""
    found = GITHUB.match(line)
    if not found:
        return None

    def undone(text: str, *pairs: tuple[str, str]) -> str:
        for code, character in (*pairs, ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            text = text.replace(code, character)
        return text

    fields = dict(field.split("=", 1) for field in found["fields"].split(","))
    read = {name: undone(value, ("%3A", ":"), ("%2C", ",")) for name, value in fields.items()}
    return found["kind"], read, undone(found["data"])


def azure_read(line: str) -> tuple[str, dict[str, str], str] | None:
    """Return a command as the agent takes it: it undoes %AZP25 last."""
    found = AZURE.match(line)
    if not found:
        return None

    def undone(text: str) -> str:
        codes = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%AZP25": "%"}
        for code, character in codes.items():
            text = text.replace(code, character)
        return text

    fields = dict(field.split("=", 1) for field in found["fields"].split(";") if field)
    read = {name: undone(value) for name, value in fields.items()}
    return read["type"], read, undone(found["data"])


READERS = {"github": github_read, "azure": azure_read}
WRITERS = {"github": github.command, "azure": azure.command}
FILES = {"github": "file", "azure": "sourcepath"}
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n%:,;]="), min_size=1)


@pytest.mark.parametrize("name", READERS)
@given(file=texts, message=texts, title=texts)
def test_a_runner_reads_what_was_meant(name: str, file: str, message: str, title: str) -> None:
    place = Origin(file=file, line=3, column=7)
    line = WRITERS[name](Annotation("error", title, message, place, "ICP101"))
    assert "\n" not in line
    assert "\r" not in line
    read = READERS[name](line)
    assert read is not None
    kind, fields, data = read
    assert (kind, fields[FILES[name]]) == ("error", printable(file.removeprefix("./") or file))
    codes = ("%25", "%0D", "%0A", "%3A", "%2C", "%3B", "%5D", "%AZP25")
    if not any(code in message for code in codes):  # the agent undoes one code after another
        assert data == printable_lines(message)


@pytest.mark.parametrize("name", READERS)
def test_a_runner_takes_nothing_else_for_a_command(name: str) -> None:
    *commands, last = rendered(troubled(), name).splitlines()
    assert all(READERS[name](line) for line in commands)
    assert not READERS[name](last)
    assert last.startswith("icplint: errors: 2 · warnings: 1 · cannot tell: 1")
    files = Counter(fields.get(FILES[name]) for _, fields, _ in filter(None, map(READERS[name], commands)))
    assert files[ODD] == 2
    assert files[None] == 3, "what has no file: an error, a refused list, a live name"


@pytest.mark.parametrize("name", READERS)
def test_of_more_than_ten_the_tenth_counts_the_rest(name: str) -> None:
    report = troubled()
    thirty = [replace(f, severity=f.severity) for f in many(report, 30)]
    full = replace(report, findings=thirty, problems=[], unread=[], changes=[])
    lines = rendered(full, name).splitlines()
    read = [READERS[name](line) for line in lines]
    commands = [command for command in read if command]
    assert len(commands) == 10
    assert commands[-1][2].endswith("21 more are in the log below: only 10 of a kind are shown")
    assert sum("n29.example.cn" in line for line in lines) == 1
    assert sum(not command for command in read) == 22


@pytest.mark.parametrize("name", READERS)
def test_what_was_not_read_is_shown_before_what_was_found(name: str) -> None:
    report = troubled()
    lines = rendered(replace(report, findings=many(report, 30)), name).splitlines()
    assert "no place" in lines[1]


@pytest.mark.parametrize("name", READERS)
def test_a_plain_line_is_no_command_whatever_it_holds(name: str) -> None:
    report = troubled()
    nasty = [Problem(plain(f"{head}{n} {NASTY}")) for n in range(12) for head in ("::error::", "##vso[", "##[error]")]
    lines = rendered(replace(report, findings=[], unread=[], changes=[], problems=nasty), name).splitlines()
    rest = lines[10:]
    assert len(rest) == len(nasty) - 9 + 1
    assert not [line for line in rest if line.lstrip().startswith("::") or "##vso[" in line or "##[" in line]


@pytest.mark.parametrize("name", READERS)
def test_a_clean_run_that_was_whole_prints_its_counts_only(name: str) -> None:
    (line,) = delivered("hongkong-only", "en")[name].splitlines()
    assert line.startswith("icplint: errors: 0")
