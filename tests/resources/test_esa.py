"""ESA: a site covers the mainland or not; its records are proxied, plain, or do not say."""

from __future__ import annotations

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, SINGAPORE, check, record, resource

SITE_ID = "alicloud_esa_site.main.id"
PROXIED, PLAIN = "proxied = true", "proxied = false"


def site(coverage: str = 'coverage = "domestic"', more: str = "", name: str = "example.cn") -> str:
    """Return a site."""
    body = f'site_name = "{name}"\ninstance_id = "sp-example"\naccess_type = "NS"\n{coverage}\n{more}'
    return resource("esa_site", "main", body)


def name(
    value: str = PUBLIC_IP, more: str = PROXIED, kind: str = "A/AAAA", site_id: str = SITE_ID, host: str = "www"
) -> str:
    """Return a record of the site."""
    body = f'site_id = {site_id}\nrecord_name = "{host}.example.cn"\nrecord_type = "{kind}"\n{more}'
    return resource("esa_record", host, f"{body}\ndata {{\n  value = {value}\n}}")


COVERAGES = pytest.mark.parametrize(
    ("coverage", "outcome"),
    [
        ('coverage = "domestic"', "violation"),
        ('coverage = "global"', "violation"),
        ('coverage = "overseas"', "compliant"),
        ("coverage = var.coverage", "cannot-tell"),
        ("", "cannot-tell"),  # the API asks for it
    ],
)
VARIABLES = 'variable "coverage" {}\nvariable "site" {}\nvariable "proxied" {}\nvariable "paused" {}\n'


@COVERAGES
def test_the_coverage_of_the_site_decides(coverage: str, outcome: str) -> None:
    found = check(VARIABLES + SINGAPORE + ECS + site(coverage) + name())
    assert (found.of("ICP101"), found.of("ICP101", "example.cn")) == (outcome, outcome)


@COVERAGES
def test_a_site_is_found_by_its_id(coverage: str, outcome: str) -> None:
    """As in a state, where every reference is a literal."""
    known = VARIABLES + SINGAPORE + ECS + site(coverage, 'id = "123456789"') + name(site_id='"123456789"')
    assert check(known).of("ICP101") == outcome


@pytest.mark.parametrize("site_id", ['"987654321"', "var.site", "data.alicloud_esa_sites.main.sites[0].id"])
def test_without_its_site_a_proxied_name_may_be_answered_anywhere(site_id: str) -> None:
    data = 'data "alicloud_esa_sites" "main" {}\n'
    known = VARIABLES + data + HANGZHOU + ECS + site(name="example.com") + name(site_id=site_id)
    found = check(known)
    assert found.of("ICP101") == "cannot-tell"
    assert any("nothing that was read is the site of alicloud_esa_record.www" in text for text in found.said)


def test_a_plain_record_is_dns_and_no_more() -> None:
    plain = ECS + site() + name(more=PLAIN)
    found = check(HANGZHOU + plain, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202")) == ("violation", "compliant")
    assert "www.example.cn has an A record with alicloud_instance.web.public_ip" in found.said
    assert check(SINGAPORE + plain).of("ICP101") == "compliant"


@pytest.mark.parametrize("kind", ["MX", "TXT", "NS"])
def test_a_record_by_which_nothing_is_served_serves_nothing(kind: str) -> None:
    found = check(HANGZHOU + ECS + site() + name('"mail.example.com"', "", kind))
    assert [key for _, key in found.outcomes if key == "www.example.cn"] == []


@pytest.mark.parametrize("proxied", ["", "proxied = var.proxied"])
@pytest.mark.parametrize(
    ("provider", "coverage", "outcome"),
    [
        (HANGZHOU, "domestic", "violation"),  # at the edge or straight at the origin
        (HANGZHOU, "overseas", "cannot-tell"),
        (SINGAPORE, "domestic", "cannot-tell"),
        (SINGAPORE, "overseas", "compliant"),
    ],
)
def test_a_record_that_does_not_say_is_one_or_the_other(
    proxied: str, provider: str, coverage: str, outcome: str
) -> None:
    known = VARIABLES + provider + ECS + site(f'coverage = "{coverage}"') + name(more=proxied)
    assert check(known).of("ICP101") == outcome


def test_a_paused_site_leads_its_names_to_their_origins() -> None:
    paused = ECS + site('coverage = "overseas"', "paused = true") + name()
    assert check(HANGZHOU + paused).of("ICP101") == "violation"
    assert check(HANGZHOU + paused, ELSEWHERE).of("ICP201") == "violation"
    assert check(SINGAPORE + paused).of("ICP101") == "compliant"
    maybe = VARIABLES + ECS + site('coverage = "overseas"', "paused = var.paused") + name()
    assert check(HANGZHOU + maybe).of("ICP101") == "cannot-tell"


def test_one_record_may_hold_several_addresses() -> None:
    register = '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "{}"\nprovider = "tencent"\n'
    inside, outside = register.format("mainland"), register.format("outside").replace("203.0.113", "8.8.8")
    both = HANGZHOU + site() + name('"8.8.8.8, 203.0.113.10"', PLAIN)
    assert check(both, inside + outside).of("ICP101") == "violation"


# Origins


@pytest.mark.parametrize(
    ("value", "source", "outcome"),
    [
        (PUBLIC_IP, "", "violation"),
        ('"files.oss-cn-hangzhou.aliyuncs.com"', 'source_type = "OSS"', "compliant"),
        ('"files.s3.us-east-1.amazonaws.com"', 'source_type = "S3"', "compliant"),
        ('"lb.example.cn"', 'source_type = "LB"', "violation"),
        ('"pool"', 'source_type = "OP"', "violation"),
        ('"pool.example.cn"', 'source_type = "OP"', "violation"),
        ('"elsewhere.example.com"', 'source_type = "Domain"', "cannot-tell"),
    ],
)
def test_every_kind_of_source_is_followed(value: str, source: str, outcome: str) -> None:
    known = HANGZHOU + ECS + site() + POOL + BALANCER + name(value, f"{PROXIED}\n{source}", "CNAME")
    assert check(known, ELSEWHERE).of("ICP202") == outcome


ORIGIN = f'origins {{\n  name = "first"\n  address = {PUBLIC_IP}\n  enabled = true\n}}'
POOL = resource("esa_origin_pool", "web", f'site_id = {SITE_ID}\norigin_pool_name = "pool"\n{ORIGIN}')
BALANCER = resource(
    "esa_load_balancer",
    "web",
    f'site_id = {SITE_ID}\nload_balancer_name = "lb.example.cn"\nsteering_policy = "order"\n'
    "default_pools = [alicloud_esa_origin_pool.web.origin_pool_id]\n"
    "fallback_pool = alicloud_esa_origin_pool.web.origin_pool_id",
)
REFERENCE = "alicloud_esa_origin_pool.web.origin_pool_id"


def test_a_load_balancer_is_answered_where_its_site_covers() -> None:
    known = HANGZHOU + ECS + site() + POOL + BALANCER
    assert check(known).of("ICP101", "lb.example.cn") == "violation"
    found = check(known, ELSEWHERE)
    assert found.of("ICP202", "lb.example.cn") == "violation"
    sentence = "the ESA origin pool alicloud_esa_origin_pool.web forwards to the ECS instance alicloud_instance.web"
    assert sentence in found.said


@pytest.mark.parametrize("argument", ["region_pools", "sub_region_pools"])
def test_a_region_may_have_pools_of_its_own(argument: str) -> None:
    pool = POOL.replace("site_id", 'origin_pool_id = "42"\n  site_id')
    regional = BALANCER.replace(REFERENCE, '"7"').replace("}\n", f'  {argument} = jsonencode({{ CN = ["42"] }})\n}}\n')
    found = check(HANGZHOU + ECS + site() + pool + regional, ELSEWHERE)
    assert found.of("ICP202", "lb.example.cn") == "violation"


def test_an_origin_that_is_off_is_no_origin() -> None:
    off = POOL.replace("enabled = true", "enabled = false")
    found = check(HANGZHOU + ECS + site() + off + BALANCER, ELSEWHERE)
    assert found.of("ICP202", "lb.example.cn") == "cannot-tell"


def test_a_balancer_that_is_off_answers_nothing() -> None:
    off = BALANCER.replace("}\n", "  enabled = false\n}\n")
    found = check(HANGZHOU + ECS + site() + POOL + off)
    assert ("ICP101", "lb.example.cn") not in found.outcomes


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("esa_transport_layer_application", f'rules {{\n  source = {PUBLIC_IP}\n  source_type = "ip"\n}}'),
        ("esa_routine_related_record", 'name = "hello"'),
        ("esa_edge_container_app_record", 'app_id = "app-example"'),
    ],
)
@pytest.mark.parametrize(("coverage", "outcome"), [("global", "violation"), ("overseas", "compliant")])
def test_what_else_answers_at_the_edge_of_a_site(kind: str, body: str, coverage: str, outcome: str) -> None:
    other = resource(kind, "www", f'site_id = {SITE_ID}\nrecord_name = "www.example.cn"\n{body}')
    known = HANGZHOU + ECS + site(f'coverage = "{coverage}"') + other
    assert check(known).of("ICP101") == outcome
    advised = "violation" if kind == "esa_transport_layer_application" and outcome == "violation" else "compliant"
    assert check(known, ELSEWHERE).of("ICP202") == advised


def test_a_cname_at_another_dns_provider_leads_to_the_record() -> None:
    known = SINGAPORE + ECS + site('coverage = "overseas"') + name()
    assert check(known + record('"www.example.cn.a1.example.net"')).of("ICP101") == "compliant"
    assert check(known + record('"www.example.net"')).of("ICP101") == "cannot-tell"


# Rules


@pytest.mark.parametrize(
    ("rule", "outcome"),
    [
        ("", ("violation", "violation")),
        ('rule = "(starts_with(http.request.uri, \\"/api\\"))"', ("violation", "violation")),
        ('rule = "(http.host eq \\"www.example.cn\\")"', ("violation", "compliant")),
        ('rule_enable = "off"', ("compliant", "compliant")),
    ],
)
def test_a_rule_may_fetch_from_another_origin(rule: str, outcome: tuple[str, str]) -> None:
    bucket = '"files.oss-cn-hangzhou.aliyuncs.com"'
    rules = resource("esa_origin_rule", "api", f"site_id = {SITE_ID}\ndns_record = {PUBLIC_IP}\n{rule}")
    both = "".join(name(bucket, PROXIED, "CNAME", host=host) for host in ("www", "shop"))
    found = check(HANGZHOU + ECS + site() + both + rules, ELSEWHERE)
    assert (found.of("ICP202"), found.of("ICP202", "shop.example.cn")) == outcome


def test_a_rule_leaves_plain_records_and_other_sites_alone() -> None:
    bucket = '"files.oss-cn-hangzhou.aliyuncs.com"'
    rules = resource("esa_origin_rule", "api", f"site_id = {SITE_ID}\ndns_record = {PUBLIC_IP}")
    other = site(name="example.com").replace('"main"', '"other"')
    elsewhere = name(bucket, PROXIED, "CNAME", "alicloud_esa_site.other.id")
    known = HANGZHOU + ECS + site() + other + elsewhere + name(bucket, PLAIN, "CNAME", host="plain") + rules
    found = check(known, ELSEWHERE)
    assert {found.of(code, f"{host}.example.cn") for code in ("ICP201", "ICP202") for host in ("www", "plain")} == {
        "compliant"
    }
