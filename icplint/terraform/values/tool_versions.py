"""Which versions of Terraform and OpenTofu a configuration allows, and since which of them there is what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex


class Tool(StrEnum):
    """What reads a configuration."""

    TERRAFORM = "Terraform"
    OPENTOFU = "OpenTofu"


class Version(NamedTuple):
    """A minor version of a tool: its patches read alike."""

    tool: Tool
    major: int
    minor: int


NEWEST: Final = (Version(Tool.TERRAFORM, 1, 15), Version(Tool.OPENTOFU, 1, 13))
"""The newest versions that icplint knows."""

ALL: Final = frozenset(
    [
        *(Version(Tool.TERRAFORM, 0, minor) for minor in range(12, 16)),
        *(Version(Tool.TERRAFORM, 1, minor) for minor in range(NEWEST[0].minor + 1)),
        *(Version(Tool.OPENTOFU, 1, minor) for minor in range(6, NEWEST[1].minor + 1)),
    ]
)
LANGUAGE: Final = "a language block"
SHORT_CIRCUIT: Final = "&&"
ENABLED: Final = "enabled"
_SINCE: Final[Mapping[str, tuple[int | None, int | None]]] = MappingProxyType(
    {
        SHORT_CIRCUIT: (12, 10),
        ENABLED: (None, 11),
        LANGUAGE: (None, 12),
        "tofu.workspace": (None, 6),
        "provider for_each": (None, 9),
        "base64gunzip": (None, 7),
        "cidrcontains": (None, 7),
        "urldecode": (None, 7),
        "convert": (15, 13),
        "ephemeralasnull": (10, 11),
        "issensitive": (8, 7),
        "plantimestamp": (5, 6),
        "strcontains": (5, 6),
        "templatestring": (9, 7),
        "startswith": (3, 6),
        "endswith": (3, 6),
        "timecmp": (3, 6),
    }
)
"""The minor versions 1.x of Terraform and of OpenTofu in which something came; None where it never did.

Sources: the change logs of github.com/hashicorp/terraform and github.com/opentofu/opentofu.
"""

_CLAUSE: Final = regex(r"(=|!=|>=|<=|>|<|~>)?\s*v?(\d{1,9}(?:\.\d{1,9})*)")
_PATCHES: Final = 99
"""A patch beyond all that there are of a minor version."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The minor versions that may read a configuration."""

    allowed: frozenset[Version] = ALL

    def have(self, what: str) -> bool:
        """Return whether one of them has a function, or something else of which it is known since when it is there."""
        since = _SINCE.get(what)
        return since is None or any(_has(version, since) for version in self.allowed)

    def since(self, what: str) -> Versions:
        """Return those that have it; all where none does."""
        return self._kept(version for version in self.allowed if _has(version, _SINCE[what]))

    def of(self, tool: Tool) -> Versions:
        """Return those of a tool; all where there is none."""
        return self._kept(version for version in self.allowed if version.tool is tool)

    def within(self, constraint: str, tool: Tool | None = None) -> Versions:
        """Return those that keep to a constraint, which speaks of one tool or of both; all where none does."""
        return self._kept(v for v in self.allowed if tool not in {None, v.tool} or _fits(constraint, v[1:]))

    def _kept(self, versions: Iterable[Version]) -> Versions:
        kept = frozenset(versions)
        return Versions(kept) if kept and kept != self.allowed else self


EVERY: Final = Versions()


def _has(version: Version, since: tuple[int | None, int | None]) -> bool:
    first = since[version.tool is Tool.OPENTOFU]
    return first is not None and (version.major, version.minor) >= (1, first)


def newer(constraint: str, tool: Tool | None = None) -> bool:
    """Return whether a constraint, on one tool or on both, allows only versions that are newer than those known."""
    later = ((1, minor) for minor in range(min(one.minor for one in NEWEST) + 1, _PATCHES))
    known = any(_fits(constraint, version[1:]) for version in ALL if tool in {None, version.tool})
    return not known and any(_fits(constraint, one) for one in (*later, (2, 0), (2, _PATCHES), (3, 0)))


@cache
def _fits(constraint: str, minor: tuple[int, ...]) -> bool:
    """Return whether a patch of a minor version keeps to a constraint."""
    clauses = [_CLAUSE.fullmatch(clause.strip()) for clause in constraint.split(",")]
    if None in clauses:
        return True
    named = {numbers_of(clause[2])[2] for clause in clauses if clause}
    patches = {0, _PATCHES, *named, *(patch + 1 for patch in named)}
    return any(allows(constraint, (*minor, patch)) for patch in patches)


def allows(constraint: str, version: tuple[int, ...]) -> bool:
    """Return whether a version keeps to a constraint; one that is spelled otherwise is Terraform's to judge.

    Source: developer.hashicorp.com/terraform/language/expressions/version-constraints.
    """
    clauses = [_CLAUSE.fullmatch(clause.strip()) for clause in constraint.split(",")]
    return None in clauses or all(_keeps(version, clause) for clause in clauses if clause)


def _keeps(version: tuple[int, ...], clause: re.Match[str]) -> bool:
    wanted = numbers_of(clause[2])
    exact = clause[2].count(".")
    match clause[1]:
        case "!=":
            return version != wanted
        case ">=":
            return version >= wanted
        case "<=":
            return version <= wanted
        case ">":
            return version > wanted
        case "<":
            return version < wanted
        case "~>":
            return version >= wanted and version[:exact] == wanted[:exact]
        case _:
            return version == wanted


def numbers_of(text: str) -> tuple[int, ...]:
    """Return the first three numbers of a version; those that it does not write are 0."""
    return tuple([*map(int, text.split(".")), 0, 0, 0][:3])
