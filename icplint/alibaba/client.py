"""Signs and sends calls with the vendor's SDK; everything that may go wrong comes back as a failure."""

from __future__ import annotations

import json
import logging
import os
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.request import proxy_bypass

import requests
from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.http import protocol_type
from aliyunsdkcore.request import CommonRequest

from icplint.alibaba import buckets, endpoints, failures
from icplint.alibaba.keys import Keys, KeysError
from icplint.alibaba.sending import limited
from icplint.alibaba.sources import bundle
from icplint.live import pace
from icplint.live.call import CLOSED, CUT, Call, Failure, Reply
from icplint.model.bounds import REPLY_LEVELS, deeper
from icplint.model.limit import Limit
from icplint.model.printable import printable

TIMEOUT: Final = 10
"""Seconds for one call, from the keys to the last byte of the reply."""

RATES: Final[Mapping[str, float]] = {
    "alidns": 15.0,
    "alidns:DescribeDomainRecords": 50.0,
    "apigateway": 10.0,
    "cdn": 15.0,
    "cdn:CheckCdnDomainICP": 50.0,
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
"""Calls a second for one action, where a product allows less than most. Source: each product's API limits page.

Of DescribeDomainRecords, which is asked for each zone, it allows 100 (api-alidns-2015-01-09-quota): half are left to
others. Of CheckCdnDomainICP it counts the calls of an hour (100, api-cdn-2018-05-10-quota), however fast they come.
"""

USUAL: Final = 30.0
OUT_OF_TIME: Final = "--timeout"
"""What a call is said to have failed for that there was no time left to make."""
_ODD: Final = (AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What the SDK raises, and the reader of JSON, about a reply that is not one: it takes apart whatever came."""

Answer = tuple[dict[str, Any] | None, Failure, float | None]
"""The body of a reply or None, why there is none, and the seconds that the service asks to wait."""
_Where = tuple[str, str, Keys]
"""What a client of the SDK is made for: a region, a host, and keys."""


# The SDK logs what a service refuses, with the keys that it repeats; the credentials package tracebacks of its tries.
for _logger in ("aliyunsdkcore", "credentials"):
    logging.getLogger(_logger).disabled = True  # both set their level themselves


class _Client(AcsClient):  # type: ignore[misc]  # the SDK has no types
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.session = requests.Session()  # the SDK's own is of 2017, and gets no fixes
        self.session.trust_env = False  # a .netrc has nothing to say about signed calls
        for adapter in self.session.adapters.values():
            limited(adapter, TIMEOUT)

    def sent(self, request: CommonRequest) -> tuple[int, Mapping[str, str], bytes, Exception | None]:
        """Return status, headers, body and the service's refusal; raises ClientException without an answer."""
        answer: tuple[int, Mapping[str, str], bytes, Exception | None] = self._implementation_of_do_action(request)
        return answer


class AlibabaClient:
    """Makes the calls of one account, each action at its own pace; safe to use from several threads.

    `keys` gives the keys of the moment; after the `limit` nothing is asked, and nothing waited for.
    """

    def __init__(
        self,
        keys: Callable[[], Keys],
        own_endpoints: Mapping[str, str],
        limit: Limit | None = None,
        *,
        log: Callable[[str], None] = lambda _line: None,
    ) -> None:
        self._keys = keys
        self._endpoints = own_endpoints
        self._limit = limit or Limit(float("inf"))
        self._log = log
        self._buckets: dict[tuple[str, str], pace.TokenBucket] = {}
        self._lock = threading.Lock()
        self._idle: dict[_Where, list[_Client]] = {}
        self._closed: set[str] = set()

    def __call__(self, call: Call, extra: Mapping[str, str] | None = None) -> Reply:
        """Return the reply, or the failure of the last attempt."""
        if call.region and not endpoints.is_region(call.region):
            return Reply(call=call, failure=Failure(code=endpoints.MALFORMED, message=printable(call.region[:40])))
        failure = Failure(code="", message=OUT_OF_TIME)
        hint: float | None = None
        for attempt in range(1, pace.ATTEMPTS + 1):
            wait = pace.delay(attempt, hint) if attempt > 1 else 0.0
            if wait >= self._limit.left:
                break
            self._limit.sleep(wait)
            self._bucket(call).take()
            if not self._limit.left:
                break
            began = time.monotonic()
            body, failure, hint = self._bounded(call, extra or {})
            reply = Reply(call=call, body=body or {}, failure=failure if body is None else None)
            self._log(failures.line(reply, attempt, time.monotonic() - began))
            if body is not None or not pace.again(failure):
                return reply
        if self._limit.stopped:
            failure = Failure(code=CUT, message=call.action)
        return Reply(call=call, failure=failure)

    def _bounded(self, call: Call, extra: Mapping[str, str]) -> Answer:
        try:
            return self._limit.within(self._seconds(), lambda: self._once(call, extra))
        except TimeoutError as error:
            return None, Failure(code="", message=f"{call.action}: {error}"), None

    def _once(self, call: Call, extra: Mapping[str, str]) -> Answer:
        try:
            keys = self._keys()
        except KeysError as error:
            return None, error.failure, None
        door = endpoints.door(call.product, call.region, self._endpoints)
        if door in self._closed:
            return None, Failure(code=CLOSED, message=door), None
        answer = self._asked(call, extra, keys)
        if not answer[1].code and failures.closed(answer[1].message):
            self._closed.add(door)
            return None, Failure(code=CLOSED, message=door), None
        return answer

    def _asked(self, call: Call, extra: Mapping[str, str], keys: Keys) -> Answer:
        if call.product == buckets.PRODUCT:
            return self._stored(call, extra, keys)
        try:
            return self._sent(call, extra, keys)
        except ClientException as error:
            code = "" if self._endpoints or not endpoints.missing(call.product, call.region) else endpoints.MISSING
            return None, Failure(code=code, message=failures.shown(str(error.message), keys)), None
        except IndexError:  # the SDK takes apart what the service says of a wrong signature
            return None, Failure(code="SignatureDoesNotMatch", message="", keys=True), None
        except _ODD as error:
            said = failures.shown(str(error) or type(error).__name__, keys)
            return None, Failure(code="", message=f"{call.action}: {said}"), None

    def _sent(self, call: Call, extra: Mapping[str, str], keys: Keys) -> Answer:
        where, request = self._prepared(call, extra, keys)
        client = self._sdk(where)
        try:
            status, headers, body, refusal = client.sent(request)
        finally:
            self._idle[where].append(client)
        if isinstance(refusal, ServerException):
            return None, failures.refused(refusal, status, keys), failures.hint(headers)
        answer = json.loads(body)
        if not isinstance(answer, dict) or deeper(answer, REPLY_LEVELS):
            what = f"> {REPLY_LEVELS} levels" if isinstance(answer, dict) else type(answer).__name__
            return None, Failure(code="", message=f"{call.action}: {what}"), None
        if answer.get("Success") in (False, "false"):
            return None, failures.unsuccessful(answer, keys), failures.hint(headers)
        return answer, Failure(code="", message=""), None

    def _stored(self, call: Call, extra: Mapping[str, str], keys: Keys) -> Answer:
        scheme, host = endpoints.endpoint(call.product, call.region, self._endpoints)
        parameters = {**dict(call.parameters), **extra}
        found = buckets.asked(keys, f"{scheme}://{host}", call, parameters, self._seconds())
        if not isinstance(found, Failure):
            return found, Failure(code="", message=""), None
        message = failures.shown(found.message, keys)
        return None, replace(found, message=message, keys=found.code.startswith(failures.NOT_TAKEN)), None

    def _seconds(self) -> float:
        """How long a call may take: less where the scan ends before."""
        return max(0.1, min(TIMEOUT, self._limit.left))

    def _prepared(self, call: Call, extra: Mapping[str, str], keys: Keys) -> tuple[_Where, CommonRequest]:
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
        return (call.region, host, keys), request

    def _sdk(self, where: _Where) -> _Client:
        """Return a client of the SDK that is in no other thread: one that an earlier call has left, or a new one."""
        idle = self._idle.setdefault(where, [])
        try:
            return idle.pop()
        except IndexError:
            region, host, keys = where
        credential = (
            StsTokenCredential(keys.identifier, keys.secret, keys.token)
            if keys.token
            else AccessKeyCredential(keys.identifier, keys.secret)
        )
        direct = {"http": "", "https": ""} if proxy_bypass(host.partition(":")[0]) else None
        return _Client(
            region_id=region or endpoints.HOME,
            credential=credential,
            auto_retry=False,
            verify=bundle(os.environ),
            proxy=direct,
        )

    def _bucket(self, call: Call) -> pace.TokenBucket:
        with self._lock:
            key = (call.product, call.action)
            if key not in self._buckets:
                rate = RATES.get(f"{call.product}:{call.action}") or RATES.get(call.product, USUAL)
                self._buckets[key] = pace.TokenBucket(rate, rate, time.monotonic, self._limit.sleep)
            return self._buckets[key]
