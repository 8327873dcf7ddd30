"""Servers, addresses, load balancers, buckets and distributions of AWS: where they stand, and whose filing they demand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from icplint_aws import PLUGIN

from icplint.plugin import Relation
from icplint.testing import Judged, filed, graph, state

Judge = Callable[..., Judged]
NAME = "www.example.cn"
RECORD = (
    'resource "alicloud_alidns_record" "www" {\n  domain_name = "example.cn"\n  rr = "www"\n'
    '  type = "%s"\n  value = %s\n}\n'
)
PROVIDER = 'provider "aws" {\n  region = "%s"\n}\n'
SERVERS = {
    "aws_instance": ("public_ip", 'resource "aws_instance" "x" {\n}\n'),
    "aws_eip": ("public_ip", 'resource "aws_eip" "x" {\n}\n'),
    "aws_lb": ("dns_name", 'resource "aws_lb" "x" {\n}\n'),
    "aws_elb": ("dns_name", 'resource "aws_elb" "x" {\n}\n'),
    "aws_s3_bucket": ("bucket_regional_domain_name", 'resource "aws_s3_bucket" "x" {\n  bucket = "site"\n}\n'),
}


@pytest.mark.parametrize("kind", SERVERS)
def test_a_server_demands_a_filing_with_the_operator_of_its_region(kind: str, judge: Judge) -> None:
    attribute, server = SERVERS[kind]
    site = RECORD % ("A", f"{kind}.x.{attribute}") + server
    here = PROVIDER % "cn-northwest-1" + site
    assert judge(here).of("ICP101") == {NAME: "violation"}
    assert judge(here, filed("alibaba")).of("ICP203") == {NAME: "violation"}
    assert any("not NWCD" in text for text in judge(here, filed("alibaba")).why("ICP203", NAME))
    assert judge(here, filed("alibaba", "nwcd")).of("ICP203") == {NAME: "compliant"}
    assert judge(here, filed("tencent")).of("ICP201") == {NAME: "compliant"}
    assert set(judge(here, filed("nwcd")).of("ICP301").values()) <= {"compliant"}
    there = PROVIDER % "us-east-1" + site
    assert judge(there).of("ICP101") == {NAME: "compliant"}
    assert judge(there, filed("alibaba")).of("ICP203") == {NAME: "compliant"}


@pytest.mark.parametrize(
    ("server", "outcome"),
    [
        ('resource "aws_instance" "x" {\n  availability_zone = "cn-north-1a"\n}\n', "violation"),
        ('resource "aws_instance" "x" {\n  availability_zone = "eu-west-1b"\n}\n', "compliant"),
        ('resource "aws_instance" "x" {\n  region = "cn-north-1"\n}\n', "violation"),
        ('provider "aws" {\n}\nresource "aws_instance" "x" {\n}\n', "cannot-tell"),
        (
            (
                'resource "aws_subnet" "s" {\n  availability_zone = "cn-north-1b"\n}\n'
                'resource "aws_instance" "x" {\n  subnet_id = aws_subnet.s.id\n}\n'
            ),
            "violation",
        ),
    ],
)
def test_a_region_comes_from_the_resource_its_zone_or_the_provider(server: str, outcome: str, judge: Judge) -> None:
    assert judge(server + RECORD % ("A", "aws_instance.x.public_ip")).of("ICP101") == {NAME: outcome}


@pytest.mark.parametrize(
    ("variable", "region", "outcome"),
    [
        ("AWS_REGION", "cn-north-1", "violation"),
        ("AWS_DEFAULT_REGION", "us-east-1", "compliant"),
        ("ALICLOUD_REGION", "cn-hangzhou", "cannot-tell"),
    ],
)
def test_the_environment_of_the_provider_counts(variable: str, region: str, outcome: str, judge: Judge) -> None:
    site = 'resource "aws_instance" "x" {\n}\n' + RECORD % ("A", "aws_instance.x.public_ip")
    assert judge(site, environment={variable: region}).of("ICP101") == {NAME: outcome}


def test_in_a_state_an_arn_names_the_region(judge: Judge) -> None:
    record = {"zone_id": "Z1", "name": NAME, "fqdn": NAME, "type": "A", "records": ["203.0.113.9"]}
    server = {"id": "i-1", "arn": "arn:aws-cn:ec2:cn-north-1:123456789012:instance/i-1", "public_ip": "203.0.113.9"}
    resources = (("aws_route53_record.r", record), ("aws_instance.x", server))
    found = judge(state(*resources, provider="hashicorp/aws"), filed("alibaba"))
    assert found.of("ICP203") == {NAME: "violation"}
    assert any("203.0.113.9 is an address of the EC2 instance" in text for text in found.why("ICP203", NAME))


@pytest.mark.parametrize(
    "parts",
    [
        'resource "aws_eip" "e" {\n  instance = aws_instance.x.id\n}\nresource "aws_instance" "x" {\n}\n',
        (
            'resource "aws_eip" "e" {\n}\nresource "aws_instance" "x" {\n}\n'
            'resource "aws_eip_association" "a" {\n  allocation_id = aws_eip.e.id\n'
            "  instance_id = aws_instance.x.id\n}\n"
        ),
    ],
)
def test_an_address_leads_to_what_it_is_bound_to(parts: str, judge: Judge) -> None:
    found = judge(PROVIDER % "cn-northwest-1" + parts + RECORD % ("A", "aws_eip.e.public_ip"))
    assert found.of("ICP101") == {NAME: "violation"}
    assert any("binds that address to the" in text and ".x" in text for text in found.why("ICP101", NAME))


def test_an_internal_load_balancer_serves_nobody(judge: Judge) -> None:
    server = 'resource "aws_lb" "x" {\n  internal = true\n}\n'
    site = PROVIDER % "cn-northwest-1" + server + RECORD % ("A", "aws_lb.x.dns_name")
    assert judge(site).of("ICP101") == {NAME: "compliant"}


RULE = (
    'resource "aws_lb" "x" {\n}\nresource "aws_lb_listener" "l" {\n  load_balancer_arn = aws_lb.x.arn\n}\n'
    'resource "aws_lb_listener_rule" "r" {\n  listener_arn = aws_lb_listener.l.arn\n'
    '  condition {\n    host_header {\n      values = ["www.example.cn"]\n    }\n  }\n}\n'
)


@pytest.mark.parametrize(("region", "outcome"), [("cn-northwest-1", "violation"), ("us-east-1", "compliant")])
def test_a_rule_of_a_load_balancer_names_what_it_serves(region: str, outcome: str, judge: Judge) -> None:
    assert judge(PROVIDER % region + RULE).of("ICP101") == {NAME: outcome}


@pytest.mark.parametrize(("region", "outcome"), [("cn-north-1", "cannot-tell"), ("us-east-1", "compliant")])
def test_a_load_balancer_that_is_looked_up_has_a_region_too(region: str, outcome: str, judge: Judge) -> None:
    site = PROVIDER % region + 'data "aws_lb" "x" {\n  name = "front"\n}\n'
    found = judge(site + RECORD % ("CNAME", "data.aws_lb.x.dns_name"))
    assert found.of("ICP101") == {NAME: outcome}  # whether it is internal is known only in a plan


def test_a_private_address_serves_nobody(judge: Judge) -> None:
    server = 'resource "aws_instance" "x" {\n}\n'
    site = PROVIDER % "cn-north-1" + server + RECORD % ("A", "aws_instance.x.private_ip")
    assert judge(site).of("ICP101") == {NAME: "compliant"}


DISTRIBUTION = (
    'resource "aws_cloudfront_distribution" "d" {\n  aliases = ["www.example.cn"]\n  enabled = true\n'
    '  origin {\n    domain_name = "origin.example.net"\n    origin_id = "o"\n  }\n}\n'
)


@pytest.mark.parametrize(
    ("region", "outcome"), [("cn-north-1", "violation"), ("cn-northwest-1", "violation"), ("us-east-1", "compliant")]
)
def test_a_distribution_is_in_the_partition_of_its_provider(region: str, outcome: str, judge: Judge) -> None:
    assert judge(PROVIDER % region + DISTRIBUTION).of("ICP101") == {NAME: outcome}
    alias = RECORD % ("CNAME", "aws_cloudfront_distribution.d.domain_name")
    assert judge(PROVIDER % region + DISTRIBUTION + alias).of("ICP101") == {NAME: outcome}


@pytest.mark.parametrize(("name", "outcome"), [("d1.cloudfront.cn", "violation"), ("d1.cloudfront.net", "compliant")])
def test_in_a_state_a_distribution_says_where_it_is(name: str, outcome: str, judge: Judge) -> None:
    values = {"id": "E1", "aliases": [NAME], "enabled": True, "domain_name": name, "origin": []}
    found = judge(state(("aws_cloudfront_distribution.d", values), provider="hashicorp/aws"))
    assert found.of("ICP101") == {NAME: outcome}


def test_a_bucket_called_like_a_host_is_not_that_host(judge: Judge) -> None:
    bucket = 'resource "aws_s3_bucket" "b" {\n  bucket = "origin.example.com.cn"\n}\n'
    found = judge(PROVIDER % "cn-north-1" + bucket + RECORD % ("CNAME", '"origin.example.com.cn"'))
    assert found.of("ICP101") == {NAME: "cannot-tell"}


@pytest.mark.parametrize(("vpc", "servers"), [("one", {"one"}), ("two", {"two"}), ("three", set())])
def test_a_target_by_address_is_the_instance_of_its_network(vpc: str, servers: set[str]) -> None:
    text = "".join(
        f'resource "aws_vpc" "{n}" {{\n}}\nresource "aws_subnet" "{n}" {{\n  vpc_id = aws_vpc.{n}.id\n}}\n'
        f'resource "aws_instance" "{n}" {{\n  subnet_id = aws_subnet.{n}.id\n  private_ip = "10.0.0.1"\n}}\n'
        for n in ("one", "two")
    )
    text += (
        f'resource "aws_vpc" "three" {{\n}}\nresource "aws_lb_target_group" "g" {{\n  vpc_id = aws_vpc.{vpc}.id\n}}\n'
        'resource "aws_lb_target_group_attachment" "a" {\n  target_group_arn = aws_lb_target_group.g.arn\n'
        '  target_id = "10.0.0.1"\n}\n'
    )
    (edge,) = (edge for edge in graph(text, plugins=[PLUGIN]).edges() if edge.relation is Relation.FORWARDS_TO)
    assert {end.key for end in edge.ends} == {f"aws_instance.{name}" for name in servers}
    assert (edge.rest is None) is bool(servers)
