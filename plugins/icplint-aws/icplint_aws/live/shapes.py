"""Whether a page has what the service's own model says that it has: without it, it says nothing of what there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from icplint.plugin import Failure, Reply
from icplint_aws.live.listing import Item, List


def checked(listing: List, reply: Reply) -> Reply:
    """Return a reply, as a failure where a page is of another shape; what the pages hold nevertheless is kept."""
    found = next(((page, what) for page in reply.pages for what in _oddities(listing, page)), None)
    if found is None or reply.failure is not None:
        return reply
    page, what = found
    failure = Failure(code=Failure.ODD, message=what, request_id=str(page.get("RequestId") or ""))
    return replace(reply, failure=failure)


def _oddities(listing: List, page: Item) -> Iterator[str]:
    """Yield what a page lacks. Every reply of AWS has the id of its request: what has none is somebody else's.

    Source: AWS, Common response headers and elements (x-amzn-RequestId, x-amz-request-id, RequestId).
    """
    if not page.get("RequestId"):
        yield "RequestId"
    if listing.place and listing.place not in page:
        yield listing.place
        return
    for item in listing.of(page):
        for one in listing.yields:
            own = isinstance(one.identity, str) and not one.identity.startswith("?")
            if own and not (one.unless and one.unless(item)) and not item.get(str(one.identity)):
                yield f"{listing.place}[].{one.identity}"
