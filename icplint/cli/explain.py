"""`icplint explain`: a check's page, or the table of checks."""

from __future__ import annotations

from typing import Annotated

import typer

from icplint.cli.language import reader_language
from icplint.cli.options import Lang, day
from icplint.cli.proposals import checks as checks_named
from icplint.errors import ConfigError
from icplint.model.text import Text, did_you_mean

NO_CHECK = Text(en="there is no check {name}{hint}", zh="没有检查项 {name}{hint}")


def explain(
    check: Annotated[
        str | None, typer.Argument(help="Code or name of a check.", metavar="[CHECK]", autocompletion=checks_named)
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="The language of the page.")] = None,
) -> None:
    """Explain a check: why, examples, remedy, sources; without one, list all."""
    from icplint.checks.page import page
    from icplint.policy import Policy
    from icplint.registry import registry
    from icplint.reports.labels import LABELS
    from icplint.reports.terminal.columns import width

    language = reader_language(lang)
    checks = registry().checks
    listed = [c for c in checks if check is None or (c.code != check.upper() and c.code.startswith(check.upper()))]
    if listed:
        policy = Policy(day(None))
        for known in listed:
            text = known.violation.using(key="NAME", domain="DOMAIN").say(language)
            weight = LABELS[known.weight(policy)].say(language)
            typer.echo(f"{known.code}  {known.name:<26} {weight}{'':{8 - width(weight)}} {text}")
        return
    assert check is not None  # without one, all are listed
    for known in checks:
        if check.lower() in {known.name, known.code.lower()}:
            typer.echo(page(known).say(language), nl=False)
            return
    names = [name for c in checks for name in (c.name, c.code)]
    raise ConfigError(NO_CHECK.using(name=check, hint=did_you_mean(check, names)))
