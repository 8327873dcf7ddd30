"""Record what the vendor's own packages send for the calls of a scan: `record_calls.py DIRECTORY > data/calls.json`.

DIRECTORY is where the packages of PACKAGES were installed, with what they need. Each row's call is made with the
request class of its action, which takes only the parameters that it knows, at the package's own endpoint, through a
proxy on loopback that answers in the vendor's place: signed the newer way (the default), and the older way.
Where each region is answered is what the clients of the packages say when they are made for it.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from record_sdk import PACKAGES
from sample_calls import ROWS, pages
from tunnel import Recorder, asked

from icplint.live.call import Call
from icplint.policy import Tables

HOME: Final = "cn-hangzhou"
SIBLINGS: Final = {"apigateway": "cloudapi", "swas": "swas_open"}
"""The older packages, aliyunsdk*, that are not called as the product is."""
WAYS: Final = {"ACS3": None, "HMAC-SHA1": "v2"}


class Vendor:
    """The package of a product."""

    def __init__(self, product: str) -> None:
        name = f"alibabacloud_{PACKAGES[product]}"
        self._client = importlib.import_module(f"{name}.client").Client
        self._models = importlib.import_module(f"{name}.models")
        self._config = importlib.import_module("alibabacloud_tea_openapi.utils_models").Config
        self._runtime = importlib.import_module("darabonba.runtime").RuntimeOptions

    def client(self, region: str, proxy: str = "", algorithm: str | None = None) -> Any:
        return self._client(
            self._config(
                access_key_id="id",
                access_key_secret="none",  # noqa: S106 - nothing verifies it
                region_id=region,
                https_proxy=proxy,
                signature_algorithm=algorithm,
            )
        )

    def send(self, call: Call, extra: Mapping[str, str], client: Any, bundle: Path) -> None:
        """Make a call; the reply says nothing, and some models are not content with that."""
        wanted = f"{call.action}WithOptions".lower()
        (method,) = (name for name in dir(client) if name.replace("_", "") == wanted)
        runtime = self._runtime(ca=str(bundle), autoretry=False)
        asks = getattr(self._models, f"{call.action}Request", None)
        given = [_filled(asks(), {**dict(call.parameters), **extra})] if asks else []
        more = [{}] if call.path else []
        getattr(client, method)(*given, *more, runtime)


def _filled(request: Any, parameters: Mapping[str, str]) -> Any:
    """Fill a request in; where nothing is given for a list, it stays unset, as in a new request."""
    request.from_map(parameters)
    for name, value in vars(request).items():
        if value == []:
            setattr(request, name, None)
    return request


def sibling(call: Call, extra: Mapping[str, str], host: str, recorder: Recorder) -> dict[str, Any] | None:
    """Return what the older package of a product sends for a call, if there is one and it has the action."""
    try:
        asks = importlib.import_module(
            f"aliyunsdk{SIBLINGS.get(call.product, call.product)}.request.v{call.version.replace('-', '')}.{call.action}Request"
        )
    except ImportError:
        return None
    request = getattr(asks, f"{call.action}Request")()
    for name, value in {**dict(call.parameters), **extra}.items():
        getattr(request, f"set_{name}", lambda _value: None)(value)
    core = importlib.import_module("aliyunsdkcore.client")
    client = core.AcsClient(
        "id",
        "secret",
        call.region or HOME,
        proxy={"https": recorder.url},
        verify=str(recorder.authority.bundle),
        auto_retry=False,
    )
    recorder.seen.clear()
    request.set_endpoint(host)  # some have no table of their own, and ask another service
    request.set_protocol_type(importlib.import_module("aliyunsdkcore.http.protocol_type").HTTPS)
    client.do_action_with_exception(request)
    return asked(recorder.seen[-1])


def record(recorder: Recorder) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is sent for each page of each row; both ways of signing must ask the same."""
    for row in ROWS:
        vendor = Vendor(row.product)
        sent: dict[str, list[dict[str, Any]]] = {}
        for way, algorithm in WAYS.items():
            recorder.seen.clear()
            for call, extra in pages(row):
                client = vendor.client(call.region or HOME, recorder.url, algorithm)
                vendor.send(call, extra, client, recorder.authority.bundle)
            sent[way] = [asked(one) for one in recorder.seen]
        if sent["ACS3"] != sent["HMAC-SHA1"]:
            raise SystemExit(f"{row.name}: {sent}")
        older = [one for call, extra in pages(row) if (one := sibling(call, extra, sent["ACS3"][0]["host"], recorder))]
        yield row.name, {"newer": sent["ACS3"], "older": older}


def hosts(product: str) -> dict[str, str]:
    """Return where a product answers in each region, as its package says: a pattern, and the exceptions from it."""
    vendor = Vendor(product)
    found: dict[str, str] = {
        one.id: vars(vendor.client(one.id))["_endpoint"] for one in Tables.core().regions.public("alibaba")
    }
    patterns = [host.replace(place, "{region}") for place, host in found.items()]
    usual = max(patterns, key=patterns.count)
    return {"": usual} | {place: host for place, host in found.items() if host != usual.replace("{region}", place)}


if __name__ == "__main__":
    sys.path.append(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        recorder = Recorder(Path(scratch))
        found = {
            "calls": dict(record(recorder)),
            "hosts": {product: hosts(product) for product in PACKAGES},
        }
    json.dump(found, sys.stdout, indent=1, sort_keys=True)
