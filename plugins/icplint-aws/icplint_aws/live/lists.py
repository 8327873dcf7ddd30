"""The lists that are asked before all others, and the partitions of AWS."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from icplint.plugin import Reply
from icplint_aws.home import CHINA
from icplint_aws.live.listing import List

IDENTITY: Final = List(
    product="sts", action="get_caller_identity", items=lambda page: (page,), at="Arn", regional=False
)
REGIONS: Final = List(product="ec2", action="describe_regions", items="Regions", regional=False)
FIRST: Final = (IDENTITY, REGIONS)
"""What is asked before anything else: in which partition, and in which regions."""
HOMES: Final = {"aws-cn": "cn-north-1", "aws": "us-east-1"}
"""Where a partition is asked about what it has everywhere: Route 53, CloudFront, the list of buckets."""


def home(partition: str) -> str:
    """Return where a partition is asked about what it has everywhere; that of an unheard one answers nothing."""
    return HOMES.get(partition, HOMES["aws"])


def partition_of(reply: Reply | None) -> str:
    """Return the partition that the keys of an account belong to."""
    arn = next((str(page.get("Arn")) for page in (reply.pages if reply else ())), "")
    return arn.split(":")[1] if arn.startswith("arn:") else "aws"


def places(chosen: Sequence[str], found: Sequence[str], known: Sequence[str], home: str) -> list[str]:
    """Return where an account is asked: the regions of another partition than that of its home are not its own."""
    for names in (chosen, found):
        if own := sorted({name for name in names if name.startswith(CHINA) == home.startswith(CHINA)}):
            return own
    return list(known)
