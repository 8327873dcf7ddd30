"""`icplint policy`: the dated facts in force, each with its source."""

from __future__ import annotations

from typing import Annotated

import typer

from icplint.cli.language import reader_language
from icplint.cli.options import Lang, day


def policy(
    on: Annotated[str | None, typer.Option(help="The day (default: today).", metavar="DATE")] = None,
    lang: Annotated[Lang | None, typer.Option(help="The language of the facts.")] = None,
) -> None:
    """Print the dated facts in force, each with its source."""
    from icplint.policy import Policy

    language = reader_language(lang)
    for fact in Policy(day(on)).facts():
        value = ", ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value).lower()
        until = f" .. {fact.until}" if fact.until else " .."
        typer.echo(f"{fact.name} = {value}   ({fact.since}{until})")
        typer.echo(f"    {fact.text.say(language)}")
        typer.echo(f"    {fact.citation.title}: {fact.citation.url} ({fact.citation.retrieved})")
