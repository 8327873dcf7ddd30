"""What the checks of AWS in China say beside those of the core: in mixed estates, through edges, under doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from icplint.testing import Judged, filed

Judge = Callable[..., Judged]
NAME = "www.example.cn"
AWS = 'provider "aws" {\n  region = "%s"\n}\nresource "aws_lb" "x" {\n}\n'
ALIBABA = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
ZONE = 'resource "aws_route53_zone" "z" {\n  name = "example.cn"\n}\n'


def record(value: str, kind: str = "CNAME") -> str:
    return ZONE + (
        'resource "aws_route53_record" "r" {\n  zone_id = aws_route53_zone.z.zone_id\n  name = "www"\n'
        f'  type = "{kind}"\n  records = [{value}]\n}}\n'
    )


def cdn(origin: str, more: str = "") -> str:
    return (
        f'resource "alicloud_cdn_domain_new" "c" {{\n  domain_name = "www.example.cn"\n  cdn_type = "web"\n{more}'
        f'  sources {{\n    type = "domain"\n    content = {origin}\n  }}\n}}\n'
    )


def all_of(found: Judged, *codes: str) -> dict[str, str | None]:
    return {code: found.of(code).get(NAME) for code in codes}


# Names in Route 53, servers on Alibaba Cloud

SERVER = ALIBABA + 'resource "alicloud_eip_address" "e" {}\n' + record("alicloud_eip_address.e.ip_address", "A")


@pytest.mark.parametrize(
    ("providers", "transferred", "abandoned"),
    [
        (("sinnet",), "violation", "compliant"),  # the filing lies with AWS, the server is of Alibaba Cloud
        (("alibaba",), "compliant", "compliant"),
        (("sinnet", "alibaba"), "compliant", "compliant"),
    ],
)
def test_a_name_in_route_53_on_alibaba_cloud(
    providers: tuple[str, ...], transferred: str, abandoned: str, judge: Judge
) -> None:
    found = judge(SERVER, filed(*providers))
    assert all_of(found, "ICP101", "ICP201", "ICP203") == {
        "ICP101": "compliant",
        "ICP201": transferred,
        "ICP203": abandoned,
    }
    assert found.of("AWS201") == found.of("AWS202") == {}
    assert judge(SERVER).of("ICP101") == {NAME: "violation"}


# A site on AWS, with and without a CDN of Alibaba Cloud

MOVED = AWS % "cn-north-1" + record("aws_lb.x.dns_name")
BEHIND = ALIBABA + AWS % "cn-north-1" + cdn("aws_lb.x.dns_name")


@pytest.mark.parametrize(
    ("providers", "expected"),
    [
        (("alibaba",), {"ICP201": "compliant", "ICP203": "violation", "AWS201": "compliant"}),
        (("sinnet",), {"ICP201": "compliant", "ICP203": "compliant", "AWS201": "compliant"}),
        (("nwcd",), {"ICP201": "compliant", "ICP203": "cannot-tell", "AWS201": "violation"}),
        (("nwcd", "aws-cn"), {"ICP201": "compliant", "ICP203": "compliant", "AWS201": "compliant"}),
    ],
)
def test_a_site_in_beijing(providers: tuple[str, ...], expected: dict[str, str], judge: Judge) -> None:
    assert all_of(judge(MOVED, filed(*providers)), *expected) == expected
    assert judge(MOVED).of("ICP101") == {NAME: "violation"}


@pytest.mark.parametrize(
    ("providers", "expected"),
    [
        (("alibaba",), {"ICP202": "compliant", "ICP203": "compliant", "AWS202": "violation"}),
        (("tencent",), {"ICP202": "compliant", "ICP203": "compliant", "AWS202": "violation"}),
        (("alibaba", "sinnet"), {"ICP202": "compliant", "ICP203": "compliant", "AWS202": "compliant"}),
        (("nwcd",), {"ICP202": "compliant", "ICP203": "compliant", "AWS202": "compliant"}),
    ],
)
def test_a_cdn_of_alibaba_cloud_before_an_origin_in_beijing(
    providers: tuple[str, ...], expected: dict[str, str], judge: Judge
) -> None:
    found = judge(BEHIND, filed(*providers))
    assert all_of(found, *expected) == expected
    if expected["AWS202"] == "violation":
        why = " ".join(found.why("AWS202", NAME))
        assert "aws_lb.x is in cn-north-1" in why
        assert "names neither Sinnet nor NWCD" in why


@pytest.mark.parametrize(
    ("estate", "outcome"),
    [
        (ALIBABA + AWS % "us-east-1" + cdn("aws_lb.x.dns_name"), None),
        (ALIBABA + AWS % "cn-north-1" + cdn("aws_lb.x.dns_name", '  scope = "overseas"\n'), "compliant"),
        (
            ALIBABA + AWS % "cn-north-1" + 'variable "s" {}\n' + cdn("aws_lb.x.dns_name", "  scope = var.s\n"),
            "cannot-tell",
        ),
        (ALIBABA + cdn('"x-1.cn-north-1.elb.amazonaws.com.cn"'), "violation"),
        (ALIBABA + cdn('"x-1.us-east-1.elb.amazonaws.com"'), None),
        (record('"d1.cloudfront.cn"'), "violation"),
        (record('"d1.cloudfront.net"'), None),
    ],
)
def test_only_what_is_answered_in_the_mainland_counts(estate: str, outcome: str | None, judge: Judge) -> None:
    assert judge(estate, filed("alibaba")).of("AWS202").get(NAME) == outcome


def test_a_distribution_in_china_before_another_origin(judge: Judge) -> None:
    site = (
        'provider "aws" {\n  region = "cn-northwest-1"\n}\n' + ALIBABA + 'resource "alicloud_eip_address" "e" {}\n'
        'resource "aws_cloudfront_distribution" "d" {\n  enabled = true\n  aliases = ["www.example.cn"]\n'
        '  origin {\n    origin_id = "o"\n    domain_name = "origin.example.cn"\n  }\n}\n'
        + ZONE
        + 'resource "aws_route53_record" "o" {\n  zone_id = aws_route53_zone.z.zone_id\n  name = "origin"\n'
        '  type = "A"\n  records = [alicloud_eip_address.e.ip_address]\n}\n'
    )
    found = judge(site, filed("nwcd"))
    assert all_of(found, "ICP101", "ICP202", "AWS202") == {
        "ICP101": "compliant",
        "ICP202": "violation",  # a CDN of others before a server of Alibaba Cloud
        "AWS202": "compliant",
    }
    assert judge(site, filed("alibaba")).of("AWS202")[NAME] == "violation"


# Filings


def test_a_domain_that_is_not_filed_is_for_others_to_report(judge: Judge) -> None:
    found = judge(BEHIND + MOVED.replace(AWS % "cn-north-1", ""))
    assert set(found.of("ICP101").values()) == {"violation"}
    assert found.of("AWS201") == found.of("AWS202") == {NAME: "compliant"}


@pytest.mark.parametrize("status", ["pending", "cancelled"])
def test_a_filing_that_is_not_in_force_names_nobody(status: str, judge: Judge) -> None:
    register = filed("nwcd") + f'status = "{status}"\n'
    assert judge(MOVED, register).of("AWS201") == {NAME: "compliant"}
