"""How a server is paid for: by subscription or by use, for how long, and whether it renews itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.resources.rows import NOT_SAID, Field, Finder, constant, is_set, number

NOT_CREATED = Text(en="{address} has no {what} before it is created", zh="{address} 创建之前没有 {what}")
LIVE = Text(
    en="check the state (terraform show -json) or the live account", zh="检查 state（terraform show -json）或线上账号"
)
ACCOUNT = Text(en="check the live account (icplint scan)", zh="检查线上账号（icplint scan）")
MONTHS_OF: Final = {"Week": 12 / 52, "Month": 1.0, "Year": 12.0, "Day": 12 / 365}
"""Unit of a period -> calendar months."""


def settles(resource: Resource) -> Text | None:
    """Return where to look for what a resource does not say: further than where it was read."""
    if resource.applied is not None and resource.rank < Rank.STATE:
        return resource.applied()
    return LIVE if resource.rank < Rank.STATE else ACCOUNT if resource.rank < Rank.LIVE else None


Given = Callable[[Resource, Finder, str, Any], Any]


def given(resource: Resource, _finder: Finder, name: str, default: Any) -> Any:
    """Return an argument, or the provider's default where it is not set."""
    value = resource.values.get(name)
    return value if is_set(value) else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The arguments that say how a resource type is paid for; where one has no name, the product has no such thing.

    `subscription` is the word in `charge` for a subscription, `default` the word where none is set. `renewal`
    says whether it renews itself: `renewing` if it does. `look` finds an argument and its default.
    """

    charge: str = "instance_charge_type"
    subscription: str = "PrePaid"
    default: str = "PostPaid"
    unit: str = "period_unit"
    renewal: str = "auto_renew"
    renewing: str = "true"
    created: str = ""
    expires: str = ""
    look: Given = given

    def fields(self) -> dict[str, Field]:
        """Return the fields of a server that these arguments say."""
        return {
            "charge": self._charge,
            "months": self._months,
            "renewal": self._renewal,
            "created": _day(self.created) if self.created else constant(None),
            "expires": _day(self.expires) if self.expires else constant(None),
        }

    def _charge(self, resource: Resource, finder: Finder) -> str | Unknown:
        value = self.look(resource, finder, self.charge, self.default)
        if isinstance(value, Unknown):
            return value
        return "subscription" if value == self.subscription else "pay-as-you-go"

    def _months(self, resource: Resource, finder: Finder) -> float | Unknown:
        """`period` times its unit, in calendar months."""
        period = self.look(resource, finder, "period", None)
        unit = self.look(resource, finder, self.unit, "Month") if self.unit else "Month"
        for value in (period, unit):
            if isinstance(value, Unknown):
                return value
        count = number(period)
        if count is None or unit not in MONTHS_OF:
            return Unknown(NOT_SAID.using(kind=resource.address, what="period"), settle=settles(resource))
        return count * MONTHS_OF[unit]

    def _renewal(self, resource: Resource, finder: Finder) -> float | Unknown:
        """The months by which the server renews itself."""
        status = self.look(resource, finder, self.renewal, "")
        if isinstance(status, Unknown):
            return status
        if str(status).lower() != self.renewing.lower():
            return 0.0
        period = self.look(resource, finder, "auto_renew_period", 1)
        if isinstance(period, Unknown):
            return period
        known = number(period)
        return Unknown(NOT_SAID.using(kind=resource.address, what="auto_renew_period")) if known is None else known


BY_USE: Final[dict[str, Field]] = {
    "charge": constant("pay-as-you-go"),
    "months": constant(0.0),
    "renewal": constant(0.0),
    "created": constant(None),
    "expires": constant(None),
}
"""The fields of a server that can only be paid for by use."""


def megabits(name: str, look: Given = given) -> Callable[[Resource, Finder], float | Unknown]:
    """Return a field: the public outbound bandwidth in Mbit/s at `name`; 0, the default, gives no public address."""

    def bandwidth(resource: Resource, finder: Finder) -> float | Unknown:
        value = look(resource, finder, name, 0)
        if isinstance(value, Unknown):
            return value
        known = number(value)
        return Unknown(NOT_SAID.using(kind=resource.address, what=name)) if known is None else known

    return bandwidth


def _day(name: str) -> Field:
    def day(resource: Resource, _finder: Finder) -> date | Unknown:
        value = resource.values.get(name)
        if isinstance(value, str) and value:
            try:
                return datetime.fromisoformat(value).date()
            except ValueError:
                pass
        if resource.rank > Rank.PLAN:
            return Unknown(NOT_SAID.using(kind=resource.address, what=name), settle=settles(resource))
        return Unknown(NOT_CREATED.using(address=resource.address, what=name), settle=settles(resource), written=False)

    return day
