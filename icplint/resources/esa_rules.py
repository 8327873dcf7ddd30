"""Edge Security Acceleration (ESA): rules of a site that fetch from another origin.

Source: alicloud_esa_origin_rule, `dns_record` (Overwrite the DNS resolution record of the origin request); without a
`rule` it holds for the whole site, `http.host eq "video.example.com"` is for one name.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    of_site = [
        record
        for record in finder.by_kind(RECORD)
        if record.root == resource.root and not plain(record, finder) and site(record, finder) is own
    ]
    chosen = [record for record in of_site if host_name(str(record.values.get("record_name"))) in named]
    yield from (Unknown(ITSELF, (Reference(record.address),)) for record in chosen or of_site)


def origins(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the origin that a rule names, unless the rule is off."""
    if resource.values.get("rule_enable") != "off":
        yield from (value for value in pick(resource.values, "dns_record") if is_set(value) and value)


ROWS = (
    EdgeRow(kind="alicloud_esa_origin_rule", relation=Relation.FRONTS, start=records, end=origins, place="dns_record"),
)
