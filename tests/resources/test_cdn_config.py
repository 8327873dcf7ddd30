"""Features of a CDN domain that move its origin, and those that do not."""

from __future__ import annotations

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, check, resource

OSS = 'domain_name = "www.example.cn"\nsources {\n  content = "files.oss-cn-hangzhou.aliyuncs.com"\n}'
DOMAINS = pytest.mark.parametrize("kind", ["cdn_domain_new", "dcdn_domain"])


def feature(kind: str, function: str, argument: str, origin: str, name: str = "") -> str:
    """Return a feature of a domain, as the provider writes it."""
    pairs = [("variable", '"uri"'), ("value", '"/api"'), (argument, origin)]
    blocks = "\n".join(f'function_args {{\n  arg_name = "{arg}"\n  arg_value = {value}\n}}' for arg, value in pairs)
    config = f"{kind.removesuffix('_new')}_config"
    of = name or f"alicloud_{kind}.www.domain_name"
    return resource(config, "api", f"domain_name = {of}\nfunction_name = {function}\n{blocks}")


@DOMAINS
@pytest.mark.parametrize(
    ("function", "argument", "origin", "outcome"),
    [
        ('"advanced_origin"', "origin", '"hello.cn-hangzhou.fcapp.run"', "violation"),
        ('"advanced_origin"', "origin", PUBLIC_IP, "violation"),
        ('"advanced_origin"', "origin", '"more.oss-cn-beijing.aliyuncs.com"', "compliant"),
        ('"advanced_origin"', "origin", "var.origin", "cannot-tell"),
        ('"origin_dns_host"', "ali_origin_dns_host", PUBLIC_IP, "violation"),
        ('"origin_host"', "origin", PUBLIC_IP, "compliant"),  # a header
        ('"set_req_host_header"', "domain_name", '"origin.example.com"', "compliant"),
        ("var.function", "origin", PUBLIC_IP, "cannot-tell"),
    ],
)
def test_a_feature_may_name_another_origin(kind: str, function: str, argument: str, origin: str, outcome: str) -> None:
    variables = 'variable "origin" {}\nvariable "function" {}\n'
    site = variables + HANGZHOU + ECS + resource(kind, "www", OSS) + feature(kind, function, argument, origin)
    assert check(site, ELSEWHERE).of("ICP202") == outcome


@DOMAINS
@pytest.mark.parametrize(("name", "outcome"), [('"www.example.cn"', "violation"), ('"shop.example.cn"', "compliant")])
def test_a_feature_belongs_to_the_domain_that_it_names(kind: str, name: str, outcome: str) -> None:
    config = feature(kind, '"advanced_origin"', "origin", PUBLIC_IP, name)
    found = check(HANGZHOU + ECS + resource(kind, "www", OSS) + config, ELSEWHERE)
    assert found.of("ICP202") == outcome
