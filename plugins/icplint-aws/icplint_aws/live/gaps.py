"""Lists that were not read -> what there may be more of, why, and what would help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from icplint.plugin import Origin, Text, Unread
from icplint_aws.live.call import CUT, Call, Failure
from icplint_aws.live.listing import List, family
from icplint_aws.live.lists import REGIONS
from icplint_aws.live.shapes import ODD

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


def gap(call: Call, failure: Failure, listing: List, lists: Sequence[List], zone: str = "") -> Unread:
    """Return what a list that failed hides; of the list of one `zone`, only that zone."""
    why = _why(failure, listing)
    below = frozenset(kind for further in family(listing, lists) for kind in further.kinds)
    kinds = frozenset({f"zone:{zone}"}) if zone else listing.kinds
    everything = frozenset(kind for each in lists for kind in each.kinds)
    return Unread(
        what(call, listing),
        FALLBACK.using(why=why) if listing is REGIONS else why,
        Origin(request=f"{listing.service}:{listing.action} {failure.request_id}".strip()),
        fails=True,
        lacks=everything if failure.keys else kinds | below,
        root=call.account,
        region="" if listing.everywhere else call.region,
    )


def what(call: Call, listing: List) -> str:
    """Return what a call is called in reports: the account, the list, where, and about what."""
    place = "" if listing.everywhere else f" {call.region}"
    about = "".join(f" {value}" for _, value in call.parameters)
    account = f"{call.account} " if call.account else ""
    return f"{account}{listing.service}:{listing.action}{place}{about}"


def _why(failure: Failure, listing: List) -> Text:
    values = {
        "code": failure.code,
        "message": failure.message,
        "request": failure.request_id or "-",
        "permission": listing.permission,
    }
    if failure.keys:
        return (UNKNOWN if failure.code in ("", CUT) else KEYS).using(**values)
    match failure.code:
        case "":
            return NO_ANSWER.using(**values)
        case code if code == CUT:
            return NOT_ASKED.using(**values)
        case code if code == ODD:
            return OTHER_SHAPE.using(**values)
        case code:
            return (REFUSED if code.startswith(DENIED) else FAILED).using(**values)
