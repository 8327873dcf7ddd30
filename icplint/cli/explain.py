"""`icplint explain`: a check's page, or the table of checks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.headings import reporting
from icplint.cli.language import reader_language
from icplint.cli.options import Lang, day
from icplint.cli.output import deliver, say
from icplint.cli.proposals import checks as checks_named
from icplint.errors import ConfigError
from icplint.model.packages import offering
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from icplint.checks.check import Check
    from icplint.model.text import Language as Tongue
    from icplint.registry import Registry

FROM: Final = Text(en="(a check of the plugin {plugin})", zh="（该检查项由插件 {plugin} 提供）")
PLUGINS: Final = Text(en="plugins: {plugins}", zh="插件：{plugins}")


def explain(
    check: Annotated[
        str | None, typer.Argument(help="Code or name of a check.", metavar="[CHECK]", autocompletion=checks_named)
    ] = None,
    lang: Annotated[Lang | None, reporting(help="The language of the page.")] = None,
) -> None:
    """Explain a check: why, examples, remedy, sources; without one, list all."""
    from icplint.checks.page import page
    from icplint.policy import Policy
    from icplint.registry import registry
    from icplint.reports.labels import LABELS
    from icplint.reports.terminal.columns import width

    language = reader_language(lang)
    registered = registry()
    checks = registered.checks
    listed = [c for c in checks if check is None or (c.code != check.upper() and c.code.startswith(check.upper()))]
    if listed:
        policy = Policy(day(None), registered.tables)
        for known in listed:
            text = known.violation.using(key="NAME", domain="DOMAIN").say(language)
            weight = LABELS[known.weight(policy)].say(language)
            say(f"{known.code}  {known.name:<26} {weight}{'':{8 - width(weight)}} {text}{_of(registered, known)}")
        if check is None:
            _plugins(registered, language)
        return
    assert check is not None  # without one, all are listed
    for known in checks:
        if check.lower() in {known.name, known.code.lower()}:
            deliver(page(known).say(language))
            if (plugin := registered.origin(known)) is not registered.plugins[0]:
                say(f"\n{FROM.using(plugin=plugin.name).say(language)}")
            return
    from icplint.cli.scopes import NO_CHECK

    names = [name for c in checks for name in (c.name, c.code)]
    raise ConfigError(NO_CHECK.using(name=check, hint=did_you_mean(check, names)))


def _of(registered: Registry, check: Check) -> str:
    """Return which plugin a check comes from, in brackets; nothing for one of the core."""
    plugin = registered.origin(check)
    return "" if plugin is registered.plugins[0] else f"  [{plugin.name}]"


def _plugins(registered: Registry, language: Tongue) -> None:
    """Say which plugins there are, each with its version."""
    versions = {package.name: package.version for package in offering(sys.path)}
    if names := [plugin.name for plugin in registered.plugins[1:]]:
        told = ", ".join(f"{name} {versions.get(name, '')}".strip() for name in names)
        say(f"\n{PLUGINS.using(plugins=told).say(language)}")
