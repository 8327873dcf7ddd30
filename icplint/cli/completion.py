"""`icplint completion`: the script that lets a shell complete commands, options, checks and formats."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE: Final = "_ICPLINT_COMPLETE"
"""What the script sets when it asks icplint for completions."""


class Shell(StrEnum):
    """The shells that there is a script for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


def completion(
    context: typer.Context, shell: Annotated[Shell, typer.Argument(help="The shell.", metavar="SHELL")]
) -> None:
    """Print the completion script of a shell (bash, zsh, fish, powershell), to be read by it when it starts."""
    from typer.completion import shell_complete

    prepare({VARIABLE: ""})
    shell_complete(context.find_root().command, {}, "icplint", VARIABLE, f"source_{shell}")


def prepare(environment: Mapping[str, str]) -> None:
    """Make typer know the shells, when one of them asks."""
    if VARIABLE in environment:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()
