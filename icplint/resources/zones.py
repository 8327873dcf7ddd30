"""The zones that DNS records lie in, and the full names of the records there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from icplint.model.names import host_name, registrable_domain
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.resources.rows import NOT_SAID, Finder, GivenName, is_set, pick, said_at
from icplint.resources.titles import titled

RELATIVE = Text(
    en="{name} is relative to a zone, and nothing that was read says what that zone is called",
    zh="{name} 是相对主机记录，已读取的内容中没有其所属区域（zone）的域名",
)
NO_ZONE = Text(
    en="nothing that was read says what the zone of {address} is called",
    zh="已读取的内容中没有 {address} 所属区域（zone）的域名",
)
SETTLE_ZONE = Text(
    en="check the configuration that declares the zone together with this one, or the state",
    zh="与声明该区域的配置一起检查，或检查 state",
)
ONE_OF_ZONES = Text(
    en="{address} lies in one of several zones, of which some are private",
    zh="{address} 属于多个区域之一，其中有内网区域",
)
PRIVATE_UNKNOWN = Text(en="whether its zone is private is not known: {why}", zh="其所属区域是否为内网区域未知：{why}")

_ZONE_CALLED: Final = said_at("id", "zone_id", "name")


class Zones(NamedTuple):
    """How a provider's records lie in zones.

    `argument` of a record holds the id of its zone, a resource or data source of one of the `kinds`, called what the
    first of `names` says. It is private where one of the `private` arguments holds.
    """

    argument: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    private: Mapping[str, Callable[[Any], bool]]

    def of(self, resource: Resource, finder: Finder) -> list[Resource]:
        """Return the zones that a record may lie in, as far as the run has them."""
        value = resource.values.get(self.argument)
        if isinstance(value, Unknown):
            found = [finder.by_address(resource.root, reference) for reference in value.refs]
        else:
            found = [zone for zone in self._called(value, finder) if zone.root == resource.root]
        return [zone for zone in found if zone is not None and zone.kind.removeprefix("data.") in self.kinds]

    def _called(self, identifier: Any, finder: Finder) -> Iterator[Resource]:
        for kind in self.kinds if isinstance(identifier, str) and identifier else ():
            for one in (kind, f"data.{kind}"):
                yield from finder.by_key(one, _ZONE_CALLED, identifier)

    def name(self, resource: Resource, finder: Finder) -> str | Unknown:
        """Return what the zone of a record is called."""
        if self._open(resource):
            return Unknown(NO_ZONE.using(address=resource.address), settle=SETTLE_ZONE)
        called = (next((v for n in self.names for v in pick(z.values, n)), None) for z in self.of(resource, finder))
        names = {name if isinstance(name, Unknown) else host_name(str(name)) for name in called if is_set(name)}
        if len(names) == 1:
            return names.pop()
        return Unknown(NO_ZONE.using(address=resource.address), settle=SETTLE_ZONE)

    def is_private(self, resource: Resource, finder: Finder) -> bool | Unknown:
        """Return whether only a network of one's own asks the zone; one that the run does not have is public."""
        own = self._private(resource)
        answers = [self._private(zone) for zone in self.of(resource, finder)]
        doubt = next((a for a in (own, *answers) if isinstance(a, Unknown)), None)
        if own is True or not any(answers):
            return doubt or own
        if all(a is True for a in answers) and not self._open(resource):
            return True
        return doubt or Unknown(ONE_OF_ZONES.using(address=resource.address), settle=SETTLE_ZONE)

    def _open(self, resource: Resource) -> bool:
        """Whether the zone may be another than those that the run has."""
        value = resource.values.get(self.argument)
        return isinstance(value, Unknown) and value.open and bool(value.refs)

    def _private(self, zone: Resource) -> bool | Unknown:
        for path, holds in self.private.items():
            for value in pick(zone.values, path):
                if isinstance(value, Unknown):
                    if value.written:
                        return Unknown(PRIVATE_UNKNOWN.using(why=value.why), settle=value.settle)
                elif holds(value):
                    return True
        return False


def full_name(relative: Any, zone: Any) -> str | Unknown:
    """Return the host name of a record whose name may be relative to its zone or hold it already; `@` is the zone.

    Where the zone is not known, a name that ends in a dot, or in a public suffix, is taken to be complete.
    """
    if isinstance(relative, Unknown):
        return unknown_name(relative, relative, zone, full_name)
    text = str(relative or "@").replace("\\052", "*")
    if isinstance(zone, str) and zone:
        name, above = host_name(text), host_name(zone)
        if text == "@":
            return above
        return name if name == above or name.endswith(f".{above}") else f"{name}.{above}"
    if text == "@":
        return zone if isinstance(zone, Unknown) else Unknown(RELATIVE.using(name=text), settle=SETTLE_ZONE)
    if text.endswith(".") or registrable_domain(text) is not None:
        return host_name(text)
    return unknown_name(Unknown(RELATIVE.using(name=text), settle=SETTLE_ZONE), text, zone, full_name)


def unknown_name(why: Unknown, relative: Any, zone: Any, join: Callable[[Any, Any], str | Unknown]) -> Unknown:
    """Return what is known of a host name of which a part is not: what it may be, how it begins and ends.

    `join` makes a name of what stands before the zone and of the zone.
    """
    heads, zones = _options(relative), _options(zone)
    if 1 < len(heads) * len(zones) <= MOST_NAMES:
        among = tuple(join(head, above) for head in heads for above in zones)
        return replace(why, among=among, prefix="", suffix="", tail=None)
    head = f"{relative}." if isinstance(relative, str) else _bound(relative, "prefix")
    above, end = (_bound(each, "suffix") for each in (zone, relative))
    if isinstance(zone, str) and zone:
        above = f".{host_name(zone)}"
        end = end.lower().rstrip(".")
        if not f".{end}".endswith(above) and not above.endswith(end):
            above = f"{end}{above}"
    return replace(why, among=(), prefix=head, suffix=above, tail=None)


MOST_NAMES: Final = 64
"""Names that one record may have before it counts as one of any name in its zone."""


def _options(value: Any) -> tuple[Any, ...]:
    return value.among if isinstance(value, Unknown) and value.among else (value,)


def _bound(value: Any, which: str) -> str:
    return getattr(value, which) if isinstance(value, Unknown) and not value.among else ""


Naming = Callable[[Resource, Finder], GivenName]


def lying_in(zones: Zones, name: str = "name", full: str = "") -> Naming:
    """Return the naming of records whose zone is another resource; the provider may say the `full` name itself."""

    def named(resource: Resource, finder: Finder) -> GivenName:
        zone = zones.name(resource, finder)
        whole = resource.values.get(full)
        if isinstance(whole, str) and whole:
            return GivenName(host_name(whole), name, zone)
        relative = resource.values.get(name)
        if relative is None:
            return GivenName(Unknown(NOT_SAID.using(kind=resource.address, what=name)), name, zone)
        return GivenName(full_name(relative, zone), name, zone)

    return named


def below(zone: Any, relative: Any) -> str | Unknown:
    """Return the host name of a record that is written without its zone; `@` and none at all are the zone itself."""
    if relative in (None, "@", "") or (isinstance(relative, Unknown) and not relative.written):
        return zone if isinstance(zone, Unknown) else host_name(str(zone or ""))
    for unknown in (zone, relative):
        if isinstance(unknown, Unknown):
            return unknown_name(unknown, relative, zone, lambda one, above: below(above, one))
    return host_name(f"{relative}.{zone}")


def under(zone: str, name: str) -> Naming:
    """Return the naming of records that hold the name of their zone beside their own."""

    def named(resource: Resource, finder: Finder) -> GivenName:
        above = titled(resource.values.get(zone), resource, finder)
        return GivenName(below(above, resource.values.get(name)), name, above)

    return named
