"""Signs and sends calls with the vendor's SDK; everything that may go wrong comes back as a failure."""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.request import proxy_bypass

from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient
from aliyunsdkcore.request import CommonRequest

from icplint.alibaba import pace
from icplint.alibaba.call import Call, Failure, Reply
from icplint.alibaba.endpoints import endpoint
from icplint.alibaba.keys import Keys

TIMEOUT: Final = 10
"""Seconds for one call."""

RATES: Final[Mapping[str, float]] = {"alidns": 15.0, "cdn": 15.0, "companyreg": 1.0, "dcdn": 15.0, "slb": 20.0}
"""Calls a second for one action, where a product allows less than most. Source: each product's API limits page."""

USUAL: Final = 30.0
_HINT: Final = "x-acs-retry-after"
_CA: Final = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "ALIBABA_CLOUD_CA_BUNDLE")


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
        endpoints: Mapping[str, str],
        deadline: float = float("inf"),
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._keys = keys
        self._endpoints = endpoints
        self._deadline = deadline
        self._clock = clock
        self._sleep = sleep
        self._buckets: dict[tuple[str, str], pace.Bucket] = {}
        self._lock = threading.Lock()
        self._local = threading.local()

    def __call__(self, call: Call, extra: Mapping[str, str] | None = None) -> Reply:
        """Return the reply, or the failure of the last attempt."""
        failure = Failure(code="", message="")
        hint: float | None = None
        for attempt in range(1, pace.ATTEMPTS + 1):
            if attempt > 1:
                self._sleep(pace.delay(attempt, hint))
            if self._clock() > self._deadline:
                return Reply(call=call, failure=failure)
            self._bucket(call).take()
            body, failure, hint = self._once(call, extra or {})
            if body is not None:
                return Reply(call=call, body=body)
            if not pace.again(failure):
                break
        return Reply(call=call, failure=failure)

    def _once(self, call: Call, extra: Mapping[str, str]) -> tuple[dict[str, Any] | None, Failure, float | None]:
        try:
            client, request = self._prepared(call, extra)
            status, headers, body, refusal = client.sent(request)
        except ClientException as error:
            return None, Failure(code="", message=str(error.message)), None
        if isinstance(refusal, ServerException):
            return None, _refused(refusal, status), _hint(headers)
        try:
            return json.loads(body), Failure(code="", message=""), None
        except ValueError as error:
            return None, Failure(code="", message=f"{call.action}: {error}", status=status), None

    def _prepared(self, call: Call, extra: Mapping[str, str]) -> tuple[_Client, CommonRequest]:
        scheme, host = endpoint(call.product, call.region, self._endpoints)
        request = CommonRequest(domain=host, version=call.version, action_name=call.action)
        request.set_method("POST")
        request.set_protocol_type(scheme)
        request.set_connect_timeout(TIMEOUT)
        request.set_read_timeout(TIMEOUT)
        for name, value in {**dict(call.parameters), **extra}.items():
            request.add_query_param(name, value)
        return self._sdk(call.region, host), request

    def _sdk(self, region: str, host: str) -> _Client:
        """Return the SDK's client of this thread: it is made anew only where region or keys have changed."""
        keys = self._keys()
        known: dict[tuple[str, str, Keys], _Client] = self._local.__dict__.setdefault("clients", {})
        if (region, host, keys) not in known:
            credential = (
                StsTokenCredential(keys.identifier, keys.secret, keys.token)
                if keys.token
                else AccessKeyCredential(keys.identifier, keys.secret)
            )
            verify = next((os.environ[name] for name in _CA if os.environ.get(name)), None)
            direct = {"http": "", "https": ""} if proxy_bypass(host.partition(":")[0]) else None
            known[region, host, keys] = _Client(
                region_id=region or "cn-hangzhou",
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


def _refused(refusal: ServerException, status: int) -> Failure:
    return Failure(
        code=str(refusal.error_code or ""),
        message=str(refusal.message or ""),
        request_id=str(refusal.request_id or ""),
        status=status,
    )


def _hint(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that the service asks to wait; it gives milliseconds."""
    value = next((v for k, v in headers.items() if k.lower() == _HINT), "")
    return int(value) / 1000 if value.isdigit() else None
