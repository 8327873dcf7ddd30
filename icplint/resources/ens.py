"""Edge Node Service: instances, addresses and gateways at nodes of its own regions."""

from __future__ import annotations

from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Address, LoadBalancer, Placement, Relation, Server
from icplint.policy import ALIBABA
from icplint.resources.product import Product
from icplint.resources.rows import NOT_SAID, SELF, EdgeRow, Finder, NodeRow, constant, first_set, is_set
from icplint.resources.terms import Terms, megabits, settles

PRODUCTS: Final = (Product(word="ens", instance=Text(en="the edge node {key}", zh="边缘节点 {key}")),)


def _at_a_node(resource: Resource, _finder: Finder) -> Placement:
    """The region of the provider does not matter to edge nodes: where none is written, one is chosen."""
    value = resource.values.get("ens_region_id")
    if not isinstance(value, str | Unknown) or not is_set(value):
        value = Unknown(NOT_SAID.using(kind=resource.address, what="ens_region_id"), settle=settles(resource))
    return Placement(provider=ALIBABA, region=value, origin=resource.place("ens_region_id"))


ROWS = (
    NodeRow(
        kind="alicloud_ens_instance",
        node=Server,
        fields={
            "product": constant("ens"),
            "placement": _at_a_node,
            **Terms(charge="payment_type", subscription="Subscription").fields(),
            "bandwidth": megabits("internet_max_bandwidth_out"),
            "id": "id",
            "name": "instance_name",
        },
        names=("id",),
        private=("private_ip_address",),
    ),
    NodeRow(
        kind="alicloud_ens_eip",
        node=Address,
        fields={"product": constant("ens"), "ip": constant(None), "placement": _at_a_node},
        names=("id",),
    ),
    EdgeRow(
        kind="alicloud_ens_eip_instance_attachment",
        relation=Relation.BOUND_TO,
        start="allocation_id",
        end="instance_id",
        inside=True,
    ),
    *(
        NodeRow(
            kind=kind,
            node=LoadBalancer,
            fields={"product": constant("ens"), "placement": _at_a_node, "public": constant(value=False)},
            names=("id",),
        )
        for kind in ("alicloud_ens_load_balancer", "alicloud_ens_nat_gateway")
    ),
    EdgeRow(
        kind="alicloud_ens_load_balancer",
        relation=Relation.FORWARDS_TO,
        start=SELF,
        end=first_set("backend_servers[].server_id"),
        place="backend_servers",
        inside=True,
    ),
)
