"""Reads one list to its end: every page, each item once, as many as the service says there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Paging
from icplint.alibaba.shapes import checked, total
from icplint.live.call import INCOMPLETE, Call, Failure, Reply
from icplint.live.listing import at
from icplint.live.vendor import Ask

NUMBERED: Final = (Paging.NUMBERS, Paging.NUMS)
MOST: Final = 10_000
"""Pages; a list that never ends is cut here, and counts as incomplete."""
MOST_EMPTY: Final = 20
"""Pages without an item, one after another, of a list that says each time that it goes on: it is cut here, too."""


def whole(listing: AlibabaListing, call: Call, ask: Ask) -> list[Reply]:
    """Return the pages of a list; if they do not add up twice, the last reply is a failure."""
    for _ in range(2):
        pages = list(_pages(listing, call, ask))
        if any(page.failure for page in pages) or adds_up(listing, pages):
            return pages
    failure = Failure(code=INCOMPLETE, message=_count(listing, pages), request_id=pages[-1].request_id)
    return [*pages, Reply(call=replace(call, page=len(pages) + 1), failure=failure)]


def cut_short(listing: AlibabaListing, pages: Sequence[Reply]) -> str:
    """Return what is missing of a list, as it was kept; nothing, if it is whole."""
    numbers = [page.call.page for page in pages]
    if numbers != list(range(1, len(pages) + 1)):
        return f"page {next(n for n in range(1, numbers[-1] + 1) if n not in numbers)}"
    last = pages[-1].body
    seen = sum(len(listing.of(page.body)) for page in pages)
    here = len(listing.of(last))
    if _goes_on(listing, pages[-1], here, seen, _token(pages[-1])):
        return f"page {len(pages) + 1}"
    return "" if adds_up(listing, pages) else _count(listing, pages)


def _count(listing: AlibabaListing, pages: Sequence[Reply]) -> str:
    found = _identities(listing, pages)
    twice = len(found) - len(set(found))
    return f"{len(set(found))} / {total(pages[-1].body)}" + (f" (+{twice})" if twice else "")


def adds_up(listing: AlibabaListing, pages: Sequence[Reply]) -> bool:
    """Return whether no item came twice, and all came that the last page counts."""
    found = _identities(listing, pages)
    if len(set(found)) != len(found):
        return False
    counted, listed = total(pages[-1].body), sum(len(_listed(listing, page.body)) for page in pages)
    if listing.paging in NUMBERED:
        return counted is None or counted == listed
    # Of lists that go on by tokens some count no more than a page, and ECS always says 0.
    return not _token(pages[-1]) and (counted or 0) <= listed


def _pages(listing: AlibabaListing, call: Call, ask: Ask) -> Iterator[Reply]:
    token, seen, empty = "", 0, 0
    tokens: set[str] = set()
    for page in range(1, MOST + 1):
        reply = checked(listing, ask(replace(call, page=page), paging(listing, page, token)))
        yield reply
        if reply.failure and not reply.body:
            return
        found = listing.of(reply.body)
        seen += len(found)
        empty = 0 if found else empty + 1
        token = _token(reply)
        if token in tokens or empty == MOST_EMPTY or not _goes_on(listing, reply, len(found), seen, token):
            return
        tokens |= {token} if token else set()


def paging(listing: AlibabaListing, page: int, token: str) -> dict[str, str]:
    match listing.paging:
        case Paging.NUMBERS | Paging.NUMS:
            name = "PageNumber" if listing.paging is Paging.NUMBERS else "PageNum"
            return {name: str(page), "PageSize": str(listing.size)}
        case Paging.TOKENS:
            return {"MaxResults": str(listing.size), **({"NextToken": token} if token else {})}
        case Paging.LIMIT:
            return {"limit": str(listing.size), **({"nextToken": token} if token else {})}
        case Paging.NONE:
            return {}


def _goes_on(listing: AlibabaListing, reply: Reply, here: int, seen: int, token: str) -> bool:
    match listing.paging:
        case Paging.NUMBERS | Paging.NUMS:
            counted = total(reply.body)
            return bool(here) and (seen < counted if counted is not None else here >= listing.size)
        case Paging.TOKENS | Paging.LIMIT:
            return bool(token)
        case Paging.NONE:
            return False


def _token(reply: Reply) -> str:
    return str(reply.body.get("NextToken") or reply.body.get("nextToken") or "")


def _listed(listing: AlibabaListing, body: Mapping[str, Any]) -> Sequence[Any]:
    """Return what lies where the items do, before a function takes them from there."""
    return at(body, listing.lies_at[:-2]) or () if listing.lies_at.endswith("[]") else (body,)


def _identities(listing: AlibabaListing, pages: Sequence[Reply]) -> list[str]:
    found = [item for page in pages for item in listing.of(page.body)]
    return [str(at(item, listing.identity)) if listing.identity else str(n) for n, item in enumerate(found)]
