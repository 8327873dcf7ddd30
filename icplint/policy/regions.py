"""Where the providers' regions lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.model.text import Text, plain

# The region of ap-southeast-9b and us-east-1-bos-1a ends in a number; that of cn-somewhere-h before the letter.
_NUMBERED: Final = regex(r"[a-z]+(?:-[a-z]+)+-\d+(?=[a-z-]|$)")
_LETTER: Final = regex(r"-?[a-z]$")


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


class Regions:
    """The rows of regions.toml, which `read` returns when one is first asked for.

    A provider is alibaba, aws, tencent, huawei, azure …; `-cn` behind it (aws-cn) makes no difference.
    """

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read
        self._found: dict[tuple[str, str], Region | None] = {}
        self._of_zone: dict[tuple[str, str], str | None] = {}
        self._listed_by_cloud: dict[str, dict[str, Region]] = {}

    def find(self, provider: str, identifier: str) -> Region | None:
        """Return the region of a provider, None where nothing tells.

        OSS locations (`oss-cn-shanghai`) and Azure's display names (`China East 2`) are understood. An unlisted `cn-*`
        of Alibaba Cloud or AWS is in the mainland, with `known` false; families such as `ap-*` lie outside as a whole.
        """
        if (provider, identifier) not in self._found:
            self._found[provider, identifier] = self._look_up(_cloud(provider), identifier)
        return self._found[provider, identifier]

    def of_zone(self, provider: str, zone: str) -> str | None:
        """Return the id of the region that holds `zone`: the longest listed one, else one that its shape shows."""
        if (provider, zone) not in self._of_zone:
            self._of_zone[provider, zone] = self._around(provider, zone.strip().lower())
        return self._of_zone[provider, zone]

    def public(self, provider: str) -> list[Region]:
        """Return the regions that anybody may use, in the order of the table: no finance, government or alias ids."""
        cloud = _cloud(provider)
        special = self._rows(cloud).get("special", {})
        return [found for ident, found in self._listed(cloud).items() if ident not in special]

    def access_provider(self, provider: str, identifier: str) -> str:
        """Return who is access provider of what stands in a region: AWS in China has an operator for each.

        Source: aws.amazon.com/blogs/enterprise-strategy, "Getting Started with AWS Services in AWS China".
        """
        found: str = self._rows(_cloud(provider)).get("operators", {}).get(identifier, provider)
        return found

    def operators(self, provider: str) -> frozenset[str]:
        """Return the access providers that a register may mean by `aws-cn`."""
        return frozenset(self._rows(_cloud(provider)).get("operators", {}).values())

    def _look_up(self, cloud: str, identifier: str) -> Region | None:
        ident = identifier.strip().lower().replace(" ", "")
        if cloud == "alibaba":
            ident = ident.removeprefix("oss-")
        if (listed := self._listed(cloud).get(ident)) is not None:
            return listed
        for key, mainland in (("elsewhere", False), ("assumed", True)):
            if any(fnmatchcase(ident, pattern) for pattern in self._rows(cloud).get(key, ())):
                return Region(id=ident, provider=cloud, mainland=mainland, known=not mainland, name=plain(ident))
        return None

    def _around(self, provider: str, zone: str) -> str | None:
        listed = [ident for ident in self._listed(_cloud(provider)) if _begins(zone, ident)]
        if listed:
            return max(listed, key=len)
        numbered = _NUMBERED.match(zone)
        found = self.find(provider, numbered[0] if numbered else _LETTER.sub("", zone))
        return found.id if found is not None and found.known else None

    @cached_property
    def _table(self) -> Mapping[str, Any]:
        return self._read()

    def _rows(self, cloud: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self._table.get(cloud, {})
        return found

    def _listed(self, cloud: str) -> dict[str, Region]:
        """Return every listed region by id."""
        if cloud not in self._listed_by_cloud:
            rows = self._rows(cloud)
            self._listed_by_cloud[cloud] = {
                ident: Region(id=ident, provider=cloud, mainland=kind != "outside", known=True, name=Text(*names))
                for kind in ("mainland", "special", "outside")
                for ident, names in rows.get(kind, {}).items()
            }
        return self._listed_by_cloud[cloud]


def _cloud(provider: str) -> str:
    return provider.removesuffix("-cn")


def _begins(zone: str, ident: str) -> bool:
    return zone.startswith(ident) and not zone[len(ident) : len(ident) + 1].isdigit()
