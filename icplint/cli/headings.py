"""The groups that options stand in, and the commands whose help shows them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from icplint.cli.panels import CHECKS, KNOWN, REPORT, TO_READ
from icplint.model.text import closest

CLOSE: Final = 0.7
"""How alike (0 to 1) an option must be to what was written: --select is to --selct, --exclude not to --cloud."""
to_read: Final = partial(typer.Option, rich_help_panel=TO_READ)
known: Final = partial(typer.Option, rich_help_panel=KNOWN)
checking: Final = partial(typer.Option, rich_help_panel=CHECKS)
reporting: Final = partial(typer.Option, rich_help_panel=REPORT)


class Command(TyperCommand):
    """A command with a page of help: options in groups, examples, exit codes."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the command line; of an option that there is not, propose only what is close to it."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            meant = getattr(error, "possibilities", None)
            if isinstance(meant, list):
                word = getattr(error, "option_name", "").strip("-")
                close = [one for one in meant if closest(word, [one.strip("-")], CLOSE)]
                error.possibilities = close  # type: ignore[attr-defined]
            raise

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
