"""The server: documents come and go, each folder is checked a moment after the last change, and diagnostics go out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from pathlib import Path
from typing import Any, Final, Protocol

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from icplint import __version__
from icplint.checks.page import page
from icplint.errors import IcplintError
from icplint.lsp.places import path_of
from icplint.lsp.questions import CheckRequest, Found, found_in
from icplint.model.dataclass import dataclass
from icplint.model.origin import display_path
from icplint.model.text import Language

PAUSE: Final = 0.25
"""Seconds without a change after which a folder is checked."""
PATIENCE: Final = 10.0
"""Seconds after which a check that a change has overtaken is ended for the next one."""
WATCHED: Final = (
    "**/*.{tf,tofu,tfvars}",
    "**/*.{tf,tofu,tfvars}.json",
    "**/{icplint,filings,pyproject}.toml",
    "**/filings.{csv,xlsx}",
)


class Checking(Protocol):
    """Answers a line by a line, in whatever thread; see `Worker`."""

    def ask(self, question: bytes, file: str) -> bytes:
        """Return the answer; raises IcplintError, after a change of `file`, where there is none."""
        ...

    def hurry(self, seconds: float) -> None:
        """End what has taken longer than so many seconds."""
        ...


@dataclass(slots=True)
class Folder:
    """What is known of a folder that has open documents.

    `turn` counts the reasons to check it, and `changed` is the file of the last one.
    """

    turn: int = 0
    changed: Path | None = None
    waiting: asyncio.TimerHandle | None = None
    shown: dict[Path, list[types.Diagnostic]] = field(default_factory=dict)


class WorkspaceChecker(LanguageServer):
    """Checks each folder of a workspace that has open documents, as `icplint check` does that stands in it."""

    def __init__(self, checking: Checking, language: Callable[[str | None, str | None], Language]) -> None:
        super().__init__("icplint", __version__)
        self.checking = checking
        self.choose_language = language
        self.language: Language = "en"
        self.related = False
        self.opened: dict[Path, str] = {}
        """The open documents, and how the client spells their URIs."""
        self._folders: dict[Path, Folder] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._running: tuple[Folder, int] | None = None
        """What is being checked, and the reason of that time."""
        self._tasks: set[asyncio.Task[None]] = set()

    def begin(self, params: types.InitializeParams) -> None:
        """Take what the client says of itself: its language, and what it can show."""
        options = params.initialization_options
        asked = options.get("lang") if isinstance(options, dict) else getattr(options, "lang", None)
        self.language = self.choose_language(asked if isinstance(asked, str) else None, params.locale)
        document = params.capabilities.text_document
        publishing = document.publish_diagnostics if document else None
        self.related = bool(publishing and publishing.related_information)

    def uri(self, path: Path) -> str:
        """Return a file's URI as the client spells it."""
        return self.opened.get(path) or path.as_uri()

    def folder_of(self, path: Path) -> Path:
        """Return the folder of the workspace that a file is in, the innermost one; else its directory."""
        folders = (path_of(folder.uri) for folder in self.workspace.folders.values())
        around = [f for f in (*folders, self._root()) if f is not None and path.is_relative_to(f)]
        return max(around, key=lambda f: len(f.parts), default=path.parent)

    def _root(self) -> Path | None:
        return path_of(self.workspace.root_uri) if self.workspace.root_uri else None

    def touch(self, path: Path, after: float = 0.0) -> None:
        """Check a file's folder, `after` seconds from now unless there is a reason to wait longer."""
        self._check_soon(self.folder_of(path), after, path)

    def touch_all(self) -> None:
        """Check every folder that has open documents."""
        for folder in {self.folder_of(path) for path in self.opened}:
            self._check_soon(folder, 0.0)

    def _check_soon(self, top: Path, after: float, changed: Path | None = None) -> None:
        folder = self._folders.setdefault(top, Folder())
        folder.turn += 1
        folder.changed = changed or folder.changed
        if folder.waiting is not None:
            folder.waiting.cancel()
        folder.waiting = asyncio.get_running_loop().call_later(after, self._start, top, folder)

    def _start(self, top: Path, folder: Folder) -> None:
        task = asyncio.get_running_loop().create_task(self.check(top, folder))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def check(self, top: Path, folder: Folder) -> None:
        """Check a folder, and show what is found unless something has changed in the meantime."""
        if self._running and self._running[0].turn != self._running[1]:
            self.checking.hurry(PATIENCE)
        turn, question = folder.turn, self._question(top)
        file = display_path(folder.changed or top, top)
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._worker, lambda: self._found(question, file, folder, turn))
        if turn == folder.turn:
            self._show(folder, found)

    def _found(self, question: CheckRequest, file: str, folder: Folder, turn: int) -> Found:
        if turn != folder.turn:  # it has changed while others were checked
            return {}
        self._running = folder, turn
        try:
            return found_in(self.checking.ask(question.line(), file))
        except IcplintError as error:
            return question.failed(error)
        finally:
            self._running = None

    def _question(self, top: Path) -> CheckRequest:
        return CheckRequest(
            folder=str(top),
            texts=self._texts(),
            uris={str(path): uri for path, uri in self.opened.items()},
            own=[str(path) for path in self._open_in(top)],
            language=self.language,
            related=self.related,
            encoding=self.workspace.position_encoding or types.PositionEncodingKind.Utf16,
        )

    def _open_in(self, top: Path) -> list[Path]:
        return [path for path in self.opened if self.folder_of(path) == top]

    def _texts(self) -> dict[str, str]:
        documents = self.workspace.text_documents
        return {str(path): documents[uri].source for path, uri in self.opened.items() if uri in documents}

    def _show(self, folder: Folder, found: Mapping[Path, list[types.Diagnostic]]) -> None:
        """Publish what is found, and that nothing is, of files of which something was."""
        for path in sorted({*folder.shown, *found}):
            diagnostics = found.get(path, [])
            if diagnostics or folder.shown.get(path):
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(self.uri(path), diagnostics))
        folder.shown = dict(found)

    def close(self, path: Path) -> None:
        """Forget what was typed; a folder without open documents has nothing to show."""
        top = self.folder_of(path)
        self.opened.pop(path, None)
        if any(self.folder_of(other) == top for other in self.opened):
            self._check_soon(top, 0.0)
        elif folder := self._folders.pop(top, None):
            folder.turn += 1
            if folder.waiting is not None:
                folder.waiting.cancel()
            self._show(folder, {})

    def at(self, uri: str, position: types.Position) -> list[types.Diagnostic]:
        """Return the diagnostics that stand at a position."""
        path = path_of(uri)
        shown = (
            d for folder in self._folders.values() for file, ds in folder.shown.items() if file == path for d in ds
        )
        return [d for d in shown if d.range.start <= position <= d.range.end]

    def pages(self, codes: Iterable[object]) -> str:
        """Return the pages of checks in Markdown, each once."""
        from icplint.registry import registry

        checks = {check.code: check for check in registry().checks}
        wanted = dict.fromkeys(code for code in codes if code in checks)
        return "\n\n---\n\n".join(page(checks[str(code)]).say(self.language) for code in wanted)

    def log(self, line: str) -> None:
        """Leave a line in the client's log: nothing pops up while somebody types."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, f"icplint: {line.strip()}"))

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 - as pygls calls it
        """Log what went wrong with a message."""
        self.log(repr(error))
