"""The tree of commands: all of them for help, completion and slips, else only the one that is run."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any, Final, NamedTuple

import typer

from icplint.cli import completion, say_version
from icplint.cli.headings import Command, Group
from icplint.cli.language import in_words, reader_language
from icplint.cli.options import Lang


class Listed(NamedTuple):
    """Where a command is found in its file, and what the list of commands says of it, if not its help."""

    function: str
    short_help: str | None = None


COMMANDS: Final = {
    "check": Listed("check"),
    "scan": Listed("scan", "Read live accounts and answer every check."),
    "eligibility": Listed("eligibility", "List the instances, and which can issue filing service codes."),
    "graph": Listed("graph", "Print the ways of every name, from its records to its servers."),
    "explain": Listed("explain", "Explain a check, or list all."),
    "eval": Listed("evaluate", "Evaluate a Terraform expression before any apply."),
    "baseline": Listed("baseline", "Accept today's findings; drop what is gone."),
    "policy": Listed("policy"),
    "serve": Listed("serve", "Serve the run tasks of HCP Terraform."),
    "lsp": Listed("lsp"),
    "init": Listed("init", "Write settings and a register to begin with."),
    "completion": Listed("completion", "Print the completion script of a shell."),
}
"""Names of commands, each in the file of that name."""
GROUPS: Final = {"filings": "filings", "config": "configuration"}
"""Names of groups of commands -> the files whose `app` they are."""


def run() -> None:
    """Run the command line; ends as typer does, with SystemExit."""
    completion.prepare(os.environ)
    sys.argv[1:] = in_words(sys.argv[1:])
    command = tree(sys.argv[1:] if completion.VARIABLE not in os.environ else ())
    if reader_language(_asked_language()) == "zh":
        from icplint.cli.chinese import run as run_in_chinese

        run_in_chinese(command)
    command(complete_var=completion.VARIABLE)  # click makes it of how this was started: python -m icplint


def tree(arguments: Sequence[str] = ()) -> Any:
    """Return the command of typer that a command line needs: with all commands below, unless it begins with one."""
    app = typer.Typer(
        name="icplint",
        cls=Group,
        help="Check Terraform and Alibaba Cloud inventory for compliance with mainland China's ICP filing (ICP 备案).",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_main)
    known = {*COMMANDS, *GROUPS}
    wanted = known.intersection(arguments[:1]) or known
    for name, (function, short_help) in COMMANDS.items():
        if name in wanted:
            run = getattr(import_module(f"icplint.cli.{name}"), function)
            app.command(name, cls=Command, short_help=short_help)(run)
    for name, module in GROUPS.items():
        if name in wanted:
            app.add_typer(import_module(f"icplint.cli.{module}").app, name=name)
    return typer.main.get_command(app)


def _version(asked: bool) -> None:
    if asked:
        say_version()
        raise typer.Exit


def _main(
    context: typer.Context,
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            "-V",
            callback=_version,
            is_eager=True,
            help="Print the version, and those of the plugins, and exit.",
        ),
    ] = False,
    lang: Annotated[Lang | None, typer.Option(help="The language of what is said, of any command.")] = None,
) -> None:
    assert not version  # it ends the command line
    if lang is not None:
        reader_language(lang)
        context.default_map = _everywhere(context.command, lang)


def _everywhere(command: Any, lang: Lang) -> dict[str, Any]:
    """Return the language as the default of every command below one, for those that have the option themselves."""
    below: dict[str, Any] = getattr(command, "commands", {})
    return {"lang": lang.value, **{name: _everywhere(one, lang) for name, one in below.items()}}


def _asked_language() -> str | None:
    """Return what `--lang` says: a command that only prints its help does not read its options."""
    known = {language.value for language in Lang}
    words = [word for argument in sys.argv[1:] for word in argument.split("=", 1)]
    return next((after for word, after in pairwise(words) if word == "--lang" and after in known), None)
