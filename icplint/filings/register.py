"""Reads a register of filings from a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from icplint.errors import reason
from icplint.files.reading import bounded, read_named
from icplint.filings.entries import resources_of
from icplint.filings.row import Fault, Sheet
from icplint.model import bounds
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread, filing_of
from icplint.model.text import Text, plain
from icplint.policy import ProviderNames

TEMPLATE: Final = Path(__file__).with_name("template.toml")


_NO_REGISTER: Final = Text(
    "{name} is not a register: a register is a .toml, .csv or .xlsx file",
    "{name} 不是备案清单；备案清单应为 .toml、.csv 或 .xlsx 文件",
)
_NOTHING: Final = Text(
    "nothing came through the pipe: see whether the command before it failed",
    "管道中没有任何内容；请检查管道前的命令是否失败",
)
_OLD: Final = Text(
    "this is an old .xls workbook, or one with a password: save it as .xlsx without one",
    "这是旧版 .xls 工作簿，或设有密码；请取消密码并另存为 .xlsx",
)
NO_REGISTER: Final = Text(
    en="there is no such register: `icplint filings template` writes one to fill in",
    zh="备案清单不存在；可用 `icplint filings template` 生成一份后填写",
)
STANDARD: Final = Path("/dev/stdin")
"""The register that is written `-`."""

_FAULTS: Final = 2_000
"""Faults of a register that are reported: a file with more is probably not a register."""

_MORE: Final = Text(
    "and {count} more are wrong with this register: mend those above first",
    "该备案清单还有 {count} 处错误；请先修正以上各处",
)
_MORE_ONE: Final = Text(
    "and one more is wrong with this register: mend those above first",
    "该备案清单还有 1 处错误；请先修正以上各处",
)
_BOUNDS: Final = Text("this register cannot be read: {reason}", "备案清单无法读取：{reason}")
_IN_SHEET: Final = Text("{text} (sheet {part})", "{text}（工作表“{part}”）")


def _read_toml(content: bytes, providers: ProviderNames) -> Sheet:
    from icplint.filings.toml_rows import read_toml

    return read_toml(content, providers)


def _read_csv(content: bytes, providers: ProviderNames) -> Sheet:
    from icplint.filings.csv_rows import read_csv

    return read_csv(content, providers)


def _read_xlsx(content: bytes, providers: ProviderNames) -> Sheet:
    from icplint.filings.xlsx_rows import read_xlsx

    return read_xlsx(content, providers)


def _read_piped(content: bytes, providers: ProviderNames) -> Sheet:
    """Read what has no name of its own: the register of a pipe, `--filings <(…)`; an empty one was never written."""
    if not content.strip():
        sheet = Sheet(providers)
        sheet.blame(_NOTHING)
        return sheet
    return (_read_toml if b"[[" in content else _read_csv)(content, providers)


_FORMATS: Final[Mapping[str, Callable[[bytes, ProviderNames], Sheet]]] = {
    ".toml": _read_toml,
    **dict.fromkeys((".csv", ".tsv", ".txt"), _read_csv),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls"), _read_xlsx),
}
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(
    path: Path, shown: str, providers: ProviderNames, contents: Callable[[Path, int], bytes] = read_named
) -> Reading:
    """Return the filings, service codes and addresses of a register, each at its line of `shown`; never raises.

    `providers` knows whom a cell names; `contents` reads the file, or raises OSError.
    `shown` is the path as reports spell it, relative with forward slashes. Every bad row is a problem; the good rows
    are yielded nevertheless, but only a register without a problem claims that the filings are `complete`.
    """
    sheet = sheet_of(path, providers, contents)
    resources = resources_of(sheet, shown)
    problems = problems_of(sheet, shown)
    return Reading(
        resources=resources,
        inputs=[Input("register", shown)],
        problems=problems,
        unread=doubts_of(sheet, shown),
        complete=set() if problems else {"filing"},
    )


def problems_of(sheet: Sheet, shown: str) -> list[Problem]:
    """Return what is wrong with a register, from its top to its end."""
    faults = sorted(sheet.faults, key=lambda fault: (fault.part, fault.line or 0))
    if len(faults) > _FAULTS:
        count = len(faults) - _FAULTS
        faults[_FAULTS:] = [Fault(text=(_MORE_ONE if count == 1 else _MORE).using(count=count))]
    return [Problem(_said(fault), _origin(shown, fault.line)) for fault in faults]


def doubts_of(sheet: Sheet, shown: str) -> list[Unread]:
    """Return what a register says that icplint does not understand."""
    doubts = [_unread(doubt, shown) for doubt in sheet.doubts if doubt.domain]
    doubts += [_unread(doubt, shown) for doubt in sheet.doubts if not doubt.domain][:_FAULTS]
    return sorted(doubts, key=lambda one: one.origin.order if one.origin else ())


def _unread(doubt: Fault, shown: str) -> Unread:
    what, lacks = ("licence", {filing_of(doubt.domain)}) if doubt.domain else (doubt.key, set[str]())
    return Unread(what, _said(doubt), _origin(shown, doubt.line), lacks=frozenset(lacks))


def _said(fault: Fault) -> Text:
    return _IN_SHEET.using(text=fault.text, part=fault.part) if fault.part else fault.text


def _origin(shown: str, line: int | None) -> Origin:
    return Origin(file=shown, line=line, column=None if line is None else 1)


def sheet_of(path: Path, providers: ProviderNames, contents: Callable[[Path, int], bytes] = read_named) -> Sheet:
    """Return what a register holds, as it is written there; never raises. The path `-` is standard input."""
    sheet = Sheet(providers)
    reads = _FORMATS.get(path.suffix.lower())
    if path == Path("-"):
        path = STANDARD
    if reads is None and path.as_posix().startswith(("/dev/", "/proc/self/fd/")):
        reads = _read_piped
    if reads is None and os.path.exists(path):  # noqa: PTH110 - Path's raises for a name that is too long
        sheet.blame(_NO_REGISTER.using(name=path.resolve().name))
        return sheet
    try:
        content = bounded(path, bounds.REGISTER, contents)
        if content.startswith(_OLE):
            sheet.blame(_OLD)
            return sheet
        return (_read_xlsx if content.startswith(_ZIP) or reads is None else reads)(content, providers)
    except FileNotFoundError:
        sheet.blame(NO_REGISTER)
    except bounds.BoundsError as error:
        sheet.blame(_BOUNDS.using(reason=error.text))
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else plain(error)
        sheet.blame(
            Text(
                "this register cannot be read ({reason}): check the path and its permissions",
                "备案清单无法读取（{reason}）；请检查路径和权限",
            ).using(reason=why)
        )
    return sheet
