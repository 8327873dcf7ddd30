"""`icplint check`: read Terraform, answer every check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from icplint.cli.answers import Answering
from icplint.cli.inputs import read, registers_for, settings_for, variables
from icplint.cli.language import reader_language
from icplint.cli.options import FailOn, Lang, day


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Directories, files, plans or states; - for JSON on standard input.", metavar="[PATH]..."),
    ] = None,
    filings: Annotated[
        list[Path] | None, typer.Option(help="A register of filings; repeatable.", metavar="FILE")
    ] = None,
    geo: Annotated[
        list[Path] | None,
        typer.Option(
            help="A database of addresses (.mmdb, .xdb) for those that nothing describes; repeatable.", metavar="FILE"
        ),
    ] = None,
    on: Annotated[str | None, typer.Option(help="The day whose rules apply (default: today).", metavar="DATE")] = None,
    format_: Annotated[str, typer.Option("--format", help="How to report: text, concise, json.")] = "text",
    output: Annotated[Path | None, typer.Option(help="Write the report to a file.", metavar="FILE")] = None,
    lang: Annotated[Lang | None, typer.Option(help="The language of the report.")] = None,
    select: Annotated[
        list[str] | None, typer.Option(help="Only these checks: code, name or prefix; repeatable.", metavar="CHECK")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Not these checks; repeatable.", metavar="CHECK")] = None,
    fail_on: Annotated[FailOn | None, typer.Option(help="From which severity on to fail (default: warning).")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on cannot-tell too.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Report compliant answers too.")] = False,
    config: Annotated[Path | None, typer.Option(help="The configuration file.", metavar="FILE")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")] = False,
    var: Annotated[
        list[str] | None, typer.Option(help="A value for a variable; repeatable.", metavar="NAME=VALUE")
    ] = None,
    var_file: Annotated[
        list[Path] | None, typer.Option(help="A file of values for variables; repeatable.", metavar="FILE")
    ] = None,
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours.")] = False,
) -> None:
    """Read Terraform and answer every check."""
    given = paths or ["."]
    reader_language(lang)
    settings = settings_for(given, config, isolated=isolated)
    from icplint.registry import registry

    known = registry()
    answering = Answering(
        on=day(on),
        format_=format_,
        output=output,
        select=select or (),
        ignore=ignore or (),
        fail_on=fail_on,
        strict=strict,
        all_=all_,
        no_color=no_color,
        settings=settings,
        language=reader_language(lang or settings.lang),
    )
    checks = answering.checks(known)
    registers = filings or registers_for(given, settings)
    reading = read(given, registers, variables(var or []), var_file or [], geo or settings.geo)
    raise typer.Exit(answering.answer(reading, known, checks))
