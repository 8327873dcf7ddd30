"""One small site as source, plan, state and account: the same graph, and the same answers.

`site/` holds the source, and what Terraform 1.11.4 with hashicorp/aws 5.100.0 made of it against moto 5.2.5:
`plan.json` (without the arguments by which its provider was led to moto), `state.json`, `terraform.tfstate`. `live/` is
what a scan of that account kept.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from icplint_aws import PLUGIN

from icplint.plugin import Graph, Reading
from icplint.testing import filed, graph, icplint, using

SITE = Path(__file__).with_name("site")
SOURCE = (SITE / "main.tf").read_text(encoding="utf-8")
PLAN = "plan.json"
DOCUMENTS = (PLAN, "state.json", "terraform.tfstate")
APEX = "example.cn"
"""Whose NS and SOA records Route 53 makes itself: Terraform does not have them."""


def document(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SITE / name).read_text(encoding="utf-8"))
    return found


def read(source: Any) -> Graph:
    return graph(source, filed("sinnet"), plugins=[PLUGIN])


def kept() -> Reading:
    with using(PLUGIN) as known:
        return known.clouds["aws"].saved(SITE / "live", "live")


@pytest.fixture(scope="module")
def source() -> Graph:
    return read(SOURCE)


@pytest.fixture(scope="module")
def called() -> Mapping[str, str]:
    """What the account calls each resource, by its Terraform address."""
    resources = document("state.json")["values"]["root_module"]["resources"]
    found = {one["address"]: one["values"]["id"] for one in resources}
    found["aws_api_gateway_domain_name.api"] = "cn-north-1:api.example.cn"  # two regions may have the same
    for one in resources:
        if one["type"] == "aws_route53_record":  # in its id Terraform keeps the name as it is written, www
            values = one["values"]
            parts = (values["zone_id"], values["fqdn"], values["type"], values["set_identifier"])
            found[one["address"]] = "_".join(filter(None, parts))
    return found


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_terraform_made_of_the_site_is_the_graph_of_its_source(name: str, source: Graph) -> None:
    """A plan alone lists what an expression mentions: beside some edges it has an open end."""
    made = read(document(name)).shape()
    assert made >= source.shape()
    assert {edge[-1] for edge in made - source.shape()} == ({"?"} if name == PLAN else set())


def test_the_account_holds_the_graph_of_the_source(source: Graph, called: Mapping[str, str]) -> None:
    live = {shape for shape in read(kept()).shape() if not made_by_route53(shape)}
    live = {shape for shape in live if shape[0] != "Filing"}
    expected = {tuple(called.get(word, word) for word in shape) for shape in source.shape() if shape[0] != "Filing"}
    assert live == expected


def made_by_route53(shape: tuple[str, ...]) -> bool:
    return any(word == APEX or "awsdns" in word or word.endswith(("_SOA", "_NS")) for word in shape)


def test_the_site_has_what_the_plugin_is_about(source: Graph) -> None:
    kinds = {shape[0] for shape in source.shape()}
    assert kinds - {"Filing"} == {
        "Address",
        "Bucket",
        "Domain",
        "Gateway",
        "LoadBalancer",
        "Proxy",
        "Record",
        "Server",
        "ServerGroup",
    }


def answers(path: Path, *, lang: str = "en") -> dict[tuple[str, str], str]:
    with using(PLUGIN):
        options = ("--isolated", "--all", "--format", "json", "--on", "2026-11-24", "--lang", lang)
        said = icplint("check", path, "--filings", path.parent / "filings.toml", *options)
    report = json.loads(said.out)
    assert (report["errors"], report["unread"]) == ([], [])
    return {(f["code"], f["subject"]["key"]): f["outcome"] for f in report["findings"] if "." in f["subject"]["key"]}


NAMES = ("api", "beta", "img", "origin", "shop", "static", "www")


def test_a_line_is_said_where_there_are_several(place: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "filings.toml").write_text(filed("sinnet"), encoding="utf-8")
    with using(PLUGIN):
        said = icplint("check", place("state.json"), "--isolated", "--all", "--lang", "en", "--on", "2026-11-24").out
    assert "(line here)" in said
    assert "(line )" not in said


@pytest.fixture
def place(tmp_path: Path) -> Callable[[str], Path]:
    """Return one form of the site by itself, beside a register."""

    def alone(name: str) -> Path:
        if name == "live":
            return Path(shutil.copytree(SITE / name, tmp_path / name))
        target = tmp_path / ("source" if name == "main.tf" else ".") / name
        target.parent.mkdir(exist_ok=True)
        return (
            Path(shutil.copy(SITE / name, target))
            if name != "main.tf"
            else Path(shutil.copy(SITE / name, target)).parent
        )

    return alone


def about_names(found: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Return what is said of the site's names."""
    return {key: outcome for key, outcome in found.items() if key[1].removesuffix(f".{APEX}") in NAMES}


@pytest.mark.parametrize("providers", [("sinnet",), ("nwcd",), ("alibaba",), ()])
def test_all_of_them_give_the_same_answers(
    providers: tuple[str, ...], tmp_path: Path, place: Callable[[str], Path]
) -> None:
    (tmp_path / "filings.toml").write_text(filed(*providers), encoding="utf-8")
    said = {name: about_names(answers(place(name))) for name in ("main.tf", *DOCUMENTS, "live")}
    assert len(said["main.tf"]) > len(NAMES) * 5
    for name in ("state.json", "terraform.tfstate", "live"):
        assert said[name] == said["main.tf"]
    assert said[PLAN].keys() == said["main.tf"].keys()
    assert {said[PLAN][key] for key in said[PLAN] if said[PLAN][key] != said["main.tf"][key]} <= {"cannot-tell"}
