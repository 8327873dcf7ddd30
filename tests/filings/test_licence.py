"""The grammar of ICP filing numbers."""

from __future__ import annotations

import pytest

from icplint.filings.licence import FilingKind, Licence, naming, parse
from icplint.model.text import Text

GOOD = [
    ("京ICP备2023001234号-1", "京", "2023001234", 1, FilingKind.WEBSITE),
    ("陇ICP备19001358号-1", "陇", "19001358", 1, FilingKind.WEBSITE),
    ("川ICP备05012345号-1024", "川", "05012345", 1024, FilingKind.WEBSITE),
    ("滇ICP备2025076967号", "滇", "2025076967", None, FilingKind.ENTITY),
    ("沪ICP备2025152989号-1A", "沪", "2025152989", 1, FilingKind.APP),
    ("蜀ICP备2026004236号-1X", "蜀", "2026004236", 1, FilingKind.MINI_PROGRAM),
    ("粤ICP备2024000001号-2K", "粤", "2024000001", 2, FilingKind.QUICK_APP),
]


@pytest.mark.parametrize(("text", "province", "serial", "ordinal", "kind"), GOOD)
def test_number(text: str, province: str, serial: str, ordinal: int | None, kind: FilingKind) -> None:
    assert parse(text) == Licence(province=province, serial=serial, ordinal=ordinal, kind=kind, text=text)


@pytest.mark.parametrize(
    "text",
    [
        " 京 ICP备 2023001234 号 - 1 ",
        "京icp备2023001234号-1",
        "京ＩＣＰ备２０２３００１２３４号－１",
        "京ICP备2023001234号–1",
        "\ufeff京ICP备2023001234号-1\u200b",
    ],
)
def test_spellings_of_one_number(text: str) -> None:
    found = parse(text)
    assert isinstance(found, Licence)
    assert found.text == "京ICP备2023001234号-1"


def test_which_numbers_cover_a_website() -> None:
    found = [parse(text) for text, *_ in GOOD]
    covering = [licence.kind for licence in found if isinstance(licence, Licence) and licence.covers_websites]
    assert covering == [FilingKind.WEBSITE, FilingKind.WEBSITE, FilingKind.WEBSITE, FilingKind.ENTITY]


@pytest.mark.parametrize(
    ("kind", "en", "zh"),
    [
        (FilingKind.APP, "an app filing, which does not cover a website", "APP 备案，不能代替网站备案"),
        (
            FilingKind.MINI_PROGRAM,
            "a mini-program filing, which does not cover a website",
            "小程序备案，不能代替网站备案",
        ),
        (FilingKind.QUICK_APP, "a quick-app filing, which does not cover a website", "快应用备案，不能代替网站备案"),
        (FilingKind.WEBSITE, "a website filing", "网站备案"),
        (FilingKind.ENTITY, "the filing of an entity", "主体备案"),
    ],
)
def test_kinds_are_named(kind: FilingKind, en: str, zh: str) -> None:
    assert (naming(kind).say("en"), naming(kind).say("zh")) == (en, zh)


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        ("京ICP证030173号", "is a commercial ICP licence (ICP证)", "是经营性 ICP 许可证（ICP证）号"),
        ("京 icp证 030173 号", "is a commercial ICP licence (ICP证)", "是经营性 ICP 许可证（ICP证）号"),
        ("京B2-20090059", "is a licence for value-added telecom services", "是增值电信业务经营许可证号"),
        ("B2-20080101", "is a licence for value-added telecom services", "是增值电信业务经营许可证号"),
        ("合字B2-20100001", "is a licence for value-added telecom services", "是增值电信业务经营许可证号"),
        ("A2.B1.B2-20090059", "is a licence for value-added telecom services", "是增值电信业务经营许可证号"),
        ("京公网安备11010802012345号", "is a public-security filing (公安联网备案)", "是公安联网备案号"),
        ("京公网安备 11010802012345 号", "is a public-security filing (公安联网备案)", "是公安联网备案号"),
        ("11010802012345", "is a public-security filing (公安联网备案)", "是公安联网备案号"),
        ("萌ICP备20240001号", "is the number of a joke register", "是民间仿制的娱乐性“备案”编号"),
        ("团ICP备20240001号", "is the number of a joke register", "是民间仿制的娱乐性“备案”编号"),
    ],
)
def test_other_regimes_are_named(text: str, en: str, zh: str) -> None:
    found = parse(text)
    assert isinstance(found, Text)
    assert found.say("en").startswith(f"{text} {en}")
    assert found.say("en").endswith(": write the ICP filing number, such as 京ICP备2023001234号-1")
    assert found.say("zh").startswith(f"{text} {zh}")
    assert found.say("zh").endswith("；请填写 ICP 备案号，形如 京ICP备2023001234号-1")


@pytest.mark.parametrize(
    ("text", "en", "zh"),
    [
        (
            "京ICP备2023001234-1",
            "lacks 号 after the serial: write 京ICP备2023001234号-1",
            "缺少“号”字；应写作 京ICP备2023001234号-1",
        ),
        (
            "京ICP备2023001234",
            "lacks 号 after the serial: write 京ICP备2023001234号",
            "缺少“号”字；应写作 京ICP备2023001234号",
        ),
        (
            "京ICP备2023001234-5号",
            "has 号 in the wrong place, after the ordinal: write 京ICP备2023001234号-5",
            "的“号”位置有误，应在网站序号之前；应写作 京ICP备2023001234号-5",
        ),
        (
            "京备ICP12345678号",
            "is not how an ICP filing number is written: write 京ICP备12345678号",
            "的写法有误；应写作 京ICP备12345678号",
        ),
        (
            "京ICP备2023001234号1A",
            "is not how an ICP filing number is written: write 京ICP备2023001234号-1A",
            "的写法有误；应写作 京ICP备2023001234号-1A",
        ),
        (
            "京ICP备123456号-1",
            "has a serial of 6 digits, where ICP filings have 8 or 10: compare it with the certificate",
            "的“号”前有 6 位数字，而 ICP 备案号应为 8 位或 10 位；请与备案信息核对",
        ),
        (
            "京ICP备1号-1",
            "has a serial of 1 digit, where ICP filings have 8 or 10: compare it with the certificate",
            "的“号”前有 1 位数字，而 ICP 备案号应为 8 位或 10 位；请与备案信息核对",
        ),
        (
            "京ICP备202300123号-1",
            "has a serial of 9 digits, where ICP filings have 8 or 10: compare it with the certificate",
            "的“号”前有 9 位数字，而 ICP 备案号应为 8 位或 10 位；请与备案信息核对",
        ),
        (
            "ICP备2023001234号-1",
            "lacks the short name of the province before ICP备: write it as in 京ICP备2023001234号-1",
            "的“ICP备”之前缺少省份简称；应写作 京ICP备2023001234号-1 的形式",
        ),
        (
            "港ICP备2023001234号-1",
            "begins with 港, which is no province's short name: write it as in 京ICP备2023001234号-1",
            "开头的“港”不是省份简称；应写作 京ICP备2023001234号-1 的形式",
        ),
    ],
)
def test_misspellings_are_explained(text: str, en: str, zh: str) -> None:
    found = parse(text)
    assert isinstance(found, Text)
    assert found.say("en") == f"{text} {en}"
    assert found.say("zh") == f"{text} {zh}"


@pytest.mark.parametrize("tail", ["-0", "-1B", "-12345", "-", "-01"])
def test_ordinals(tail: str) -> None:
    found = parse(f"京ICP备2023001234号{tail}")
    assert isinstance(found, Text)
    assert f"ends in {tail}, where a website has its ordinal, such as -1" in found.say("en")
    assert f"的结尾“{tail}”有误" in found.say("zh")


@pytest.mark.parametrize(
    "text", ["ICP备案号：京ICP备2023001234号-1", "京ICP备2023001234号-1 京公网安备11010802012345号"]
)
def test_a_number_among_other_words(text: str) -> None:
    found = parse(text)
    assert isinstance(found, Text)
    assert found.say("en") == f"{text} holds more than the number: write 京ICP备2023001234号-1 alone"
    assert found.say("zh") == f"“{text}”含有多余内容；请只填写 京ICP备2023001234号-1"


@pytest.mark.parametrize("text", ["", "not filed", "{braces}", "京ICP备号", "١٢٣٤٥٦٧٨"])
def test_anything_else(text: str) -> None:
    found = parse(text)
    assert isinstance(found, Text)
    assert found.say("en") == f"{text} is not an ICP filing number: write it as in 京ICP备2023001234号-1"
    assert found.say("zh") == f"“{text}”不是 ICP 备案号；应写作 京ICP备2023001234号-1 的形式"


def test_a_long_text_is_cut() -> None:
    found = parse("示例\n" * 500)
    assert isinstance(found, Text)
    assert len(found.say("en").splitlines()) == 1
    assert len(found.say("en")) < 150
