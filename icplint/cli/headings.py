"""The groups that options stand in, and the commands whose help shows them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

TO_READ: Final = "What to read"
KNOWN: Final = "What is known"
CHECKS: Final = "Which checks, and what fails"
REPORT: Final = "How to report"
to_read: Final = partial(typer.Option, rich_help_panel=TO_READ)
known: Final = partial(typer.Option, rich_help_panel=KNOWN)
checking: Final = partial(typer.Option, rich_help_panel=CHECKS)
reporting: Final = partial(typer.Option, rich_help_panel=REPORT)


class Command(TyperCommand):
    """A command with a page of help: options in groups, examples, exit codes."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page; what makes it is loaded when somebody asks for it."""
        from icplint.cli.help_page import page

        formatter.write(page(self, ctx, formatter.width))


class Group(TyperGroup):
    """A group of commands with the same page."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is meant; of a path in its place, say what checks it."""
        name = args[0]
        if self.get_command(ctx, name) is None and "check" in self.commands and Path(name).exists():
            ctx.fail(f"No such command '{name}'. Did you mean '{ctx.command_path} check {name}'?")
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the page; what makes it is loaded when somebody asks for it."""
        from icplint.cli.help_page import page

        formatter.write(page(self, ctx, formatter.width))
