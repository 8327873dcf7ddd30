"""Types of resources that name and serve no website, told apart by their words, with the reason."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from icplint.model.regex import regex
from icplint.model.text import Text

MAIL: Final = Text(en="sends and receives mail", zh="用于收发邮件")
INTERNAL: Final = Text(
    en="works inside Terraform or on the machine that runs it", zh="只在 Terraform 内部或执行它的机器上起作用"
)
MACHINES: Final = Text(en="runs machines in a data centre of its owner", zh="用于管理自有机房中的虚拟机")
IDENTITIES: Final = Text(en="keeps identities", zh="用于管理身份")
PROVIDERS: Final = {
    INTERNAL: "archive cloudinit external http local null random template terraform time tls",
    MAIL: ("brevo mailcow mailgun mailjet postmark resend sendgrid sparkpost zoho"),
    IDENTITIES: "azuread googleworkspace keycloak okta vault",
    Text(
        en="watches websites", zh="用于监控网站"
    ): "betteruptime checkly datadog newrelic pingdom statuscake statuspage uptimerobot",
    MACHINES: "proxmox vsphere",
}
"""What whole providers do -> their prefixes."""

PROOF: Final = Text(en="is a certificate, or proves a name", zh="是证书，或用于验证域名所有权")
DELEGATES: Final = Text(en="is of a registrar, or delegates or signs a zone", zh="用于域名注册、委派或签名")
WATCHES: Final = Text(en="watches, counts or logs", zh="用于监控、计量或日志")
ALLOWS: Final = Text(en="says who may do what", zh="用于身份与权限")
KEEPS: Final = Text(en="keeps data, queues or code", zh="用于存储数据、消息或代码")
NETWORK: Final = Text(en="is a network, or a rule of who reaches what in it", zh="是网络，或网络内的访问规则")
MANAGES: Final = Text(en="is paid for, tagged or scheduled by", zh="用于计费、标签或任务编排")
CALLS: Final = Text(en="calls what others serve", zh="用于调用他方提供的服务")
REVERSE: Final = Text(en="names addresses, for mail and logs", zh="用于 IP 地址的反向解析")

NEUTRAL_PRODUCTS: Final = {
    PROOF: "acm acme acm_pca cas cps pca site_verification ssl_certificates_service",
    DELEGATES: "clouddomains domains_registered route53domains",
    MAIL: "ses tem",
    WATCHES: (
        "actiontrail arms audit_manager cloudmonitor grafana logging lts monitoring prometheus sentry sls "
        "synthetics uptimerobot"
    ),
    ALLOWS: (
        "access_key active_directory cloudauth cloud_sso cloudtrail iam identity_platform key_vault keycloak kms "
        "okta quotas ram recaptcha secretsmanager service_account servicequotas ssoadmin turnstile"
    ),
    KEEPS: (
        "adb alikafka amqp bigquery bigtable cassandra click_house clickhouse cynosdb data_works "
        "datahub dataworks dbs dcs dds dms docdb dts drds dynamodb ebs ecr efs elasticache elasticsearch "
        "emr firestore fsx gaussdb gpdb graph_database hbase hbr kafka kinesis kvstore lindorm maxcompute max_compute "
        "mns mongodb msk mysql nas neptune ons ots polardb postgresql pubsub rabbitmq rds redis redshift rocketmq "
        "sfs sns sql sqs tcr tsdb"
    ),
    NETWORK: (
        "cen compute_firewall direct_connect dx ec2_transit_gateway express_connect network_firewall networkfirewall "
        "pvtz private_dns private_zone privatelink transit_gateway vpc vpn vswitch"
    ),
    MANAGES: "oos ssm",
}
"""What products do -> how the names of their types begin, after the provider."""

WORDS: Final = {
    PROOF: (
        "certificate certificates certificate_pack certificate_request dkim identity_verification pca ssl tls "
        "validation verification acm acme authorization"
    ),
    DELEGATES: (
        "delegation dnssec domain_dns domain_registration ds_record glue_record name_servers nameserver nameservers "
        "registered_domain registrar registration"
    ),
    MAIL: "email email_address email_domain email_forward email_forwarding email_routing mailbox",
    WATCHES: (
        "alarm alarms alert alerts audit dashboard health_check healthcheck log log_group log_stream logging logs "
        "logtail metric metrics monitor monitors monitoring notification notifications synthetic synthetics trail "
        "uptime uptime_check"
    ),
    ALLOWS: (
        "access_application access_key captcha credential credentials iam identity identity_provider identity_pool "
        "kms_key kms_alias password permission permissions quota quotas role roles role_policy secret secrets "
        "secret_version service_account service_linked_role sso token tokens user user_group user_pool "
        "user_pool_client users vault"
    ),
    KEEPS: (
        "backup cassandra clickhouse cr database databases db db_instance db_subnet disk disks dynamodb ebs ecr "
        "elasticsearch image images kafka kvstore mongodb mysql nas polardb postgresql queue rabbitmq rds redis "
        "repository rocketmq snapshot snapshots sql topic variable variables volume volumes"
    ),
    NETWORK: (
        "acl acls cidr eni firewall gtm_monitor nacl network network_acl "
        "network_interface network_policy peering peering_connection response_policy route_table security_group "
        "security_groups sg snat subnet subnets subnetwork vgw virtual_network virtual_network_gateway vnet vpc vpcs "
        "vpn vswitch whitelist whitelists"
    ),
    MANAGES: (
        "autoscaling billing budget cost keypair key_pair launch_configuration placement_group resource_group "
        "resource_groups schedule tag tags"
    ),
    CALLS: (
        "backend connector contact_point data_source datasource event_destination hook hooks identity_provider "
        "integration integrations notification_channel oidc_provider saml_provider topic_subscription webhook webhooks"
    ),
    REVERSE: "ptr ptr_record ptrrecord rdns reverse reverse_dns reverse_ipv4 reverse_ipv6",
}
"""What types do -> the words with which their names end, but for what only belongs to it (`_security_group_rule`)."""
_BELONGING: Final = (
    "account action assignment association attachment binding config configuration entries entry grant group groups "
    "instance item key link member members membership option order parameter policies policy policy_attachment rule "
    "plan rules set setting settings subscription template v1 v2 v3 version widget"
)
_SERVES: Final = regex(
    r"(?:^|_)(?:custom_?domains?|custom_?host(?:name)?s?|(?:bucket|cdn|live|pages|pool|site|waf|website)_domains?"
    r"|status_?pages?|link_branding)(?:_|$)"
    r"|_(?:branding|frontend|help_center|host|landing_page|page|portal|server|site|storefront|web_?app|website)$"
)
"""Names of types that serve visitors, whatever else their names say."""
_DOMAIN: Final = regex(r"_(?:domain|hostname)(?:_name)?s?$")
"""Types of names, which serve unless they are of mail, of a registrar or of a proof."""
CUSTOM: Final = regex(r"custom_?(?:domain|host|fqdn|url)|vanity_?(?:domain|host|url)", re.IGNORECASE)
"""What an argument is called by which a service takes a name of its customer."""

SETTING: Final = Text(en="is a setting of names that another resource serves", zh="是其他资源所服务域名的配置项")
ZONE: Final = Text(
    en="is a zone or a setting of one: its records name what they lead to", zh="是解析域或其配置，由其中的记录指明去向"
)
MACHINE: Final = Text(en="names machines, desktops or mail", zh="用于命名机器、云桌面或邮件服务")
LISTED: Final = {
    SETTING: (
        "alicloud_api_gateway_api alicloud_api_gateway_backend alicloud_api_gateway_stage_model alicloud_dcdn_er "
        "alicloud_dcdn_waf_domain "
        "alicloud_dcdn_waf_policy_domain_attachment alicloud_ddoscoo_domain_precise_access_rule "
        "alicloud_ddoscoo_web_cc_rule alicloud_esa_https_application_configuration alicloud_esa_waiting_room "
        "alicloud_fc_alias alicloud_fc_trigger alicloud_fcv3_alias alicloud_scdn_domain_config "
        "alicloud_waf_protection_module cloudflare_page_rule"
    ),
    ZONE: "alicloud_alidns_custom_line dnsimple_domain ibm_cis_domain linode_domain",
    PROOF: "azuread_domain googleworkspace_domain googleworkspace_domain_alias",
    Text(en="registers a name", zh="用于注册域名"): (
        "azurerm_app_service_domain gandi_domain namecheap_domain ovh_domain_name"
    ),
    Text(en="protects or shares what others serve", zh="用于防护或共享其他资源提供的内容"): (
        "akamai_appsec_match_target "
        "alicloud_cloud_storage_gateway_gateway_file_share alicloud_ddos_basic_defense_threshold "
        "alicloud_ddos_basic_threshold alicloud_ddosbgp_ip"
    ),
    WATCHES: (
        "alicloud_cdn_real_time_log_delivery alicloud_cms_hybrid_monitor_sls_task alicloud_log_resource_record "
        "alicloud_log_store_index"
    ),
    KEEPS: "alicloud_amqp_virtual_host alicloud_cr_storage_domain_routing_rule",
    NETWORK: "alicloud_vpn_ipsec_server",
    MACHINE: (
        "alicloud_bastionhost_host alicloud_cddc_dedicated_host alicloud_cddc_dedicated_propre_host "
        "alicloud_direct_mail_domain alicloud_direct_mail_receivers alicloud_ecd_ad_connector_directory "
        "alicloud_ecd_ad_connector_office_site alicloud_ecd_desktop alicloud_ecd_policy_group "
        "alicloud_ecs_deployment_set alicloud_eflo_cluster alicloud_eflo_hyper_node alicloud_eflo_node "
        "alicloud_eflo_node_group alicloud_eflo_node_group_attachment alicloud_ehpc_cluster "
        "alicloud_pai_workspace_model alicloud_threat_detection_instance"
    ),
}
"""What single types do that have arguments called as host names are -> the types."""
APEX: Final = frozenset({"digitalocean_domain", "vultr_dns_domain"})
"""Zones that take the address of their own name themselves."""
_ZONES: Final = regex(
    r"(?:^|_)(?:dns|dnspod|alidns|livedns)_domain(?:_alias|_attachment|_instance)?$|(?:^|_)(?:managed_|hosted_)?zone$"
)

INSIDE: Final = Text(
    en="runs inside a cluster, which is reached by its services, ingresses and routes",
    zh="运行于集群内部，经由其 Service、Ingress 或路由访问",
)
CLUSTER: Final = (
    "api_service cluster_role config_map cron_job csi_driver daemon_set daemonset default_service_account deployment "
    "endpoints endpoint_slice env horizontal_pod_autoscaler job labels annotations limit_range namespace node_taint "
    "persistent_volume pod priority_class replication_controller resource_quota role runtime_class secret "
    "service_account stateful_set storage_class token_request validating_webhook mutating_webhook network_policy"
)


@cache
def neutral(kind: str) -> Text | None:
    """Return why resources of a type name and serve no website; None where that is not known."""
    provider, _, rest = kind.removeprefix("data.").partition("_")
    if (listed := _listed().get(kind)) is not None:
        return listed
    if _ZONES.search(rest):
        return None if kind in APEX else ZONE
    if provider in {"kubernetes", "kubectl"}:
        return INSIDE if _said(CLUSTER).search(rest) else None
    found = _providers().get(provider)
    if found not in {INTERNAL, MACHINES} and _SERVES.search(f"_{rest}"):
        return None
    found = found or _product(rest) or _head(rest)
    return None if found in {ALLOWS, KEEPS, IDENTITIES, WATCHES} and _DOMAIN.search(f"_{rest}") else found


def _product(rest: str) -> Text | None:
    words = rest.split("_")
    begun = {"_".join(words[:end]) for end in range(1, len(words) + 1)}
    return next((why for why, names in NEUTRAL_PRODUCTS.items() if not begun.isdisjoint(names.split())), None)


def _head(rest: str) -> Text | None:
    heads = _heads(rest)
    return next((why for why, words in WORDS.items() if not heads.isdisjoint(words.split())), None)


def _heads(rest: str) -> set[str]:
    """Return the ends of a name, each of whole words, also of the name without what only belongs to it."""
    found: set[str] = set()
    waiting = [rest]
    while waiting:
        name = waiting.pop()
        words = name.split("_")
        found.update("_".join(words[begin:]) for begin in range(len(words)))
        waiting += [name.removesuffix(f"_{end}") for end in _BELONGING.split() if name.endswith(f"_{end}")]
    return found


@cache
def _providers() -> dict[str, Text]:
    return {name: why for why, names in PROVIDERS.items() for name in names.split()}


@cache
def _listed() -> dict[str, Text]:
    return {name: why for why, names in LISTED.items() for name in names.split()}


@cache
def _said(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|_)(?:{'|'.join(words.split())})(?:_|$)")
