"""What the server asks of its worker and what it is answered: a line of JSON each way."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from lsprotocol import types
from lsprotocol.converters import get_converter

from icplint.child_process import Limits, allow, limit
from icplint.errors import DEFECT, IcplintError
from icplint.findings.run import Report
from icplint.lsp.diagnostics import Diagnosing
from icplint.lsp.places import Places
from icplint.lsp.worker import NO_MEMORY
from icplint.model.dataclass import dataclass
from icplint.model.text import Language

Reporting = Callable[[Path, Mapping[Path, bytes]], Report]
"""What is said of a folder, given the text of files that are not saved."""
Found = dict[Path, list[types.Diagnostic]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRequest:
    """Which folder to check, and how to say what is found.

    `texts` are the open documents and `uris` how the client spells them, by path; `own` are those of the folder, which
    get what keeps it from any answer. `encoding` is what positions count in.
    """

    folder: str
    texts: Mapping[str, str]
    uris: Mapping[str, str]
    own: list[str]
    language: Language
    related: bool
    encoding: str

    def diagnosing(self) -> Diagnosing:
        """Return what writes the diagnostics."""
        places = Places(Path(self.folder), self.unsaved(), self.encoding)
        return Diagnosing(places=places, language=self.language, related=self.related, uri=self.uri)

    def unsaved(self) -> dict[Path, bytes]:
        """Return the bytes of the open documents."""
        return {Path(path): text.encode("utf-8", "replace") for path, text in self.texts.items()}

    def uri(self, path: Path) -> str:
        """Return a file's URI as the client spells it."""
        return self.uris.get(str(path)) or path.as_uri()

    def failed(self, error: IcplintError) -> Found:
        """Return what kept icplint from any answer."""
        return self.diagnosing().of_all(error, [Path(path) for path in self.own])

    def line(self) -> bytes:
        """Return it as a line."""
        return json.dumps(asdict(self)).encode() + b"\n"


def answer_of(question: CheckRequest, report: Reporting) -> Found:
    """Return the diagnostics of a folder by file; a defect is one, too, and stands on standard error."""
    try:
        return question.diagnosing().of(report(Path(question.folder), question.unsaved()))
    except IcplintError as error:
        return question.failed(error)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - half a line of Terraform must not end the worker, nor look clean
        print(f"icplint: {error!r}", file=sys.stderr)  # noqa: T201 - editors keep it in their log
        return question.failed(IcplintError(DEFECT.using(error=repr(error))))


@cache
def converter() -> Any:
    """Return what makes the protocol's types of JSON, and JSON of them."""
    return get_converter()


def found_in(line: bytes) -> Found:
    """Return what an answer says."""
    found = converter().structure(json.loads(line), dict[str, list[types.Diagnostic]])
    return {Path(path): diagnostics for path, diagnostics in found.items()}


def answer_all(report: Reporting) -> None:
    """Be a worker: take the limits of the first argument, and answer questions as long as they come."""
    limits = Limits.read(sys.argv[1])
    limit(limits)
    questions, answers = _streams()
    converter()
    try:
        for line in questions:
            allow(limits.seconds)
            found = answer_of(CheckRequest(**json.loads(line)), report)
            said = {str(path): converter().unstructure(diagnostics) for path, diagnostics in found.items()}
            answers.write(json.dumps(said).encode() + b"\n")
            answers.flush()
    except MemoryError:
        os._exit(NO_MEMORY)


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Return standard input and output for the two lines alone: whatever else is printed goes to standard error."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(nowhere := os.open(os.devnull, os.O_RDONLY), 0)
    os.close(nowhere)
    os.dup2(2, 1)
    return questions, answers
