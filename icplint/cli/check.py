"""`icplint check`: read Terraform, answer every check."""

from __future__ import annotations

import typer

from icplint.cli.answers import Answering, deliveries
from icplint.cli.inputs import read, registers_for, settings_for, variables
from icplint.cli.language import reader_language
from icplint.cli.options import (
    All,
    ConfigFile,
    FailFrom,
    Filings,
    Formats,
    Geo,
    Ignore,
    Isolated,
    Language,
    NoColor,
    On,
    Outputs,
    Paths,
    Select,
    Strict,
    Var,
    VarFile,
    day,
)
from icplint.cli.resolving import Resolve, Resolvers, asking_for, look_up


def check(
    paths: Paths = None,
    filings: Filings = None,
    geo: Geo = None,
    resolve: Resolve = False,
    resolver: Resolvers = None,
    on: On = None,
    format_: Formats = None,
    output: Outputs = None,
    lang: Language = None,
    select: Select = None,
    ignore: Ignore = None,
    fail_on: FailFrom = None,
    strict: Strict = False,
    all_: All = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    var: Var = None,
    var_file: VarFile = None,
    no_color: NoColor = False,
) -> None:
    """Read Terraform and answer every check."""
    given = paths or ["."]
    reader_language(lang)
    settings = settings_for(given, config, isolated=isolated)
    from icplint.registry import registry

    known = registry()
    answering = Answering(
        on=day(on),
        deliveries=deliveries(format_ or [], output or []),
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
    asking = asking_for(resolve, resolver)
    registers = filings or registers_for(given, settings)
    reading = read(given, registers, variables(var or []), var_file or [], geo or settings.geo)
    if asking is not None:
        look_up(reading, asking, known, settings.policy(answering.on))
    raise typer.Exit(answering.answer(reading, known, checks))
