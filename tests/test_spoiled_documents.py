"""A plan or state that is cut off, or that has anything else in place of any of its parts, ends in a sentence."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

Icplint = Callable[..., Any]
PLANS: Final = Path(__file__).parent / "terraform/data/plans"
DOCUMENTS: Final = sorted(str(p.relative_to(PLANS)) for p in [*PLANS.glob("*/*.json"), *PLANS.glob("*/*.tfstate")])
JUNK: Final = [None, True, -1, 1e400, "", "a.b", [], {}, [None], [{}], {"a": None}, {"references": ["a", 1]}]
EACH: Final = 8


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for step, below in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*path, step)
        yield from places(below, (*path, step))


def spoiled(text: str, chance: random.Random) -> str:
    """Return the document with junk in one place; what is near the top is hit as often as what is deep down."""
    document = place = json.loads(text)
    found = list(places(document))
    depth = chance.choice(sorted({len(path) for path in found}))
    *path, last = chance.choice([p for p in found if len(p) == depth])
    for step in path:
        place = place[step]
    place[last] = chance.choice(JUNK)
    return json.dumps(document)


def ended_in_a_sentence(run: Any) -> bool:
    return run.code in {0, 1} or (run.code == 2 and bool(run.err) and "Traceback" not in run.err)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_any_part_may_be_anything(name: str, tmp_path: Path, icplint: Icplint) -> None:
    chance = random.Random(name)  # noqa: S311 - not a secret
    text = (PLANS / name).read_text(encoding="utf-8")
    for source in (PLANS / name).parent.glob("*.tf"):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    for _ in range(EACH):
        path = tmp_path / Path(name).name
        path.write_text(spoiled(text, chance), encoding="utf-8")
        run = icplint("check", path, "--isolated", "--lang", "en", "--all")
        assert ended_in_a_sentence(run), path.read_text(encoding="utf-8")
        assert "defect of icplint" not in run.err, path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS[::5])
def test_what_is_cut_off_is_no_json(name: str, tmp_path: Path, icplint: Icplint) -> None:
    content = (PLANS / name).read_bytes().rstrip()
    for part in (1, 2, len(content) // 3, len(content) // 2, len(content) - 1):
        (tmp_path / "plan.json").write_bytes(content[:part])
        run = icplint("check", tmp_path / "plan.json", "--isolated", "--lang", "en")
        assert run.code == 2
        assert "plan.json is not valid JSON" in run.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_what_powershell_writes_is_read(encoding: str, tmp_path: Path, icplint: Icplint) -> None:
    """Source: learn.microsoft.com, about_Character_Encoding: `>` of Windows PowerShell writes UTF-16 with a mark."""
    text = (PLANS / "sites/plan.json").read_text(encoding="utf-8")
    runs = []
    for name in ("utf-8", encoding):
        (tmp_path / "plan.json").write_text(text, encoding=name)
        runs.append(icplint("check", tmp_path / "plan.json", "--isolated", "--format", "json"))
    assert runs[0] == runs[1]
    assert json.loads(runs[0].out)["findings"]


@pytest.mark.parametrize(
    ("kind", "outcome"), [("A", "cannot-tell"), ("TXT", None), (7, "cannot-tell"), (["A"], "cannot-tell")]
)
def test_what_has_the_wrong_type_is_text_or_unknown(
    kind: Any, outcome: str | None, tmp_path: Path, icplint: Icplint
) -> None:
    plan = json.loads((PLANS / "drifted/plan.json").read_text(encoding="utf-8"))
    (keep,) = (change["change"] for change in plan["resource_changes"] if change["name"] == "keep")
    keep["after"]["type"] = kind
    (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    run = icplint("check", tmp_path / "plan.json", "--isolated", "--all", "--format", "json", "--select", "ICP101")
    outcomes = {f["subject"]["key"]: f["outcome"] for f in json.loads(run.out)["findings"]}
    assert outcomes.get("keep.example.cn") == outcome


@pytest.mark.parametrize("depth", [199, 400, 990, 100_000])
@pytest.mark.parametrize("part", ["after", "after_unknown", "after_sensitive"])
def test_what_is_nested_without_end_is_said_of_the_document(
    depth: int, part: str, tmp_path: Path, icplint: Icplint
) -> None:
    change = {"actions": ["create"], "before": None, "after": {"x": "y"}, part: {"x": "deep"}}
    entry = {"mode": "managed", "type": "alicloud_instance", "name": "a", "address": "alicloud_instance.a"}
    document = {
        "format_version": "1.2",
        "planned_values": {"root_module": {}},
        "resource_changes": [{**entry, "change": change}],
        "configuration": {"root_module": {}},
    }
    text = json.dumps(document).replace('"deep"', "[" * depth + "]" * depth)
    (tmp_path / "plan.json").write_text(text, encoding="utf-8")
    run = icplint("check", tmp_path / "plan.json", "--isolated", "--lang", "en")
    assert run.code == 2
    assert "plan.json is nested more than 200 levels deep" in run.err


@pytest.mark.parametrize("text", ["5", "null", '"text"', "[]", "[[[]]]"])
def test_what_is_no_object_is_no_plan(text: str, icplint: Icplint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    run = icplint("check", "-", "--isolated", "--lang", "en")
    assert run.code == 2
    assert "neither Terraform nor a plan or state" in run.err
