"""`icplint filings`: a template for the register, a check of it, and a register made of spreadsheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icplint.cli.language import reader_language, speak
from icplint.cli.options import Lang, day
from icplint.cli.output import deliver
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icplint.model.reading import Problem, Reading
    from icplint.model.text import Language

app = typer.Typer(help="The register of filings.", no_args_is_help=True)
GOOD = Text(en="{file}: {n} filings, no errors", zh="{file}：{n} 条备案，没有错误")
FROM = Text(en="# Imported from {file}.", zh="# 由 {file} 导入。")


@app.command()
def template() -> None:
    """Print a commented register to start from."""
    from icplint.filings.register import TEMPLATE

    typer.echo(TEMPLATE.read_text(encoding="utf-8"), nl=False)


@app.command()
def check(
    files: Annotated[list[Path], typer.Argument(help="Registers: TOML, CSV or XLSX.", metavar="FILE...")],
    lang: Annotated[Lang | None, typer.Option(help="The language of the errors.")] = None,
) -> None:
    """Check registers: every bad row is reported with its line, and rows that contradict each other."""
    from icplint.filings.register import read

    language = reader_language(lang)
    readings = [read(file, file.as_posix()) for file in dict.fromkeys(files)]
    problems = [problem for reading in readings for problem in reading.problems]
    _speak(problems, language)
    for reading in readings:
        if not reading.problems:
            filings = sum(1 for resource in reading.resources if resource.kind == "filing")
            typer.echo(GOOD.using(file=reading.inputs[0].path, n=filings).say(language))
    contradictory = _contradictions(readings)
    _speak(contradictory, language)
    raise typer.Exit(2 if problems else 1 if contradictory else 0)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A register as CSV or XLSX.")],
    output: Annotated[Path | None, typer.Option(help="Write the register to a file.", metavar="FILE")] = None,
    lang: Annotated[Lang | None, typer.Option(help="The language of the errors.")] = None,
) -> None:
    """Write a spreadsheet as a TOML register; one with a bad row is not written, as it would claim to be whole."""
    from icplint.filings.entries import entries_of
    from icplint.filings.register import problems_of, sheet_of
    from icplint.filings.toml_text import to_toml

    language = reader_language(lang)
    sheet = sheet_of(file)
    entries = entries_of(sheet)
    problems = problems_of(sheet, file.as_posix())
    _speak(problems, language)
    if problems:
        raise typer.Exit(2)
    deliver(f"{FROM.using(file=file.name).say(language)}\n\n{to_toml(entries)}", output)


def _contradictions(readings: list[Reading]) -> list[Problem]:
    from icplint.graph.build import build
    from icplint.graph.contradictions import contradictions
    from icplint.model.reading import Reading
    from icplint.model.vocabulary import Filing
    from icplint.policy import Policy
    from icplint.resources.register import ENTRIES

    graph = build(Reading.of(readings), {entry.kind: (entry,) for entry in ENTRIES}, Policy(day(None)))
    return list(contradictions(graph.all(Filing)))


def _speak(problems: Iterable[Problem], language: Language) -> None:
    for problem in problems:
        speak(problem.text, problem.origin, language)
