"""Where the providers' regions lie."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Final

from icplint.model.text import Text, plain
from icplint.policy.tables import kept, table

# The region of ap-southeast-9b and us-east-1-bos-1a ends in a number; that of cn-somewhere-h before the letter.
_NUMBERED: Final = re.compile(r"[a-z]+(?:-[a-z]+)+-\d+(?=[a-z-]|$)")
_LETTER: Final = re.compile(r"-?[a-z]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region, and whether it lies in mainland China (Hong Kong, Macau and Taiwan do not).

    `known` is false where an unlisted id is taken to be in the mainland by its shape alone.
    """

    id: str
    provider: str
    mainland: bool
    known: bool
    name: Text


@kept
def region(provider: str, identifier: str) -> Region | None:
    """Return the region of `provider` (alibaba, aws, tencent, huawei, azure), None where nothing tells.

    OSS locations (`oss-cn-shanghai`) and Azure's display names (`China East 2`) are understood. An unlisted `cn-*` of
    Alibaba Cloud or AWS is in the mainland, with `known` false; families such as `ap-*` lie outside as a whole.
    """
    cloud = provider.removesuffix("-cn")
    rows = _provider(cloud)
    ident = identifier.strip().lower().replace(" ", "")
    if cloud == "alibaba":
        ident = ident.removeprefix("oss-")
    if (listed := _listed(cloud).get(ident)) is not None:
        return listed
    for key, mainland in (("elsewhere", False), ("assumed", True)):
        if any(fnmatchcase(ident, pattern) for pattern in rows.get(key, ())):
            return Region(id=ident, provider=cloud, mainland=mainland, known=not mainland, name=plain(ident))
    return None


def access_provider(provider: str, identifier: str) -> str:
    """Return who is access provider of what stands in a region: AWS in China has an operator for each.

    Source: aws.amazon.com/blogs/enterprise-strategy, "Getting Started with AWS Services in AWS China".
    """
    cloud = provider.removesuffix("-cn")
    found: str = _provider(cloud).get("operators", {}).get(identifier, provider)
    return found


@kept
def operators(provider: str) -> frozenset[str]:
    """Return the access providers that a register may mean by `aws-cn`."""
    return frozenset(_provider(provider.removesuffix("-cn")).get("operators", {}).values())


def regions(provider: str) -> list[Region]:
    """Return the regions that anybody may use, in the order of the table: no finance, government or alias ids."""
    cloud = provider.removesuffix("-cn")
    special = _provider(cloud).get("special", {})
    return [found for ident, found in _listed(cloud).items() if ident not in special]


@kept
def region_of_zone(provider: str, zone: str) -> str | None:
    """Return the id of the region that holds `zone`: the longest listed one, else one that the zone's shape shows."""
    name = zone.strip().lower()
    listed = [ident for ident in _listed(provider.removesuffix("-cn")) if _begins(name, ident)]
    if listed:
        return max(listed, key=len)
    numbered = _NUMBERED.match(name)
    candidate = numbered[0] if numbered else _LETTER.sub("", name)
    found = region(provider, candidate)
    return found.id if found is not None and found.known else None


def _begins(zone: str, ident: str) -> bool:
    return zone.startswith(ident) and not zone[len(ident) : len(ident) + 1].isdigit()


def _provider(cloud: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table("regions").get(cloud, {})
    return found


@kept
def _listed(cloud: str) -> dict[str, Region]:
    """Return every listed region by id."""
    rows = _provider(cloud)
    return {
        ident: Region(id=ident, provider=cloud, mainland=kind != "outside", known=True, name=Text(*names))
        for kind in ("mainland", "special", "outside")
        for ident, names in rows.get(kind, {}).items()
    }
