"""`icplint filings`: a template for the register, a check of it, and a register made of spreadsheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icplint.cli.headings import Command, Group, reporting, to_read
from icplint.cli.language import ERROR, WARNING, reader_language, speak
from icplint.cli.options import Lang, day
from icplint.cli.output import deliver, say, spare, to_write
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from icplint.model.reading import Problem, Reading, Unread
    from icplint.model.text import Language

app = typer.Typer(cls=Group, help="The register of filings.", no_args_is_help=True)
GOOD = Text(en="{file}: {n} filings, no errors", zh="{file}：{n} 条备案，没有错误")
GOOD_ONE = Text(en="{file}: 1 filing, no errors", zh="{file}：1 条备案，没有错误")
FROM = Text(en="# Imported from {file}.", zh="# 由 {file} 导入。")
FROM_ACCOUNT = Text(en="# Imported from the account's filings with Alibaba Cloud.", zh="# 由账号在阿里云的备案导入。")
Profiles = Annotated[
    list[str] | None, to_read("--profile", help="A profile of the aliyun CLI; repeatable.", metavar="NAME")
]
Endpoints = Annotated[
    list[str] | None,
    to_read("--endpoint", help="Where a product answers; repeatable.", metavar="[PRODUCT=]URL"),
]


@app.command(cls=Command)
def template() -> None:
    """Print a commented register to start from."""
    from icplint.filings.register import TEMPLATE

    deliver(TEMPLATE.read_text(encoding="utf-8"))


@app.command(cls=Command)
def check(
    files: Annotated[
        list[Path], typer.Argument(help="Registers: TOML, CSV or XLSX; - for standard input.", metavar="FILE...")
    ],
    lang: Annotated[Lang | None, reporting(help="The language of the errors.")] = None,
) -> None:
    """Check registers: every bad row is reported with its line, and rows that contradict each other."""
    from icplint.filings.register import read
    from icplint.policy import Tables

    language = reader_language(lang)
    providers = Tables.core().providers
    readings = [read(file, file.as_posix(), providers) for file in dict.fromkeys(files)]
    problems = [problem for reading in readings for problem in reading.problems]
    _speak(problems, language)
    _speak(_doubts(reading.unread for reading in readings), language, WARNING)
    for reading in readings:
        if not reading.problems:
            filings = sum(1 for resource in reading.resources if resource.kind == "filing")
            say((GOOD_ONE if filings == 1 else GOOD).using(file=reading.inputs[0].path, n=filings).say(language))
    contradictory = _contradictions(readings)
    _speak(contradictory, language)
    raise typer.Exit(2 if problems else 1 if contradictory else 0)


@app.command("import", cls=Command)
def import_(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="A register as CSV or XLSX, - for standard input; without it, the account's own filings.",
            metavar="[FILE]",
        ),
    ] = None,
    profile: Profiles = None,
    endpoint: Endpoints = None,
    output: Annotated[
        Path | None,
        reporting("--output", "-o", help="Write the register to a file.", metavar="FILE", parser=to_write),
    ] = None,
    lang: Annotated[Lang | None, reporting(help="The language of the errors.")] = None,
) -> None:
    """Write a register as TOML, of a spreadsheet or an account; one with errors would claim to be whole, and is not."""
    from icplint.filings.toml_text import to_toml

    language = reader_language(lang)
    if file is None:
        from icplint.cli import filings_live

        entries, problems = filings_live.entries(profile or (), endpoint or ())
        source = FROM_ACCOUNT
    else:
        from icplint.filings.entries import entries_of
        from icplint.filings.register import doubts_of, problems_of, sheet_of
        from icplint.policy import Tables

        sheet = sheet_of(file, Tables.core().providers)
        entries = entries_of(sheet)
        doubts = doubts_of(sheet, file.as_posix())
        problems = [*problems_of(sheet, file.as_posix()), *_doubts([[one for one in doubts if one.lacks]])]
        _speak(_doubts([[one for one in doubts if not one.lacks]]), language, WARNING)
        source = FROM.using(file=file.name)
    _speak(problems, language)
    if problems:
        raise typer.Exit(2)
    spare([output], [] if file is None else [file.as_posix()])
    deliver(f"{source.say(language)}\n\n{to_toml(entries)}", output)


@app.command(cls=Command)
def lookup(
    names: Annotated[
        list[str], typer.Argument(help="Names or URLs; their registrable domains are asked.", metavar="NAME...")
    ],
    profile: Profiles = None,
    endpoint: Endpoints = None,
    lang: Annotated[Lang | None, reporting(help="The language of the errors.")] = None,
) -> None:
    """Ask Alibaba Cloud whether domains are filed with anybody at all (1: one is not, 2: of one, nothing is known)."""
    from icplint.cli import filings_live

    language = reader_language(lang)
    domains, refused = filings_live.domains_of(names)
    if refused:
        _speak(refused, language)
        raise typer.Exit(2)
    said, problems = filings_live.look_up(domains, profile or (), endpoint or ())
    texts = {True: filings_live.FILED, False: filings_live.NOT_FILED, None: filings_live.CANNOT_TELL}
    for domain, filed in said.items():
        say(texts[filed].using(domain=domain).say(language))
    _speak(problems, language)
    raise typer.Exit(2 if problems or None in said.values() else 1 if False in said.values() else 0)


def _contradictions(readings: list[Reading]) -> list[Problem]:
    from icplint.graph.build import build
    from icplint.model.reading import Reading
    from icplint.policy import Policy, Tables
    from icplint.questions.contradictions import contradictions
    from icplint.resources.register import ROWS

    graph = build(Reading.of(readings), {entry.kind: (entry,) for entry in ROWS}, Policy(day(None), Tables.core()))
    return list(contradictions(graph))


def _doubts(parts: Iterable[list[Unread]]) -> Iterator[Problem]:
    from icplint.model.reading import Problem

    return (Problem(part.why, part.origin) for some in parts for part in some)


def _speak(problems: Iterable[Problem], language: Language, heading: Text = ERROR) -> None:
    for problem in problems:
        speak(problem.text, problem.origin, language, heading)
