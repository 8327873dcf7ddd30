"""`icplint lsp`: speak the Language Server Protocol on standard input and output."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.accepted import Accepting
from icplint.cli.inputs import registers_for, settings_for
from icplint.cli.language import reader_language
from icplint.cli.options import Lang, day
from icplint.errors import ConfigError
from icplint.model.origin import Origin
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from icplint.model.text import Language
    from icplint.run import Report

NOT_INSTALLED: Final = Text(
    en="icplint lsp needs pygls, which is not installed: pip install 'icplint[lsp]'",
    zh="icplint lsp 需要 pygls，尚未安装；请执行 pip install 'icplint[lsp]'",
)


def lsp(
    lang: Annotated[Lang | None, typer.Option(help="The language of the diagnostics (default: the editor's).")] = None,
) -> None:
    """Speak the Language Server Protocol, for editors."""
    gc.enable()  # this runs as long as the editor
    reader_language(lang)
    try:
        from icplint.lsp.features import add_features
        from icplint.lsp.server import Server
    except ModuleNotFoundError as error:
        raise ConfigError(NOT_INSTALLED) from error

    def language(asked: str | None, locale: str | None) -> Language:
        return reader_language(asked or lang or locale)

    server = Server(report_of, language)
    add_features(server)
    server.start_io()


def report_of(folder: Path, unsaved: Mapping[Path, bytes]) -> Report:
    """Return what `icplint check` would say that stands in a folder, were the files saved."""
    from icplint.config import find
    from icplint.gather import Request, gather
    from icplint.graph.build import build
    from icplint.registry import registry
    from icplint.run import run

    os.chdir(folder)  # as the command would; every run of the server's one thread comes through here
    known, paths = registry(), [str(folder)]
    try:
        settings = settings_for(paths, None, isolated=False)
    except ConfigError as error:
        raise ConfigError(error.text, Origin(file=os.path.relpath(str(find(folder)), folder))) from None
    request = Request(
        paths=["."],
        base=folder,
        registers=[register.absolute() for register in registers_for(paths, settings)],
        databases=[database.absolute() for database in settings.geo],
        environment=dict(os.environ),
        sources=lambda: known.sources,
        clouds=lambda: known.clouds,
        unsaved=unsaved,
    )
    reading = gather(request)
    graph = build(reading, known.table, settings.policy(day(None)), os.environ)
    wanted = [c for c in known.checks if not settings.select or any(map(c.answers_to, settings.select))]
    report = run(graph, [c for c in wanted if not any(map(c.answers_to, settings.ignore))], reading)
    Accepting(paths=["."], settings=settings).hold(report, reading, known, reader_language())
    return report
