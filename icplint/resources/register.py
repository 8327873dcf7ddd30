"""The rows of the register: filings, used service codes, stated addresses."""

from __future__ import annotations

from typing import Any

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Filing, Network, ServiceCode
from icplint.resources.entry import Entry, Finder

NO_PROVIDERS = Text(
    en="the register does not say who the access providers of {domain} are", zh="备案清单未说明 {domain} 的接入商"
)
SETTLE_PROVIDERS = Text(
    en='add access_providers = ["alibaba", …] to its row', zh='在该行补充 access_providers = ["alibaba", …]'
)
NO_LICENCE = Text(en="the register gives no number", zh="备案清单未给出备案号")


def access_providers(resource: Resource, _finder: Finder) -> tuple[str, ...] | Unknown:
    """Return the access providers, or that nobody says."""
    value: Any = resource.values.get("access_providers")
    if value is None:
        why = NO_PROVIDERS.using(domain=resource.values["domain"])
        return Unknown(why, settle=SETTLE_PROVIDERS)
    return tuple(value)


def licence(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return the licence number; a pending filing has none."""
    value = resource.values.get("licence")
    return str(value) if value is not None else Unknown(NO_LICENCE)


ENTRIES = (
    Entry(
        kind="filing",
        node=Filing,
        key=lambda resource, _finder: f"{resource.values['domain']}",
        fields={
            "licence": licence,
            "access_providers": access_providers,
            "status": "status",
            "subject": "kind",
        },
    ),
    Entry(kind="service_code", node=ServiceCode, fields={"instance": "instance", "domain": "domain"}),
    Entry(
        kind="register_address",
        node=Network,
        fields={"cidr": "cidr", "location": "location", "provider": "provider"},
        defaults={"provider": "unknown"},
    ),
)
