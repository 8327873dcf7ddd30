"""Calls that gave nothing -> what was not read: of which kinds there may be more, why, and what would help."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from icplint.alibaba.call import CLOSED, Call, Failure
from icplint.alibaba.listing import REGIONS, Listing, word
from icplint.alibaba.lists import CUT, INCOMPLETE
from icplint.alibaba.shapes import EMPTY, LIST, MISSING, NULL, OBJECT, ODD, VALUE
from icplint.model.origin import Origin
from icplint.model.outages import DOOR, GRANT
from icplint.model.reading import Unread
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


def gap(call: Call, failure: Failure, listing: Listing, listings: Sequence[Listing]) -> Unread:
    """Return what a list that failed hides."""
    why = _why(failure, listing)
    return Unread(
        call.what,
        FALLBACK.using(why=why) if listing is REGIONS and not failure.keys else why,
        Origin(request=f"{call.action} {failure.request_id}".strip()),
        fails=True,
        lacks=everything(listings) if failure.keys else hides(call, listing, listings),
        root=call.account,
        region=call.region,
    )


def everything(listings: Sequence[Listing]) -> frozenset[str]:
    """Return all kinds that there are lists of."""
    return frozenset(kind for listing in listings for kind in kinds(listing))


def hides(call: Call, listing: Listing, listings: Sequence[Listing]) -> frozenset[str]:
    """Return the kinds of a list and of those that hang on it; of the list of a zone, the zone."""
    below = frozenset(kind for further in family(listing, listings) for kind in kinds(further))
    return below | ({word(listing, call.parameters)} if listing.whole else kinds(listing))


def family(listing: Listing, listings: Sequence[Listing]) -> Iterable[Listing]:
    """Yield the lists that hang on the items of a list, those that hang on theirs, and so on."""
    for further in listings:
        if further.parent == listing.name:
            yield further
            yield from family(further, listings)


def kinds(listing: Listing) -> frozenset[str]:
    """Return the kinds of resource that a list yields."""
    return frozenset(one.kind for one in listing.yields)


def _why(failure: Failure, listing: Listing) -> Text:
    values: dict[str, object] = {
        "code": failure.code,
        "message": failure.message,
        "request": failure.request_id or "-",
        "permission": listing.permission,
    }
    if failure.keys:
        return KEYS.using(**values)
    match failure.code:
        case code if code == CLOSED:
            return UNREACHED.using(**{DOOR: failure.message})
        case "":
            text = NO_ANSWER
        case code if code == INCOMPLETE:
            text = SHORT
        case code if code == CUT:
            text = NOT_ASKED
        case code if code == ODD:
            place, _, kind = failure.message.rpartition(": ")
            values |= {"place": place, "found": _KINDS.get(kind, kind)}
            text = OTHER_SHAPE
        case code if code.startswith(_DENIED):
            text = REFUSED
            values[GRANT] = listing.permission
        case _:
            text = FAILED
    return text.using(**values)
