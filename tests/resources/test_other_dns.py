"""Records that other DNS providers answer: their names, their zones, and where they lead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from judged import ALIBABA, HONGKONG, WEB, Judge, filed, judging, state

ROUTE53 = 'resource "aws_route53_zone" "z" {\n  name = "example.cn"\n%s}\n'
CLOUDFLARE = 'resource "cloudflare_zone" "z" {\n  account = { id = "a" }\n  name    = "example.cn"\n}\n'
HUAWEI = 'resource "huaweicloud_dns_zone" "z" {\n  name = "example.cn."\n%s}\n'
GOOGLE = 'resource "google_dns_managed_zone" "z" {\n  name     = "prod"\n  dns_name = "example.cn."\n%s}\n'


@pytest.fixture
def judge(icplint: Callable[..., Any], tmp_path: Path) -> Iterator[Judge]:
    yield from judging(icplint, tmp_path)


def aws(body: str, zone: str = "aws_route53_zone.z.zone_id", name: str = "www", kind: str = "A") -> str:
    return (
        f'resource "aws_route53_record" "r" {{\n  zone_id = {zone}\n  name = "{name}"\n  type = "{kind}"\n{body}\n}}\n'
    )


def cloudflare(value: str, more: str = "", kind: str = "cloudflare_dns_record", name: str = "www.example.cn") -> str:
    argument = "content" if kind == "cloudflare_dns_record" else "value"
    return (
        f'resource "{kind}" "r" {{\n  zone_id = cloudflare_zone.z.id\n  name = "{name}"\n  type = "A"\n  ttl = 1\n'
        f"  {argument} = {value}\n{more}}}\n"
    )


def dnspod(value: str, more: str = "", kind: str = "A") -> str:
    return (
        'resource "tencentcloud_dnspod_record" "r" {\n  domain = "example.cn"\n  sub_domain = "www"\n'
        f'  record_line = "默认"\n  record_type = "{kind}"\n  value = {value}\n{more}}}\n'
    )


def huawei(value: str, more: str = "") -> str:
    return (
        'resource "huaweicloud_dns_recordset" "r" {\n  zone_id = huaweicloud_dns_zone.z.id\n'
        f'  name = "www.example.cn."\n  type = "A"\n  records = [{value}]\n{more}}}\n'
    )


def google(value: str) -> str:
    return (
        'resource "google_dns_record_set" "r" {\n  managed_zone = google_dns_managed_zone.z.name\n'
        f'  name = "www.${{google_dns_managed_zone.z.dns_name}}"\n  type = "A"\n  rrdatas = [{value}]\n}}\n'
    )


def azure(value: str) -> str:
    return (
        'resource "azurerm_dns_a_record" "r" {\n  name = "www"\n  zone_name = "example.cn"\n'
        f'  resource_group_name = "g"\n  ttl = 300\n  records = [{value}]\n}}\n'
    )


RECORDS: dict[str, Callable[[str], str]] = {
    "aws_route53_record": lambda value: ROUTE53 % "" + aws(f"  records = [{value}]"),
    "cloudflare_dns_record": lambda value: CLOUDFLARE + cloudflare(value),
    "cloudflare_record": lambda value: CLOUDFLARE + cloudflare(value, kind="cloudflare_record", name="www"),
    "tencentcloud_dnspod_record": dnspod,
    "huaweicloud_dns_recordset": lambda value: HUAWEI % "" + huawei(value),
    "google_dns_record_set": lambda value: GOOGLE % "" + google(value),
    "azurerm_dns_a_record": azure,
}


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_of_any_provider_leads_where_one_of_alibaba_cloud_does(kind: str, judge: Judge) -> None:
    record = RECORDS[kind]
    assert judge(ALIBABA + record(WEB)).of("ICP101") == {"www.example.cn": "violation"}
    assert judge(ALIBABA + record(HONGKONG)).of("ICP101") == {"www.example.cn": "compliant"}
    assert judge(ALIBABA + record('"203.0.113.9"')).of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert judge(ALIBABA + record("var.x") + 'variable "x" {}\n').of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert judge(ALIBABA + record(WEB), filed("tencent")).of("ICP201") == {"www.example.cn": "violation"}


@pytest.mark.parametrize(
    ("zone", "record"),
    [
        (ROUTE53 % '  vpc {\n    vpc_id = "vpc-1"\n  }\n', aws(f"  records = [{WEB}]")),
        (
            'data "aws_route53_zone" "z" {\n  name = "example.cn"\n  private_zone = true\n}\n',
            aws(f"  records = [{WEB}]", "data.aws_route53_zone.z.zone_id"),
        ),
        (HUAWEI % '  zone_type = "private"\n', huawei(WEB)),
        (GOOGLE % '  visibility = "private"\n', google(WEB)),
        ("", azure(WEB).replace("azurerm_dns_a_record", "azurerm_private_dns_a_record")),
        ("", dnspod(WEB).replace("tencentcloud_dnspod_record", "tencentcloud_private_dns_record")),
    ],
)
def test_a_private_zone_serves_nobody(zone: str, record: str, judge: Judge) -> None:
    assert judge(ALIBABA + zone + record).of("ICP101") == {}


def test_a_zone_that_may_be_private_is_doubt(judge: Judge) -> None:
    zone = HUAWEI % "  zone_type = var.kind\n" + 'variable "kind" {}\n'
    found = judge(ALIBABA + zone + huawei(WEB))
    assert found.of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert any("private" in sentence for sentence in found.why("ICP101", "www.example.cn"))


# Names


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


@pytest.mark.parametrize("name", ["", "@"])
def test_the_apex_of_a_zone(name: str, judge: Judge) -> None:
    found = judge(ALIBABA + CLOUDFLARE + cloudflare(WEB, name="@"))
    assert found.of("ICP101") == {"example.cn": "violation"}
    assert judge(ALIBABA + dnspod(WEB).replace('"www"', f'"{name}"')).of("ICP101") == {"example.cn": "violation"}


def test_the_zone_may_be_a_data_source(judge: Judge) -> None:
    zone = 'data "aws_route53_zone" "z" {\n  name = "example.cn."\n}\n'
    found = judge(ALIBABA + zone + aws(f"  records = [{WEB}]", "data.aws_route53_zone.z.zone_id"))
    assert found.of("ICP101") == {"www.example.cn": "violation"}
    zones = 'data "cloudflare_zones" "z" {\n  filter {\n    name = "example.cn"\n  }\n}\n'
    record = cloudflare(WEB, kind="cloudflare_record", name="www")
    record = record.replace("cloudflare_zone.z.id", "data.cloudflare_zones.z.zones[0].id")
    assert judge(ALIBABA + zones + record).of("ICP101") == {"www.example.cn": "violation"}


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
            ("aws_route53_zone.z", "managed", {**zone, "vpc": private}),
            ("aws_route53_record.r", "managed", record),
        )
        assert judge(state(*resources, provider="hashicorp/aws"), network).of("ICP101") == expected
    alone = ("aws_route53_record.r", "managed", {**record, "fqdn": "www.example.cn"})
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
    assert found.of("ICP203") == {"www.example.cn": "violation"}
    assert found.why("ICP203", "www.example.cn")[0] == "www.example.cn has an A record with aws_eip.web.public_ip"
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


def test_the_other_record_types_of_azure(judge: Judge) -> None:
    cname = azure("0").replace("_a_record", "_cname_record").replace("records = [0]", 'record = "%s"')
    mainland, abroad = "b.oss-cn-hangzhou.aliyuncs.com", "b.oss-us-west-1.aliyuncs.com"
    assert judge(cname % mainland).of("ICP101") == {"www.example.cn": "violation"}
    assert judge(cname % abroad).of("ICP101") == {"www.example.cn": "compliant"}
    sixth = azure('"2408:4000::1"').replace("_a_record", "_aaaa_record")
    assert judge(sixth).of("ICP101") == {"www.example.cn": "cannot-tell"}
    alias = azure("0").replace("records = [0]", "target_resource_id = azurerm_public_ip.web.id")
    assert judge(alias + 'resource "azurerm_public_ip" "web" {}\n').of("ICP101") == {"www.example.cn": "cannot-tell"}


# Values


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
    geo = '  routing_policy {\n    geo {\n      location = "asia-east1"\n      rrdatas = [%s]\n    }\n  }\n'
    record = google("0").replace("  rrdatas = [0]\n", geo % HONGKONG)
    assert judge(ALIBABA + GOOGLE % "" + record).of("ICP101") == {"www.example.cn": "compliant"}
    assert judge(ALIBABA + GOOGLE % "" + record.replace(HONGKONG, WEB)).of("ICP101") == {"www.example.cn": "violation"}


def test_a_chain_through_two_providers(judge: Judge) -> None:
    origin = dnspod(WEB).replace('"www"', '"origin"')
    alias = aws('  records = ["origin.example.cn"]', kind="CNAME", name="shop.example.com.cn").replace('"r"', '"c"')
    found = judge(ALIBABA + origin + 'resource "aws_route53_zone" "z" {\n  name = "example.com.cn"\n}\n' + alias)
    assert found.of("ICP101") == {"shop.example.com.cn": "violation", "origin.example.cn": "violation"}


@pytest.mark.parametrize(
    ("more", "outcome"),
    [('  status = "DISABLE"\n', "compliant"), ('  status = "ENABLE"\n', "violation"), ("", "violation")],
)
def test_a_record_that_is_switched_off(more: str, outcome: str, judge: Judge) -> None:
    for site in (dnspod(WEB, more), HUAWEI % "" + huawei(WEB, more)):
        assert judge(ALIBABA + site).of("ICP101") == {"www.example.cn": outcome}


def test_a_type_that_is_not_known_is_a_forwarding_of_alibaba_cloud_only_there(judge: Judge) -> None:
    site = ALIBABA + 'variable "type" {}\n'
    alidns = 'resource "alicloud_alidns_record" "r" {\n  domain_name = "example.cn"\n  rr = "www"\n'
    for record, outcome in (
        (alidns + f"  value = {HONGKONG}\n  type = var.type\n}}\n", "cannot-tell"),
        (dnspod(HONGKONG).replace('"A"', "var.type"), "compliant"),
    ):
        assert judge(site + record).of("ICP101") == {"www.example.cn": outcome}


def test_a_record_type_that_nobody_knows_is_doubt(judge: Judge) -> None:
    found = judge(dnspod('"http://example.net"', kind="显性URL"))
    assert found.of("ICP101") == {"www.example.cn": "cannot-tell"}
    assert judge(dnspod('"mail.example.net"', kind="MX")).of("ICP101") == {}


# Cloudflare


@pytest.mark.parametrize("kind", ["cloudflare_record", "cloudflare_dns_record"])
def test_what_cloudflare_answers_itself_is_outside(kind: str, judge: Judge) -> None:
    site = ALIBABA + CLOUDFLARE + 'variable "proxied" {}\n'
    for proxied, outcome in (("true", "compliant"), ("false", "violation"), ("var.proxied", "cannot-tell")):
        found = judge(site + cloudflare(WEB, f"  proxied = {proxied}\n", kind))
        assert found.of("ICP101") == {"www.example.cn": outcome}
    sentences = judge(site + cloudflare(WEB, "  proxied = true\n", kind)).why("ICP101", "www.example.cn")
    assert any("China Network" in sentence for sentence in sentences)


def test_what_may_be_proxied_is_no_doubt_where_it_does_not_matter(judge: Judge) -> None:
    site = ALIBABA + CLOUDFLARE + 'variable "proxied" {}\n' + cloudflare(HONGKONG, "  proxied = var.proxied\n")
    assert judge(site).of("ICP101") == {"www.example.cn": "compliant"}


def test_what_cloudflare_cannot_proxy_is_no_website(judge: Judge) -> None:
    mail = cloudflare('"mx.example.net"', "  proxied = var.proxied\n").replace('type = "A"', 'type = "MX"')
    assert judge(CLOUDFLARE + 'variable "proxied" {}\n' + mail).of("ICP101") == {}


def test_a_paused_zone_proxies_nothing(judge: Judge) -> None:
    zone = CLOUDFLARE.replace('name    = "example.cn"', 'name    = "example.cn"\n  paused  = true')
    found = judge(ALIBABA + zone + cloudflare(WEB, "  proxied = true\n"))
    assert found.of("ICP101") == {"www.example.cn": "violation"}
