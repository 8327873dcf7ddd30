"""Types that nobody has met: what may name or serve a website is doubt, by name where the name is written."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, Final

import pytest

from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.registry import registry
from icplint.resources.hostnames import holds_names, hosted
from icplint.resources.neutral import neutral
from icplint.resources.unmet_records import records
from icplint.terraform.evaluation.scope import Scope
from icplint.terraform.instances import blocks
from icplint.terraform.instances.blocks import evaluate_block
from icplint.terraform.syntax.tree import Body
from icplint.terraform.values.value import Value
from icplint.testing import icplint, judged, state

SCHEMA: Final = Path(__file__).parents[3] / "shared" / "reference" / "alicloud-schema.json.gz"
IN: Final = 'provider "alicloud" {\n  region = "%s"\n}\nresource "alicloud_eip_address" "web" {\n}\n'
HERE: Final = IN % "cn-hangzhou"
IP: Final = "alicloud_eip_address.web.ip_address"


def resource(kind: str, body: str) -> str:
    """Return a block of a resource named x."""
    return f'resource "{kind}" "x" {{\n{body}\n}}\n'


def doubts(site: str) -> set[str]:
    """Return what is cannot tell, and make sure that nothing else is said of anything."""
    found = judged(site).of("ICP101")
    assert set(found.values()) <= {"cannot-tell"}
    return set(found)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        # Argument names: each provider's documentation of the resource.
        ("godaddy_domain_record", f'domain = "example.cn"\nrecord {{\nname = "www"\ntype = "A"\ndata = {IP}\n}}'),
        ("digitalocean_record", f'domain = "example.cn"\ntype = "A"\nname = "www"\nvalue = {IP}'),
        ("powerdns_record", f'zone = "example.cn."\nname = "www.example.cn."\ntype = "A"\nrecords = [{IP}]'),
        ("hetznerdns_record", f'zone_id = hetznerdns_zone.z.id\nname = "www"\ntype = "A"\nvalue = {IP}'),
        ("dnsimple_zone_record", f'zone_name = "example.cn"\nname = "www"\ntype = "A"\nvalue = {IP}'),
        ("linode_domain_record", f'domain_id = linode_domain.d.id\nname = "www"\nrecord_type = "A"\ntarget = {IP}'),
        ("ovh_domain_zone_record", f'zone = "example.cn"\nsubdomain = "www"\nfieldtype = "A"\ntarget = {IP}'),
        ("gandi_livedns_record", f'zone = "example.cn"\nname = "www"\ntype = "A"\nvalues = [{IP}]'),
        ("ns1_record", f'zone = "example.cn"\ndomain = "www.example.cn"\ntype = "A"\nanswers {{\nanswer = {IP}\n}}'),
        ("dns_a_record_set", f'zone = "example.cn."\nname = "www"\naddresses = [{IP}]'),
        ("volcengine_dns_record", f'zid = volcengine_dns_zone.z.id\nhost = "www"\ntype = "A"\nvalue = {IP}'),
        ("baiducloud_dns_record", f'zone_name = "example.cn"\nrr = "www"\ntype = "A"\nvalue = {IP}'),
        ("akamai_dns_record", f'zone = "example.cn"\nname = "www.example.cn"\nrecordtype = "A"\ntarget = [{IP}]'),
        ("desec_rrset", f'domain = "example.cn"\nsubname = "www"\ntype = "A"\nrecords = [{IP}]'),
        ("scaleway_domain_record", f'dns_zone = "example.cn"\nname = "www"\ntype = "A"\ndata = {IP}'),
        (
            "netlify_dns_record",
            f'zone_id = netlify_dns_zone.z.id\nhostname = "www.example.cn"\ntype = "A"\nvalue = {IP}',
        ),
        (
            "namecheap_domain_records",
            f'domain = "example.cn"\nrecord {{\nhostname = "www"\ntype = "A"\naddress = {IP}\n}}',
        ),
        (
            "oci_dns_rrset",
            f'zone_name_or_id = "example.cn"\ndomain = "www.example.cn"\nrtype = "A"\nitems {{\nrdata = {IP}\n}}',
        ),
    ],
)
def test_a_record_of_a_provider_that_nobody_knows_is_followed_and_doubtful(kind: str, body: str) -> None:
    if kind in registry().table:
        pytest.skip(f"icplint knows {kind} by now")
    zones = (
        'resource "hetznerdns_zone" "z" {\nname = "example.cn"\n}\nresource "linode_domain" "d" {\ndomain = "example.cn"\n}\n'
        'resource "volcengine_dns_zone" "z" {\nzone_name = "example.cn"\n}\n'
        'resource "netlify_dns_zone" "z" {\nname = "example.cn"\n}\n'
    )
    site = HERE + zones + resource(kind, body)
    assert doubts(site) == {"www.example.cn"}
    why = " ".join(judged(site).why("ICP101", "www.example.cn"))
    assert "alicloud_eip_address.web is in cn-hangzhou" in why
    assert f"icplint does not know {kind} yet" in why


def test_a_record_that_leads_abroad_is_doubt_too_as_nobody_knows_its_type() -> None:
    body = f'domain = "example.cn"\ntype = "A"\nname = "www"\nvalue = {IP}'
    assert doubts(IN % "ap-southeast-1" + resource("unheard_dns_record", body)) == {"www.example.cn"}


@pytest.mark.parametrize("word", ["TXT", "MX", "NS", "CAA", "SRV"])
def test_a_record_that_leads_no_visitor_anywhere_is_no_doubt(word: str) -> None:
    body = f'domain = "example.cn"\ntype = "{word}"\nname = "www"\nvalue = "mail.example.com"'
    assert doubts(resource("unheard_dns_record", body)) == set()


def test_a_record_in_a_zone_that_nobody_names_is_doubt_about_the_resource() -> None:
    body = f'domain_id = "123"\nsub_domain = "pod"\nrecord_type = "A"\nvalue = {IP}'
    assert doubts(HERE + resource("dnspod_record", body)) == {"dnspod_record.x"}


INGRESS: Final = """apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web
spec:
  tls:
    - hosts:
        - www.example.cn
  rules:
    - host: "www.example.cn"
"""
CONFIG_MAP: Final = "apiVersion: v1\nkind: ConfigMap\ndata:\n  host: www.example.cn\n"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("volcengine_cdn_domain", 'domain = "www.example.cn"'),
        ("baiducloud_cdn_domain", 'domain = "www.example.cn"\norigin {\npeer = "198.51.100.7"\n}'),
        ("tencentcloud_waf_saas_domain", 'domain = "www.example.cn"'),
        ("huaweicloud_apig_group", 'name = "g"\nurl_domains {\nname = "www.example.cn"\n}'),
        ("huaweicloud_waf_domain", 'domain = "www.example.cn"\nserver {\naddress = "198.51.100.7"\n}'),
        ("cloudflare_custom_hostname", 'zone_id = "1"\nhostname = "www.example.cn"'),
        ("azurerm_cdn_frontdoor_custom_domain", 'host_name = "www.example.cn"'),
        ("azurerm_app_service_custom_hostname_binding", 'hostname = "www.example.cn"'),
        ("google_cloud_run_domain_mapping", 'name = "www.example.cn"\nspec {\nroute_name = "r"\n}'),
        ("huaweicloud_live_domain", 'name = "www.example.cn"\ntype = "pull"'),
        ("huaweicloud_waf_dedicated_domain", 'domain = "www.example.cn"\nserver {\naddress = "192.168.1.100"\n}'),
        (
            "tencentcloud_teo_alias_domain",
            'zone_id = "zone-1"\nalias_name = "www.example.cn"\ntarget_name = "a.example.com"',
        ),
        ("volcengine_alb_rule", 'listener_id = "lsn-1"\ndomain = "www.example.cn"\nurl = "/test"'),
        ("cloudflare_workers_route", 'zone_id = "1"\npattern = "www.example.cn/*"'),
        (
            "azurerm_static_site_custom_domain",
            'static_site_id = "s"\ndomain_name = "www.example.cn"\nvalidation_type = "t"',
        ),
        ("google_compute_url_map", 'host_rule {\nhosts = ["www.example.cn"]\n}'),
        ("vercel_project_domain", 'domain = "www.example.cn"'),
        ("fastly_service_vcl", 'domain {\nname = "www.example.cn"\n}'),
        ("qiniu_cdn_domain", 'custom_domains = ["www.example.cn"]'),
        ("kubernetes_ingress_v1", 'spec {\nrule {\nhost = "www.example.cn"\n}\n}'),
        ("kubernetes_ingress_v1", 'spec {\ntls {\nhosts = ["www.example.cn"]\n}\n}'),
        (
            "kubernetes_service_v1",
            'metadata {\nannotations = {\n"external-dns.alpha.kubernetes.io/hostname" = "www.example.cn,"\n}\n}',
        ),
        (
            "kubernetes_manifest",
            (
                'manifest = {\napiVersion = "gateway.networking.k8s.io/v1"\nkind = "HTTPRoute"\n'
                'spec = {\nhostnames = ["www.example.cn"]\n}\n}'
            ),
        ),
        (
            "kubernetes_manifest",
            (
                'manifest = {\napiVersion = "networking.istio.io/v1"\nkind = "Gateway"\n'
                'spec = {\nservers = [{\nhosts = ["www.example.cn"]\n}]\n}\n}'
            ),
        ),
        ("kubectl_manifest", f"yaml_body = <<E\n{INGRESS}E"),
        ("kubectl_manifest", f"yaml_body = <<E\n{CONFIG_MAP}---\n{INGRESS}E"),
        ("helm_release", "values = [<<E\ningress:\n  enabled: true\n  hosts:\n    - host: www.example.cn # here\nE\n]"),
        ("helm_release", 'values = [yamlencode({\ningress = {\nhostname = "www.example.cn"\n}\n})]'),
        ("helm_release", 'set {\nname = "ingress.hosts[0].host"\nvalue = "www.example.cn"\n}'),
        ("docker_container", 'labels {\nlabel = "traefik.http.routers.w.rule"\nvalue = "Host(`www.example.cn`)"\n}'),
    ],
)
def test_a_host_name_under_an_argument_that_holds_them_is_doubt_about_it(kind: str, body: str) -> None:
    assert doubts(resource(kind, body)) == {"www.example.cn"}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("tencentcloud_ssl_certificate", 'domain = "www.example.cn"'),
        ("uptimerobot_monitor", 'domain = "www.example.cn"'),
        ("cloudflare_zone", 'zone = "example.cn"'),
        ("tencentcloud_dnspod_domain", 'domain = "example.cn"'),
        ("kubernetes_config_map", 'data = {\nhost = "www.example.cn"\n}'),
        ("kubectl_manifest", f"yaml_body = <<E\n{CONFIG_MAP}E"),
        ("null_resource", f'triggers = {{\nhost = "www.example.cn"\nip = {IP}\n}}'),
        ("huaweicloud_rds_instance", 'host = "db.example.cn"'),
        ("volcengine_ecs_instance", 'host_name = "web-1"'),
        ("acme_certificate", 'common_name = "www.example.cn"\nsubject_alternative_names = ["example.cn"]'),
        ("volcengine_security_group_rule", f'cidr_ip = "${{{IP}}}/32"'),
        ("mongodbatlas_project_ip_access_list", f"allowed_ips = [{IP}]"),
    ],
)
def test_what_names_no_website_is_no_doubt(kind: str, body: str) -> None:
    assert doubts(HERE + resource(kind, body)) == set()


@pytest.mark.parametrize("kind", ["kubectl_file_documents", "kubectl_path_documents", "helm_template"])
def test_a_data_source_that_makes_manifests_is_doubt_about_the_names_in_them(kind: str) -> None:
    document = f'data "{kind}" "d" {{\n%s = <<E\n%sE\n}}\n'
    applied = resource("kubectl_manifest", f"for_each = data.{kind}.d.manifests\nyaml_body = each.value")
    assert doubts(document % ("content", INGRESS) + applied) == {"www.example.cn"}
    said = judged(document % ("content", CONFIG_MAP) + applied)
    assert said.of("ICP101") == {}
    assert [one["type"] for one in said.report["unknown_types"]] == ["kubectl_manifest"]


def test_a_name_that_is_not_known_is_doubt_about_the_resource() -> None:
    site = 'variable "domain" {\n}\n' + resource("volcengine_cdn_domain", "domain = var.domain")
    assert doubts(site) == {"volcengine_cdn_domain.x"}
    assert any("--var domain" in text for text in judged(site).settle("ICP101", "volcengine_cdn_domain.x"))


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("helm_release", f'set {{\nname = "controller.service.loadBalancerIP"\nvalue = {IP}\n}}'),
        ("kubernetes_service", f"spec {{\nload_balancer_ip = {IP}\n}}"),
        (
            "kubernetes_service",
            (
                'metadata {\nannotations = {\n"service.beta.kubernetes.io/alibaba-cloud-loadbalancer-id" = '
                "alicloud_slb_load_balancer.b.id\n}\n}"
            ),
        ),
        ("bunny_pullzone", f'origin {{\nurl = "http://${{{IP}}}"\n}}'),
    ],
)
def test_what_leads_to_a_served_thing_is_doubt_about_itself(kind: str, body: str) -> None:
    balancer = 'resource "alicloud_slb_load_balancer" "b" {\naddress_type = "internet"\n}\n'
    assert doubts(HERE + balancer + resource(kind, body)) == {f"{kind}.x"}


def test_in_a_state_the_address_itself_leads_there() -> None:
    document = state(
        ("alicloud_eip_address.web", {"id": "eip-1", "ip_address": "47.96.1.2"}),
        ("bunny_pullzone.x", {"origin": [{"url": "47.96.1.2"}]}),
        ("bunny_pullzone.y", {"origin": [{"url": "47.96.1.3"}]}),
        provider="aliyun/alicloud",
    )
    assert judged(document).of("ICP101") == {"bunny_pullzone.x": "cannot-tell"}


def test_where_the_records_of_a_name_lead_elsewhere_no_visitor_is_led_to_what_nobody_knows() -> None:
    record = (
        'resource "alicloud_alidns_record" "r" {\ndomain_name = "example.cn"\nrr = "www"\ntype = "A"\n'
        f"value = {IP}\n}}\n"
    )
    cdn = resource("volcengine_cdn_domain", 'domain = "www.example.cn"')
    assert judged(IN % "ap-southeast-1" + record + cdn).of("ICP101") == {"www.example.cn": "compliant"}
    there = record.replace(f"value = {IP}", "value = volcengine_cdn_domain.x.cname").replace('"A"', '"CNAME"')
    assert doubts(IN % "ap-southeast-1" + there + cdn) == {"www.example.cn"}


def test_names_that_lead_in_a_circle_end() -> None:
    one = resource("unheard_dns_record", 'domain = "example.cn"\ntype = "CNAME"\nname = "a"\nvalue = "b.example.cn."')
    two = one.replace('"x"', '"y"').replace('"a"', '"c"').replace('"b.', '"a.').replace('"c"', '"b"')
    assert doubts(one + two) == {"a.example.cn", "b.example.cn"}


def everything(block: dict[str, Any]) -> dict[str, Any]:
    """Return each argument of a block of the schema as a host name, however deep."""

    def value(kind: Any) -> Any:
        match kind:
            case ["list" | "set", inner]:
                return [value(inner)]
            case ["object", inner]:
                return {name: value(each) for name, each in inner.items()}
            case _:
                return "www.example.cn"

    written = {n: a for n, a in block.get("attributes", {}).items() if a.get("optional") or a.get("required")}
    found = {name: value(attribute["type"]) for name, attribute in written.items()}
    return found | {name: [everything(inner["block"])] for name, inner in block.get("block_types", {}).items()}


DOUBTFUL: Final = {
    "alicloud_live_caster",  # plays under a name
    "alicloud_service_mesh_service_mesh",  # serves its dashboard under one
    "alicloud_video_surveillance_system_group",  # plays and pushes under names
}


@pytest.mark.skipif(not SCHEMA.is_file(), reason="the provider's schema is not beside the checkout")
def test_of_the_schema_of_alicloud_each_type_has_a_row_a_reason_or_a_doubt() -> None:
    """Every argument of every type is a host name: what is left without a row is told apart, or is doubt."""
    schema, table = json.loads(gzip.decompress(SCHEMA.read_bytes())), registry().table
    left = [key.removeprefix("resource/") for key in schema if key.startswith("resource/")]
    left = [kind for kind in left if kind not in table and neutral(kind) is None]
    doubtful = set()
    for kind in left:
        values = everything(schema[f"resource/{kind}"]["block"])
        one = Resource(kind=kind, address=f"{kind}.x", values=values, origin=Origin())
        if list(records(one)) or list(hosted(values)):
            doubtful.add(kind)
    assert len(left) > 300
    assert doubtful == DOUBTFUL


@pytest.mark.parametrize(
    "argument",
    [
        "domain",
        "domain_name",
        "domains",
        "domain_names",
        "host",
        "hosts",
        "hostname",
        "hostnames",
        "host_name",
        "cname",
        "fqdn",
        "aliases",
        "url_domains",
        "custom_domain",
        "custom_domain_name",
        "customDomains",
        "alternate_domain_names",
        "server_names",
        "virtual_hosts",
        "dnsNames",
        "external-dns.alpha.kubernetes.io/hostname",
        "play_domain",
    ],
)
def test_arguments_by_which_providers_call_host_names(argument: str) -> None:
    assert holds_names(argument)


@pytest.mark.parametrize(
    "argument",
    [
        "origin_domain",
        "backend_host_name",
        "db_host",
        "domain_id",
        "update_domain",
        "fault_domain",
        "health_check_host",
        "host_group",
        "name",
        "source_host",
        "search_domain",
        "kms_alias_id",
        "cookie_domain",
        "domain_group_name",
        "redirect_host",
        "dedicated_host_id",
    ],
)
def test_arguments_that_are_called_alike_and_hold_others(argument: str) -> None:
    assert not holds_names(argument)


@pytest.mark.parametrize("kind", ["tencentcloud_ssl_certificate", "random_id", "kubernetes_secret", "cloudflare_zone"])
def test_why_a_type_does_not_matter_is_said_in_both_languages(kind: str) -> None:
    reason = neutral(kind)
    assert reason is not None
    assert reason.en
    assert reason.zh != reason.en


QUIET: Final = resource("volcengine_clb", 'type = "public"')


def report(tmp_path: Path, site: str, *options: str) -> str:
    """Return what a check of a configuration prints."""
    (tmp_path / "main.tf").write_text(site, encoding="utf-8")
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    return icplint("check", tmp_path, "--filings", tmp_path / "filings.toml", "--isolated", *options).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--lang", "en"), "nothing that was read is known to name or serve a public website"),
        (("--lang", "zh"), "以下资源类型 icplint 暂不支持"),
        (("--lang", "en", "--format", "markdown"), r"Nothing that was read is known to name or serve a public website"),
    ],
)
def test_nothing_to_judge_is_never_said_where_a_type_is_not_known(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    printed = report(tmp_path, QUIET, *options)
    assert said in printed
    assert "volcengine" in printed
    assert "names or serves a public website" not in printed


def test_the_types_that_are_not_known_are_listed(tmp_path: Path) -> None:
    site = (
        HERE + QUIET + QUIET.replace('"x"', '"y"') + resource("tencentcloud_ssl_certificate", 'domain = "a.example.cn"')
    )
    assert json.loads(report(tmp_path, site, "--format", "json"))["unknown_types"] == [
        {"type": "volcengine_clb", "count": 2}
    ]
    named = resource("volcengine_cdn_domain", 'domain = "www.example.cn"')
    printed = report(tmp_path, site + named, "--lang", "en")
    assert "judged only the names and addresses in them: volcengine_cdn_domain, volcengine_clb (2)" in printed


def test_where_all_types_are_known_there_was_nothing_to_judge(tmp_path: Path) -> None:
    site = HERE + resource("alicloud_vpc", 'vpc_name = "v"') + resource("random_id", "byte_length = 2")
    assert "names or serves a public website" in report(tmp_path, site, "--lang", "en")


PLAIN: Final = """resource "%s" "r%d" {
  name          = "r-${var.env}-%d"
  instance_type = local.size
  subnet_id     = volcengine_subnet.s.id
  zones         = [for zone in ["a", "b"] : upper(zone)]
  disk {
    size = 40
    type = join("-", ["ssd", var.env])
  }
}
"""


def evaluations(site: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many arguments of resources a run evaluates."""
    done = 0

    def counted(body: Body, name: str, scope: Scope, made: Any = None) -> Value:
        nonlocal done
        done += 1
        return evaluate_block(body, name, scope, made)

    with monkeypatch.context() as patch:
        patch.setattr(blocks, "evaluate_block", counted)
        judged(site)
    return done


def test_what_a_type_without_a_row_says_in_bare_words_is_not_evaluated(monkeypatch: pytest.MonkeyPatch) -> None:
    site = HERE + 'variable "env" {\n  default = "prod"\n}\nlocals {\n  size = "s-${var.env}"\n}\n'
    site += resource("volcengine_subnet", 'cidr = "10.0.0.0/24"').replace('"x"', '"s"')
    plain = "".join(PLAIN % ("volcengine_ecs_instance", at, at) for at in range(50))
    named = resource("volcengine_cdn_domain", 'domain = "www.${local.size}.example.cn"')
    before = evaluations(site, monkeypatch)
    assert evaluations(site + plain, monkeypatch) == before
    assert evaluations(site + plain + named, monkeypatch) == before + 1


@pytest.mark.parametrize(
    "value",
    [
        '"47.96.1.2"',
        "local.address",
        '"${local.first}.96.1.2"',
        'join(local.dot, ["47", "96", "1", "2"])',
        'format("%s%s96.1.2", local.first, local.dot)',
        "alicloud_eip_address.web.ip_address",
        "keys({ (local.address) = 1 })[0]",
        '[for one in [local.address] : one if one != ""][0]',
        'base64decode("NDcuOTYuMS4y")',
        "var.tags.address",
        "var.tags[local.key]",
    ],
)
def test_what_leads_somewhere_is_found_however_it_is_written(value: str) -> None:
    site = (
        'provider "alicloud" {\nregion = "cn-hangzhou"\n}\nresource "alicloud_eip_address" "web" {\n'
        'ip_address = "47.96.1.2"\n}\nlocals {\nfirst = "47"\ndot = "."\naddress = "47.96.1.2"\nkey = "address"\n}\n'
        'variable "tags" {\ndefault = {\naddress = "47.96.1.2"\n}\n}\n'
    )
    for inside in (f"target = {value}", f"origin {{\nplace = {{\nat = [{value}]\n}}\n}}"):
        assert doubts(site + resource("bunny_pullzone", inside)) == {"bunny_pullzone.x"}


def test_what_looks_like_a_record_says_where_to_look_it_up() -> None:
    body = f'domain = "example.cn"\ntype = "A"\nname = "www"\nvalue = {IP}'
    found = judged(HERE + resource("unheard_dns_record", body))
    assert any(
        "where the zone is kept" in text and "--resolve" in text for text in found.settle("ICP101", "www.example.cn")
    )


@pytest.mark.parametrize("form", ["json", "json-lines", "sarif", "csv", "github", "junit", "html"])
def test_the_types_that_are_not_known_stand_in_every_format_that_has_a_place_for_them(
    tmp_path: Path, form: str
) -> None:
    said = report(tmp_path, HERE + QUIET, "--lang", "en", "--format", form)
    assert "volcengine_clb" in said
    known = report(tmp_path, HERE, "--lang", "en", "--format", form)
    assert "volcengine_clb" not in known


def test_types_that_are_not_known_fail_nothing(tmp_path: Path) -> None:
    run = json.loads(report(tmp_path, HERE + QUIET, "--format", "sarif"))["runs"][0]["invocations"][0]
    assert run["executionSuccessful"]
    assert [one["level"] for one in run["toolExecutionNotifications"]] == ["note"]


def test_a_data_source_of_a_type_without_a_row_is_doubt_only_where_something_leads_to_it() -> None:
    """It declares nothing: a name in it is what is asked for, and whoever is led there is led to what is not known."""
    there = 'data "volcengine_cdn_domains" "x" {\ndomain = "www.example.cn"\n}\n'
    assert doubts(HERE + there) == set()
    record = (
        'resource "alicloud_alidns_record" "r" {\ndomain_name = "example.cn"\nrr = "www"\ntype = "CNAME"\n'
        "value = data.volcengine_cdn_domains.x.domains[0].cname\n}\n"
    )
    assert doubts(HERE + there + record) == {"www.example.cn"}
