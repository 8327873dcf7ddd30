"""Types of other clouds, with the argument names of real configurations: what is doubt about its name, and what is not."""

from __future__ import annotations

import re
from typing import Final

from icplint.testing import judged

DOUBT: Final = (
    # DNS
    ("bunny_dns_record", 'zone = bunny_dns_zone.z.id\nname = "SUB"\ntype = "A"\nvalue = "192.0.2.33"'),
    ("scaleway_domain_record", 'dns_zone = "example.cn"\nname = "SUB"\ntype = "A"\ndata = "192.0.2.1"\nttl = 3600'),
    ("dnsimple_record", 'domain = "example.cn"\nname = "SUB"\ntype = "A"\nvalue = "192.0.2.1"'),
    ("dnsimple_zone_record", 'zone_name = "example.cn"\nname = "SUB"\ntype = "CNAME"\nvalue = "a.example.com"'),
    ("vultr_dns_record", 'domain = vultr_dns_domain.z.id\nname = "SUB"\ntype = "A"\ndata = vultr_instance.i.main_ip'),
    ("vultr_dns_domain", 'domain = "HOST"\nip = "192.0.2.7"'),
    ("digitalocean_domain", 'name = "HOST"\nip_address = "192.0.2.7"'),
    ("digitalocean_record", 'domain = digitalocean_domain.z.name\ntype = "CNAME"\nname = "SUB"\nvalue = "a.example.com."'),
    ("ovh_domain_zone_record", 'zone = "example.cn"\nsubdomain = "SUB"\nfieldtype = "CNAME"\nttl = 0\ntarget = "a.example.com."'),
    ("ovh_domain_zone_redirection", 'zone = "example.cn"\nsubdomain = "SUB"\ntype = "visible"\ntarget = "www.example.com"'),
    ("ns1_record", 'zone = "example.cn"\ndomain = "HOST"\ntype = "A"\nanswers {\nanswer = "192.0.2.1"\n}'),
    ("ns1_redirect", 'domain = "HOST"\npath = "/from/path"\ntarget = "https://www.example.com/to"'),
    ("akamai_dns_record", 'zone = "example.cn"\nname = "HOST"\nrecordtype = "CNAME"\nttl = 60\ntarget = ["a.edgekey.net."]'),
    ("gandi_livedns_record", 'zone = "example.cn"\nname = "SUB"\ntype = "A"\nttl = 300\nvalues = ["192.0.2.1"]'),
    ("namecheap_domain_records", 'domain = "example.cn"\nmode = "MERGE"\nrecord {\nhostname = "SUB"\ntype = "A"\naddress = "192.0.2.1"\n}'),
    ("godaddy_domain_record", 'domain = "example.cn"\nrecord {\nname = "SUB"\ntype = "A"\ndata = "192.0.2.1"\nttl = 600\n}'),
    ("google_dns_record_set", 'managed_zone = google_dns_managed_zone.z.name\nname = "SUB.${google_dns_managed_zone.z.dns_name}"\ntype = "A"\nttl = 300\nrrdatas = ["192.0.2.1"]'),
    ("azurerm_dns_a_record", 'zone_name = "example.cn"\nname = "SUB"\nttl = 300\nrecords = [azurerm_public_ip.p.ip_address]'),
    ("azurerm_dns_cname_record", 'zone_name = "example.cn"\nname = "SUB"\nttl = 300\ntarget_resource_id = azurerm_cdn_endpoint.e.id'),
    ("vercel_dns_record", 'domain = "example.cn"\nname = "SUB"\ntype = "A"\nttl = 60\nvalue = "76.76.21.21"'),
    ("linode_domain_record", 'domain_id = linode_domain.z.id\nname = "SUB"\nrecord_type = "CNAME"\ntarget = "a.example.com"'),
    ("netlify_dns_record", 'zone_id = netlify_dns_zone.z.id\nhostname = "HOST"\ntype = "CNAME"\nvalue = "a.netlify.app"'),
    ("volcengine_dns_record", 'zid = volcengine_dns_zone.z.id\nhost = "SUB"\ntype = "A"\nvalue = "192.0.2.1"'),
    ("baiducloud_dns_record", 'zone_name = "example.cn"\nrr = "SUB"\ntype = "A"\nvalue = "192.0.2.1"'),
    # CDN, hosting, balancers, gateways
    ("volcengine_cdn_domain", 'domain = "HOST"\nservice_type = "web"\ndomain_config = jsonencode({\nOriginProtocol = "https"\nOrigin = [{\nOriginAction = {\nOriginLines = [{\nAddress = "1.1.1.1"\nOriginHost = "origin.example.com"\n}]\n}\n}]\n})'),
    ("volcengine_alb_rule", 'listener_id = "lsn-1"\ndomain = "HOST"\nurl = "/"'),
    ("baiducloud_cdn_domain", 'domain = "HOST"\norigin {\nbackup = false\nhost = "origin.example.com"\npeer = "https://192.0.2.4:443"\n}\ndefault_host = "back.example.com"\nform = "image"'),
    ("tencentcloud_clb_listener_rule", 'listener_id = "lbl-1"\nclb_id = "lb-1"\ndomain = "HOST"\nurl = "/bar"'),
    ("tencentcloud_scf_custom_domain", 'domain = "HOST"\nprotocol = "HTTP"\nendpoints_config {\nnamespace = "default"\n}'),
    ("huaweicloud_apig_group", 'instance_id = "i"\nname = "g"\nurl_domains {\nname = "HOST"\n}'),
    ("huaweicloud_elb_l7policy", 'listener_id = "l"\nname = "p"\naction = "REDIRECT_TO_LISTENER"\nrules {\ntype = "HOST_NAME"\nvalue = "HOST"\n}'),
    ("scaleway_edge_services_dns_stage", 'pipeline_id = scaleway_edge_services_pipeline.p.id\nfqdns = ["HOST"]'),
    ("scaleway_container_domain", 'container_id = scaleway_container.c.id\nhostname = "HOST"'),
    ("scaleway_function_domain", 'function_id = scaleway_function.c.id\nhostname = "HOST"'),
    ("akamai_property", 'name = "www"\nproduct_id = "prd_Fresca"\nhostnames {\ncname_from = "HOST"\ncname_to = "www.example.com.edgekey.net"\ncert_provisioning_type = "DEFAULT"\n}'),
    ("fastly_service_vcl", 'name = "f"\ndomain {\nname = "HOST"\n}\nbackend {\naddress = "back.example.com"\nname = "b"\noverride_host = "back.example.com"\n}'),
    ("fastly_service_compute", 'name = "f"\ndomain {\nname = "HOST"\n}'),
    ("fastly_domain", 'fqdn = "HOST"\nservice_id = "s"'),
    ("bunny_pullzone_hostname", 'pullzone = bunny_pullzone.p.id\nname = "HOST"\nforce_ssl = true'),
    ("netlify_site_domain_settings", 'site_id = "s"\ncustom_domain = "HOST"\ndomain_aliases = []'),
    ("vercel_project_domain", 'project_id = vercel_project.p.id\ndomain = "HOST"'),
    ("vercel_alias", 'alias = "HOST"\ndeployment_id = vercel_deployment.d.id'),
    ("digitalocean_app", 'spec {\nname = "web"\nregion = "fra"\ndomain {\nname = "HOST"\ntype = "PRIMARY"\n}\nservice {\nname = "web"\ninstance_count = 1\n}\n}'),
    ("digitalocean_cdn", 'origin = "a.nyc3.digitaloceanspaces.com"\ncustom_domain = "HOST"'),
    ("cloudflare_spectrum_application", 'zone_id = "z"\nprotocol = "tcp/443"\ndns {\ntype = "CNAME"\nname = "HOST"\n}\norigin_direct = ["tcp://192.0.2.1:443"]'),
    ("cloudflare_tunnel_config", 'account_id = "a"\ntunnel_id = cloudflare_tunnel.t.id\nconfig {\ningress_rule {\nhostname = "HOST"\nservice = "http://localhost:8080"\n}\ningress_rule {\nservice = "http_status:404"\n}\n}'),
    ("cloudflare_pages_domain", 'account_id = "a"\nproject_name = "p"\ndomain = "HOST"'),
    ("cloudflare_workers_custom_domain", 'account_id = "a"\nhostname = "HOST"\nservice = "w"\nzone_id = "z"'),
    ("tencentcloud_api_gateway_custom_domain", 'service_id = "s"\nsub_domain = "HOST"\nprotocol = "http"\nnet_type = "OUTER"'),
    ("cloudflare_worker_domain", 'account_id = "a"\nhostname = "HOST"\nservice = "w"\nzone_id = "z"'),
    ("cloudflare_workers_route", 'zone_id = "z"\npattern = "HOST/*"\nscript_name = "w"'),
    ("cloudflare_fallback_domain_rule", 'zone_id = "z"\nhostnames = ["HOST"]'),
    ("google_compute_url_map", 'name = "m"\nhost_rule {\nhosts = ["HOST"]\npath_matcher = "p"\n}'),
    ("google_cloud_run_domain_mapping", 'location = "asia-east1"\nname = "HOST"\nmetadata {\nnamespace = "p"\n}\nspec {\nroute_name = "r"\n}'),
    ("google_app_engine_domain_mapping", 'domain_name = "HOST"\nssl_settings {\nssl_management_type = "AUTOMATIC"\n}'),
    ("google_firebase_hosting_custom_domain", 'project = "p"\nsite_id = "s"\ncustom_domain = "HOST"\nwait_dns_verification = false'),
    ("azurerm_application_gateway", 'name = "agw"\nhttp_listener {\nname = "l"\nfrontend_port_name = "p"\nprotocol = "Http"\nhost_name = "HOST"\n}\nbackend_address_pool {\nname = "b"\nfqdns = ["back.example.com"]\n}\nbackend_http_settings {\nname = "s"\nhost_name = "back.example.com"\n}\nprobe {\nname = "p"\nhost = "probe.example.com"\n}'),
    ("azurerm_cdn_endpoint_custom_domain", 'name = "d"\ncdn_endpoint_id = azurerm_cdn_endpoint.e.id\nhost_name = "HOST"'),
    ("azurerm_cdn_frontdoor_custom_domain", 'name = "d"\nhost_name = "HOST"\ntls {\ncertificate_type = "ManagedCertificate"\n}'),
    ("azurerm_container_app_custom_domain", 'name = "HOST"\ncontainer_app_id = azurerm_container_app.a.id'),
    ("azurerm_frontdoor", 'name = "f"\nfrontend_endpoint {\nname = "e"\nhost_name = "HOST"\n}\nbackend_pool {\nname = "b"\nbackend {\nhost_header = "back.example.com"\naddress = "back.example.com"\n}\n}'),
    ("auth0_custom_domain", 'domain = "HOST"\ntype = "auth0_managed_certs"'),
    ("openstack_lb_l7rule_v2", 'l7policy_id = "p"\ntype = "HOST_NAME"\ncompare_type = "EQUAL_TO"\nvalue = "HOST"'),
    ("yandex_cdn_resource", 'cname = "HOST"\norigin_protocol = "https"'),
    ("heroku_domain", 'app_id = "a"\nhostname = "HOST"'),
    ("tencentcloud_teo_acceleration_domain", 'zone_id = "z"\ndomain_name = "HOST"\norigin_info {\norigin = "192.0.2.1"\n}'),
    ("volcengine_waf_domain", 'domain = "HOST"\naccess_mode = 10'),
    ("nomad_job", 'jobspec = <<E\njob "w" { group "g" { service { tags = ["traefik.http.routers.w.rule=Host(`HOST`)"] } } }\nE'),
    ("azurerm_api_management_custom_domain", 'api_management_id = "a"\ngateway {\nhost_name = "HOST"\n}'),
    # Clusters
    ("kubernetes_ingress_v1", 'metadata {\nname = "i"\nannotations = {\n"cert-manager.io/cluster-issuer" = "letsencrypt"\n}\n}\nspec {\nrule {\nhost = "HOST"\nhttp {\npath {\npath = "/"\nbackend {\nservice {\nname = "web"\n}\n}\n}\n}\n}\n}'),
    ("kubernetes_service_v1", 'metadata {\nannotations = {\n"external-dns.alpha.kubernetes.io/hostname" = "HOST"\n}\n}\nspec {\ntype = "LoadBalancer"\n}'),
    ("helm_release", 'name = "argocd"\nset {\nname = "server.ingress.hosts[0]"\nvalue = "HOST"\n}'),
    ("helm_release", 'name = "grafana"\nset = [{\nname = "ingress.hosts"\nvalue = "{HOST}"\n}]'),
    ("helm_release", 'name = "app"\nvalues = [<<E\nexternalDatabase:\n  host: db.example.com\ningress:\n  host: HOST\nE\n]'),
    ("helm_release", 'name = "x"\nset {\nname = "global.domain"\nvalue = "HOST"\n}'),
)  # fmt: skip

SILENT: Final = (
    ("hcloud_rdns", 'server_id = hcloud_server.s.id\nip_address = "192.0.2.1"\ndns_ptr = "HOST"'),
    ("hcloud_managed_certificate", 'name = "c"\ndomain_names = ["HOST"]'),
    ("hcloud_load_balancer_service", 'load_balancer_id = "1"\nprotocol = "http"\nhealth_check {\nprotocol = "http"\nhttp {\ndomain = "HOST"\npath = "/"\n}\n}'),
    ("hcloud_server", 'name = "HOST"\nimage = "debian-12"\nserver_type = "cx22"'),
    ("scaleway_instance_ip_reverse_dns", 'ip_id = scaleway_instance_ip.i.id\nreverse = "HOST"'),
    ("linode_rdns", 'address = "192.0.2.1"\nrdns = "HOST"'),
    ("linode_domain", 'type = "master"\ndomain = "HOST"\nsoa_email = "a@example.com"'),
    ("vultr_reverse_ipv4", 'instance_id = "i"\nip = "192.0.2.1"\nreverse = "HOST"'),
    ("vultr_instance", 'plan = "vc2-1c-1gb"\nregion = "sea"\nhostname = "HOST"'),
    ("ovh_ip_reverse", 'ip = "192.0.2.0/24"\nip_reverse = "192.0.2.1"\nreverse = "HOST."'),
    ("fastly_tls_subscription", 'domains = ["HOST"]\ncertificate_authority = "lets-encrypt"'),
    ("ns1_redirect_certificate", 'domain = "HOST"'),
    ("ns1_zone", 'zone = "HOST"'),
    ("dnsimple_email_forward", 'domain = "HOST"\nalias_name = "(.*)"\ndestination_email = "a@example.org"'),
    ("dnsimple_registered_domain", 'name = "HOST"\ncontact_id = 1\nauto_renew_enabled = true'),
    ("dnsimple_domain", 'name = "HOST"'),
    ("dnsimple_ds_record", 'domain = "HOST"\nalgorithm = "8"\ndigest = "aa"\ndigest_type = "2"'),
    ("dnsimple_domain_delegation", 'domain = "HOST"\nname_servers = ["ns1.dnsimple.com"]'),
    ("gandi_domain", 'name = "HOST"\nowner {\ncountry = "FR"\n}'),
    ("gandi_nameservers", 'domain = "HOST"\nnameservers = ["ns1.example.com"]'),
    ("gandi_email_forwarding", 'source = "a@HOST"\ndestinations = ["a@example.com"]'),
    ("gandi_glue_record", 'zone = "HOST"\nname = "ns1"\nips = ["192.0.2.1"]'),
    ("gandi_dnssec_key", 'domain = "HOST"\nalgorithm = 13\ntype = "ksk"\npublic_key = "k"'),
    ("godaddy_domain_nameservers", 'domain = "HOST"\nnameservers = ["ns1.example.com"]'),
    ("digitalocean_record", 'domain = "example.cn"\ntype = "TXT"\nname = "SUB"\nvalue = "v=spf1"'),
    ("digitalocean_droplet", 'name = "HOST"\nimage = "ubuntu-22-04-x64"\nsize = "s-1vcpu-1gb"'),
    ("digitalocean_certificate", 'name = "c"\ntype = "lets_encrypt"\ndomains = ["HOST"]'),
    ("digitalocean_uptime_check", 'name = "u"\ntarget = "https://HOST"'),
    ("cloudflare_certificate_pack", 'zone_id = "z"\ntype = "advanced"\nhosts = ["HOST"]'),
    ("cloudflare_origin_ca_certificate", 'csr = "c"\nhostnames = ["HOST"]'),
    ("cloudflare_healthcheck", 'zone_id = "z"\nname = "h"\naddress = "HOST"'),
    ("cloudflare_turnstile_widget", 'account_id = "a"\nname = "t"\ndomains = ["HOST"]'),
    ("cloudflare_page_rule", 'zone_id = "z"\ntarget = "HOST/static/*"\npriority = 1\nactions {\ncache_level = "bypass"\n}'),
    ("cloudflare_email_routing_rule", 'zone_id = "z"\nname = "r"\nmatcher {\ntype = "literal"\nfield = "to"\nvalue = "a@HOST"\n}'),
    ("cloudflare_zone_dnssec", 'zone_id = "HOST"'),
    ("cloudflare_zero_trust_access_application", 'zone_id = "z"\nname = "a"\ndomain = "HOST"\ntype = "self_hosted"'),
    ("cloudflare_access_application", 'zone_id = "z"\nname = "a"\ndomain = "HOST"'),
    ("google_compute_managed_ssl_certificate", 'name = "c"\nmanaged {\ndomains = ["HOST"]\n}'),
    ("google_certificate_manager_certificate", 'name = "c"\nmanaged {\ndomains = ["HOST"]\n}'),
    ("google_dns_managed_zone", 'name = "z"\ndns_name = "HOST."'),
    ("google_dns_record_set", 'managed_zone = google_dns_managed_zone.private.name\nname = "HOST."\ntype = "A"\nttl = 300\nrrdatas = ["199.36.153.4"]'),
    ("google_monitoring_uptime_check_config", 'display_name = "u"\nmonitored_resource {\ntype = "uptime_url"\nlabels = {\nhost = "HOST"\n}\n}'),
    ("google_clouddomains_registration", 'domain_name = "HOST"\nlocation = "global"'),
    ("google_identity_platform_config", 'authorized_domains = ["HOST"]'),
    ("google_site_verification_web_resource", 'site {\ntype = "INET_DOMAIN"\nidentifier = "HOST"\n}'),
    ("azurerm_private_dns_a_record", 'zone_name = "example.cn"\nname = "SUB"\nttl = 300\nrecords = ["10.0.0.1"]'),
    ("azurerm_dns_zone", 'name = "HOST"\nresource_group_name = "g"'),
    ("azurerm_dns_mx_record", 'zone_name = "example.cn"\nname = "SUB"\nttl = 300\nrecord {\npreference = 10\nexchange = "mail.example.com"\n}'),
    ("azurerm_key_vault_certificate", 'name = "c"\ncertificate_policy {\nx509_certificate_properties {\nsubject = "CN=HOST"\nsubject_alternative_names {\ndns_names = ["HOST"]\n}\n}\n}'),
    ("azurerm_active_directory_domain_service", 'name = "a"\ndomain_name = "HOST"\nsku = "Enterprise"'),
    ("azurerm_app_service_domain", 'name = "HOST"'),
    ("azuread_domain", 'domain_name = "HOST"'),
    ("tencentcloud_ses_domain", 'email_identity = "HOST"'),
    ("tencentcloud_ssl_certificate", 'name = "c"\ntype = "SVR"\ndomain = "HOST"'),
    ("tencentcloud_private_dns_record", 'zone_id = "z"\nrecord_type = "A"\nrecord_value = "10.0.0.1"\nsub_domain = "SUB"'),
    ("tencentcloud_dnspod_domain_instance", 'domain = "HOST"\nis_mark = "no"'),
    ("tencentcloud_domain_registration", 'domain = "HOST"\nperiod = 1'),
    ("huaweicloud_ssl_certificate", 'domain = "HOST"'),
    ("huaweicloud_dns_ptrrecord", 'name = "HOST"\nfloatingip_id = "f"'),
    ("huaweicloud_ccm_certificate", 'domain = "HOST"\ncert_brand = "GEOTRUST"'),
    ("volcengine_certificate_center_certificate", 'domain = "HOST"'),
    ("volcengine_private_zone_record", 'zid = "1"\nhost = "SUB"\ntype = "A"\nvalue = "10.0.0.1"'),
    ("akamai_cps_dv_enrollment", 'common_name = "HOST"\nsans = ["HOST"]'),
    ("akamai_edge_hostname", 'product_id = "prd_SPM"\nip_behavior = "IPV4"\nedge_hostname = "www.example.com.edgekey.net"'),
    ("akamai_dns_zone", 'contract = "c"\nzone = "HOST"\ntype = "primary"'),
    ("akamai_appsec_match_target", 'config_id = 1\nmatch_target = jsonencode({\nhostnames = ["HOST"]\n})'),
    ("kubernetes_service", 'metadata {\nname = "web"\n}\nspec {\nselector = {\napp = "web"\n}\ntype = "ClusterIP"\nport {\nport = 80\n}\n}'),
    ("kubernetes_ingress_v1", 'spec {\nrule {\nhost = "dashboard.acheron.local"\n}\n}'),
    ("kubernetes_deployment", 'spec {\ntemplate {\nspec {\ncontainer {\nname = "c"\nenv {\nname = "HOST_NAME"\nvalue = "HOST"\n}\n}\n}\n}\n}'),
    ("helm_release", 'name = "db"\nset {\nname = "externalDatabase.host"\nvalue = "HOST"\n}'),
    ("helm_release", 'name = "app"\nvalues = [<<E\nexternalDatabase:\n  host: HOST\n  port: 5432\nreplicas: 2\nE\n]'),
    ("helm_release", 'name = "kong"\nset {\nname = "image.repository"\nvalue = "HOST"\n}'),
    ("helm_release", 'name = "cert-manager"\nrepository = "https://charts.jetstack.io"\nchart = "cert-manager"'),
    ("kubernetes_manifest", 'manifest = {\napiVersion = "cert-manager.io/v1"\nkind = "Certificate"\nspec = {\ndnsNames = ["HOST"]\n}\n}'),
    ("sendgrid_domain_authentication", 'domain = "HOST"'),
    ("mailgun_domain", 'name = "HOST"\nregion = "us"'),
    ("pingdom_check", 'host = "HOST"\ntype = "http"'),
    ("vsphere_virtual_machine", 'clone {\ncustomize {\nlinux_options {\nhost_name = "web"\ndomain = "HOST"\n}\n}\n}'),
    ("scaleway_tem_domain", 'name = "HOST"\naccept_tos = true'),
    ("ovh_email_domain_account", 'domain = "HOST"'),
    ("ovh_domain_name", 'domain_name = "HOST"'),
    ("namecheap_domain_dns", 'domain = "HOST"\nnameservers = ["ns1.example.com"]'),
    ("gandi_livedns_domain", 'name = "HOST"'),
    ("google_dns_response_policy_rule", 'dns_name = "HOST."'),
    ("tencentcloud_dnspod_domain_alias", 'domain = "HOST"\ndomain_alias = "a.HOST"'),
    ("googleworkspace_domain", 'domain_name = "HOST"'),
    ("github_repository", 'name = "HOST"\nhomepage_url = "https://HOST"'),
    ("statuspage_component", 'name = "HOST"'),
    ("aws_route53domains_registered_domain", 'domain_name = "HOST"'),
)  # fmt: skip

ZONES: Final = """
resource "bunny_dns_zone" "z" {
  domain = "example.cn"
}
resource "vultr_dns_domain" "z" {
  domain = "example.cn"
}
resource "digitalocean_domain" "z" {
  name = "example.cn"
}
resource "linode_domain" "z" {
  domain = "example.cn"
}
resource "netlify_dns_zone" "z" {
  name = "example.cn"
}
resource "volcengine_dns_zone" "z" {
  zone_name = "example.cn"
}
resource "google_dns_managed_zone" "z" {
  name     = "zone"
  dns_name = "example.cn."
}
resource "google_dns_managed_zone" "private" {
  name       = "inside"
  dns_name   = "example.cn."
  visibility = "private"
}
"""


def said(body: str, label: str) -> str:
    """Return the arguments of a resource with a name of its own: HOST is the whole name, SUB its first label."""
    return re.sub(r"\bSUB\b", label, re.sub(r"\bHOST\b", f"{label}.example.cn", body))


def test_other_clouds_are_doubt_where_they_name_a_website_and_silent_elsewhere() -> None:
    """One run over them all; each has a name of its own."""
    site, expected = ZONES, set()
    for at, (kind, body) in enumerate((*DOUBT, *SILENT)):
        label = f"n{at}"
        site += f'resource "{kind}" "{label}" {{\n{said(body, label)}\n}}\n'
        if at < len(DOUBT):
            expected.add(f"{label}.example.cn")
    found = {name for name, word in judged(site).of("ICP101").items() if word == "cannot-tell"}
    kinds = {f"n{at}": kind for at, (kind, _) in enumerate((*DOUBT, *SILENT))}
    missing = {name: kinds[name.split(".")[0]] for name in expected - found}
    beyond = {name: kinds.get(name.split(".")[0]) for name in found - expected}
    assert missing == {}
    assert beyond == {}
