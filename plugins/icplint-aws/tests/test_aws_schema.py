"""The paths of the rows are arguments that the provider has.

`data/schema-5.100.0.json` holds, by resource type, what `terraform providers schema -json` says of hashicorp/aws 5.100.0.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icplint_aws import PLUGIN

from icplint.plugin import SELF, AliasRow, EdgeRow, NodeRow

SCHEMA: dict[str, list[str]] = json.loads((Path(__file__).parent / "data/schema-5.100.0.json").read_text("utf-8"))
NEWER = {"aws_cloudfront_distribution_tenant", "aws_cloudfront_multitenant_distribution"}
"""Types that came with version 6."""
LISTED = {"aws_icp_recordal", "aws_service_address"}
"""What only an account has."""
NEWER_ARGUMENTS = {("aws_instance", "primary_network_interface.network_interface_id")}
OF_ANOTHER = {"private_ip", "private_ips", "private_dns_name"}
"""What an alias hides is said of the interface that it stands for."""
SHARED = {"arn", "public_ip", "public_dns", "ipv6_addresses", "id"}
"""Names that rows of one function have, whether or not each of their types does."""
ABSENT = {
    ("data.aws_cloudfront_distribution", "origin.domain_name"),
    ("data.aws_eip", "allocation_id"),
}
READ = {
    "aws_api_gateway_domain_name": {"domain_name", "endpoint_configuration.types"},
    "aws_amplify_domain_association": {"domain_name", "sub_domain.prefix"},
    "aws_autoscaling_attachment": {"lb_target_group_arn", "elb"},
    "aws_autoscaling_group": {"target_group_arns", "load_balancers", "launch_template.id", "launch_configuration"},
    "aws_cloudfront_distribution": {"aliases", "enabled", "arn", "domain_name"},
    "aws_eip": {"instance", "network_interface", "public_ip"},
    "aws_eip_association": {"allocation_id", "public_ip", "instance_id", "network_interface_id"},
    "aws_elb": {"instances", "internal"},
    "aws_elb_attachment": {"instance"},
    "aws_globalaccelerator_endpoint_group": {"endpoint_configuration.endpoint_id"},
    "aws_lambda_function_url": {"function_url"},
    "aws_lb": {"internal", "load_balancer_type", "subnet_mapping.allocation_id"},
    "aws_lb_listener": {"default_action.target_group_arn", "default_action.forward.target_group.arn"},
    "aws_lb_listener_rule": {
        "condition.host_header.values",
        "action.target_group_arn",
        "action.forward.target_group.arn",
    },
    "aws_lb_target_group_attachment": {"target_id"},
    "aws_route53_record": {"alias.name", "alias.zone_id", "weighted_routing_policy.weight", "fqdn", "zone_id"},
    "aws_route53_records_exclusive": {"resource_record_set.name"},
    "aws_s3_bucket": {"bucket", "website"},
    "aws_s3_bucket_website_configuration": {"bucket"},
}
"""What functions of the rows read."""
ROWS = list(PLUGIN.rows())


def paths(row: Any) -> Iterator[Any]:
    match row:
        case NodeRow():
            ends = (end for each in row.edges.values() for end in (each if isinstance(each, tuple) else (each,)))
            yield from (row.key, *row.fields.values(), *row.names, *row.private, *ends)
        case EdgeRow():
            yield from (row.start, row.end, row.place)
        case AliasRow():
            yield from (row.path, row.of, *(set(row.private) - OF_ANOTHER))


def written(row: Any) -> Iterator[str]:
    yield from (path.replace("[]", "") for path in paths(row) if isinstance(path, str) and path not in {"", SELF})


def test_the_types_are_those_of_the_provider() -> None:
    assert {row.kind for row in ROWS} - SCHEMA.keys() == NEWER | LISTED


@pytest.mark.parametrize("kind", sorted({row.kind for row in ROWS} & SCHEMA.keys()))
def test_the_arguments_are_those_of_the_provider(kind: str) -> None:
    said = {(kind, path) for row in ROWS if row.kind == kind for path in written(row)}
    strange = {(kind, path) for kind, path in said if path not in SCHEMA[kind] and path not in SHARED}
    assert strange <= ABSENT | NEWER_ARGUMENTS


@pytest.mark.parametrize("kind", sorted(READ))
def test_what_functions_read_is_there_too(kind: str) -> None:
    assert READ[kind] - {*SCHEMA[kind]} == set()
