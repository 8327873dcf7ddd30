"""Simple Application Server."""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Paging, Yield
from icplint.model.text import Text
from icplint.model.vocabulary import Server
from icplint.resources.halted import halted
from icplint.resources.placement import placement_from
from icplint.resources.product import Product
from icplint.resources.rows import NodeRow, constant
from icplint.resources.terms import Terms

PRODUCTS: Final = (
    Product(word="swas", instance=Text(en="the Simple Application Server {key}", zh="轻量应用服务器 {key}")),
)


LEAST_BANDWIDTH = 1.0
"""Mbit/s: a server has public bandwidth by its plan, and no argument says how much."""

INSTANCE = "alicloud_simple_application_server_instance"
_CHARGES = {"PrePaid": "Subscription", "PostPaid": "PayAsYouGo"}

ROWS = (
    NodeRow(
        kind=INSTANCE,
        node=Server,
        fields={
            "product": constant("swas"),
            "placement": placement_from(),
            **Terms(
                charge="payment_type",
                subscription="Subscription",
                default="Subscription",
                unit="",
                created="create_time",
                expires="expired_time",
            ).fields(),
            "bandwidth": constant(LEAST_BANDWIDTH),
            "id": "id",
            "name": "instance_name",
            "halted": halted,
        },
        names=("id", "public_ip_address"),
    ),
)

LISTINGS = (
    AlibabaListing(
        product="swas",
        version="2020-06-01",
        action="ListRegions",
        permission="swas-open:ListRegions",
        regions=("cn-hangzhou",),
        paging=Paging.NONE,
        items="Regions",
        identity="RegionId",
        some=True,
    ),
    AlibabaListing(
        product="swas",
        version="2020-06-01",
        action="ListInstances",
        permission="swas-open:ListInstances",
        parent="swas:ListRegions",
        regional=False,
        parameters={"RegionId": "{RegionId}"},
        items="Instances",
        identity="InstanceId",
        yields=(
            Yield(
                kind=INSTANCE,
                identity="InstanceId",
                values={
                    "public_ip_address": "PublicIpAddress",
                    "payment_type": lambda item: _CHARGES.get(str(item.get("ChargeType"))),
                    "create_time": "CreationTime",
                    "expired_time": "ExpiredTime",
                    "status": "Status",
                },
            ),
        ),
    ),
)
