"""`icplint policy`: the dated facts in force, each with its source."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Final

from icplint.cli.headings import checking, reporting
from icplint.cli.language import reader_language
from icplint.cli.options import Lang, day
from icplint.cli.output import say
from icplint.model.text import Text

SOURCE: Final = Text(en="{title}: {url} (read on {day})", zh="{title}：{url}（查阅于 {day}）")


def policy(
    on: Annotated[str | None, checking(help="The day (default: today).", metavar="DATE")] = None,
    lang: Annotated[Lang | None, reporting(help="The language of the facts.")] = None,
) -> None:
    """Print the dated facts in force, each with its source."""
    from icplint.policy import Policy
    from icplint.registry import registry

    known = registry()
    language = reader_language(lang)
    for fact in Policy(day(on), known.tables).facts():
        value = ", ".join(fact.value) if isinstance(fact.value, tuple) else str(fact.value).lower()
        until = f" .. {fact.until - timedelta(days=1)}" if fact.until else " .."
        say(f"{fact.name} = {value}   ({fact.since}{until})")
        say(f"    {fact.text.say(language)}")
        source = SOURCE.using(title=fact.citation.title, url=fact.citation.url, day=fact.citation.retrieved)
        say(f"    {source.say(language)}")
