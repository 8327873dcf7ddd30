"""The words of a register, in both languages."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from icplint.filings.words import Status, excerpt, status
from icplint.policy import Tables

PROVIDERS = Tables.core().providers


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("filed", Status.FILED),
        ("Filed", Status.FILED),
        ("已备案", Status.FILED),
        ("审核通过", Status.FILED),
        ("pending", Status.PENDING),
        ("备案中", Status.PENDING),
        ("管局审核中", Status.PENDING),
        ("cancelled", Status.CANCELLED),
        (" 已注销 ", Status.CANCELLED),
        ("注销成功", Status.CANCELLED),
        ("取消接入", None),
        ("未备案", None),
        ("", None),
    ],
)
def test_status(word: str, meaning: Status | None) -> None:
    assert status(word) is meaning


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("alibaba", "alibaba"),
        ("Alibaba Cloud", "alibaba"),
        ("阿里云", "alibaba"),
        ("阿里云（万网）", "alibaba"),
        ("阿里云计算有限公司", "alibaba"),
        ("腾讯云", "tencent"),
        ("腾讯云计算（北京）有限责任公司", "tencent"),
        ("华为云", "huawei"),
        ("百度智能云", "baidu"),
        ("亚马逊云", "aws"),
        ("AWS", "aws"),
        ("AWS China", "aws-cn"),
        ("光环新网", "sinnet"),
        ("西云数据", "nwcd"),
        ("微软云", "azure"),
        ("Azure 中国（世纪互联）", "azure-cn"),
        ("自建", "self"),
        ("某某 IDC", "某某 idc"),
        ("Example  Hosting", "example hosting"),
    ],
)
def test_provider(word: str, meaning: str) -> None:
    assert PROVIDERS.named_in(word) == [meaning]


def test_every_name_that_a_report_prints_is_understood() -> None:
    path = files("icplint.policy") / "providers.toml"
    names = tomllib.loads(path.read_text(encoding="utf-8"))
    assert {word: [*PROVIDERS.named_in(en), *PROVIDERS.named_in(zh)] for word, (en, zh, *_) in names.items()} == {
        word: [word, word] for word in names
    }


def test_excerpt() -> None:
    assert excerpt(" a\n b ") == "a b"
    assert excerpt("x" * 61) == "x" * 59 + "…"
