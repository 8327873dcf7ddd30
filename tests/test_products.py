"""Whatever names or serves a host, in the provider's schema and in real Terraform, has a row or a reason to have none."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.findings.run import run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.policy import Policy
from icplint.registry import registry
from icplint.wording import sentences as say

NAMES: Final = (
    "domain domains domain_name domain_names subdomain host hosts host_name hostname fqdn cname dns_name site_name "
    "record_name rr aliases"
)
SERVES: Final = (
    "public_ip public_ips public_ip_address public_ip_addresses public_ipv4_address public_address internet_ip "
    "internet_address internet_slb_id slb_internet ip_address ip_addresses ip_address_list accelerate_ip_address eip "
    "eip_address eip_addresses elastic_ip associated_eip_addresses ipv6_address ipv6_addresses extranet_endpoint "
    "public_endpoint"
)
WORD: Final = re.compile(rf"(?:\w+_)?(?:{'|'.join((NAMES + ' ' + SERVES).split())})")
"""What attributes are called that hold a host name, or an address that a visitor may reach."""

NO_ROW: Final = {
    "a setting of a name that another resource serves": """
        alicloud_alidns_custom_line alicloud_cdn_real_time_log_delivery alicloud_dcdn_er alicloud_dcdn_waf_domain
        alicloud_dcdn_waf_policy_domain_attachment alicloud_ddoscoo_domain_precise_access_rule
        alicloud_ddoscoo_web_cc_rule alicloud_esa_certificate alicloud_esa_edge_container_app
        alicloud_esa_waiting_room alicloud_ga_additional_certificate alicloud_live_caster
        alicloud_oss_bucket_cname_token alicloud_scdn_domain_config
        alicloud_ssl_certificates_service_certificate_apply alicloud_ssl_certificates_service_instance
        alicloud_waf_certificate alicloud_waf_protection_module""",
    "a zone, or a group of zones: it serves nothing before it has a record": """
        alicloud_alidns_domain alicloud_alidns_domain_attachment alicloud_dns_domain alicloud_dns_domain_attachment""",
    "the host that a visitor is sent to, not one that is served": "alicloud_oss_bucket_website",
    "the host header of a probe": """
        alicloud_alb_health_check_template alicloud_gwlb_server_group""",
    "mail, which needs no filing of a website": "alicloud_direct_mail_domain",
    "streams of cameras: the names are domains of ApsaraVideo Live": "alicloud_video_surveillance_system_group",
    "a name that Alibaba Cloud gives and files": """
        alicloud_cr_storage_domain_routing_rule alicloud_elasticsearch_instance alicloud_kvstore_instance
        alicloud_mongodb_replica_set_role alicloud_redis_tair_instance alicloud_selectdb_db_instance""",
    "a name or an address of a private network": """
        alicloud_api_gateway_vpc_access alicloud_cen_route_service alicloud_cloud_firewall_vpc_firewall
        alicloud_ecd_ad_connector_directory alicloud_ecd_ad_connector_office_site alicloud_ecd_nas_file_system
        alicloud_ehpc_cluster_v2 alicloud_nas_mount_target alicloud_privatelink_vpc_endpoint
        alicloud_privatelink_vpc_endpoint_service alicloud_pvtz_zone_record alicloud_sae_application
        alicloud_vpc_dhcp_options_set""",
    "the name of a machine inside its network, or its address there": """
        alicloud_bastionhost_host alicloud_cddc_dedicated_host alicloud_cddc_dedicated_propre_host
        alicloud_ecd_desktop alicloud_ecs_dedicated_host alicloud_eflo_cluster alicloud_eflo_hyper_node
        alicloud_eflo_node alicloud_eflo_node_group alicloud_eflo_node_group_attachment alicloud_rds_custom""",
    "a database: what answers there is no website": """
        alicloud_adb_connection alicloud_db_connection alicloud_db_instance alicloud_gpdb_connection
        alicloud_gpdb_instance alicloud_polardb_endpoint_address alicloud_rds_clone_db_instance
        alicloud_rds_db_instance_endpoint alicloud_rds_db_instance_endpoint_address alicloud_rds_db_proxy
        alicloud_rds_ddr_instance alicloud_rds_upgrade_db_instance""",
    "a network interface: what it is attached to is looked up through it": """
        alicloud_ecs_network_interface alicloud_network_interface""",
    "the gateway of a private line: what answers there is no website": """
        alicloud_ssl_vpn_server alicloud_vpc_bgp_peer alicloud_vpn_connection alicloud_vpn_customer_gateway
        alicloud_vpn_gateway alicloud_vpn_gateway_vpn_attachment""",
    "the control plane of a cluster or a mesh; what it serves has load balancers of its own": """
        alicloud_edas_k8s_application alicloud_service_mesh_service_mesh""",
    "a limit of an address that stands elsewhere, or how one is bound": """
        alicloud_ddos_basic_defense_threshold alicloud_ddos_basic_threshold""",
    "a switch that says whether there is a public address": """
        alicloud_amqp_instance alicloud_ehpc_cluster alicloud_emr_cluster alicloud_emrv2_cluster""",
    "what a tool is told to connect to": """
        alicloud_arms_addon_release alicloud_arms_synthetic_task alicloud_bastionhost_instance
        alicloud_dms_enterprise_instance alicloud_hbr_ecs_backup_client alicloud_hbr_hana_instance
        alicloud_threat_detection_instance alicloud_yundun_bastionhost_instance null_resource""",
    "another sense of the word: a virtual host of a queue, a multicast group, an office, an account, a subject": """
        alicloud_alikafka_sasl_acl alicloud_amqp_binding alicloud_amqp_exchange alicloud_amqp_queue
        alicloud_amqp_virtual_host alicloud_cen_transit_router_multicast_domain
        alicloud_cen_transit_router_multicast_domain_member alicloud_cen_transit_router_multicast_domain_peer_member
        alicloud_cen_transit_router_multicast_domain_source alicloud_cms_alert_rule_v2 alicloud_ecd_simple_office_site
        alicloud_ecs_deployment_set alicloud_event_bridge_event_source_v2 alicloud_governance_account
        alicloud_pai_workspace_model""",
}
"""Why a type whose attributes are called so has no row, and the types."""
REASONS: Final = {kind: reason for reason, kinds in NO_ROW.items() for kind in kinds.split()}

UNMODELLED: Final = {text.en for text in (say.UNMODELLED, say.NO_RULE, say.SCOPE_UNHEARD, say.REGION_UNHEARD)}
"""What icplint says where it does not know a product, or a value of one of its attributes."""


@pytest.fixture(scope="module")
def schema(shared: Path) -> dict[str, set[str]]:
    """Each resource type of the provider, with the names of its attributes at any depth."""
    with gzip.open(shared / "reference" / "alicloud-schema.json.gz") as file:
        document = json.load(file)
    kinds = {key.partition("/")[2]: value for key, value in document.items() if key.startswith("resource/")}
    return {kind: set(attributes(value["block"])) for kind, value in kinds.items()}


def attributes(block: dict[str, Any]) -> Iterator[str]:
    yield from block.get("attributes", {})
    for nested in block.get("block_types", {}).values():
        yield from attributes(nested["block"])


@pytest.fixture(scope="module")
def corpora(shared: Path) -> dict[str, set[str]]:
    """Each resource type of the collected configurations, with the names of its arguments at any depth."""
    found: dict[str, set[str]] = {}
    for file in sorted((shared / "corpora").rglob("*.tf")):
        for block in re.split(r"^(?=\w)", file.read_text(encoding="utf-8", errors="replace"), flags=re.MULTILINE):
            if named := re.match(r'resource\s+"(\w+)"', block):
                arguments = re.findall(r'^\s*"?(\w+)"?\s*=', block, re.MULTILINE)
                found.setdefault(named[1], set()).update(arguments)
    return found


def without_row(kinds: dict[str, set[str]]) -> dict[str, list[str]]:
    """Return the types that name or serve a host, as far as their attributes tell, and have neither row nor reason."""
    naming = {kind: sorted(filter(WORD.fullmatch, names)) for kind, names in kinds.items()}
    return {kind: names for kind, names in naming.items() if names and kind not in registry().table | REASONS}


def test_every_type_of_the_provider_that_names_or_serves_a_host(schema: dict[str, set[str]]) -> None:
    assert len(schema) > 1000
    assert without_row(schema) == {}


def test_every_type_of_the_collected_configurations(corpora: dict[str, set[str]]) -> None:
    assert len(corpora) > 1000
    assert without_row(corpora) == {}


def test_every_reason_is_for_a_type_that_there_is(schema: dict[str, set[str]], corpora: dict[str, set[str]]) -> None:
    kinds = [kind for text in NO_ROW.values() for kind in text.split()]
    assert sorted(kinds) == sorted(REASONS), "a type has one reason"
    assert sorted(REASONS.keys() & registry().table.keys()) == [], "a type with a row needs no reason"
    assert [
        kind for kind in kinds if not any(map(WORD.fullmatch, schema.get(kind, set()) | corpora.get(kind, set())))
    ] == []


@cache
def doubts(plans: Path) -> dict[str, set[str]]:
    """Return, by plan or state, what icplint does not know of the products in it, where nothing is filed."""
    found: dict[str, set[str]] = {}
    known = registry()
    for file in sorted(file for file in plans.iterdir() if file.name not in {"README.md", "index.json"}):
        reading = read_inputs(Request(paths=[file.name], base=plans, sources=lambda: known.sources))
        reading.complete.add("filing")
        report = run(build(reading, known.table, Policy(date(2026, 11, 24))), known.checks, reading)
        unsure = [finding.answer.evidence for finding in report.findings if finding.answer.value is None]
        found[file.name] = {e.say("en") for evidence in unsure for e in evidence if e.text.en in UNMODELLED}
    return found


def test_no_doubt_of_a_plan_is_a_product_or_a_value_that_icplint_does_not_know(shared: Path) -> None:
    found = doubts(shared / "corpora" / "plans-alicloud")
    assert len(found) > 300
    assert {name: said for name, said in found.items() if said} == {}
