"""A register kept as a table of text, as spreadsheets export it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from icplint.filings.columns import SheetRow, collect, headings_among
from icplint.filings.row import Sheet
from icplint.model.bounds import BoundsError
from icplint.model.regex import regex
from icplint.model.text import Text, plain
from icplint.policy import ProviderNames

_SEPARATORS: Final = (",", "\t", ";")
_STATED: Final = regex(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_COLUMNS: Final = 1_000
"""Columns of a row; ledgers have a few dozen."""

_LINES: Final = 100_000
"""Lines, empty ones too: there are companies with 10,000 filings."""

_LONG: Final = Text(
    "it has more than {most} lines: export the register's rows alone",
    "行数超过 {most}；请只导出备案清单中有内容的行",
)
_WIDE: Final = Text(
    "line {line} has more than {most} columns: export the register's sheet alone",
    "第 {line} 行超过 {most} 列；请只导出备案清单所在的工作表",
)
_AS_TEXT: Final = regex(r'="(.*)"', re.DOTALL)
"""How exports keep spreadsheets from reading a number into a cell."""


def read_csv(data: bytes, providers: ProviderNames) -> Sheet:
    """Return what a table of text holds: UTF-8, UTF-16 with its mark or GB 18030; commas, tabs or semicolons.

    A first line `sep=;` states the separator (Excel); else it is the one by which the headings can be read.
    """
    sheet = Sheet(providers)
    text = _decoded(data)
    if text is None:
        sheet.blame(
            Text(
                "this is neither UTF-8 nor GB 18030: save it as UTF-8",
                "文件既不是 UTF-8 也不是 GB 18030 编码；请另存为 UTF-8",
            )
        )
        return sheet
    records = _table(text, sheet)
    if records:
        collect(records, sheet, ragged=True)
    return sheet


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    elif data.startswith(codecs.BOM_UTF8):
        encodings = ("utf-8-sig",)
    else:
        encodings = ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _table(text: str, sheet: Sheet) -> list[SheetRow]:
    """Return the rows that are not empty, by the separator under which one of them names the columns."""
    stated = _STATED.match(text)
    candidates = (stated[1],) if stated else _SEPARATORS
    readings = []
    for separator in candidates:
        faults = Sheet(sheet.providers)
        records = list(_records(text[stated.end() :] if stated else text, separator, 2 if stated else 1, faults))
        readings.append((records, faults))
        if headings_among(records):
            break
    else:
        records, faults = readings[0]
    sheet.faults += faults.faults
    return records


def _records(text: str, separator: str, first: int, sheet: Sheet) -> Iterator[SheetRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = first
    try:
        for cells in reader:
            if len(cells) > _COLUMNS:
                raise BoundsError(_WIDE.using(line=line, most=_COLUMNS))
            if line > _LINES:
                raise BoundsError(_LONG.using(most=_LINES))
            if any(cell.strip() for cell in cells):
                yield SheetRow(line, [_AS_TEXT.sub(r"\1", cell.strip()).strip() for cell in cells])
            line = reader.line_num + first
    except csv.Error as error:
        sheet.blame(
            Text("this is not valid CSV: {reason}", "不是合法的 CSV：{reason}").using(reason=plain(error)), line
        )
