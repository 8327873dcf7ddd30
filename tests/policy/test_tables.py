"""Tables are values: what plugins add is in theirs, and in no others."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path

import pytest

from icplint.errors import PluginError
from icplint.policy import Policy, Tables
from icplint.policy.owners import CORE, TableOwner


@pytest.fixture
def acme(tmp_path: Path) -> TableOwner:
    """A plugin with a provider of its own, and a region of AWS."""
    (tmp_path / "providers.toml").write_text('acme = ["Acme", "极致"]\n', encoding="utf-8")
    (tmp_path / "regions.toml").write_text('[aws.mainland]\ncn-south-9 = ["South", "南方"]\n', encoding="utf-8")
    return TableOwner("icplint-acme", tuple(tmp_path / f"{name}.toml" for name in ("providers", "regions")))


def test_two_of_them_stand_beside_each_other(acme: TableOwner) -> None:
    day = date(2026, 11, 24)
    policies = Policy(day), Policy(day, Tables.of((CORE, acme)))
    assert [policy.providers.name("acme").en for policy in policies] == ["acme", "Acme"]
    assert [policy.providers.named_in("极致") for policy in policies] == [["极致"], ["acme"]]
    found = [policy.regions.find("aws", "cn-south-9") for policy in policies]
    assert [region.known for region in found if region] == [False, True]
    assert policies[0] != policies[1]


def test_the_same_owners_have_the_same_tables_and_nobody_changes_them(acme: TableOwner) -> None:
    assert Tables.of([CORE]) is Tables.core()
    assert Tables.of((CORE, acme)) is Tables.of((CORE, acme))
    with pytest.raises(FrozenInstanceError):
        Tables.core().owners = ()  # type: ignore[misc]


def test_only_tables_to_which_plugins_add_are_read_to_find_a_clash(
    acme: TableOwner, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = Path.read_text
    monkeypatch.setattr(Path, "read_text", lambda path, **options: read.append(path.stem) or real(path, **options))
    Tables((CORE,)).check()
    assert read == []
    Tables((CORE, acme)).check()
    assert sorted(read) == ["providers", "providers", "regions", "regions"]
    with pytest.raises(PluginError, match="provider acme is provided by both icplint-acme and icplint-b"):
        Tables((CORE, acme, TableOwner("icplint-b", acme.facts[:1]))).check()
