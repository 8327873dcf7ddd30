"""Replies -> what an account holds: Resources of rank LIVE, gaps, and the kinds that were listed in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from icplint.alibaba.call import Reply
from icplint.alibaba.listing import Item, Listing, Value
from icplint.alibaba.lists import INCOMPLETE, at, items
from icplint.model.origin import Origin
from icplint.model.reading import Reading, Unread
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import Text

REFUSED: Final = Text(
    en="{code} (request {request}): grant {permission} to the account that asks",
    zh="{code}（请求 {request}）：请为调用账号授予 {permission} 权限",
)
FAILED: Final = Text(en="{code}: {message} (request {request})", zh="{code}：{message}（请求 {request}）")
NO_ANSWER: Final = Text(en="no answer: {message}", zh="没有应答：{message}")
SHORT: Final = Text(en="the list was cut short: {message}", zh="列表不完整：{message}")

UNDECIDED: Final = frozenset({"-124", "CheckDomainICPFail"})
"""Codes by which a lookup says that it cannot tell: no gap, and nothing settled. Source: CDN CheckCdnDomainICP."""

_DENIED: Final = ("Forbidden", "NoPermission", "Unauthorized", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNot")


def read(replies: Sequence[Reply], listings: Sequence[Listing]) -> Reading:
    """Return what the replies say; a call that failed takes the kinds of its list, and of what hangs on it, out."""
    by_name = {listing.name: listing for listing in listings}
    reading = Reading()
    failed: set[str] = set()
    asked: set[str] = set()
    for reply in replies:
        name = _name(reply)
        listing = by_name.get(name)
        if reply.failure and listing is not None and listing.on_demand and reply.failure.code in UNDECIDED:
            continue
        if reply.failure:
            failed.add(name)
            reading.unread.append(_gap(reply, listing))
        elif listing is not None:
            asked.add(name)
            reading.resources += _resources(reply, listing)
            reading.complete |= _whole(listing, reply)
    reading.complete -= {
        word for reply in replies if reply.failure for word in _whole(by_name.get(_name(reply)), reply)
    }
    whole = [x for x in listings if x.name in asked and not _touched(x, failed, by_name)]
    reading.complete |= {one.kind for listing in whole for one in listing.yields}
    return reading


def _name(reply: Reply) -> str:
    return f"{reply.call.product}:{reply.call.action}"


def _whole(listing: Listing | None, reply: Reply) -> set[str]:
    return {listing.whole.format(**dict(reply.call.parameters))} if listing and listing.whole else set()


def _touched(listing: Listing, failed: set[str], by_name: Mapping[str, Listing]) -> bool:
    if listing.name in failed:
        return True
    return listing.parent in by_name and _touched(by_name[listing.parent], failed, by_name)


def _gap(reply: Reply, listing: Listing | None) -> Unread:
    failure = reply.failure
    assert failure is not None
    permission = listing.permission if listing else f"{reply.call.product}:{reply.call.action}"
    values = {"code": failure.code, "message": failure.message, "request": failure.request_id, "permission": permission}
    if not failure.code:
        text = NO_ANSWER
    elif failure.code == INCOMPLETE:
        text = SHORT
    else:
        text = REFUSED if failure.code.startswith(_DENIED) else FAILED
    origin = Origin(request=f"{reply.call.action} {failure.request_id}".strip())
    return Unread(reply.call.what, text.using(**values), origin, fails=True)


def _resources(reply: Reply, listing: Listing) -> Iterator[Resource]:
    origin = Origin(request=f"{reply.call.action} {reply.request_id}".strip())
    for item in items(listing, reply.body):
        region = str(item.get("RegionId") or reply.call.region)
        provider = Provider(
            name="alicloud", configured=bool(region), values={"region": region} if region else {}, origin=origin
        )
        for one in listing.yields:
            identity = _value(item, one.identity, reply)
            values = {name: _value(item, value, reply) for name, value in one.values.items()}
            known = {name: value for name, value in values.items() if value not in (None, "", [])}
            if identity is None or (one.only and one.only not in known):
                continue
            yield Resource(
                kind=one.kind,
                address=str(identity),
                values={"id": str(identity), **known},
                origin=origin.at(str(identity)),
                root=reply.call.account,
                rank=Rank.LIVE,
                provider=provider,
            )


def _value(item: Item, value: Value, reply: Reply) -> Any:
    if not isinstance(value, str):
        return value(item)
    return dict(reply.call.parameters).get(value[1:]) if value.startswith("?") else at(item, value)
