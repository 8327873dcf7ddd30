"""AWS, as `icplint scan --cloud aws` asks for it: the lists of the table of products, by way of boto3."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Final

from icplint.plugin import ConfigError, Live, LiveCloud, Scanning, ScanRequest, Text, Vendor
from icplint_aws.live.listing import List
from icplint_aws.live.lists import FIRST
from icplint_aws.live.vendor import VENDOR

TITLE: Final = Text(en="Amazon Web Services", zh="亚马逊云科技")
MISSING: Final = Text(
    en="icplint scan --cloud aws needs boto3: pip install icplint-aws ({module} is missing)",
    zh="icplint scan --cloud aws 需要 boto3：请执行 pip install icplint-aws（缺少 {module}）",
)
DOMAIN_NAMES: Final = "apigateway:GET"
"""The action that reads whatever API Gateway has; it is allowed for the names only."""


@dataclass(frozen=True, slots=True)
class Aws(LiveCloud[List]):
    """AWS in both partitions: that of China, and that of everywhere else."""

    name: str = "aws"
    title: Text = TITLE

    def vendor(self) -> Vendor[List]:
        """Return what the engine must know of it."""
        return VENDOR

    def policy(self, products: Sequence[str], *, lookup: bool) -> str:
        """Return the IAM policy that allows every call of a scan, and nothing else.

        It is for the partition of the region that the AWS tools find, and else for that of China. Nothing is looked up.
        """
        import json

        del lookup
        actions = {one.grant for one in (*FIRST, *self.of(products))}
        statements: list[dict[str, object]] = [
            {"Effect": "Allow", "Action": sorted(actions - {DOMAIN_NAMES}), "Resource": "*"}
        ]
        if DOMAIN_NAMES in actions:
            names = f"arn:{_partition()}:apigateway:*::/domainnames*"
            statements.append({"Effect": "Allow", "Action": [DOMAIN_NAMES], "Resource": names})
        return json.dumps({"Version": "2012-10-17", "Statement": statements}, indent=2) + "\n"

    def scan(self, asked: ScanRequest) -> AbstractContextManager[Scanning]:
        """Return a scan that can begin; raises ConfigError where boto3 is not installed, or finds no keys."""
        try:
            from icplint_aws.live.accounts import accounts
        except ImportError as error:
            raise ConfigError(MISSING.using(module=str(error.name))) from None
        places = self.endpoints(asked, (listing.product for listing in FIRST))
        return Live(asked, accounts(asked, places), self.of(asked.products), self.listings(), VENDOR, self.regions())


def _partition() -> str:
    try:
        from boto3.session import Session
    except ImportError as error:
        raise ConfigError(MISSING.using(module=str(error.name))) from None
    region = os.environ.get("AWS_REGION") or Session().region_name  # boto3 alone among the AWS tools does not read it
    return "aws-cn" if not region or region.startswith("cn-") else "aws"


def clouds() -> Iterable[Aws]:
    """Return what the plugin brings."""
    return (Aws(),)
