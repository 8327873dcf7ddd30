"""The resources of a run, by address, by id and by type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from icplint.model.resource import Resource
from icplint.model.unknown import Reference
from icplint.policy import Policy
from icplint.resources.rows import Keys


class ResourceIndex:
    """See `Finder`."""

    def __init__(self, resources: Iterable[Resource], policy: Policy, environment: Mapping[str, str]) -> None:
        self.policy = policy
        self.environment = environment
        self._resources = list(resources)  # an account may have two kinds of one id, as an address and what binds it
        self._by_key: dict[tuple[str, Keys], dict[Hashable, list[Resource]]] = {}
        self._by_address = {(resource.root, resource.address): resource for resource in reversed(self._resources)}

    def __iter__(self) -> Iterator[Resource]:
        return iter(self._resources)

    def by_address(self, root: str, reference: Reference) -> Resource | None:
        """See `Finder.by_address`."""
        return self._by_address.get((reference.root or root, reference.address))

    def by_id(self, identifier: str) -> Sequence[Resource]:
        """See `Finder.by_id`."""
        return self._by_id.get(identifier, ())

    def by_kind(self, kind: str) -> Sequence[Resource]:
        """See `Finder.by_kind`."""
        return self._by_kind.get(kind, ())

    def by_key(self, kind: str, keys: Keys, key: Hashable) -> Sequence[Resource]:
        """See `Finder.by_key`."""
        if (kind, keys) not in self._by_key:
            found: dict[Hashable, list[Resource]] = defaultdict(list)
            for resource in self.by_kind(kind):
                for one in dict.fromkeys(keys(resource, self)):
                    found[one].append(resource)
            self._by_key[kind, keys] = dict(found)
        return self._by_key[kind, keys].get(key, ())

    @cached_property
    def _by_id(self) -> dict[str, list[Resource]]:
        found: dict[str, list[Resource]] = defaultdict(list)
        for resource in self._resources:
            if isinstance(identifier := resource.values.get("id"), str):
                found[identifier].append(resource)
        return found

    @cached_property
    def _by_kind(self) -> dict[str, list[Resource]]:
        found: dict[str, list[Resource]] = defaultdict(list)
        for resource in self._resources:
            found[resource.kind].append(resource)
        return found
