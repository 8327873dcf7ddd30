"""AWS, as the engine of scans reads it: what is said of its lists, and how calls and replies are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from icplint.plugin import Call, Failure, Reply, SavedForm, Text, Vendor, Wording
from icplint_aws.home import AWS as HOME
from icplint_aws.live.listing import List
from icplint_aws.live.lists import FIRST, REGIONS, places
from icplint_aws.live.shapes import checked

CUT: Final = "CutShort"
"""The code of what was not asked, or not to its end, because the time was over."""
REFUSED: Final = Text(
    en="{code} (request {request}): allow {permission} to the account that asks",
    zh="{code}（请求 {request}）：请为调用账号授予 {permission} 权限",
)
FAILED: Final = Text(
    en="{code}: {message} (request {request}; the IAM action is {permission})",
    zh="{code}：{message}（请求 {request}，对应的 IAM 操作为 {permission}）",
)
KEYS: Final = Text(
    en="the credentials are not accepted, so nothing of this account was read: {code}: {message} (request {request})",
    zh="凭证未被接受，该账号的内容全部未读取：{code}：{message}（请求 {request}）",
)
UNKNOWN: Final = Text(
    en="whose the credentials are was not answered, so nothing of this account was read: {message}",
    zh="无法确认凭证所属账号，该账号的内容全部未读取：{message}",
)
NO_ANSWER: Final = Text(
    en="no answer: {message} (the IAM action is {permission})",
    zh="没有应答：{message}（对应的 IAM 操作为 {permission}）",
)
NOT_ASKED: Final = Text(
    en="the scan ended before it was read to its end (the IAM action is {permission})",
    zh="扫描结束前未读取完毕（对应的 IAM 操作为 {permission}）",
)
OTHER_SHAPE: Final = Text(
    en="the reply is not as AWS documents it: {message} is missing (request {request}; the IAM action is {permission})",
    zh="应答与 AWS 文档不符：缺少 {message}（请求 {request}，对应的 IAM 操作为 {permission}）",
)
FALLBACK: Final = Text(
    en="{why}; the regions that botocore knows were read instead", zh="{why}；已改为读取 botocore 已知的地域"
)
DENIED: Final = ("AccessDenied", "UnauthorizedOperation", "NotAuthorized", "Forbidden", "UnauthorizedAccess")

WORDING: Final = Wording(
    refused=REFUSED,
    failed=FAILED,
    keys=KEYS,
    unknown=UNKNOWN,
    fallback=FALLBACK,
    codes={"": NO_ANSWER, CUT: NOT_ASKED, Failure.CUT: NOT_ASKED, Failure.ODD: OTHER_SHAPE},
    denied=DENIED,
)


def _written(call: Call) -> dict[str, Any]:
    return {
        "account": call.account,
        "service": call.product,
        "operation": call.action,
        "region": call.region,
        "parameters": call.parameters,
    }


def _call(document: Any) -> Call:
    parameters = tuple((str(name), str(value)) for name, value in document["parameters"])
    words = {name: document[name] for name in ("account", "service", "operation", "region")}
    if not all(isinstance(word, str) for word in words.values()):
        raise TypeError(document)
    account, service, operation, region = words.values()
    return Call(account=account, product=service, action=operation, region=region, parameters=parameters)


def _document(reply: Reply) -> dict[str, Any]:
    failure: Mapping[str, Any] | None = asdict(reply.failure) if reply.failure else None
    kept = {name: said for name, said in failure.items() if name != "status"} if failure else None
    return {"call": _written(reply.call), "pages": reply.pages, "failure": kept}


def _reply(document: Any) -> Reply:
    call, failure, pages = document["call"], document["failure"], document["pages"]
    if not isinstance(pages, list) or not all(isinstance(page, dict) for page in pages):
        raise TypeError(pages)
    return Reply.of(_call(call), pages, Failure(**failure) if failure is not None else None)


def _whole(listing: List, call: Call, ask: Any) -> list[Reply]:
    """Read a list, of which the client reads all pages; one that says by its code that there is nothing, is read."""
    reply: Reply = ask(call, {})
    nothing = reply.failure is not None and reply.failure.code in listing.none
    return [Reply.of(call, reply.pages) if nothing else reply]


VENDOR: Final[Vendor[List]] = Vendor(
    cloud=HOME.provider,
    block=HOME.block,
    regions=REGIONS,
    region_id="RegionName",
    first=FIRST,
    wording=WORDING,
    form=SavedForm(written=_written, call=_call, document=_document, reply=_reply, dated=False),
    whole=_whole,
    checked=checked,
    places=places,
    settles=False,
)
