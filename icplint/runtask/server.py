"""The HTTP server that HCP Terraform calls: it takes a request in a moment, and works on it afterwards."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from icplint import __version__
from icplint.runtask.job import Jobs
from icplint.runtask.request import SIGNATURE, MalformedError, Task, signed, task_of

MOST_BODY: Final = 1 << 20
SECONDS: Final = 10
"""How long a caller may take to say what it wants."""
QUEUE: Final = 16
"""Requests that may wait for each one that is worked on; more are refused, and HCP Terraform sends them again."""


class Server(ThreadingHTTPServer):
    """Takes requests until it is told to stop, then finishes those that it took."""

    daemon_threads = False
    request_queue_size = 128

    def __init__(
        self, address: tuple[str, int], jobs: Jobs, key: bytes, *, concurrency: int, log: Callable[[str], None]
    ) -> None:
        self.jobs = jobs
        self.key = key
        self.log = log
        self._most = concurrency * (1 + QUEUE)
        self._workers = ThreadPoolExecutor(max_workers=concurrency, thread_name_prefix="run-task")
        self._taken: set[str] = set()
        self._lock = threading.Lock()
        super().__init__(address, _Handler)

    @property
    def working(self) -> int:
        """How many requests are taken and not yet answered."""
        with self._lock:
            return len(self._taken)

    def take(self, task: Task) -> bool:
        """Begin to work on a request; one that is sent a second time is worked on once. False: there are too many."""
        with self._lock:
            if task.id in self._taken:
                return True
            if len(self._taken) >= self._most:
                return False
            self._taken.add(task.id)
        self._workers.submit(self._work, task, time.monotonic())
        return True

    def _work(self, task: Task, began: float) -> None:
        try:
            self.jobs.do(task, began)
        finally:
            with self._lock:
                self._taken.discard(task.id)

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then finish what was taken; a second signal ends it at once."""

        def stop(number: int, _frame: Any) -> None:
            signal.signal(number, signal.SIG_DFL)
            threading.Thread(target=self.shutdown).start()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        self.serve_forever(poll_interval=0.1)
        self.server_close()
        self._workers.shutdown(wait=True)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as socketserver calls it
        """A caller that goes away in the middle costs its own request, and a line."""
        self.log(f"{client_address[0]} {type(sys.exception()).__name__}")


class _Handler(BaseHTTPRequestHandler):
    """One request; every answer is a JSON object, and none repeats what was sent."""

    server: Server
    timeout = SECONDS
    server_version = f"icplint/{__version__}"
    sys_version = ""

    def do_GET(self) -> None:
        if self._path() == "/health":
            self._answer(200, {"status": "ok", "working": self.server.working})
        else:
            self._answer(404, {"error": "there is GET /health, and POST for run tasks"})

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            self._answer(411, {"error": "Content-Length is needed"})
            return
        if len(length) > 12 or int(length) > MOST_BODY:
            self._answer(413, {"error": f"a request has {MOST_BODY} bytes at most"})
            return
        body = self.rfile.read(int(length))
        if not signed(body, self.server.key, self.headers.get(SIGNATURE, "")):
            self._answer(401, {"error": f"{SIGNATURE} is not the signature of this body"})
            return
        try:
            task = task_of(body)
        except MalformedError as error:
            self._answer(400, {"error": str(error)})
            return
        self._take(task)

    def _take(self, task: Task) -> None:
        if task.verification:
            self._answer(200, {"status": "ok"})
        elif not all(self.server.jobs.client.allows(url) for url in filter(None, (task.callback, task.source))):
            self._answer(400, {"error": "a URL of this request is not at a host of this server (--host)"})
        elif self.server.take(task):
            self._answer(200, {"status": "taken"})
        else:
            self._answer(503, {"error": "too many requests are waiting"}, {"Retry-After": "30"})

    def _path(self) -> str:
        return self.path.partition("?")[0]

    def _answer(self, status: int, document: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        body = json.dumps(document).encode()
        self.send_response(status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **(headers or {}),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002 - as http.server calls it
        """A line for each answer: who, what, how; neither queries nor headers, where secrets may be."""
        path = "".join(c for c in self._path() if c.isprintable())[:100]
        self.server.log(f"{self.address_string()} {self.command} {path} {int(code) if code != '-' else '-'}")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server uses
        """Nothing of what a caller sends gets into the log by itself."""
