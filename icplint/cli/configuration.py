"""`icplint config`: what may stand in icplint.toml."""

from __future__ import annotations

import typer

from icplint.cli.headings import Command, Group
from icplint.cli.output import deliver

app = typer.Typer(cls=Group, help="The settings.", no_args_is_help=True)


@app.command(cls=Command)
def schema() -> None:
    """Print the JSON schema of icplint.toml, for editors."""
    from importlib.resources import files

    deliver(files("icplint").joinpath("config.schema.json").read_text(encoding="utf-8"))
