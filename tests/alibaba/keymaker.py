"""What gives keys on loopback: STS, a credentials URI, and the metadata service of an instance (version 2).

Sources: the pages of AssumeRole and AssumeRoleWithOIDC, of the credentials URI, and of the instance's metadata.
"""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from cloud import KEYS, TOKENS, signature

ROLE: Final = "/latest/meta-data/ram/security-credentials/"
FACTS: Final = {"AccessKeyId": "STS.role", "AccessKeySecret": KEYS["STS.role"], "SecurityToken": TOKENS["STS.role"]}
GIVEN: Final = {**FACTS, "Expiration": "2099-01-01T00:00:00Z"}
OIDC: Final = "the-token-of-a-pod"


class _Handler(BaseHTTPRequestHandler):
    maker: Keymaker

    def log_message(self, *_arguments: Any) -> None:
        pass

    def do_GET(self) -> None:
        query = dict(parse_qsl(urlsplit(self.path).query))
        path = urlsplit(self.path).path
        self.maker.asked.append(query.get("Action") or path)
        if self.maker.broken:
            self._say({"Code": "Broken", "Message": self.maker.broken}, 400)
        elif path.startswith(ROLE):
            good = self.headers.get("X-aliyun-ecs-metadata-token") == "of-the-instance"
            self._say("web" if path == ROLE else {"Code": "Success", **GIVEN}, 200 if good else 403)
        elif path == "/keys":
            self._say({"Code": "Success", **GIVEN})
        elif query.get("Action") == "AssumeRoleWithOIDC":
            self._give(query["OIDCToken"] == OIDC)
        else:
            good = query["Signature"] == signature("GET", query, KEYS.get(query["AccessKeyId"], ""))
            self._give(good)

    def _give(self, good: bool) -> None:
        refusal = {"Code": "AuthenticationFail", "Message": "not who is trusted", "RequestId": "R-1"}
        self._say({"Credentials": GIVEN} if good else refusal, 200 if good else 400)

    def do_PUT(self) -> None:
        self.maker.asked.append(self.path)
        self._say("of-the-instance", 200 if self.headers.get("X-aliyun-ecs-metadata-token-ttl-seconds") else 400)

    def _say(self, what: Any, status: int = 200) -> None:
        body = (what if isinstance(what, str) else json.dumps(what)).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Keymaker:
    """Gives keys until it is closed; `broken` is what it says instead."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.broken = ""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"maker": self}))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.port = self._server.server_address[1]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
