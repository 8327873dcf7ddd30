"""Alibaba Cloud's RPC APIs on loopback: signatures are verified, lists paged, and it misbehaves as it is told.

Sources: the RPC signature page (HMAC-SHA1, version 1.0) and each product's API pages for names and shapes.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from http.server import ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qsl, quote, urlsplit
from xml.sax.saxutils import escape

import oss_signature
from rules import refused
from tunnel import Authority, Tunnel

from icplint.alibaba.listing import REGIONS
from icplint.live.listing import Listing
from icplint.registry import registry

KEYS: Final = {"LTAI-main": "main-secret", "STS.role": "role-secret"}
TOKENS: Final = {"STS.role": "role-token"}

SHARED: Final = {"DescribeInstances": "2014-05-26", "DescribeRegions": "2014-05-26", "DescribeDomains": "2015-01-09"}
"""Actions that several products have, and the version of the one that is meant; another's go with their version."""
PATHS: Final = {"/2023-03-30/custom-domains": "ListCustomDomains"}

Parameters = Mapping[str, str]
Handler = Callable[[Parameters], dict[str, Any]]
Scan = Callable[..., Any]


class Refusal(Exception):  # noqa: N818 - the service calls it so
    """What the service says instead of an answer."""

    def __init__(
        self, code: str, message: str = "no", status: int = 400, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.message, self.status, self.headers = code, message, status, headers or {}


@dataclass
class Cloud:
    """Handlers by action, and misbehaviours by action that each happen once, in their order."""

    handlers: dict[str, Handler] = field(default_factory=dict)
    trouble: dict[str, list[Callable[[Parameters], None]]] = field(default_factory=dict)
    calls: Counter[str] = field(default_factory=Counter)
    log: list[dict[str, str]] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)
    quiet: bool = False
    """Whether what nobody wrote a handler for is empty, as in an account that holds nothing of a product."""
    raw: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, parameters: Parameters) -> dict[str, Any]:
        action, version = parameters["Action"], parameters.get("Version", "")
        if SHARED.get(action, version) != version or f"{action} {version}" in self.handlers:
            action = f"{action} {version}"
        with self.lock:
            self.calls[action] += 1
            self.log.append(dict(parameters))
            waiting = self.trouble.get(action, [])
            trouble = waiting.pop(0) if waiting else None
        if trouble:
            trouble(parameters)
        if action not in self.handlers and self.quiet:
            return empty(parameters["Action"], version)
        if action not in self.handlers:
            raise Refusal("InvalidAction.NotFound", f"Specified api is not found: {action}", 404)
        return self.handlers[action](parameters)

    def list(self, action: str, path: str, items: Callable[[Parameters], list[Any]]) -> None:
        """Serve a list under a dotted path, by page number or by token as the caller asks."""

        def handler(parameters: Parameters) -> dict[str, Any]:
            found = items(parameters)
            if "MaxResults" in parameters:
                start, size = int(parameters.get("NextToken") or 0), int(parameters["MaxResults"])
                more = {"NextToken": str(start + size) if start + size < len(found) else ""}
            else:
                size = int(parameters.get("PageSize", 10))
                number = int(parameters.get("PageNumber", 1))
                start, more = (number - 1) * size, {"PageNumber": number, "PageSize": size, "TotalCount": len(found)}
            body: Any = found[start : start + size]
            for step in reversed(path.split(".")):
                body = {step: body}
            return {**body, **more}

        self.handlers[action] = handler


def empty(action: str, version: str) -> dict[str, Any]:
    """Return the reply of a list that holds nothing; of regions, that there is one."""
    row = _listings().get((action, version))
    if row is None or not row.lies_at.endswith("[]"):
        return {}
    body: Any = [{"RegionId": "cn-hangzhou"}] if row.some else []
    for step in reversed(row.lies_at.removesuffix("[]").split(".")):
        body = {step: body}
    return {**body, "TotalCount": 1 if row.some else 0}


@cache
def _listings() -> dict[tuple[str, str], Listing]:
    """The lists that a scan asks for, by action and version; the first where one is asked for in several ways."""
    return {(one.action, one.version): one for one in (*reversed(registry().listings), REGIONS)}


def throttle(hint: int | None = None) -> Callable[[Parameters], None]:
    """Refuse for the flow of calls, with the milliseconds to wait if given."""

    def trouble(_parameters: Parameters) -> None:
        headers = {"x-acs-retry-after": str(hint)} if hint is not None else {}
        raise Refusal("Throttling.User", "Request was denied due to user flow control.", headers=headers)

    return trouble


def forbid(_parameters: Parameters) -> None:
    """Refuse for want of a permission."""
    raise Refusal("Forbidden.RAM", "User not authorized to operate on the specified resource.", 403)


def hang(seconds: float) -> Callable[[Parameters], None]:
    """Answer late."""
    return lambda _parameters: time.sleep(seconds)


def _encoded(text: str) -> str:
    return quote(text, safe="~")


def signature(method: str, parameters: Parameters, secret: str) -> str:
    """Return what a request has to be signed with."""
    pairs = sorted((k, v) for k, v in parameters.items() if k != "Signature")
    canonical = "&".join(f"{_encoded(k)}={_encoded(v)}" for k, v in pairs)
    text = f"{method}&%2F&{_encoded(canonical)}"
    return base64.b64encode(hmac.new(f"{secret}&".encode(), text.encode(), hashlib.sha1).digest()).decode()


def xml(name: str, value: Any) -> str:
    """Return what a service answers unless it is asked for JSON: an element for each item of a list."""
    match value:
        case dict():
            inner = "".join(xml(key, item) for key, item in value.items())
            return f"<{name}>{inner}</{name}>"
        case list():
            return "".join(xml(name, item) for item in value)
        case _:
            return f"<{name}>{escape(str(value))}</{name}>"


class _Requests(Tunnel):
    cloud: Cloud

    def do_POST(self) -> None:  # noqa: N802 - http.server calls it so
        length = int(self.headers.get("Content-Length") or 0)
        form = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
        query = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        parameters = {**query, **form}
        if self.headers.get("Authorization", "").startswith("OSS4-"):
            self._stored(query)
            return
        try:
            body, status, headers = self._answer(parameters, query), 200, {}
        except Refusal as refusal:
            body = {"Code": refusal.code, "Message": refusal.message}
            status, headers = refusal.status, dict(refusal.headers)
        body = {"RequestId": f"R-{parameters.get('SignatureNonce', '')[:8]}", **body}
        in_json = parameters.get("Format", "XML").upper() == "JSON" or "Authorization" in self.headers
        content = (json.dumps(body) if in_json else xml(f"{parameters.get('Action')}Response", body)).encode()
        if parameters.get("Action") in self.cloud.cut:
            content = content[: len(content) // 2]
        content = self.cloud.raw.get(parameters.get("Action", ""), "").encode() or content
        self.send_response(status)
        for name, value in {**headers, "Content-Type": "application/json", "Content-Length": len(content)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(content)

    def _answer(self, parameters: Parameters, query: Parameters) -> dict[str, Any]:
        if self.headers.get("Authorization"):
            parameters = {**parameters, **self._verify_path(query)}
        else:
            self._verify(parameters)
        if wrong := refused(parameters, self.command, self.host):
            raise Refusal(*wrong)
        return self.cloud.answer(parameters)

    def _stored(self, query: Parameters) -> None:
        """Object Storage Service: XML, and the bucket in the path. Source: ListBuckets, ListCname."""
        bucket = urlsplit(self.path).path.strip("/")
        action = "ListBuckets" if not bucket else "ListCname" if "cname" in query else "GetBucketTransferAcceleration"
        try:
            asked = {"Action": action, "AccessKeyId": self._key(), "bucket": bucket, **query}
            body, status = self.cloud.answer(asked)["xml"], 200
        except KeyError:
            body, status = "<ListAllMyBucketsResult><Owner/><Buckets/></ListAllMyBucketsResult>", 200
            if action == "GetBucketTransferAcceleration":
                body, status = "<Error><Code>NoSuchTransferAccelerationConfiguration</Code></Error>", 404
        except Refusal as refusal:
            body = f"<Error><Code>{refusal.code}</Code><Message>{refusal.message}</Message></Error>"
            status = refusal.status
        content = f'<?xml version="1.0" encoding="UTF-8"?>{body}'.encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/xml", "Content-Length": len(content)}.items():
            self.send_header(name, str(value))
        self.send_header("x-oss-request-id", "R-OSS")
        self.end_headers()
        self.wfile.write(content)

    def _key(self) -> str:
        found = oss_signature.SCOPE.search(self.headers["Authorization"])
        if not found or found["key"] not in KEYS:
            raise Refusal("InvalidAccessKeyId", "The OSS Access Key Id you provided does not exist.", 403)
        key = found["key"]
        if self.headers.get("x-oss-security-token") != TOKENS.get(key):
            raise Refusal("InvalidSecurityToken", "The security token you provided is invalid.", 403)
        wanted = oss_signature.signature(self.command, self.path, self.headers, KEYS[key])
        if f"Signature={wanted}" not in self.headers["Authorization"]:
            raise Refusal("SignatureDoesNotMatch", "The request signature does not match.", 403)
        return key

    do_GET = do_POST  # noqa: N815 - http.server calls it so

    def _verify_path(self, query: Parameters) -> dict[str, str]:
        """Verify a request with a path for its action (ROA), and return what it asks. Source: the ROA signature page."""
        scheme, _, pair = self.headers["Authorization"].partition(" ")
        key, _, given = pair.partition(":")
        own = sorted((k.lower(), v) for k, v in self.headers.items() if k.lower().startswith("x-acs-"))
        lines = [self.headers.get(name, "") for name in ("Accept", "Content-MD5", "Content-Type", "Date")]
        asked = "&".join(f"{k}={v}" if v else k for k, v in sorted(query.items()))
        path = urlsplit(self.path).path + (f"?{asked}" if asked else "")
        text = "\n".join([self.command, *lines, *(f"{k}:{v}" for k, v in own), path])
        wanted = base64.b64encode(hmac.new(KEYS.get(key, "").encode(), text.encode(), hashlib.sha1).digest()).decode()
        if scheme != "acs" or key not in KEYS or given != wanted:
            raise Refusal("SignatureDoesNotMatch", "Specified signature is not matched with our calculation.")
        version = dict(own)["x-acs-version"]
        return {"Action": PATHS[urlsplit(self.path).path], "Version": version, "AccessKeyId": key}

    def _verify(self, parameters: Parameters) -> None:
        key = parameters.get("AccessKeyId", "")
        if key not in KEYS:
            raise Refusal("InvalidAccessKeyId.NotFound", "Specified access key is not found.", 404)
        if parameters.get("SecurityToken") != TOKENS.get(key):
            raise Refusal("InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.")
        wanted = signature(self.command, parameters, KEYS[key])
        if parameters.get("Signature") != wanted:
            raise Refusal("SignatureDoesNotMatch", "Specified signature is not matched with our calculation.")


class _Listener(ThreadingHTTPServer):
    request_queue_size = 128  # of more callers at once than wait in line, some would come back after a second

    def handle_error(self, *_request: Any) -> None:
        """Print nothing of a caller that has gone away: another test would find it on its stderr."""


class Server:
    """Serves a cloud on a port of loopback until it is closed; with an authority, as a proxy to the hosts as well."""

    def __init__(self, cloud: Cloud, context: ssl.SSLContext | None = None, authority: Authority | None = None) -> None:
        handler = type("Requests", (_Requests,), {"cloud": cloud, "authority": authority})
        self._server = _Listener(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        if context:
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()
        self.url = f"http{'s' if context else ''}://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def unread(run: Any) -> dict[str, str]:
    """Return what a report in JSON says was not read, and why; but for what the user left out."""
    assert run.out, run.err
    parts = json.loads(run.out)["unread"]
    return {part["what"]: part["why"] for part in parts if not part["why"].startswith("was not asked")}
