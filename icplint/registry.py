"""Gathers rows, checks, sources, clouds and reports from the core and from installed plugins, through one interface."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Final

from icplint.checks.check import Check
from icplint.core import CORE
from icplint.errors import IcplintError, PluginError, blamed, clash
from icplint.live.cloud import LiveCloud
from icplint.live.listing import Listing
from icplint.model.cloud import Cloud
from icplint.model.packages import GROUP, offering
from icplint.model.text import Text
from icplint.plugin_api import API_VERSION, Plugin, Source, modules
from icplint.policy.owners import TableOwner
from icplint.policy.tables import Tables
from icplint.reports.report import Format
from icplint.resources.rows import Row

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["API_VERSION", "CORE", "GROUP", "Plugin", "Registry", "Source", "installed", "modules", "registry"]

BROKEN: Final = Text(
    en="the plugin {name} of {package} cannot be loaded ({error}): upgrade or uninstall it",
    zh="无法加载 {package} 的插件 {name}（{error}）：请升级或卸载",
)
OTHER_API: Final = Text(
    en="the plugin {name} speaks version {version} of the plugin interface, icplint version {ours}: "
    "upgrade one of them",
    zh="插件 {name} 使用插件接口版本 {version}，而当前 icplint 为版本 {ours}：请升级其中之一",
)
NOT_BROUGHT: Final = Text(
    en="the plugin {name} cannot bring its {part} ({error}): upgrade or uninstall it",
    zh="插件 {name} 无法提供 {part}（{error}）：请升级或卸载",
)
WRONG: Final = Text(
    en="the plugin {name} brings {thing} among its {part}, and it is none: upgrade or uninstall it",
    zh="插件 {name} 的 {part} 中有 {thing}，类型不符：请升级或卸载",
)
TYPE: Final = Text(en="resource type", zh="资源类型")
CHECK: Final = Text(en="check", zh="检查项")
FORMAT: Final = Text(en="report format", zh="报告格式")
CLOUD: Final = Text(en="cloud", zh="云")
SOURCE: Final = Text(en="kind of document", zh="文档类型")


class Registry:
    """Everything that this run knows, from all plugins; a clash names both sides."""

    def __init__(self, plugins: Iterable[Plugin]) -> None:
        self.plugins = tuple(plugins)

    def _brought(self, part: str, kinds: type | UnionType = object) -> Iterator[tuple[Plugin, Any]]:
        """Yield what each plugin brings as one of its parts; raises PluginError, naming it, where it cannot."""
        for plugin in self.plugins:
            try:
                things = list(getattr(plugin, part)())
            except Exception as error:
                if plugin is CORE or isinstance(error, IcplintError):
                    raise
                text = NOT_BROUGHT.using(name=plugin.name, part=part, error=repr(error))
                raise PluginError(plugin.name, text) from error
            for thing in things:
                if not isinstance(thing, kinds):
                    raise PluginError(plugin.name, WRONG.using(name=plugin.name, part=part, thing=repr(thing)))
                yield plugin, thing

    @cached_property
    def table(self) -> dict[str, tuple[Row, ...]]:
        """Resource types to their rows; those of one type come from one plugin, and end the doubt about it."""
        found: dict[str, tuple[Row, ...]] = {}
        owners: dict[str, Plugin] = {}
        for plugin, row in self._brought("rows", Row):
            if (owner := owners.setdefault(row.kind, plugin)) is not plugin:
                raise clash(TYPE, row.kind, owner.name, plugin.name)
            found[row.kind] = (*found.get(row.kind, ()), row)
        doubts: dict[str, tuple[Row, ...]] = {}
        for _, row in self._brought("doubts", Row):
            doubts[row.kind] = (*doubts.get(row.kind, ()), row)
        return {**doubts, **found}

    @cached_property
    def listings(self) -> list[Listing]:
        """The lists that scans ask for, each of its own cloud."""
        return [listing for _, listing in self._brought("listings", Listing)]

    @cached_property
    def checks(self) -> list[Check]:
        """Checks by code."""
        return [check for _, check in self._checks]

    @cached_property
    def _checks(self) -> list[tuple[Plugin, Check]]:
        brought = list(self._brought("checks", Check))
        _unique(CHECK, ((plugin, check.name, check) for plugin, check in brought))
        _unique(CHECK, ((plugin, check.code, check) for plugin, check in brought))
        return sorted(brought, key=lambda pair: pair[1].code)

    def origin(self, check: Check) -> Plugin:
        """Return the plugin that brings a check; the first of all is the core."""
        return next(plugin for plugin, one in self._checks if one is check)

    @cached_property
    def sources(self) -> list[Source]:
        """Readers of JSON documents."""
        brought = self._brought("sources", Source)
        return list(_unique(SOURCE, ((plugin, source.kind, source) for plugin, source in brought)).values())

    @cached_property
    def clouds(self) -> dict[str, Cloud]:
        """Clouds whose accounts can be read, by name."""
        named = ((plugin, cloud.name, self._knowing(cloud)) for plugin, cloud in self._brought("clouds"))
        return _unique(CLOUD, named)

    def _knowing(self, cloud: Any) -> Any:
        """Return a cloud that asks for the lists which plugins bring for it, when it is asked itself."""
        if not isinstance(cloud, LiveCloud):
            return cloud
        return cloud.knowing(
            lambda: [listing for listing in self.listings if listing.cloud == cloud.name], lambda: self.tables.regions
        )

    @cached_property
    def formats(self) -> dict[str, str]:
        """Format names to the modules that render them."""
        brought = self._brought("reports", str)
        named = ((plugin, module.rpartition(".")[2].replace("_", "-"), module) for plugin, module in brought)
        return _unique(FORMAT, named)

    @cached_property
    def tables(self) -> Tables:
        """The tables of the policy, by the core and by plugins; each is read when it is first asked for."""
        facts, suffixes = list(self._brought("facts", Path)), list(self._brought("suffixes", Path))
        return Tables.of(
            TableOwner(
                plugin.name,
                tuple(file for owner, file in facts if owner is plugin),
                tuple(file for owner, file in suffixes if owner is plugin),
            )
            for plugin in self.plugins
        )

    def format(self, name: str) -> Format:
        """Return a format, importing it."""
        module = self.formats[name]
        try:
            found: Format = import_module(module).FORMAT
        except (ImportError, AttributeError) as error:
            plugin = blamed(module)
            text = NOT_BROUGHT.using(name=plugin, part="reports", error=repr(error))
            raise PluginError(plugin, text) from error
        return found


def _unique(what: Text, named: Iterable[tuple[Plugin, str, Any]]) -> dict[str, Any]:
    found: dict[str, tuple[Plugin, Any]] = {}
    for plugin, name, thing in named:
        if name in found:
            raise clash(what, name, found[name][0].name, plugin.name)
        found[name] = (plugin, thing)
    return {name: thing for name, (_, thing) in found.items()}


def _offered() -> bool:
    """Whether any installed package offers a plugin: importlib.metadata costs 10 ms, and mostly none does."""
    return next(offering(sys.path), None) is not None


def installed() -> Iterator[Plugin]:
    """Yield the core, then every plugin that a package offers; one that cannot be used is named."""
    yield CORE
    if not _offered():
        return

    from importlib.metadata import entry_points

    yield from map(_loaded, sorted(entry_points(group=GROUP), key=lambda point: point.name))


def _loaded(point: EntryPoint) -> Plugin:
    package = point.dist.name if point.dist else point.value
    try:
        plugin = point.load()
    except (Exception, SystemExit) as error:
        raise PluginError(package, BROKEN.using(name=point.name, package=package, error=repr(error))) from error
    if not isinstance(plugin, Plugin) or plugin.api_version != API_VERSION:
        version = getattr(plugin, "api_version", "?")
        raise PluginError(package, OTHER_API.using(name=point.name, version=version, ours=API_VERSION))
    return plugin


def registry() -> Registry:
    """Return the registry of this installation; raises PluginError where the tables of two plugins clash."""
    found = Registry(installed())
    found.tables.check()
    return found
