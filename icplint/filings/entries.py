"""The rows of a register, checked and turned into resources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final

from icplint.filings.fields import TABLES
from icplint.filings.licence import Kind
from icplint.filings.row import FieldError, Row, Sheet
from icplint.filings.words import NOT_KNOWN, Status, excerpt, in_mainland
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.text import Text


def resources_of(sheet: Sheet, shown: str) -> list[Resource]:
    """Return a resource for every good row, in the order of the file; what is wrong with the others goes to `sheet`."""
    found: list[Resource] = []
    first: dict[tuple[str, ...], int] = {}
    codes: Counter[str] = Counter()
    for row in sheet.rows:
        faults = len(sheet.faults)
        values = _read(row, sheet)
        _once(row, values, first, sheet)
        if len(sheet.faults) == faults:
            found.append(_BUILDERS[row.table](values, Origin(file=shown, line=row.line, column=1)))
            if row.table == "service_code":
                found[-1] = _numbered(found[-1], codes)
    return found


def _read(row: Row, sheet: Sheet) -> dict[str, Any]:
    """Return the values that can be read."""
    fields = TABLES[row.table]
    values: dict[str, Any] = {}
    for key, value in row.values.items():
        if key not in fields:
            sheet.blame(_no_key(key, row.table), row.line_of(key))
        elif not _blank(value) or not (fields[key].required or key == "licence"):
            try:
                values[key] = fields[key].read(value)
            except FieldError as error:
                sheet.blame(error.text.using(key=key), row.line_of(key))
    required = [key for key, field in fields.items() if field.required]
    if row.table == "filing" and values.get("status") != Status.PENDING:
        required.append("licence")
    for key in required:
        if _blank(row.values.get(key, "")):
            sheet.blame(_missing(row, key), row.line_of(key))
    return values


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _no_key(key: str, table: str) -> Text:
    near = get_close_matches(key.lower(), TABLES[table], n=1)
    if near:
        return Text(
            "{table} has no key {key}: did you mean {near}?", "{table} 没有 {key} 这一项；是否应为 {near}？"
        ).using(table=table, key=excerpt(key), near=near[0])
    return Text("{table} has no key {key}: its keys are {keys}", "{table} 没有 {key} 这一项；可用的项为 {keys}").using(
        table=table, key=excerpt(key), keys=", ".join(TABLES[table])
    )


def _missing(row: Row, key: str) -> Text:
    domain = row.values.get("domain")
    if key == "licence" and isinstance(domain, str) and domain.strip():
        return Text(
            "{domain} has no licence: write its filing number, or status pending while there is none",
            "{domain} 缺少备案号（licence）；请填写备案号，尚未取得备案号的请将状态（status）填为 pending（备案中）",
        ).using(domain=excerpt(domain))
    return Text("this {table} has no {key}: write one", "这条 {table} 记录缺少 {key}；请补充").using(
        table=row.table, key=key
    )


def _once(row: Row, values: Mapping[str, Any], first: dict[tuple[str, ...], int], sheet: Sheet) -> None:
    """Blame a row that repeats an earlier one."""
    subject = values.get("cidr" if row.table == "address" else "domain")
    if subject is None or row.table == "service_code":
        return
    number = values.get("licence")
    # One domain may serve a website and several apps, each with a number of its own.
    identity = (row.table, subject) if number is None or number.covers_websites else (row.table, subject, number.text)
    if identity not in first:
        first[identity] = row.line
        return
    sheet.blame(
        Text(
            "{subject} is on line {line} already: keep one row of the two",
            "{subject}已在第 {line} 行登记；两行请只保留一行",
        ).using(subject=_spelled(row, subject), line=first[identity]),
        row.line,
    )


def _spelled(row: Row, subject: str) -> Text:
    written = row.values["domain"] if row.table == "filing" else subject
    if host_name(written) == subject:
        return Text("{subject}", "{subject} ").using(subject=subject)
    return Text("{written}, which stands for {subject},", "{written}（即 {subject}）").using(
        written=excerpt(written), subject=subject
    )


def _filing(values: Mapping[str, Any], origin: Origin) -> Resource:
    """Return a filing without its holder: a name is never needed, and may be a person's."""
    licence = values.get("licence")
    known = {
        "domain": values["domain"],
        "licence": licence and licence.text,
        "access_providers": values.get("access_providers"),
        "status": values.get("status", Status.FILED.value),
        "filed_on": values.get("filed_on"),
        "kind": (licence.kind if licence else Kind.WEBSITE).value,
    }
    return _resource("filing", values["domain"], known, origin)


def _service_code(values: Mapping[str, Any], origin: Origin) -> Resource:
    return _resource("service_code", f"{values['instance']}/{values['domain']}", values, origin)


def _numbered(code: Resource, codes: Counter[str]) -> Resource:
    """Tell apart the codes that one instance gave to one domain: each was used up."""
    codes[code.address] += 1
    number = codes[code.address]
    return code if number == 1 else replace(code, address=f"{code.address}#{number}")


def _address(values: Mapping[str, Any], origin: Origin) -> Resource:
    provider = values.get("provider", "")
    if values["location"] == "mainland":
        provider = in_mainland(provider)
    known = {**values, "provider": None if provider in NOT_KNOWN else provider or None}
    return _resource("register_address", values["cidr"], known, origin)


def _resource(kind: str, address: str, values: Mapping[str, Any], origin: Origin) -> Resource:
    written = {key: value for key, value in values.items() if value is not None}
    return Resource(kind=kind, address=address, values=written, origin=origin, root=str(origin))


_BUILDERS: Final[Mapping[str, Callable[[Mapping[str, Any], Origin], Resource]]] = {
    "filing": _filing,
    "service_code": _service_code,
    "address": _address,
}
