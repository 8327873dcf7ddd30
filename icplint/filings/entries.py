"""The rows of a register, checked and turned into resources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from icplint.filings.fields import TABLES
from icplint.filings.licence import FilingKind
from icplint.filings.row import Fault, FieldError, RegisterRow, Sheet
from icplint.filings.words import ENTERING, NOT_KNOWN, Status, excerpt, in_mainland
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.text import Text, closest, folded

Entry = tuple[RegisterRow, Mapping[str, Any]]


def resources_of(sheet: Sheet, shown: str) -> list[Resource]:
    """Return a resource for every good row, in the order of the file; what is wrong with the others goes to `sheet`."""
    found: list[Resource] = []
    codes: Counter[str] = Counter()
    for row, values in entries_of(sheet):
        resource = _BUILDERS[row.table](values, Origin(file=shown, line=row.line, column=1))
        if row.table == "service_code":
            resource = _numbered(resource, codes)
        found.append(replace(resource, root=f"{resource.root}{row.part}"))
    return found


def entries_of(sheet: Sheet) -> list[Entry]:
    """Return every good row with its values as they were understood; what is wrong with the others goes to `sheet`.

    Rows that agree are one, and say what any of them says.
    """
    found: list[tuple[RegisterRow, dict[str, Any]]] = []
    first: dict[tuple[str, ...], tuple[RegisterRow, dict[str, Any]]] = {}
    for row in sheet.rows:
        faults = len(sheet.faults)
        if row.leaves_open is not None:
            _doubt_open(row, row.leaves_open, sheet)
            continue
        values = _read(row, sheet)
        if _unfilled(row):
            _doubt_unfilled(row, values.get("domain"), sheet)
            continue
        if _once(row, values, first, sheet) and len(sheet.faults) == faults:
            found.append((row, values))
    _doubt_strangers(found, sheet)
    return list(found)


def _doubt_open(row: RegisterRow, why: Text, sheet: Sheet) -> None:
    """Note that a row does not tell whether its domain is filed; blame a domain that is not one."""
    try:
        domain = TABLES[row.table]["domain"].value(row.values.get("domain", ""), sheet.providers)
    except FieldError as error:
        sheet.blame(error.text.using(key="domain"), row.line, row.part)
        return
    text = _OPEN.using(domain=domain, why=why)
    sheet.doubts.append(Fault(text=text, line=row.line, part=row.part, domain=domain))


def _doubt_unfilled(row: RegisterRow, domain: str | None, sheet: Sheet) -> None:
    if domain is not None:
        text = _UNFILLED.using(domain=domain)
        sheet.doubts.append(Fault(text=text, line=row.line_of("licence"), part=row.part, domain=domain))


def _doubt_strangers(entries: Iterable[Entry], sheet: Sheet) -> None:
    """Note each access provider that icplint does not know, once, at the first row that names it."""
    rows: dict[str, list[RegisterRow]] = {}
    for row, values in entries:
        for word in values.get("access_providers") or ():
            if not sheet.providers.knows(word):
                rows.setdefault(word, []).append(row)
    for word, naming in rows.items():
        text = _STRANGER if len(naming) == 1 else _STRANGER_OFTEN.using(count=len(naming))
        line = naming[0].line_of("access_providers")
        sheet.doubts.append(Fault(text=text.using(word=excerpt(word)), line=line, part=naming[0].part))


def _read(row: RegisterRow, sheet: Sheet) -> dict[str, Any]:
    """Return the values that can be read."""
    fields = TABLES[row.table]
    values: dict[str, Any] = {}
    for key, value in row.values.items():
        if key not in fields:
            sheet.blame(_no_key(key, row.table), row.line_of(key), row.part)
        elif not _blank(value) or not (fields[key].required or key == "licence"):
            try:
                values[key] = fields[key].value(value, sheet.providers)
            except FieldError as error:
                sheet.blame(error.text.using(key=key), row.line_of(key), row.part)
    if row.table == "filing" and folded(str(row.values.get("status", ""))) in ENTERING and values.get("licence"):
        values["access_providers"] = None
    required = [key for key, field in fields.items() if field.required]
    if row.table == "filing" and values.get("status") != Status.PENDING and not _unfilled(row):
        required.append("licence")
    for key in required:
        if _blank(row.values.get(key, "")):
            sheet.blame(_missing(row, key), row.line_of(key), row.part)
    return values


def _unfilled(row: RegisterRow) -> bool:
    """Return whether a number is to be filled in, as `icplint init` writes it: a table has no such cells."""
    return (
        row.table == "filing"
        and "licence" in row.lines
        and _blank(row.values["licence"])
        and "status" not in row.values
        and not _blank(row.values.get("domain", ""))
    )


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _no_key(key: str, table: str) -> Text:
    near = closest(key.lower(), TABLES[table])
    if near:
        return Text(
            "{table} has no key {key}: did you mean {near}?", "{table} 没有 {key} 这一项；是否应为 {near}？"
        ).using(table=table, key=excerpt(key), near=near)
    return Text("{table} has no key {key}: its keys are {keys}", "{table} 没有 {key} 这一项；可用的项为 {keys}").using(
        table=table, key=excerpt(key), keys=", ".join(TABLES[table])
    )


def _missing(row: RegisterRow, key: str) -> Text:
    domain = row.values.get("domain")
    if key == "licence" and isinstance(domain, str) and domain.strip():
        return Text(
            "{domain} has no licence: write its filing number, or status pending while there is none",
            "{domain} 缺少备案号（licence）；请填写备案号，尚未取得备案号的请将状态（status）填为 pending（备案中）",
        ).using(domain=excerpt(domain))
    return Text("this {table} has no {key}: write one", "这条 {table} 记录缺少 {key}；请补充").using(
        table=row.table, key=key
    )


def _once(
    row: RegisterRow,
    values: dict[str, Any],
    first: dict[tuple[str, ...], tuple[RegisterRow, dict[str, Any]]],
    sheet: Sheet,
) -> bool:
    """Return whether a row says something new; blame one that contradicts an earlier one of the same filing."""
    subject = values.get("cidr" if row.table == "address" else "domain")
    if subject is None or row.table == "service_code":
        return True
    number = values.get("licence")
    # One domain may serve several websites and apps, each with a number of its own.
    identity = (row.table, subject, number.text if number else "")
    if identity not in first:
        first[identity] = (row, values)
        return True
    other, said = first[identity]
    differing = [key for key in _TELLING[row.table] if not _agree(_said(said, key), _said(values, key))]
    if not differing:
        said.update({key: value for key, value in values.items() if value is not None and said.get(key) is None})
        return False
    apart = other.part != row.part
    sheet.blame(
        _DIFFERS.using(
            subject=_spelled(row, subject),
            line=other.line,
            of=f" of sheet {other.part}" if apart else "",
            of_zh=f"（工作表“{other.part}”）" if apart else "",
            key=", ".join(differing),
        ),
        row.line,
        row.part,
    )
    return False


def _said(values: Mapping[str, Any], key: str) -> Any:
    return values.get(key, Status.FILED.value if key == "status" else None)


def _agree(one: Any, other: Any) -> bool:
    """Return whether two rows may mean the same: an empty cell says nothing."""
    if isinstance(one, list) and isinstance(other, list):
        return set(one) == set(other)
    return one is None or other is None or one == other


def _spelled(row: RegisterRow, subject: str) -> Text:
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
        "kind": (licence.kind if licence else FilingKind.WEBSITE).value,
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


_TELLING: Final[Mapping[str, tuple[str, ...]]] = {
    "filing": ("status", "access_providers"),
    "address": ("location", "provider"),
}
"""The fields in which rows of the same filing or network must agree: the others are in no answer."""

_DIFFERS: Final = Text(
    "{subject} is on line {line}{of} already, with another {key}: keep one row of the two",
    "{subject}已在第 {line} 行{of_zh}登记，且 {key} 不同；两行请只保留一行",
)
_OPEN: Final = Text(
    "this row does not tell whether {domain} is filed ({why}): "
    "write one number, and status filed, pending or cancelled",
    "这一行不能说明 {domain} 是否已备案（{why}）；请只填写一个备案号，状态填“已备案”“备案中”或“已注销”",
)
_UNFILLED: Final = Text(
    "the number of {domain} is still to be filled in: write it, or delete the table if the domain is not filed",
    "{domain} 的备案号尚未填写：请填写备案号；未备案的，请删除该表",
)
_STRANGER: Final = Text(
    "icplint does not know the access provider {word}, so it may be any: write alibaba, tencent … for one that it "
    "knows, or other",
    "icplint 不认识接入商“{word}”，无法判断是哪一家；"
    "请改写为 icplint 认识的名称（alibaba、tencent 等），确为其他接入商的请写 other",
)
_STRANGER_OFTEN: Final = Text(
    "icplint does not know the access provider {word} of {count} rows, so it may be any: write alibaba, tencent … for "
    "one that it knows, or other",
    "icplint 不认识 {count} 行中的接入商“{word}”，无法判断是哪一家；"
    "请改写为 icplint 认识的名称（alibaba、tencent 等），确为其他接入商的请写 other",
)

_BUILDERS: Final[Mapping[str, Callable[[Mapping[str, Any], Origin], Resource]]] = {
    "filing": _filing,
    "service_code": _service_code,
    "address": _address,
}
