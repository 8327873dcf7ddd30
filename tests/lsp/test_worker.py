"""The editor's worker: one that hangs, takes all memory or is killed is told of at its file, and the next change is checked."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pygls.workspace import Workspace
from test_lsp import RECORD, Session, edit, site  # noqa: F401 - a fixture

from icplint.errors import ConfigError, IcplintError
from icplint.findings.run import Report
from icplint.lsp.questions import CheckRequest, answer_of
from icplint.lsp.server import PATIENCE, Folder, WorkspaceChecker
from icplint.lsp.worker import Worker
from icplint.model.text import plain

HERE = Path(__file__).parent
BAD = (
    "from functools import partial\n"
    "from icplint.cli import lsp, main\n"
    "from icplint.lsp import server, worker\n"
    "worker.Worker = partial(worker.Worker, memory=900 << 20)\n"
    "lsp.WORKER, server.PATIENCE = 'misbehaving_worker', 0.3\n"
    "main()\n"
)


@pytest.fixture
def worker(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(HERE), str(HERE.parents[1])]))
    worker = Worker("slow_worker", seconds=1)
    yield worker
    worker.end()


def alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"


def test_a_worker_is_kept_and_one_that_takes_too_long_is_ended_and_started_anew(worker: Worker) -> None:
    worker.seconds = 30
    first = worker.ask(b"pid\n", "main.tf")
    assert worker.ask(b"pid\n", "main.tf") == first
    worker.seconds = 1
    with pytest.raises(IcplintError) as slow:
        worker.ask(b"sleep\n", "shop/main.tf")
    assert "longer than 1 s and was ended after a change of shop/main.tf" in slow.value.text.say("en")
    assert "修改 shop/main.tf 后，检查该文件夹超过 1 秒，已终止" in slow.value.text.say("zh")
    worker.seconds = 30
    assert worker.ask(b"pid\n", "main.tf") != first
    with pytest.raises(IcplintError) as lost:
        worker.ask(b"leave\n", "main.tf")
    assert "ended by itself (7) after a change of main.tf" in lost.value.text.say("en")
    assert "（7）" in lost.value.text.say("zh")
    last = int(worker.ask(b"pid\n", "main.tf"))
    worker.end()
    with pytest.raises(IcplintError):
        worker.ask(b"pid\n", "main.tf")
    if sys.platform == "linux":
        assert not alive(last)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps all of these limits")
def test_one_bad_buffer_is_named_and_the_next_change_is_checked(site: Path) -> None:  # noqa: F811
    async def typing(session: Session) -> None:
        async def good() -> None:
            session.type("main.tf", RECORD)
            await session.until(lambda: "ICP101" in session.codes("main.tf"))

        async def bad(what: str, said: str) -> None:
            session.type("main.tf", f"{RECORD}# {what}\n")
            await session.until(lambda: said in "".join(d.message for d in session.seen("main.tf")))
            (found,) = session.seen("main.tf")
            assert (found.code, "after a change of main.tf" in found.message) == ("unreadable", True)

        session.open("main.tf")
        await good()
        await bad("exhaust", "needed more than 900 MiB of memory")
        await good()
        await bad("signal", "ended by itself (SIGSEGV)")
        await good()
        session.type("main.tf", f"{RECORD}# loop\n")
        await session.until((site / "pid").exists)
        await asyncio.sleep(0.4)  # longer than the server's patience with a check that a change has overtaken
        await good()
        assert session.codes("server.tf")
        (site / "pid").unlink()
        session.type("main.tf", f"{RECORD}# loop\n")
        await session.until((site / "pid").exists)

    edit(site, typing, command=[sys.executable, "-c", BAD, "lsp"], path=[HERE])
    pid = int((site / "pid").read_text(encoding="utf-8"))
    for _ in range(100):
        if not alive(pid):
            return
        time.sleep(0.02)
    pytest.fail("the worker outlives the server")


def test_only_a_check_that_a_change_has_overtaken_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_end, hurried = threading.Event(), threading.Event(), []

    class Slow:
        def ask(self, _question: bytes, _file: str) -> bytes:
            begun.set()
            may_end.wait(20)
            return b"{}\n"

        def hurry(self, seconds: float) -> None:
            hurried.append(seconds)

    async def typing() -> None:
        server, one, other = WorkspaceChecker(Slow(), lambda _asked, _locale: "en"), Folder(), Folder()
        checks = [asyncio.create_task(server.check(tmp_path / "one", one))]
        await asyncio.to_thread(begun.wait, 20)
        checks.append(asyncio.create_task(server.check(tmp_path / "other", other)))
        await asyncio.sleep(0.05)
        assert hurried == [], "another folder's change is no reason"
        one.turn += 1
        checks.append(asyncio.create_task(server.check(tmp_path / "one", one)))
        await asyncio.sleep(0.05)
        assert hurried == [PATIENCE]
        may_end.set()
        await asyncio.gather(*checks)

    monkeypatch.setattr(WorkspaceChecker, "workspace", property(lambda _self: Workspace(tmp_path.as_uri())))
    asyncio.run(typing())


def test_where_there_is_no_limit_of_time_success_is_not_taken_for_it() -> None:
    code = (
        "import signal; del signal.SIGXCPU; from icplint.child_process import PROCESSOR_TIME as code; print(code == 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"False"


def question(file: Path) -> CheckRequest:
    paths = [str(file)]
    return CheckRequest(folder=str(file.parent), texts={}, uris={}, own=paths, language="en", related=True, encoding="utf-16")  # fmt: skip


def test_a_defect_does_not_look_like_a_clean_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(_folder: Path, _unsaved: object) -> Report:
        raise ZeroDivisionError("half a line")

    ((file, (diagnostic,)),) = answer_of(question(tmp_path / "main.tf"), broken).items()
    assert file == tmp_path / "main.tf"
    assert "half a line" in diagnostic.message
    assert "this is a defect of icplint" in diagnostic.message
    assert "half a line" in capsys.readouterr().err


def test_a_fault_of_the_settings_stands_at_each_open_file(tmp_path: Path) -> None:
    def refused(_folder: Path, _unsaved: object) -> Report:
        raise ConfigError(plain("no such setting"))

    ((file, (diagnostic,)),) = answer_of(question(tmp_path / "main.tf"), refused).items()
    assert (file, diagnostic.message) == (tmp_path / "main.tf", "no such setting")
