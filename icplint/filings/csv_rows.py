"""A register kept as a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final

from icplint.filings.row import Row, Sheet
from icplint.filings.words import HEADINGS, IGNORED_HEADINGS, PREFERENCE, excerpt, folded
from icplint.model.text import Text, plain

_REQUIRED: Final = {"domain": "域名", "licence": "备案号"}
_SEPARATORS: Final = re.compile("[;；、|｜]")


def read_csv(data: bytes) -> Sheet:
    """Return what a CSV file holds, in UTF-8 with or without a byte order mark, else in GB 18030 (RFC 4180)."""
    sheet = Sheet()
    text = _decoded(data)
    if text is None:
        sheet.blame(
            Text(
                "this is neither UTF-8 nor GB 18030: save it as UTF-8",
                "文件既不是 UTF-8 也不是 GB 18030 编码；请另存为 UTF-8",
            )
        )
        return sheet
    records = list(_records(text, sheet))
    if records:
        line, headings = records[0]
        columns = _columns(headings, line, sheet)
        for line, cells in records[1:] if columns else ():
            _collect(cells, columns, len(headings), line, sheet)
    return sheet


def _records(text: str, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Yield the line and the cells of each row that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        sheet.blame(
            Text("this is not valid CSV: {reason}", "不是合法的 CSV：{reason}").using(reason=plain(error)), line
        )


def _decoded(data: bytes) -> str | None:
    marked = data.startswith(codecs.BOM_UTF8)
    for encoding in ("utf-8-sig",) if marked else ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _columns(cells: Sequence[str], line: int, sheet: Sheet) -> Mapping[int, str]:
    """Return the field of each column that counts, the preferred ones first; empty where no row can be read."""
    known: dict[int, str] = {}
    faults: list[Text] = []
    for index, heading in enumerate(cells):
        name = folded(heading)
        if name in HEADINGS and name in known.values():
            faults.append(_twice(heading))
        elif name in HEADINGS:
            known[index] = name
        elif name and name not in IGNORED_HEADINGS:
            faults.append(_no_column(heading, name))
    fields = {index: HEADINGS[known[index]] for index in sorted(known, key=lambda i: PREFERENCE.index(known[i]))}
    missing = [field for field in _REQUIRED if field not in fields.values()]
    if missing:
        # A first row that names no column at all is a row like the others, and its cells are no headings gone wrong.
        faults = [*(faults if fields else ()), _missing(missing)]
    for fault in faults:
        sheet.blame(fault, line)
    return {} if missing else fields


def _missing(fields: Sequence[str]) -> Text:
    return Text(
        "no column is called {en}: the first row must name the columns",
        "缺少{zh}列；首行必须是各列的标题",
    ).using(
        en=" or ".join(f"{field} ({_REQUIRED[field]})" for field in fields),
        zh="和".join(f"“{_REQUIRED[field]}”（{field}）" for field in fields),
    )


def _collect(cells: Sequence[str], columns: Mapping[int, str], width: int, line: int, sheet: Sheet) -> None:
    """Add one row of the spreadsheet; a cell that is empty counts as absent."""
    if any(cell.strip() for cell in cells[width:]):
        sheet.blame(
            Text(
                "this row has more cells than there are columns: put a cell that holds a comma in quotes",
                "这一行的单元格多于标题列数；含有逗号的单元格请加英文双引号",
            ),
            line,
        )
        return
    values: dict[str, Any] = {}
    for index, field in columns.items():
        if index < len(cells) and cells[index].strip():
            values.setdefault(field, cells[index].strip())
    words = [word.strip() for word in _SEPARATORS.split(values.pop("access_providers", ""))]
    if any(words):
        values["access_providers"] = [word for word in words if word]
    sheet.rows.append(Row(table="filing", values=values, line=line))


def _twice(heading: str) -> Text:
    return Text(
        "two columns are called {heading}: delete or rename one", "有两列的标题都是“{heading}”；请删除或改名其中一列"
    ).using(heading=excerpt(heading))


def _no_column(heading: str, name: str) -> Text:
    near = get_close_matches(name, HEADINGS, n=1)
    if near:
        return Text(
            "a register has no column {heading}: did you mean {near}?",
            "备案清单没有“{heading}”这一列；是否应为“{near}”？",
        ).using(heading=excerpt(heading), near=near[0])
    return Text(
        "a register has no column {heading}: its columns are {columns}",
        "备案清单没有“{heading}”这一列；可用的列为：域名、备案号、主办单位、接入商、状态、审核时间",
    ).using(heading=excerpt(heading), columns=", ".join(dict.fromkeys(HEADINGS.values())))
