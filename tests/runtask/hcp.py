"""HCP Terraform on loopback: it holds plans and configurations, sends run tasks as documented, and keeps what comes back."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "4QEuyyxug1f2rw.atlasv1.a-token-that-no-log-may-show"  # noqa: S105 - of a server on loopback


@dataclass(frozen=True, slots=True)
class Reply:
    """What a path answers once; `after` seconds."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came in."""

    method: str
    path: str
    host: str
    headers: dict[str, str]
    body: bytes
    at: float

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Hcp:
    """Answers each path by its replies in turn, the last one for ever; a callback without replies is taken."""

    def __init__(self) -> None:
        self.replies: dict[str, list[Reply]] = {}
        self.asked: list[Asked] = []
        self._lock = threading.Lock()
        self._turns: dict[str, int] = defaultdict(int)
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.answer(self)

            do_PATCH = do_GET  # noqa: N815 - as http.server looks for it

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self._server.serve_forever, args=(0.02,)).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        host = handler.headers["Host"].partition(":")[0]
        headers = {name.lower(): value for name, value in handler.headers.items()}
        with self._lock:
            self.asked.append(Asked(handler.command, handler.path, host, headers, body, time.monotonic()))
            replies = self.replies.get(handler.path, [Reply(200 if handler.command == "PATCH" else 404)])
            reply = replies[min(self._turns[handler.path], len(replies) - 1)]
            self._turns[handler.path] += 1
        time.sleep(reply.after)
        handler.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(reply.body)

    def request(self, name: str, stage: str = "post_plan", **more: Any) -> dict[str, Any]:
        """Return the documented sample payload, about the task `name` of this server."""
        return {
            "payload_version": 1,
            "access_token": TOKEN,
            "capabilities": {"outcomes": True},
            "stage": stage,
            "is_speculative": False,
            "task_result_id": f"taskrs-{name}",
            "task_result_enforcement_level": "mandatory",
            "task_result_callback_url": f"{self.url}/api/v2/task-results/{name}/callback",
            "run_app_url": f"{self.url}/app/hashicorp/my-workspace/runs/run-i3Df5to9ELvibKpQ",
            "run_id": "run-i3Df5to9ELvibKpQ",
            "run_message": "Triggered via UI",
            "run_created_at": "2021-09-02T14:47:13.036Z",
            "run_created_by": "username",
            "workspace_id": "ws-ck4G5bb1Yei5szRh",
            "workspace_name": "tfr_github_0",
            "workspace_app_url": f"{self.url}/app/hashicorp/my-workspace",
            "organization_name": "hashicorp",
            "vcs_repo_url": "https://github.com/hashicorp/terraform-random",
            "vcs_branch": "main",
            "vcs_pull_request_url": None,
            "vcs_commit_url": None,
            **self._source(name, stage),
            **more,
        }

    def _source(self, name: str, stage: str) -> dict[str, str]:
        plan = {} if stage == "pre_plan" else {"plan_json_api_url": f"{self.url}/api/v2/plans/{name}/json-output"}
        return {
            **plan,
            "configuration_version_id": "cv-ntv3HbhJqvFzamy7",
            "configuration_version_download_url": f"{self.url}/api/v2/configuration-versions/{name}/download",
            "workspace_working_directory": "",
        }

    def holds_plan(self, name: str, *replies: Reply) -> None:
        self.replies[f"/api/v2/plans/{name}/json-output"] = list(replies)

    def holds_configuration(self, name: str, archive: bytes) -> None:
        self.replies[f"/api/v2/configuration-versions/{name}/download"] = [Reply(body=archive)]

    def takes_callback(self, name: str, *replies: Reply) -> None:
        self.replies[f"/api/v2/task-results/{name}/callback"] = list(replies)

    def told(self, name: str) -> list[Asked]:
        """Return what came back about a task so far."""
        return [a for a in list(self.asked) if a.path == f"/api/v2/task-results/{name}/callback"]

    def verdict(self, name: str, seconds: float = 20) -> dict[str, Any]:
        """Wait for the last word about a task, and return its `data`."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for asked in self.told(name):
                data: dict[str, Any] = asked.json["data"]
                if data["attributes"]["status"] != "running":
                    return data
            time.sleep(0.02)
        raise AssertionError(f"no verdict about {name}: {[a.path for a in self.asked]}")


def send(
    port: int, payload: Any, key: str, *, signature: str | None = None, headers: dict[str, str] | None = None
) -> tuple[int, Any]:
    """Send a payload, or bytes as they are, as HCP Terraform does; return the status and the answer."""
    body = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
    signed = hmac.new(key.encode(), body, hashlib.sha512).hexdigest() if signature is None else signature
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    sent = {
        "Content-Type": "application/json",
        "User-Agent": "TFC/1.0 (+https://app.terraform.io; TFC)",
        "X-TFC-Task-Signature": signed,
        **(headers or {}),
    }
    connection.request("POST", "/", body, sent)
    with connection.getresponse() as answer:
        return answer.status, json.loads(answer.read())
