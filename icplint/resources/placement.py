"""In which region a resource lands: its own attribute, its zone, its provider configuration, the environment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from icplint.model.origin import Origin
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Placement
from icplint.policy import region_of_zone
from icplint.resources.entry import Finder, argument, pick, referred, written

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
UNKNOWN_ZONE = Text(
    en="zone {zone} is in no region that icplint knows", zh="可用区 {zone} 不属于 icplint 已知的任何地域"
)


class Home(NamedTuple):
    """Whose regions they are, and what decides where nobody writes one.

    `provider` is the cloud in the tables of the policy, `block` its Terraform provider, `environment` the variables
    that name a region, first come first served; `default` is the provider's own, which no input
    shows to be in force, None where it demands a region.
    """

    provider: str
    block: str
    environment: tuple[str, ...]
    default: str | None = None


# Source: aliyun/terraform-provider-alicloud, alicloud/provider.go and alicloud/common.go (DEFAULT_REGION).
ALIBABA: Final = Home("alibaba", "alicloud", ("ALICLOUD_REGION", "ALIBABA_CLOUD_REGION"), "cn-beijing")
PROVIDER: Final = ALIBABA.provider
# Source: tencentcloudstack/terraform-provider-tencentcloud, website/docs/index.html.markdown.
TENCENT: Final = Home("tencent", "tencentcloud", ("TENCENTCLOUD_REGION",), "ap-guangzhou")
# Source: huaweicloud/terraform-provider-huaweicloud, docs/index.md.
HUAWEI: Final = Home("huawei", "huaweicloud", ("HW_REGION_NAME",))

_NETWORKS: Final = ("vswitch", "subnet")
_ZONES: Final = ("zone_id", "availability_zone")


def placed(*paths: str, zones: tuple[str, ...] = (), cloud: Home = ALIBABA) -> Callable[[Resource, Finder], Placement]:
    """Return a field: the region in the first of `paths` that is written, else of a zone, else of the provider.

    A path in `zones` that names vSwitches or subnets leads to their zones.
    """

    def placement(resource: Resource, finder: Finder) -> Placement:
        for path in paths:
            for value in pick(resource.values, path):
                if written(value) and not (isinstance(value, Unknown) and not value.refs) and (found := _own(value)):
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


def _from_zone(resource: Resource, value: Any, path: str, finder: Finder, cloud: Home) -> Placement | None:
    """A zone names its region; a network has a zone. What cannot be followed leaves it to the provider's region."""
    if isinstance(value, Unknown) or any(network in path for network in _NETWORKS):
        for target in referred(value, resource, finder):
            zone = next((z for p in _ZONES for z in pick(target.values, p)), None)
            if isinstance(zone, str) and (region := region_of_zone(cloud.provider, zone)):
                return Placement(provider=cloud.provider, region=region, origin=target.place("zone_id"))
        return None
    if not isinstance(value, str) or not value:
        return None
    region = region_of_zone(cloud.provider, value)
    where = resource.place(argument(path))
    if region is None:
        return Placement(provider=cloud.provider, region=Unknown(UNKNOWN_ZONE.using(zone=value)), origin=where)
    return Placement(provider=cloud.provider, region=region, origin=where)


def _from_provider(resource: Resource, finder: Finder, cloud: Home) -> Placement:
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
