"""A register written as TOML."""

from __future__ import annotations

from typing import Any, Final

from icplint.files import toml
from icplint.filings.fields import TABLES
from icplint.filings.row import RegisterRow, Sheet
from icplint.filings.toml_lines import TomlLines, lines_of
from icplint.filings.words import excerpt
from icplint.model.bounds import NESTED, BoundsError, check_toml
from icplint.model.regex import regex
from icplint.model.text import Text, closest, plain
from icplint.policy import ProviderNames

_PLACE: Final = regex(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def read_toml(data: bytes, providers: ProviderNames) -> Sheet:
    """Return what a TOML document holds; where it is not one, one fault and no row. Source: https://toml.io/en/v1.0.0."""
    sheet = Sheet(providers)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        check_toml(text)
        document = toml.read_toml(text)
    except UnicodeDecodeError as error:
        line: int | None = data.count(b"\n", 0, error.start) + 1
        sheet.blame(
            Text(
                "this is not UTF-8, which TOML must be: save it as UTF-8",
                "文件不是 UTF-8 编码，而 TOML 必须使用 UTF-8；请另存为 UTF-8",
            ),
            line,
        )
    except RecursionError:
        raise BoundsError(NESTED) from None
    except ValueError as error:
        place = _PLACE.search(str(error))
        last = text.rstrip("\n").count("\n") + 1
        line = None if place is None else int(place[1] or last)
        reason = plain(_PLACE.sub("", str(error)))
        sheet.blame(Text("this is not valid TOML: {reason}", "不是合法的 TOML：{reason}").using(reason=reason), line)
    else:
        _collect(document, lines_of(text), sheet)
    return sheet


def _collect(document: dict[str, Any], lines: TomlLines, sheet: Sheet) -> None:
    for name, entries in document.items():
        line = lines.keys.get(name, 1)
        if name not in TABLES:
            sheet.blame(_no_table(name), line)
        elif not isinstance(entries, list):
            sheet.blame(
                Text(
                    "{name} must be a list of tables: write [[{name}]] above each entry",
                    "{name} 应为表数组；请在每条记录之前写 [[{name}]]",
                ).using(name=name),
                line,
            )
        else:
            for index, values in enumerate(entries):
                entry = lines.entry(name, index)
                if isinstance(values, dict):
                    sheet.rows.append(RegisterRow(table=name, values=values, line=entry.line, lines=entry.keys))
                else:
                    sheet.blame(
                        Text(
                            "{value} is no entry of {name}: write a table with its keys under [[{name}]]",
                            "{value} 不是 {name} 的记录；请在 [[{name}]] 之下逐项填写",
                        ).using(name=name, value=excerpt(values)),
                        entry.line,
                    )


def _no_table(name: str) -> Text:
    near = closest(name, TABLES)
    if near:
        return Text(
            "a register has no table {name}: did you mean [[{near}]]?",
            "备案清单没有名为 {name} 的表；是否应为 [[{near}]]？",
        ).using(name=excerpt(name), near=near)
    return Text(
        "a register has no table {name}: it holds [[filing]], [[service_code]] and [[address]]",
        "备案清单没有名为 {name} 的表；可用的表为 [[filing]]、[[service_code]]、[[address]]",
    ).using(name=excerpt(name))
