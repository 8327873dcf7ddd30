"""All lists of a scan, and which of them hang on which items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Final

from icplint_aws.home import CHINA
from icplint_aws.live.call import Call, Reply
from icplint_aws.live.listing import Item, List

IDENTITY: Final = List(
    service="sts", operation="get_caller_identity", items=lambda page: (page,), at="Arn", everywhere=True
)
REGIONS: Final = List(service="ec2", operation="describe_regions", items="Regions", everywhere=True)
FIRST: Final = (IDENTITY, REGIONS)
"""What is asked before anything else: in which partition, and in which regions."""
HOMES: Final = {"aws-cn": "cn-north-1", "aws": "us-east-1"}
"""Where a partition is asked about what it has everywhere: Route 53, CloudFront, the list of buckets."""


def all_lists() -> list[List]:
    """Return the lists of every product."""
    package = "icplint_aws.resources"
    names = sorted(module.name for module in iter_modules(import_module(package).__path__))
    return [one for name in names for one in getattr(import_module(f"{package}.{name}"), "LISTS", ())]


def home(partition: str) -> str:
    """Return where a partition is asked about what it has everywhere; that of an unheard one answers nothing."""
    return HOMES.get(partition, HOMES["aws"])


def partition_of(reply: Reply | None) -> str:
    """Return the partition that the keys of an account belong to."""
    arn = next((str(page.get("Arn")) for page in (reply.pages if reply else ())), "")
    return arn.split(":")[1] if arn.startswith("arn:") else "aws"


def regions_of(reply: Reply, partition: str) -> list[str]:
    """Return the regions that an account has enabled; those of another partition are not its own."""
    names = (str(item.get("RegionName")) for page in reply.pages for item in REGIONS.of(page))
    return sorted({name for name in names if name.startswith(CHINA) == (partition == "aws-cn")})


def first(lists: Sequence[List], account: str, partition: str, regions: Sequence[str]) -> Iterator[tuple[List, Call]]:
    """Yield the call of every list that hangs on no other."""
    for listing in lists:
        if not listing.parent:
            for region in [home(partition)] if listing.everywhere else regions:
                yield listing, asking(listing, account, region)


def asking(listing: List, account: str, region: str, parameters: tuple[tuple[str, str], ...] = ()) -> Call:
    """Return the call of a list."""
    return Call(
        account=account,
        service=listing.service,
        operation=listing.operation,
        region=region,
        parameters=parameters,
    )


def further(lists: Sequence[List], listing: List, reply: Reply) -> Iterator[tuple[List, Call, Item]]:
    """Yield the calls about the items of a reply, each with its item."""
    for child in lists:
        if child.parent == listing.name:
            for item in (item for page in reply.pages for item in listing.of(page)):
                if child.about(item):
                    region = str(item.get(child.region) or reply.call.region)
                    said = tuple((name, str(item.get(key))) for name, key in child.parameters.items())
                    yield child, asking(child, reply.call.account, region, said), item
