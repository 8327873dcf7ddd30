"""The lists of basic accelerators: an address in front of one endpoint; what they are stands with Global Accelerator.

Source: GA, ListBasicAccelerators (2019-11-20) and its neighbours,
https://help.aliyun.com/zh/ga/developer-reference/api-ga-2019-11-20-listbasicaccelerators.
"""

from __future__ import annotations

from typing import Final

from icplint.alibaba.listing import AlibabaListing, Paging, Yield

_EACH: Final = "ga:ListBasicAccelerators"


def _about(named: str, action: str, parameter: str, one: Yield, items: str = "") -> AlibabaListing:
    """Return a list about what an accelerator names, if it does: its set of addresses, its group of endpoints."""
    return AlibabaListing(
        product="ga",
        version="2019-11-20",
        action=action,
        permission=f"ga:{action}",
        parent=_EACH,
        about=lambda item: bool(item.get(named)),
        parameters={parameter: f"{{{named}}}"},
        paging=Paging.TOKENS if items else Paging.NONE,
        size=50,
        items=items,
        identity=str(one.identity) if items else "",
        yields=(one,),
    )


_SET: Final = "BasicIpSetId"
_GROUP: Final = "BasicEndpointGroupId"
LISTINGS = (
    AlibabaListing(
        product="ga",
        version="2019-11-20",
        action="ListBasicAccelerators",
        permission="ga:ListBasicAccelerators",
        regions=("cn-hangzhou",),
        size=50,
        items="Accelerators",
        identity="AcceleratorId",
        yields=(Yield(kind="alicloud_ga_basic_accelerator", identity="AcceleratorId", values={}),),
    ),
    _about(
        _SET,
        "GetBasicIpSet",
        "IpSetId",
        Yield(
            kind="alicloud_ga_basic_ip_set",
            identity="IpSetId",
            values={"accelerator_id": "AcceleratorId", "accelerate_region_id": "AccelerateRegionId"},
        ),
    ),
    _about(
        _SET,
        "ListBasicAccelerateIps",
        "IpSetId",
        Yield(
            kind="alicloud_ga_basic_accelerate_ip",
            identity="AccelerateIpId",
            values={
                "accelerator_id": "AcceleratorId",
                "accelerate_ip_address": "AccelerateIpAddress",
                "ip_set_id": "IpSetId",
            },
        ),
        "AccelerateIps",
    ),
    _about(
        _GROUP,
        "GetBasicEndpointGroup",
        "EndpointGroupId",
        Yield(
            kind="alicloud_ga_basic_endpoint_group",
            identity="EndpointGroupId",
            values={"accelerator_id": "AcceleratorId", "endpoint_address": "EndpointAddress"},
        ),
    ),
    _about(
        _GROUP,
        "ListBasicEndpoints",
        "EndpointGroupId",
        Yield(
            kind="alicloud_ga_basic_endpoint",
            identity="EndpointId",
            values={"accelerator_id": "AcceleratorId", "endpoint_address": "EndpointAddress"},
        ),
        "Endpoints",
    ),
)
