"""A name that leads to each product: in the mainland, abroad, and where the region is not known."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from asking import TENCENT, Ask, record, resource

NAME = "www.example.cn"
VPC = '"vpc-bp1example"'
EIP = resource("eip_address", "site")


def bound(instance: str) -> str:
    """Return an elastic address, what binds it, and the name that has it."""
    association = {"allocation_id": "alicloud_eip_address.site.id", "instance_id": instance}
    return EIP + resource("eip_association", "site", **association) + record("alicloud_eip_address.site.ip_address")


@dataclass(frozen=True, slots=True)
class Case:
    """What is written, and a sentence that must be said where it is in the mainland."""

    text: str
    says: str


INSTANCE = resource("instance", "web")
ALB = {"vpc_id": VPC, "load_balancer_edition": '"Basic"', "load_balancer_billing_config": '{\n pay_type = "PostPay"\n}'}
CASES = {
    "alb": Case(
        resource("alb_load_balancer", "web", address_type='"Internet"', **ALB)
        + record("alicloud_alb_load_balancer.web.dns_name", "CNAME"),
        "the ALB instance alicloud_alb_load_balancer.web is in cn-hangzhou, mainland China",
    ),
    "alb over IPv6": Case(
        resource("alb_load_balancer", "web", address_type='"Intranet"', ipv6_address_type='"Internet"', **ALB)
        + record("alicloud_alb_load_balancer.web.dns_name", "CNAME"),
        "the ALB instance alicloud_alb_load_balancer.web has a public address",
    ),
    "alb with an elastic address": Case(
        EIP
        + resource(
            "alb_load_balancer",
            "web",
            address_type='"Intranet"',
            zone_mappings='{\n vswitch_id = "vsw-1"\n zone_id = var.zone\n allocation_id = alicloud_eip_address.site.id\n}',
            **ALB,
        )
        + 'variable "zone" {}\n'
        + record("alicloud_alb_load_balancer.web.dns_name", "CNAME"),
        "the address alicloud_eip_address.site makes the ALB instance alicloud_alb_load_balancer.web public",
    ),
    "nlb": Case(
        resource("nlb_load_balancer", "web", address_type='"Internet"', vpc_id=VPC)
        + record("alicloud_nlb_load_balancer.web.dns_name", "CNAME"),
        "the NLB instance alicloud_nlb_load_balancer.web is in cn-hangzhou, mainland China",
    ),
    "nat": Case(
        resource("nat_gateway", "web", vpc_id=VPC) + bound("alicloud_nat_gateway.web.id"),
        "alicloud_eip_association.site binds that address to the NAT gateway alicloud_nat_gateway.web",
    ),
    "havip": Case(
        INSTANCE
        + resource("havip", "web", vswitch_id='"vsw-bp1example"')
        + resource("havip_attachment", "web", ha_vip_id="alicloud_havip.web.id", instance_id="alicloud_instance.web.id")
        + bound("alicloud_havip.web.id"),
        "the virtual address alicloud_havip.web forwards to the ECS instance alicloud_instance.web",
    ),
    "network interface": Case(
        INSTANCE
        + resource("ecs_network_interface", "second", vswitch_id='"vsw-bp1example"')
        + resource(
            "ecs_network_interface_attachment",
            "second",
            network_interface_id="alicloud_ecs_network_interface.second.id",
            instance_id="alicloud_instance.web.id",
        )
        + bound("alicloud_ecs_network_interface.second.id"),
        "binds that address to the ECS instance alicloud_instance.web",
    ),
    "private address": Case(
        INSTANCE + bound("alicloud_instance.web.private_ip"),
        "binds that address to the ECS instance alicloud_instance.web",
    ),
    "instance set": Case(
        resource("ecs_instance_set", "web", instance_type='"ecs.c7.large"', image_id='"i"', security_group_ids="[]")
        + bound("alicloud_ecs_instance_set.web.instance_ids[0]"),
        "binds that address to the ECS instance alicloud_ecs_instance_set.web",
    ),
    "ipv6": Case(
        resource("vpc_ipv6_address", "web", vswitch_id='"vsw-bp1example"')
        + resource(
            "vpc_ipv6_internet_bandwidth",
            "web",
            ipv6_address_id="alicloud_vpc_ipv6_address.web.id",
            ipv6_gateway_id='"ipv6gw-bp1example"',
            bandwidth="10",
        )
        + record("alicloud_vpc_ipv6_address.web.ipv6_address", "AAAA"),
        "the address alicloud_vpc_ipv6_address.web is in cn-hangzhou, mainland China",
    ),
    "container group": Case(
        resource("eci_container_group", "web", auto_create_eip="true")
        + record("alicloud_eci_container_group.web.internet_ip"),
        "the container group alicloud_eci_container_group.web is in cn-hangzhou, mainland China",
    ),
    "cluster": Case(
        resource("cs_managed_kubernetes", "web") + record("alicloud_cs_managed_kubernetes.web.slb_internet"),
        "the load balancer alicloud_cs_managed_kubernetes.web has a public address",
    ),
    "application": Case(
        resource("sae_load_balancer_internet", "web", app_id='"app"')
        + record("alicloud_sae_load_balancer_internet.web.internet_ip"),
        "the SAE load balancer alicloud_sae_load_balancer_internet.web is in cn-hangzhou, mainland China",
    ),
    "function": Case(
        resource("fcv3_trigger", "web", function_name='"f"', qualifier='"LATEST"', trigger_type='"http"')
        + record("alicloud_fcv3_trigger.web.http_trigger[0].url_internet", "CNAME"),
        "the Function Compute endpoint alicloud_fcv3_trigger.web is in cn-hangzhou, mainland China",
    ),
    "function domain": Case(
        resource("fcv3_custom_domain", "web", custom_domain_name=f'"{NAME}"'),
        f"alicloud_fcv3_custom_domain.web puts {NAME} on Function Compute",
    ),
    "old function domain": Case(
        resource("fc_custom_domain", "web", domain_name=f'"{NAME}"', protocol='"HTTP"'),
        f"alicloud_fc_custom_domain.web puts {NAME} on Function Compute",
    ),
    "api group": Case(
        resource("api_gateway_group", "web", name='"web"')
        + record("alicloud_api_gateway_group.web.sub_domain", "CNAME"),
        "the API Gateway group alicloud_api_gateway_group.web is in cn-hangzhou, mainland China",
    ),
    "api domain": Case(
        resource("api_gateway_group", "web", name='"web"')
        + resource("api_gateway_domain", "web", domain_name=f'"{NAME}"', group_id="alicloud_api_gateway_group.web.id"),
        f"alicloud_api_gateway_domain.web binds the name {NAME} to the API Gateway group alicloud_api_gateway_group.web",
    ),
    "cloud-native api domain": Case(
        resource("apig_domain", "web", domain_name=f'"{NAME}"', protocol='"HTTP"'),
        f"alicloud_apig_domain.web puts {NAME} on cloud-native API Gateway",
    ),
    "cloud-native gateway": Case(
        resource("mse_gateway", "web", vpc_id=VPC, vswitch_id='"vsw-1"', replica="2", spec='"s"')
        + record("alicloud_mse_gateway.web.slb_list[0].slb_ip"),
        "the cloud-native gateway alicloud_mse_gateway.web is in cn-hangzhou, mainland China",
    ),
}


@pytest.mark.parametrize("product", CASES)
def test_in_the_mainland_a_filing_is_needed_and_one_with_alibaba_cloud(product: str, site: Ask) -> None:
    found = site(CASES[product].text, filings=TENCENT)
    assert (found.of("ICP101")[NAME], found.of("ICP201")[NAME]) == ("compliant", "violation")
    assert (found.of("ICP202")[NAME], found.of("ICP203")[NAME]) == ("compliant", "compliant")
    assert CASES[product].says in found.why("ICP201", NAME)
    assert site(CASES[product].text).of("ICP101")[NAME] == "violation"


@pytest.mark.parametrize("product", CASES)
def test_abroad_none_is_needed(product: str, site: Ask) -> None:
    found = site(CASES[product].text, region="cn-hongkong", filings=TENCENT)
    assert (found.of("ICP101")[NAME], found.of("ICP201")[NAME]) == ("compliant", "compliant")
    assert site(CASES[product].text, region="cn-hongkong").of("ICP101")[NAME] == "compliant"


@pytest.mark.parametrize("product", CASES)
def test_in_a_region_that_is_not_known_nobody_can_tell(product: str, site: Ask) -> None:
    assert site(CASES[product].text, region=None).of("ICP101")[NAME] == "cannot-tell"
    assert site(CASES[product].text, region=None, filings=TENCENT).of("ICP201")[NAME] == "cannot-tell"


@pytest.mark.parametrize("product", CASES)
def test_the_same_is_said_in_chinese(product: str, site: Ask) -> None:
    found = site(CASES[product].text, filings=TENCENT, lang="zh").sentences["ICP201", NAME]
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in sentence) for sentence in found)


# Names that products give, and chains

LITERALS = {
    "alb-bp1example.cn-hangzhou.alb.aliyuncs.com": "violation",
    "alb-bp1example.cn-hongkong.alb.aliyuncs.com": "compliant",
    "nlb-bp1example.cn-beijing.nlb.aliyuncs.com": "violation",
    "alb-bp1example.alb.aliyuncsslb.com": "violation",
    "nlb-bp1example.nlb.aliyuncsslbintl.com": "compliant",
    "1234567890123456.cn-shanghai.fc.aliyuncs.com": "violation",
    "1234567890123456.ap-southeast-1.fc.aliyuncs.com": "compliant",
    "site-abcdefghij.cn-shanghai.fcapp.run": "violation",
    "0123456789abcdef-cn-hangzhou.alicloudapi.com": "violation",
    "0123456789abcdef-us-west-1.alicloudapi.com": "compliant",
}


@pytest.mark.parametrize("target", LITERALS)
def test_the_name_that_a_product_gives_tells_its_region(target: str, site: Ask) -> None:
    text = record(f'"{target}"', "CNAME")
    assert site(text, region="us-west-1").of("ICP101")[NAME] == LITERALS[target]
    assert site(text, filings=TENCENT).of("ICP201")[NAME] == LITERALS[target]


def behind(product: str) -> str:
    """Return a case with its record moved to origin.example.cn."""
    return (
        CASES[product]
        .text.replace('rr = "www"', 'rr = "origin"')
        .replace('alicloud_alidns_record" "www"', 'alicloud_alidns_record" "origin"')
    )


CHAIN = [name for name in CASES if "domain" not in name]


@pytest.mark.parametrize("product", CHAIN)
def test_a_chain_of_names_leads_there_too(product: str, site: Ask) -> None:
    found = site(behind(product) + record('"origin.example.cn"', "CNAME"), filings=TENCENT)
    assert found.of("ICP201") == {"origin.example.cn": "violation", NAME: "violation"}
    assert CASES[product].says in found.why("ICP201", NAME)


@pytest.mark.parametrize("product", CHAIN)
def test_a_cdn_in_front_finds_its_origin(product: str, site: Ask) -> None:
    sources = '{\n type = "domain"\n content = "origin.example.cn"\n}'
    cdn = resource("cdn_domain_new", "www", domain_name=f'"{NAME}"', cdn_type='"web"', sources=sources)
    found = site(behind(product) + cdn + record("alicloud_cdn_domain_new.www.cname", "CNAME"), filings=TENCENT)
    assert found.of("ICP202")[NAME] == "violation"
    assert found.of("ICP201")[NAME] == "compliant"
