"""`[[suppress]]` in the configuration: findings about a subject, by name or pattern, that the project accepts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from icplint.errors import ConfigError
from icplint.filings.toml_lines import TableEntry, TomlLines
from icplint.filings.words import excerpt
from icplint.model.dataclass import dataclass
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.text import Text, closest

FIELDS: Final = ("check", "subject", "reason", "until")
NO_TABLES: Final = Text(
    en="suppress must be a list of tables: write [[{table}]] above each entry",
    zh="suppress 应为表数组：请在每条记录之前写 [[{table}]]",
)
NO_FIELD: Final = Text(
    en="an entry of suppress has no {key}{hint}: it has check, subject, reason and until",
    zh="suppress 的记录中没有 {key}{hint_zh}：可用的字段为 check、subject、reason、until",
)
MISSING: Final = Text(en="this entry of suppress has no {key}", zh="该条 suppress 记录缺少 {key}")
NOT_TEXT: Final = Text(en="{key} must be text in quotes", zh="{key} 应为带引号的文本")
NO_DAY: Final = Text(
    en="until must be a day such as 2027-03-31, not {value}", zh="until 应为日期，例如 2027-03-31，而不是 {value}"
)


@dataclass(frozen=True)
class SettingsEntry:
    """One entry: the check by name, code or prefix, whose findings about `subject` are accepted, and why."""

    check: str
    subject: str
    reason: str
    until: date | None
    origin: Origin

    @property
    def patterns(self) -> tuple[str, ...]:
        """The subjects that are meant: `*` is any part of a name or address, dots included, `?` one character.

        A host name may be written in any case and script; a wildcard name (`*.example.cn`) matches its own spelling.
        """
        return tuple(dict.fromkeys((self.subject, host_name(self.subject))))


def suppress(value: Any, lines: TomlLines, file: str, table: str) -> Iterator[SettingsEntry]:
    """Yield the entries of `[[suppress]]`; raises ConfigError at the line of what is wrong. `table` is its whole name.

    An entry without a reason, or for an unknown check, is none for the settings: it is void, and ICP001 says so.
    """
    if not isinstance(value, list):
        raise ConfigError(NO_TABLES.using(table=table), Origin(file=file, line=lines.keys.get("suppress")))
    for index, row in enumerate(value):
        entry = lines.entry("suppress", index)
        if not isinstance(row, dict):
            raise ConfigError(NO_TABLES.using(table=table), Origin(file=file, line=entry.line))
        yield _entry(row, entry, file)


def _entry(row: Mapping[str, Any], entry: TableEntry, file: str) -> SettingsEntry:
    def place(key: str) -> Origin:
        return Origin(file=file, line=entry.keys.get(key, entry.line))

    for key, value in row.items():
        if key not in FIELDS:
            near = closest(key, FIELDS)
            hint, hint_zh = (f" (did you mean {near}?)", f"（是否想写 {near}？）") if near else ("", "")
            raise ConfigError(NO_FIELD.using(key=key, hint=hint, hint_zh=hint_zh), place(key))
        if key != "until" and not isinstance(value, str):
            raise ConfigError(NOT_TEXT.using(key=key), place(key))
    for key in ("check", "subject"):
        if not row.get(key, "").strip():
            raise ConfigError(MISSING.using(key=key), place(key))
    until = _day(row["until"], place("until")) if "until" in row else None
    reason = " ".join(row.get("reason", "").split())
    return SettingsEntry(row["check"].strip(), row["subject"].strip(), reason, until, place(""))


def _day(value: Any, origin: Origin) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value.strip())
    except (AttributeError, ValueError):
        raise ConfigError(NO_DAY.using(value=excerpt(value)), origin) from None
