"""Asks AWS through boto3: all pages of a list by its paginators, again where it throttles by its retries."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final, cast

from boto3.session import Session
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from icplint.plugin import Call, Failure, Limit, Reply
from icplint_aws.live import sending
from icplint_aws.live.listing import Item, api
from icplint_aws.live.vendor import CUT

SECRET: Final = frozenset({"CustomHeaders", "Tags", "TagSet", "Owner", "ResponseMetadata"})
"""Fields of any reply that may hold secrets or names of people: they go no further. Source: CloudFront API, Origin."""
CONFIG: Final[Mapping[str, Any]] = {
    "connect_timeout": 10,
    "read_timeout": 30,
    "retries": {"mode": "adaptive", "max_attempts": 6},
    "user_agent_extra": "icplint-aws",
}
"""Adaptive, as Route 53 answers five requests a second. Source: Route 53 Developer Guide, Quotas."""
PATIENCE: Final = 120.0
"""Seconds for one page, with all that is tried for it: where AWS throttles, a request waits its turn."""


class AwsClient:
    """The services of one account, each asked with the keys that the AWS tools find."""

    def __init__(
        self,
        session: Session,
        endpoints: Mapping[str, str],
        limit: Limit,
        log: Callable[[str], None] = lambda _line: None,
    ) -> None:
        self._session = session
        self._endpoints = endpoints
        self._limit = limit
        self._log = log
        self._clients: dict[tuple[str, str], BaseClient] = {}
        self._lock = threading.Lock()

    def __call__(self, call: Call, _extra: Mapping[str, str] | None = None) -> Reply:
        """Return all pages of a list, or as many as came before it failed."""
        pages: list[Item] = []
        failure: Failure | None = None
        began, called = time.monotonic(), api(call.action)
        try:
            for page in self.pages(call):
                pages.append(page)  # noqa: PERF402 - what came before an error stays
        except TimeoutError as error:
            over = Failure(code=CUT, message=called)
            failure = Failure(code="", message=f"{called}: {error}") if self._limit.left else over
        except ClientError as error:
            failure = _refused(error)
        except BotoCoreError as error:
            failure = Failure(code="", message=_plain(error))
        except sending.ODD as error:
            failure = Failure(code="", message=f"{called}: {_plain(error)}")
        said = failure.code or failure.message if failure else f"{len(pages)} pages"
        self._log(f"{call.product}:{called} {call.region}: {said} ({time.monotonic() - began:.2f} s)")
        return Reply.of(call, pages, failure)

    def pages(self, call: Call) -> Iterator[Item]:
        """Yield the pages of a list; raises ClientError, BotoCoreError, TimeoutError, or an error of `sending.ODD`."""
        pages = self._pages(call)
        while (page := self._limit.within(PATIENCE, lambda: next(pages, None))) is not None:
            yield page

    def _pages(self, call: Call) -> Iterator[Item]:
        client = self._client(call.product, call.region)
        parameters: dict[str, Any] = dict(call.parameters)
        if not client.can_paginate(call.action):
            yield plain(getattr(client, call.action)(**parameters))
            return
        if call.name == "s3:list_buckets":  # without a size of pages, it leaves out where the buckets are
            parameters["PaginationConfig"] = {"PageSize": 1000}
        yield from map(plain, client.get_paginator(call.action).paginate(**parameters))

    def _client(self, service: str, region: str) -> BaseClient:
        with self._lock:  # a session makes one client at a time
            if (service, region) not in self._clients:
                make = cast("Callable[..., BaseClient]", self._session.client)
                url = place(self._endpoints, service, region)
                made = make(service, region_name=region, endpoint_url=url, config=Config(**CONFIG))
                sending.limited(made)
                self._clients[service, region] = made
            return self._clients[service, region]


def place(endpoints: Mapping[str, str], service: str, region: str) -> str | None:
    """Return where a service answers in a region; None: where botocore knows it to."""
    written = endpoints.get(service) or endpoints.get("default")
    return written.replace("{region}", region) if written else None


def plain(page: Mapping[str, Any]) -> Item:
    """Return a reply as plain JSON, with the id of the request and without what may be secret."""
    request = str((page.get("ResponseMetadata") or {}).get("RequestId") or "")
    found: dict[str, Any] = json.loads(json.dumps(_without(page), default=str))
    return {**found, "RequestId": request}


def _without(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without(item) for key, item in value.items() if key not in SECRET}
        case list():
            return [_without(item) for item in value]
        case _:
            return value


def _refused(error: ClientError) -> Failure:
    said, about = error.response.get("Error", {}), error.response.get("ResponseMetadata", {})
    return Failure(
        code=str(said.get("Code", "")),
        message=" ".join(str(said.get("Message", "")).split()),
        request_id=str(about.get("RequestId", "")),
    )


def _plain(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
