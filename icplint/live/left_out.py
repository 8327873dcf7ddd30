"""What the user left out of a scan: it may hide as much as what was refused, and is not a failure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from icplint.live.call import Call
from icplint.live.listing import everything
from icplint.live.vendor import L, Vendor
from icplint.model.reading import Unread
from icplint.model.text import Text

PRODUCT: Final = Text(en="was not asked (--products)", zh="未查询（未包含在 --products 中）")
REGION: Final = Text(en="was not asked (--region)", zh="未查询（未包含在 --region 中）")


def products(
    asked: Iterable[Call], listings: Sequence[L], vendor: Vendor[L], chosen: Sequence[str] | None = None
) -> Iterator[Unread]:
    """Yield the products that the user left out; `asked` are the calls that belong to no other's item.

    `chosen` are those that were to be read, none for all; None: not known, so it is those of which something was
    asked. An account of which no more than the first lists were asked was never come to.
    """
    before = {listing.name for listing in vendor.first}
    by_account: dict[str, set[str]] = {}
    for call in asked:
        if call.name not in before:
            by_account.setdefault(call.account, set()).add(call.product)
    usual = [listing for listing in listings if not listing.on_demand]
    if chosen is not None:
        by_account = {account: {*(chosen or (one.product for one in usual))} for account in by_account}
    for account, read in by_account.items():
        for product in sorted({listing.product for listing in usual} - read):
            kinds = everything([listing for listing in usual if listing.product == product])
            yield _part(product, account, PRODUCT, kinds)


def region(account: str, name: str, kinds: frozenset[str]) -> Unread:
    """Return a region in which lists of these kinds were not asked for."""
    return _part(name, account, REGION, kinds, name)


def _part(name: str, account: str, why: Text, kinds: frozenset[str], place: str = "") -> Unread:
    return Unread(f"{account}/{name}" if account else name, why, lacks=kinds, root=account, region=place, left_out=True)
