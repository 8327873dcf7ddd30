"""Records that other DNS providers answer: their names, their zones, and where they lead."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from asking import ALIBABA, HONGKONG, WEB, Judge

from icplint.testing import filed

CLOUDFLARE = 'resource "cloudflare_zone" "z" {\n  account = { id = "a" }\n  name    = "example.cn"\n}\n'
HUAWEI = 'resource "huaweicloud_dns_zone" "z" {\n  name = "example.cn."\n%s}\n'
GOOGLE = 'resource "google_dns_managed_zone" "z" {\n  name     = "prod"\n  dns_name = "example.cn."\n%s}\n'


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


@pytest.mark.parametrize("name", ["", "@"])
def test_the_apex_of_a_zone(name: str, judge: Judge) -> None:
    found = judge(ALIBABA + CLOUDFLARE + cloudflare(WEB, name="@"))
    assert found.of("ICP101") == {"example.cn": "violation"}
    assert judge(ALIBABA + dnspod(WEB).replace('"www"', f'"{name}"')).of("ICP101") == {"example.cn": "violation"}


def test_the_zone_may_be_a_data_source(judge: Judge) -> None:
    zones = 'data "cloudflare_zones" "z" {\n  filter {\n    name = "example.cn"\n  }\n}\n'
    record = cloudflare(WEB, kind="cloudflare_record", name="www")
    record = record.replace("cloudflare_zone.z.id", "data.cloudflare_zones.z.zones[0].id")
    assert judge(ALIBABA + zones + record).of("ICP101") == {"www.example.cn": "violation"}


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


def test_every_answer_of_a_routing_policy_counts(judge: Judge) -> None:
    geo = '  routing_policy {\n    geo {\n      location = "asia-east1"\n      rrdatas = [%s]\n    }\n  }\n'
    record = google("0").replace("  rrdatas = [0]\n", geo % HONGKONG)
    assert judge(ALIBABA + GOOGLE % "" + record).of("ICP101") == {"www.example.cn": "compliant"}
    assert judge(ALIBABA + GOOGLE % "" + record.replace(HONGKONG, WEB)).of("ICP101") == {"www.example.cn": "violation"}


def test_a_chain_through_two_providers(judge: Judge) -> None:
    origin = dnspod(WEB).replace('"www"', '"origin"')
    alias = azure("0").replace("_a_record", "_cname_record").replace("example.cn", "example.com.cn")
    alias = alias.replace("records = [0]", 'record = "origin.example.cn"')
    found = judge(ALIBABA + origin + alias)
    assert found.of("ICP101") == {"www.example.com.cn": "violation", "origin.example.cn": "violation"}


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
