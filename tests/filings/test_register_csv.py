"""The register as a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from icplint.filings.register import read
from icplint.model.reading import Input, Reading
from icplint.policy import Tables

Register = Callable[[str | bytes], Reading]

ENGLISH = """\
domain,licence,holder,access_providers,status,filed_on
example.cn,京ICP备2023001234号-1,示例（北京）科技有限公司,alibaba;tencent,filed,2023-05-06
www.example.com,京ICP备2023001234号-2,,,,
"""
CHINESE = """\
序号,域名,ICP备案号,主办单位,接入商,状态,审核时间

1,example.cn,京ICP备2023001234号-1,示例（北京）科技有限公司,阿里云、腾讯云,已备案,2023/5/6
2,www.example.com,京ICP备2023001234号-2
"""


@pytest.fixture
def register(tmp_path: Path) -> Register:
    def written(content: str | bytes) -> Reading:
        path = tmp_path / "filings.CSV"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, "ops/filings.csv", Tables.core().providers)

    return written


def said(reading: Reading) -> list[tuple[int | None, str, str]]:
    """Return the line and the sentences of each problem."""
    return [(p.origin.line if p.origin else 0, p.text.say("en"), p.text.say("zh")) for p in reading.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(("content", "lines"), [(ENGLISH, [2, 3]), (CHINESE, [3, 4])])
def test_encodings_and_headings(register: Register, encoding: str, content: str, lines: list[int]) -> None:
    reading = register(content.encode(encoding))
    assert reading.problems == []
    assert reading.complete == {"filing"}
    assert reading.inputs == [Input("register", "ops/filings.csv")]
    assert [dict(r.values) for r in reading.resources] == [
        {
            "domain": "example.cn",
            "licence": "京ICP备2023001234号-1",
            "access_providers": ["alibaba", "tencent"],
            "status": "filed",
            "filed_on": "2023-05-06",
            "kind": "website",
        },
        {"domain": "example.com", "licence": "京ICP备2023001234号-2", "status": "filed", "kind": "website"},
    ]
    assert [(r.origin.file, r.origin.line, r.origin.column) for r in reading.resources] == [
        ("ops/filings.csv", line, 1) for line in lines
    ]


@pytest.mark.parametrize(
    "cell", ["阿里云;腾讯云", "阿里云；腾讯云；", "阿里云、 腾讯云", "阿里云|腾讯云", "阿里云｜腾讯云"]
)
def test_separators_of_providers(register: Register, cell: str) -> None:
    reading = register(f"域名,网站备案号,接入服务商\nexample.cn,京ICP备2023001234号-1,{cell}\n")
    assert reading.resources[0].values["access_providers"] == ["alibaba", "tencent"]


@pytest.mark.parametrize("cell", ["", " ", ";", "未知", "-"])
def test_providers_that_are_not_known(register: Register, cell: str) -> None:
    reading = register(f"域名,网站备案号,接入服务商\nexample.cn,京ICP备2023001234号-1,{cell}\n")
    assert reading.problems == []
    assert "access_providers" not in reading.resources[0].values


def test_a_comma_separates_providers_too(register: Register) -> None:
    reading = register('域名,备案号,接入商\nexample.cn,京ICP备2023001234号-1,"阿里云,腾讯云"\n')
    assert said(reading) == []
    assert reading.resources[0].values["access_providers"] == ["alibaba", "tencent"]


@pytest.mark.parametrize(
    "cell", ["2023-05-06", "2023/5/6", "2023.05.06", "2023年5月6日", "20230506", "2023-05-06 10:11:12", "２０２３-5-6"]
)
def test_dates(register: Register, cell: str) -> None:
    reading = register(f"域名,备案号,审核时间\nexample.cn,京ICP备2023001234号-1,{cell}\n")
    assert reading.resources[0].values["filed_on"] == "2023-05-06"


def test_the_number_of_the_website_comes_before_that_of_the_entity(register: Register) -> None:
    reading = register(
        "主体备案号,网站备案号,域名\n"
        "京ICP备2023001234号,沪ICP备2023001234号-1,example.cn\n"
        "京ICP备2023001234号,,example.com\n"
    )
    assert [(r.values["licence"], r.values["kind"]) for r in reading.resources] == [
        ("沪ICP备2023001234号-1", "website"),
        ("京ICP备2023001234号", "entity"),
    ]


@pytest.mark.parametrize("content", ["", "\ufeff", "\n\n", "域名,备案号\n", "domain,licence\r\n,,\r\n"])
def test_an_empty_register_says_that_nothing_is_filed(register: Register, content: str) -> None:
    reading = register(content)
    assert (reading.resources, reading.problems, reading.complete) == ([], [], {"filing"})


def test_lines_are_those_of_the_file(register: Register) -> None:
    reading = register(
        '域名,备案号,主办单位\r\nexample.cn,京ICP备2023001234号-1,"多行\r\n单位"\r\n\r\n'
        "com.cn,京ICP备2023001234号-2,\r\nexample.com,京ICP备2023001234号-3,\r\n"
    )
    assert [r.origin.line for r in reading.resources] == [2, 6]
    assert said(reading) == [
        (
            5,
            "com.cn is a public suffix, under which others register: write the domain that was filed",
            "com.cn 是公共后缀，本身不能备案；请填写实际备案的域名",
        )
    ]
    assert reading.complete == set()


@pytest.mark.parametrize(
    ("row", "en", "zh"),
    [
        (
            "example.cn,,,",
            "example.cn has no licence: write its filing number, or status pending while there is none",
            "example.cn 缺少备案号（licence）；请填写备案号，尚未取得备案号的请将状态（status）填为 pending（备案中）",
        ),
        (",京ICP备2023001234号-1,,", "this filing has no domain: write one", "这条 filing 记录缺少 domain；请补充"),
        (
            "example.cn,京公网安备11010802012345号,,",
            (
                "京公网安备11010802012345号 is a public-security filing (公安联网备案), which is a separate regime: "
                "write the ICP filing number, such as 京ICP备2023001234号-1"
            ),
            (
                "京公网安备11010802012345号 是公安联网备案号，与 ICP 备案是两套制度，不能互相代替；"
                "请填写 ICP 备案号，形如 京ICP备2023001234号-1"
            ),
        ),
        (
            "example.cn,京ICP备2023001234号-1,,,2023",
            "this row has more cells than there are columns: put a cell that holds a comma in quotes",
            "这一行的单元格多于标题列数；含有逗号的单元格请加英文双引号",
        ),
    ],
)
def test_a_bad_row(register: Register, row: str, en: str, zh: str) -> None:
    reading = register(f"域名,备案号,接入商,状态\n{row}\nexample.com,京ICP备2023001234号-9,,\n")
    assert said(reading) == [(2, en, zh)]
    assert [r.address for r in reading.resources] == ["example.com"]


@pytest.mark.parametrize(
    ("content", "line", "en", "zh"),
    [
        (
            "domain,licence,statsu\nexample.cn,京ICP备2023001234号-1,filed\n",
            1,
            "a register has no column statsu: did you mean status?",
            "备案清单没有“statsu”这一列；是否应为“status”？",
        ),
        (
            "域名,备案号,接入商家\n",
            1,
            "a register has no column 接入商家: did you mean 接入商?",
            "备案清单没有“接入商家”这一列；是否应为“接入商”？",
        ),
        (
            "\n备案号,状态\n",
            2,
            "no column is called domain (域名): a row above the filings must name the columns",
            "缺少“域名”（domain）列；备案记录之前须有一行标题说明各列名称",
        ),
        (
            "域名,备案号,域名\n",
            1,
            "two columns are called 域名: delete or rename one",
            "有两列的标题都是“域名”；请删除或改名其中一列",
        ),
        (
            '域名,备案号\nexample.cn,京ICP备2023001234号-1\n"example.com,x\n',
            3,
            "this is not valid CSV: unexpected end of data",
            "不是合法的 CSV：unexpected end of data",
        ),
        (
            b"\xff\xfed",
            None,
            "this is neither UTF-8 nor GB 18030: save it as UTF-8",
            "文件既不是 UTF-8 也不是 GB 18030 编码；请另存为 UTF-8",
        ),
        (
            "\ufeff域名,备案号\n".encode() + b"\xd6\xd0",
            None,
            "this is neither UTF-8 nor GB 18030: save it as UTF-8",
            "文件既不是 UTF-8 也不是 GB 18030 编码；请另存为 UTF-8",
        ),
    ],
)
def test_a_bad_spreadsheet(register: Register, content: str | bytes, line: int | None, en: str, zh: str) -> None:
    reading = register(content)
    assert said(reading) == [(line, en, zh)]
    assert reading.complete == set()


def test_rows_before_a_broken_one_are_read(register: Register) -> None:
    reading = register('域名,备案号\nexample.cn,京ICP备2023001234号-1\n"x')
    assert [r.address for r in reading.resources] == ["example.cn"]
    assert len(reading.problems) == 1


def test_a_first_row_without_headings(register: Register) -> None:
    reading = register("example.cn,京ICP备2023001234号-1\n")
    assert said(reading) == [
        (
            1,
            "no column is called domain (域名) or licence (备案号): a row above the filings must name the columns",
            "缺少“域名”（domain）和“备案号”（licence）列；备案记录之前须有一行标题说明各列名称",
        )
    ]


# As spreadsheets export it


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("first", ["", "sep={}\n", '"sep={}"\r\n', "公司域名备案台账\n制表：运维部\n\n"])
def test_separators(register: Register, separator: str, first: str) -> None:
    row = f"1{separator}example.cn{separator}京ICP备2023001234号-1{separator}"
    cells = f'序号{separator}域名{separator}备案号{separator}接入商\n{row}"阿里云;腾讯云"\n'
    reading = register((first.format(separator) + cells).encode("utf-16-le" if "\r" in first else "gb18030"))
    if "\r" in first:  # without its mark, UTF-16 cannot be told from anything else
        reading = register(b"\xff\xfe" + (first.format(separator) + cells).encode("utf-16-le"))
    assert reading.problems == []
    assert [r.values["access_providers"] for r in reading.resources] == [["alibaba", "tencent"]]
    assert reading.resources[0].origin.line == 2 + first.count("\n")


def test_a_stated_separator_holds_even_where_another_would_do(register: Register) -> None:
    [(line, en, _)] = said(register("sep=;\n域名,备案号\nexample.cn,京ICP备2023001234号-1\n"))
    assert (line, en.split(":")[0]) == (2, "no column is called domain (域名) or licence (备案号)")


def test_columns_of_other_matters_are_left_alone(register: Register) -> None:
    reading = register(
        "序号,部门,域名（必填）*,公安备案号,ICP备案号,联系电话,域名状态\n"
        "1,市场部,example.cn,京公网安备11010802012345号,京ICP备2023001234号-1,010-00000000,已过期\n2,,,,,,\n"
    )
    assert reading.problems == []
    assert [dict(r.values) for r in reading.resources] == [
        {"domain": "example.cn", "licence": "京ICP备2023001234号-1", "status": "filed", "kind": "website"}
    ]


def test_a_ledger_of_all_domains_marks_those_without_a_filing(register: Register) -> None:
    reading = register(
        "域名,备案号,备案状态\nexample.cn,京ICP备2023001234号-1,已备案\nexample.com,,未备案\nexample.net,无,\n"
        "example.org,/,无需备案\nexample.io,未备案,\n"
    )
    assert reading.problems == []
    assert [r.address for r in reading.resources] == ["example.cn"]
    reading = register("域名,备案号,是否备案\nexample.cn,京ICP备2023001234号-1,是\nexample.com,,否\n")
    assert [(r.address, r.values["status"]) for r in reading.resources] == [("example.cn", "filed")]
    assert reading.problems == []


def test_a_row_without_a_number_is_at_fault(register: Register) -> None:
    reading = register("域名,备案号,备案状态\nexample.com,,\n")
    assert len(reading.problems) == 1
    assert reading.complete == set()


def test_several_domains_in_one_cell(register: Register) -> None:
    reading = register('域名,备案号\n"www.example.cn\nexample.cn、example.com，",京ICP备2018001234号-1\n')
    assert reading.problems == []
    assert [r.address for r in reading.resources] == ["example.cn", "example.com"]


def test_cells_that_exports_guard_from_spreadsheets(register: Register) -> None:
    reading = register('域名,备案号,审核时间\n="example.cn",="京ICP备2023001234号-1",\t2023-05-06\n')
    assert reading.problems == []
    assert reading.resources[0].values["filed_on"] == "2023-05-06"


def test_headings_that_come_again_begin_another_block(register: Register) -> None:
    reading = register(
        "域名,备案号\nexample.cn,京ICP备2023001234号-1\n\n备案号,域名\n京ICP备2023001234号-2A,example.com\n"
    )
    assert reading.problems == []
    assert [(r.address, r.values["kind"]) for r in reading.resources] == [
        ("example.cn", "website"),
        ("example.com", "app"),
    ]


def test_the_fields_of_the_ministrys_own_query(register: Register) -> None:
    reading = register(
        "domain,mainLicence,serviceLicence,unitName,natureName,updateRecordTime,limitAccess\n"
        "example.cn,京ICP备2023001234号,京ICP备2023001234号-1,示例（北京）科技有限公司,企业,2023-05-06 10:11:12,否\n"
    )
    assert reading.problems == []
    assert reading.resources[0].values["licence"] == "京ICP备2023001234号-1"
    assert reading.resources[0].values["filed_on"] == "2023-05-06"
