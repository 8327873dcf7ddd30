"""The rows of the register: filings, used service codes, stated addresses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from icplint.model.regex import regex
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Filing, Network, Risk, ServiceCode
from icplint.resources.rows import Finder, NodeRow

NO_PROVIDERS = Text(
    en="the register does not say who the access providers of {domain} are", zh="备案清单未说明 {domain} 的接入商"
)
SETTLE_PROVIDERS = Text(
    en='add access_providers = ["alibaba", …] to its row', zh='在该行补充 access_providers = ["alibaba", …]'
)
NO_DEADLINE = Text(en="{text} is no day that icplint can read", zh="无法识别日期 {text}")
NO_DEADLINE_AT_ALL = Text(en="the filing system gives none", zh="备案系统未给出")
_DAY = regex(r"(\d{4})[-年/](\d{1,2})[-月/](\d{1,2})日?\s*(?P<midnight>0+(?:点|:00(?::00)?|时))?")
NO_LICENCE = Text(en="the register gives no number", zh="备案清单未给出备案号")


def access_providers(resource: Resource, _finder: Finder) -> tuple[str, ...] | Unknown:
    """Return the access providers, or that none are given."""
    value: Any = resource.values.get("access_providers")
    if value is None:
        why = NO_PROVIDERS.using(domain=resource.values["domain"])
        return Unknown(why, settle=SETTLE_PROVIDERS)
    return tuple(value)


def licence(resource: Resource, _finder: Finder) -> str | Unknown:
    """Return the licence number; a pending filing has none."""
    value = resource.values.get("licence")
    return str(value) if value is not None else Unknown(NO_LICENCE)


def risks(resource: Resource, _finder: Finder) -> tuple[Risk, ...] | None:
    """Return what the filing system objects to: `risks` is a list of objects with `what` and `deadline`.

    A day is the last one; `2026年04月28日0点`, as the filing system writes it, is the midnight before that day.
    """
    listed = resource.values.get("risks")
    if listed is None:
        return None
    return tuple(Risk(what=str(risk.get("what") or ""), deadline=_deadline(risk.get("deadline"))) for risk in listed)


def _deadline(value: Any) -> date | Unknown:
    if isinstance(value, date):
        return value
    found = _DAY.search(value) if isinstance(value, str) else None
    try:
        day = date(*map(int, found.group(1, 2, 3))) if found else None
    except ValueError:
        day = None
    if found is None or day is None:
        return Unknown(NO_DEADLINE.using(text=value) if value else NO_DEADLINE_AT_ALL)
    return day - timedelta(days=1) if found["midnight"] else day


ROWS = (
    NodeRow(
        kind="filing",
        node=Filing,
        key=lambda resource, _finder: f"{resource.values['domain']}",
        fields={
            "licence": licence,
            "access_providers": access_providers,
            "status": "status",
            "subject": "kind",
            "risks": risks,
        },
    ),
    NodeRow(kind="service_code", node=ServiceCode, fields={"instance": "instance", "domain": "domain"}),
    NodeRow(
        kind="register_address",
        node=Network,
        fields={"cidr": "cidr", "location": "location", "provider": "provider"},
        defaults={"provider": "unknown"},
    ),
)
