"""The command line: one file per command; nothing heavy is imported before a command needs it."""

from __future__ import annotations

import gc
import os
import sys
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import typer

from icplint import __version__
from icplint.cli import (
    baseline,
    check,
    completion,
    configuration,
    eligibility,
    explain,
    filings,
    graph,
    init,
    lsp,
    policy,
    scan,
    serve,
)
from icplint.cli import eval as evaluation
from icplint.cli.headings import Command, Group
from icplint.cli.language import forget, in_words, reader_language, speak
from icplint.cli.options import Lang
from icplint.cli.output import OF_STREAMS, finish, prepare, say, unprintable
from icplint.errors import IcplintError
from icplint.model.packages import offering
from icplint.model.text import Text

NO_MEMORY = Text(
    en="what is to be read needs more memory than there is: give icplint less at a time, or more memory",
    zh="要读取的内容超出可用内存：请减少每次读取的内容，或增加内存",
)
DEFECT = Text(
    en="icplint failed at {place} ({error}): this is a defect of {whose}, please report it",
    zh="icplint 在 {place} 处出错（{error}）：这是 {whose} 的缺陷，请反馈",
)

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
app.command("check", cls=Command)(check.check)
app.command("scan", cls=Command, short_help="Read live accounts and answer every check.")(scan.scan)
app.command("eligibility", cls=Command, short_help="List the instances, and which can issue filing service codes.")(
    eligibility.eligibility
)
app.command("graph", cls=Command, short_help="Print the ways of every name, from its records to its servers.")(
    graph.graph
)
app.command("explain", cls=Command, short_help="Explain a check, or list all.")(explain.explain)
app.command("eval", cls=Command, short_help="Evaluate a Terraform expression before any apply.")(evaluation.evaluate)
app.command("baseline", cls=Command, short_help="Accept today's findings; drop what is gone.")(baseline.baseline)
app.command("policy", cls=Command)(policy.policy)
app.command("serve", cls=Command, short_help="Serve the run tasks of HCP Terraform.")(serve.serve)
app.command("lsp", cls=Command)(lsp.lsp)
app.command("init", cls=Command, short_help="Write settings and a register to begin with.")(init.init)
app.add_typer(filings.app, name="filings")
app.add_typer(configuration.app, name="config")
app.command("completion", cls=Command, short_help="Print the completion script of a shell.")(completion.completion)


def _version(asked: bool) -> None:
    if asked:
        say(f"icplint {__version__}")
        for package in offering(sys.path):
            say(f"{package.name} {package.version}")
        raise typer.Exit


@app.callback()
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


def _defect(error: Exception) -> Text:
    """Return the sentence of a defect: where it came up, and whose it is."""
    import traceback

    frames = list(traceback.walk_tb(error.__traceback__))
    place = f"{Path(frames[-1][0].f_code.co_filename).name}:{frames[-1][1]}"
    plugins = {module: package.name for package in offering(sys.path) for module in package.modules}
    within = (str(frame.f_globals.get("__name__")).partition(".")[0] for frame, _ in reversed(frames))
    whose = next((plugins[module] for module in within if module in plugins), "icplint")
    return DEFECT.using(error=repr(error), place=place, whose=whose)


def main() -> None:
    """Run the command line; a sentence instead of a traceback, exit 2 where icplint could not do its work."""
    prepare()
    out, err = sys.stdout, sys.stderr
    forget()
    gc.disable()  # a run makes objects and ends: to look for rings of them costs a tenth of the time
    try:
        _run()
    except SystemExit as ended:
        raise SystemExit(finish(out, err, ended.code if isinstance(ended.code, int) else 0)) from None


def _run() -> None:
    try:
        completion.prepare(os.environ)
        sys.argv[1:] = in_words(sys.argv[1:])
        command = typer.main.get_command(app)
        if reader_language(_asked_language()) == "zh":
            from icplint.cli.chinese import run

            run(command)
        command(complete_var=completion.VARIABLE)  # click makes it of how this was started: python -m icplint
    except IcplintError as error:
        speak(error.text, error.origin, reader_language())
        raise SystemExit(2) from None
    except MemoryError:
        speak(NO_MEMORY, None, reader_language())
        raise SystemExit(2) from None
    except Exception as error:  # noqa: BLE001 - a defect of ours is said in a sentence, never as a traceback
        if isinstance(error, OSError) and error.errno in OF_STREAMS:  # typer prints its help itself
            speak(unprintable(error, sys.stdout), None, reader_language())
        else:
            speak(_defect(error), None, reader_language())
        raise SystemExit(2) from None
