"""Edge Security Acceleration (ESA): rules of a site that fetch from another origin.

Source: alicloud_esa_origin_rule, `dns_record` (Overwrite the DNS resolution record of the origin request); without a
`rule` it holds for the whole site, `http.host eq "video.example.com"` is for one name.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import Any, Final

from icplint.model.names import host_name
from icplint.model.regex import regex
from icplint.model.resource import Resource
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Relation
from icplint.resources.esa import plain, site
from icplint.resources.rows import ITSELF, EdgeRow, Finder, is_set, pick

RECORD: Final = "alicloud_esa_record"
_QUOTED: Final = regex(r'"([^"]+)"')


def records(resource: Resource, finder: Finder) -> Iterator[Unknown]:
    """Yield the records of the site that the rule is for: those that it names, or all where it names none."""
    own = site(resource, finder)
    if own is None:
        return
    rule = resource.values.get("rule")
    named = {host_name(name) for name in _QUOTED.findall(rule)} if isinstance(rule, str) else set()
    chosen = [record for name in named for record in _applying(resource, (id(own), name), finder)]
    chosen.sort(key=lambda record: (record.origin.order, record.root, record.address))
    for record in chosen or _applying(resource, id(own), finder):
        yield Unknown(ITSELF, (Reference(record.address),))


def _applying(resource: Resource, key: Hashable, finder: Finder) -> list[Resource]:
    found = finder.by_key(RECORD, _site_and_name, key)
    return [record for record in found if record.root == resource.root and not plain(record, finder)]


def _site_and_name(record: Resource, finder: Finder) -> Iterator[Hashable]:
    if (own := site(record, finder)) is not None:
        yield from (id(own), (id(own), host_name(str(record.values.get("record_name")))))


def origins(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the origin that a rule names, unless the rule is off."""
    if resource.values.get("rule_enable") != "off":
        yield from (value for value in pick(resource.values, "dns_record") if is_set(value) and value)


ROWS = (
    EdgeRow(kind="alicloud_esa_origin_rule", relation=Relation.FRONTS, start=records, end=origins, place="dns_record"),
)
