"""Container groups (ECI), applications (SAE), clusters (ACK): how they are reached, and what their nodes are."""

from __future__ import annotations

from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Gateway, LoadBalancer, Relation, Server
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import SELF, EdgeRow, Finder, NodeRow, constant, first, number
from icplint.resources.terms import BY_USE, Terms, megabits

PRODUCTS: Final = (
    Product(word="eci", instance=Text(en="the container group {key}", zh="容器组 {key}")),
    Product(word="sae", instance=Text(en="the SAE load balancer {key}", zh="SAE 负载均衡 {key}"), transfer="slb"),
)


EIP_BANDWIDTH = 5.0
"""Mbit/s of an address that is created with a container group, where no bandwidth is set.

Source: aliyun/terraform-provider-alicloud, website/docs/r/eci_container_group.html.markdown.
"""


def _container_bandwidth(resource: Resource, _finder: Finder) -> float | Unknown:
    made = resource.values.get("auto_create_eip")
    if isinstance(made, Unknown) and made.written:
        return made
    if made is not True:
        return 0.0
    known = number(resource.values.get("eip_bandwidth"))
    return EIP_BANDWIDTH if known is None else known


def _enabled(resource: Resource, _finder: Finder) -> bool | Unknown:
    """Whether the cluster's own endpoint is public, as it is by default."""
    value = resource.values.get("slb_internet_enabled")
    return value if isinstance(value, Unknown) and value.written else value is not False


_OWN_BANDWIDTH: Final = megabits("internet_max_bandwidth_out")


def _node_bandwidth(resource: Resource, finder: Finder) -> float | Unknown:
    """Each node has its own, or an elastic address is bound to it."""
    if first(resource.values, "scaling_config[].is_bond_eip") is True:
        known = number(first(resource.values, "scaling_config[].eip_bandwidth"))
        return EIP_BANDWIDTH if known is None else known
    return _OWN_BANDWIDTH(resource, finder)


ROWS = (
    NodeRow(
        kind="alicloud_eci_container_group",
        node=Server,
        fields={
            "product": constant("eci"),
            "placement": placement_from(zones=("zone_id", "vswitch_id")),
            **BY_USE,
            "bandwidth": _container_bandwidth,
        },
        names=("id", "internet_ip"),
        private=("intranet_ip",),
    ),
    EdgeRow(kind="alicloud_eci_container_group", relation=Relation.BOUND_TO, start="eip_instance_id", end=SELF),
    EdgeRow(kind="alicloud_sae_ingress", relation=Relation.SERVED_BY, start="rules[].domain", end="slb_id"),
    NodeRow(
        kind="alicloud_sae_load_balancer_internet",
        node=Gateway,
        fields={"product": constant("sae"), "placement": placement_from()},
        names=("internet_ip",),
    ),
    NodeRow(
        kind="alicloud_sae_load_balancer_intranet",
        node=LoadBalancer,
        fields={"product": constant("slb"), "placement": placement_from(), "public": constant(value=False)},
        private=("intranet_ip",),
    ),
    *(
        NodeRow(
            kind=kind,
            node=LoadBalancer,
            fields={
                "product": constant("slb"),
                "placement": placement_from(
                    zones=("zone_ids", "vswitch_ids", "worker_vswitch_ids", "availability_zone")
                ),
                "public": _enabled,
            },
            names=("slb_internet",),
            private=("slb_intranet",),
        )
        for kind in ("alicloud_cs_managed_kubernetes", "alicloud_cs_kubernetes", "alicloud_cs_edge_kubernetes")
    ),
    NodeRow(
        kind="alicloud_cs_kubernetes_node_pool",
        node=Server,
        fields={
            "product": constant("ecs"),
            "placement": placement_from(zones=("vswitch_ids",)),
            **Terms().fields(),
            "bandwidth": _node_bandwidth,
        },
        names=("id", "scaling_group_id"),
    ),
)
