"""Whether the public address of an instance is there at all: without public bandwidth of its own it is empty."""

from __future__ import annotations

from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Node, Server
from icplint.policy import ALIBABA

EMPTY = Text(
    en="{name} has no public bandwidth of its own, so its public_ip is empty",
    zh="{name} 自身没有公网带宽，其 public_ip 为空",
)
SETTLE_EMPTY = Text(
    en="give it internet_max_bandwidth_out, or name the address that is bound to it, such as an elastic one",
    zh="设置 internet_max_bandwidth_out，或引用绑定到它的地址（如弹性公网 IP）",
)
MAY_BE_EMPTY = Text(
    en="without public bandwidth of its own the public_ip of {name} is empty, and its bandwidth is not known: {why}",
    zh="{name} 自身没有公网带宽时 public_ip 为空，而其带宽未知：{why}",
)


PRIVATE = Text(
    en="an IPv6 address of {name} is public only with bandwidth at the IPv6 gateway, which the instance does not tell",
    zh="{name} 的 IPv6 地址仅在 IPv6 网关开通公网带宽后才可公网访问，实例中没有这一信息",
)
SETTLE_PRIVATE = Text(
    en="name the address of an alicloud_vpc_ipv6_address with its alicloud_vpc_ipv6_internet_bandwidth, or scan the "
    "account",
    zh="引用 alicloud_vpc_ipv6_address 的地址并声明其 alicloud_vpc_ipv6_internet_bandwidth，或扫描线上账号",
)


def missing_address(node: Node, attribute: str) -> Unknown | None:
    """Return why an attribute of a node gives no public address, or may give none; None where it gives one.

    Source: aliyun/terraform-provider-alicloud, website/docs/r/instance.html.markdown (internet_max_bandwidth_out);
    "Enable or disable Internet connectivity for an IPv6 address" in the documents of IPv6 Gateway.
    """
    if not isinstance(node, Server) or (node.product, node.placement.provider) != _INSTANCE:
        return None
    if attribute.startswith("ipv6_address"):
        return Unknown(PRIVATE.using(name=node.key), settle=SETTLE_PRIVATE)
    if attribute != "public_ip":
        return None
    if isinstance(node.bandwidth, Unknown):
        return Unknown(MAY_BE_EMPTY.using(name=node.key, why=node.bandwidth.why), settle=node.bandwidth.settle)
    return None if node.bandwidth else Unknown(EMPTY.using(name=node.key), settle=SETTLE_EMPTY)


_INSTANCE = ("ecs", ALIBABA)
