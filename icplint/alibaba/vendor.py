"""Alibaba Cloud, as the engine of scans reads it: what is said of its lists, and how they are read and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from icplint.alibaba import lists
from icplint.alibaba.endpoints import MISSING as NO_ENDPOINT
from icplint.alibaba.listing import REGIONS, AlibabaListing
from icplint.alibaba.people import scrubbed
from icplint.alibaba.saved_form import FORM
from icplint.alibaba.shapes import EMPTY, LIST, MISSING, NULL, OBJECT, VALUE, checked
from icplint.live.call import CLOSED, CUT, INCOMPLETE, ODD, Failure, Reply
from icplint.live.vendor import Vendor, Wording
from icplint.model.text import Text

REFUSED: Final = Text(
    en="{code} (request {request}): grant {grant} to the account that asks",
    zh="{code}（请求 {request}）：请为调用账号授予 {grant} 权限",
)
FAILED: Final = Text(
    en="{code}: {message} (request {request}; the RAM action is {permission})",
    zh="{code}：{message}（请求 {request}，对应的 RAM 操作为 {permission}）",
)
KEYS: Final = Text(
    en="the credentials are not accepted, so nothing of this account was read; check the keys: "
    "{code}: {message} (request {request})",
    zh="凭证未被接受，该账号的内容全部未读取，请检查密钥：{code}：{message}（请求 {request}）",
)
NO_ANSWER: Final = Text(
    en="no answer: {message} (the RAM action is {permission})",
    zh="没有应答：{message}（对应的 RAM 操作为 {permission}）",
)
SHORT: Final = Text(
    en="the list was cut short: {message} (request {request}; the RAM action is {permission})",
    zh="列表不完整：{message}（请求 {request}，对应的 RAM 操作为 {permission}）",
)
NOT_ASKED: Final = Text(
    en="the scan ended before it was read (the RAM action is {permission})",
    zh="扫描结束前未读取（对应的 RAM 操作为 {permission}）",
)
UNREACHED: Final = Text(
    en="{door} takes no connection (connection refused), so nothing more was asked there",
    zh="{door} 拒绝连接，未再向其查询",
)
OTHER_SHAPE: Final = Text(
    en="the reply is not as documented: {place} is {found} (request {request}; the RAM action is {permission})",
    zh="应答与服务文档不符：{place} {found}（请求 {request}，对应的 RAM 操作为 {permission}）",
)
_KINDS: Final = {
    EMPTY: Text(en="empty", zh="为空"),
    LIST: Text(en="a list", zh="是列表"),
    MISSING: Text(en="missing", zh="缺失"),
    NULL: Text(en="null", zh="是 null"),
    OBJECT: Text(en="an object", zh="是对象"),
    VALUE: Text(en="a single value", zh="是单个值"),
}
FALLBACK: Final = Text(
    en="{why}; the regions of the dated facts were read instead", zh="{why}；已改为读取 icplint 自带的地域列表"
)

_DENIED: Final = (
    "Forbidden",
    "NoPermission",
    "NoAuth",
    "Unauthorized",
    "AccessDenied",
    "NotAuthorized",
    "InvalidAccessKeyId",
    "SignatureDoesNot",
)
NOT_LISTED: Final = Text(
    en="the account has no such region (ecs:DescribeRegions lists those that it has){hint}",
    zh="该账号没有此地域（可用地域以 ecs:DescribeRegions 返回的为准）{hint}",
)
NOT_IN_FACTS: Final = Text(
    en="the dated facts do not list this region: where it lies is told by its name alone, or not at all",
    zh="icplint 自带的地域列表中没有此地域，只能按名称推断其位置，或无法判断",
)
UNDECIDED: Final = frozenset({"-124", "CheckDomainICPFail"})
"""Codes by which a lookup says that it cannot tell: no gap, and nothing settled. Source: CDN CheckCdnDomainICP."""

NOT_OFFERED: Final = frozenset(
    {
        "CdnServiceNotFound",
        "DcdnServiceNotFound",
        "InvalidOperatingRegion",
        NO_ENDPOINT,
        "InvalidRegionId",
        "InvalidRegionId.NotFound",
        "NoSuchTransferAccelerationConfiguration",
        "NotOpenedWaf",
        "RegionId.ApiNotSupported",
        "RegionNotSupported",
        "UnsupportedRegion",
        "UserNotOpened",
        "WafServiceNotFound",
    }
)
"""Codes by which a product says that it is not in a region, or was never opened: it holds nothing.

Sources: CdnServiceNotFound, 403 "does not open CDN service yet" (help document_detail/452794); DcdnServiceNotFound and
NotOpenedWaf, as users report them; NoSuchTransferAccelerationConfiguration, the OSS error page; the rest is the common
error codes of regions, and UserNotOpened. A code that is missing here is a gap, never a pass.
"""


def _places(chosen: Sequence[str], found: Sequence[str], known: Sequence[str], _home: str) -> Sequence[str]:
    return [region for region in chosen if not found or region in found] if chosen else found or known


def _absent(failure: Failure) -> bool:
    return failure.code in NOT_OFFERED


def _clean(listing: AlibabaListing, reply: Reply) -> Reply:
    return replace(reply, body=scrubbed(reply.body, listing.personal))


ALIBABA: Final[Vendor[AlibabaListing]] = Vendor(
    cloud="alibaba",
    block="alicloud",
    regions=REGIONS,
    region_id="RegionId",
    first=(REGIONS,),
    wording=Wording(
        refused=REFUSED,
        failed=FAILED,
        keys=KEYS,
        unknown=KEYS,
        fallback=FALLBACK,
        codes={"": NO_ANSWER, INCOMPLETE: SHORT, CUT: NOT_ASKED, CLOSED: UNREACHED, ODD: OTHER_SHAPE},
        denied=_DENIED,
        kinds=_KINDS,
    ),
    form=FORM,
    whole=lists.whole,
    cut_short=lists.cut_short,
    checked=checked,
    places=_places,
    absent=_absent,
    undecided=UNDECIDED,
    clean=_clean,
    no_region=NOT_LISTED,
    unknown_region=NOT_IN_FACTS,
)
