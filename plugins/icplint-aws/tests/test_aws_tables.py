"""The regions and names of AWS in the policy's tables are those of botocore."""

from __future__ import annotations

import boto3
import pytest
from icplint_aws import PLUGIN
from icplint_aws.operators import OPERATORS
from icplint_aws.resources.route53 import HOSTED

from icplint.plugin import Domain, in_mainland
from icplint.testing import graph, using

REGIONS = [
    (partition, name)
    for partition in ("aws", "aws-cn")
    for name in boto3.session.Session().get_available_regions("ec2", partition)
]


@pytest.mark.parametrize(("partition", "name"), REGIONS)
def test_every_region_of_botocore_is_known_by_name(partition: str, name: str) -> None:
    with using(PLUGIN) as known:
        found = known.tables.regions.find("aws", name)
    assert found is not None
    assert (found.known, found.mainland) == (True, partition == "aws-cn")
    assert found.name.say("en") != name
    assert found.name.say("zh") != found.name.say("en")


def test_the_operators_are_those_of_the_regions_of_china() -> None:
    assert set(OPERATORS) == {name for partition, name in REGIONS if partition == "aws-cn"}


@pytest.mark.parametrize(
    ("name", "mainland"),
    [
        ("site.s3.cn-north-1.amazonaws.com.cn", True),
        ("site.s3.eu-west-1.amazonaws.com", False),
        ("site.s3-website.cn-northwest-1.amazonaws.com.cn", True),
        ("c.a1b2c3.eu-west-1.cs.amazonlightsail.com", False),
        *((name, not name.endswith(".net")) for name in HOSTED.values()),
    ],
)
def test_a_name_of_a_service_says_where_it_is(name: str, mainland: bool) -> None:
    source = (
        'resource "aws_route53_record" "r" {\n  zone_id = "Z"\n  name = "www.example.cn"\n  type = "CNAME"\n'
        f'  records = ["{name}"]\n}}\n'
    )
    found = graph(source, plugins=[PLUGIN])
    (node,) = (node for node in found.all(Domain) if node.key == name)
    assert in_mainland(found, node).value is mainland
