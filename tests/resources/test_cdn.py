"""CDN, DCDN, IPA, SCDN, VOD and Live: their scope, their origins, and what becomes of a stopped domain."""

from __future__ import annotations

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, SINGAPORE, check, record, resource

KINDS = {
    "cdn_domain_new": ("sources", "content"),
    "dcdn_domain": ("sources", "content"),
    "dcdn_ipa_domain": ("sources", "content"),
    "vod_domain": ("sources", "source_content"),
    "live_domain": None,
}
STOPPABLE = [kind for kind in KINDS if kind != "vod_domain"]  # VOD computes its status


def domain(kind: str, origin: str = PUBLIC_IP, more: str = "", name: str = "www.example.cn") -> str:
    """Return an accelerated domain."""
    sources = KINDS.get(kind, ("sources", "content"))
    blocks = "" if sources is None else f"{sources[0]} {{\n  {sources[1]} = {origin}\n}}"
    return resource(kind, "www", f'domain_name = "{name}"\n{blocks}\n{more}')


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("scope", "outcome"),
    [
        ("", "violation"),  # by default in the mainland
        ('scope = "domestic"', "violation"),
        ('scope = "global"', "violation"),
        ('scope = "overseas"', "compliant"),
        ("scope = var.scope", "cannot-tell"),
    ],
)
def test_the_scope_decides_where_a_name_is_answered(kind: str, scope: str, outcome: str) -> None:
    site = 'variable "scope" {}\n' + SINGAPORE + ECS + domain(kind, more=scope)
    assert check(site).of("ICP101") == outcome


def test_nothing_says_where_scdn_answers() -> None:
    found = check(HANGZHOU + ECS + domain("scdn_domain"))
    assert found.of("ICP101") == "cannot-tell"
    assert any("alicloud_scdn_domain has no argument that says it" in text for text in found.said)
    assert check(HANGZHOU + ECS + domain("scdn_domain"), ELSEWHERE).of("ICP202") == "cannot-tell"


@pytest.mark.parametrize("name", [".example.cn", "*.example.cn"])
def test_a_domain_may_be_a_wildcard(name: str) -> None:
    found = check(HANGZHOU + ECS + domain("dcdn_domain", name=name))
    assert found.of("ICP101", "*.example.cn") == "violation"


@pytest.mark.parametrize("kind", ["cdn_domain_new", "dcdn_domain", "vod_domain"])
def test_a_literal_cname_finds_its_domain(kind: str) -> None:
    site = SINGAPORE + ECS + domain(kind, more='scope = "overseas"') + record('"www.example.cn.w.kunlunsl.com"')
    assert check(site).of("ICP101") == "compliant"


def test_another_providers_cname_finds_no_domain_of_alibaba() -> None:
    site = SINGAPORE + ECS + domain("dcdn_domain", more='scope = "overseas"') + record('"www.example.cn.cdn.dnsv1.com"')
    assert check(site).of("ICP101") == "cannot-tell"


@pytest.mark.parametrize(
    ("origin", "outcome"),
    [
        (PUBLIC_IP, "violation"),
        ('"files-example-cn.oss-cn-hangzhou.aliyuncs.com"', "compliant"),  # OSS demands no transfer
        ('"hello-abc.cn-hangzhou.fcapp.run"', "violation"),  # Function Compute does
        ('"hello-abc.ap-southeast-1.fcapp.run"', "compliant"),
        ('"origin.example.com"', "cannot-tell"),
    ],
)
def test_the_origin_decides_whether_the_filing_should_be_transferred(origin: str, outcome: str) -> None:
    found = check(HANGZHOU + ECS + domain("cdn_domain_new", origin), ELSEWHERE)
    assert (found.of("ICP202"), found.of("ICP201")) == (outcome, "compliant")


def test_a_stream_has_no_origin() -> None:
    assert check(HANGZHOU + domain("live_domain"), ELSEWHERE).of("ICP202") == "compliant"


# A stopped domain


def test_the_pages_disagree_on_a_stopped_domain() -> None:
    stopped = domain("cdn_domain_new", more='status = "offline"')
    found = check(HANGZHOU + ECS + stopped)
    assert found.of("ICP101") == "cannot-tell"
    assert any("in Chinese that it leads nowhere" in text for text in found.said)
    assert check(HANGZHOU + ECS + stopped, ELSEWHERE).of("ICP201") == "cannot-tell"
    assert check(SINGAPORE + ECS + stopped).of("ICP101") == "compliant"


def test_a_stopped_ipa_domain_leads_to_its_origin() -> None:
    stopped = domain("dcdn_ipa_domain", more='status = "offline"\nscope = "overseas"')
    assert check(HANGZHOU + ECS + stopped).of("ICP101") == "violation"
    assert check(HANGZHOU + ECS + stopped, ELSEWHERE).of("ICP201") == "violation"


def test_a_stopped_stream_leads_nowhere() -> None:
    stopped = domain("live_domain", more='status = "offline"')
    assert check(HANGZHOU + stopped).of("ICP101") == "compliant"


@pytest.mark.parametrize("kind", STOPPABLE)
def test_a_domain_with_another_status_answers(kind: str) -> None:
    site = SINGAPORE + ECS + domain(kind, more='status = "configuring"\nscope = "domestic"')
    assert check(site).of("ICP101") == "violation"


def test_a_status_that_is_not_known_is_doubt_where_it_matters() -> None:
    may = 'variable "status" {}\n' + ECS + domain("dcdn_ipa_domain", more="status = var.status\n")
    assert check(HANGZHOU + may).of("ICP101") == "violation"  # either way
    assert check(SINGAPORE + may).of("ICP101") == "cannot-tell"


def test_a_name_that_is_none_is_doubt() -> None:
    found = check(HANGZHOU + ECS + domain("dcdn_domain", name="your-domain"))
    assert found.of("ICP101", "alicloud_dcdn_domain.www") == "cannot-tell"
    assert any("your-domain is no host name" in text for text in found.said)
