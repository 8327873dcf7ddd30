"""Auto Scaling: groups of instances that come and go, and what forwards to them.

What it creates is paid for by use, so it issues no service codes: no argument of a configuration says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from icplint.model.resource import Resource
from icplint.model.vocabulary import Edge, Placement, Server, ServerGroup
from icplint.resources.placement import placed
from icplint.resources.rows import SELF, Entry, Finder, Link, always, found, pick, referred, some
from icplint.resources.terms import BY_USE, megabits


def _in_its_group(resource: Resource, finder: Finder) -> Placement:
    """Where the vSwitches of the scaling group are, else where the provider says."""
    for value in pick(resource.values, "scaling_group_id"):
        for group in referred(value, resource, finder):
            if group.kind == "alicloud_ess_scaling_group":
                return placed(zones=("vswitch_ids", "vswitch_id"))(group, finder)
    return placed()(resource, finder)


def _used(resource: Resource, finder: Finder) -> Iterator[Any]:
    """Yield the configuration itself, unless it is said not to be the active one."""
    if str(resource.values.get("active")).lower() != "false":
        yield from found(SELF, resource, finder)


def _configuration(kind: str, product: str, bandwidth: str) -> Entry:
    return Entry(
        kind=kind,
        node=Server,
        fields={"product": always(product), "placement": _in_its_group, **BY_USE, "bandwidth": megabits(bandwidth)},
        names=("id",),
    )


GROUP = "alicloud_ess_scaling_group"
ROWS = (
    Entry(kind=GROUP, node=ServerGroup, fields={"product": always("ess")}, names=("id",)),
    _configuration("alicloud_ess_scaling_configuration", "ecs", "internet_max_bandwidth_out"),
    _configuration("alicloud_ess_eci_scaling_configuration", "eci", "eip_bandwidth"),
    *(
        Link(kind=kind, edge=Edge.FORWARDS_TO, start="scaling_group_id", end=_used)
        for kind in ("alicloud_ess_scaling_configuration", "alicloud_ess_eci_scaling_configuration")
    ),
    Link(kind=GROUP, edge=Edge.FORWARDS_TO, start=SELF, end=some("launch_template_id"), place="launch_template_id"),
    Link(kind="alicloud_ess_attachment", edge=Edge.FORWARDS_TO, start="scaling_group_id", end="instance_ids[]"),
    *(
        Link(kind=kind, edge=Edge.FORWARDS_TO, start=start, end=end)
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
