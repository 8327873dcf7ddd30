"""Host names in one spelling, and the registrable domains above them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from icplint.model.names import host_name, registrable_domain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("WWW.Example.CN", "www.example.cn"),
        ("www.example.cn.", "www.example.cn"),
        ("  example.cn\n", "example.cn"),
        ("*.example.cn", "*.example.cn"),
        (".example.cn", "*.example.cn"),
        ("www.例子.公司.cn", "www.xn--fsqu00a.xn--55qx5d.cn"),
        ("例子。中国", "xn--fsqu00a.xn--fiqs8s"),
        ("ｅｘａｍｐｌｅ．ｃｎ", "example.cn"),
        ("_dmarc.example.cn", "_dmarc.example.cn"),
        ("XN--FSQU00A.cn", "xn--fsqu00a.cn"),
        ("a..cn", "a..cn"),
        ("\u00adé\u06dd.cn", "\u00adé\u06dd.cn"),
        ("", ""),
        (".", ""),
    ],
)
def test_host_name(text: str, name: str) -> None:
    assert host_name(text) == name


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("example.cn", "example.cn"),
        ("WWW.example.cn.", "example.cn"),
        ("*.example.cn", "example.cn"),
        (".example.cn", "example.cn"),
        ("a.b.example.com.cn", "example.com.cn"),
        ("x.zj.cn", "x.zj.cn"),
        ("www.例子.公司.cn", "xn--fsqu00a.xn--55qx5d.cn"),
        ("x.oss-cn-hangzhou.aliyuncs.com", "aliyuncs.com"),
        ("user.github.io", "github.io"),
        ("com.cn", None),
        ("*.com.cn", None),
        ("cn", None),
        ("localhost", None),
        ("example.nosuchsuffix", None),
        ("203.0.113.1", None),
        ("a..cn", None),
        ("", None),
    ],
)
def test_registrable_domain(host: str, domain: str | None) -> None:
    assert registrable_domain(host) == domain


def test_the_list_is_loaded_when_it_is_asked() -> None:
    code = (
        "import sys; from icplint.model.names import host_name, registrable_domain; host_name('例子.cn');"
        "assert 'publicsuffixlist' not in sys.modules; registrable_domain('a.cn');"
        "assert 'publicsuffixlist' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
