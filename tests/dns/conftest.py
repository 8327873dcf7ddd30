"""Resolvers on loopback, and what a check says that asks them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from loopback import Resolver, Table

from icplint.dns import client
from icplint.testing import Judged

FOUND = Callable[..., Resolver]


class Said(Judged):
    """A report, and what was not read."""

    def __init__(self, report: dict[str, Any]) -> None:
        super().__init__(report)
        self.unread = {part["what"]: part["why"] for part in report["unread"]}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "SECONDS", 0.3)
    monkeypatch.setattr(client, "TRIES", 1)


@pytest.fixture
def resolver() -> Iterator[FOUND]:
    """Open resolvers that answer from tables."""
    opened: list[Resolver] = []

    def open_one(table: Table, **options: Any) -> Resolver:
        opened.append(Resolver(table, **options))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


@pytest.fixture
def ask(tmp_path: Path, icplint: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Said]:
    """Check a configuration with some resolvers; the register holds addresses only, unless another is given."""
    monkeypatch.chdir(tmp_path)

    def asked(text: str, *resolvers: Resolver, register: str = ADDRESSES, lang: str = "en") -> Said:
        Path("main.tf").write_text(text, encoding="utf-8")
        Path("filings.toml").write_text(register, encoding="utf-8")
        whom = [word for one in resolvers for word in ("--resolver", one.at)]
        options = ("--isolated", "--all", "--format", "json", "--on", "2026-11-24", "--lang", lang)
        run = icplint("check", *(("--resolve", *whom) if whom else ()), *options)
        assert run.err == ""
        return Said(json.loads(run.out))

    return asked


ADDRESSES = """
[[address]]
cidr = "203.0.113.0/24"
location = "mainland"
provider = "tencent"
[[address]]
cidr = "198.51.100.0/24"
location = "outside"
provider = "aws"
"""
