"""Listeners, rules, server groups and translated addresses: which names they serve, and which servers stand behind."""

from __future__ import annotations

import pytest
from asking import TENCENT, Ask, record, resource

WEB = "alicloud_instance.web"
NAME = "www.example.cn"
SERVERS = resource("instance", "web") + resource("instance", "other")
BILLING = '{\n pay_type = "PostPay"\n}'
BALANCERS = {
    "slb": resource("slb_load_balancer", "site", address_type='"internet"')
    + record("alicloud_slb_load_balancer.site.address"),
    "alb": resource(
        "alb_load_balancer",
        "site",
        address_type='"Internet"',
        vpc_id='"vpc-1"',
        load_balancer_edition='"Basic"',
        load_balancer_billing_config=BILLING,
    )
    + record("alicloud_alb_load_balancer.site.dns_name", "CNAME"),
    "nlb": resource("nlb_load_balancer", "site", address_type='"Internet"', vpc_id='"vpc-1"')
    + record("alicloud_nlb_load_balancer.site.dns_name", "CNAME"),
}
CLB = {"load_balancer_id": "alicloud_slb_load_balancer.site.id"}
ALB_LISTENER = {
    "load_balancer_id": "alicloud_alb_load_balancer.site.id",
    "listener_port": "80",
    "listener_protocol": '"HTTP"',
}
HEALTH = "{\n health_check_enabled = false\n}"


def forward(group: str, what: str = "ForwardGroup") -> str:
    """Return the body of an action that forwards to an ALB server group."""
    tuples = f"server_group_tuples {{\n server_group_id = {group}\n }}"
    return f'{{\n type = "{what}"\n order = 1\n forward_group_config {{\n {tuples}\n }}\n}}'


def rule(name: str, hosts: str, action: str) -> str:
    """Return a rule of an ALB listener for some host names."""
    condition = f'{{\n type = "Host"\n host_config {{\n values = {hosts}\n }}\n}}'
    return resource(
        "alb_rule",
        name,
        listener_id="alicloud_alb_listener.site.id",
        rule_name='"site"',
        priority="1",
        rule_conditions=condition,
        rule_actions=action,
    )


ALB_GROUP = resource(
    "alb_server_group",
    "site",
    server_group_name='"site"',
    health_check_config=HEALTH,
    servers=f'{{\n server_id = {WEB}.id\n server_type = "Ecs"\n}}',
)
DEFAULT = forward("alicloud_alb_server_group.site.id").replace(" order = 1\n", "")
BACKENDS = {
    "slb backend server": resource(
        "slb_backend_server", "site", **CLB, backend_servers=f"{{\n server_id = {WEB}.id\n}}"
    ),
    "slb attachment": resource("slb_attachment", "site", **CLB, instance_ids=f"[{WEB}.id]"),
    "slb server group": resource(
        "slb_server_group", "site", **CLB, servers=f"{{\n server_ids = [{WEB}.id]\n port = 80\n}}"
    ),
    "slb master and slave": resource(
        "slb_master_slave_server_group",
        "site",
        **CLB,
        name='"site"',
        servers=f"{{\n server_id = {WEB}.id\n port = 80\n}}",
    ),
    "slb member on its own": resource("slb_server_group", "site", **CLB)
    + resource(
        "slb_server_group_server_attachment",
        "site",
        server_group_id="alicloud_slb_server_group.site.id",
        server_id=f"{WEB}.id",
        port="80",
    ),
    "alb listener": ALB_GROUP + resource("alb_listener", "site", **ALB_LISTENER, default_actions=DEFAULT),
    "alb rule": ALB_GROUP
    + resource("alb_listener", "site", **ALB_LISTENER)
    + rule("site", '["alb.example.cn"]', forward("alicloud_alb_server_group.site.id")),
    "nlb listener": resource(
        "nlb_server_group", "site", server_group_name='"site"', vpc_id='"vpc-1"', health_check=HEALTH
    )
    + resource(
        "nlb_server_group_server_attachment",
        "site",
        server_group_id="alicloud_nlb_server_group.site.id",
        server_id=f"{WEB}.id",
        server_type='"Ecs"',
    )
    + resource(
        "nlb_listener",
        "site",
        load_balancer_id="alicloud_nlb_load_balancer.site.id",
        server_group_id="alicloud_nlb_server_group.site.id",
        listener_port="80",
        listener_protocol='"TCP"',
    ),
}


@pytest.mark.parametrize("way", BACKENDS)
def test_the_servers_behind_a_load_balancer_serve_its_names(way: str, site: Ask) -> None:
    found = site(SERVERS + BALANCERS[way.split(maxsplit=1)[0]] + BACKENDS[way])
    assert found.of("ICP301") == {WEB: "violation", "alicloud_instance.other": "compliant"}
    assert f"{NAME} is served by the ECS instance {WEB}" in found.why("ICP301", WEB)


@pytest.mark.parametrize("way", BACKENDS)
def test_an_interface_stands_for_its_server(way: str, site: Ask) -> None:
    interface = resource("ecs_network_interface", "second", vswitch_id='"vsw-1"') + resource(
        "ecs_network_interface_attachment",
        "second",
        network_interface_id="alicloud_ecs_network_interface.second.id",
        instance_id=f"{WEB}.id",
    )
    text = BACKENDS[way].replace(f"{WEB}.id", "alicloud_ecs_network_interface.second.id")
    found = site(SERVERS + BALANCERS[way.split(maxsplit=1)[0]] + interface + text)
    assert found.of("ICP301") == {WEB: "violation", "alicloud_instance.other": "compliant"}


LISTENER = BALANCERS["alb"] + resource("alb_listener", "site", **ALB_LISTENER)


def test_the_hosts_of_a_rule_are_served_and_those_it_redirects_to_are_not(site: Ask) -> None:
    action = '{\n type = "Redirect"\n order = 1\n redirect_config {\n host = "to.example.org"\n }\n}'
    found = site(LISTENER + rule("a", '["a.example.com", "*.b.example.com"]', action))
    assert found.of("ICP101") == {"a.example.com": "violation", "*.b.example.com": "violation", NAME: "violation"}
    said = found.why("ICP101", "a.example.com")
    assert (
        "alicloud_alb_rule.a binds the name a.example.com to the ALB instance alicloud_alb_load_balancer.site" in said
    )


def test_a_pattern_may_match_any_name(site: Ask) -> None:
    found = site(LISTENER + rule("a", '["~^shop[0-9]+$"]', '{\n type = "FixedResponse"\n order = 1\n}'))
    assert found.of("ICP101")["alicloud_alb_rule.a"] == "cannot-tell"
    assert "is a pattern, not a name" in found.why("ICP101", "alicloud_alb_rule.a")


def test_a_rule_of_a_listener_that_was_not_read_serves_from_nobody_knows_where(site: Ask) -> None:
    text = rule("a", '["a.example.com"]', '{\n type = "FixedResponse"\n order = 1\n}')
    found = site(text.replace("alicloud_alb_listener.site.id", '"lsn-bp1example"'))
    assert found.of("ICP101") == {"a.example.com": "cannot-tell"}


@pytest.mark.parametrize("kind", ["slb_rule", "slb_domain_extension"])
def test_a_name_bound_to_an_inner_load_balancer_is_public_by_an_elastic_address(kind: str, site: Ask) -> None:
    inner = resource("slb_load_balancer", "site", address_type='"intranet"') + resource(
        kind, "site", **CLB, domain=f'"{NAME}"', frontend_port="443"
    )
    assert site(inner).of("ICP101") == {NAME: "compliant"}
    eip = resource("eip_address", "site") + resource(
        "eip_association",
        "site",
        allocation_id="alicloud_eip_address.site.id",
        instance_id="alicloud_slb_load_balancer.site.id",
    )
    assert site(inner + eip).of("ICP101") == {NAME: "violation"}
    assert site(inner + eip, filings=TENCENT).of("ICP201") == {NAME: "violation"}
    may = 'variable "one" {}\nresource "alicloud_slb_load_balancer" "two" {\n  address_type = "intranet"\n}\n'
    either = eip.replace(
        "alicloud_slb_load_balancer.site.id",
        "var.one ? alicloud_slb_load_balancer.site.id : alicloud_slb_load_balancer.two.id",
    )
    assert site(inner + may + either).of("ICP101") == {NAME: "cannot-tell"}


ABROAD = resource(
    "cdn_domain_new",
    "www",
    domain_name=f'"{NAME}"',
    cdn_type='"web"',
    scope='"overseas"',
    sources='{\n type = "domain"\n content = alicloud_slb.site.address\n}',
)
HOST_RULE = resource("slb", "site", address_type='"internet"') + resource(
    "slb_rule", "site", load_balancer_id="alicloud_slb.site.id", domain=f'"{NAME}"', frontend_port="80"
)

WILD = resource(
    "slb_domain_extension", "any", load_balancer_id="alicloud_slb.site.id", domain='"*.example.cn"', frontend_port="443"
)


@pytest.mark.parametrize(
    ("led", "outcome"),
    [
        (record("alicloud_cdn_domain_new.www.cname", "CNAME"), "compliant"),
        (record("alicloud_cdn_domain_new.www.cname", "CNAME", rr="*"), "compliant"),
        (record("alicloud_cdn_domain_new.www.cname", "CNAME").replace("}", '  line = "oversea"\n}'), "violation"),
        (record("alicloud_cdn_domain_new.www.cname", "CNAME").replace("}", '  status = "DISABLE"\n}'), "violation"),
        (record('"v=spf1 -all"', "TXT"), "violation"),
        (record("alicloud_cdn_domain_new.www.cname", "CNAME", rr="*") + WILD, "compliant"),
        (record("var.elsewhere", "CNAME"), "violation"),
        (record("alicloud_slb.site.address"), "violation"),
        ("", "violation"),
    ],
)
def test_where_the_records_of_a_name_are_known_a_host_rule_leads_nobody_there(
    led: str, outcome: str, site: Ask
) -> None:
    text = (
        'variable "elsewhere" {}\n'
        + HOST_RULE
        + (ABROAD if '"www"' in led else ABROAD.replace(NAME, "cdn.example.cn"))
        + led
    )
    assert site(text).of("ICP101")[NAME] == outcome


def test_a_rule_without_a_domain_names_nothing(site: Ask) -> None:
    for domain in ({}, {"domain": '""'}):
        found = site(BALANCERS["slb"] + resource("slb_rule", "site", **CLB, **domain, frontend_port="80"))
        assert found.of("ICP101") == {NAME: "violation"}


def test_a_gateway_load_balancer_is_private(site: Ask) -> None:
    text = resource("gwlb_load_balancer", "site", vpc_id='"vpc-1"') + record("alicloud_gwlb_load_balancer.site.id")
    assert site(text).of("ICP101") == {NAME: "compliant"}


# NAT

NAT = resource("nat_gateway", "site", vpc_id='"vpc-1"')
EIP = "alicloud_eip_address.site"


def translated(external: str, internal: str) -> str:
    """Return a DNAT entry."""
    arguments = {"external_ip": external, "internal_ip": internal, "external_port": '"80"', "internal_port": '"80"'}
    table = {"forward_table_id": "alicloud_nat_gateway.site.forward_table_ids", "ip_protocol": '"tcp"'}
    return NAT + resource("eip_address", "site") + resource("forward_entry", "site", **arguments, **table)


@pytest.mark.parametrize("internal", [f"{WEB}.private_ip", f"{WEB}.primary_ip_address"])
def test_a_translated_address_leads_to_its_server_without_giving_it_bandwidth(internal: str, site: Ask) -> None:
    found = site(SERVERS + translated(f"{EIP}.ip_address", internal) + record(f"{EIP}.ip_address"))
    assert found.of("ICP101") == {NAME: "violation"}
    assert f"the address {EIP} forwards to the ECS instance {WEB}" in found.why("ICP101", NAME)
    assert found.of("ICP301") == {WEB: "violation", "alicloud_instance.other": "compliant"}
    assert f"the ECS instance {WEB} has no public bandwidth" in found.why("ICP301", WEB)


def test_an_address_that_the_run_does_not_describe_leads_to_the_server_all_the_same(site: Ask) -> None:
    text = SERVERS + translated('"47.96.0.10"', f"{WEB}.private_ip") + record('"47.96.0.10"')
    found = site(text, filings=TENCENT)
    assert (found.of("ICP101"), found.of("ICP201")) == ({NAME: "compliant"}, {NAME: "violation"})
    assert found.of("ICP301")[WEB] == "violation"


def test_a_private_address_that_nobody_has_leaves_the_place_of_the_elastic_one(site: Ask) -> None:
    text = translated(f"{EIP}.ip_address", '"10.0.0.9"') + record(f"{EIP}.ip_address")
    assert site(text).of("ICP101") == {NAME: "violation"}
    assert site(text, region=None).of("ICP101") == {NAME: "cannot-tell"}


@pytest.mark.parametrize(("other", "outcome"), [("10.0.0.9", "violation"), ("10.0.0.8", "cannot-tell")])
def test_a_literal_private_address_is_that_of_the_server_that_has_it(other: str, outcome: str, site: Ask) -> None:
    servers = resource("instance", "web", private_ip='"10.0.0.8"') + resource(
        "instance", "other", private_ip=f'"{other}"'
    )
    found = site(servers + translated(f"{EIP}.ip_address", '"10.0.0.8"') + record(f"{EIP}.ip_address"))
    assert found.of("ICP301")[WEB] == outcome
    assert site(servers + record('"10.0.0.8"')).of("ICP101") == {NAME: "compliant"}


@pytest.mark.parametrize("bound", ['"10.0.0.8"', f"{WEB}.private_ip", f"{WEB}.id"])
def test_an_elastic_address_may_be_bound_to_a_private_one(bound: str, site: Ask) -> None:
    association = {"allocation_id": f"{EIP}.id", "instance_id": bound, "instance_type": '"IpAddress"'}
    text = resource("instance", "web", private_ip='"10.0.0.8"') + resource("eip_address", "site")
    found = site(text + resource("eip_association", "site", **association) + record(f"{EIP}.ip_address"))
    assert found.of("ICP301") == {WEB: "violation"}
    assert "no public bandwidth" not in found.why("ICP301", WEB)


def test_the_private_address_of_a_load_balancer_is_reached_by_nobody(site: Ask) -> None:
    """Whatever elastic address is bound to it."""
    text = resource("slb", "site", address_type='"intranet"') + resource("eip_address", "site")
    association = {"allocation_id": f"{EIP}.id", "instance_id": "alicloud_slb.site.id"}
    text += resource("eip_association", "site", **association)
    assert site(text + record("alicloud_slb.site.address")).of("ICP101") == {NAME: "compliant"}
    assert site(text + record(f"{EIP}.ip_address")).of("ICP101") == {NAME: "violation"}


def test_source_translation_publishes_nothing(site: Ask) -> None:
    snat = resource(
        "snat_entry", "site", snat_table_id='"stb-1"', snat_ip=f"{EIP}.ip_address", source_cidr='"10.0.0.0/8"'
    )
    text = SERVERS + NAT + resource("eip_address", "site") + snat + record(f"{EIP}.ip_address")
    found = site(text)
    assert found.of("ICP301") == {WEB: "compliant", "alicloud_instance.other": "compliant"}
