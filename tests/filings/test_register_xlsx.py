"""The register as a workbook, in the shapes that companies keep it in."""

from __future__ import annotations

import io
import random
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from icplint.filings.register import read
from icplint.model.reading import Reading
from icplint.policy import Tables

Fill = Callable[[Worksheet], Any]
ONE = "京ICP备2023001234号-1"
TWO = "京ICP备2023001234号-2"
MORNING = datetime(2023, 5, 6, 10, 11)  # noqa: DTZ001 - a spreadsheet knows no zones


def workbook(*sheets: tuple[str, list[list[Any]]], then: Fill | None = None) -> bytes:
    """Return a workbook of these sheets; `then` dresses the first."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        page = book.create_sheet(title)
        for row in rows:
            page.append(row)
    if then:
        then(book.worksheets[0])
    return saved(book)


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def register(tmp_path: Path, content: bytes, name: str = "备案台账.xlsx") -> Reading:
    path = tmp_path / name
    path.write_bytes(content)
    return read(path, f"ops/{name}", Tables.core().providers)


def said(reading: Reading) -> list[tuple[int | None, str]]:
    return [(p.origin.line if p.origin else 0, p.text.say("en")) for p in reading.problems]


def facts(reading: Reading) -> list[tuple[str, Any, Any, int | None]]:
    return [
        (r.address, r.values.get("licence"), r.values.get("access_providers"), r.origin.line) for r in reading.resources
    ]


def test_the_ledger_of_a_company(tmp_path: Path) -> None:
    """A title across the sheet, a note, headings in two rows, merged holders, dates, a hidden row, numbers as text."""

    def dress(page: Worksheet) -> None:
        for cells in ("A1:H1", "B3:C3", "D3:D4", "A3:A4", "E3:E4", "F3:F4", "G3:G4", "B5:B7", "E5:E6"):
            page.merge_cells(cells)
        page.row_dimensions[6].hidden = True
        page["F5"].number_format = "yyyy/m/d"

    rows: list[list[Any]] = [
        ["示例集团 ICP 备案台账"],
        ["更新日期：", date(2026, 11, 1), "注：黄色为待注销"],
        ["序号", "主体", None, "域名", "接入商", "审核通过日期", "备案状态", "负责人"],
        [None, "主办单位", "网站备案号"],
        [1, "示例（北京）科技有限公司", ONE, "example.cn", "阿里云", MORNING, "正常", "张三"],
        [2, None, TWO, "www.example.com", None, "2023.5.7", "正常"],
        [3, None, "京ICP备2023001234号-3A", "example.org", None, None, "已注销"],
        [4],
        [],
    ]
    reading = register(tmp_path, workbook(("备案", rows), then=dress))
    assert said(reading) == []
    assert reading.complete == {"filing"}
    assert facts(reading) == [
        ("example.cn", ONE, ["alibaba"], 5),
        ("example.com", TWO, ["alibaba"], 6),
        ("example.org", "京ICP备2023001234号-3A", None, 7),
    ]
    assert [r.values.get("filed_on") for r in reading.resources] == ["2023-05-06", "2023-05-07", None]
    assert [r.values["kind"] for r in reading.resources] == ["website", "website", "app"]


def test_a_title_between_the_rows_is_no_filing(tmp_path: Path) -> None:
    rows = [
        ["域名", "备案号", "接入商"],
        ["华东区"],
        ["example.cn", ONE, "阿里云"],
        ["华北区"],
        ["example.com", TWO, ""],
    ]

    def dress(page: Worksheet) -> None:
        page.merge_cells("A2:C2")

    reading = register(tmp_path, workbook(("备案", rows), then=dress))
    assert [address for address, *_ in facts(reading)] == ["example.cn", "example.com"]
    assert [line for line, _ in said(reading)] == [4, 4], "a title that is not merged looks like a broken row"


def test_every_sheet_that_names_the_columns_counts(tmp_path: Path) -> None:
    notes = [["填写说明"], ["域名请填写主域名"]]
    domains = [["域名", "注册商", "到期日"], ["example.net", "示例", date(2027, 1, 1)]]
    first = [["域名", "备案号", "状态"], ["example.cn", ONE, "已备案"]]
    second = [["备案号", "域名", "状态"], [TWO, "example.com", ""], [ONE, "example.cn", "已注销"]]
    reading = register(tmp_path, workbook(("说明", notes), ("域名", domains), ("北京", first), ("上海", second)))
    assert facts(reading) == [("example.cn", ONE, None, 2), ("example.com", TWO, None, 2)]
    assert said(reading) == [
        (3, "example.cn is on line 2 of sheet 北京 already, with another status: keep one row of the two (sheet 上海)"),
    ]


def test_rows_of_two_sheets_on_the_same_line_stay_apart(tmp_path: Path) -> None:
    sheets = [(name, [["域名", "备案号"], ["example.cn", number]]) for name, number in (("a", ONE), ("b", TWO))]
    reading = register(tmp_path, workbook(*sheets))
    assert len({(r.root, r.kind, r.address) for r in reading.resources}) == 2


def test_a_sheet_whose_headings_are_misspelled_is_not_passed_over(tmp_path: Path) -> None:
    first = ("北京", [["域名", "备案号"], ["example.cn", ONE]])
    second = ("上海", [["域名", "备案编码号"], ["example.com", TWO]])
    reading = register(tmp_path, workbook(first, second))
    assert said(reading) == [
        (1, "a register has no column 备案编码号: did you mean 备案编号? (sheet 上海)"),
        (1, "no column is called licence (备案号): a row above the filings must name the columns (sheet 上海)"),
    ]
    assert reading.complete == set()


@pytest.mark.parametrize(
    ("rows", "line", "en"),
    [
        ([["域名", "负责人"], ["example.cn", "张三"]], 1, "no column is called licence (备案号)"),
        ([["a"], ["备案号"]], 2, "no column is called domain (域名)"),
        ([["a"], ["b"]], 1, "no column is called domain (域名) or licence (备案号)"),
        ([], None, "no worksheet of this workbook holds anything"),
    ],
)
def test_a_workbook_that_is_no_register(tmp_path: Path, rows: list[list[Any]], line: int | None, en: str) -> None:
    reading = register(tmp_path, workbook(("Sheet1", rows)))
    assert [(at, text.split(":")[0]) for at, text in said(reading)] == [(line, en)]
    assert reading.complete == set()


@pytest.mark.parametrize(
    ("number", "en"),
    [
        (11010802012345, "11010802012345 is a public-security filing (公安联网备案), which is a separate regime"),
        ("京ICP证030173号", "京ICP证030173号 is a commercial ICP licence (ICP证)"),
        ("京B2-20090059", "京B2-20090059 is a licence for value-added telecom services"),
        ("#N/A", "#N/A is not an ICP filing number"),
        (2023, "2023 is not an ICP filing number"),
    ],
)
def test_numbers_of_other_regimes_are_named(tmp_path: Path, number: Any, en: str) -> None:
    rows = [["域名", "备案号"], ["example.cn", number], ["example.com", TWO]]
    [(line, text)] = said(register(tmp_path, workbook(("备案", rows))))
    assert line == 2
    assert text.startswith(en)


def test_a_formula_stands_for_the_value_that_was_saved(tmp_path: Path) -> None:
    rows = [["域名", "备案号", "主域名"], ['=LOWER("EXAMPLE.CN")', ONE], ["example.com", TWO]]
    unsaved = workbook(("备案", rows))
    [(line, text)] = said(register(tmp_path, unsaved))
    assert (line, text.split(":")[0]) == (2, '=LOWER("EXAMPLE.CN") is a formula whose value was not saved')
    saved_value = b'<c r="A2" t="str"><f>LOWER("EXAMPLE.CN")</f><v>example.cn</v></c>'
    files = parts(unsaved)
    sheet = files["xl/worksheets/sheet1.xml"]
    start = sheet.index(b'<c r="A2"')
    files["xl/worksheets/sheet1.xml"] = sheet[:start] + saved_value + sheet[sheet.index(b"</c>", start) + 4 :]
    reading = register(tmp_path, packed(files))
    assert said(reading) == []
    assert [address for address, *_ in facts(reading)] == ["example.cn", "example.com"]


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    content = workbook(("备案", [["域名", "备案号"], ["example.cn", ONE]]))
    assert facts(register(tmp_path, content, "filings.csv")) == [("example.cn", ONE, None, 2)]


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def damaged(dice: random.Random, data: bytes) -> bytes:
    found = bytearray(data[: dice.choice((len(data), dice.randrange(4, len(data))))])
    for _ in range(dice.randrange(1, 4)):
        found[dice.randrange(4, len(found))] = dice.choice(b'<>/"A9 \x00\xff')
    return bytes(found)


def test_damage_is_said_in_one_sentence(tmp_path: Path) -> None:
    """Archives and the documents in them, changed and cut at random places: never an exception."""
    content = workbook(("备案", [["域名", "备案号", "通过日期"], ["example.cn", ONE, date(2026, 1, 2)], ["=A2", TWO]]))
    dice = random.Random(7)  # noqa: S311
    files = parts(content)
    broken = 0
    for turn in range(400):
        name = dice.choice(list(files))
        bad = damaged(dice, content) if turn % 4 == 0 else packed({**files, name: damaged(dice, files[name])})
        broken += any(text.startswith("this is no workbook") for _, text in said(register(tmp_path, bad)))
    assert 200 < broken < 400


def test_without_the_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Any) -> None:
    path = tmp_path / "filings.xlsx"
    path.write_bytes(workbook(("备案", [["域名", "备案号"], ["example.cn", ONE]])))
    for name in [name for name in sys.modules if name.split(".")[0] == "openpyxl"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    run = icplint("filings", "check", path)
    assert run.code == 2
    assert run.err == (
        f"error: {path.as_posix()}: an .xlsx register needs openpyxl, which is not installed: "
        "pip install 'icplint[xlsx]'\n"
    )
