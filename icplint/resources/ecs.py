"""Elastic Compute Service: instances, the templates that they are launched from, their network interfaces."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Placement, Server
from icplint.resources.halted import halted
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import (
    SELF,
    AliasRow,
    Finder,
    NodeRow,
    constant,
    is_set,
    pick,
    referenced,
    referring,
    said_at,
)
from icplint.resources.terms import BY_USE, MONTHS_OF, Terms, megabits, settles

PRODUCTS: Final = (Product(word="ecs", instance=Text(en="the ECS instance {key}", zh="ECS 实例 {key}")),)


TEMPLATE = Text(en="launch template of {address} may set {what}", zh="{address} 的启动模板可能设置了 {what}")
TEMPLATES: Final = ("alicloud_ecs_launch_template", "alicloud_launch_template")
LATEST: Final = ("latest_version_number", "$Latest")
INTERFACE: Final = ("private_ip", "primary_ip_address", "private_ips", "private_ip_addresses")
"""The attributes of a network interface that only its own network reaches."""


_TITLES: Final = said_at("launch_template_name", "name")


def template(resource: Resource, finder: Finder) -> Resource | bool:
    """Return the launch template that a resource names, if what the run has of it is what applies.

    False: it names none; True: it names one that the run does not have, or of which it may be another version.
    """
    named = False
    for argument in ("launch_template_id", "launch_template_name"):
        for value in pick(resource.values, argument):
            if not is_set(value) or value == "":
                continue
            named = True
            for found in (*referenced(value, resource, finder), *_titled(value, resource, finder)):
                if found.kind in TEMPLATES and _applies(found, resource):
                    return found
    return named


def _titled(name: Any, resource: Resource, finder: Finder) -> Iterator[Resource]:
    """Templates of that name, those of the same root module first."""
    kinds = TEMPLATES if isinstance(name, str) else ()
    found = [one for kind in kinds for one in finder.by_key(kind, _TITLES, name)]
    yield from sorted(found, key=lambda one: one.root != resource.root)


def _applies(found: Resource, resource: Resource) -> bool:
    """What is written of a template is its latest version; by default the first one applies, until another is set."""
    latest, default = (found.values.get(name) for name in ("latest_version_number", "default_version_number"))
    version = resource.values.get("launch_template_version")
    if isinstance(version, Unknown) and version.written:
        return any(ref.attribute in LATEST for ref in version.refs)
    if not is_set(version) or version == "$Default":
        return not (isinstance(latest, int) and isinstance(default, int) and latest != default)
    return version in LATEST or (isinstance(latest, int) and str(version) == str(latest))


def _given(resource: Resource, finder: Finder, name: str, default: Any) -> Any:
    """An argument, or that of the launch template, or the provider's default where it is not set."""
    value = resource.values.get(name)
    if is_set(value):
        return value
    found = template(resource, finder)
    if found is True:
        return Unknown(TEMPLATE.using(address=resource.address, what=name), settle=settles(resource))
    if found is False:
        return default
    value = found.values.get("auto_renew" if name == "renewal_status" else name)
    if name == "renewal_status" and isinstance(value, bool):
        return "AutoRenewal" if value else default
    return value if is_set(value) else default


_OWN_PLACE: Final = placement_from(zones=("availability_zone", "zone_id", "vswitch_id"))
_ITS_PLACE: Final = placement_from(zones=("zone_id", "vswitch_id"))


def _placement(resource: Resource, finder: Finder) -> Placement:
    """The region of the zone or the vSwitch, else the provider's; where that is not known, that of the template."""
    own = _OWN_PLACE(resource, finder)
    if isinstance(own.region, str):
        return own
    found = template(resource, finder)
    if isinstance(found, bool):
        return own
    there = _ITS_PLACE(found, finder)
    return own if isinstance(there.region, Unknown) else there


def launches(resource: Resource, finder: Finder) -> bool:
    """Whether a scaling group launches its instances from the template."""
    return any(referring(resource, "alicloud_ess_scaling_group", "launch_template_id", finder))


TERMS: Final = Terms(
    renewal="renewal_status", renewing="AutoRenewal", created="create_time", expires="expired_time", look=_given
)
ROWS = (
    NodeRow(
        kind="alicloud_instance",
        node=Server,
        fields={
            "product": constant("ecs"),
            "placement": _placement,
            **TERMS.fields(),
            "bandwidth": megabits("internet_max_bandwidth_out", _given),
            "id": "id",
            "name": "instance_name",
            "halted": halted,
        },
        names=("id", "public_ip", "ipv6_addresses"),
        private=("private_ip", "primary_ip_address", "secondary_private_ips"),
    ),
    NodeRow(
        kind="alicloud_ecs_instance_set",
        node=Server,
        fields={
            "product": constant("ecs"),
            "placement": _placement,
            **Terms(look=_given).fields(),
            "bandwidth": megabits("internet_max_bandwidth_out", _given),
        },
        names=("id", "instance_ids"),
    ),
    *(
        NodeRow(
            kind=kind,
            node=Server,
            when=launches,
            fields={
                "product": constant("ecs"),
                "placement": _ITS_PLACE,
                **BY_USE,
                "bandwidth": megabits("internet_max_bandwidth_out"),
            },
            names=("id",),
        )
        for kind in TEMPLATES
    ),
    AliasRow(kind="alicloud_instance", of="network_interfaces[].network_interface_id", path=SELF, private=INTERFACE),
    *(
        AliasRow(kind=f"{kind}_attachment", of="network_interface_id", path="instance_id", private=INTERFACE)
        for kind in ("alicloud_ecs_network_interface", "alicloud_network_interface")
    ),
)

SHORT: Final = timedelta(days=190)
"""More than the months that any rule asks for, and than the days within which an end is reported."""
NOT_ASKED: Final = Text(
    en="whether {name} renews itself was not read (DescribeInstanceAutoRenewAttribute)",
    zh="未读取到 {name} 的自动续费状态（DescribeInstanceAutoRenewAttribute）",
)
SETTLE_RENEWAL: Final = Text(
    en="allow ecs:DescribeInstanceAutoRenewAttribute, then scan again",
    zh="授予 ecs:DescribeInstanceAutoRenewAttribute 权限后重新扫描",
)


def _interfaces(item: Item) -> list[dict[str, Any]]:
    found = at(item, "NetworkInterfaces.NetworkInterface") or ()
    return [{"network_interface_id": interface.get("NetworkInterfaceId")} for interface in found]


def _inner(item: Item) -> list[str]:
    """The addresses that only its own network reaches: of a VPC, of the classic network, of its interfaces."""
    found = [at(item, path) or [] for path in ("VpcAttributes.PrivateIpAddress.IpAddress", "InnerIpAddress.IpAddress")]
    for interface in at(item, "NetworkInterfaces.NetworkInterface") or ():
        found.append([interface.get("PrimaryIpAddress")])
        found.append([one.get("PrivateIpAddress") for one in at(interface, "PrivateIpSets.PrivateIpSet") or ()])
    return sorted({address for group in found for address in group if address})


def _locks(item: Item) -> list[str]:
    """Return why an instance is locked."""
    return [str(one["LockReason"]) for one in at(item, "OperationLocks.LockReason") or () if one.get("LockReason")]


def _is_short(item: Item, day: date) -> bool:
    """Whether a term may be too short on a day, and is not over: only then it matters whether it renews itself."""
    try:
        end = date.fromisoformat(str(item.get("ExpiredTime"))[:10])
    except ValueError:
        return True
    return day <= end <= day + SHORT


def _renewal(item: Item) -> Unknown | None:
    """A subscription may renew itself; another call says whether it does."""
    if item.get("InstanceChargeType") != "PrePaid":
        return None
    return Unknown(NOT_ASKED.using(name=str(item.get("InstanceId"))), settle=SETTLE_RENEWAL)


def _renewed_for(item: Item) -> float | None:
    """Return for how many months; nothing, if it is said in other words than those that are documented."""
    count, months = str(item.get("Duration") or 1), MONTHS_OF.get(str(item.get("PeriodUnit") or "Month"))
    return int(count) * months if months is not None and count.isdecimal() else None


LISTINGS = (
    AlibabaListing(
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
                    "private_ip": _inner,
                    "vpc_id": "VpcAttributes.VpcId",
                    "network_interfaces": _interfaces,
                    "renewal_status": _renewal,
                    "status": "Status",
                    "locks": _locks,
                    "create_time": "CreationTime",
                    "expired_time": "ExpiredTime",
                },
            ),
        ),
    ),
    AlibabaListing(
        product="ecs",
        version="2014-05-26",
        action="DescribeInstanceAutoRenewAttribute",
        permission="ecs:DescribeInstanceAutoRenewAttribute",
        parent="ecs:DescribeInstances",
        about=lambda item: item.get("InstanceChargeType") == "PrePaid",
        due=_is_short,
        batch=100,
        parameters={"InstanceId": "{InstanceId}"},
        identity="InstanceId",
        items="InstanceRenewAttributes.InstanceRenewAttribute",
        yields=(
            Yield(
                kind="alicloud_instance",
                identity="InstanceId",
                values={
                    "renewal_status": "RenewalStatus",
                    "auto_renew_period": _renewed_for,
                },
            ),
        ),
    ),
)
