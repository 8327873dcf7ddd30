"""Alibaba Cloud, as `icplint scan` asks for it: the lists of the table of products, by way of the vendor's SDK."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Final

from icplint.alibaba.listing import REGIONS, AlibabaListing
from icplint.errors import ConfigError
from icplint.live.cloud import LiveCloud
from icplint.model.cloud import Scanning, ScanRequest
from icplint.model.dataclass import dataclass
from icplint.model.packages import installing
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.live.vendor import Vendor

MISSING: Final = Text(
    en="icplint scan needs the vendor's SDK: {install} ({module} is missing)",
    zh="icplint scan 需要阿里云 SDK：请执行 {install}（缺少 {module}）",
)


@dataclass(frozen=True, slots=True)
class Alibaba(LiveCloud[AlibabaListing]):
    """The cloud of the core."""

    name: str = "alibaba"

    def vendor(self) -> Vendor[AlibabaListing]:
        """Return what the engine must know of it."""
        from icplint.alibaba.vendor import ALIBABA

        return ALIBABA

    def policy(self, products: Sequence[str], *, lookup: bool) -> str:
        """Return the RAM policy that allows every call of a scan, and nothing else."""
        import json

        asked = [REGIONS, *(one for one in self.of(products) if lookup or not one.on_demand)]
        statement = {"Effect": "Allow", "Action": sorted({one.permission for one in asked}), "Resource": "*"}
        return json.dumps({"Version": "1", "Statement": [statement]}, indent=2) + "\n"

    def scan(self, asked: ScanRequest) -> AbstractContextManager[Scanning]:
        """Return a scan that can begin; raises ConfigError where the vendor's SDK is not installed."""
        try:
            from icplint.alibaba.live import AlibabaScan
        except ImportError as error:
            raise ConfigError(MISSING.using(module=str(error.name), install=installing("icplint[aliyun]"))) from None
        return AlibabaScan(asked, self.of(asked.products), self.listings(), self.regions())
