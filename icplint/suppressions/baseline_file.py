"""The file of a baseline: JSON, an entry a line, sorted; nothing in it changes by itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from icplint.errors import ConfigError, reason
from icplint.files.reading import bounded, read_regular
from icplint.findings.run import fingerprint
from icplint.model import bounds
from icplint.model.origin import Origin
from icplint.model.text import Text, plain
from icplint.suppressions.baseline import VIOLATION, Baseline, BaselineEntry, order

NAME: Final = "icplint-baseline.json"
VERSION: Final = 1
OUTCOMES: Final = (VIOLATION, "cannot-tell")
UNREADABLE: Final = Text(en="this baseline cannot be read: {why}", zh="无法读取该基线文件：{why}")
MISSING: Final = Text(
    en="there is no such baseline: icplint baseline write makes one",
    zh="基线文件不存在：可用 icplint baseline write 生成",
)
NO_BASELINE: Final = Text(
    en="this is no baseline: icplint baseline write makes one", zh="这不是基线文件：可用 icplint baseline write 生成"
)
OTHER_VERSION: Final = Text(
    en="this baseline is of version {version}, icplint reads version {ours}: upgrade icplint",
    zh="该基线文件为版本 {version}，当前 icplint 支持版本 {ours}：请升级 icplint",
)
BAD_ENTRY: Final = Text(
    en="entry {n} of the baseline is not as icplint writes it ({what}): remove it, and accept anew what is left",
    zh="基线文件的第 {n} 条记录与 icplint 写入的格式不符（{what}）：请删除该条，并重新接受仍存在的问题",
)


def load(path: Path, shown: str) -> Baseline:
    """Return the baseline of a file; raises ConfigError at the line of what is wrong: a broken one accepts nothing."""
    try:
        text = bounded(path, bounds.BASELINE, read_regular).decode()
        document = json.loads(text)
    except FileNotFoundError:
        raise ConfigError(MISSING, Origin(file=shown)) from None
    except OSError as error:
        raise ConfigError(UNREADABLE.using(why=reason(error)), Origin(file=shown)) from None
    except json.JSONDecodeError as error:
        place = Origin(file=shown, line=error.lineno, column=error.colno)
        raise ConfigError(UNREADABLE.using(why=plain(error.msg)), place) from None
    except (bounds.BoundsError, RecursionError) as error:
        why = error.text if isinstance(error, bounds.BoundsError) else bounds.NESTED
        raise ConfigError(UNREADABLE.using(why=why), Origin(file=shown)) from None
    except ValueError as error:
        raise ConfigError(UNREADABLE.using(why=plain(error)), Origin(file=shown)) from None
    version = document.get("version") if isinstance(document, dict) else None
    if type(version) is int and version != VERSION:
        raise ConfigError(OTHER_VERSION.using(version=version, ours=VERSION), Origin(file=shown))
    read = document.get("read") if version == VERSION else None
    found = document.get("findings") if version == VERSION else None
    if not isinstance(read, list) or not isinstance(found, list) or not all(isinstance(one, str) for one in read):
        raise ConfigError(NO_BASELINE, Origin(file=shown))
    return Baseline(file=shown, entries=tuple(_entries(found, text, shown)), read=frozenset(read))


def _entries(found: list[Any], text: str, shown: str) -> Iterator[BaselineEntry]:
    at = max(0, text.find('"findings"'))
    line = 1 + text.count("\n", 0, at)
    for n, item in enumerate(found, 1):
        printed = f'"{item.get("fingerprint")}"' if isinstance(item, dict) else ""
        if printed and (seen := text.find(printed, at + 1)) >= 0:
            line += text.count("\n", at, seen)
            at = seen
        try:
            yield _entry(item)._replace(line=line)
        except _FieldError as error:
            raise ConfigError(BAD_ENTRY.using(n=n, what=str(error)), Origin(file=shown, line=line)) from None


class _FieldError(ValueError):
    """The name of a field by which an entry is none."""


def _entry(item: Any) -> BaselineEntry:
    fields: dict[str, Any] = item if isinstance(item, dict) else {}
    subject = fields.get("subject")
    if not isinstance(subject, dict):
        raise _FieldError("subject")
    fields = {**fields, "kind": subject.get("kind"), "key": subject.get("key")}
    for name in ("code", "check", "kind", "key", "outcome", "fingerprint"):
        if not isinstance(fields.get(name), str):
            raise _FieldError(name)
    root = fields.get("root")
    if not isinstance(root, str | None):
        raise _FieldError("root")
    entry = BaselineEntry(fields["code"], fields["check"], fields["kind"], fields["key"], fields["outcome"], root)
    if entry.outcome not in OUTCOMES:
        raise _FieldError("outcome")
    if fields["fingerprint"] not in {_mark(entry), fingerprint(*entry.identity)}:
        raise _FieldError("fingerprint")
    return entry


def written(baseline: Baseline) -> str:
    """Return the text of a baseline."""
    head = f'{{\n  "version": {VERSION},\n  "read": {_json(sorted(baseline.read))},\n  "findings": ['
    entries = ",".join(f"\n    {_json(_fields(entry))}" for entry in sorted(baseline.entries, key=order))
    return f"{head}{entries}\n  ]\n}}\n" if entries else f"{head}]\n}}\n"


def _fields(entry: BaselineEntry) -> dict[str, Any]:
    return {
        "code": entry.code,
        "check": entry.check,
        "subject": {"kind": entry.kind, "key": entry.key},
        **({} if entry.root is None else {"root": entry.root}),
        "outcome": entry.outcome,
        "fingerprint": _mark(entry),
    }


def _mark(entry: BaselineEntry) -> str:
    """Return the fingerprint of an entry; an older icplint left the root out of it."""
    return fingerprint(*entry.identity, entry.root or "")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
