"""Each product of AWS: what serves a name, from where, and what is only doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from icplint.testing import Judged, filed, state

Judge = Callable[..., Judged]
NAME = "www.example.cn"
CHINA, ABROAD = "cn-north-1", "eu-west-1"
ZONE = 'resource "aws_route53_zone" "z" {\n  name = "example.cn"\n}\n'
PROVIDER = 'provider "aws" {\n  region = "%s"\n}\n'
BALANCER = 'resource "aws_lb" "x" {\n%s}\nresource "aws_lb_listener" "l" {\n  load_balancer_arn = aws_lb.x.arn\n}\n'
RULE = (
    'resource "aws_lb_listener_rule" "r" {\n  listener_arn = aws_lb_listener.l.arn\n'
    "  condition {\n    host_header {\n      %s\n    }\n  }\n}\n"
)


def cname(value: str) -> str:
    """Return a record in Route 53 with an expression."""
    return ZONE + (
        'resource "aws_route53_record" "r" {\n  zone_id = aws_route53_zone.z.zone_id\n  name = "www"\n'
        f'  type = "CNAME"\n  records = [{value}]\n}}\n'
    )


def alias(name: str, zone_id: str = '"Z1"') -> str:
    """Return an alias record in Route 53."""
    return ZONE + (
        'resource "aws_route53_record" "r" {\n  zone_id = aws_route53_zone.z.zone_id\n  name = "www"\n  type = "A"\n'
        f"  alias {{\n    name = {name}\n    zone_id = {zone_id}\n    evaluate_target_health = true\n  }}\n}}\n"
    )


# Gateways and what is answered from a region

GATEWAYS = {
    "REST domain": (
        'resource "aws_api_gateway_domain_name" "x" {\n  domain_name = "www.example.cn"\n'
        '  endpoint_configuration {\n    types = ["REGIONAL"]\n  }\n}\n'
    ),
    "HTTP domain": (
        'resource "aws_apigatewayv2_domain_name" "x" {\n  domain_name = "www.example.cn"\n'
        '  domain_name_configuration {\n    endpoint_type = "REGIONAL"\n  }\n}\n'
    ),
    "alias to a domain": (
        'resource "aws_apigatewayv2_domain_name" "x" {\n  domain_name = "api.example.net"\n'
        '  domain_name_configuration {\n    endpoint_type = "REGIONAL"\n  }\n}\n'
        + alias("aws_apigatewayv2_domain_name.x.domain_name_configuration[0].target_domain_name")
    ),
    "Beanstalk": 'resource "aws_elastic_beanstalk_environment" "x" {\n  name = "e"\n}\n'
    + cname("aws_elastic_beanstalk_environment.x.cname"),
    "API by URL": 'resource "aws_apigatewayv2_api" "x" {\n  name = "e"\n}\n'
    + cname('replace(aws_apigatewayv2_api.x.api_endpoint, "https://", "")'),
    "stage": (
        'resource "aws_api_gateway_rest_api" "x" {\n  name = "e"\n}\n'
        'resource "aws_api_gateway_stage" "s" {\n  rest_api_id = aws_api_gateway_rest_api.x.id\n}\n'
        + cname("aws_api_gateway_stage.s.invoke_url")
    ),
    "function": 'resource "aws_lambda_function_url" "x" {\n}\n' + cname("aws_lambda_function_url.x.function_url"),
    "launch template": ('resource "aws_lb" "x" {\n}\n' + alias("aws_lb.x.dns_name")),
    "spot": 'resource "aws_spot_instance_request" "x" {\n}\n' + cname("aws_spot_instance_request.x.public_dns"),
}


@pytest.mark.parametrize("what", GATEWAYS)
def test_what_is_answered_from_a_region_is_where_the_region_is(what: str, judge: Judge) -> None:
    assert judge(PROVIDER % CHINA + GATEWAYS[what]).of("ICP101")[NAME] == "violation"
    assert judge(PROVIDER % ABROAD + GATEWAYS[what]).of("ICP101")[NAME] == "compliant"
    assert judge(GATEWAYS[what]).of("ICP101")[NAME] == "cannot-tell"
    assert judge(PROVIDER % CHINA + GATEWAYS[what], filed("alibaba")).of("ICP203")[NAME] == "violation"
    assert judge(PROVIDER % CHINA + GATEWAYS[what], filed("sinnet")).of("ICP203")[NAME] == "compliant"


def test_a_domain_of_private_networks_serves_nobody(judge: Judge) -> None:
    private = GATEWAYS["REST domain"].replace("REGIONAL", "PRIVATE")
    assert judge(PROVIDER % CHINA + private).of("ICP101") == {}


@pytest.mark.parametrize("region", [CHINA, ABROAD])
def test_what_has_no_endpoint_in_china_answers_from_outside(region: str, judge: Judge) -> None:
    accelerator = 'resource "aws_globalaccelerator_accelerator" "x" {\n  name = "a"\n}\n'
    site = PROVIDER % region + accelerator + alias("aws_globalaccelerator_accelerator.x.dns_name")
    assert judge(site).of("ICP101") == {NAME: "compliant"}


def test_an_accelerator_fetches_from_its_endpoints(judge: Judge) -> None:
    more = (
        'resource "aws_globalaccelerator_listener" "l" {\n  accelerator_arn = aws_globalaccelerator_accelerator.x.arn\n}\n'
        'resource "aws_globalaccelerator_endpoint_group" "g" {\n'
        "  listener_arn = aws_globalaccelerator_listener.l.arn\n"
        "  endpoint_configuration {\n    endpoint_id = aws_lb.x.arn\n  }\n}\n"
        'resource "aws_lb" "x" {\n}\n'
    )
    accelerator = 'resource "aws_globalaccelerator_accelerator" "x" {\n  name = "a"\n}\n'
    found = judge(PROVIDER % ABROAD + accelerator + more + alias("aws_globalaccelerator_accelerator.x.dns_name"))
    assert found.of("ICP101") == {NAME: "compliant"}
    assert found.of("ICP202") == {NAME: "compliant"}


# Regions


def test_a_region_of_its_own_that_is_not_known_is_not_that_of_the_provider(judge: Judge) -> None:
    site = PROVIDER % ABROAD + 'variable "r" {}\nresource "aws_lb" "x" {\n  region = var.r\n}\n'
    assert judge(site + alias("aws_lb.x.dns_name")).of("ICP101") == {NAME: "cannot-tell"}


def test_an_alias_of_the_provider_has_a_region_of_its_own(judge: Judge) -> None:
    site = (
        PROVIDER % ABROAD
        + 'provider "aws" {\n  alias = "cn"\n  region = "cn-northwest-1"\n}\n'
        + 'resource "aws_lb" "x" {\n  provider = aws.cn\n}\n'
    )
    found = judge(site + alias("aws_lb.x.dns_name"))
    assert found.of("ICP101") == {NAME: "violation"}
    assert any("cn-northwest-1" in text for text in found.why("ICP101", NAME))


@pytest.mark.parametrize(("zone", "outcome"), [("cn-north-1-pkx-1a", "violation"), ("us-east-1-bos-1a", "compliant")])
def test_a_local_zone_belongs_to_its_region(zone: str, outcome: str, judge: Judge) -> None:
    site = f'resource "aws_instance" "x" {{\n  availability_zone = "{zone}"\n}}\n'
    assert judge(site + cname("aws_instance.x.public_dns")).of("ICP101") == {NAME: outcome}


# Balancers


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('values = ["www.example.cn"]', {NAME: "violation"}),
        ('values = ["*.example.cn", "example.cn"]', {"*.example.cn": "violation", "example.cn": "violation"}),
        ('values = ["www.example.*"]', {"aws_lb_listener_rule.r": "cannot-tell"}),
        ('regex_values = ["^(www|m)[.]example[.]cn$"]', {"aws_lb_listener_rule.r": "cannot-tell"}),
        ("values = var.hosts", {"aws_lb_listener_rule.r": "cannot-tell"}),
    ],
)
def test_the_hosts_of_a_rule_are_names(condition: str, expected: dict[str, str], judge: Judge) -> None:
    site = PROVIDER % CHINA + 'variable "hosts" {}\n' + BALANCER % "" + RULE % condition
    assert judge(site).of("ICP101") == expected


@pytest.mark.parametrize("inside", ["  internal = true\n", '  load_balancer_type = "gateway"\n'])
def test_a_balancer_inside_serves_nobody(inside: str, judge: Judge) -> None:
    site = PROVIDER % CHINA + BALANCER % inside + RULE % 'values = ["www.example.cn"]'
    assert judge(site).of("ICP101") == {NAME: "compliant"}


def test_an_elastic_address_of_a_network_balancer_leads_to_it(judge: Judge) -> None:
    site = (
        PROVIDER % CHINA
        + 'resource "aws_eip" "e" {\n}\n'
        + BALANCER % '  load_balancer_type = "network"\n  subnet_mapping {\n    allocation_id = aws_eip.e.id\n  }\n'
        + cname("aws_eip.e.public_ip").replace("CNAME", "A")
    )
    found = judge(site)
    assert found.of("ICP101") == {NAME: "violation"}
    assert "aws_lb.x binds that address to the NLB instance aws_lb.x" in found.why("ICP101", NAME)


# Addresses

INSTANCE = 'resource "aws_instance" "x" {\n%s}\n'
BOUND = {
    "by the address": 'resource "aws_eip" "e" {\n  instance = aws_instance.x.id\n}\n' + INSTANCE % "",
    "by its interface": (
        'resource "aws_eip" "e" {\n  network_interface = aws_network_interface.n.id\n}\n'
        'resource "aws_network_interface" "n" {\n  attachment {\n    instance = aws_instance.x.id\n  }\n}\n'
        + INSTANCE
        % ""
    ),
    "by an attachment": (
        'resource "aws_eip" "e" {\n  network_interface = aws_network_interface.n.id\n}\n'
        'resource "aws_network_interface" "n" {\n}\n'
        'resource "aws_network_interface_attachment" "a" {\n  instance_id = aws_instance.x.id\n'
        "  network_interface_id = aws_network_interface.n.id\n}\n" + INSTANCE % ""
    ),
    "by the instance": (
        'resource "aws_eip" "e" {\n  network_interface = aws_network_interface.n.id\n}\n'
        'resource "aws_network_interface" "n" {\n}\n'
        + INSTANCE
        % "  network_interface {\n    network_interface_id = aws_network_interface.n.id\n  }\n"
    ),
    "by an association": (
        'resource "aws_eip" "e" {\n}\nresource "aws_network_interface" "n" {\n}\n'
        'resource "aws_eip_association" "a" {\n  allocation_id = aws_eip.e.id\n'
        "  network_interface_id = aws_instance.x.primary_network_interface_id\n}\n" + INSTANCE % ""
    ),
}


@pytest.mark.parametrize("how", BOUND)
def test_an_elastic_address_leads_to_its_instance(how: str, judge: Judge) -> None:
    found = judge(PROVIDER % CHINA + BOUND[how] + cname("aws_eip.e.public_ip").replace("CNAME", "A"))
    assert found.of("ICP101") == {NAME: "violation"}
    assert any(text.endswith("to the EC2 instance aws_instance.x") for text in found.why("ICP101", NAME))


def test_in_a_state_an_interface_is_that_of_its_instance(judge: Judge) -> None:
    arn = "arn:aws-cn:ec2:cn-north-1:123456789012:instance/i-1"
    resources = (
        (
            "aws_route53_record.r",
            {"zone_id": "Z", "name": NAME, "fqdn": NAME, "type": "A", "records": ["54.222.0.9"], "alias": []},
        ),
        ("aws_instance.x", {"id": "i-1", "arn": arn, "public_ip": "", "primary_network_interface_id": "eni-1"}),
        (
            "aws_eip.e",
            {
                "id": "eipalloc-1",
                "public_ip": "54.222.0.9",
                "instance": "",
                "network_interface": "eni-1",
                "network_border_group": "cn-north-1",
            },
        ),
    )
    found = judge(state(*resources, provider="hashicorp/aws"), filed("nwcd"))
    assert any("EC2 instance aws_instance.x" in text for text in found.why("ICP203", NAME))
    assert found.of("ICP203") == {NAME: "cannot-tell"}  # the other operator


# CloudFront

DISTRIBUTION = (
    'resource "aws_cloudfront_distribution" "d" {\n  aliases = %s\n  enabled = true\n'
    '  origin {\n    domain_name = "origin.example.net"\n    origin_id = "o"\n  }\n}\n'
)


def test_a_distribution_that_is_switched_off_serves_nobody(judge: Judge) -> None:
    off = (DISTRIBUTION % '["www.example.cn"]').replace("true", "false")
    assert judge(PROVIDER % CHINA + off).of("ICP101") == {}


def test_a_tenant_puts_names_on_its_distribution(judge: Judge) -> None:
    site = (
        'resource "aws_cloudfront_multitenant_distribution" "d" {\n  enabled = true\n}\n'
        'resource "aws_cloudfront_distribution_tenant" "t" {\n'
        "  distribution_id = aws_cloudfront_multitenant_distribution.d.id\n"
        '  domain {\n    domain = "www.example.cn"\n  }\n}\n'
    )
    assert judge(PROVIDER % ABROAD + site).of("ICP101") == {NAME: "compliant"}
    assert judge(PROVIDER % CHINA + site).of("ICP101") == {NAME: "violation"}


@pytest.mark.parametrize(("arn", "outcome"), [("aws-cn", "violation"), ("aws", "compliant")])
def test_an_arn_says_in_which_partition_a_distribution_is(arn: str, outcome: str, judge: Judge) -> None:
    values = {"id": "E1", "arn": f"arn:{arn}:cloudfront::1:distribution/E1", "aliases": [NAME], "enabled": True}
    found = judge(state(("aws_cloudfront_distribution.d", {**values, "origin": []}), provider="hashicorp/aws"))
    assert found.of("ICP101") == {NAME: outcome}


# S3


def bucket(name: str, website: str) -> str:
    """Return a bucket and, if any, what makes it a website."""
    inline = website if website.startswith("  ") else ""
    return f'resource "aws_s3_bucket" "b" {{\n  bucket = "{name}"\n{inline}}}\n' + ("" if inline else website)


CONFIGURATION = 'resource "aws_s3_bucket_website_configuration" "w" {\n  bucket = aws_s3_bucket.b.id\n}\n'
INLINE = '  website {\n    index_document = "index.html"\n  }\n'


@pytest.mark.parametrize(
    ("name", "website", "expected"),
    [
        (NAME, CONFIGURATION, {NAME: "cannot-tell"}),
        (NAME, INLINE, {NAME: "cannot-tell"}),
        (NAME, "", {}),
        ("site", CONFIGURATION, {}),
    ],
)
def test_a_website_bucket_called_like_a_host_may_serve_it(
    name: str, website: str, expected: dict[str, str], judge: Judge
) -> None:
    assert judge(PROVIDER % CHINA + bucket(name, website)).of("ICP101") == expected
    assert judge(PROVIDER % ABROAD + bucket(name, website)).of("ICP101") == dict.fromkeys(expected, "compliant")


@pytest.mark.parametrize(
    "endpoint",
    [
        "aws_s3_bucket_website_configuration.w.website_endpoint",
        '"site.s3-website.cn-north-1.amazonaws.com.cn"',
        '"site.s3.cn-north-1.amazonaws.com.cn"',
    ],
)
def test_an_endpoint_leads_to_its_bucket(endpoint: str, judge: Judge) -> None:
    found = judge(PROVIDER % CHINA + bucket("site", CONFIGURATION) + cname(endpoint))
    assert found.of("ICP101") == {NAME: "violation"}
    assert any("the S3 bucket aws_s3_bucket.b is in cn-north-1" in text for text in found.why("ICP101", NAME))


# Route 53


@pytest.mark.parametrize(
    ("zone_id", "outcome"),
    [
        ('"Z1GDH35T77C1KE"', "violation"),
        ('"ZQEIKTCZ8352D"', "violation"),
        ('"Z3RFFRIM2A3IF5"', "violation"),
        ('"Z2FDTNDATAQYW2"', "compliant"),
        ('"ZUNHEARDOF"', "cannot-tell"),
        ("var.zone", "cannot-tell"),
    ],
)
def test_the_hosted_zone_of_a_target_says_where_it_is(zone_id: str, outcome: str, judge: Judge) -> None:
    site = 'variable "target" {}\nvariable "zone" {}\n' + alias("var.target", zone_id)
    assert judge(site).of("ICP101") == {NAME: outcome}


def test_an_alias_may_lead_to_another_record_of_the_zone(judge: Judge) -> None:
    other = (
        'resource "aws_route53_record" "other" {\n  zone_id = aws_route53_zone.z.zone_id\n  name = "other"\n'
        '  type = "A"\n  records = [aws_instance.x.public_ip]\n}\n'
    )
    site = PROVIDER % CHINA + INSTANCE % "" + other
    for target in ('"other.example.cn"', "aws_route53_record.other.fqdn"):
        found = judge(site + alias(target, "aws_route53_zone.z.zone_id"))
        assert found.of("ICP101") == {NAME: "violation", "other.example.cn": "violation"}


@pytest.mark.parametrize(
    "policy",
    [
        "weighted_routing_policy {\n    weight = 10\n  }",
        'latency_routing_policy {\n    region = "%s"\n  }',
        'geolocation_routing_policy {\n    country = "CN"\n  }',
        'failover_routing_policy {\n    type = "SECONDARY"\n  }',
        "multivalue_answer_routing_policy = true",
        'geoproximity_routing_policy {\n    aws_region = "cn-north-1"\n  }',
        'cidr_routing_policy {\n    collection_id = "c"\n    location_name = "office"\n  }',
    ],
)
def test_of_several_answers_each_is_a_way(policy: str, judge: Judge) -> None:
    def one(name: str, region: str) -> str:
        return (
            f'resource "aws_lb" "{name}" {{\n  region = "{region}"\n}}\n'
            f'resource "aws_route53_record" "{name}" {{\n  zone_id = aws_route53_zone.z.zone_id\n  name = "www"\n'
            f'  type = "A"\n  set_identifier = "{name}"\n  {policy.replace("%s", region)}\n'
            f"  alias {{\n    name = aws_lb.{name}.dns_name\n    zone_id = aws_lb.{name}.zone_id\n  }}\n}}\n"
        )

    assert judge(ZONE + one("a", ABROAD) + one("b", CHINA)).of("ICP101") == {NAME: "violation"}
    assert judge(ZONE + one("a", ABROAD) + one("b", "us-east-1")).of("ICP101") == {NAME: "compliant"}


def test_record_sets_that_one_resource_holds_are_doubt(judge: Judge) -> None:
    site = (
        'resource "aws_route53_records_exclusive" "r" {\n  zone_id = "Z1"\n'
        '  resource_record_set {\n    name = "www.example.cn"\n    type = "A"\n'
        '    resource_records {\n      value = "203.0.113.9"\n    }\n  }\n}\n'
    )
    assert judge(site).of("ICP101") == {NAME: "cannot-tell"}
