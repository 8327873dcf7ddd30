"""Types that icplint knows no more of than that they serve: doubt, with the plugin that would know more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from icplint.model.vocabulary import Server
from icplint.plugin_api import Plugin
from icplint.registry import CORE, Registry
from icplint.resources.rows import NodeRow
from icplint.resources.unmodelled import ROWS
from icplint.testing import Judged, judged

NAME = "www.example.cn"
RECORD = (
    'resource "alicloud_alidns_record" "www" {\n  domain_name = "example.cn"\n  rr = "www"\n'
    '  type = "%s"\n  value = %s\n}\n'
)
ROUTE53 = (
    'resource "aws_route53_record" "r" {\n  zone_id = aws_route53_zone.z.zone_id\n  name = "www"\n'
    '  type = "%s"\n  records = ["203.0.113.9"]\n}\nresource "aws_route53_zone" "z" {\n  name = "example.cn"\n%s}\n'
)


def doubted(found: Judged) -> list[str]:
    """Return what would settle the doubt about the name, and make sure that there is one."""
    assert found.of("ICP101") == {NAME: "cannot-tell"}
    return found.settle("ICP101", NAME)


@pytest.mark.parametrize(
    "site",
    [
        'resource "aws_instance" "x" {\n}\n' + RECORD % ("A", "aws_instance.x.public_ip"),
        'data "aws_lb" "x" {\n  name = "front"\n}\n' + RECORD % ("CNAME", "data.aws_lb.x.dns_name"),
        'resource "aws_eip" "x" {\n}\n' + RECORD % ("A", "aws_eip.x.public_ip"),
        'resource "aws_cloudfront_distribution" "d" {\n  aliases = ["www.example.cn"]\n}\n',
        (
            'resource "aws_lb_listener_rule" "r" {\n  condition {\n    host_header {\n'
            '      values = ["www.example.cn"]\n    }\n  }\n}\n'
        ),
        (
            'resource "aws_amplify_domain_association" "a" {\n  app_id = "a"\n  domain_name = "example.cn"\n'
            '  sub_domain {\n    branch_name = "main"\n    prefix = "www"\n  }\n}\n'
        ),
        (
            'resource "aws_route53_records_exclusive" "r" {\n  zone_id = "Z1"\n  resource_record_set {\n'
            '    name = "www.example.cn"\n    type = "A"\n  }\n  resource_record_set {\n'
            '    name = "example.cn"\n    type = "TXT"\n  }\n}\n'
        ),
        ROUTE53 % ("A", ""),
    ],
)
def test_what_a_plugin_of_the_project_reads_is_doubt_that_names_it(site: str) -> None:
    assert "pip install icplint-aws" in doubted(judged(site))
    assert "执行 pip install icplint-aws" in doubted(judged(site, lang="zh"))
    assert "the plugin icplint-aws" in " ".join(judged(site).why("ICP101", NAME))


def test_record_sets_that_nobody_knows_are_doubt() -> None:
    site = (
        'variable "sets" {}\nresource "aws_route53_records_exclusive" "r" {\n  zone_id = "Z1"\n'
        '  dynamic "resource_record_set" {\n    for_each = var.sets\n    content {\n'
        "      name = resource_record_set.value\n    }\n  }\n}\n"
    )
    assert judged(site).of("ICP101") == {"aws_route53_records_exclusive.r": "cannot-tell"}


def test_what_no_plugin_reads_names_none() -> None:
    site = 'resource "cloudflare_pages_domain" "d" {\n  domain = "www.example.cn"\n}\n'
    assert not any("pip install" in text for text in doubted(judged(site)))


@pytest.mark.parametrize(
    "site",
    [ROUTE53 % ("TXT", ""), ROUTE53 % ("MX", ""), ROUTE53 % ("A", '  vpc {\n    vpc_id = "vpc-1"\n  }\n')],
)
def test_a_record_that_leads_no_visitor_anywhere_is_no_doubt(site: str) -> None:
    assert judged(site).of("ICP101") == {}


def test_a_record_that_validates_a_certificate_is_no_doubt() -> None:
    option = "aws_acm_certificate.c.domain_validation_options"
    site = (
        'resource "aws_acm_certificate" "c" {\n  domain_name = "www.example.cn"\n}\n'
        f'resource "aws_route53_record" "one" {{\n  zone_id = "Z1"\n  name = {option}[0].resource_record_name\n'
        f"  type = {option}[0].resource_record_type\n  records = [{option}[0].resource_record_value]\n}}\n"
    )
    assert judged(site).of("ICP101") == {}


@pytest.mark.parametrize("doubt", ROWS, ids=lambda row: row.kind)
def test_a_plugin_may_take_over_each_of_them(doubt: NodeRow) -> None:
    row = replace(doubt, node=Server, when=None)
    both = Registry([CORE, Plugin(name="example", rows=lambda: (row,))])
    assert both.table[doubt.kind] == (row,)
    assert Registry([CORE]).table[doubt.kind] == (doubt,)
