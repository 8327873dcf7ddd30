"""NAT gateways, and the addresses that they translate (DNAT).

A gateway is public by the elastic addresses that are bound to it. SNAT entries are not here: servers reach out through
them, and no visitor reaches in.
"""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Yield
from icplint.model.text import Text
from icplint.model.vocabulary import LoadBalancer, Relation
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import EdgeRow, NodeRow, constant

PRODUCTS: Final = (Product(word="nat", instance=Text(en="the NAT gateway {key}", zh="NAT 网关 {key}")),)


ROWS = (
    NodeRow(
        kind="alicloud_nat_gateway",
        node=LoadBalancer,
        fields={
            "product": constant("nat"),
            "placement": placement_from(zones=("vswitch_id",)),
            "public": constant(value=False),
        },
        names=("id", "forward_table_ids"),
    ),
    EdgeRow(
        kind="alicloud_forward_entry",
        relation=Relation.FORWARDS_TO,
        start="external_ip",
        end="internal_ip",
        inside=True,
        network="forward_table_id",
    ),
)

LISTINGS = (
    AlibabaListing(
        product="vpc",
        version="2016-04-28",
        action="DescribeNatGateways",
        permission="vpc:DescribeNatGateways",
        size=50,
        items="NatGateways.NatGateway",
        identity="NatGatewayId",
        yields=(
            Yield(
                kind="alicloud_nat_gateway",
                identity="NatGatewayId",
                values={
                    "vpc_id": "VpcId",
                    "vswitch_id": "NatGatewayPrivateInfo.VswitchId",
                    "forward_table_ids": "ForwardTableIds.ForwardTableId",
                },
            ),
        ),
    ),
    AlibabaListing(
        product="vpc",
        version="2016-04-28",
        action="DescribeForwardTableEntries",
        permission="vpc:DescribeForwardTableEntries",
        parent="vpc:DescribeNatGateways",
        parameters={"NatGatewayId": "{NatGatewayId}"},
        size=50,
        items="ForwardTableEntries.ForwardTableEntry",
        identity="ForwardEntryId",
        yields=(
            Yield(
                kind="alicloud_forward_entry",
                identity="ForwardEntryId",
                values={
                    "external_ip": "ExternalIp",
                    "internal_ip": "InternalIp",
                    "forward_table_id": "ForwardTableId",
                },
            ),
        ),
    ),
)
