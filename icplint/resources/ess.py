"""Auto Scaling: groups of instances that come and go, and what forwards to them.

What it creates is paid for by use, so it issues no service codes: no argument of a configuration says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.vocabulary import Placement, Relation, Server, ServerGroup
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import SELF, EdgeRow, Finder, NodeRow, constant, first_set, pick, referenced, values_of
from icplint.resources.terms import BY_USE, megabits

PRODUCTS: Final = (
    Product(
        word="ess",
        instance=Text(en="the scaling group {key}", zh="伸缩组 {key}"),
        group=Text(en="scaling group", zh="伸缩组"),
    ),
)


def _in_its_group(resource: Resource, finder: Finder) -> Placement:
    """Where the vSwitches of the scaling group are, else where the provider says."""
    for value in pick(resource.values, "scaling_group_id"):
        for group in referenced(value, resource, finder):
            if group.kind == "alicloud_ess_scaling_group":
                return placement_from(zones=("vswitch_ids", "vswitch_id"))(group, finder)
    return placement_from()(resource, finder)


def _used(resource: Resource, finder: Finder) -> Iterator[Any]:
    """Yield the configuration itself, unless it is said not to be the active one."""
    if str(resource.values.get("active")).lower() != "false":
        yield from values_of(SELF, resource, finder)


def _configuration(kind: str, product: str, bandwidth: str) -> NodeRow:
    return NodeRow(
        kind=kind,
        node=Server,
        fields={"product": constant(product), "placement": _in_its_group, **BY_USE, "bandwidth": megabits(bandwidth)},
        names=("id",),
    )


GROUP = "alicloud_ess_scaling_group"
ROWS = (
    NodeRow(kind=GROUP, node=ServerGroup, fields={"product": constant("ess")}, names=("id",)),
    _configuration("alicloud_ess_scaling_configuration", "ecs", "internet_max_bandwidth_out"),
    _configuration("alicloud_ess_eci_scaling_configuration", "eci", "eip_bandwidth"),
    *(
        EdgeRow(kind=kind, relation=Relation.FORWARDS_TO, start="scaling_group_id", end=_used)
        for kind in ("alicloud_ess_scaling_configuration", "alicloud_ess_eci_scaling_configuration")
    ),
    EdgeRow(
        kind=GROUP,
        relation=Relation.FORWARDS_TO,
        start=SELF,
        end=first_set("launch_template_id"),
        place="launch_template_id",
    ),
    EdgeRow(
        kind="alicloud_ess_attachment", relation=Relation.FORWARDS_TO, start="scaling_group_id", end="instance_ids[]"
    ),
    *(
        EdgeRow(kind=kind, relation=Relation.FORWARDS_TO, start=start, end=end)
        for kind, start, end in (
            (GROUP, "loadbalancer_ids[]", SELF),
            (GROUP, "alb_server_group[].alb_server_group_id", SELF),
            ("alicloud_ess_alb_server_group_attachment", "alb_server_group_id", "scaling_group_id"),
            ("alicloud_ess_server_group_attachment", "server_group_id", "scaling_group_id"),
            (
                "alicloud_ess_scalinggroup_vserver_groups",
                "vserver_groups[].vserver_attributes[].vserver_group_id",
                "scaling_group_id",
            ),
        )
    ),
)
