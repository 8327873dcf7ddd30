"""The way back to HCP Terraform, and to no other host: fetch what is to be checked, report how it went."""

from __future__ import annotations

import json
import math
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import field
from email.message import Message
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import IO, Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from icplint import __version__
from icplint.errors import IcplintError
from icplint.model.dataclass import dataclass
from icplint.model.limit import Limit
from icplint.model.text import Text, plain

HOSTS: Final = ("app.terraform.io", "archivist.terraform.io", "app.eu.terraform.io", "archivist.eu.terraform.io")
"""Where HCP Terraform answers, and where it keeps what its answers lead on to."""
TIMEOUT: Final = 30.0
"""Seconds without a byte after which a call is given up."""
_CHUNK: Final = 1 << 16
_TOO_MANY: Final = 429
_NOT_YET: Final = 204
_LONGEST_WAIT: Final = 20.0

NOT_ALLOWED: Final = Text(
    en="{host} is not among the hosts of this server (--host), or not reached by https",
    zh="{host} 不在本服务允许访问的主机之列（--host），或不是通过 https 访问",
)
REFUSED: Final = Text(en="{what} could not be fetched: {why}", zh="无法获取{what}：{why}")
NOT_REPORTED: Final = Text(en="the result could not be reported: {why}", zh="无法回传结果：{why}")
TOO_LARGE: Final = Text(en="it is larger than {most} MiB", zh="超过 {most} MiB")
TOO_LATE: Final = Text(en="there was no answer in time", zh="未在时限内得到应答")
EMPTY: Final = Text(en="HCP Terraform has none yet", zh="HCP Terraform 尚未生成")


class CallError(IcplintError):
    """A call that did not succeed, however often it was tried."""


class _AgainError(Exception):
    """A call that may succeed when it is made again; `wait` is what the server asks for, in seconds."""

    def __init__(self, why: Text, wait: float | None = None) -> None:
        super().__init__(why.say("en"))
        self.why = why
        self.wait = wait


@dataclass(frozen=True, slots=True, kw_only=True)
class HcpClient:
    """Calls `hosts` only, with https unless `allow_http`. `clock` and `sleep` are the time of the run."""

    hosts: frozenset[str]
    allow_http: bool = False
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    fetching: Limit = field(default_factory=lambda: Limit(math.inf))
    """What ends every fetch when it is stopped; what is reported still goes out."""

    def allows(self, url: str) -> bool:
        """Return whether a URL may be called."""
        try:
            parts = urlsplit(url)
            host, port, named = parts.hostname or "", parts.port, parts.username
        except ValueError:
            return False
        if parts.scheme not in (("https", "http") if self.allow_http else ("https",)) or named is not None:
            return False
        return host in self.hosts or f"{host}:{port}" in self.hosts

    def fetch(self, url: str, token: str, into: Path, *, what: Text, most: int, deadline: float) -> None:
        """Write what the URL holds to a file, `most` bytes at most; raises CallError."""

        def once() -> None:
            request = Request(url, headers={"Accept": "application/json, */*"})  # noqa: S310 - allows() saw the scheme
            with self._open(request, token, deadline) as answer, into.open("wb") as file:
                if answer.status == _NOT_YET:
                    raise _AgainError(EMPTY)
                self._copy(answer, file, most, deadline)

        self._tried(url, once, lambda why: REFUSED.using(what=what, why=why), deadline, self.fetching)

    def report(self, url: str, token: str, document: Mapping[str, Any], *, deadline: float) -> None:
        """Send a result to the callback; raises CallError."""
        body = json.dumps(document, ensure_ascii=False).encode()
        headers = {"Content-Type": "application/vnd.api+json"}

        def once() -> None:
            request = Request(url, data=body, headers=headers, method="PATCH")  # noqa: S310 - allows() saw the scheme
            with self._open(request, token, deadline) as answer:
                answer.read(_CHUNK)

        self._tried(url, once, lambda why: NOT_REPORTED.using(why=why), deadline, Limit(math.inf))

    def _tried(
        self, url: str, once: Callable[[], None], said: Callable[[Text], Text], deadline: float, limit: Limit
    ) -> None:
        if not self.allows(url):
            raise CallError(said(NOT_ALLOWED.using(host=_host(url))))
        attempt = 0
        while True:
            attempt += 1
            try:
                self._in_time(once, deadline, limit)
            except _AgainError as again:
                usual = min(_LONGEST_WAIT, 0.125 * 2**attempt) * (0.5 + random.random() / 2)  # noqa: S311 - no secret
                wait = usual if again.wait is None else min(again.wait, _LONGEST_WAIT)
                if self.clock() + wait >= deadline:
                    raise CallError(said(again.why)) from None
                self.sleep(wait)
            except CallError as error:
                raise CallError(said(error.text)) from None
            else:
                return

    def _in_time(self, once: Callable[[], None], deadline: float, limit: Limit) -> None:
        """Make a call that is left behind at the deadline: one that drips would be waited for, byte after byte."""
        try:
            limit.within(deadline - self.clock(), once)
        except TimeoutError:
            raise CallError(TOO_LATE) from None

    def _open(self, request: Request, token: str, deadline: float) -> Any:
        """Return the answer; raises _AgainError or CallError. The token never goes with a redirect to another host."""
        left = deadline - self.clock()
        if left <= 0:
            raise CallError(TOO_LATE)
        request.add_unredirected_header("Authorization", f"Bearer {token}")
        request.add_header("User-Agent", f"icplint/{__version__}")
        try:
            return self._opener().open(request, timeout=min(TIMEOUT, left))
        except HTTPError as error:
            why = plain(f"HTTP {error.code} {error.reason}")
            with error:
                if error.code == _TOO_MANY or error.code >= 500:
                    raise _AgainError(why, _seconds(error.headers.get("Retry-After"))) from None
            raise CallError(why) from None
        except URLError as error:
            raise _AgainError(plain(error.reason)) from None
        except (OSError, HTTPException) as error:
            raise _AgainError(plain(str(error) or type(error).__name__)) from None

    def _opener(self) -> OpenerDirector:
        return build_opener(_Redirects(self))

    def _copy(self, answer: HTTPResponse, file: IO[bytes], most: int, deadline: float) -> None:
        size = 0
        try:
            while chunk := answer.read1(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise CallError(TOO_LARGE.using(most=most >> 20))
                if self.clock() > deadline:
                    raise CallError(TOO_LATE)
                file.write(chunk)
        except (OSError, HTTPException) as error:
            raise _AgainError(plain(str(error) or type(error).__name__)) from None


class _Redirects(HTTPRedirectHandler):
    """Follows a redirect to a host that may be called; the token goes on only to the host that it was for."""

    max_redirections = 5

    def __init__(self, client: HcpClient) -> None:
        self.client = client

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        if not self.client.allows(newurl):
            raise CallError(NOT_ALLOWED.using(host=_host(newurl)))
        following = super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]
        if following is not None and urlsplit(newurl)[:2] == urlsplit(req.full_url)[:2]:
            following.add_unredirected_header("Authorization", req.unredirected_hdrs.get("Authorization", ""))
        return following


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc.rpartition("@")[2] or url[:100]
    except ValueError:
        return url[:100]


def _seconds(header: str | None) -> float | None:
    return float(header) if header and header.strip().isdigit() else None
