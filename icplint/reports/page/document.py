"""A page out of its parts: markup, style, script and data, bound by a policy that lets nothing else in."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from icplint.model.printable import UNSEEN, escaped, printable_json
from icplint.model.regex import regex
from icplint.model.text import Language

SCRIPTS: Final = (
    "core.js",
    "filters.js",
    "drawing.js",
    "way.js",
    "prose.js",
    "findings.js",
    "estate.js",
    "estate_rows.js",
    "estate_view.js",
    "estate_page.js",
    "tables.js",
    "summary.js",
    "main.js",
)
STYLES: Final = ("page.css", "findings.css", "estate.css", "print.css")
POLICY: Final = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; base-uri 'none'; form-action 'none'"
)
LANGUAGES: Final[Mapping[Language, str]] = {"en": "en", "zh": "zh-CN"}
_ROWS: Final = 500
"""Rows of a list in one piece."""
_UNSAFE: Final = regex("[<>&]")


def document(data: Mapping[str, Any], *, title: str, language: Language) -> Iterator[str]:
    """Yield the whole page; `data` is what the script shows, `title` what the browser's tab says."""
    script = "(() => {\n'use strict';\n" + "\n".join(map(_part, SCRIPTS)) + "})();\n"
    style = "\n".join(map(_part, STYLES))
    parts = {
        "lang": LANGUAGES[language],
        "policy": POLICY.format(script=_digest(script), style=_digest(style)),
        "title": _escaped(title),
        "style": style,
        "script": script,
    }
    for n, text in enumerate(re.split(r"\{\{(\w+)\}\}", _part("page.html"))):
        yield from (text,) if n % 2 == 0 else embedded(data) if text == "data" else (parts[text],)


def embedded(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield JSON that cannot end the element that it stands in: what markup is made of is escaped.

    What cannot be seen is shown as an escape, as everywhere.
    """
    encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for n, (name, value) in enumerate(data.items()):
        yield _safe(f"{',' if n else '{'}{encoded(name)}:")
        if not isinstance(value, list):
            yield _safe(encoded(value))
            continue
        yield "["
        for start in range(0, len(value), _ROWS):
            yield ("," if start else "") + _safe(encoded(value[start : start + _ROWS])[1:-1])
        yield "]"
    yield "}"


def _safe(text: str) -> str:
    shown = UNSEEN.sub(lambda found: f"\\{escaped(found)}", text)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", printable_json(shown))


def _part(name: str) -> str:
    return files("icplint.reports.page").joinpath(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return what a content security policy calls a script or a style by (CSP level 3, 2.3.1)."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
