"""Signs and sends calls with the vendor's SDK; everything that may go wrong comes back as a failure."""

from __future__ import annotations

import json
import logging
import os
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote
from urllib.request import proxy_bypass

from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.http import protocol_type
from aliyunsdkcore.request import CommonRequest

from icplint.alibaba import buckets, endpoints, pace
from icplint.alibaba.call import Call, Failure, Reply
from icplint.alibaba.keys import Keys, KeysError
from icplint.alibaba.sources import bundle

TIMEOUT: Final = 10
"""Seconds for one call."""

RATES: Final[Mapping[str, float]] = {
    "alidns": 15.0,
    "apigateway": 10.0,
    "cdn": 15.0,
    "companyreg": 1.0,
    "dcdn": 15.0,
    "ddoscoo": 10.0,
    "esa": 20.0,
    "ga": 10.0,
    "live": 10.0,
    "slb": 20.0,
    "swas": 10.0,
    "vod": 10.0,
    "waf": 10.0,
}
"""Calls a second for one action, where a product allows less than most. Source: each product's API limits page."""

USUAL: Final = 30.0
OUT_OF_TIME: Final = "--timeout"
"""What a call is said to have failed for that there was no time left to make."""
_NOT_TAKEN: Final = ("InvalidAccessKey", "SignatureDoesNotMatch", "InvalidSecurityToken", "Forbidden.AccessKeyDisabled")
_LONGEST: Final = 300
"""Characters of a message; some services send whole pages."""
_HINT: Final = "x-acs-retry-after"


# The SDK logs what a service refuses, with the keys that it repeats; the credentials package tracebacks of its tries.
for _logger in ("aliyunsdkcore", "credentials"):
    logging.getLogger(_logger).disabled = True  # both set their level themselves


class _Client(AcsClient):  # type: ignore[misc]  # the SDK has no types
    def sent(self, request: CommonRequest) -> tuple[int, Mapping[str, str], bytes, Exception | None]:
        """Return status, headers, body and the service's refusal; raises ClientException without an answer."""
        answer: tuple[int, Mapping[str, str], bytes, Exception | None] = self._implementation_of_do_action(request)
        return answer


class Client:
    """Makes the calls of one account, each action at its own pace; safe to use from several threads.

    `keys` gives the keys of the moment; `deadline` is a moment of the clock after which nothing is asked again.
    """

    def __init__(
        self,
        keys: Callable[[], Keys],
        own_endpoints: Mapping[str, str],
        deadline: float = float("inf"),
        *,
        log: Callable[[str], None] = lambda _line: None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._keys = keys
        self._endpoints = own_endpoints
        self._deadline = deadline
        self._log = log
        self._clock = clock
        self._sleep = sleep
        self._buckets: dict[tuple[str, str], pace.Bucket] = {}
        self._lock = threading.Lock()
        self._local = threading.local()

    def __call__(self, call: Call, extra: Mapping[str, str] | None = None) -> Reply:
        """Return the reply, or the failure of the last attempt."""
        failure = Failure(code="", message=OUT_OF_TIME)
        hint: float | None = None
        for attempt in range(1, pace.ATTEMPTS + 1):
            wait = pace.delay(attempt, hint) if attempt > 1 else 0.0
            if self._clock() + wait > self._deadline:
                break
            self._sleep(wait)
            self._bucket(call).take()
            began = self._clock()
            body, failure, hint = self._once(call, extra or {})
            reply = Reply(call=call, body=body or {}, failure=failure if body is None else None)
            self._log(_line(reply, attempt, self._clock() - began))
            if body is not None or not pace.again(failure):
                return reply
        return Reply(call=call, failure=failure)

    def _once(self, call: Call, extra: Mapping[str, str]) -> tuple[dict[str, Any] | None, Failure, float | None]:
        try:
            keys = self._keys()
        except KeysError as error:
            return None, error.failure, None
        if call.product == buckets.PRODUCT:
            return self._stored(call, extra, keys)
        try:
            client, request = self._prepared(call, extra, keys)
            status, headers, body, refusal = client.sent(request)
            if isinstance(refusal, ServerException):
                return None, _refused(refusal, status, keys), _hint(headers)
            answer = json.loads(body)
        except ClientException as error:
            code = "" if self._endpoints or not endpoints.missing(call.product, call.region) else endpoints.MISSING
            return None, Failure(code=code, message=_shown(str(error.message), keys)), None
        except IndexError:  # the SDK takes apart what the service says of a wrong signature
            return None, Failure(code="SignatureDoesNotMatch", message="", keys=True), None
        except ValueError as error:
            return None, Failure(code="", message=f"{call.action}: {error}"), None
        if not isinstance(answer, dict):
            return None, Failure(code="", message=f"{call.action}: {type(answer).__name__}"), None
        if answer.get("Success") in (False, "false"):
            return None, _unsuccessful(answer, keys), _hint(headers)
        return answer, Failure(code="", message=""), None

    def _stored(
        self, call: Call, extra: Mapping[str, str], keys: Keys
    ) -> tuple[dict[str, Any] | None, Failure, float | None]:
        scheme, host = endpoints.endpoint(call.product, call.region, self._endpoints)
        parameters = {**dict(call.parameters), **extra}
        found = buckets.asked(keys, f"{scheme}://{host}", call, parameters, self._seconds())
        if not isinstance(found, Failure):
            return found, Failure(code="", message=""), None
        shown = _shown(found.message, keys)
        return None, replace(found, message=shown, keys=found.code.startswith(_NOT_TAKEN)), None

    def _seconds(self) -> float:
        """How long a call may take: less where the scan ends before."""
        return max(0.1, min(TIMEOUT, self._deadline - self._clock()))

    def _prepared(self, call: Call, extra: Mapping[str, str], keys: Keys) -> tuple[_Client, CommonRequest]:
        scheme, host = endpoints.endpoint(call.product, call.region, self._endpoints)
        request = CommonRequest(domain=host, version=call.version, action_name=call.action)
        request.set_accept_format("JSON")  # the SDK does so in a method that would hide the reply's headers
        request.set_method("GET" if call.product in endpoints.BY_GET else "POST")
        if call.path:
            request.set_uri_pattern(call.path)
        # The SDK compares with `is`: another "https" than its own would go out in plain HTTP.
        request.set_protocol_type(protocol_type.HTTPS if scheme == "https" else protocol_type.HTTP)
        seconds = self._seconds()
        request.set_connect_timeout(seconds)
        request.set_read_timeout(seconds)
        for name, value in {**dict(call.parameters), **extra}.items():
            request.add_query_param(name, value)
        return self._sdk(call.region, host, keys), request

    def _sdk(self, region: str, host: str, keys: Keys) -> _Client:
        """Return the SDK's client of this thread: it is made anew only where region or keys have changed."""
        known: dict[tuple[str, str, Keys], _Client] = self._local.__dict__.setdefault("clients", {})
        if (region, host, keys) not in known:
            credential = (
                StsTokenCredential(keys.identifier, keys.secret, keys.token)
                if keys.token
                else AccessKeyCredential(keys.identifier, keys.secret)
            )
            verify = bundle(os.environ)
            direct = {"http": "", "https": ""} if proxy_bypass(host.partition(":")[0]) else None
            known[region, host, keys] = _Client(
                region_id=region or endpoints.HOME,
                credential=credential,
                auto_retry=False,
                verify=verify,
                proxy=direct,
            )
        return known[region, host, keys]

    def _bucket(self, call: Call) -> pace.Bucket:
        with self._lock:
            key = (call.product, call.action)
            if key not in self._buckets:
                rate = RATES.get(call.product, USUAL)
                self._buckets[key] = pace.Bucket(rate, rate, self._clock, self._sleep)
            return self._buckets[key]


def _refused(refusal: ServerException, status: int, keys: Keys) -> Failure:
    code = str(refusal.error_code or "")
    return Failure(
        code=code,
        message=_shown(str(refusal.message or ""), keys),
        request_id=str(refusal.request_id or ""),
        status=status,
        keys=code.startswith(_NOT_TAKEN),
    )


def _unsuccessful(answer: Mapping[str, Any], keys: Keys) -> Failure:
    """Some services refuse with status 200, and say so in the body."""
    message = _shown(str(answer.get("Message") or answer.get("ErrorMessage") or ""), keys)
    code = str(answer.get("Code") or answer.get("ErrorCode") or "Unsuccessful")
    return Failure(code=code, message=message, request_id=str(answer.get("RequestId") or ""), status=200)


_URL: Final = re.compile(r" with url: \S+")
"""The whole signed request, which says nothing of why there was no answer."""


def _shown(message: str, keys: Keys) -> str:
    """Return what a service says without the keys: of a wrong signature it repeats the whole request."""
    message = _URL.sub("", message)
    for secret in filter(None, (keys.secret, keys.token, keys.identifier)):
        for spelling in (secret, quote(secret, safe=""), quote(quote(secret, safe=""), safe="")):
            message = message.replace(spelling, "…")
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"


def _line(reply: Reply, attempt: int, seconds: float) -> str:
    """Return the line of a log about a call; parameters and bodies stay out of it."""
    failure = reply.failure
    outcome = "ok" if failure is None else failure.code or "no answer"
    ordinal = f" page {reply.call.page}" if reply.call.page > 1 else ""
    again = f" attempt {attempt}" if attempt > 1 else ""
    return f"{reply.call.what}{ordinal}{again}: {outcome} {seconds * 1000:.0f} ms {reply.request_id}".rstrip()


def _hint(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that the service asks to wait; it gives milliseconds."""
    value = next((v for k, v in headers.items() if k.lower() == _HINT), "")
    return int(value) / 1000 if value.isdigit() else None
