"""A few files, a check and a day -> the JSON report of the real command line."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from icplint import registry
from icplint.model.origin import Origin
from icplint.model.reading import Input, Reading
from icplint.model.resource import Rank, Resource

Report = dict[str, Any]
SCAN = "scan.toml"
"""What a live inventory adds, in the words of a page's examples: `complete`, and filings with their risks."""


def _scanned(document: dict[str, Any], **_where: str) -> Reading:
    filings = [
        Resource(
            kind="filing",
            address=filing["domain"],
            values={"kind": "website", "status": "filed"} | filing,
            origin=Origin(file=SCAN, line=line, column=1),
            root=SCAN,
            rank=Rank.LIVE,
        )
        for filing, line in zip(document["filings"], document["lines"], strict=True)
    ]
    return Reading(resources=filings, inputs=[Input("inventory", SCAN)], complete=set(document["complete"]))


def _document(text: str) -> str:
    table = tomllib.loads(text)
    lines = [1 + text[: found.start()].count("\n") for found in re.finditer(r"^\[\[filing\]\]", text, re.MULTILINE)]
    scan = {"complete": table.get("complete", []), "filings": table.get("filing", []), "lines": lines}
    return json.dumps({"scan": True, **scan}, default=str)


SCANS = registry.Plugin(
    name="scans",
    sources=lambda: [registry.Source(kind="scan", recognises=lambda document: "scan" in document, read=_scanned)],
)


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Callable[..., Report]:
    """Check the files alone; what could not be read, or an exit code that the report does not bear out, fails."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(registry, "installed", lambda: iter((registry.CORE, SCANS)))

    def asked(files: Mapping[str, str], *codes: str, on: str = "2026-11-24", lang: str = "en") -> Report:
        for name, content in files.items():
            scan = name == SCAN
            path = tmp_path / ("scan.json" if scan else name)
            path.write_text(_document(content) if scan else content, encoding="utf-8")
        options = ["--isolated", "--all", "--format", "json", "--lang", lang, "--on", on]
        selected = [word for code in codes for word in ("--select", code)]
        paths = [name for name in files if name.endswith(".json")] or (["."] if "main.tf" in files else [])
        paths += ["scan.json"] if SCAN in files else []
        run = icplint("check", *paths, *options, *selected)
        report: Report = json.loads(run.out)
        assert report["errors"] == report["unread"] == []
        assert (run.code, run.err) == (int(report["summary"]["violation"] > 0), "")
        return report

    return asked
