"""What the engine of scans makes of replies, for the tests of a cloud."""

from __future__ import annotations

from collections.abc import Sequence

from icplint.live import inventory
from icplint.live.call import Reply
from icplint.live.vendor import L, Vendor
from icplint.model.reading import Reading
from icplint.policy import Tables


def listed(vendor: Vendor[L], listings: Sequence[L], *replies: Reply) -> Reading:
    """Return what replies to these lists say of an account."""
    return inventory.read(replies, listings, vendor, Tables.core().regions)
