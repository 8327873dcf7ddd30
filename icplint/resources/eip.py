"""Elastic IP addresses, and what they are bound to."""

from __future__ import annotations

from icplint.model.vocabulary import Address, Edge
from icplint.resources.entry import Entry, Link
from icplint.resources.placement import placed

ENTRIES = (
    *(
        Entry(
            kind=kind,
            node=Address,
            fields={"ip": "ip_address", "placement": placed()},
            names=("ip_address", "id", "allocation_id"),
        )
        for kind in ("alicloud_eip_address", "alicloud_eip")
    ),
    Link(kind="alicloud_eip_association", edge=Edge.BOUND_TO, start="allocation_id", end="instance_id"),
)
