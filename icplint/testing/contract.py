"""The contract that every plugin keeps, as tests that any author runs from the installed core."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import ClassVar, Final

from icplint.core import CORE
from icplint.errors import IcplintError
from icplint.findings.run import run
from icplint.model.reading import Reading
from icplint.model.text import LANGUAGES
from icplint.plugin_api import API_VERSION, Plugin, modules
from icplint.policy import Policy
from icplint.policy.owners import TableOwner
from icplint.registry import Registry
from icplint.reports.report import Style
from icplint.resources.rows import NodeRow
from icplint.testing.examples import examples, faults
from icplint.testing.faults import badly_cited, costs, misfits, named_parts, page_faults, parsed, rows_of, two, unlike
from icplint.testing.graphs import graph
from icplint.testing.judging import DAY, filed, using

CODE: Final = re.compile(r"(?!ICP)[A-Z]{2,}[0-9]{3}")
NAME: Final = re.compile(r"[a-z]+(-[a-z]+)*")
ROOMS: Final = ("resources", "checks", "reports")
CITED: Final = ("name", "value", "since", "title", "url", "retrieved", "quote", "en", "zh")

ESTATE: Final = """
provider "alicloud" {
  region = "cn-hangzhou"
}
resource "alicloud_eip_address" "web" {}
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}
resource "alicloud_alidns_record" "shop" {
  domain_name = "example.com.cn"
  rr          = "shop"
  type        = "A"
  value       = "203.0.113.9"
}
"""
"""A few lines that have a violation, a doubt and a compliant answer, for reports to render."""

PROBE: Final = """
import sys
import icplint.plugin
before = set(sys.modules)
import {package}
print(*sorted(set(sys.modules) - before))
"""


def none(found: Iterable[str]) -> None:
    """Raise AssertionError with everything that is wrong; nothing, where there is nothing."""
    if wrong := list(found):
        raise AssertionError("\n".join(wrong))


class PluginContract:
    """Derive a class `Test…` from it, and say which plugin it is about: pytest runs the rest.

    `package` is what is imported to get at the plugin, by default its name with `_` for `-`.
    """

    plugin: ClassVar[Plugin]
    package: ClassVar[str] = ""

    @property
    def _package(self) -> str:
        return self.package or self.plugin.name.replace("-", "_")

    @property
    def _registry(self) -> Registry:
        return Registry([CORE, self.plugin])

    def test_it_speaks_this_door(self) -> None:
        none(
            []
            if self.plugin.api_version == API_VERSION
            else [f"it speaks version {self.plugin.api_version}, icplint version {API_VERSION}"]
        )

    def test_to_import_it_loads_no_library_and_none_of_its_rooms(self) -> None:
        probe = [sys.executable, "-c", PROBE.format(package=self._package)]
        place = Path(import_module(self._package).__path__[0]).parent
        done = subprocess.run(probe, cwd=place, capture_output=True, text=True, check=True)  # noqa: S603 - Python itself
        own = tuple(f"{self._package}.{room}" for room in ROOMS)
        none(
            f"importing {self._package} loads {name}" for name in done.stdout.split() if costs(name, own, self._package)
        )

    def test_nothing_clashes_with_the_core(self) -> None:
        known = self._registry
        with using(self.plugin):  # which reads the tables of both
            _ = known.table, known.listings, known.checks, known.sources, known.clouds, known.formats

    # Rows

    def test_rows_fit_the_nodes_that_they_make(self) -> None:
        rows = list(self.plugin.rows())
        none(fault for row in rows for fault in misfits(row))
        for kind in {row.kind for row in rows}:
            entries = [row for row in rows if row.kind == kind and isinstance(row, NodeRow)]
            none(f"{kind} has a row after the one that always holds" for row in entries[:-1] if row.when is None)

    def test_rows_cite_where_they_come_from(self) -> None:
        for name in self._modules("resources"):
            text = Path(str(import_module(name).__file__)).read_text(encoding="utf-8")
            rows = getattr(import_module(name), "ROWS", ())
            none([f"{name} says no Source: of its rows and defaults"] if rows and "Source:" not in text else [])

    # Checks

    def test_checks_have_codes_and_names_of_their_own(self) -> None:
        for check in self.plugin.checks():
            none([] if CODE.fullmatch(check.code) else [f"{check.code}: letters and three digits, not ICP…"])
            none([] if NAME.fullmatch(check.name) else [f"{check.name}: words in lower case with - between"])
            stem = check.ask.__module__.rpartition(".")[2]
            none([] if stem == check.name.replace("-", "_") else [f"{check.name} stands in {stem}.py"])

    def test_checks_speak_both_languages(self) -> None:
        for check in self.plugin.checks():
            for text in (check.violation, check.remedy):
                none(unlike(check, text))
            none(page_faults(check))

    def test_the_examples_of_checks_are_answered_as_their_comments_say(self) -> None:
        for check in self.plugin.checks():
            found = list(examples(check))
            shown = {outcome for example in found for *_, outcome in example.expected}
            none(f"{check.name} shows no {word}" for word in ("violation", "compliant") if word not in shown)
            none(fault for example in found for fault in faults(example, self.plugin))

    # Reports

    def test_reports_render_an_estate_in_both_languages(self) -> None:
        with using(self.plugin) as known:
            estate = graph(ESTATE, filed("alibaba", domain="example.org.cn"), plugins=[self.plugin])
        for module in self.plugin.reports():
            name = module.rpartition(".")[2].replace("_", "-")
            form = known.format(name)
            none([] if form.name == name else [f"{module} calls its format {form.name}"])
            for language in LANGUAGES:
                style = Style(language=language)
                once, again = ("".join(form.render(run(estate, known.checks, Reading()), style)) for _ in range(2))
                none([] if once == again else [f"{name} renders the same report twice, and differently"])
                none([] if once.endswith("\n") else [f"{name} does not end in a newline ({language})"])

    # Facts

    def test_facts_cite_their_sources(self) -> None:
        home = TableOwner(self.plugin.name, tuple(self.plugin.facts()), tuple(self.plugin.suffixes()))
        for row in (row for file in home.files("facts") for row in rows_of(file, "fact")):
            none(f"the fact {row.get('name')} has no {key}" for key in CITED if not row.get(key) and row.get(key) != 0)
            none(badly_cited(str(row["name"]), row))
        for row in (row for file in home.files("suffixes") for row in rows_of(file, "suffix")):
            needed = ("patterns", "service", "provider", "location", "confidence", "source", "retrieved")
            none(f"the suffix {row.get('patterns')} has no {key}" for key in needed if not row.get(key))
        with using(self.plugin) as known:
            policy = Policy(date.fromisoformat(DAY), known.tables)
            none([] if policy.facts() else ["no fact is in force"])
            policy.suffixes.find("www.example.com")

    def test_regions_and_providers_have_names_in_both_languages(self) -> None:
        home = TableOwner(self.plugin.name, tuple(self.plugin.facts()), tuple(self.plugin.suffixes()))
        tables = [parsed(file) for name in ("regions", "providers", "products") for file in home.files(name)]
        none(f"{key} has the names {names}" for table in tables for key, names in named_parts(table) if not two(names))

    # Clouds

    def test_clouds_print_a_policy_of_each_product(self) -> None:
        for cloud in (self._registry.clouds[brought.name] for brought in self.plugin.clouds()):
            for products in ([], *([product] for product in cloud.products())):
                once, again = (cloud.policy(products, lookup=True) for _ in range(2))
                none([] if once and once == again else [f"{cloud.name} prints no one policy of {products}"])

    def _modules(self, room: str) -> Iterator[str]:
        place = Path(import_module(self._package).__path__[0]) / room
        yield from modules(f"{self._package}.{room}") if place.is_dir() else ()


def clash(plugin: Plugin, *others: Plugin) -> IcplintError | None:
    """Return what is said of plugins that cannot be installed together; None where they can."""
    known = Registry([CORE, plugin, *others])
    try:
        with using(plugin, *others):
            _ = known.table, known.checks, known.sources, known.clouds, known.formats
    except IcplintError as error:
        return error
    return None
