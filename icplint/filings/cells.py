"""What people write into the cells of a ledger besides values: dashes, remarks, totals, words in place of a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from icplint.filings import words
from icplint.filings.fields import day
from icplint.filings.licence import FilingKind, Licence, holds_more, parse
from icplint.filings.row import FieldError
from icplint.filings.words import EMPTY, NEVER_FILED, Status, excerpt
from icplint.model.regex import regex
from icplint.model.text import Text, folded

_TOTAL: Final = regex(r"(?:合计|总计|小计|共计|总数|汇总|total|subtotal|sum)[:：]?\d*[条个项]?", re.IGNORECASE)
_REMARK: Final = regex(r"[(（]([^()（）]*)[)）]")
_HARMLESS: Final = frozenset({"主", "主域名", "主站", "官网", "网站"})
"""Remarks on a domain which change nothing."""


def is_empty(cell: object) -> bool:
    """Return whether a cell says nothing: a dash, a stroke, "none"."""
    return isinstance(cell, str) and folded(cell) in EMPTY


def is_total(cells: Iterable[object], values: Mapping[str, Any]) -> bool:
    """Return whether a row counts the others, and names neither a domain nor a number of its own."""
    if "." in values.get("domain", "") or "icp" in folded(values.get("licence", "")):
        return False
    return any(isinstance(c, str) and _TOTAL.fullmatch(folded(c)) for c in cells)


def without_remarks(cell: str) -> tuple[str, list[str]]:
    """Return the cell of a domain without what stands in brackets, and the remarks which may change its meaning."""
    remarks = [remark for remark in _REMARK.findall(cell) if folded(remark) not in _HARMLESS]
    return _REMARK.sub(" ", cell), remarks


def with_status(values: dict[str, Any]) -> None:
    """Take a word of status that stands in the column of the number for what it is: `办理中`."""
    number = values.get("licence", "")
    if number and "status" not in values and words.status(number) is Status.PENDING:
        values["status"] = values.pop("licence")


def open_question(values: Mapping[str, Any], *, dash: bool) -> Text | None:
    """Return why a row leaves open whether its domain is filed, if it does; `dash`: its number is given as none."""
    number, status = values.get("licence", ""), values.get("status", "")
    known = words.status(status) if status else Status.FILED
    if status and known is None:
        text = _AGAINST if folded(status) in NEVER_FILED else _NO_STATUS
        return text.using(status=excerpt(status))
    if number and (_is_word(number) or holds_more(number)):
        return _NO_NUMBER.using(number=excerpt(number))
    if dash and known is not Status.PENDING:
        return _DASH
    return None


def _is_word(number: str) -> bool:
    plain = unicodedata.normalize("NFKC", number).upper()
    return not any(c.isdigit() for c in plain) and "ICP" not in plain and not plain.startswith("#")


def is_app(number: str) -> bool:
    """Return whether a number was given to an app, a mini-program or a quick app, which need no domain."""
    found = parse(number)
    return isinstance(found, Licence) and found.kind in (FilingKind.APP, FilingKind.MINI_PROGRAM, FilingKind.QUICK_APP)


def is_day(cell: object) -> bool:
    """Return whether a cell holds a day that can be read."""
    try:
        day(cell)
    except FieldError:
        return False
    return True


REMARKED: Final = Text("the remark {remark} beside the domain", "域名旁注有“{remark}”")
APP: Final = Text(
    "this is the filing of an app without a domain: it is passed over, as it covers no website",
    "这是未列域名的 APP（小程序、快应用）备案，与网站无关，已跳过",
)
NO_DAY: Final = Text(
    "{value} is no date that can be read: it is passed over, write it as 2023-05-06",
    "无法识别日期“{value}”，已忽略；应写作 2023-05-06 的形式",
)
_AGAINST: Final = Text("the status {status} beside a number or without one", "备案号与状态“{status}”不符")
_NO_STATUS: Final = Text("the status {status}, which decides nothing", "状态“{status}”不能说明是否已备案")
_NO_NUMBER: Final = Text("{number} in place of one number alone", "备案号一栏为“{number}”，不是单独一个备案号")
_DASH: Final = Text("no number, though the status does not say pending", "没有备案号，而状态也不是备案中")
