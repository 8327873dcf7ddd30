"""Asks Object Storage Service, which speaks XML, through the vendor's SDK, and answers as the other products do."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import alibabacloud_oss_v2 as sdk
import requests
from alibabacloud_oss_v2.exceptions import BaseError, OperationError, ServiceError
from alibabacloud_oss_v2.transport import RequestsHttpClient

from icplint.alibaba import endpoints
from icplint.alibaba.keys import Keys
from icplint.alibaba.sending import limited
from icplint.alibaba.sources import bundle
from icplint.live.call import Call, Failure

PRODUCT: Final = "oss"

Body = dict[str, Any]
_ODD: Final = (AttributeError, KeyError, OSError, ParseError, RecursionError, TypeError, ValueError)
"""What the SDK raises beside its own errors, where a reply is not one."""


class _Trusting(requests.Session):
    """Trusts the certificates that the user named in any of the usual variables, and refuses an empty reply."""

    def request(self, *arguments: Any, **more: Any) -> requests.Response:
        found = super().request(*arguments, **{**more, "verify": bundle(os.environ) or more.get("verify")})
        if found.ok and not found.content:
            raise ValueError("0 bytes")  # the SDK would take it for a list of nothing
        return found


def asked(keys: Keys, url: str, call: Call, parameters: Mapping[str, str], timeout: float) -> Body | Failure:
    """Return the body of a reply, its names as in the service's XML, or the failure.

    `url` is where the region answers; connecting and reading may take `timeout` seconds.
    """
    session = _Trusting()
    for adapter in session.adapters.values():
        limited(adapter, timeout)
    client = sdk.Client(
        sdk.Config(
            region=call.region or endpoints.HOME,
            endpoint=url,
            credentials_provider=sdk.credentials.StaticCredentialsProvider(keys.identifier, keys.secret, keys.token),
            retry_max_attempts=1,
            http_client=RequestsHttpClient(session=session, connect_timeout=timeout, readwrite_timeout=timeout),
        )
    )
    try:
        with session:
            return _ACTIONS[call.action](client, parameters)
    except ParseError as error:
        return Failure(code="", message=f"{call.action}: {error}")
    except BaseError as error:
        cause = error.unwrap() if isinstance(error, OperationError) else error
        if not isinstance(cause, ServiceError):
            return Failure(code="", message=str(cause))
        return Failure(
            code=str(cause.code or ""),
            message=str(cause.message or ""),
            request_id=str(cause.request_id or ""),
            status=int(cause.status_code),
        )
    except _ODD as error:
        return Failure(code="", message=str(error) or type(error).__name__)


def _buckets(client: Any, parameters: Mapping[str, str]) -> Body:
    size, marker = int(parameters.get("MaxResults", "100")), parameters.get("NextToken")
    found = client.list_buckets(sdk.ListBucketsRequest(max_keys=size, marker=marker))
    buckets = [
        {
            "Name": one.name,
            "Region": one.region or str(one.location).removeprefix("oss-"),
            "Location": one.location,
            "ExtranetEndpoint": one.extranet_endpoint,
            "IntranetEndpoint": one.intranet_endpoint,
        }
        for one in found.buckets or ()
    ]
    said = {"RequestId": found.request_id, "NextToken": found.next_marker or ""}
    # The SDK reads any XML; each list of buckets says whose they are.
    return said | {"Buckets": buckets} if found.owner is not None else said


def _cnames(client: Any, parameters: Mapping[str, str]) -> Body:
    found = client.list_cname(sdk.ListCnameRequest(bucket=parameters["bucket"]))
    names = [{"Domain": one.domain, "Status": one.status} for one in found.cnames or ()]
    said = {"RequestId": found.request_id}
    return said | {"Cname": names} if found.bucket is not None else said


def _acceleration(client: Any, parameters: Mapping[str, str]) -> Body:
    found = client.get_bucket_transfer_acceleration(
        sdk.GetBucketTransferAccelerationRequest(bucket=parameters["bucket"])
    )
    configuration = found.transfer_acceleration_configuration
    return {
        "RequestId": found.request_id,
        "Bucket": parameters["bucket"],
        "Enabled": configuration.enabled if configuration is not None else None,
    }


_ACTIONS: Final[Mapping[str, Callable[[Any, Mapping[str, str]], Body]]] = {
    "ListBuckets": _buckets,
    "ListCname": _cnames,
    "GetBucketTransferAcceleration": _acceleration,
}
