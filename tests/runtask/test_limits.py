"""What bounds a run task: time, size, how many at once. Asked of the parts, where a whole server would take minutes."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest
from hcp import TOKEN, Hcp, Reply

from icplint.child_process import MOST_MEMORY, MOST_WRITTEN, Limits
from icplint.model.text import plain
from icplint.runtask import server as room
from icplint.runtask.child import Order
from icplint.runtask.client import CallError, HcpClient
from icplint.runtask.evaluation import Evaluation
from icplint.runtask.request import Task, signed
from icplint.runtask.server import QUEUE, RunTaskServer
from icplint.runtask.verdict import LONGEST, MOST_OUTCOMES, CheckResult, verdict_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def hcp() -> Iterator[Hcp]:
    found = Hcp()
    yield found
    found.close()


@pytest.fixture
def client(hcp: Hcp) -> HcpClient:
    return HcpClient(hosts=frozenset({f"127.0.0.1:{hcp.port}"}), allow_http=True)


def fetched(client: HcpClient, url: str, into: Path, *, most: int = 1 << 20, seconds: float = 5) -> None:
    client.fetch(url, TOKEN, into, what=plain("it"), most=most, deadline=time.monotonic() + seconds)


def test_a_plan_that_is_too_large_is_left_at_the_limit(hcp: Hcp, client: HcpClient, tmp_path: Path) -> None:
    hcp.replies["/big"] = [Reply(body=b"x" * 3_000_000)]
    with pytest.raises(CallError, match="larger than 1 MiB"):
        fetched(client, f"{hcp.url}/big", tmp_path / "big")
    assert (tmp_path / "big").stat().st_size <= 1 << 20


def test_a_plan_that_does_not_come_is_given_up_in_time(hcp: Hcp, client: HcpClient, tmp_path: Path) -> None:
    hcp.replies["/slow"] = [Reply(after=0.6)]
    hcp.replies["/down"] = [Reply(503, headers={"Retry-After": "3600"})]
    for path in ("/slow", "/down"):
        began = time.monotonic()
        with pytest.raises(CallError):
            fetched(client, hcp.url + path, tmp_path / "plan", seconds=0.3)
        assert time.monotonic() - began < 1


def test_no_tls_no_other_host_no_other_port() -> None:
    client = HcpClient(hosts=frozenset({"app.terraform.io", "tfe.example.com:8443"}))
    assert client.allows("https://app.terraform.io/api/v2/plans/plan-1/json-output")
    assert client.allows("https://tfe.example.com:8443/x")
    for url in ("http://app.terraform.io/", "https://tfe.example.com/", "https://app.terraform.io.example.com/", "https://app.terraform.io@example.com/",
                "file:///etc/passwd", "https://example.com/#app.terraform.io", "ftp://app.terraform.io/", "https://app.terraform.io:x/", ""):  # fmt: skip
        assert not client.allows(url), url


def test_a_check_that_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    found = Evaluation()(ROOT, 0.05, plan=ROOT / "examples", archive=None)
    assert time.monotonic() - began < 2
    verdict = verdict_of(found, "en", strict=False, seconds=0.05)
    assert (verdict.status, "took longer" in verdict.message) == ("failed", True)


def test_a_check_sees_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ICPLINT_RUN_TASK_KEY", "key")
    monkeypatch.setenv("TF_VAR_name", "www.example.cn")
    source = 'variable "name" {\n  default = "www.example.com"\n}\nresource "alicloud_cdn_domain_new" "x" {\n  domain_name = var.name\n}\n'
    (tmp_path / "main.tf").write_text(source, encoding="utf-8")
    report = Evaluation(options=("--isolated",))(tmp_path, 20, plan=tmp_path / "main.tf", archive=None).report
    assert report
    assert {finding["subject"]["key"] for finding in report["findings"]} == {"www.example.com"}


@pytest.mark.parametrize(("more", "said"), [(5, "5 more findings are"), (1, "1 more finding is")])
def test_a_report_that_is_too_long_is_cut_and_says_so(more: int, said: str) -> None:
    place = {"file": "main.tf", "line": 1, "column": 1}
    errors = [{"message": f"error {n} " + "x" * 2000, "origin": place} for n in range(MOST_OUTCOMES + more)]
    summary = {"violation": 0, "cannot-tell": 0, "compliant": 0, "suppressed": 0}
    report = {"summary": summary, "findings": [], "errors": errors, "unread": []}
    document = verdict_of(CheckResult(code=2, report=report), "en", strict=False, seconds=1).document(detailed=True)
    data = document["data"]
    assert data["attributes"]["status"] == "failed"
    assert len(data["attributes"]["message"]) <= LONGEST
    outcomes = data["relationships"]["outcomes"]["data"]
    assert len(outcomes) == MOST_OUTCOMES + 1
    assert outcomes[-1]["attributes"]["description"] == f"{said} not listed here"


def test_a_check_that_dies_is_no_pass() -> None:
    for found in (
        CheckResult(code=1, report=None, said="Killed"),
        CheckResult(code=-9, report=None),
        CheckResult(code=0, report=None),
    ):
        assert verdict_of(found, "en", strict=False, seconds=1).status == "failed"


def test_more_requests_than_it_can_bear_are_refused() -> None:
    """Whoever goes away in the middle, or says nothing, costs nobody else an answer."""
    go_on = threading.Event()
    done: list[str] = []

    class Jobs:
        def do(self, task: Task, _began: float) -> None:
            go_on.wait(10)
            done.append(task.id)

    lines: list[str] = []
    jobs: Any = Jobs()
    server = RunTaskServer(("127.0.0.1", 0), jobs, b"key", concurrency=1, log=lines.append)
    with socket.create_connection(server.server_address[:2]) as silent:  # fmt: skip
        silent.sendall(b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab")
    server.handle_request()
    taken = [server.take(task(str(n))) for n in range(QUEUE + 3)]
    assert taken == [True] * (QUEUE + 1) + [False] * 2
    assert server.take(task("0")), "it is worked on already"
    go_on.set()
    server.server_close()
    server._workers.shutdown(wait=True)  # noqa: SLF001 - without signals, which only a main thread takes
    assert done == [str(n) for n in range(QUEUE + 1)]
    assert server.working == 0


@pytest.fixture
def listening(monkeypatch: pytest.MonkeyPatch) -> Iterator[RunTaskServer]:
    """A server with eight places for callers, and half a second for each."""
    monkeypatch.setattr(room, "CONNECTIONS", 8)
    monkeypatch.setattr(room, "SECONDS", 0.5)
    jobs: Any = None
    server = RunTaskServer(("127.0.0.1", 0), jobs, b"key", concurrency=1, log=lambda _line: None)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_idle_callers_take_nobody_elses_place(listening: RunTaskServer) -> None:
    others = threading.active_count()
    with ExitStack() as open_:
        callers = [
            open_.enter_context(socket.create_connection(listening.server_address[:2], timeout=10)) for _ in range(100)
        ]
        threads = threading.active_count() - others
        one = open_.enter_context(socket.create_connection(listening.server_address[:2], timeout=10))
        one.sendall(b"GET /health HTTP/1.1\r\n\r\n")
        assert b"200" in one.recv(1000)
        assert threads < 20
        assert all(caller.recv(1) == b"" for caller in callers), "each is let go in time"


@pytest.mark.parametrize("first", [b"", b"POST / HTTP/1.1\r\nContent-Length: 1000\r\n\r\n"], ids=["header", "body"])
def test_a_caller_that_drips_is_let_go(listening: RunTaskServer, first: bytes) -> None:
    with socket.create_connection(listening.server_address[:2], timeout=5) as one:
        one.sendall(first)
        began = time.monotonic()
        with suppress(ConnectionResetError, BrokenPipeError):
            while time.monotonic() - began < 5:
                one.sendall(b"x")
                time.sleep(0.05)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"], ids=["header", "body"])
def test_a_reply_that_drips_is_given_up_in_time(tmp_path: Path, start: bytes) -> None:
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def drip() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(start)
                while not done.wait(0.05):
                    connection.sendall(b"x")

        threading.Thread(target=drip, daemon=True).start()
        port = listener.getsockname()[1]
        client = HcpClient(hosts=frozenset({f"127.0.0.1:{port}"}), allow_http=True)
        began = time.monotonic()
        with pytest.raises(CallError, match="no answer in time"):
            fetched(client, f"http://127.0.0.1:{port}/", tmp_path / "plan", seconds=0.4)
        assert time.monotonic() - began < 1.5
        done.set()


def ordered(code: str) -> list[str]:
    limits = Limits(parent=os.getpid(), seconds=7).written()
    order = Order(plan="x", archive=None, within="", limits=limits, language="en")
    return [sys.executable, "-m", "icplint.runtask.child", order.written(), sys.executable, "-c", code]


@pytest.mark.skipif(os.name != "posix", reason="there are no such limits here")
def test_a_check_has_limits_that_stay_with_it() -> None:
    code = "import resource as r; print([r.getrlimit(getattr(r, f'RLIMIT_{n}'))[0] for n in ('AS', 'CPU', 'FSIZE', 'CORE')])"
    said = subprocess.run(ordered(code), capture_output=True, check=True).stdout
    assert json.loads(said)[1:] == [7, MOST_WRITTEN, 0]
    if sys.platform == "linux":
        assert json.loads(said)[0] == MOST_MEMORY


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
def test_a_check_ends_with_its_server(tmp_path: Path) -> None:
    sleep = "import os, time; open('pid', 'w').write(str(os.getpid())); os.rename('pid', 'there'); time.sleep(60)"
    parent = (
        "import sys, subprocess, os; from icplint.runtask.child import Order; from icplint.child_process import Limits\n"
        "limits = Limits(parent=os.getpid(), seconds=60).written()\n"
        "order = Order(plan='x', archive=None, within='', limits=limits, language='en').written()\n"
        "subprocess.run([sys.executable, '-m', 'icplint.runtask.child', order, sys.executable, '-c', sys.argv[1]])\n"
    )
    with subprocess.Popen([sys.executable, "-c", parent, sleep], cwd=tmp_path) as server:
        for _ in range(600):
            if (tmp_path / "there").exists():
                break
            time.sleep(0.05)
        pid = int((tmp_path / "there").read_text(encoding="utf-8"))
        server.kill()
    for _ in range(100):
        if not Path(f"/proc/{pid}").exists() or "Z" in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2][:3]:
            return
        time.sleep(0.05)
    os.kill(pid, 9)
    pytest.fail("it lives on")


def task(name: str) -> Task:
    return Task(id=name, stage="post_plan", token="t", callback="", plan=None, configuration=None, working_directory="", outcomes=False, run="", workspace="")  # fmt: skip # noqa: S106


def test_a_signature_is_that_of_openssl() -> None:
    """`echo -n '{}' | openssl dgst -sha512 -hmac key`, as HashiCorp documents it."""
    from shutil import which
    from subprocess import run

    if which("openssl") is None:
        pytest.skip("openssl is not on PATH")
    said = run(["openssl", "dgst", "-sha512", "-hmac", "key"], input=b"{}", capture_output=True, check=True).stdout
    signature = said.decode().split()[-1]
    assert signed(b"{}", b"key", signature)
    assert not signed(b"{} ", b"key", signature)
    assert os.linesep not in signature
