"""WAF 2.0 and 3.0: one instance for the mainland, one for the rest; chains of several edges before one name."""

from __future__ import annotations

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, SINGAPORE, check, record, resource

WAF3 = resource(
    "wafv3_domain", "www", f'domain = "www.example.cn"\nredirect {{\n  backends = [{PUBLIC_IP}]\n  retry = true\n}}'
)
WAF2 = resource("waf_domain", "www", f'domain_name = "www.example.cn"\nsource_ips = [{PUBLIC_IP}]')
OLDEST = WAF2.replace("domain_name", "domain")
VERSIONS = pytest.mark.parametrize("waf", [WAF3, WAF2, OLDEST], ids=["3.0", "2.0", "2.0, old argument"])


@VERSIONS
@pytest.mark.parametrize(
    ("provider", "outcome"), [(HANGZHOU, "violation"), (SINGAPORE, "compliant"), ("", "cannot-tell")]
)
def test_the_providers_region_chooses_the_instance(waf: str, provider: str, outcome: str) -> None:
    assert check(provider + ECS + waf).of("ICP101") == outcome


@VERSIONS
def test_the_origin_decides_about_the_transfer(waf: str) -> None:
    found = check(HANGZHOU + ECS + waf, ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202"), found.of("ICP203")) == ("compliant", "violation", "compliant")
    assert "www.example.cn on WAF" in " ".join(found.said)
    elsewhere = ELSEWHERE + '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "mainland"\nprovider = "tencent"\n'
    found = check(HANGZHOU + waf.replace(PUBLIC_IP, '"203.0.113.10"'), elsewhere)
    assert (found.of("ICP201"), found.of("ICP202"), found.of("ICP203")) == ("compliant", "compliant", "compliant")


def test_a_backup_is_an_origin_too() -> None:
    far = WAF3.replace(f"backends = [{PUBLIC_IP}]", f'backends = ["8.8.8.8"]\n  backup_backends = [{PUBLIC_IP}]')
    elsewhere = ELSEWHERE + '[[address]]\ncidr = "8.8.8.0/24"\nlocation = "outside"\nprovider = "gcp"\n'
    assert check(HANGZHOU + ECS + far, elsewhere).of("ICP202") == "violation"


@pytest.mark.parametrize("cname", ["alicloud_wafv3_domain.www.cname", '"www-example-cn-abc.yundunwaf3.com"'])
def test_a_cname_leads_to_the_firewall(cname: str) -> None:
    found = check(HANGZHOU + ECS + WAF3 + record(cname), ELSEWHERE)
    assert (found.of("ICP201"), found.of("ICP202")) == ("compliant", "violation")


def test_a_firewall_that_was_not_read_may_have_any_origin() -> None:
    found = check(record('"www-example-cn-abc.yundunwaf3.com"'), ELSEWHERE)
    assert (found.of("ICP101"), found.of("ICP201"), found.of("ICP202")) == ("compliant", "compliant", "cannot-tell")


# Several edges before one name


def cdn(origin: str, scope: str) -> str:
    """Return a CDN for the name that WAF answers too."""
    return resource(
        "cdn_domain_new",
        "www",
        f'domain_name = "www.example.cn"\nscope = "{scope}"\nsources {{\n  content = {origin}\n}}',
    )


def test_a_cdn_before_a_firewall_reaches_the_origin_of_both() -> None:
    chain = (
        ECS + WAF3 + cdn("alicloud_wafv3_domain.www.cname", "domestic") + record("alicloud_cdn_domain_new.www.cname")
    )
    found = check(HANGZHOU + chain, ELSEWHERE)
    assert found.of("ICP202") == "violation"
    assert "the WAF domain www.example.cn fetches from the origin alicloud_instance.web.public_ip" in found.said


def test_a_name_on_two_products_is_answered_by_both() -> None:
    firewall = WAF3.replace("{\n", "{\n  provider = alicloud.mainland\n", 1)
    mainland = HANGZHOU.replace("{\n", '{\n  alias  = "mainland"\n', 1)
    found = check(SINGAPORE + mainland + ECS + firewall + cdn(PUBLIC_IP, "overseas"))
    assert found.of("ICP101") == "violation"
    assert check(SINGAPORE + ECS + WAF3 + cdn(PUBLIC_IP, "overseas")).of("ICP101") == "compliant"


def test_edges_that_fetch_from_each_other_have_no_origin_on_alibaba() -> None:
    loop = WAF3.replace(PUBLIC_IP, '"www.example.cn"')
    assert check(HANGZHOU + loop, ELSEWHERE).of("ICP202") == "compliant"
