"""Records of Route 53: their names, their hosted zones, and where they lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from icplint.testing import Judged, filed, state

Judge = Callable[..., Judged]

ALIBABA = (
    'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
    'provider "alicloud" {\n  alias  = "hk"\n  region = "cn-hongkong"\n}\n'
    'resource "alicloud_eip_address" "web" {}\nresource "alicloud_eip_address" "hk" {\n  provider = alicloud.hk\n}\n'
)
WEB, HONGKONG = "alicloud_eip_address.web.ip_address", "alicloud_eip_address.hk.ip_address"
ROUTE53 = 'resource "aws_route53_zone" "z" {\n  name = "example.cn"\n%s}\n'


def aws(body: str, zone: str = "aws_route53_zone.z.zone_id", name: str = "www", kind: str = "A") -> str:
    return (
        f'resource "aws_route53_record" "r" {{\n  zone_id = {zone}\n  name = "{name}"\n  type = "{kind}"\n{body}\n}}\n'
    )


def test_a_record_leads_where_one_of_alibaba_cloud_does(judge: Judge) -> None:
    def answers(value: str, register: str = "") -> Judged:
        return judge(ALIBABA + ROUTE53 % "" + aws(f"  records = [{value}]") + 'variable "x" {}\n', register)

    assert answers(WEB).of("ICP101") == {"www.example.cn": "violation"}
    assert answers(HONGKONG).of("ICP101") == {"www.example.cn": "compliant"}
    assert answers('"203.0.113.9"').of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert answers("var.x").of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert answers(WEB, filed("tencent")).of("ICP201") == {"www.example.cn": "violation"}


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        (ROUTE53 % '  vpc {\n    vpc_id = "vpc-1"\n  }\n', "aws_route53_zone.z.zone_id"),
        (
            'data "aws_route53_zone" "z" {\n  name = "example.cn"\n  private_zone = true\n}\n',
            "data.aws_route53_zone.z.zone_id",
        ),
    ],
)
def test_a_private_zone_serves_nobody(zone: str, name: str, judge: Judge) -> None:
    assert judge(ALIBABA + zone + aws(f"  records = [{WEB}]", name)).of("ICP101") == {}


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("www", "www.example.cn"),
        ("a.b", "a.b.example.cn"),
        ("www.example.cn", "www.example.cn"),
        ("www.example.cn.", "www.example.cn"),
        ("WWW", "www.example.cn"),
        ("*", "*.example.cn"),
        ("example.cn", "example.cn"),
        ("${aws_route53_zone.z.name}", "example.cn"),
        ("api.${aws_route53_zone.z.name}", "api.example.cn"),
        ("例子", "xn--fsqu00a.example.cn"),
    ],
)
def test_a_name_in_route_53_may_hold_its_zone(name: str, full: str, judge: Judge) -> None:
    found = judge(ALIBABA + ROUTE53 % "" + aws(f"  records = [{WEB}]", name=name))
    assert found.of("ICP101") == {full: "violation"}


def test_the_zone_may_be_a_data_source(judge: Judge) -> None:
    zone = 'data "aws_route53_zone" "z" {\n  name = "example.cn."\n}\n'
    found = judge(ALIBABA + zone + aws(f"  records = [{WEB}]", "data.aws_route53_zone.z.zone_id"))
    assert found.of("ICP101") == {"www.example.cn": "violation"}


def test_a_relative_name_under_a_zone_that_nobody_names_is_doubt(judge: Judge) -> None:
    found = judge(ALIBABA + 'variable "z" {}\n' + aws(f"  records = [{WEB}]", "var.z"))
    assert found.of("ICP101") == {"aws_route53_record.r": "cannot-tell"}
    assert any("www is relative to a zone" in text for text in found.why("ICP101", "aws_route53_record.r"))


@pytest.mark.parametrize("name", ["www.example.cn", "www.example.cn."])
def test_a_whole_name_needs_no_zone(name: str, judge: Judge) -> None:
    found = judge(ALIBABA + 'variable "z" {}\n' + aws(f"  records = [{WEB}]", "var.z", name))
    assert found.of("ICP101") == {"www.example.cn": "violation"}


def test_in_a_state_the_zone_is_an_id(judge: Judge) -> None:
    zone = {"id": "Z1", "zone_id": "Z1", "name": "example.cn", "vpc": []}
    record = {"zone_id": "Z1", "name": "www", "type": "A", "records": ["203.0.113.9"], "alias": []}
    network = '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "mainland"\nprovider = "alibaba"\n'
    for private, expected in (([], {"www.example.cn": "violation"}), ([{"vpc_id": "vpc-1"}], {})):
        resources = (
            ("aws_route53_zone.z", {**zone, "vpc": private}),
            ("aws_route53_record.r", record),
        )
        assert judge(state(*resources, provider="hashicorp/aws"), network).of("ICP101") == expected
    alone = ("aws_route53_record.r", {**record, "fqdn": "www.example.cn"})
    found = judge(state(alone, provider="hashicorp/aws"), network)
    assert found.of("ICP101") == {"www.example.cn": "violation"}


def test_in_a_plan_the_zone_is_an_id_and_the_value_a_reference(judge: Judge) -> None:
    provider = "registry.terraform.io/hashicorp/aws"
    kinds = {"record": "aws_route53_record", "zone": "aws_route53_zone", "web": "aws_eip"}

    def entry(name: str, mode: str, values: dict[str, Any]) -> dict[str, Any]:
        kind = kinds[name]
        address = f"data.{kind}.{name}" if mode == "data" else f"{kind}.{name}"
        common = {"address": address, "mode": mode, "type": kind, "name": name, "provider_name": provider}
        return {**common, "schema_version": 0, "values": values, "sensitive_values": {}}

    def change(name: str, after: dict[str, Any], unknown: dict[str, Any]) -> dict[str, Any]:
        change = {"actions": ["create"], "before": None, "after": after, "after_unknown": unknown}
        change |= {"before_sensitive": False, "after_sensitive": {}}
        address = f"{kinds[name]}.{name}"
        common = {"address": address, "mode": "managed", "type": kinds[name], "name": name, "provider_name": provider}
        return {**common, "change": change}

    def written(name: str, mode: str, expressions: dict[str, Any]) -> dict[str, Any]:
        address = f"data.{kinds[name]}.{name}" if mode == "data" else f"{kinds[name]}.{name}"
        common = {"address": address, "mode": mode, "type": kinds[name], "name": name, "provider_config_key": "aws"}
        return {**common, "expressions": expressions, "schema_version": 0}

    record = {"zone_id": "Z1", "name": "www", "type": "A", "alias": []}
    looked_up = {"id": "Z1", "zone_id": "Z1", "name": "example.cn", "private_zone": False, "vpc_id": None}
    plan = {
        "format_version": "1.2",
        "terraform_version": "1.11.4",
        "planned_values": {
            "root_module": {"resources": [entry("record", "managed", record), entry("web", "managed", {})]}
        },
        "resource_changes": [
            change("record", record, {"id": True, "fqdn": True, "records": True}),
            change("web", {}, {"id": True, "public_ip": True}),
        ],
        "prior_state": {
            "format_version": "1.0",
            "values": {"root_module": {"resources": [entry("zone", "data", looked_up)]}},
        },
        "configuration": {
            "provider_config": {
                "aws": {
                    "name": "aws",
                    "full_name": provider,
                    "expressions": {"region": {"constant_value": "cn-north-1"}},
                }
            },
            "root_module": {
                "resources": [
                    written(
                        "record",
                        "managed",
                        {
                            "zone_id": {
                                "references": ["data.aws_route53_zone.zone.zone_id", "data.aws_route53_zone.zone"]
                            },
                            "name": {"constant_value": "www"},
                            "type": {"constant_value": "A"},
                            "records": {"references": ["aws_eip.web.public_ip", "aws_eip.web"]},
                        },
                    ),
                    written("web", "managed", {}),
                    written("zone", "data", {"name": {"constant_value": "example.cn"}}),
                ]
            },
        },
    }
    found = judge(plan, filed("alibaba"))
    assert found.of("ICP203") == {"www.example.cn": "cannot-tell"}  # the source may make another address of it
    assert "aws_eip.web.public_ip" in found.why("ICP203", "www.example.cn")[0]
    looked_up["private_zone"] = True
    assert judge(plan).of("ICP203") == {}


def test_a_zone_that_may_be_one_of_several_is_doubt(judge: Judge) -> None:
    zones = ROUTE53 % "" + 'variable "z" {}\n'
    either = aws(f"  records = [{WEB}]", 'var.z == "" ? aws_route53_zone.z.zone_id : var.z')
    assert judge(ALIBABA + zones + either).of("ICP101") == {"aws_route53_record.r": "cannot-tell"}
    inside = ROUTE53.replace('"z"', '"y"') % '  vpc {\n    vpc_id = "vpc-1"\n  }\n'
    either = aws(f"  records = [{WEB}]", 'var.z == "" ? aws_route53_zone.z.zone_id : aws_route53_zone.y.zone_id')
    assert judge(ALIBABA + zones + inside + either).of("ICP101") == {"www.example.cn": "cannot-tell"}


def test_the_records_that_validate_a_certificate_serve_nobody(judge: Judge) -> None:
    certificate = 'resource "aws_acm_certificate" "c" {\n  domain_name = "www.example.cn"\n}\n'
    option = "aws_acm_certificate.c.domain_validation_options"
    one = (
        f'resource "aws_route53_record" "one" {{\n  zone_id = aws_route53_zone.z.zone_id\n'
        f"  name = {option}[0].resource_record_name\n  type = {option}[0].resource_record_type\n"
        f"  records = [{option}[0].resource_record_value]\n}}\n"
    )
    each = (
        'resource "aws_route53_record" "each" {\n'
        f"  for_each = {{ for o in {option} : o.domain_name => o }}\n  zone_id = aws_route53_zone.z.zone_id\n"
        "  name = each.value.resource_record_name\n  type = each.value.resource_record_type\n"
        "  records = [each.value.resource_record_value]\n}\n"
    )
    assert judge(ROUTE53 % "" + certificate + one + each).of("ICP101") == {}


@pytest.mark.parametrize(
    ("target", "outcome"),
    [
        ("site-1.cn-north-1.elb.amazonaws.com.cn", "violation"),
        ("dualstack.site-1.us-east-1.elb.amazonaws.com", "compliant"),
        ("bucket.oss-cn-hangzhou.aliyuncs.com.", "violation"),
        ("bucket.oss-cn-hongkong.aliyuncs.com", "compliant"),
        ("elsewhere.example.net", "cannot-tell"),
    ],
)
def test_an_alias_leads_by_its_name(target: str, outcome: str, judge: Judge) -> None:
    alias = f'  alias {{\n    name = "{target}"\n    zone_id = "Z"\n    evaluate_target_health = true\n  }}'
    assert judge(ROUTE53 % "" + aws(alias)).of("ICP101") == {"www.example.cn": outcome}


def test_every_answer_of_a_routing_policy_counts(judge: Judge) -> None:
    policy = f'  weighted_routing_policy {{\n    weight = %s\n  }}\n  set_identifier = "s"\n  records = [{WEB}]'
    zone = ALIBABA + ROUTE53 % ""
    assert judge(zone + aws(policy % 10)).of("ICP101") == {"www.example.cn": "violation"}
    assert judge(zone + aws(policy % 0)).of("ICP101") == {"www.example.cn": "cannot-tell"}


def test_a_chain_through_two_providers(judge: Judge) -> None:
    origin = (
        'resource "tencentcloud_dnspod_record" "r" {\n  domain = "example.cn"\n  sub_domain = "origin"\n'
        f'  record_line = "默认"\n  record_type = "A"\n  value = {WEB}\n}}\n'
    )
    zone = 'resource "aws_route53_zone" "z" {\n  name = "example.com.cn"\n}\n'
    alias = aws('  records = ["origin.example.cn"]', kind="CNAME", name="shop.example.com.cn")
    found = judge(ALIBABA + origin + zone + alias)
    assert found.of("ICP101") == {"shop.example.com.cn": "violation", "origin.example.cn": "violation"}
