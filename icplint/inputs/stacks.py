"""Plans and states -> the stacks that they show: two documents may be two sightings of one, or two of one module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from icplint.model.comment import CommentedCall
from icplint.model.dataclass import dataclass
from icplint.model.reading import Reading
from icplint.model.regex import regex
from icplint.model.resource import Rank, Resource
from icplint.registry import Source

ISSUED: Final = regex(r"(?:i|eip|lb|alb|nlb|ngw|vpc|vsw|sg|eni|ins|d)-[0-9a-z]{5,}")
"""Ids that a cloud gives to one thing only; other ids are names, which two stacks may share."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A plan or a state that was read; `beside` is the directory whose configuration it was made of, if it lies there.

    `path` is where it lies, or the directory in which icplint runs for one of standard input.
    """

    source: Source
    content: Any
    shown: str
    path: Path
    beside: Path | None
    reading: Reading

    @property
    def order(self) -> tuple[bool, str]:
        """States before plans, then by path."""
        return (self.source.kind == "plan", self.path.as_posix())

    def pairs(self) -> Iterator[Pair]:
        """Yield the addresses of things with the ids that the cloud gave them."""
        for resource in self.reading.resources:
            identity = resource.values.get("id")
            if isinstance(identity, str) and ISSUED.fullmatch(identity) and not resource.kind.startswith("data."):
                yield resource.address, identity


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStack:
    """The documents of one stack; `alone` says that it is the only one that its directory's configuration makes."""

    documents: tuple[Document, ...]
    alone: bool

    @property
    def beside(self) -> Path | None:
        """The directory of its configuration."""
        return next((d.beside for d in self.documents if d.beside is not None), None)


def stacks(documents: Sequence[Document]) -> list[DocumentStack]:
    """Return the stacks of these documents: those with a thing in common are one.

    Documents beside one configuration are one as well, unless they tell of different things at one address, or are
    different plans.
    """
    found = _with_one_thing_in_common(documents)
    beside: dict[Path | None, list[list[Document]]] = defaultdict(list)
    for group in found:
        beside[next((d.beside for d in group if d.beside is not None), None)].append(group)
    made: list[DocumentStack] = []
    for directory, groups in beside.items():
        if directory is not None and not _contradict(groups):
            made.append(DocumentStack(documents=tuple(d for group in groups for d in group), alone=True))
        else:
            made += [DocumentStack(documents=tuple(group), alone=False) for group in groups]
    return made


def _with_one_thing_in_common(documents: Sequence[Document]) -> list[list[Document]]:
    leader = list(range(len(documents)))

    def leading(n: int) -> int:
        while leader[n] != n:
            leader[n] = n = leader[leader[n]]
        return n

    first: dict[Pair, int] = {}
    for n, document in enumerate(documents):
        for pair in document.pairs():
            leader[leading(n)] = leading(first.setdefault(pair, n))
    groups: dict[int, list[Document]] = defaultdict(list)
    for n, document in enumerate(documents):
        groups[leading(n)].append(document)
    return [sorted(group, key=lambda d: d.order) for group in groups.values()]


def _contradict(groups: Sequence[Sequence[Document]]) -> bool:
    """Whether one address is different things in different groups, or there are plans of different stacks."""
    plans = [d.content for group in groups for d in group[-1:] if d.source.kind == "plan"]
    if any(plan != plans[0] for plan in plans):
        return True
    seen: dict[str, tuple[int, str]] = {}
    for n, group in enumerate(groups):
        for document in group:
            for address, identity in document.pairs():
                known = seen.setdefault(address, (n, identity))
                if known[0] != n and known[1] != identity:
                    return True
    return False


def rooted(reading: Reading, root: str) -> Reading:
    """Return a reading as that of another root."""
    return replace(
        reading,
        resources=[_at(resource, root) for resource in reading.resources],
        comments=[
            r._replace(calls=frozenset(CommentedCall(root, call.path) for call in r.calls)) for r in reading.comments
        ],
    )


def _at(resource: Resource, root: str) -> Resource:
    return resource if resource.rank is Rank.LIVE else replace(resource, root=root)
