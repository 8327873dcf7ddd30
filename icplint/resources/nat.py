"""NAT gateways, and the addresses that they translate (DNAT).

A gateway is public by the elastic addresses that are bound to it. SNAT entries are not here: servers reach out through
them, and no visitor reaches in.
"""

from __future__ import annotations

from icplint.model.vocabulary import Edge, LoadBalancer
from icplint.resources.entry import Entry, Link, always
from icplint.resources.placement import placed

ENTRIES = (
    Entry(
        kind="alicloud_nat_gateway",
        node=LoadBalancer,
        fields={"product": always("nat"), "placement": placed(zones=("vswitch_id",)), "public": always(value=False)},
        names=("id",),
    ),
    Link(kind="alicloud_forward_entry", edge=Edge.FORWARDS_TO, start="external_ip", end="internal_ip", inside=True),
)
