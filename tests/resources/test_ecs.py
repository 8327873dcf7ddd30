"""Instances and their launch templates, instance sets, network interfaces, scaling groups, Simple Application Server."""

from __future__ import annotations

import pytest
from asking import Ask, record, resource

WEB = "alicloud_instance.web"
TEMPLATE = {"launch_template_name": '"web"', "instance_charge_type": '"PrePaid"', "internet_max_bandwidth_out": "10"}
PERIOD = {"period": "3", "period_unit": '"Month"'}


def launched(by: str, template: dict[str, str], **instance: str) -> str:
    """Return a template, an instance that names it, and the name that the instance serves."""
    argument = "launch_template_name" if by == "name" else "launch_template_id"
    value = {
        "name": '"web"',
        "id": "alicloud_ecs_launch_template.web.id",
        "elsewhere": '"lt-bp1example"',
    }[by]
    return (
        resource("ecs_launch_template", "web", **template)
        + resource("instance", "web", **{argument: value}, **instance)
        + record(f"{WEB}.public_ip")
    )


@pytest.mark.parametrize("by", ["id", "name"])
def test_a_launch_template_says_what_the_instance_does_not(by: str, site: Ask) -> None:
    assert site(launched(by, TEMPLATE | PERIOD)).of("ICP301")[WEB] == "compliant"
    short = site(launched(by, TEMPLATE | {"period": "1"}))
    assert short.of("ICP301")[WEB] == "violation"
    assert "has a total term of 1 month; 3 months are needed" in short.why("ICP301", WEB)


@pytest.mark.parametrize("by", ["id", "name"])
def test_the_instance_prevails_over_its_template(by: str, site: Ask) -> None:
    found = site(launched(by, TEMPLATE | PERIOD, instance_charge_type='"PostPaid"'))
    assert found.of("ICP301")[WEB] == "violation"
    assert "is pay-as-you-go" in found.why("ICP301", WEB)


def test_a_template_without_a_charge_type_leaves_the_default(site: Ask) -> None:
    found = site(launched("id", {"launch_template_name": '"web"', "internet_max_bandwidth_out": "5"}))
    assert found.of("ICP301")[WEB] == "violation"
    assert "is pay-as-you-go" in found.why("ICP301", WEB)


@pytest.mark.parametrize("renews", [True, False])
def test_a_template_renews(renews: bool, site: Ask) -> None:
    found = site(launched("id", TEMPLATE | {"period": "1", "auto_renew": str(renews).lower()}))
    assert found.of("ICP301")[WEB] == "violation"
    assert ("it renews itself" in found.why("ICP301", WEB)) == renews


@pytest.mark.parametrize(
    ("by", "version"),
    [("elsewhere", {}), ("id", {"launch_template_version": '"2"'}), ("id", {"launch_template_version": "var.pinned"})],
)
def test_a_template_that_was_not_read_may_say_anything(by: str, version: dict[str, str], site: Ask) -> None:
    found = site('variable "pinned" {}\n' + launched(by, TEMPLATE | PERIOD, **version))
    assert found.of("ICP301")[WEB] == "cannot-tell"
    assert f"launch template of {WEB} may set instance_charge_type" in found.why("ICP301", WEB)


@pytest.mark.parametrize("version", ['"$Latest"', "alicloud_ecs_launch_template.web.latest_version_number"])
def test_the_latest_version_is_what_is_written(version: str, site: Ask) -> None:
    text = launched("id", TEMPLATE | PERIOD, launch_template_version=version)
    assert site(text).of("ICP301")[WEB] == "compliant"


@pytest.mark.parametrize(("zone", "outcome"), [("cn-hangzhou-h", "violation"), ("cn-hongkong-b", "compliant")])
def test_a_template_gives_its_zone_where_no_region_is_known(zone: str, outcome: str, site: Ask) -> None:
    for where in ({"zone_id": f'"{zone}"'}, {"vswitch_id": "alicloud_vswitch.web.id"}):
        text = launched("id", TEMPLATE | where) + resource("vswitch", "web", vpc_id='"vpc-1"', zone_id=f'"{zone}"')
        assert site(text, region=None).of("ICP101") == {"www.example.cn": outcome}
    assert site(launched("elsewhere", TEMPLATE), region=None).of("ICP101") == {"www.example.cn": "cannot-tell"}


def test_a_template_that_nothing_but_an_instance_uses_is_no_server(site: Ask) -> None:
    assert set(site(launched("id", TEMPLATE | PERIOD)).of("ICP301")) == {WEB}


def test_a_set_of_instances_is_asked_like_one(site: Ask) -> None:
    terms = {"instance_charge_type": '"PrePaid"', "internet_max_bandwidth_out": "5", "period": "1"}
    rest = {"image_id": '"i"', "instance_type": '"ecs.c7.large"', "security_group_ids": "[]"}
    for more, outcome in (({}, "violation"), ({"period": "6"}, "compliant"), ({"auto_renew": "true"}, "violation")):
        text = resource("ecs_instance_set", "web", **rest, **(terms | more))
        balanced = resource("slb_load_balancer", "web", address_type='"internet"') + resource(
            "slb_attachment",
            "web",
            load_balancer_id="alicloud_slb_load_balancer.web.id",
            instance_ids="alicloud_ecs_instance_set.web.instance_ids",
        )
        found = site(text + balanced + record("alicloud_slb_load_balancer.web.address"))
        assert found.of("ICP301")["alicloud_ecs_instance_set.web"] == outcome


def test_the_private_address_of_an_interface_is_reached_by_nobody(site: Ask) -> None:
    text = (
        resource("instance", "web")
        + resource("ecs_network_interface", "second", vswitch_id='"vsw-1"')
        + resource(
            "ecs_network_interface_attachment",
            "second",
            network_interface_id="alicloud_ecs_network_interface.second.id",
            instance_id=f"{WEB}.id",
        )
        + record("alicloud_ecs_network_interface.second.private_ip")
    )
    found = site(text)
    assert found.of("ICP101")["www.example.cn"] == "compliant"
    assert "is a private address, which no visitor reaches" in found.why("ICP101", "www.example.cn")


def test_an_interface_that_an_instance_names_itself_is_its_own(site: Ask) -> None:
    interface = "alicloud_ecs_network_interface.first"
    text = (
        resource("ecs_network_interface", "first", vswitch_id='"vsw-1"')
        + resource("instance", "web", network_interfaces=f"{{\n network_interface_id = {interface}.id\n}}")
        + resource("eip_address", "site")
        + resource(
            "eip_association", "site", allocation_id="alicloud_eip_address.site.id", instance_id=f"{interface}.id"
        )
        + record("alicloud_eip_address.site.ip_address")
    )
    found = site(text)
    assert found.of("ICP301")[WEB] == "violation"
    assert "no public bandwidth" not in found.why("ICP301", WEB)


# Auto Scaling

GROUP = resource("ess_scaling_group", "web", min_size="1", max_size="3", loadbalancer_ids="[alicloud_slb.web.id]")
BALANCED = resource("slb", "web", address_type='"internet"') + record("alicloud_slb.web.address")
CONFIGURATION = "alicloud_ess_scaling_configuration.web"


def configured(**more: str) -> str:
    """Return a scaling group behind a load balancer, with a configuration."""
    arguments = {"scaling_group_id": "alicloud_ess_scaling_group.web.id", "internet_max_bandwidth_out": "5"}
    return GROUP + BALANCED + resource("ess_scaling_configuration", "web", **arguments, **more)


def test_what_scales_serves_and_issues_no_codes(site: Ask) -> None:
    found = site(configured())
    assert found.of("ICP301") == {CONFIGURATION: "violation"}
    assert "is pay-as-you-go" in found.why("ICP301", CONFIGURATION)


def test_an_instance_in_the_group_can_issue_codes_for_the_others(site: Ask) -> None:
    terms = {"instance_charge_type": '"PrePaid"', "period": "6", "internet_max_bandwidth_out": "5"}
    attached = resource(
        "ess_attachment",
        "web",
        scaling_group_id="alicloud_ess_scaling_group.web.id",
        instance_ids="[alicloud_instance.web.id]",
    )
    found = site(configured() + attached + resource("instance", "web", **terms))
    assert found.of("ICP301") == {CONFIGURATION: "compliant", WEB: "compliant"}


def test_a_configuration_that_is_not_active_serves_nothing(site: Ask) -> None:
    assert site(configured(active="false")).of("ICP301") == {CONFIGURATION: "compliant"}


def test_a_group_that_launches_from_a_template_is_served_by_it(site: Ask) -> None:
    group = GROUP.replace("  min_size", "  launch_template_id = alicloud_ecs_launch_template.web.id\n  min_size")
    found = site(group + BALANCED + resource("ecs_launch_template", "web", **TEMPLATE, **PERIOD))
    assert found.of("ICP301") == {"alicloud_ecs_launch_template.web": "violation"}


def test_a_container_group_issues_no_codes(site: Ask) -> None:
    text = resource("eci_container_group", "web", auto_create_eip="true")
    found = site(text + record("alicloud_eci_container_group.web.internet_ip"))
    assert found.of("ICP301") == {"alicloud_eci_container_group.web": "violation"}
    assert "ECI issues no service codes" in found.why("ICP301", "alicloud_eci_container_group.web")


# Simple Application Server


@pytest.mark.parametrize(
    ("terms", "outcome"),
    [
        ({"period": "3"}, "compliant"),
        ({"period": "12", "payment_type": '"Subscription"'}, "compliant"),
        ({"period": "1"}, "violation"),
        ({"period": "1", "auto_renew": "true", "auto_renew_period": "1"}, "violation"),
        ({"period": "var.months"}, "cannot-tell"),
    ],
)
def test_a_simple_application_server_issues_codes(terms: dict[str, str], outcome: str, site: Ask) -> None:
    server = "alicloud_simple_application_server_instance.web"
    text = 'variable "months" {}\n' + resource(
        "simple_application_server_instance", "web", image_id='"i"', plan_id='"p"', **terms
    )
    found = site(
        text + resource("slb", "web", address_type='"internet"') + _behind(server) + BALANCED.split("}\n")[1] + "}\n"
    )
    assert found.of("ICP301")[server] == outcome


def _behind(server: str) -> str:
    arguments = {"load_balancer_id": "alicloud_slb.web.id", "instance_ids": f"[{server}.id]"}
    return resource("slb_attachment", "web", **arguments)


@pytest.mark.parametrize(("status", "outcome"), [("Running", "violation"), ("Stopped", "cannot-tell")])
def test_an_instance_that_is_to_be_stopped_serves_nobody_for_now(status: str, outcome: str, site: Ask) -> None:
    text = resource("instance", "web", status=f'"{status}"', internet_max_bandwidth_out="5") + record(
        f"{WEB}.public_ip"
    )
    found = site(text)
    assert found.of("ICP101") == {"www.example.cn": outcome}
    assert (f"{WEB} is stopped: it serves nobody before" in found.why("ICP101", "www.example.cn")) == (
        outcome == "cannot-tell"
    )


@pytest.mark.parametrize(
    ("bandwidth", "outcome", "said"),
    [
        (None, "cannot-tell", f"{WEB} has no public bandwidth of its own, so its public_ip is empty"),
        ("0", "cannot-tell", f"{WEB} has no public bandwidth of its own, so its public_ip is empty"),
        ("var.wide", "cannot-tell", "and its bandwidth is not known: variable wide has no value"),
        ("5", "violation", f"{WEB} is in cn-hangzhou, mainland China"),
    ],
)
def test_an_instance_without_public_bandwidth_has_no_public_address(
    bandwidth: str | None, outcome: str, said: str, site: Ask
) -> None:
    arguments = {} if bandwidth is None else {"internet_max_bandwidth_out": bandwidth}
    found = site('variable "wide" {}\n' + resource("instance", "web", **arguments) + record(f"{WEB}.public_ip"))
    assert found.of("ICP101") == {"www.example.cn": outcome}
    assert said in found.why("ICP101", "www.example.cn")


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        (f"{WEB}.ipv6_addresses[0]", "cannot-tell"),
        (f"one({WEB}.ipv6_addresses)", "cannot-tell"),
        ('"2408:4005::1"', "cannot-tell"),
        ("alicloud_vpc_ipv6_address.six.ipv6_address", "violation"),
    ],
)
def test_an_ipv6_address_of_an_instance_is_public_only_by_its_gateway(value: str, outcome: str, site: Ask) -> None:
    found = site(
        resource("instance", "web", ipv6_addresses='["2408:4005::1"]')
        + resource("vpc_ipv6_address", "six", vswitch_id='"vsw-1"')
        + resource(
            "vpc_ipv6_internet_bandwidth", "six", ipv6_address_id="alicloud_vpc_ipv6_address.six.id", bandwidth="5"
        )
        + record(value, "AAAA")
    )
    assert found.of("ICP101") == {"www.example.cn": outcome}
