"""What AWS has outside mainland China only: Global Accelerator and Lightsail have no endpoint in its partition.

Source: botocore, endpoints of the partition aws-cn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from icplint.plugin import (
    Address,
    AliasRow,
    EdgeRow,
    Finder,
    NodeRow,
    Proxy,
    Relation,
    Resource,
    constant,
    is_set,
    pick,
    server,
)
from icplint_aws.home import AWS, within


def _endpoints(resource: Resource, _finder: Finder) -> Iterator[Any]:
    for value in pick(resource.values, "endpoint_configuration[].endpoint_id"):
        if is_set(value) and value != "":
            yield value


_LIGHTSAIL = server("aws_lightsail_instance", "lightsail", AWS, names=("id", "arn", "public_ip_address"))
ROWS = (
    *(
        NodeRow(
            kind=f"{prefix}aws_globalaccelerator_accelerator",
            node=Proxy,
            fields={
                "product": constant("ga"),
                "provider": constant(AWS.provider),
                "scope": constant("overseas"),
                "scope_origin": lambda resource, _finder: resource.origin,
            },
            names=("id", "arn", "dns_name", "dual_stack_dns_name", "ip_sets[].ip_addresses[]"),
        )
        for prefix in ("", "data.")
    ),
    AliasRow(kind="aws_globalaccelerator_listener", path="accelerator_arn"),
    EdgeRow(
        kind="aws_globalaccelerator_endpoint_group",
        relation=Relation.FRONTS,
        start="listener_arn",
        end=_endpoints,
        place="endpoint_configuration",
        inside=True,
    ),
    replace(_LIGHTSAIL, fields={**_LIGHTSAIL.fields, "placement": within("availability_zone")}),
    NodeRow(
        kind="aws_lightsail_static_ip",
        node=Address,
        fields={"product": constant("elastic-ip"), "ip": "ip_address", "placement": within()},
        names=("ip_address", "id", "arn"),
    ),
    EdgeRow(
        kind="aws_lightsail_static_ip_attachment",
        relation=Relation.BOUND_TO,
        start="static_ip_name",
        end="instance_name",
        place="instance_name",
        inside=True,
    ),
)
