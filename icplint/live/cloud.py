"""A cloud that the engine reads: what it is asked for comes from whoever gathers the lists of the plugins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Generic, Self, TypeVar

from icplint.live.listing import Listing
from icplint.live.vendor import Vendor
from icplint.model.cloud import ScanRequest
from icplint.model.dataclass import dataclass
from icplint.model.reading import Reading
from icplint.policy import Regions, Tables

L = TypeVar("L", bound=Listing)


@dataclass(frozen=True, slots=True)
class LiveCloud(Generic[L]):
    """A `Cloud` by its lists; a subclass says how a scan begins, and what it must be granted (`scan`, `policy`).

    `listings` are the lists, `regions` the regions that the core and the plugins know of.
    """

    name: str
    listings: Callable[[], Sequence[L]] = tuple
    regions: Callable[[], Regions] = lambda: Tables.core().regions

    def knowing(self, listings: Callable[[], Sequence[L]], regions: Callable[[], Regions]) -> Self:
        """Return the cloud that is asked for these lists, and knows these regions."""
        return replace(self, listings=listings, regions=regions)

    def vendor(self) -> Vendor[L]:
        """Return what the engine must know of it."""
        raise NotImplementedError

    def products(self) -> Sequence[str]:
        """Return the products that have lists, by name."""
        return sorted({listing.product for listing in self.listings()})

    def of(self, products: Sequence[str]) -> list[L]:
        """Return the lists of some products; none: of all."""
        return [listing for listing in self.listings() if not products or listing.product in products]

    def endpoints(self, asked: ScanRequest, others: Iterable[str] = ()) -> dict[str, str]:
        """Return where products answer, by product, and under `default` where all others do; raises ConfigError.

        `others` are the products that are asked and have no lists.
        """
        from icplint.live.endpoints import parse

        products = {*self.products(), *others}
        written_out = (*(f"{product}={url}" for product, url in asked.own_endpoints.items()), *asked.endpoints)
        return dict(parse(written, products) for written in written_out)

    def saved(self, directory: Path, shown: str) -> Reading:
        """Return what a saved inventory holds."""
        from icplint.live.save import read_saved

        return read_saved(directory, shown, self.listings(), self.vendor(), self.regions())
