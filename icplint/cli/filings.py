"""`icplint filings`: a template for the register, and a check of it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from icplint.cli.language import reader_language, speak
from icplint.cli.options import Lang
from icplint.model.text import Text

app = typer.Typer(help="The register of filings.", no_args_is_help=True)
GOOD = Text(en="{file}: {n} filings, no errors", zh="{file}：{n} 条备案，没有错误")


@app.command()
def template() -> None:
    """Print a commented register to start from."""
    from icplint.filings.register import TEMPLATE

    typer.echo(TEMPLATE.read_text(encoding="utf-8"), nl=False)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="The register, TOML or CSV.")],
    lang: Annotated[Lang | None, typer.Option(help="The language of the errors.")] = None,
) -> None:
    """Check a register: every bad row is reported with its line."""
    from icplint.filings.register import read

    language = reader_language(lang)
    reading = read(file, file.as_posix())
    for problem in reading.problems:
        speak(problem.text, problem.origin, language)
    if reading.problems:
        raise typer.Exit(2)
    filings = sum(1 for resource in reading.resources if resource.kind == "filing")
    typer.echo(GOOD.using(file=file.as_posix(), n=filings).say(language))
