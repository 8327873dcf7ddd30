"""Replies -> what accounts hold: Resources of rank LIVE, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from icplint.plugin import Origin, Provider, Rank, Reading, Resource, host_name
from icplint_aws.home import AWS
from icplint_aws.live.call import CUT, Call, Failure, Reply
from icplint_aws.live.gaps import gap
from icplint_aws.live.listing import Item, List, Yield, value
from icplint_aws.live.lists import FIRST, further
from icplint_aws.live.shapes import checked


def inventory(replies: Sequence[Reply], lists: Sequence[List], meant: Sequence[Call] = ()) -> Reading:
    """Return what the replies say; a list that failed, was `meant` or hangs on an item and is not there, is a gap."""
    by_name = {listing.name: listing for listing in (*FIRST, *lists)}
    known = (checked(by_name[reply.call.name], reply) for reply in replies if reply.call.name in by_name)
    ordered = sorted(known, key=lambda reply: _order(reply.call))
    there = {reply.call for reply in ordered}
    dead = {reply.call.account for reply in ordered if reply.failure and reply.failure.keys}
    zones = {call: item for each in ordered for _, call, item in further(lists, by_name[each.call.name], each)}
    reading = Reading()
    for reply in ordered:
        listing = by_name[reply.call.name]
        reading.resources += _resources(reply, listing)
        if reply.failure is not None:
            zone = _zone(listing, zones.get(reply.call))
            reading.unread.append(gap(reply.call, reply.failure, listing, lists, zone))
    for call in sorted({*meant, *zones} - there, key=_order):
        if call.account not in dead and call.name in by_name:
            listing = by_name[call.name]
            missing = Failure(code=CUT, message=listing.action)
            reading.unread.append(gap(call, missing, listing, lists, _zone(listing, zones.get(call))))
    return reading


def _zone(listing: List, item: Item | None) -> str:
    """Return the zone whose records a list holds, if it is such a list."""
    return host_name(str(item.get(listing.whole))) if listing.whole and item is not None else ""


def _order(call: Call) -> tuple[Any, ...]:
    return (call.account, call.service, call.operation, call.region, call.parameters)


def _resources(reply: Reply, listing: List) -> Iterator[Resource]:
    place = {"region": reply.call.region}
    parameters = {f"?{name}": said for name, said in reply.call.parameters}
    for page in reply.pages:
        origin = Origin(request=f"{listing.service}:{listing.action} {page.get('RequestId') or ''}".strip())
        provider = Provider(name=AWS.block, configured=True, values=place, origin=origin)
        for item in listing.of(page):
            for one in listing.yields:
                yield from _resource({**parameters, **item}, one, reply.call, provider)


def _resource(item: Item, one: Yield, call: Call, provider: Provider) -> Iterator[Resource]:
    identity = value(item, one.identity)
    said = {name: value(item, of) for name, of in one.values.items()}
    known = {name: each for name, each in said.items() if each not in (None, "", [])}
    if not identity or (one.only and one.only not in known) or (one.unless and one.unless(item)):
        return
    address = f"{call.region}:{identity}" if one.local else str(identity)
    assert provider.origin is not None
    yield Resource(
        kind=one.kind,
        address=address,
        values={"id": str(identity), **known},
        origin=provider.origin.at(address),
        root=call.account,
        rank=Rank.LIVE,
        provider=provider,
    )
