"""The HTTP server that HCP Terraform calls: it takes a request in a moment, and works on it afterwards."""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from icplint import __version__
from icplint.model.printable import printable
from icplint.model.text import Text
from icplint.runtask.job import Jobs
from icplint.runtask.request import SIGNATURE, MalformedError, Task, signed, task_of

MOST_BODY: Final = 1 << 20
SECONDS: Final = 10
"""How long a caller may take to say what it wants."""
GRACE: Final = 5.0
"""Seconds that the checks under way have once the server is to stop; then each is told to be run again."""
LAST_WORDS: Final = 5.0
"""Seconds for telling so."""
CONNECTIONS: Final = 64
"""How many callers are heard at once; a further one takes the place of who has been there longest."""
QUEUE: Final = 16
"""Requests that may wait for each one that is worked on; more are refused, and HCP Terraform sends them again."""

UNANSWERED: Final = Text(
    en="icplint stops, and {n} of the runs that it took have no answer",
    zh="icplint 停止，已接收的任务中有 {n} 个未作答复",
)

UNANSWERED_ONE: Final = Text(
    en="icplint stops, and one of the runs that it took has no answer",
    zh="icplint 停止，已接收的任务中有 1 个未作答复",
)


class RunTaskServer(ThreadingHTTPServer):
    """Takes requests until it is told to stop, then answers those that it took within seconds."""

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
        self._callers: dict[Any, float] = {}
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
        """Serve until SIGTERM or SIGINT, then answer what was taken within seconds; a second signal ends it at once."""

        def stop(number: int, _frame: Any) -> None:
            signal.signal(number, signal.SIG_DFL)
            threading.Thread(target=self.shutdown).start()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        self.serve_forever(poll_interval=0.1)
        self._hang_up(lambda _since: True)
        self.server_close()
        self._workers.shutdown(wait=False)
        if not self._idle_in(GRACE):
            self.jobs.stop()
            if not self._idle_in(LAST_WORDS):
                text = UNANSWERED_ONE if self.working == 1 else UNANSWERED
                self.log(text.using(n=self.working).say(self.jobs.language))
                os._exit(0)  # what still waits for the network would hold the process

    def _idle_in(self, seconds: float) -> bool:
        """Wait until nothing is worked on any more; return whether it came to that in time."""
        end = time.monotonic() + seconds
        while self.working and time.monotonic() < end:
            time.sleep(0.05)
        return not self.working

    def process_request(self, request: Any, client_address: Any) -> None:
        """Hear a caller; if too many are there, the first of them is let go."""
        with self._lock:
            crowded = len(self._callers) >= CONNECTIONS
            first = next(iter(self._callers.values()), 0.0)
            self._callers[request] = time.monotonic()
        if crowded:
            self._hang_up(lambda since: since <= first)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget a caller."""
        with self._lock:
            self._callers.pop(request, None)
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Let those go who take too long, whatever they send meanwhile."""
        late = time.monotonic() - SECONDS
        self._hang_up(lambda since: since < late)

    def _hang_up(self, on: Callable[[float], bool]) -> None:
        with self._lock:
            found = [request for request, since in self._callers.items() if on(since)]
            for request in found:
                self._callers.pop(request)
        for request in found:
            with suppress(OSError):  # it hung up itself
                request.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - as socketserver calls it
        """A caller that goes away in the middle costs its own request, and a line."""
        self.log(f"{client_address[0]} {type(sys.exception()).__name__}")


class _Handler(BaseHTTPRequestHandler):
    """One request; every answer is a JSON object, and none repeats what was sent."""

    server: RunTaskServer
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
        elif not all(map(self.server.jobs.client.allows, task.addresses)):
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
        path = printable(self._path()[:100])
        self.server.log(f"{self.address_string()} {self.command} {path} {int(code) if code != '-' else '-'}")

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name that http.server uses
        """Nothing of what a caller sends gets into the log by itself."""
