"""A few files, a check and a day -> the JSON report of the real command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from icplint import registry
from icplint.testing.layout import lay
from icplint.testing.scans import SCAN, SCANS
from icplint.testing.scans import files as written

Report = dict[str, Any]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Callable[..., Report]:
    """Check the files alone; what could not be read, or an exit code that the report does not bear out, fails."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(registry, "installed", lambda: iter((registry.CORE, SCANS)))

    def asked(files: Mapping[str, str], *codes: str, on: str = "2026-11-24", lang: str = "en") -> Report:
        lay(tmp_path, written(files))
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
