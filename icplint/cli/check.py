"""`icplint check`: read Terraform, answer every check."""

from __future__ import annotations

import typer

from icplint.cli.answers import Answering
from icplint.cli.inputs import begin
from icplint.cli.option_groups import spread
from icplint.cli.options import CheckOptions, Paths, TerraformSources


@spread
def check(*, paths: Paths = None, sources: TerraformSources, asked: CheckOptions) -> None:
    """Read Terraform and answer every check."""
    session = begin(paths or ["."], sources, verbose=asked.verbose)
    answering = Answering(asked=asked, session=session)
    answering.see_that_all_is_known()
    raise typer.Exit(answering.answer(session.read()))
