"""`icplint init` writes what the loader takes, claims nothing, and overwrites nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icplint.settings import config

ROOT = Path(__file__).parents[2]
Icplint = Callable[..., Any]


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shop of the examples, in which nobody has written a register yet."""
    shutil.copytree(ROOT / "examples/shop-behind-cdn", tmp_path / "shop", ignore=shutil.ignore_patterns("*.toml"))
    (tmp_path / "shop/plan.json").unlink()
    monkeypatch.chdir(tmp_path)
    return tmp_path / "shop"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_lists_the_domains_that_it_found(language: str, shop: Path, icplint: Icplint) -> None:
    done = icplint("init", "shop", "--lang", language)
    assert (done.code, done.err) == (0, "")
    settings = config.load(shop / "icplint.toml")
    assert (settings.filings, settings.lang) == ((shop / "filings.toml",), language)
    register = (shop / "filings.toml").read_text(encoding="utf-8")
    assert [line for line in register.splitlines() if line.startswith("domain")] == [
        'domain = "example.com"',
        'domain = "example.com.cn"',
    ]
    assert "www.example.com.cn" in register
    assert "2" in done.out


def test_until_it_is_filled_in_nothing_is_said_to_be_filed_or_not(shop: Path, icplint: Icplint) -> None:
    icplint("init", "shop")
    run = icplint("check", "shop", "--format", "json")
    assert (run.code, run.err) == (0, "")
    report = json.loads(run.out)
    assert {f["outcome"] for f in report["findings"]} == {"cannot-tell"}
    assert [(u["what"], u["origin"]["file"]) for u in report["unread"]] == [("licence", "shop/filings.toml")] * 2
    assert "the number of example.com is still to be filled in" in report["unread"][0]["why"]
    assert icplint("check", "shop", "--strict").code == 1


def test_one_row_that_is_not_filled_in_leaves_the_others_as_they_are(shop: Path, icplint: Icplint) -> None:
    icplint("init", "shop")
    file = shop / "filings.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"example.com.cn"', '"example.cn"'), encoding="utf-8")
    report = json.loads(icplint("check", "shop", "--format", "json").out)
    found = {f["filing_domain"]: f["outcome"] for f in report["findings"] if f["code"] == "ICP101"}
    assert found == {"example.com": "cannot-tell", "example.com.cn": "violation"}


def test_filled_in_it_is_the_register(shop: Path, icplint: Icplint) -> None:
    icplint("init", "shop")
    file = shop / "filings.toml"
    text = file.read_text(encoding="utf-8").replace('licence = ""', 'licence = "沪ICP备2021004567号-1"')
    file.write_text(text.replace("# access_providers", "access_providers"), encoding="utf-8")
    run = icplint("check", "shop")
    assert (run.code, run.err) == (0, "")


@pytest.mark.parametrize("name", ["icplint.toml", "filings.toml"])
def test_it_overwrites_nothing(name: str, shop: Path, icplint: Icplint) -> None:
    (shop / name).write_text("# mine\n", encoding="utf-8")
    done = icplint("init", "shop")
    assert done.code == 2
    assert name in done.err
    assert [path.name for path in shop.glob("*.toml")] == [name]
    assert (shop / name).read_text(encoding="utf-8") == "# mine\n"


def test_it_writes_both_or_neither(shop: Path, icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "icplint.toml":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    assert icplint("init", "shop").code == 2
    assert list(shop.glob("*.toml")) == []


def test_a_directory_without_names_is_no_error(tmp_path: Path, icplint: Icplint) -> None:
    (tmp_path / "main.tf").write_text("", encoding="utf-8")
    assert icplint("init", tmp_path).code == 0
    assert icplint("check", tmp_path).err == ""


def test_what_is_no_directory_is_refused(tmp_path: Path, icplint: Icplint) -> None:
    (tmp_path / "main.tf").write_text("", encoding="utf-8")
    assert icplint("init", tmp_path / "main.tf").code == 2
