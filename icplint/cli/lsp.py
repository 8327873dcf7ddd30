"""`icplint lsp`: speak the Language Server Protocol on standard input and output."""

from __future__ import annotations

import gc
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.answers import Answering
from icplint.cli.inputs import begin
from icplint.cli.language import reader_language
from icplint.cli.options import Asked, Lang, TerraformSources
from icplint.errors import ConfigError
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
    os.chdir(folder)  # every run of the server's one thread comes through here
    session = replace(begin(["."], TerraformSources()), unsaved=unsaved)
    answering = Answering(asked=Asked(), session=session)
    reading = session.read_files()
    return answering.settled(reading, answering.scopes(reading))
