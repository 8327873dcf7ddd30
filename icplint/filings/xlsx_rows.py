"""A register kept as an Excel workbook; the only importer of openpyxl."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile

from icplint.filings.columns import Cell, SheetRow, almost_headings, collect, headings_among, misspells_headings
from icplint.filings.row import Sheet
from icplint.filings.xlsx_bounds import check
from icplint.model.packages import installing
from icplint.model.text import Text, plain
from icplint.policy import ProviderNames

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

NO_LIBRARY: Final = Text(
    "an .xlsx register needs openpyxl, which is not installed: {install}",
    "读取 .xlsx 备案清单需要 openpyxl，尚未安装；请执行 {install}",
)
_BROKEN: Final = Text(
    "this is no workbook that can be read ({reason}): open it and save it as .xlsx",
    "这不是可以读取的工作簿（{reason}）；请打开后另存为 .xlsx",
)
_NO_ROWS: Final = Text("no worksheet of this workbook holds anything", "工作簿中的所有工作表都是空的")
_MALFORMED: Final = (
    BadZipFile, SyntaxError, zlib.error, EOFError, KeyError, ValueError, TypeError, AttributeError, IndexError,
    NotImplementedError, RuntimeError, OSError, OverflowError,
)  # fmt: skip
"""What openpyxl and the libraries below it raise at a file that is damaged, encrypted or no workbook.

SyntaxError is the parser's, of whichever reads XML: lxml's, where that is installed, or Python's own.
"""


def read_xlsx(content: bytes, providers: ProviderNames) -> Sheet:
    """Return what a workbook holds: the rows of every worksheet that names the columns of a register.

    Hidden rows and sheets count. A merged cell stands in each of its rows, a formula for the value that was saved.
    """
    sheet = Sheet(providers)
    try:
        written, saved = _books(content)
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        sheet.blame(NO_LIBRARY.using(install=installing("icplint[xlsx]")))
        return sheet
    except _MALFORMED as error:
        sheet.blame(_BROKEN.using(reason=plain(str(error) or type(error).__name__)))
        return sheet
    pages = ((page.title, list(_records(page, saved[page.title]))) for page in written.worksheets)
    tables = {title: records for title, records in pages if records}
    registers = {name: records for name, records in tables.items() if headings_among(records)}
    if not registers:
        _blame_the_nearest(tables, sheet)
        return sheet
    for name, records in tables.items():
        near = None if name in registers else almost_headings(records)
        if name in registers or (near is not None and misspells_headings(near)):
            collect(records, sheet, part=name if len(tables) > 1 else "")
    return sheet


def _blame_the_nearest(tables: Mapping[str, list[SheetRow]], sheet: Sheet) -> None:
    """Say what the first worksheet lacks that comes near to a register."""
    name = next((name for name, records in tables.items() if almost_headings(records)), next(iter(tables), None))
    if name is None:
        sheet.blame(_NO_ROWS)
    else:
        collect(tables[name], sheet, part=name if len(tables) > 1 else "")


def _books(content: bytes) -> tuple[Workbook, Workbook]:
    """Return a workbook as it is written, and as it was calculated when it was saved."""
    check(content)
    book = _opened(content, values=False)
    formulas = any(cell.data_type == "f" for page in book.worksheets for row in page.iter_rows() for cell in row)
    return book, _opened(content, values=True) if formulas else book


def _opened(content: bytes, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    with warnings.catch_warnings():  # on styles and validations that openpyxl does not know
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(content), data_only=values)


def _records(page: Worksheet, values: Any) -> Iterator[SheetRow]:
    """Yield the rows that are not empty."""
    above: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[int, dict[int, int]] = {}
    for merged in page.merged_cells.ranges:
        for row in range(merged.min_row, merged.max_row + 1):
            above[row, merged.min_col] = (merged.min_row, merged.min_col)
            if merged.max_col > merged.min_col:
                spans.setdefault(row, {})[merged.min_col - 1] = merged.max_col - 1
    for line, cells in enumerate(page.iter_rows(), 1):
        found: list[Cell] = []
        for index in range(1, len(cells) + 1):
            row, column = above.get((line, index), (line, index))
            found.append(_read(page.cell(row, column), values.cell(row, column)))
        if any(found):
            yield SheetRow(line, found, spans.get(line, {}))


def _read(written: Any, saved: Any) -> Cell:
    """Return what a cell shows; a formula whose value was never saved stays a formula, which is not a value."""
    if written.data_type == "f" and saved.value is None and saved.data_type == "n":
        return f"{getattr(written.value, 'text', written.value)}"
    match saved.value:
        case None:
            return ""
        case datetime() | date() as day:
            return day
        case time() | timedelta() as moment:
            return str(moment)
        case float() as number if number.is_integer():
            return str(int(number))
        case value:
            return str(value).strip()
