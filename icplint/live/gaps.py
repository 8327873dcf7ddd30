"""Calls that gave nothing -> what was not read: of which kinds there may be more, why, and what would help."""

from __future__ import annotations

from collections.abc import Sequence

from icplint.live.call import CLOSED, ODD, Call, Failure
from icplint.live.listing import Item, everything, hides
from icplint.live.vendor import L, Vendor, Wording
from icplint.model.origin import Origin
from icplint.model.outages import DOOR, GRANT
from icplint.model.reading import Unread
from icplint.model.text import Text


def gap(
    call: Call, failure: Failure, listing: L, listings: Sequence[L], vendor: Vendor[L], item: Item | None = None
) -> Unread:
    """Return what a list that failed hides; `item` is what it is about, if that is known."""
    words = vendor.wording
    why = _why(failure, listing.grant, words)
    return Unread(
        listing.what(call),
        words.fallback.using(why=why) if listing is vendor.regions and not failure.keys else why,
        Origin(request=f"{listing.request} {failure.request_id}".strip()),
        fails=True,
        lacks=everything(listings) if failure.keys else hides(call, listing, listings, item),
        root=call.account,
        region=listing.where(call),
    )


def _why(failure: Failure, permission: str, words: Wording) -> Text:
    values: dict[str, object] = {
        "code": failure.code,
        "message": failure.message,
        "request": failure.request_id or "-",
        "permission": permission,
    }
    said = words.codes.get(failure.code)
    if failure.keys:
        return (words.keys if said is None or failure.code == ODD else words.unknown).using(**values)
    if failure.code == CLOSED and said is not None:
        return said.using(**{DOOR: failure.message})
    if failure.code == ODD:
        place, _, kind = failure.message.rpartition(": ")
        values |= {"place": place, "found": words.kinds.get(kind, kind)}
    elif said is None and failure.code.startswith(words.denied):
        said = words.refused
        values |= {GRANT: permission} if f"{{{GRANT}}}" in said.en else {}
    return (said or words.failed).using(**values)
