"""icplint before a terminal and before a pipe: colour, width, links, progress."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from icplint.cli import journal, terminal
from icplint.cli.journal import READING, Journal
from icplint.model.origin import Origin
from icplint.reports.terminal.columns import width

Icplint = Callable[..., Any]
ICPLINT = (sys.executable, "-c", "from icplint.cli import main; main()")
IMPATIENT = (
    sys.executable,
    "-c",
    "from icplint.cli import journal, main; journal.PATIENCE, journal.EVERY = 0, 1e-4; main()",
)
ROOT = Path(__file__).parents[2]
PLAN = '{"format_version": "1.2", "planned_values": {"root_module": {}}, "configuration": {"root_module": {}}}'
EXAMPLE = "examples/unknown-until-apply"
ERASED = re.compile(r"[^\n]*\r\x1b\[K")
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]|\x1b\]8;;.*?\x1b\\")


pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


def on_terminal(
    *arguments: str, typed: str = "", once: str = "", command: tuple[str, ...] = ICPLINT, **environment: str
) -> str:
    """Return what a command writes to a terminal of 80 columns; its standard input comes once it has written a word."""
    names = {"TERM": "xterm-256color", "COLUMNS": "80", **environment}
    inherited = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "PYTHONPATH"}}
    parent, child = pty.openpty()
    with subprocess.Popen(
        [*command, *arguments], cwd=ROOT, stdin=subprocess.PIPE, stdout=child, stderr=child, env=inherited | names
    ) as started:
        os.close(child)
        assert started.stdin is not None
        written = b""
        while True:
            if not started.stdin.closed and once.encode() in written:
                started.stdin.write(typed.encode())
                started.stdin.close()
            try:
                more = os.read(parent, 65536)
            except OSError:  # Linux says so when the other side is gone
                break
            if not more:
                break
            written += more
        started.wait(30)
    os.close(parent)
    return written.decode().replace("\r\n", "\n")


def piped(*arguments: str, **environment: str) -> str:
    inherited = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "PYTHONPATH"}}
    done = subprocess.run(
        [*ICPLINT, *arguments], cwd=ROOT, capture_output=True, env=inherited | environment, check=False
    )
    return (done.stdout + done.stderr).decode()


def left(seen: str) -> str:
    """Return what stays on a terminal: neither what shows progress and is erased again, nor colours."""
    return ESCAPE.sub("", ERASED.sub("", seen))


def words(text: str) -> list[str]:
    """Return what a report says, without its excerpts of source, which are cut to fit."""
    return sorted(word for line in text.splitlines() if "| " not in line for word in line.split())


def test_a_terminal_gets_colour_and_lines_that_fit_and_a_pipe_the_bare_words() -> None:
    seen = on_terminal("check", EXAMPLE)
    bare = left(seen)
    assert "\x1b[35;1mcannot tell\x1b[0m" in seen
    assert max(width(line) for line in bare.splitlines()) <= 80
    through_a_pipe = piped("check", EXAMPLE)
    assert "\x1b" not in through_a_pipe
    assert max(width(line) for line in through_a_pipe.splitlines()) > 80
    assert words(bare) == words(through_a_pipe)
    assert "\x1b" not in ERASED.sub("", on_terminal("check", EXAMPLE, "--no-color"))
    assert "\x1b" not in on_terminal("check", EXAMPLE, TERM="dumb")
    assert "\x1b]8;;file:///" in on_terminal("check", EXAMPLE, TERM_PROGRAM="WezTerm")


def test_progress_never_joins_a_report_however_slow_the_terminal_is() -> None:
    seen = on_terminal("check", EXAMPLE, "--all", command=IMPATIENT)
    assert "\r\x1b[Kreading" in seen
    assert words(left(seen)) == words(piped("check", EXAMPLE, "--all"))


def test_who_waits_at_a_terminal_sees_what_for_and_keeps_the_report_alone() -> None:
    seen = on_terminal("check", "-", "--no-color", typed=PLAN, once="reading")
    assert "\r\x1b[Kreading" in seen
    shown, _, rest = seen.rpartition("\r\x1b[K")
    assert "reading" in shown
    assert "\x1b" not in rest
    assert rest.startswith("nothing that was read names")
    assert rest.endswith("read 1 file\n")


def test_a_pipe_gets_no_links_and_no_width_even_with_forced_colours() -> None:
    forced = piped("check", EXAMPLE, FORCE_COLOR="1", FORCE_HYPERLINK="1", TERM_PROGRAM="WezTerm", COLUMNS="40")
    assert "\x1b[" in forced
    assert "\x1b]8" not in forced
    assert ESCAPE.sub("", forced) == piped("check", EXAMPLE)


class Stream(io.StringIO):
    """A stream that is a terminal, or is none."""

    def __init__(self, *, tty: bool) -> None:
        super().__init__()
        self.tty = tty

    def isatty(self) -> bool:
        return self.tty


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take away all that a terminal says of itself."""
    for name in list(os.environ):
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.mark.parametrize(
    ("environment", "refused", "tty", "coloured"),
    [
        ({}, False, True, True),
        ({}, False, False, False),
        ({}, True, True, False),
        ({"NO_COLOR": "0"}, False, True, False),
        ({"NO_COLOR": ""}, False, True, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, True, False),
        ({"FORCE_COLOR": "1"}, False, False, True),
        ({"FORCE_COLOR": "1"}, True, False, False),
        ({"FORCE_COLOR": "3"}, False, False, True),
        ({"FORCE_COLOR": "0"}, False, True, False),
        ({"FORCE_COLOR": "false"}, False, True, False),
        ({"FORCE_COLOR": ""}, False, False, False),
        ({"TERM": "dumb"}, False, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False, True, True),
    ],
)
def test_colour_follows_the_standards(
    environment: dict[str, str], refused: bool, tty: bool, coloured: bool, bare: pytest.MonkeyPatch
) -> None:
    """https://no-color.org: any value that is not empty. https://force-color.org: the same, whatever it is written to."""
    for name, value in environment.items():
        bare.setenv(name, value)
    assert terminal.colours(Stream(tty=tty), refused=refused) is coloured


def test_a_console_of_windows_is_asked_what_it_understands() -> None:
    assert not terminal.understands({}, "win32")
    assert terminal.understands({"WT_SESSION": "1"}, "win32")
    assert terminal.understands({}, "linux")


@pytest.mark.parametrize(
    ("environment", "follows"),
    [
        ({}, False),
        ({"TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM_PROGRAM": "vscode"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"VTE_VERSION": "7200"}, True),
        ({"VTE_VERSION": "4800"}, False),
        ({"WT_SESSION": "x"}, True),
        ({"WT_SESSION": "x", "SSH_CONNECTION": "1 2"}, False),
        ({"VTE_VERSION": "7200", "TMUX": "0"}, False),
        ({"FORCE_HYPERLINK": "1"}, True),
        ({"FORCE_HYPERLINK": "0", "TERM": "xterm-kitty"}, False),
    ],
)
def test_links_are_for_terminals_that_follow_them(
    environment: dict[str, str], follows: bool, bare: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in environment.items():
        bare.setenv(name, value)
    (tmp_path / "a b.tf").touch()
    assert terminal.links(Stream(tty=False), tmp_path) is None
    link = terminal.links(Stream(tty=True), tmp_path)
    assert (link is not None) == follows
    if link is not None:
        line = "#7" if environment.get("TERM") == "xterm-kitty" else ""
        assert link(Origin("a b.tf", 7, 1)) == f"file://{tmp_path.as_posix()}/a%20b.tf{line}"
        assert link(Origin("-", 7, 1)) is None
        assert link(Origin(request="DescribeDomains abc")) is None


@contextmanager
def waiting(monkeypatch: pytest.MonkeyPatch, *, tty: bool, verbose: bool = False) -> Iterator[Stream]:
    stream = Stream(tty=tty)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(journal, "PATIENCE", 0.05)
    monkeypatch.setattr(journal, "EVERY", 0.01)
    told = Journal(language="en", verbose=verbose)
    with told.phase(READING):
        told.told("main.tf")
        end = time.monotonic() + (20 if tty and not verbose else 0.15)  # there it ends with what it waits for
        while "main.tf" not in stream.getvalue() and time.monotonic() < end:
            time.sleep(0.01)
    yield stream


def test_who_waits_is_told_what_for_and_nothing_stays(bare: pytest.MonkeyPatch) -> None:
    with waiting(bare, tty=True) as stream:
        assert "\r\x1b[Kreading: main.tf (file 1)" in stream.getvalue()
        assert stream.getvalue().endswith("\r\x1b[K")
    with waiting(bare, tty=False) as stream:
        assert stream.getvalue() == ""
    with waiting(bare, tty=True, verbose=True) as stream:
        assert re.fullmatch(r"reading: \d+\.\d\d s\n", stream.getvalue())


def test_a_short_run_shows_no_progress(bare: pytest.MonkeyPatch) -> None:
    stream = Stream(tty=True)
    bare.setattr(sys, "stderr", stream)
    bare.setattr(journal, "PATIENCE", 60)  # however busy the machine is, the run is shorter
    with Journal(language="zh").phase(READING):
        pass
    assert stream.getvalue() == ""
