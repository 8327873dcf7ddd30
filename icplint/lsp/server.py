"""The server: documents come and go, each folder is checked a moment after the last change, and diagnostics go out."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from icplint import __version__
from icplint.checks.page import page
from icplint.errors import DEFECT, IcplintError
from icplint.lsp.diagnostics import Diagnosing
from icplint.lsp.places import Places, path_of
from icplint.model.limit import Limit
from icplint.model.text import Language, Text
from icplint.run import Report

PAUSE: Final = 0.25
"""Seconds without a change after which a folder is checked."""
SECONDS: Final = 60.0
"""How long a check may take before the next one begins without it."""
TOO_SLOW: Final = Text(
    en="the check of this folder took longer than {seconds} s and was given up: the next change starts another",
    zh="检查该文件夹超过 {seconds} 秒，已放弃；下次修改时将重新检查",
)
WATCHED: Final = (
    "**/*.{tf,tofu,tfvars}",
    "**/*.{tf,tofu,tfvars}.json",
    "**/{icplint,filings,pyproject}.toml",
    "**/filings.{csv,xlsx}",
)

Reporting = Callable[[Path, Mapping[Path, bytes]], Report]
"""What is said of a folder, given the text of files that are not saved; runs in a thread of its own."""


@dataclass(slots=True)
class Folder:
    """What is known of a folder that has open documents. `turn` counts the reasons to check it."""

    turn: int = 0
    waiting: asyncio.TimerHandle | None = None
    shown: dict[Path, list[types.Diagnostic]] = field(default_factory=dict)


class Server(LanguageServer):
    """Checks each folder of a workspace that has open documents, as `icplint check` does that stands in it."""

    def __init__(self, report: Reporting, language: Callable[[str | None, str | None], Language]) -> None:
        super().__init__("icplint", __version__)
        self.report = report
        self.choose_language = language
        self.language: Language = "en"
        self.related = False
        self.opened: dict[Path, str] = {}
        """The open documents, and how the client spells their URIs."""
        self._folders: dict[Path, Folder] = {}
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
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
        self._check_soon(self.folder_of(path), after)

    def touch_all(self) -> None:
        """Check every folder that has open documents."""
        for folder in {self.folder_of(path) for path in self.opened}:
            self._check_soon(folder, 0.0)

    def _check_soon(self, top: Path, after: float) -> None:
        folder = self._folders.setdefault(top, Folder())
        folder.turn += 1
        if folder.waiting is not None:
            folder.waiting.cancel()
        folder.waiting = asyncio.get_running_loop().call_later(after, self._start, top, folder)

    def _start(self, top: Path, folder: Folder) -> None:
        task = asyncio.get_running_loop().create_task(self.check(top, folder))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def check(self, top: Path, folder: Folder) -> None:
        """Check a folder, and show what is found unless something has changed in the meantime."""
        turn, unsaved = folder.turn, self._texts()
        places = Places(top, unsaved, self.workspace.position_encoding or types.PositionEncodingKind.Utf16)
        diagnosing = Diagnosing(places=places, language=self.language, related=self.related, uri=self.uri)
        loop = asyncio.get_running_loop()
        try:
            work = partial(self._in_time, lambda: diagnosing.of(self.report(top, unsaved)))
            found = await loop.run_in_executor(self._worker, work)
        except IcplintError as error:
            found = diagnosing.of_all(error, self._open_in(top))
        except Exception as error:  # noqa: BLE001 - half a line of Terraform must not end the server, nor look clean
            self.log(repr(error))
            found = diagnosing.of_all(IcplintError(DEFECT.using(error=repr(error))), self._open_in(top))
        if turn == folder.turn:
            self._show(folder, found)

    @staticmethod
    def _in_time(work: Callable[[], dict[Path, list[types.Diagnostic]]]) -> dict[Path, list[types.Diagnostic]]:
        """Work in a thread that is left behind when it takes too long, and ends with the server at the latest."""
        try:
            return Limit(math.inf).within(SECONDS, work)
        except TimeoutError:
            raise IcplintError(TOO_SLOW.using(seconds=round(SECONDS))) from None

    def _open_in(self, top: Path) -> list[Path]:
        return [path for path in self.opened if self.folder_of(path) == top]

    def _texts(self) -> dict[Path, bytes]:
        documents = self.workspace.text_documents
        texts = {path: documents[uri].source for path, uri in self.opened.items() if uri in documents}
        return {path: text.encode("utf-8", "replace") for path, text in texts.items()}

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
