"""Elastic IP addresses, and what they are bound to."""

from __future__ import annotations

from icplint.alibaba.listing import Listing, Yield
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

LISTINGS = (
    Listing(
        product="vpc",
        version="2016-04-28",
        action="DescribeEipAddresses",
        permission="vpc:DescribeEipAddresses",
        items="EipAddresses.EipAddress",
        identity="AllocationId",
        yields=(
            Yield(kind="alicloud_eip_address", identity="AllocationId", values={"ip_address": "IpAddress"}),
            Yield(
                kind="alicloud_eip_association",
                identity="AllocationId",
                values={"allocation_id": "AllocationId", "instance_id": "InstanceId"},
                only="instance_id",
            ),
        ),
    ),
)
