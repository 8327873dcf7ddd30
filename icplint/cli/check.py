"""`icplint check`: read Terraform, answer every check."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from icplint.cli.language import reader_language, speak
from icplint.cli.options import FailOn, Lang, day
from icplint.cli.output import deliver
from icplint.errors import ConfigError
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icplint.checks.check import Check
    from icplint.config import Config
    from icplint.model.reading import Reading
    from icplint.run import Report

BAD_VARIABLE = Text(en="--var takes NAME=VALUE, not {text}", zh="--var 的格式为 NAME=VALUE，而不是 {text}")
NO_FORMAT = Text(en="there is no format {name}; there are {known}", zh="没有 {name} 格式；可用的格式有 {known}")
NO_CHECK = Text(
    en="there is no check {name}; icplint explain lists them", zh="没有检查项 {name}；用 icplint explain 查看全部检查项"
)
RANKS = {"error": 3, "warning": 2, "info": 1}


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
    language = reader_language(lang or settings.lang)
    from icplint.registry import registry

    known = registry()
    if format_ not in known.formats:
        raise ConfigError(NO_FORMAT.using(name=format_, known=", ".join(sorted(known.formats))))
    chosen = _chosen(known.checks, select or list(settings.select), [*settings.ignore, *(ignore or ())])
    registers = filings or _registers(given, settings)
    reading = read(given, registers, _variables(var or []), var_file or [], geo or settings.geo)

    from icplint.changes import changes
    from icplint.graph.build import build
    from icplint.reports.report import Style
    from icplint.run import run

    policy = settings.policy(day(on))
    graph = build(reading, known.table, policy, os.environ)
    report = run(graph, chosen, reading)
    report.changes = changes(reading, graph, known.table, os.environ)
    report.show_compliant = all_
    style = Style(language=language, colour=output is None and _colour(no_color=no_color))
    deliver(known.format(format_).render(report, style), output)
    for problem in report.problems:
        speak(problem.text, problem.origin, language)
    raise typer.Exit(_exit_code(report, fail_on or FailOn(settings.fail_on), strict=strict or settings.strict))


def settings_for(paths: list[str], config: Path | None, *, isolated: bool) -> Config:
    """Return the settings of a file, else of the nearest configuration, else none."""
    from icplint import config as configuration

    if config is not None:
        return configuration.load(config)
    found = None if isolated else configuration.find(_start(paths))
    return configuration.load(found) if found else configuration.Config()


def _start(paths: list[str]) -> Path:
    """Return the directory from which the configuration and the register are looked for."""
    first = Path.cwd() if paths[0] == "-" else Path(paths[0]).absolute()
    return first if first.is_dir() else first.parent


def _registers(paths: list[str], settings: Config) -> list[Path]:
    from icplint.config import default_register

    if settings.filings:
        return list(settings.filings)
    found = default_register(_start(paths), settings)
    return [found] if found else []


def _variables(texts: list[str]) -> dict[str, str]:
    pairs = (text.partition("=") for text in texts)
    values = {}
    for name, equals, value in pairs:
        if not equals or not name:
            raise ConfigError(BAD_VARIABLE.using(text=name))
        values[name] = value
    return values


def _chosen(checks: list[Check], select: list[str], ignore: list[str]) -> list[Check]:
    """Return the checks that are asked for, by code, name or prefix of a code."""
    for word in (*select, *ignore):
        if not any(_means(word, check) for check in checks):
            raise ConfigError(NO_CHECK.using(name=word))
    wanted = [c for c in checks if not select or any(_means(word, c) for word in select)]
    return [c for c in wanted if not any(_means(word, c) for word in ignore)]


def _means(word: str, check: Check) -> bool:
    return word == check.name or check.code.startswith(word.upper())


def read(
    paths: list[str],
    registers: list[Path],
    variables: dict[str, str],
    files: list[Path],
    databases: Sequence[Path] = (),
) -> Reading:
    from icplint.gather import STDIN, Request, gather
    from icplint.registry import registry

    request = Request(
        paths=paths,
        base=Path.cwd(),
        registers=[r.absolute() for r in registers],
        databases=[d.absolute() for d in databases],
        variables=variables,
        variable_files=[f.absolute() for f in files],
        environment=dict(os.environ),
        sources=lambda: registry().sources,
        stdin=sys.stdin.buffer.read() if STDIN in paths else b"",
    )
    return gather(request)


def _colour(*, no_color: bool) -> bool:
    if no_color or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _exit_code(report: Report, fail_on: FailOn, *, strict: bool) -> int:
    if report.problems:
        return 2
    if strict and (report.count("cannot-tell") or report.unread):
        return 1
    if fail_on is FailOn.NEVER:
        return 0
    least = RANKS[fail_on]
    return int(any(f.answer.value and RANKS[f.severity] >= least for f in report.findings))
