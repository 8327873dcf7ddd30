"""Some resources in a region -> what the real command line says of each name and server."""

from __future__ import annotations

import pytest
from asking import Ask, Judge, Said

from icplint.testing import judged


@pytest.fixture
def judge() -> Judge:
    """Check a source, or a document in its place, with a register."""
    return judged


@pytest.fixture
def site() -> Ask:
    """Check a configuration in a region; None: the region is a variable that nobody set."""

    def checked(
        text: str, *, region: str | None = "cn-hangzhou", filings: str = "", on: str = "2026-11-24", lang: str = "en"
    ) -> Said:
        where = "var.region" if region is None else f'"{region}"'
        provider = f'variable "region" {{}}\nprovider "alicloud" {{\n  region = {where}\n}}\n'
        report = judged(provider + text, filings, on=on, lang=lang).report
        found = {(f["code"], f["subject"]["key"]): f for f in report["findings"]}
        return Said(
            {key: finding["outcome"] for key, finding in found.items()},
            {key: [e["message"] for e in finding["evidence"]] for key, finding in found.items()},
        )

    return checked
