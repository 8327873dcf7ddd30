"""Gathers rows, checks, sources and reports from the core and from installed plugins, through one door."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final

from icplint.alibaba.listing import Listing
from icplint.checks.check import Check
from icplint.errors import PluginError
from icplint.model.reading import Reading
from icplint.model.text import Text
from icplint.reports.report import Format
from icplint.resources.entry import Row

GROUP: Final = "icplint.plugins"
DOOR: Final = 1
"""The version of the `Plugin` object; it grows when a field changes its meaning."""

BROKEN: Final = Text(
    en="the plugin {name} of {package} cannot be loaded ({error}): upgrade or uninstall it",
    zh="无法加载 {package} 的插件 {name}（{error}）：请升级或卸载",
)
OTHER_DOOR: Final = Text(
    en="the plugin {name} speaks version {door} of the plugin interface, icplint version {ours}: upgrade one of them",
    zh="插件 {name} 使用插件接口版本 {door}，而当前 icplint 为版本 {ours}：请升级其中之一",
)
CLASH: Final = Text(
    en="{what} {name} is provided by both {first} and {second}: uninstall one of them",
    zh="{first} 与 {second} 都提供了{what} {name}：请卸载其中之一",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Reads one kind of JSON document. `recognises` looks at its content, never at a file's name.

    `before` reads what there was before a document that tells of changes; `changes` says whether one changes anything.
    """

    kind: str
    recognises: Callable[[Any], bool]
    read: Callable[..., Reading]
    before: Callable[..., Reading] | None = None
    changes: Callable[[Any], bool] = bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """What a package brings. Each part is a function, called only by a command that needs it."""

    name: str
    door: int = DOOR
    rows: Callable[[], Iterable[Row]] = tuple
    listings: Callable[[], Iterable[Listing]] = tuple
    checks: Callable[[], Iterable[Check]] = tuple
    sources: Callable[[], Iterable[Source]] = tuple
    reports: Callable[[], Iterable[str]] = tuple
    """Modules with a FORMAT, imported when asked for; the last part of the name is the format's, with `-` for `_`."""


class Registry:
    """Everything that this run knows, from all plugins; a clash names both sides."""

    def __init__(self, plugins: Iterable[Plugin]) -> None:
        self.plugins = tuple(plugins)

    @cached_property
    def table(self) -> dict[str, tuple[Row, ...]]:
        """Resource types to their rows; those of one type come from one plugin."""
        grouped = ((plugin, kind, rows) for plugin in self.plugins for kind, rows in _by_kind(plugin.rows()).items())
        return self._unique("resource type", grouped)

    @cached_property
    def listings(self) -> list[Listing]:
        """The lists that a scan of Alibaba Cloud asks for."""
        return [listing for plugin in self.plugins for listing in plugin.listings()]

    @cached_property
    def checks(self) -> list[Check]:
        """Checks by code."""
        by_name = self._unique("check", ((p, c.name, c) for p in self.plugins for c in p.checks()))
        by_code = self._unique("check", ((p, c.code, c) for p in self.plugins for c in p.checks()))
        assert len(by_name) == len(by_code)
        return [by_code[code] for code in sorted(by_code)]

    @cached_property
    def sources(self) -> list[Source]:
        """Readers of JSON documents."""
        return [source for plugin in self.plugins for source in plugin.sources()]

    @cached_property
    def formats(self) -> dict[str, str]:
        """Format names to the modules that render them."""
        named = (
            (p, module.rpartition(".")[2].replace("_", "-"), module) for p in self.plugins for module in p.reports()
        )
        return self._unique("report format", named)

    def format(self, name: str) -> Format:
        """Return a format, importing it."""
        found: Format = import_module(self.formats[name]).FORMAT
        return found

    @staticmethod
    def _unique(what: str, named: Iterable[tuple[Plugin, str, Any]]) -> dict[str, Any]:
        found: dict[str, tuple[Plugin, Any]] = {}
        for plugin, name, thing in named:
            if name in found:
                first = found[name][0].name
                raise PluginError(plugin.name, CLASH.using(what=what, name=name, first=first, second=plugin.name))
            found[name] = (plugin, thing)
        return {name: thing for name, (_, thing) in found.items()}


def _by_kind(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        found[row.kind] = (*found.get(row.kind, ()), row)
    return found


def modules(package: str) -> Iterator[str]:
    """Yield the full names of a package's modules, by name."""
    path = import_module(package).__path__
    yield from (f"{package}.{module.name}" for module in iter_modules(path) if not module.ispkg)


def _rows() -> Iterator[Row]:
    for name in modules("icplint.resources"):
        yield from getattr(import_module(name), "ENTRIES", ())


def _listings() -> Iterator[Listing]:
    for name in modules("icplint.resources"):
        yield from getattr(import_module(name), "LISTINGS", ())


def _checks() -> Iterator[Check]:
    for name in modules("icplint.checks"):
        if check := getattr(import_module(name), "CHECK", None):
            yield check


def _sources() -> Iterator[Source]:
    from icplint.terraform import plan, state

    yield Source(
        kind="plan",
        recognises=lambda d: state.kind_of(d) == "plan",
        read=plan.read_plan,
        before=plan.read_before,
        changes=plan.changes_something,
    )
    yield Source(kind="state", recognises=lambda d: state.kind_of(d) == "state", read=state.read_state)


def _reports() -> Iterator[str]:
    yield from (name for name in modules("icplint.reports") if not name.endswith((".report", ".labels")))


CORE: Final = Plugin(name="icplint", rows=_rows, listings=_listings, checks=_checks, sources=_sources, reports=_reports)


def _offered() -> bool:
    """Whether any installed package offers a plugin: importlib.metadata costs 10 ms, and mostly none does."""
    places = (Path(place) for place in sys.path if place)
    files = (file for place in places for file in place.glob("*.dist-info/entry_points.txt"))
    return any(GROUP.encode() in file.read_bytes() for file in files)


def installed() -> Iterator[Plugin]:
    """Yield the core, then every plugin that a package offers; one that cannot be used is named."""
    yield CORE
    if not _offered():
        return

    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP):
        package = point.dist.name if point.dist else point.value
        try:
            plugin = point.load()
        except Exception as error:
            raise PluginError(package, BROKEN.using(name=point.name, package=package, error=repr(error))) from error
        if not isinstance(plugin, Plugin) or plugin.door != DOOR:
            door = getattr(plugin, "door", "?")
            raise PluginError(package, OTHER_DOOR.using(name=point.name, door=door, ours=DOOR))
        yield plugin


def registry() -> Registry:
    """Return the registry of this installation."""
    return Registry(installed())
