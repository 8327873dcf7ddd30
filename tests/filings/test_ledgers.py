"""Registers as the world writes them: their headings, their rows, and what they call providers and statuses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from icplint.filings.register import read
from icplint.model.reading import Reading, filing_of
from icplint.policy import Tables

PROVIDERS = Tables.core().providers

LINES = [
    line
    for line in Path(__file__).with_name("data").joinpath("ledgers.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
LEDGERS = list(zip(LINES[::2], LINES[1::2], strict=True))
NUMBER = "京ICP备2023001234号-1"
Ledger = Callable[[str], Reading]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    def written(content: str) -> Reading:
        path = tmp_path / "ledger.csv"
        path.write_text(content, encoding="utf-8")
        return read(path, "ledger.csv", PROVIDERS)

    return written


def test_there_are_fifty_of_them() -> None:
    assert len({headings for headings, _ in LEDGERS}) >= 50


@pytest.mark.parametrize(("headings", "row"), LEDGERS, ids=[headings for headings, _ in LEDGERS])
def test_a_ledger_is_read_as_it_is(ledger: Ledger, headings: str, row: str) -> None:
    reading = ledger(f"{headings}\n{row}\n")
    assert [problem.text.en for problem in reading.problems] == []
    assert [(r.address, r.values["licence"], r.values["status"]) for r in reading.resources] == [
        ("example.cn", NUMBER, "filed")
    ]
    assert reading.unread == []
    assert reading.complete == {"filing"}


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("接入上", None),
        ("接入商家", "接入商"),
        ("接入服务", "接入服务商"),
        ("备案状况", "备案状态"),
        ("主办单位全称", None),
    ],
)
def test_only_a_heading_near_to_one_that_is_missing_is_a_mistake(
    ledger: Ledger, heading: str, meant: str | None
) -> None:
    said = [p.text.say("en") for p in ledger(f"域名,备案号,{heading}\nexample.cn,{NUMBER},\n").problems]
    assert said == ([f"a register has no column {heading}: did you mean {meant}?"] if meant else [])
    assert ledger(f"域名,备案号,备案状态,接入商,{heading}\nexample.cn,{NUMBER},,,\n").problems == []


def test_rows_that_agree_are_one(ledger: Ledger) -> None:
    reading = ledger(
        f"网站名称,域名,备案号,接入商,状态\n官网,www.example.cn,{NUMBER},,\n商城,shop.example.cn,{NUMBER},阿里云,已备案\n"
    )
    assert reading.problems == []
    assert [r.values["access_providers"] for r in reading.resources] == [["alibaba"]]


@pytest.mark.parametrize(("second", "key"), [("腾讯云,", "access_providers"), ("阿里云,已注销", "status")])
def test_rows_that_differ_in_what_counts_are_not(ledger: Ledger, second: str, key: str) -> None:
    reading = ledger(f"域名,备案号,接入商,状态\nexample.cn,{NUMBER},阿里云,\nexample.cn,{NUMBER},{second}\n")
    assert [(p.origin and p.origin.line, p.text.say("en")) for p in reading.problems] == [
        (3, f"example.cn is on line 2 already, with another {key}: keep one row of the two")
    ]


@pytest.mark.parametrize("separator", [";", "；", "、", ",", "，", "|", "\n", " "])
def test_several_domains_stand_in_a_cell(ledger: Ledger, separator: str) -> None:
    cell = separator.join(["example.cn", "www.example.com:8080/x", "https://shop.example.net:8443/a?b=c"])
    reading = ledger(f'域名,备案号\n"{cell}",{NUMBER}\n')
    assert reading.problems == []
    assert [r.address for r in reading.resources] == ["example.cn", "example.com", "example.net"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("阿里云BGP", ["alibaba"]),
        ("阿里云华东机房", ["alibaba"]),
        ("aliyun-bgp", ["alibaba"]),
        ("阿里云计算有限公司（原杭州阿里巴巴广告有限公司）", ["alibaba"]),
        ("阿里云 腾讯云", ["alibaba", "tencent"]),
        ("阿里云,腾讯云", ["alibaba", "tencent"]),
        ("阿里云/自建", ["alibaba", "self"]),
        ("深圳市腾讯计算机系统有限公司", ["tencent"]),
        ("腾讯云（广州）", ["tencent"]),
        ("Tencent Cloud Computing (Beijing) Co., Ltd.", ["tencent"]),
        ("北京金山云网络技术有限公司", ["ksyun"]),
        ("中国电信股份有限公司北京分公司", ["chinatelecom"]),
        ("中国联通云南省分公司", ["chinaunicom"]),
        ("中国移动通信集团有限公司", ["chinamobile"]),
        ("阿里云南京节点", ["alibaba"]),
        ("阿里地区电信", ["阿里地区电信"]),
        ("West coast hosting", ["west coast hosting"]),
        ("阿里云 某某机房", ["alibaba", "某某机房"]),
        ("其他", ["other"]),
    ],
)
def test_a_provider_is_known_by_any_part_that_is_a_name(text: str, words: list[str]) -> None:
    assert PROVIDERS.named_in(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "非阿里云",
        "不是阿里云",
        "非AWS",
        "未接入阿里云",
        "曾接入阿里云",
        "以前是阿里云",
        "前阿里云",
        "原 新网",
        "原阿里云，现腾讯云",
        "原阿里云、现腾讯云",
        "非阿里云、腾讯云",
        "阿里云（已取消接入）",
        "阿里云（原接入商）",
        "腾讯云（原阿里云计算有限公司）",
        "阿里云→腾讯云",
        "拟接入阿里云",
        "not Alibaba Cloud",
        "ex-aliyun",
        "formerly Tencent Cloud",
        "no longer Alibaba Cloud",
    ],
)
def test_a_provider_that_is_denied_is_not_known(ledger: Ledger, text: str) -> None:
    reading = ledger(f'域名,备案号,接入商\nexample.cn,{NUMBER},"{text}"\n')
    assert reading.problems == []
    [filing] = reading.resources
    [word] = filing.values["access_providers"]
    assert not PROVIDERS.knows(word)
    assert [u.origin and u.origin.line for u in reading.unread] == [2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("阿里云计算有限公司（原万网）", ["alibaba"]),
        ("阿里云计算有限公司（原某某有限公司）", ["alibaba"]),
        ("Alibaba Cloud (formerly HiChina)", ["alibaba"]),
        ("中国电信股份有限公司太原分公司", ["chinatelecom"]),
        ("中国联通无锡分公司", ["chinaunicom"]),
        ("腾讯云前海机房", ["tencent"]),
        ("中国电信未来科技城机房", ["chinatelecom"]),
        ("阿里云虚拟主机", ["alibaba"]),
    ],
)
def test_a_place_or_a_former_name_denies_nothing(text: str, words: list[str]) -> None:
    assert PROVIDERS.named_in(text) == words


def test_a_provider_that_is_not_known_is_a_warning_at_its_row(ledger: Ledger) -> None:
    rows = "".join(f"{name}.cn,京ICP备2023001234号-{n},某某IDC\n" for n, name in enumerate(("one", "two"), 1))
    reading = ledger(f"域名,备案号,接入商\n{rows}three.cn,京ICP备2023001234号-3,阿里云 某某机房\n")
    assert reading.problems == []
    assert reading.complete == {"filing"}
    assert [(u.origin and u.origin.line, u.why.say("en").split(",")[0]) for u in reading.unread] == [
        (2, "icplint does not know the access provider 某某idc of 2 rows"),
        (4, "icplint does not know the access provider 某某机房"),
    ]


@pytest.mark.parametrize(
    ("word", "number", "status", "providers"),
    [
        ("办理中", "", "pending", ["alibaba"]),
        ("管局驳回", "", "pending", ["alibaba"]),
        ("已过期", NUMBER, "cancelled", ["alibaba"]),
        ("接入中", NUMBER, "filed", None),
        ("变更中", NUMBER, "filed", ["alibaba"]),
    ],
)
def test_a_status_as_it_occurs(
    ledger: Ledger, word: str, number: str, status: str, providers: list[str] | None
) -> None:
    reading = ledger(f"域名,备案号,状态,接入商\nexample.cn,{number},{word},阿里云\n")
    assert reading.problems == []
    [filing] = reading.resources
    assert (filing.values["status"], filing.values.get("access_providers")) == (status, providers)


@pytest.mark.parametrize("word", ["无需备案", "未备案", "暂未备案", "not filed"])
def test_what_was_never_filed_is_left_out(ledger: Ledger, word: str) -> None:
    reading = ledger(f"域名,备案号,状态\nexample.cn,,{word}\n")
    assert (reading.problems, reading.resources, reading.complete) == ([], [], {"filing"})


@pytest.mark.parametrize("dash", ["-", "—", "——", "/", "无", "暂无", "N/A"])
def test_a_dash_is_an_empty_cell(ledger: Ledger, dash: str) -> None:
    reading = ledger(
        f"域名,备案号,状态,审核时间\nexample.cn,{NUMBER},{dash},{dash}\n{dash},{dash},{dash},\nexample.com,{dash},备案中,\n"
    )
    assert (reading.problems, reading.unread, reading.complete) == ([], [], {"filing"})
    assert [(r.address, r.values["status"]) for r in reading.resources] == [
        ("example.cn", "filed"),
        ("example.com", "pending"),
    ]


OPEN = [
    f"{NUMBER},未备案",
    f"{NUMBER},无需备案",
    *(f"{NUMBER},{word}" for word in ("已取消接入", "取消接入", "未接入", "注销中", "空壳", "异常")),
    *(f"{dash}," for dash in ("-", "/", "暂无")),
    "无,已备案",
    "待定,",
    "已注销,",
    f"{NUMBER} 京ICP备2023001234号-2,",
    f"{NUMBER}（已注销）,",
]


@pytest.mark.parametrize("cells", OPEN)
def test_a_row_that_decides_nothing_is_doubt_of_its_domain_alone(ledger: Ledger, cells: str) -> None:
    reading = ledger(f"域名,备案号,状态\nexample.cn,{cells}\nexample.com,京ICP备2023001234号-9,\n")
    assert reading.problems == []
    assert [r.address for r in reading.resources] == ["example.com"]
    assert [(u.what, u.origin and u.origin.line, u.lacks) for u in reading.unread] == [
        ("licence", 2, {filing_of("example.cn")})
    ]
    assert reading.complete == {"filing"}
    assert "example.cn" in reading.unread[0].why.say("en")
    assert "example.cn" in reading.unread[0].why.say("zh")


def test_a_row_that_decides_nothing_must_name_a_domain(ledger: Ledger) -> None:
    assert [p.origin and p.origin.line for p in ledger(f"域名,备案号,状态\nexample,{NUMBER},空壳\n").problems] == [2]


@pytest.mark.parametrize("word", ["办理中", "备案中"])
def test_a_word_in_place_of_the_number_is_a_status(ledger: Ledger, word: str) -> None:
    [filing] = ledger(f"域名,备案号\nexample.cn,{word}\n").resources
    assert (filing.values["status"], "licence" in filing.values) == ("pending", False)


@pytest.mark.parametrize(
    "headings",
    [
        "域名/APP包名,互联网信息服务备案号,云厂商",
        "服务域名,服务备案号,Cloud provider",
        "域名信息,ICP备案,云厂商",
        "主域名,ICP备案号/许可证号,Cloud Provider",
    ],
)
def test_further_headings(ledger: Ledger, headings: str) -> None:
    reading = ledger(f"{headings}\nexample.cn,{NUMBER},阿里云\n")
    assert reading.problems == []
    assert [r.values["access_providers"] for r in reading.resources] == [["alibaba"]]


def test_rows_that_are_no_filings_of_websites_are_passed_over(ledger: Ledger) -> None:
    reading = ledger(
        f"域名,备案号,审核时间\nexample.cn（主）,{NUMBER},06/05/2023\n,京ICP备2023001234号-3A,\n"
        "example.com（已注销）,京ICP备2023001234号-2,\n合计,2,\n总计：3条,,\n"
    )
    assert reading.problems == []
    assert reading.complete == {"filing"}
    assert [(r.address, r.values.get("filed_on")) for r in reading.resources] == [("example.cn", None)]
    assert [(u.what, u.origin and u.origin.line, set(u.lacks)) for u in reading.unread] == [
        ("filed_on", 2, set()),
        ("domain", 3, set()),
        ("licence", 4, {filing_of("example.com")}),
    ]
