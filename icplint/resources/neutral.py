"""Types of resources that name and serve no website, told apart by their words, with the reason."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from icplint.model.text import Text

MAIL: Final = Text(en="sends and receives mail", zh="用于收发邮件")
PROVIDERS: Final = {
    Text(
        en="works inside Terraform or on the machine that runs it", zh="只在 Terraform 内部或执行它的机器上起作用"
    ): "archive cloudinit external http local null random template terraform time tls",
    MAIL: ("brevo mailcow mailgun mailjet postmark resend sendgrid sparkpost zoho"),
    Text(en="keeps identities", zh="用于管理身份"): "azuread googleworkspace keycloak okta vault",
    Text(
        en="watches websites", zh="用于监控网站"
    ): "betteruptime checkly datadog newrelic pingdom statuscake statuspage uptimerobot",
    Text(en="runs machines in a data centre of its owner", zh="用于管理自有机房中的虚拟机"): "proxmox vsphere",
}
"""What whole providers do -> their prefixes."""

WORDS: Final = {
    Text(en="is a certificate, or proves a name", zh="是证书，或用于验证域名所有权"): (
        "acm acme authorization cas cert certificate certificates dkim pca ssl tls validation verification"
    ),
    Text(en="is of a registrar, or delegates or signs a zone", zh="用于域名注册、委派或签名"): (
        "clouddomains delegation dnssec domain_dns domain_registration domains_registered ds_record glue_record "
        "name_servers nameserver nameservers registered_domain registrar registration"
    ),
    MAIL: "email email_domain email_forward tem",
    Text(en="watches, counts or logs", zh="用于监控、计量或日志"): (
        "actiontrail alarm alarms alert alerts arms audit cls cms cloudmonitor dashboard grafana healthcheck lts log "
        "logging logs logtail metric metrics monitor monitors monitoring notification notifications prometheus "
        "sentry sls synthetic synthetics trail uptime uptimerobot"
    ),
    Text(en="says who may do what", zh="用于身份与权限"): (
        "access_application access_key active_directory authing cam captcha cloudauth credential credentials iam "
        "identity keycloak kms okta password permission permissions quota quotas ram ram_role recaptcha role roles "
        "secret secrets secretsmanager service_account sso token tokens turnstile user users vault"
    ),
    Text(en="keeps data, queues or code", zh="用于存储数据、消息或代码"): (
        "adb alikafka amqp backup bigquery cassandra clickhouse cr database databases datahub dataworks db dbs disk "
        "disks dms dynamodb drds dts ebs ecr elasticsearch emr etcd gpdb graph_database hbase hbr image images "
        "kafka kvstore lindorm maxcompute mns mongodb mysql nas ons ots polardb postgresql pubsub queue rabbitmq "
        "rds redis repository rocketmq snapshot snapshots sql sqs tsdb volume volumes"
    ),
    Text(en="is a network, or a rule of who reaches what in it", zh="是网络，或网络内的访问规则"): (
        "acl acls cen cidr eni compute_firewall gtm_monitor nacl network_acl network_interface network_policy "
        "peering pvtz private_dns private_zone response_policy route_table security security_group security_groups sg "
        "snat subnet subnets subnetwork vgw virtual_network vnet vpc vpcs vpn vswitch whitelist whitelists"
    ),
    Text(en="is paid for, tagged or scheduled by", zh="用于计费、标签或任务编排"): (
        "autoscaling_policy billing budget cost keypair key_pair launch_configuration oos placement_group "
        "resource_group resource_groups ros_template schedule tag tags"
    ),
}
"""What types do -> the words of their names, any of which tells it."""

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
    Text(en="registers a name", zh="用于注册域名"): (
        "azurerm_app_service_domain gandi_domain namecheap_domain ovh_domain_name"
    ),
    Text(en="protects or shares what others serve", zh="用于防护或共享其他资源提供的内容"): (
        "akamai_appsec_match_target "
        "alicloud_cloud_storage_gateway_gateway_file_share alicloud_ddos_basic_defense_threshold "
        "alicloud_ddos_basic_threshold alicloud_ddosbgp_ip"
    ),
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
_ZONES: Final = re.compile(
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
    provider, _, rest = kind.partition("_")
    if (listed := _listed().get(kind)) is not None:
        return listed
    if _ZONES.search(rest):
        return None if kind in APEX else ZONE
    if (found := _providers().get(provider)) is not None:
        return found
    if provider in {"kubernetes", "kubectl"}:
        return INSIDE if _said(CLUSTER).search(rest) else None
    return next((why for why, words in WORDS.items() if _said(words).search(rest)), None)


@cache
def _providers() -> dict[str, Text]:
    return {name: why for why, names in PROVIDERS.items() for name in names.split()}


@cache
def _listed() -> dict[str, Text]:
    return {name: why for why, names in LISTED.items() for name in names.split()}


@cache
def _said(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|_)(?:{'|'.join(words.split())})(?:_|$)")
