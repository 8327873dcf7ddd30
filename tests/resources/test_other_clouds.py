"""Servers of other clouds: where they stand, and whose filing they demand."""

from __future__ import annotations

import pytest
from asking import Judge

from icplint.testing import filed

NAME = "www.example.cn"
RECORD = (
    'resource "alicloud_alidns_record" "www" {\n  domain_name = "example.cn"\n  rr = "www"\n'
    '  type = "%s"\n  value = %s\n}\n'
)
PROVIDER = 'provider "%s" {\n  region = "%s"\n}\n'


SERVERS = {
    "tencentcloud_instance": ("public_ip", 'resource "tencentcloud_instance" "x" {\n}\n'),
    "tencentcloud_lighthouse_instance": (
        "public_addresses[0]",
        'resource "tencentcloud_lighthouse_instance" "x" {\n}\n',
    ),
    "tencentcloud_eip": ("public_ip", 'resource "tencentcloud_eip" "x" {\n}\n'),
    "tencentcloud_clb_instance": (
        "clb_vips[0]",
        'resource "tencentcloud_clb_instance" "x" {\n  network_type = "OPEN"\n}\n',
    ),
    "tencentcloud_cos_bucket": (
        "cos_bucket_url",
        'resource "tencentcloud_cos_bucket" "x" {\n  bucket = "site-1250000000"\n}\n',
    ),
    "huaweicloud_compute_instance": ("public_ip", 'resource "huaweicloud_compute_instance" "x" {\n}\n'),
    "huaweicloud_vpc_eip": ("address", 'resource "huaweicloud_vpc_eip" "x" {\n}\n'),
    "huaweicloud_elb_loadbalancer": (
        "ipv4_eip",
        'resource "huaweicloud_elb_loadbalancer" "x" {\n  iptype = "5_bgp"\n}\n',
    ),
    "huaweicloud_obs_bucket": (
        "bucket_domain_name",
        'resource "huaweicloud_obs_bucket" "x" {\n  bucket = "site"\n}\n',
    ),
}
CLOUDS = {
    "tencentcloud": ("ap-guangzhou", "ap-hongkong", "tencent", "Tencent Cloud"),
    "huaweicloud": ("cn-north-4", "ap-southeast-1", "huawei", "Huawei Cloud"),
}


@pytest.mark.parametrize("kind", SERVERS)
def test_a_server_of_another_cloud_demands_a_filing_there(kind: str, judge: Judge) -> None:
    attribute, server = SERVERS[kind]
    block = kind.partition("_")[0]
    inside, outside, word, name = CLOUDS[block]
    site = RECORD % ("A", f"{kind}.x.{attribute}") + server
    here = PROVIDER % (block, inside) + site
    assert judge(here).of("ICP101") == {NAME: "violation"}
    assert judge(here, filed("alibaba")).of("ICP203") == {NAME: "violation"}
    assert any(f"not {name}" in text for text in judge(here, filed("alibaba")).why("ICP203", NAME))
    assert judge(here, filed("alibaba", word)).of("ICP203") == {NAME: "compliant"}
    assert judge(here, filed("tencent")).of("ICP201") == {NAME: "compliant"}
    assert set(judge(here, filed(word)).of("ICP301").values()) <= {"compliant"}
    there = PROVIDER % (block, outside) + site
    assert judge(there).of("ICP101") == {NAME: "compliant"}
    assert judge(there, filed("alibaba")).of("ICP203") == {NAME: "compliant"}


@pytest.mark.parametrize(
    ("target", "outcome", "filing"),
    [
        ("site.cos.ap-guangzhou.myqcloud.com", "cannot-tell", "alibaba"),  # a public list only says whose it is
        ("site.cos.ap-hongkong.myqcloud.com", "compliant", "alibaba"),
        ("x-1.cn-north-1.elb.amazonaws.com.cn", "violation", "alibaba"),
        ("x-1.cn-north-1.elb.amazonaws.com.cn", "compliant", "sinnet"),
        ("x-1.cn-north-1.elb.amazonaws.com.cn", "compliant", "aws-cn"),
        ("x-1.cn-north-1.elb.amazonaws.com.cn", "cannot-tell", "nwcd"),
        ("site.amazonaws.com.cn", "violation", "alibaba"),
        ("site.amazonaws.com.cn", "compliant", "nwcd"),
    ],
)
def test_a_name_of_another_cloud_says_whose_it_is(target: str, outcome: str, filing: str, judge: Judge) -> None:
    assert judge(RECORD % ("CNAME", f'"{target}"'), filed(filing)).of("ICP203") == {NAME: outcome}


# Where


@pytest.mark.parametrize(
    ("server", "outcome"),
    [
        ('resource "tencentcloud_instance" "x" {\n  availability_zone = "ap-guangzhou-3"\n}\n', "violation"),
        ('resource "tencentcloud_instance" "x" {\n  availability_zone = "ap-singapore-1"\n}\n', "compliant"),
        ('resource "tencentcloud_instance" "x" {\n  availability_zone = "mars-1"\n}\n', "cannot-tell"),
        ('provider "tencentcloud" {\n}\nresource "tencentcloud_instance" "x" {\n}\n', "cannot-tell"),
        ('resource "tencentcloud_instance" "x" {\n}\n', "cannot-tell"),
        ('resource "huaweicloud_compute_instance" "x" {\n  region = "cn-south-1"\n}\n', "violation"),
        ('resource "huaweicloud_compute_instance" "x" {\n  region = "ap-southeast-3"\n}\n', "compliant"),
        ('resource "huaweicloud_compute_instance" "x" {\n  availability_zone = "cn-north-4a"\n}\n', "violation"),
        ('provider "huaweicloud" {\n}\nresource "huaweicloud_compute_instance" "x" {\n}\n', "cannot-tell"),
    ],
)
def test_a_region_comes_from_the_resource_its_zone_or_the_provider(server: str, outcome: str, judge: Judge) -> None:
    kind = server.rpartition('resource "')[2].partition('"')[0]
    assert judge(server + RECORD % ("A", f"{kind}.x.public_ip")).of("ICP101") == {NAME: outcome}


@pytest.mark.parametrize(
    ("variable", "region", "kind", "outcome"),
    [
        ("TENCENTCLOUD_REGION", "ap-hongkong", "tencentcloud_instance", "compliant"),
        ("HW_REGION_NAME", "cn-north-4", "huaweicloud_compute_instance", "violation"),
        ("ALICLOUD_REGION", "cn-hangzhou", "tencentcloud_instance", "cannot-tell"),
    ],
)
def test_each_provider_reads_its_own_environment(
    variable: str, region: str, kind: str, outcome: str, judge: Judge
) -> None:
    site = f'resource "{kind}" "x" {{\n}}\n' + RECORD % ("A", f"{kind}.x.public_ip")
    assert judge(site, environment={variable: region}).of("ICP101") == {NAME: outcome}


# What an address is bound to, and what has none


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        (
            "tencentcloud_eip.e.public_ip",
            (
                'resource "tencentcloud_eip" "e" {\n}\nresource "tencentcloud_instance" "x" {\n}\n'
                'resource "tencentcloud_eip_association" "a" {\n  eip_id = tencentcloud_eip.e.id\n'
                "  instance_id = tencentcloud_instance.x.id\n}\n"
            ),
        ),
        (
            "huaweicloud_vpc_eip.e.address",
            (
                'resource "huaweicloud_vpc_eip" "e" {\n}\nresource "huaweicloud_compute_instance" "x" {\n}\n'
                'resource "huaweicloud_compute_eip_associate" "a" {\n  public_ip = huaweicloud_vpc_eip.e.address\n'
                "  instance_id = huaweicloud_compute_instance.x.id\n}\n"
            ),
        ),
        (
            "huaweicloud_vpc_eip.e.address",
            (
                'resource "huaweicloud_vpc_eip" "e" {\n}\nresource "huaweicloud_compute_instance" "x" {\n'
                "  eip_id = huaweicloud_vpc_eip.e.id\n}\n"
            ),
        ),
    ],
)
def test_an_address_leads_to_what_it_is_bound_to(value: str, parts: str, judge: Judge) -> None:
    block = value.partition("_")[0]
    inside, *_ = CLOUDS[block]
    found = judge(PROVIDER % (block, inside) + parts + RECORD % ("A", value))
    assert found.of("ICP101") == {NAME: "violation"}
    assert any("binds that address to the" in text and ".x" in text for text in found.why("ICP101", NAME))


@pytest.mark.parametrize(
    "server",
    [
        'resource "tencentcloud_clb_instance" "x" {\n  network_type = "INTERNAL"\n}\n',
        'resource "huaweicloud_elb_loadbalancer" "x" {\n  ipv4_subnet_id = "s"\n}\n',
    ],
)
def test_an_internal_load_balancer_serves_nobody(server: str, judge: Judge) -> None:
    kind = server.partition('"')[2].partition('"')[0]
    block = kind.partition("_")[0]
    attribute = {"tencentcloud": "clb_vips[0]", "huaweicloud": "ipv4_eip"}[block]
    site = PROVIDER % (block, CLOUDS[block][0]) + server + RECORD % ("A", f"{kind}.x.{attribute}")
    assert judge(site).of("ICP101") == {NAME: "compliant"}


RULES = {
    "tencentcloud": (
        'resource "tencentcloud_clb_instance" "x" {\n  network_type = "OPEN"\n}\n'
        'resource "tencentcloud_clb_listener_rule" "r" {\n  clb_id = tencentcloud_clb_instance.x.id\n'
        '  listener_id = "lbl-1"\n  url = "/"\n  domain = "www.example.cn"\n}\n'
    ),
}


@pytest.mark.parametrize("block", RULES)
def test_a_rule_of_a_load_balancer_names_what_it_serves(block: str, judge: Judge) -> None:
    inside, outside, *_ = CLOUDS[block]
    assert judge(PROVIDER % (block, inside) + RULES[block]).of("ICP101") == {NAME: "violation"}
    assert judge(PROVIDER % (block, outside) + RULES[block]).of("ICP101") == {NAME: "compliant"}


def test_a_private_address_serves_nobody(judge: Judge) -> None:
    server = 'resource "tencentcloud_instance" "x" {\n}\n'
    site = PROVIDER % ("tencentcloud", "ap-guangzhou") + server + RECORD % ("A", "tencentcloud_instance.x.private_ip")
    assert judge(site).of("ICP101") == {NAME: "compliant"}


# CDN


def tencent_cdn(more: str) -> str:
    return (
        'resource "tencentcloud_cdn_domain" "c" {\n  domain = "www.example.cn"\n  service_type = "web"\n'
        f'{more}  origin {{\n    origin_type = "ip"\n    origin_list = ["203.0.113.9:8080"]\n  }}\n}}\n'
    )


def huawei_cdn(more: str) -> str:
    return (
        'resource "huaweicloud_cdn_domain" "c" {\n  name = "www.example.cn"\n  type = "web"\n'
        f'{more}  sources {{\n    origin = "203.0.113.9"\n    origin_type = "ipaddr"\n  }}\n}}\n'
    )


def edgeone(area: str) -> str:
    return (
        f'resource "tencentcloud_teo_zone" "z" {{\n  zone_name = "example.cn"\n{area}}}\n'
        'resource "tencentcloud_teo_acceleration_domain" "c" {\n  zone_id = tencentcloud_teo_zone.z.id\n'
        '  domain_name = "www.example.cn"\n  origin_info {\n    origin = "203.0.113.9"\n'
        '    origin_type = "IP_DOMAIN"\n  }\n}\n'
    )


@pytest.mark.parametrize(
    ("site", "outcome"),
    [
        (tencent_cdn('  area = "mainland"\n'), "violation"),
        (tencent_cdn('  area = "global"\n'), "violation"),
        (tencent_cdn('  area = "overseas"\n'), "compliant"),
        (tencent_cdn(""), "cannot-tell"),
        (huawei_cdn('  service_area = "mainland_china"\n'), "violation"),
        (huawei_cdn('  service_area = "outside_mainland_china"\n'), "compliant"),
        (huawei_cdn(""), "cannot-tell"),
        (edgeone('  area = "mainland"\n'), "violation"),
        (edgeone('  area = "overseas"\n'), "compliant"),
        (edgeone(""), "cannot-tell"),
    ],
)
def test_a_cdn_answers_from_its_area(site: str, outcome: str, judge: Judge) -> None:
    assert judge(site).of("ICP101") == {NAME: outcome}


def test_names_bound_to_a_bucket_of_huawei_cloud(judge: Judge) -> None:
    bucket = 'resource "huaweicloud_obs_bucket" "b" {\n  bucket = "site"\n  user_domain_names = ["www.example.cn"]\n}\n'
    assert judge(PROVIDER % ("huaweicloud", "cn-north-4") + bucket).of("ICP101") == {NAME: "violation"}


def test_a_bucket_called_like_a_host_is_not_that_host(judge: Judge) -> None:
    bucket = 'resource "huaweicloud_obs_bucket" "b" {\n  bucket = "origin.example.com.cn"\n}\n'
    found = judge(PROVIDER % ("huaweicloud", "cn-north-4") + bucket + RECORD % ("CNAME", '"origin.example.com.cn"'))
    assert found.of("ICP101") == {NAME: "cannot-tell"}
