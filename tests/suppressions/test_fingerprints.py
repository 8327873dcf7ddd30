"""A finding is known by its check and its subject: whatever line, file, module or document it was read from."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from unfiled import SERVER, record

SITE = Path(__file__).parents[1] / "parity/site"
ON = "2025-01-15"


def fingerprints(checked: Any) -> dict[str, str]:
    """Return code and subject of each fingerprint; no two share one."""
    found = {f["fingerprint"]: f"{f['code']} {f['subject']['key']}" for f in checked.report["findings"]}
    assert len(found) == len(checked.report["findings"])
    return found


def test_moving_lines_and_renaming_files_changes_none(write: Any, check: Any, tmp_path: Path) -> None:
    chooser = random.Random(20261124)  # noqa: S311 - any order does, the same each time
    blocks = [SERVER, *(record(name) for name in ("www", "api", "m", "img"))]
    write({"main.tf": "".join(blocks)})
    expected = fingerprints(check("."))
    assert len(expected) == 5
    for _ in range(10):
        for file in tmp_path.glob("*.tf"):
            file.unlink()
        chooser.shuffle(blocks)
        at = chooser.randrange(len(blocks))
        gap = "\n" * chooser.randrange(9) + "# a comment\n"
        one, two = chooser.sample(["main.tf", "dns.tf", "a-b.tf", "z.tofu"], 2)
        write({one: gap.join(blocks[:at]), two: gap + gap.join(blocks[at:])})
        assert fingerprints(check(".")) == expected


@pytest.mark.parametrize("document", ["plan.json", "state.json", "terraform.tfstate"])
def test_source_plan_and_state_give_the_same(document: str, check: Any, tmp_path: Path) -> None:
    shutil.copytree(SITE, tmp_path, dirs_exist_ok=True)
    expected = fingerprints(check(".", on=ON))
    assert fingerprints(check(document, on=ON)) == expected
    (tmp_path / "alone").mkdir()
    shutil.copy(SITE / document, tmp_path / "alone")
    alone = fingerprints(check(f"alone/{document}", "--all", on=ON))
    assert expected.items() <= alone.items()
    assert document == "plan.json" or fingerprints(check(f"alone/{document}", on=ON)) == expected


def test_two_checks_and_two_subjects_never_share_one(write: Any, check: Any) -> None:
    write({"main.tf": SERVER + record("www") + record("api")})
    codes = Counter(words.split()[0] for words in fingerprints(check(".", "--all")).values())
    assert codes["ICP101"] == codes["ICP201"] == 2
