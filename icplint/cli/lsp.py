"""`icplint lsp`: speak the Language Server Protocol on standard input and output."""

from __future__ import annotations

import gc
from importlib.util import find_spec
from typing import TYPE_CHECKING, Annotated, Final

from icplint.cli.headings import reporting
from icplint.cli.language import reader_language
from icplint.cli.options import Lang
from icplint.errors import ConfigError
from icplint.model.packages import installing
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.lsp.worker import Worker
    from icplint.model.text import Language

WORKER: Final = "icplint.cli.editing"
NOT_INSTALLED: Final = Text(
    en="icplint lsp needs pygls, which is not installed: {install}",
    zh="icplint lsp 需要 pygls，尚未安装；请执行 {install}",
)


def lsp(
    lang: Annotated[Lang | None, reporting(help="The language of the diagnostics (default: the editor's).")] = None,
) -> None:
    """Speak the Language Server Protocol, for editors."""
    from icplint.lsp.worker import Worker

    gc.enable()  # this runs as long as the editor
    reader_language(lang)
    if find_spec("pygls") is None:
        raise ConfigError(NOT_INSTALLED.using(install=installing("icplint[lsp]")))
    worker = Worker(WORKER)
    worker.warm()  # it loads what it needs while this does
    try:
        _serve(worker, lang)
    finally:
        worker.end()


def _serve(worker: Worker, lang: str | None) -> None:
    from icplint.lsp.features import add_features
    from icplint.lsp.server import WorkspaceChecker

    def language(asked: str | None, locale: str | None) -> Language:
        return reader_language(asked or lang or locale)

    server = WorkspaceChecker(worker, language)
    add_features(server)
    server.start_io()
