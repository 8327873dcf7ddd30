"""Whether a workbook is of a size that a register may have, before anything makes cells of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final
from zipfile import ZipFile

from icplint.model.bounds import MIB, BoundsError
from icplint.model.regex import regex
from icplint.model.text import Text

UNPACKED: Final = 24
"""Megabytes of a workbook that is unpacked: a register of 20,000 rows has 10."""

PARTS: Final = 1_000
ELEMENTS: Final = 1_500_000
"""Of XML, opened or closed; to read a million takes two seconds."""

CELLS: Final = 300_000
"""Cells between the first and the last that are written, on all sheets, and those that are merged."""

_TOO_LARGE: Final = Text(
    "this workbook is larger than a register can be (more than {most} MB unpacked): save the register's sheet alone",
    "该工作簿超出备案清单的合理大小（解压后超过 {most} MB）；请只保存备案清单所在的工作表",
)
_FAR: Final = Text(
    "this workbook has more than {most} cells, counted from the first to the last that is written or merged: delete "
    "the rows and columns that are not used, undo merged cells, and save it again",
    "该工作簿的单元格超过 {most} 个（计至最后一个已写入或已合并的单元格）；请删除未使用的行列、取消合并后重新保存",
)
_FOREIGN: Final = Text(
    "this workbook is not written as spreadsheets write theirs ({what}): open it and save it as .xlsx",
    "该工作簿的内部格式与电子表格软件写出的不同（{what}）；请打开后另存为 .xlsx",
)
_MERGED: Final = regex(rb"<(?:\w+:)?mergeCell\s")
_RANGE: Final = regex(
    rb"""<(?:\w+:)?mergeCell\s+(?:\w+\s*=\s*["'][^"'&]*["']\s*)*?ref\s*=\s*["']([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?["']"""
)
_CELL: Final = regex(rb"""<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]+)(\d+)["']""")
_OPENED: Final = regex(rb"<(?:\w+:)?c[\s>/]")
_ROW: Final = regex(rb"""<(?:\w+:)?row\s[^>]*?\br\s*=\s*["'](\d+)["']""")
_PLACED: Final = regex(rb"""\br\s*=\s*["'][^"']*&""")


def check(content: bytes) -> None:
    """Refuse what takes more time or memory than a register is worth; raises BoundsError, BadZipFile, OSError."""
    with ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED * MIB:
            raise BoundsError(_TOO_LARGE.using(most=UNPACKED))
        contents = [packed.read(part) for part in parts if not part.is_dir()]
    if sum(content.count(b"<") for content in contents) > ELEMENTS:
        raise BoundsError(_TOO_LARGE.using(most=UNPACKED))
    cells = sum(cell for content in contents for cell in _cells(content))
    if cells > CELLS:
        raise BoundsError(_FAR.using(most=f"{CELLS:,}"))


def _cells(part: bytes) -> Iterator[int]:
    """Yield how many cells a part of the workbook stands for: those of a sheet, and those that it merges."""
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise BoundsError(_FOREIGN.using(what="DOCTYPE"))
    if not part.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        if part[:2] in {b"\xff\xfe", b"\xfe\xff"} or part[:4].strip(b"\0") != part[:4]:
            raise BoundsError(_FOREIGN.using(what="UTF-16"))
        return
    ranges = _RANGE.findall(part)
    if len(ranges) != len(_MERGED.findall(part)) or _PLACED.search(part):
        raise BoundsError(_FOREIGN.using(what="mergeCell"))
    for left, top, right, bottom in ranges:
        if right:
            yield abs(int(bottom) - int(top) + 1) * abs(_column(right) - _column(left) + 1)
    found = _CELL.findall(part)
    rows = max([0, *map(int, _ROW.findall(part)), *(int(row) for _, row in found)])
    columns = max([1, *map(_column, {letters for letters, _ in found})])
    yield max(rows * columns, len(_OPENED.findall(part)))


def _column(letters: bytes) -> int:
    """Return the number of a column: 1 for A."""
    number = 0
    for letter in letters[:8]:
        number = number * 26 + letter - ord("A") + 1
    return number
