"""Elastic Compute Service: instances."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from icplint.alibaba.listing import Listing, Paging, Yield
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Server
from icplint.resources.entry import NOT_SAID, Entry, Finder, number, written
from icplint.resources.placement import placed

TEMPLATE = Text(en="launch template of {address} may set {what}", zh="{address} 的启动模板可能设置了 {what}")
NOT_CREATED = Text(en="{address} has no {what} before it is created", zh="{address} 创建之前没有 {what}")
LIVE = Text(
    en="check the state (terraform show -json) or the live account", zh="检查 state（terraform show -json）或线上账号"
)
WEEKS_A_MONTH = 52 / 12


def _given(resource: Resource, name: str, default: Any) -> Any:
    """An argument, or the provider's default where nobody wrote it; a launch template may have set it all the same."""
    value = resource.values.get(name)
    if written(value):
        return value
    if any(written(resource.values.get(n)) for n in ("launch_template_id", "launch_template_name")):
        return Unknown(TEMPLATE.using(address=resource.address, what=name), settle=LIVE)
    return default


def charge(resource: Resource, _finder: Finder) -> str | Unknown:
    """PrePaid is a subscription, PostPaid (the default) pay-as-you-go."""
    value = _given(resource, "instance_charge_type", "PostPaid")
    if isinstance(value, Unknown):
        return value
    return "subscription" if value == "PrePaid" else "pay-as-you-go"


def months(resource: Resource, _finder: Finder) -> float | Unknown:
    """`period` times `period_unit`, in calendar months."""
    period, unit = _given(resource, "period", None), _given(resource, "period_unit", "Month")
    for value in (period, unit):
        if isinstance(value, Unknown):
            return value
    period = number(period)
    if period is None:
        return Unknown(NOT_SAID.using(kind=resource.address, what="period"), settle=LIVE)
    return period / WEEKS_A_MONTH if unit == "Week" else float(period)


def renewal(resource: Resource, _finder: Finder) -> float | Unknown:
    """The months by which the instance renews itself."""
    status = _given(resource, "renewal_status", "Normal")
    if isinstance(status, Unknown):
        return status
    if status != "AutoRenewal":
        return 0.0
    period = _given(resource, "auto_renew_period", 1)
    if isinstance(period, Unknown):
        return period
    known = number(period)
    return Unknown(NOT_SAID.using(kind=resource.address, what="auto_renew_period")) if known is None else known


def bandwidth(resource: Resource, _finder: Finder) -> float | Unknown:
    """Public outbound bandwidth in Mbit/s; 0, the default, gives no public address."""
    value = _given(resource, "internet_max_bandwidth_out", 0)
    if isinstance(value, Unknown):
        return value
    known = number(value)
    return Unknown(NOT_SAID.using(kind=resource.address, what="internet_max_bandwidth_out")) if known is None else known


def _day(name: str) -> Any:
    def day(resource: Resource, _finder: Finder) -> date | Unknown:
        value = resource.values.get(name)
        if isinstance(value, str) and value:
            try:
                return datetime.fromisoformat(value).date()
            except ValueError:
                pass
        if resource.rank > Rank.PLAN:
            return Unknown(NOT_SAID.using(kind=resource.address, what=name), settle=LIVE)
        return Unknown(NOT_CREATED.using(address=resource.address, what=name), settle=LIVE, written=False)

    return day


ENTRIES = (
    Entry(
        kind="alicloud_instance",
        node=Server,
        fields={
            "product": lambda _resource, _finder: "ecs",
            "placement": placed(zones=("availability_zone", "vswitch_id")),
            "charge": charge,
            "months": months,
            "renewal": renewal,
            "bandwidth": bandwidth,
            "created": _day("create_time"),
            "expires": _day("expired_time"),
            "id": "id",
        },
        names=("id", "public_ip", "ipv6_addresses"),
        private=("private_ip", "primary_ip_address", "secondary_private_ips"),
    ),
)

LISTINGS = (
    Listing(
        product="ecs",
        version="2014-05-26",
        action="DescribeInstances",
        permission="ecs:DescribeInstances",
        paging=Paging.TOKENS,
        items="Instances.Instance",
        identity="InstanceId",
        yields=(
            Yield(
                kind="alicloud_instance",
                identity="InstanceId",
                values={
                    "availability_zone": "ZoneId",
                    "instance_charge_type": "InstanceChargeType",
                    "internet_max_bandwidth_out": "InternetMaxBandwidthOut",
                    "public_ip": "PublicIpAddress.IpAddress",
                    "create_time": "CreationTime",
                    "expired_time": "ExpiredTime",
                },
            ),
        ),
    ),
)
