"""Clouds that plugins bring: chosen, asked for what is theirs, saved and read again, and policies printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from icplint import registry
from icplint.model.cloud import MANIFEST, Cloud, Scanning, ScanRequest
from icplint.model.origin import Origin
from icplint.model.reading import Input, Reading
from icplint.model.resource import Rank, Resource

NAME = "www.example.com.cn"


def served(place: str, kinds: Sequence[str] = ("tencentcloud_dnspod_record", "tencentcloud_instance")) -> Reading:
    """Return a reading in which a machine of Tencent Cloud in Guangzhou answers one name, or a part of that."""
    origin = Origin(request=f"Describe {place}")
    record = {"domain": "example.com.cn", "sub_domain": "www", "record_type": "A", "value": "203.0.113.9"}
    server = {"public_ip": "203.0.113.9", "availability_zone": "ap-guangzhou-3"}
    resources = [
        Resource(kind=kind, address=f"{place}-{kind}", values=values, origin=origin, root=place, rank=Rank.LIVE)
        for kind, values in (("tencentcloud_dnspod_record", record), ("tencentcloud_instance", server))
        if kind in kinds
    ]
    return Reading(resources=resources, inputs=[Input("inventory", place)])


@dataclass
class Example:
    """A cloud with two products that keeps what it is asked."""

    name: str
    words: Sequence[str] = ("dns", "vm")
    asked: list[ScanRequest] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)
    kinds: Sequence[str] = ("tencentcloud_dnspod_record", "tencentcloud_instance")

    def products(self) -> Sequence[str]:
        return self.words

    def policy(self, products: Sequence[str], *, lookup: bool) -> str:
        return json.dumps({"cloud": self.name, "products": list(products), "lookup": lookup}) + "\n"

    @contextmanager
    def scan(self, asked: ScanRequest) -> Iterator[Scanning]:
        self.asked.append(asked)
        if asked.save:
            asked.save.mkdir(exist_ok=True)
            (asked.save / MANIFEST).write_text(json.dumps({"cloud": self.name}), encoding="utf-8")
        yield self

    def lists(self) -> Reading:
        return served(self.name, self.kinds)

    def look_up(self, domains: Iterable[str]) -> Reading:
        self.looked_up += domains
        return Reading()

    def saved(self, directory: Path, shown: str) -> Reading:
        assert shown.endswith(directory.name)
        return served(directory.name)


@pytest.fixture
def clouds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[Example, Example]:
    """Let plugins bring two clouds, `one` and `two`; the working directory is empty."""
    monkeypatch.chdir(tmp_path)
    both = Example("one"), Example("two", words=("edge", "vm"))
    typed: Sequence[Cloud] = both
    plugin = registry.Plugin(name="example", clouds=lambda: typed)
    monkeypatch.setattr(registry, "installed", lambda: iter((registry.CORE, plugin)))
    return both


def found(run: Any) -> dict[str, str]:
    report = json.loads(run.out)
    assert report["errors"] == []
    return {f["subject"]["key"]: f["outcome"] for f in report["findings"] if f["code"] == "ICP101"}


def test_a_cloud_of_a_plugin_is_read_and_its_names_are_judged(
    clouds: tuple[Example, Example], icplint: Callable[..., Any]
) -> None:
    run = icplint("scan", "--cloud", "one", "--format", "json", "--isolated")
    assert found(run) == {NAME: "cannot-tell"}, "there is no register"
    assert clouds[0].looked_up == ["example.com.cn"]
    assert clouds[1].asked == []


def test_what_one_cloud_names_and_another_serves_meets_in_one_graph(
    clouds: tuple[Example, Example], icplint: Callable[..., Any], tmp_path: Path
) -> None:
    clouds[0].kinds, clouds[1].kinds = ["tencentcloud_dnspod_record"], ["tencentcloud_instance"]
    (tmp_path / "filings.toml").write_text("", encoding="utf-8")
    options = ("--filings", "filings.toml", "--format", "json", "--isolated")
    assert found(icplint("scan", "--cloud", "one", *options)) == {NAME: "cannot-tell"}
    assert found(icplint("scan", "--cloud", "one", "--cloud", "two", *options)) == {NAME: "violation"}


def test_each_cloud_is_asked_for_what_is_its_own(
    clouds: tuple[Example, Example], icplint: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "icplint.toml").write_text(
        '[endpoints]\necs = "https://a.example"\n[endpoints.two]\nvm = "https://b.example"\n', encoding="utf-8"
    )
    options = ("--profile", "one:prod", "--region", "everywhere-1", "--region", "two:mars-1", "--products", "edge,vm")
    endpoint = ("--endpoint", "https://127.0.0.1:1", "--endpoint", "two:edge=https://c.example", "--timeout", "90s")
    icplint(
        "scan", "--config", "icplint.toml", "--cloud", "one", "--cloud", "two", *options, *endpoint, "--format", "json"
    )
    (one,), (two,) = clouds[0].asked, clouds[1].asked
    assert (list(one.profiles), list(two.profiles)) == (["prod"], [])
    assert (list(one.regions), list(two.regions)) == (["everywhere-1"], ["everywhere-1", "mars-1"])
    assert (list(one.products), list(two.products)) == (["vm"], ["edge", "vm"])
    assert list(two.endpoints) == ["https://127.0.0.1:1", "edge=https://c.example"]
    assert (dict(one.own_endpoints), dict(two.own_endpoints)) == ({}, {"vm": "https://b.example"})
    assert 80 < one.limit.left <= 90.0


def test_a_cloud_without_any_of_the_products_is_not_asked(
    clouds: tuple[Example, Example], icplint: Callable[..., Any]
) -> None:
    icplint("scan", "--cloud", "one", "--cloud", "two", "--products", "edge", "--isolated")
    assert (len(clouds[0].asked), len(clouds[1].asked)) == (0, 1)


def test_what_is_saved_of_several_clouds_is_read_again(
    clouds: tuple[Example, Example], icplint: Callable[..., Any], tmp_path: Path
) -> None:
    both = ("--cloud", "one", "--cloud", "two", "--save", "kept", "--format", "json", "--isolated")
    live = icplint("scan", *both)
    again = icplint("check", "kept", "--format", "json", "--isolated")
    assert found(live) == found(again) == {NAME: "cannot-tell"}
    assert {entry["path"] for entry in json.loads(again.out)["inputs"]} == {"one", "two"}
    assert icplint("scan", *both).code == live.code, "it replaces its own"


def test_no_other_directory_is_written_over(
    clouds: tuple[Example, Example], icplint: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "notes.txt").write_text("mine", encoding="utf-8")
    run = icplint("scan", "--cloud", "one", "--cloud", "two", "--save", "kept", "--isolated")
    assert (run.code, "--save takes an empty directory" in run.err) == (2, True)


def test_the_inventory_of_a_cloud_that_nothing_reads_names_the_plugin(
    icplint: Callable[..., Any], tmp_path: Path
) -> None:
    for cloud, expected in (("aws", "pip install icplint-aws"), ("mars", "install its plugin")):
        (tmp_path / MANIFEST).write_text(json.dumps({"cloud": cloud}), encoding="utf-8")
        run = icplint("check", tmp_path, "--isolated")
        assert (run.code, expected in run.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--cloud", "aws"), "nothing installed reads the cloud aws: pip install icplint-aws"),
        (("--cloud", "mars"), "there is no cloud mars; there are alibaba, one, two"),
        (("--cloud", "one", "--products", "sun"), "there is no product sun; there are dns, vm"),
    ],
)
def test_what_there_is_not_is_said(
    options: Sequence[str], expected: str, clouds: tuple[Example, Example], icplint: Callable[..., Any]
) -> None:
    run = icplint("scan", *options, "--isolated")
    assert (run.code, expected in run.err) == (2, True)


def test_each_cloud_prints_its_own_policy(clouds: tuple[Example, Example], icplint: Callable[..., Any]) -> None:
    run = icplint("scan", "--cloud", "two", "--cloud", "one", "--print-policy", "--products", "vm", "--no-lookup")
    assert [json.loads(line) for line in run.out.splitlines()] == [
        {"cloud": "two", "products": ["vm"], "lookup": False},
        {"cloud": "one", "products": ["vm"], "lookup": False},
    ]
