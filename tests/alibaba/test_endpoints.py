"""Where products answer, and regions in which they do not."""

from __future__ import annotations

import socket
from typing import Any

import pytest
from cloud import Cloud, Scan

from icplint.alibaba import endpoints


@pytest.mark.parametrize(
    ("addressless", "missing"),
    [
        ({"swas.cn-x.aliyuncs.com"}, True),
        ({"swas.cn-x.aliyuncs.com", "sts.aliyuncs.com"}, False),  # there is no resolver
        (set(), False),
    ],
)
def test_a_product_whose_host_has_no_address_is_not_in_the_region(
    monkeypatch: pytest.MonkeyPatch, addressless: set[str], missing: bool
) -> None:
    def resolved(host: str, *_rest: Any) -> list[Any]:
        if host in addressless:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return []

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert endpoints.missing("swas", "cn-x") is missing
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    assert endpoints.missing("swas", "cn-x") is False


@pytest.mark.parametrize(
    ("own", "place"),
    [
        ({}, ("https", "ecs.cn-beijing.aliyuncs.com")),
        ({"default": "http://127.0.0.1:80"}, ("http", "127.0.0.1:80")),
        (
            {"default": "https://one.example", "ecs": "https://{region}.two.example"},
            ("https", "cn-beijing.two.example"),
        ),
    ],
)
def test_plain_http_only_where_it_is_written_out(own: dict[str, str], place: tuple[str, str]) -> None:
    assert endpoints.endpoint("ecs", "cn-beijing", own) == place


@pytest.mark.parametrize(
    ("product", "host"),
    [
        ("ecs", "ecs-cn-hangzhou.aliyuncs.com"),
        ("oss", "oss-cn-hangzhou.aliyuncs.com"),
        ("alidns", "alidns.aliyuncs.com"),
    ],
)
def test_a_call_of_no_region_is_made_at_home(product: str, host: str) -> None:
    assert endpoints.endpoint(product, "", {}) == ("https", host)


def test_every_product_is_reached_by_https() -> None:
    assert {url.partition(":")[0] for url in endpoints.ENDPOINTS.values()} == {"https"}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("foo=https://x.example", "there is no product foo"),
        ("alidsn=https://x.example", "did you mean alidns?"),
        ("https://ecs.{foo}.example", "not {foo}"),
        ("ecs=https://{product}.{region}.example", "not {product}"),
        ("https://x.{region.example", "not {"),
        ("https://x.example:port", "is no endpoint"),
        ("https://[x", "is no endpoint"),
    ],
)
def test_an_endpoint_that_nobody_asks_is_an_error_before_anything_is_said_of_it(
    scan: Scan, cloud: Cloud, written: str, said: str
) -> None:
    run = scan("--endpoint", written, "--lang", "en")
    assert run.code == 2
    assert said in run.err
    assert "note:" not in run.err
    assert not cloud.calls


def test_an_endpoint_may_be_of_any_product_that_has_lists() -> None:
    assert endpoints.parse("new=https://{region}.x.example", ["new"]) == ("new", "https://{region}.x.example")
    assert endpoints.parse("sts=https://x.example") == ("sts", "https://x.example")
