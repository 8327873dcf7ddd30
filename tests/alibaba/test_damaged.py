"""Saved inventories that somebody edited or damaged: a sentence and exit 2, never a defect, nor an answer from them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from cloud import Cloud, Scan

from icplint.alibaba.endpoints import is_region
from icplint.model.cloud import MANIFEST

ON = ("--on", "2026-11-24", "--format", "json", "--lang", "en", "--isolated")
ODD: tuple[Any, ...] = (None, 7, -1, True, "", "x", "../..", [], [1], {}, {"a": {}}, "\ud800", 1e308)


@pytest.fixture
def saved(scan: Scan, cloud: Cloud, tmp_path: Path) -> Path:
    """An inventory of the account."""
    directory = tmp_path / "saved"
    scan("--save", str(directory), "--region", "cn-hangzhou")
    return directory


def manifest(directory: Path, **changed: Any) -> None:
    document = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))
    (directory / MANIFEST).write_text(json.dumps({**document, **changed}), encoding="utf-8")


def reply(directory: Path) -> Path:
    return next(directory.glob("*DescribeInstances*"))


DAMAGE: dict[str, Callable[[Path], Any]] = {
    "another version": lambda d: manifest(d, **{"icplint-inventory": 2}),
    "a manifest that is a list": lambda d: (d / MANIFEST).write_text("[]"),
    "a manifest that is empty": lambda d: (d / MANIFEST).write_text(""),
    "a manifest that is nested": lambda d: (d / MANIFEST).write_text("[" * 100_000),
    "a cloud that is a path": lambda d: manifest(d, cloud="../../etc"),
    "a cloud that is a list": lambda d: manifest(d, cloud=["alibaba"]),
    "a cloud that nobody reads": lambda d: manifest(d, cloud="moon"),
    "clouds that are paths": lambda d: manifest(d, clouds=["..", "/etc"]),
    "clouds that are the directory itself": lambda d: manifest(d, clouds=["."]),
    "clouds that are not there": lambda d: manifest(d, clouds=["aws"]),
    "clouds that are a word": lambda d: manifest(d, clouds="alibaba"),
    "lists that are a number": lambda d: manifest(d, meant=7),
    "lists that are words": lambda d: manifest(d, meant=["x"]),
    "a list that nobody knows": lambda d: reply(d).write_text(
        reply(d).read_text().replace('"DescribeInstances"', '"DescribeMoons"')
    ),
    "a reply that is nested": lambda d: reply(d).write_text('{"body":' * 100_000),
    "a reply that is nested enough to parse": lambda d: reply(d).write_text(
        reply(d).read_text().replace('"RequestId"', '"Deep": ' + "[" * 400 + "]" * 400 + ', "RequestId"', 1)
    ),
    "a reply that is not UTF-8": lambda d: reply(d).write_bytes(b'{"call": "\xff"}'),
    "a reply that is a FIFO": lambda d: (path := reply(d), path.unlink(), os.mkfifo(path)),
    "a reply that is a directory": lambda d: (path := reply(d), path.unlink(), path.mkdir()),
    "a reply that is a link to the outside": lambda d: (path := reply(d), path.rename(d.parent / "x"), path.symlink_to("../x")),
}  # fmt: skip


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_inventory_is_a_sentence(icplint: Scan, saved: Path, how: str) -> None:
    DAMAGE[how](saved)
    run = icplint("check", str(saved), *ON, "--all")
    report = json.loads(run.out)
    assert run.code == 2
    assert report["errors"] or report["unread"]
    assert "defect" not in run.err
    assert [f for f in report["findings"] if (f["code"], f["outcome"]) == ("ICP101", "compliant")] == []


def test_two_clouds_that_lead_to_each_other_end(icplint: Scan, saved: Path) -> None:
    manifest(saved, clouds=["alibaba"])
    (saved / "alibaba").symlink_to(saved)
    run = icplint("check", str(saved), *ON)
    assert (run.code, "scan again" in run.err, "defect" in run.err) == (2, True, False)


def test_whatever_is_changed_in_it_icplint_does_not_fail(icplint: Scan, saved: Path) -> None:
    """Each of a few hundred changes: a value anywhere in a file becomes another, or goes."""
    chance = Random(13)  # noqa: S311
    paths = sorted(saved.glob("*.json"))
    for _ in range(150):
        path = chance.choice(paths)
        before = path.read_text(encoding="utf-8")
        document = json.loads(before)
        holder, key = chance.choice(list(places(document)))
        if chance.random() < 0.2:
            del holder[key]
        else:
            holder[key] = chance.choice(ODD)
        path.write_text(json.dumps(document), encoding="utf-8")
        run = icplint("check", str(saved), *ON, "--all")
        assert "defect" not in run.err, (path.name, key, run.err)
        assert run.code in (0, 1, 2)
        path.write_text(before, encoding="utf-8")


def places(document: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(document) if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    for key in keys:
        yield document, key
        yield from places(document[key])


@pytest.mark.parametrize(
    "text",
    ["cn-hangzhou.evil.example/", "cn-hangzhou#", "evil.example", "cn_x", "../x-y", "CN-HANGZHOU", "a-" * 90],
)
def test_what_is_no_region_is_never_part_of_a_host_name(scan: Scan, cloud: Cloud, text: str) -> None:
    assert not is_region(text)
    cloud.list("DescribeRegions", "Regions.Region", lambda _p: [{"RegionId": text}])
    run = scan("--format", "json", "--lang", "en")
    assert run.code == 2
    assert [one for one in cloud.log if one.get("RegionId") == text and text] == []
    run = scan("--region", text, "--lang", "en")
    assert (run.code, "is no id of a region" in run.err) == (2, True)


def test_two_replies_to_one_call_are_a_sentence_that_names_both(saved: Path, icplint: Scan) -> None:
    name = next(path.name for path in saved.iterdir() if "DescribeInstances@cn-hangzhou" in path.name)
    other = f"{name.split('.json')[0][:-12]}0123456789ab.json"
    (saved / other).write_bytes((saved / name).read_bytes())
    run = icplint("check", str(saved), "--lang", "en")
    assert run.code == 2
    said = [line for line in run.err.splitlines() if "replies to one call" in line]
    assert len(said) == 1
    assert name in said[0]
    assert other in said[0]
    assert "failed at" not in run.err


def test_a_reply_of_another_region_by_hand_is_a_sentence(saved: Path, icplint: Scan) -> None:
    for path in saved.iterdir():
        if path.name.startswith(("ecs.DescribeInstances@", "slb.DescribeLoadBalancers@")):
            path.write_text(path.read_text(encoding="utf-8").replace("cn-hangzhou", "cn-beijing"), encoding="utf-8")
    run = icplint("check", str(saved), "--lang", "en")
    assert run.code == 2
    assert "failed at" not in run.err


def test_an_inventory_that_was_to_hold_nothing_is_refused(tmp_path: Path, icplint: Scan) -> None:
    about = {"icplint-inventory": 1, "cloud": "alibaba", "finished": True, "meant": [], "on": "2026-11-24"}
    (tmp_path / "icplint-inventory.json").write_text(json.dumps(about), encoding="utf-8")
    run = icplint("check", str(tmp_path), "--lang", "en")
    assert run.code == 2
    assert [line for line in run.err.splitlines() if "names no list that was to be read" in line]
