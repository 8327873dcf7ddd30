"""Alibaba Cloud, as `icplint scan` asks for it: the lists of the table of products, by way of the vendor's SDK."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from icplint.alibaba.listing import REGIONS, Listing
from icplint.errors import ConfigError
from icplint.model.cloud import Scanning, ScanRequest
from icplint.model.packages import installing
from icplint.model.reading import Reading
from icplint.model.text import Text
from icplint.policy import Regions

MISSING: Final = Text(
    en="icplint scan needs the vendor's SDK: {install} ({module} is missing)",
    zh="icplint scan 需要阿里云 SDK：请执行 {install}（缺少 {module}）",
)


@dataclass(frozen=True, slots=True)
class Alibaba:
    """The cloud of the core; `listings` are the lists, `regions` the regions that the core and the plugins know of."""

    listings: Callable[[], Sequence[Listing]]
    regions: Callable[[], Regions]
    name: str = "alibaba"

    def products(self) -> Sequence[str]:
        """Return the products that have lists, by name."""
        return sorted({listing.product for listing in self.listings()})

    def policy(self, products: Sequence[str], *, lookup: bool) -> str:
        """Return the RAM policy that allows every call of a scan, and nothing else."""
        import json

        asked = [REGIONS, *(one for one in self._of(products) if lookup or not one.on_demand)]
        statement = {"Effect": "Allow", "Action": sorted({one.permission for one in asked}), "Resource": "*"}
        return json.dumps({"Version": "1", "Statement": [statement]}, indent=2) + "\n"

    def scan(self, asked: ScanRequest) -> AbstractContextManager[Scanning]:
        """Return a scan that can begin; raises ConfigError where the vendor's SDK is not installed."""
        try:
            from icplint.alibaba.live import Live
        except ImportError as error:
            raise ConfigError(MISSING.using(module=str(error.name), install=installing("icplint[aliyun]"))) from None
        return Live(asked, self._of(asked.products), self.listings(), self.regions())

    def saved(self, directory: Path, shown: str) -> Reading:
        """Return what a saved inventory holds."""
        from icplint.alibaba.vendor import ALIBABA
        from icplint.live.save import read_saved

        return read_saved(directory, shown, self.listings(), ALIBABA, self.regions())

    def _of(self, products: Sequence[str]) -> list[Listing]:
        return [listing for listing in self.listings() if not products or listing.product in products]
