"""Reads a register of filings from a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from icplint.filings.entries import resources_of
from icplint.filings.row import Sheet
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading
from icplint.model.text import Text, plain

TEMPLATE: Final = Path(__file__).with_name("template.toml")


def _read_toml(content: bytes) -> Sheet:
    from icplint.filings.toml_rows import read_toml

    return read_toml(content)


def _read_csv(content: bytes) -> Sheet:
    from icplint.filings.csv_rows import read_csv

    return read_csv(content)


_FORMATS: Final[Mapping[str, Callable[[bytes], Sheet]]] = {".toml": _read_toml, ".csv": _read_csv}


def read(path: Path, shown: str) -> Reading:
    """Return the filings, service codes and addresses of a register, each at its line of `shown`; never raises.

    `shown` is the path as reports spell it, relative with forward slashes. Every bad row is a problem; the good rows
    are yielded all the same, but only a register without a problem claims that the filings are `complete`.
    """
    sheet = _sheet(path)
    resources = resources_of(sheet, shown)
    faults = sorted(sheet.faults, key=lambda fault: fault.line or 0)
    problems = [Problem(fault.text, _origin(shown, fault.line)) for fault in faults]
    return Reading(
        resources=resources,
        inputs=[Input("register", shown)],
        problems=problems,
        complete=set() if problems else {"filing"},
    )


def _origin(shown: str, line: int | None) -> Origin:
    return Origin(file=shown, line=line, column=None if line is None else 1)


def _sheet(path: Path) -> Sheet:
    sheet = Sheet()
    reads = _FORMATS.get(path.suffix.lower())
    if reads is None:
        sheet.blame(
            Text(
                "{name} is no register: a register is a .toml or a .csv file",
                "{name} 不是备案清单；备案清单应为 .toml 或 .csv 文件",
            ).using(name=path.name)
        )
        return sheet
    try:
        return reads(path.read_bytes())
    except FileNotFoundError:
        sheet.blame(
            Text(
                "there is no such register: `icplint filings template` writes one to fill in",
                "备案清单不存在；可用 `icplint filings template` 生成一份后填写",
            )
        )
    except (OSError, ValueError) as error:
        reason = plain(error.strerror if isinstance(error, OSError) and error.strerror else error)
        sheet.blame(
            Text(
                "this register cannot be read ({reason}): check the path and its permissions",
                "备案清单无法读取（{reason}）；请检查路径和权限",
            ).using(reason=reason)
        )
    return sheet
