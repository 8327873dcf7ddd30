"""`icplint eligibility`: which instances can issue service codes, why not, and how many codes are left."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from icplint.cli.headings import reporting
from icplint.cli.inputs import begin
from icplint.cli.option_groups import spread
from icplint.cli.options import Output, Paths, TerraformSources
from icplint.cli.output import deliver


class TableFormat(StrEnum):
    """What the table is written as."""

    TEXT = "text"
    JSON = "json"


@spread
def eligibility(
    *,
    paths: Paths = None,
    sources: TerraformSources,
    format_: Annotated[TableFormat, reporting("--format", "-f", help="How to write it.")] = TableFormat.TEXT,
    output: Output = None,
) -> None:
    """List the instances: whether they can issue filing service codes, why not, codes used and left."""
    session = begin(paths or ["."], sources)
    reading = session.read()
    session.spare([output], reading)

    from icplint.cli.eligibility_table import as_json, as_text

    render = as_json if format_ is TableFormat.JSON else as_text
    deliver(render(session.graph(reading), reading, session.language), output)
    raise typer.Exit(session.ended(reading))
