"""In which region a resource lands: its own attribute, its zone, its provider configuration, the environment.

Source: aliyun/terraform-provider-alicloud, alicloud/provider.go and alicloud/common.go (DEFAULT_REGION).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from icplint.model.origin import Origin
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Placement
from icplint.policy import region_of_zone
from icplint.resources.entry import Finder, argument, pick, referred, written

DEFAULT_REGION = "cn-beijing"
ENVIRONMENT = ("ALICLOUD_REGION", "ALIBABA_CLOUD_REGION")
PROVIDER = "alibaba"

NO_PROVIDER = Text(en="no provider block gives {address} a region", zh="没有 provider 块说明 {address} 所在的地域")
SETTLE_PROVIDER = Text(
    en='write provider "alicloud" { region = … }, or check the plan or the state',
    zh='补充 provider "alicloud" { region = … }，或检查 plan 或 state',
)
NO_REGION = Text(en="a state does not say in which region {address} is", zh="state 中没有 {address} 的地域信息")
SETTLE_STATE = Text(en="check the configuration together with its state", zh="与对应的配置一起检查")
UNKNOWN_ZONE = Text(
    en="zone {zone} is in no region that icplint knows", zh="可用区 {zone} 不属于 icplint 已知的任何地域"
)


def placed(*paths: str, zones: tuple[str, ...] = ()) -> Callable[[Resource, Finder], Placement]:
    """Return a field: the region in the first of `paths` that is written, else of a zone, else of the provider.

    A path in `zones` that names vSwitches leads to their zones.
    """

    def placement(resource: Resource, finder: Finder) -> Placement:
        for path in paths:
            for value in pick(resource.values, path):
                if value != "" and written(value) and not (isinstance(value, Unknown) and not value.refs):
                    region = value if isinstance(value, Unknown) else str(value).removeprefix("oss-")
                    return Placement(provider=PROVIDER, region=region, origin=resource.place(argument(path)))
        for path in zones:
            for value in pick(resource.values, path):
                for one in value if isinstance(value, list) else [value]:
                    if found := _from_zone(resource, one, path, finder):
                        return found
        return _from_provider(resource, finder)

    return placement


def _from_zone(resource: Resource, value: Any, path: str, finder: Finder) -> Placement | None:
    """A zone names its region; a vSwitch has a zone. What cannot be followed leaves it to the provider's region."""
    if isinstance(value, Unknown) or "vswitch" in path:
        for target in referred(value, resource, finder):
            zone = next((z for p in ("zone_id", "availability_zone") for z in pick(target.values, p)), None)
            if isinstance(zone, str) and (region := region_of_zone(PROVIDER, zone)):
                return Placement(provider=PROVIDER, region=region, origin=target.place("zone_id"))
        return None
    if not isinstance(value, str) or not value:
        return None
    region = region_of_zone(PROVIDER, value)
    where = resource.place(argument(path))
    if region is None:
        return Placement(provider=PROVIDER, region=Unknown(UNKNOWN_ZONE.using(zone=value)), origin=where)
    return Placement(provider=PROVIDER, region=region, origin=where)


def _from_provider(resource: Resource, finder: Finder) -> Placement:
    provider = resource.provider
    if provider is not None and provider.configured:
        region = provider.values.get("region")
        if region is not None:
            origin = provider.places("region") if provider.places else provider.origin
            return Placement(provider=PROVIDER, region=region, origin=origin)
    for name in ENVIRONMENT:
        if region := finder.environment.get(name):
            return Placement(provider=PROVIDER, region=region, origin=Origin(request=name))
    if provider is not None and provider.configured:
        return Placement(provider=PROVIDER, region=DEFAULT_REGION, origin=provider.origin, assumed=True)
    if resource.rank is Rank.STATE:
        why = Unknown(NO_REGION.using(address=resource.address), settle=SETTLE_STATE)
        return Placement(provider=PROVIDER, region=why, origin=resource.origin)
    unknown = Unknown(NO_PROVIDER.using(address=resource.address), settle=SETTLE_PROVIDER)
    return Placement(provider=PROVIDER, region=unknown, origin=resource.origin)
