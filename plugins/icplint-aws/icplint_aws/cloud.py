"""AWS, as `icplint scan --cloud aws` asks for it: the lists of the table of products, by way of boto3."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from icplint.plugin import ConfigError, Reading, Scanning, ScanRequest, Text
from icplint_aws.live.listing import List
from icplint_aws.live.lists import FIRST, all_lists

TITLE: Final = Text(en="Amazon Web Services", zh="亚马逊云科技")
MISSING: Final = Text(
    en="icplint scan --cloud aws needs boto3: pip install icplint-aws ({module} is missing)",
    zh="icplint scan --cloud aws 需要 boto3：请执行 pip install icplint-aws（缺少 {module}）",
)
DOMAIN_NAMES: Final = "apigateway:GET"
"""The action that reads whatever API Gateway has; it is allowed for the names only."""


@dataclass(frozen=True, slots=True)
class Aws:
    """AWS in both partitions: that of China, and that of everywhere else."""

    name: str = "aws"
    title: Text = TITLE

    def products(self) -> Sequence[str]:
        """Return the services that have lists, by name."""
        return sorted({listing.service for listing in all_lists()})

    def policy(self, products: Sequence[str], *, lookup: bool) -> str:
        """Return the IAM policy that allows every call of a scan, and nothing else.

        It is for the partition of the region that the AWS tools find, and else for that of China. Nothing is looked up.
        """
        import json

        del lookup
        actions = {one.permission for one in (*FIRST, *_of(products))}
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
            from icplint_aws.live.live import Live
        except ImportError as error:
            raise ConfigError(MISSING.using(module=str(error.name))) from None
        return Live(asked, _of(asked.products))

    def saved(self, directory: Path, shown: str) -> Reading:
        """Return what a saved inventory holds."""
        from icplint_aws.live.save import read_saved

        return read_saved(directory, shown, all_lists())


def _of(products: Sequence[str]) -> list[List]:
    return [listing for listing in all_lists() if not products or listing.service in products]


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
