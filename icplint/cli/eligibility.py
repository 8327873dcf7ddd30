"""`icplint eligibility`: which instances can issue service codes, why not, and how many codes are left."""

from __future__ import annotations

import os
from enum import StrEnum
from typing import Annotated

import typer

from icplint.cli.inputs import read, registers_for, settings_for, variables
from icplint.cli.language import reader_language, speak
from icplint.cli.options import (
    ConfigFile,
    Filings,
    Isolated,
    Language,
    On,
    Output,
    Paths,
    Var,
    VarFile,
    day,
)
from icplint.cli.output import deliver


class Form(StrEnum):
    """What the table is written as."""

    TEXT = "text"
    JSON = "json"


def eligibility(
    paths: Paths = None,
    filings: Filings = None,
    on: On = None,
    format_: Annotated[Form, typer.Option("--format", help="How to write it.")] = Form.TEXT,
    output: Output = None,
    lang: Language = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    var: Var = None,
    var_file: VarFile = None,
) -> None:
    """List the instances: whether they can issue filing service codes, why not, codes used and left."""
    given = paths or ["."]
    reader_language(lang)
    settings = settings_for(given, config, isolated=isolated)
    language = reader_language(lang or settings.lang)
    reading = read(given, filings or registers_for(given, settings), variables(var or []), var_file or [])

    from icplint.cli.standing_table import as_json, as_text
    from icplint.graph.build import build
    from icplint.registry import registry

    graph = build(reading, registry().table, settings.policy(day(on)), os.environ)
    render = as_json if format_ is Form.JSON else as_text
    deliver(render(graph, reading, language), output)
    for problem in dict.fromkeys(reading.problems):
        speak(problem.text, problem.origin, language)
    raise typer.Exit(2 if reading.problems else 0)
