"""The rows of a spreadsheet below the row that names its columns, whatever kind of file it came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final, NamedTuple

from icplint.filings.cells import (
    APP,
    NO_DAY,
    REMARKED,
    is_app,
    is_day,
    is_empty,
    is_total,
    open_question,
    with_status,
    without_remarks,
)
from icplint.filings.fields import host_in
from icplint.filings.headings import HEADINGS, PREFERENCE, REQUIRED, heading, nearly
from icplint.filings.row import Fault, RegisterRow, Sheet
from icplint.filings.words import NEVER_FILED, NOT_KNOWN, excerpt
from icplint.model.regex import regex
from icplint.model.text import Text, folded

Cell = str | date
DEPTH: Final = 20
"""How many rows from the top may be the headings: titles and notes stand above them."""
_PROVIDERS: Final = regex("[;；、|｜\n]")
_DOMAINS: Final = regex(r"[;；、|｜,，\s]+")
_SPARE: Final = frozenset({"holder", "filed_on"})
"""What no answer depends on: there may be several columns of it."""


class SheetRow(NamedTuple):
    """One row as it stands in the file; `spans` tells the last column of each cell that is merged across several."""

    line: int
    cells: Sequence[Cell]
    spans: Mapping[int, int] = {}


def known(record: SheetRow) -> dict[int, str]:
    """Return the field of each column that the row would name."""
    names = ((i, heading(c)) for i, c in enumerate(record.cells) if isinstance(c, str))
    return {index: HEADINGS[name] for index, name in names if name in HEADINGS}


def names_columns(record: SheetRow) -> bool:
    """Return whether the row names the columns of a register."""
    return REQUIRED.keys() <= set(known(record).values())


def headings_among(records: Sequence[SheetRow]) -> SheetRow | None:
    """Return the row that names the columns, if one of the first rows does."""
    return next(filter(names_columns, islice(records, DEPTH)), None)


def almost_headings(records: Sequence[SheetRow]) -> SheetRow | None:
    """Return the row that names only some of the columns of a register, and the more the better."""
    return max(filter(known, islice(records, DEPTH)), key=lambda record: len(known(record)), default=None)


def misspells_headings(record: SheetRow) -> bool:
    """Return whether the row names one column of a register, and another one almost."""
    return next(_misspelled(record), None) is not None


def collect(records: Sequence[SheetRow], sheet: Sheet, *, ragged: bool = False, part: str = "") -> None:
    """Add every row below the headings; a row that names the columns anew begins another block of them.

    `ragged`: cells beyond the headings mean that the row is broken, as in CSV. `part` is the worksheet.
    """
    first = headings_among(records)
    if first is None:
        _blame_headings(almost_headings(records) or records[0], sheet, part)
        return
    columns: Mapping[int, str] = {}
    width = 0
    for record in records[records.index(first) :]:
        if names_columns(record):
            columns, width = _columns(record, sheet, part), len(record.cells)
        elif ragged and any(record.cells[width:]):
            sheet.blame(_TOO_WIDE, record.line, part)
        elif formula := next((c for c in _counting(record, columns) if str(c).startswith("=")), None):
            sheet.blame(_FORMULA.using(formula=excerpt(formula)), record.line, part)
        elif not _caption(record, columns):
            sheet.rows += _rows(record, columns, sheet, part)


def _counting(record: SheetRow, columns: Mapping[int, str]) -> Iterator[Cell]:
    return (cell for index, cell in enumerate(record.cells) if index in columns)


def _caption(record: SheetRow, columns: Mapping[int, str]) -> bool:
    """A cell that is merged over several columns of a register is a title between its rows."""
    return any(
        index in columns and any(index < other <= last for other in columns) for index, last in record.spans.items()
    )


def _columns(record: SheetRow, sheet: Sheet, part: str) -> Mapping[int, str]:
    """Return the field of each column that counts, the preferred ones first."""
    names: dict[int, str] = {}
    for index, cell in enumerate(record.cells):
        name = heading(cell) if isinstance(cell, str) else ""
        if name in HEADINGS and name in names.values() and HEADINGS[name] in _SPARE:
            continue
        if name in HEADINGS and name in names.values():
            sheet.blame(_TWICE.using(heading=excerpt(cell)), record.line, part)
        elif name in HEADINGS:
            names[index] = name
    for text in _misspelled(record):
        sheet.blame(text, record.line, part)
    return {index: HEADINGS[names[index]] for index in sorted(names, key=lambda i: PREFERENCE.index(names[i]))}


def _blame_headings(record: SheetRow, sheet: Sheet, part: str) -> None:
    fields = set(known(record).values())
    for text in _misspelled(record) if fields else ():
        sheet.blame(text, record.line, part)
    missing = [field for field in REQUIRED if field not in fields]
    text = _MISSING.using(
        en=" or ".join(f"{field} ({REQUIRED[field]})" for field in missing),
        zh="和".join(f"“{REQUIRED[field]}”（{field}）" for field in missing),
    )
    sheet.blame(text, record.line, part)


def _misspelled(record: SheetRow) -> Iterator[Text]:
    there = set(known(record).values())
    for cell in record.cells:
        near = nearly(heading(cell), there) if isinstance(cell, str) else None
        if near:
            yield _MISSPELLED.using(heading=excerpt(cell), near=near)


def _rows(record: SheetRow, columns: Mapping[int, str], sheet: Sheet, part: str) -> Iterator[RegisterRow]:
    """Yield an entry for each domain of a row; a cell that is empty counts as absent, a row without any as none."""
    values, dashed = _values(record, columns)
    if not values or is_total(record.cells, values) or _never_filed(values, dashed):
        return
    with_status(values)
    why = open_question(values, dash="licence" in dashed)
    if "filed_on" in values and not is_day(values["filed_on"]):
        text = NO_DAY.using(value=excerpt(values.pop("filed_on")))
        sheet.doubts.append(Fault(text=text, line=record.line, part=part, key="filed_on"))
    said = values.pop("access_providers", "")
    # A word that denies one of several may deny them all.
    words = [word.strip() for word in ([said] if sheet.providers.denied_in(said) else _PROVIDERS.split(said))]
    if any(words):
        values["access_providers"] = [word for word in words if word]
    cell, remarks = without_remarks(values.pop("domain", ""))
    if remarks:
        why = REMARKED.using(remark=excerpt(remarks[0]))
    names = [name for name in (host_in(word) for word in _DOMAINS.split(cell)) if name]
    if not names and is_app(values.get("licence", "")):
        sheet.doubts.append(Fault(text=APP, line=record.line, part=part, key="domain"))
        return
    for named in [{"domain": name} for name in names] or [{}]:
        yield RegisterRow(table="filing", values={**named, **values}, line=record.line, part=part, leaves_open=why)


def _values(record: SheetRow, columns: Mapping[int, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the cells of a row that say something, and those in which a dash or a word stands for nothing."""
    values: dict[str, Any] = {}
    dashed: dict[str, str] = {}
    for index, field in columns.items():
        cell = record.cells[index] if index < len(record.cells) else ""
        if cell and is_empty(cell) and field != "access_providers":
            dashed.setdefault(field, folded(str(cell)))
        elif cell:
            values.setdefault(field, cell if field == "filed_on" else str(cell))
    return values, {field: cell for field, cell in dashed.items() if field not in values}


def _never_filed(values: Mapping[str, Any], dashed: Mapping[str, str]) -> bool:
    """Whether a row says that the domain has no filing, as the register would by leaving it out."""
    number = folded(values.get("licence", ""))
    status = folded(values.get("status", ""))
    if not status:
        return number in NEVER_FILED or dashed.get("licence") in ("无", "none")
    return status in NEVER_FILED and (not number or number in NEVER_FILED | NOT_KNOWN)


_MISSING: Final = Text(
    "no column is called {en}: a row above the filings must name the columns",
    "缺少{zh}列；备案记录之前须有一行标题说明各列名称",
)
_TOO_WIDE: Final = Text(
    "this row has more cells than there are columns: put a cell that holds a comma in quotes",
    "这一行的单元格多于标题列数；含有逗号的单元格请加英文双引号",
)
_FORMULA: Final = Text(
    "{formula} is a formula whose value was not saved: open the file in a spreadsheet program and save it",
    "{formula} 是公式，文件中没有保存其计算结果；请用表格软件打开并保存",
)
_TWICE: Final = Text(
    "two columns are called {heading}: delete or rename one", "有两列的标题都是“{heading}”；请删除或改名其中一列"
)
_MISSPELLED: Final = Text(
    "a register has no column {heading}: did you mean {near}?", "备案清单没有“{heading}”这一列；是否应为“{near}”？"
)
