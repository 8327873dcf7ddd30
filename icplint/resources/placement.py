"""In which region a resource lands: its own attribute, its zone, its provider configuration, the environment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from icplint.model.origin import Origin
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Placement
from icplint.policy import ALIBABA, Regions
from icplint.resources.rows import Finder, argument, is_set, pick, referenced

NO_PROVIDER = Text(en="no provider block gives {address} a region", zh="没有 provider 块说明 {address} 所在的地域")
SETTLE_PROVIDER = Text(
    en='write provider "{block}" {{ region = … }}, or check the plan or the state',
    zh='补充 provider "{block}" {{ region = … }}，或检查 plan 或 state',
)
SETTLE_PLANNED = Text(
    en='write provider "{block}" {{ region = … }}, or check the configuration together with its state',
    zh='补充 provider "{block}" {{ region = … }}，或将配置与其 state 一起检查',
)
OF_PROFILE = Text(
    en="the provider takes its region from a profile, which is not part of the configuration",
    zh="provider 的地域来自 profile，而 profile 不在配置中",
)
OF_ENVIRONMENT = Text(
    en="the provider block names no region, so that of {environment} where Terraform runs holds, or else {default}",
    zh="provider 块未指定地域，实际取决于 Terraform 运行环境中的 {environment}，未设置时为默认地域 {default}",
)
SETTLE_ENVIRONMENT = Text(
    en='write provider "{block}" {{ region = … }}, or give icplint {environment} as well',
    zh='补充 provider "{block}" {{ region = … }}，或为 icplint 设置同样的 {environment}',
)
SETTLE_PROFILE = Text(
    en="write the region in the provider block or in ALICLOUD_REGION, or check the state",
    zh="在 provider 块或环境变量 ALICLOUD_REGION 中指定地域，或检查 state",
)
NO_REGION = Text(en="a state does not say in which region {address} is", zh="state 中没有 {address} 的地域信息")
SETTLE_STATE = Text(en="check the configuration together with its state", zh="与对应的配置一起检查")
ONE_OF_REGIONS = Text(
    en="{address} lies in one of several zones, which are not all in one region: {regions}",
    zh="{address} 位于多个可用区之一，这些可用区不在同一地域：{regions}",
)
UNKNOWN_ZONE = Text(
    en="zone {zone} is in no region that icplint knows", zh="可用区 {zone} 不属于 icplint 已知的任何地域"
)


class CloudDefaults(NamedTuple):
    """Whose regions they are, and what decides where none is set.

    `provider` is the cloud in the tables of the policy, `block` its Terraform provider, `environment` the variables
    that name a region, first come first served; `default` is the provider's own, which no input
    shows to be in force, None where it demands a region.
    """

    provider: str
    block: str
    environment: tuple[str, ...]
    default: str | None = None


# Source: aliyun/terraform-provider-alicloud, alicloud/provider.go and alicloud/common.go (DEFAULT_REGION).
ALIBABA_CLOUD: Final = CloudDefaults(ALIBABA, "alicloud", ("ALICLOUD_REGION", "ALIBABA_CLOUD_REGION"), "cn-beijing")
# Source: tencentcloudstack/terraform-provider-tencentcloud, website/docs/index.html.markdown.
TENCENT: Final = CloudDefaults("tencent", "tencentcloud", ("TENCENTCLOUD_REGION",), "ap-guangzhou")
# Source: huaweicloud/terraform-provider-huaweicloud, docs/index.md.
HUAWEI: Final = CloudDefaults("huawei", "huaweicloud", ("HW_REGION_NAME",))

_NETWORKS: Final = ("vswitch", "subnet")
_ZONES: Final = ("zone_id", "availability_zone")


def placement_from(
    *paths: str, zones: tuple[str, ...] = (), cloud: CloudDefaults = ALIBABA_CLOUD
) -> Callable[[Resource, Finder], Placement]:
    """Return a field: the region in the first of `paths` that is written, else of a zone, else of the provider.

    A path in `zones` that names vSwitches or subnets leads to their zones.
    """

    def placement(resource: Resource, finder: Finder) -> Placement:
        for path in paths:
            for value in pick(resource.values, path):
                if is_set(value) and not (isinstance(value, Unknown) and not value.refs) and (found := _own(value)):
                    return Placement(provider=cloud.provider, region=found, origin=resource.place(argument(path)))
        for path in zones:
            for value in pick(resource.values, path):
                for one in value if isinstance(value, list) else [value]:
                    if placed := _from_zone(resource, one, path, finder, cloud):
                        return placed
        return _from_provider(resource, finder, cloud)

    return placement


def _own(value: Any) -> Any:
    """A region as an attribute spells it: after OSS's prefix, or in an ARN, which leaves it out of what is global."""
    if isinstance(value, Unknown):
        return value
    text = str(value)
    return f"{text}:::".split(":")[3] if text.startswith("arn:") else text.removeprefix("oss-")


def _from_zone(resource: Resource, value: Any, path: str, finder: Finder, cloud: CloudDefaults) -> Placement | None:
    """A zone names its region; a network has a zone. What cannot be followed leaves it to the provider's region."""
    options = value.among if isinstance(value, Unknown) and value.among else (value,)
    found = [one for option in options for one in _in_zones(resource, option, path, finder, cloud)]
    told = {one.region: one for one in found if one is not None}
    if None in found and told:
        rest = _from_provider(resource, finder, cloud)
        told.setdefault(rest.region, rest)
    if len(told) < 2:
        return next(iter(told.values()), None)
    names = ", ".join(sorted(region for region in told if isinstance(region, str)))
    settle = value.settle if isinstance(value, Unknown) else None
    unknown = Unknown(ONE_OF_REGIONS.using(address=resource.address, regions=names), settle=settle)
    return Placement(provider=cloud.provider, region=unknown, origin=resource.place(argument(path)))


def _in_zones(
    resource: Resource, value: Any, path: str, finder: Finder, cloud: CloudDefaults
) -> Iterator[Placement | None]:
    """Yield where each zone is that a value may lead to; None where it may be anywhere."""
    if isinstance(value, Unknown) or any(network in path for network in _NETWORKS):
        led = [
            placed
            for one in referenced(value, resource, finder)
            if (placed := _of_network(one, cloud, finder.policy.regions))
        ]
        yield from led
        if not led or (isinstance(value, Unknown) and value.open):
            yield None
    elif not isinstance(value, str) or not value:
        yield None
    else:
        region = finder.policy.regions.of_zone(cloud.provider, value) or Unknown(UNKNOWN_ZONE.using(zone=value))
        yield Placement(provider=cloud.provider, region=region, origin=resource.place(argument(path)))


def _of_network(network: Resource, cloud: CloudDefaults, regions: Regions) -> Placement | None:
    zone = next((zone for path in _ZONES for zone in pick(network.values, path)), None)
    region = regions.of_zone(cloud.provider, zone) if isinstance(zone, str) else None
    return Placement(provider=cloud.provider, region=region, origin=network.place("zone_id")) if region else None


def _from_provider(resource: Resource, finder: Finder, cloud: CloudDefaults) -> Placement:
    provider = resource.provider
    if provider is not None and provider.configured:
        region = provider.values.get("region")
        if region is not None:
            origin = provider.places("region") if provider.places else provider.origin
            return Placement(provider=cloud.provider, region=region, origin=origin)
    for name in cloud.environment:
        if region := finder.environment.get(name):
            return Placement(provider=cloud.provider, region=region, origin=Origin(request=name))
    if provider is not None and provider.configured and cloud.default and provider.values.get("profile"):
        unknown = Unknown(OF_PROFILE, settle=SETTLE_PROFILE)
        return Placement(provider=cloud.provider, region=unknown, origin=provider.origin)
    if provider is not None and provider.configured and cloud.default:
        said = {"environment": cloud.environment[0], "default": cloud.default, "block": cloud.block}
        unknown = Unknown(OF_ENVIRONMENT.using(**said), settle=SETTLE_ENVIRONMENT.using(**said))
        return Placement(provider=cloud.provider, region=unknown, origin=provider.origin)
    if resource.rank is Rank.STATE:
        why = Unknown(NO_REGION.using(address=resource.address), settle=SETTLE_STATE)
        return Placement(provider=cloud.provider, region=why, origin=resource.origin)
    settle = (SETTLE_PROVIDER if resource.rank < Rank.PLAN else SETTLE_PLANNED).using(block=cloud.block)
    unknown = Unknown(NO_PROVIDER.using(address=resource.address), settle=settle)
    return Placement(provider=cloud.provider, region=unknown, origin=resource.origin)
