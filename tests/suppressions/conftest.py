"""Files in an empty directory -> the JSON report of the real command line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from unfiled import DAY, REGISTER

from icplint.testing.layout import lay


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A JSON report, how the run ended, and what it said on standard error."""

    code: int
    err: str
    report: dict[str, Any]

    def findings(self, code: str) -> Iterator[dict[str, Any]]:
        yield from (f for f in self.report["findings"] if f["code"] == code)

    def outcomes(self, code: str = "ICP101") -> dict[str, str]:
        """Return the outcome of each subject, or that it is suppressed."""
        return {f["subject"]["key"]: "suppressed" if f["suppressed"] else f["outcome"] for f in self.findings(code)}

    def void(self) -> dict[str, str]:
        """Return why each void suppression is void."""
        return {f["subject"]["key"]: f["evidence"][0]["message"] for f in self.findings("ICP001")}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., None]:
    """Write files into an empty directory, by their path."""
    return partial(lay, tmp_path)


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, icplint: Callable[..., Any]) -> Callable[..., Checked]:
    """Check paths of that directory, standing in it; nothing is filed under example.cn."""
    monkeypatch.chdir(tmp_path)

    def checked(*arguments: str, on: str = DAY, lang: str = "en") -> Checked:
        if not (tmp_path / "filings.toml").exists():
            (tmp_path / "filings.toml").write_text(REGISTER, encoding="utf-8")
        options = ["--format", "json", "--on", on, "--lang", lang, "--filings", str(tmp_path / "filings.toml")]
        run = icplint("check", *arguments, *options)
        return Checked(code=run.code, err=run.err, report=json.loads(run.out))

    return checked
