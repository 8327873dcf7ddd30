"""One register in every format that it may have says the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from icplint.filings.entries import entries_of
from icplint.filings.register import read, sheet_of
from icplint.filings.toml_text import to_toml
from icplint.policy import Tables

PROVIDERS = Tables.core().providers

HEADINGS = ("网站备案号", "接入商", "审核通过日期", "主办单位", "域名", "备案状态")
LABEL = st.from_regex(r"\A[a-z]([a-z0-9-]{0,8}[a-z0-9])?\Z").filter(lambda label: label[2:4] != "--")
ROWS = st.lists(
    st.tuples(
        st.integers(1, 99),
        st.sampled_from(["", "阿里云", "阿里云；腾讯云", "华为云|某某 IDC", "未知"]),
        st.dates(date(2000, 1, 1), date(2026, 11, 24)),
        st.text("示例（北京）科技,;\t\"' 有限公司\n", max_size=12).map(str.strip),
        st.lists(LABEL, min_size=1, max_size=3).map(lambda labels: ".".join([*labels, "example", "cn"]))
        | LABEL.map(lambda label: f"{label}.com.cn"),
        st.sampled_from(["", "已备案", "备案中", "已注销", "正常"]),
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0],
)


def written(rows: list[tuple[Any, ...]]) -> list[list[Any]]:
    return [[f"京ICP备20230012{row[0]:02}号-{row[0]}", *row[1:]] for row in rows]


def as_csv(rows: list[list[Any]], separator: str, encoding: str) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator)
    writer.writerows([HEADINGS, *rows])
    return buffer.getvalue().encode(encoding)


def as_workbook(rows: list[list[Any]]) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    for row in [["台账"], [], HEADINGS, *rows]:
        page.append([value or None for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def files(rows: list[list[Any]]) -> Iterator[tuple[str, bytes]]:
    yield "a.xlsx", as_workbook(rows)
    for separator in ",;\t":
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            yield "a.csv", as_csv(rows, separator, encoding)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=60,
    derandomize=True,
)
@given(rows=ROWS)
def test_every_format_says_the_same(tmp_path: Path, rows: list[tuple[Any, ...]]) -> None:
    said = []
    for file, content in files(written(rows)):
        path = tmp_path / file
        path.write_bytes(content)
        reading = read(path, file, PROVIDERS)
        assert reading.problems == [], file
        said.append([dict(resource.values) for resource in reading.resources])
    (tmp_path / "a.toml").write_text(to_toml(entries_of(sheet_of(path, PROVIDERS))), encoding="utf-8")
    said.append([dict(resource.values) for resource in read(tmp_path / "a.toml", "a.toml", PROVIDERS).resources])
    assert len(said[0]) == len(rows)
    assert all(each == said[0] for each in said)
