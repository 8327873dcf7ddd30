"""Some resources in a region -> what the real command line says of each name and server."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import Ask, Said


@pytest.fixture
def site(tmp_path: Path, icplint: Callable[..., Any]) -> Ask:
    """Check a configuration in a region; None: the region is a variable that nobody set."""

    def checked(
        text: str, *, region: str | None = "cn-hangzhou", filings: str = "", on: str = "2026-11-24", lang: str = "en"
    ) -> Said:
        where = "var.region" if region is None else f'"{region}"'
        provider = f'variable "region" {{}}\nprovider "alicloud" {{\n  region = {where}\n}}\n'
        (tmp_path / "main.tf").write_text(provider + text, encoding="utf-8")
        (tmp_path / "filings.toml").write_text(filings, encoding="utf-8")
        options = ("--isolated", "--all", "--format", "json", "--on", on, "--lang", lang)
        report = json.loads(icplint("check", tmp_path, *options).out)
        assert report["errors"] == report["unread"] == []
        found = {(f["code"], f["subject"]["key"]): f for f in report["findings"]}
        return Said(
            {key: finding["outcome"] for key, finding in found.items()},
            {key: [e["message"] for e in finding["evidence"]] for key, finding in found.items()},
        )

    return checked
