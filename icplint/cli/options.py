"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from icplint.cli.headings import checking, known, reporting, to_read
from icplint.cli.output import to_write
from icplint.cli.proposals import checks, formats
from icplint.errors import ConfigError
from icplint.model.dataclass import dataclass
from icplint.model.text import Text

NO_DATE: Final = Text(en="{text} is no date: write it as 2026-11-24", zh="{text} 不是日期，请写作 2026-11-24 的形式")


class Lang(StrEnum):
    """The languages of reports and errors."""

    EN = "en"
    ZH = "zh"


class FailOn(StrEnum):
    """From which severity on a violation fails the run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


def day(text: str | None) -> date:
    """Return the day whose rules apply: as asked, else today as the machine's calendar has it."""
    if text is None:
        return date.today()  # noqa: DTZ011
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ConfigError(NO_DATE.using(text=text)) from None


Paths = Annotated[
    list[str] | None,
    typer.Argument(help="Directories, files, plans or states; - for JSON on standard input.", metavar="[PATH]..."),
]
Filings = Annotated[list[Path] | None, known(help="A register of filings; repeatable.", metavar="FILE")]
On = Annotated[str | None, checking(help="The day whose rules apply (default: today).", metavar="DATE")]
Output = Annotated[
    Path | None, reporting("--output", "-o", help="Write it to a file.", metavar="FILE", parser=to_write)
]
Outputs = Annotated[
    list[Path] | None,
    reporting(
        "--output",
        "-o",
        help="Write the report to a file; the nth is of the nth format.",
        metavar="FILE",
        parser=to_write,
    ),
]
Language = Annotated[Lang | None, reporting(help="The language of the report.")]
ConfigFile = Annotated[Path | None, to_read(help="The configuration file.", metavar="FILE")]
Isolated = Annotated[bool, to_read("--isolated", help="Read no configuration file.")]
Exclude = Annotated[
    list[str] | None,
    to_read(help="Leave out what is found here, as in .gitignore; repeatable.", metavar="PATTERN"),
]
NoIgnore = Annotated[bool, to_read("--no-ignore", help="Look also where .gitignore says not to.")]
Var = Annotated[list[str] | None, to_read(help="A value for a variable; repeatable.", metavar="NAME=VALUE")]
VarFile = Annotated[list[Path] | None, to_read(help="A file of values for variables; repeatable.", metavar="FILE")]
Geo = Annotated[
    list[Path] | None,
    known(help="A database of addresses (.mmdb, .xdb) for those that nothing describes; repeatable.", metavar="FILE"),
]
Resolve = Annotated[
    bool, known("--resolve", help="Ask public DNS about names whose records nobody showed (uses the network).")
]
Resolvers = Annotated[
    list[str] | None,
    known("--resolver", help="A resolver to ask instead of the system's; repeatable.", metavar="IP[:PORT]"),
]
Formats = Annotated[
    list[str] | None,
    reporting(
        "--format", "-f", help="How to report, text by default; repeatable.", metavar="NAME", autocompletion=formats
    ),
]
Select = Annotated[
    list[str] | None,
    checking(help="Only these checks: code, name or prefix; repeatable.", metavar="CHECK", autocompletion=checks),
]
Ignore = Annotated[
    list[str] | None, checking(help="Not these checks; repeatable.", metavar="CHECK", autocompletion=checks)
]
FailFrom = Annotated[FailOn | None, checking("--fail-on", help="From which severity on to fail (default: warning).")]
Strict = Annotated[bool, checking("--strict", help="Fail on cannot-tell too.")]
All = Annotated[bool, reporting("--all", help="Report compliant answers too.")]
NoSuppressions = Annotated[bool, checking("--no-suppressions", help="Show every finding, whoever accepted it.")]
Baseline = Annotated[
    Path | None, checking(help="The findings that were accepted with icplint baseline write.", metavar="FILE")
]
BaselineFile = Annotated[
    Path | None,
    checking(
        "--baseline",
        help="The baseline; by default that of the settings, else icplint-baseline.json beside them or the first path.",
        metavar="FILE",
    ),
]
Quiet = Annotated[
    bool, reporting("--quiet", "-q", help="Print only what counts at or above --fail-on, and no summary.")
]
Verbose = Annotated[
    bool,
    reporting("--verbose", "-v", help="Say on standard error what is read, each call too, and how long it takes."),
]
Statistics = Annotated[bool, reporting("--statistics", help="Count the answers of each check instead.")]
NoColor = Annotated[bool, reporting("--no-color", help="No colours.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What is known beside what is checked, and by which rules: the same for every command that builds a graph."""

    filings: Filings = None
    geo: Geo = None
    resolve: Resolve = False
    resolver: Resolvers = None
    on: On = None
    lang: Language = None
    config: ConfigFile = None
    isolated: Isolated = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TerraformSources(Sources):
    """The same, where Terraform is read."""

    var: Var = None
    var_file: VarFile = None
    exclude: Exclude = None
    no_ignore: NoIgnore = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What is asked of the checks, and how the answers are reported."""

    format_: Formats = None
    output: Outputs = None
    select: Select = None
    ignore: Ignore = None
    fail_on: FailFrom = None
    strict: Strict = False
    all_: All = False
    no_suppressions: NoSuppressions = False
    baseline: Baseline = None
    statistics: Statistics = False
    quiet: Quiet = False
    verbose: Verbose = False
    no_color: NoColor = False
