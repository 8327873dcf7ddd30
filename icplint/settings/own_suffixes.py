"""`[[suffix]]` and `unfileable` of the configuration -> what the project knows of suffixes that icplint does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint.errors import ConfigError
from icplint.filings.toml_lines import TableEntry, TomlLines
from icplint.filings.words import excerpt
from icplint.model.names import host_name, registrable_domain
from icplint.model.origin import Origin
from icplint.model.regex import regex
from icplint.model.text import Text, closest
from icplint.policy import Confidence, Location, Suffix, has_region

FIELDS: Final = ("pattern", "service", "provider", "location")
_LOCATIONS: Final = ", ".join(Location)
_STANDING_FOR: Final = {"{region}": "cn-hangzhou", "*": "x", "#": "1"}
_WILD: Final = regex(r"\*|#|\{region\}")
_LABEL: Final = regex(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")

NO_TABLES: Final = Text(
    en="suffix must be a list of tables: write [[{table}]] above each row",
    zh="suffix 应为表数组：请在每条记录之前写 [[{table}]]",
)
NO_FIELD: Final = Text(
    en="a row of suffix has no {key}{hint}: it has pattern, service, provider and location",
    zh="suffix 的记录中没有 {key}{hint_zh}：可用的字段为 pattern、service、provider、location",
)
MISSING: Final = Text(en="this row of suffix has no {key}", zh="该条 suffix 记录缺少 {key}")
NOT_TEXT: Final = Text(en="{key} must be text in quotes", zh="{key} 应为带引号的文本")
NO_LOCATION: Final = Text(
    en="location must be one of {words}, not {value}", zh="location 应为 {words} 之一，而不是 {value}"
)
NO_PATTERN: Final = Text(
    en='{value} is no pattern of host names: write one such as "*.cdn.example.cn", where * stands for a part of one '
    "label, # for digits and {{region}} for a region",
    zh="“{value}”不是合法的域名模式：请写成 “*.cdn.example.cn” 的形式，其中 * 代表一级标签中的任意部分，# 代表数字，"
    "{{region}} 代表地域",
)
TOO_WIDE: Final = Text(
    en="{value} holds for names of everybody: write the provider's own domain in it",
    zh="“{value}”的范围过宽，会匹配他人的域名：请写明服务商自己的域名",
)
NO_PLACE: Final = Text(
    en='location = "region" needs {region} in pattern, where the region stands in the names',
    zh='location = "region" 时，pattern 中须用 {region} 标出地域在域名中的位置',
)
NO_SUFFIX: Final = Text(
    en='unfileable must be a list of suffixes, such as ["xyz", "co.uk"]; {value} is none',
    zh='unfileable 应为域名后缀列表，例如 ["xyz", "co.uk"]；{value} 不是域名后缀',
)


def suffixes(value: Any, lines: TomlLines, file: str, table: str) -> Iterator[Suffix]:
    """Yield the rows of `[[suffix]]`; raises ConfigError at the line of what is wrong.

    `table` is its whole name. The provider of a row is as it is written there.
    """
    if not isinstance(value, list):
        raise ConfigError(NO_TABLES.using(table=table), Origin(file=file, line=lines.keys.get("suffix")))
    for index, row in enumerate(value):
        entry = lines.entry("suffix", index)
        if not isinstance(row, dict):
            raise ConfigError(NO_TABLES.using(table=table), Origin(file=file, line=entry.line))
        yield _suffix(row, entry, file)


def unfileable(value: Any, line: int | None, file: str) -> dict[str, Origin]:
    """Return further suffixes under which nothing can be filed, each with its place."""
    origin = Origin(file=file, line=line)
    if not isinstance(value, list):
        raise ConfigError(NO_SUFFIX.using(value=excerpt(value)), origin)
    found: dict[str, Origin] = {}
    for one in value:
        name = host_name(one.strip().removeprefix("*").removeprefix(".")) if isinstance(one, str) else ""
        if not all(map(_LABEL.fullmatch, name.split("."))):
            raise ConfigError(NO_SUFFIX.using(value=excerpt(one) or '""'), origin)
        found[name] = origin
    return found


def _suffix(row: Mapping[str, Any], entry: TableEntry, file: str) -> Suffix:
    def place(key: str) -> Origin:
        return Origin(file=file, line=entry.keys.get(key, entry.line))

    for key, value in row.items():
        if key not in FIELDS:
            near = closest(key, FIELDS)
            hint, hint_zh = (f" (did you mean {near}?)", f"（是否想写 {near}？）") if near else ("", "")
            raise ConfigError(NO_FIELD.using(key=key, hint=hint, hint_zh=hint_zh), place(key))
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(NOT_TEXT.using(key=key), place(key))
    if missing := next((key for key in FIELDS if key not in row), None):
        raise ConfigError(MISSING.using(key=missing), place(""))
    pattern = _pattern(row["pattern"], place("pattern"))
    location = row["location"].strip().lower()
    if location not in set(Location):
        raise ConfigError(NO_LOCATION.using(words=_LOCATIONS, value=excerpt(location)), place("location"))
    if location == Location.REGION and not has_region(pattern):
        raise ConfigError(NO_PLACE, place("pattern"))
    return Suffix(
        pattern=pattern,
        service=row["service"].strip().lower(),
        provider=row["provider"],
        location=Location(location),
        confidence=Confidence.HIGH,
        source=file,
        origin=place(""),
    )


def _pattern(value: str, origin: Origin) -> str:
    """Return a pattern in lower case and A-labels; one that every name of a public suffix matches is refused."""
    pattern = host_name(value)
    name = _WILD.sub(lambda wild: _STANDING_FOR[wild[0]], pattern)
    if not all(map(_LABEL.fullmatch, name.split("."))) or pattern.count("{region}") > 1:
        raise ConfigError(NO_PATTERN.using(value=excerpt(value)), origin)
    registrable = registrable_domain(name)
    if registrable is None or set(pattern.split(".")[-len(registrable.split("."))]) <= {"*", "#"}:
        raise ConfigError(TOO_WIDE.using(value=excerpt(value)), origin)
    return pattern
