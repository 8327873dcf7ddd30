"""Plans and states among what was named: each is read, and entered under the root of the stack that it shows."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from icplint.inputs.documents import decoded
from icplint.inputs.request import STDIN
from icplint.inputs.session import UNRECOGNISED, InputSession
from icplint.inputs.stacks import Document, rooted, stacks
from icplint.inputs.succession import succeeded
from icplint.model.memo import Memo
from icplint.model.reading import Reading
from icplint.model.text import Text


class ExportedDocuments:
    """The plans and states of a run.

    `beside` holds, for each directory whose configuration they were made of, the roots of its documents, each with its
    plan, if it has one.
    """

    def __init__(self, session: InputSession) -> None:
        self._session = session
        self.taken: list[Document] = []
        self.beside: dict[Path, list[tuple[str, Any]]] = {}
        self._befores: list[Callable[[], Reading]] = []
        self._changing = False
        self._is_module: Memo[Path, bool] = Memo(_holds_terraform)

    def read(self, content: bytes, shown: str, path: Path) -> None:
        """Read a plan or a state; `path` is the directory where icplint runs for standard input and pipes."""
        self._session.request.told(shown)
        document = decoded(content)
        if isinstance(document, Text):
            self._session.problem(document, shown)
            return
        for source in self._session.request.sources():
            if source.recognises(document):
                found = source.read(document, file=shown, root=shown)
                beside = self._source_beside(document, path if path.is_dir() else path.parent)
                self.taken.append(
                    Document(source=source, content=document, shown=shown, path=path, beside=beside, reading=found)
                )
                return
        self._session.problem(UNRECOGNISED, shown)

    def enter(self) -> None:
        """Enter what the plans and states hold under the root of the stack that they show."""
        for stack in stacks(self.taken):
            first = stack.documents[0]
            beside = stack.beside
            if beside is not None and stack.alone:
                root = self._session.root_of(beside)
            else:
                root = self._session.root(first.path, first.shown, STDIN if first.path.is_dir() else None)
            for one in stack.documents:
                self._session.reading.add(one.reading if root == one.shown else rooted(one.reading, root))
                if one.source.before is not None:
                    self._befores.append(partial(one.source.before, one.content, file=one.shown, root=root))
                    self._changing |= one.source.changes(one.content)
            if beside is not None:
                plan = next((d.content for d in reversed(stack.documents) if d.source.kind == "plan"), None)
                self.beside.setdefault(beside, []).append((root, plan))

    def look_back(self) -> None:
        """Read what there was before the plans, if one of them changes anything: names lead from one to another."""
        if not self._changing:
            return
        found = [before().resources for before in self._befores]
        self._session.reading.before += chain.from_iterable(found)
        self._session.reading.resources = succeeded(self._session.reading.resources, found)

    def _source_beside(self, document: Any, directory: Path) -> Path | None:
        """Return the directory whose configuration a plan or state was made of, if it lies there."""
        from icplint.terraform.exports.document import root_blocks

        named = root_blocks(document)
        if not named or not self._is_module[directory]:
            return None
        module = self._session.loader.module(directory)
        if named.isdisjoint([*module.resources, *(f"module.{name}" for name in module.calls)]):
            return None
        return Path(os.path.normpath(directory))


def _holds_terraform(directory: Path) -> bool:
    from icplint.terraform.modules.files import terraform_files

    return bool(terraform_files(directory))
