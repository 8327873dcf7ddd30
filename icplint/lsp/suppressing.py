"""The code action: a comment above a finding, in which somebody then writes the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from icplint.checks.void_suppression import CHECK as VOID
from icplint.lsp.diagnostics import SOURCE
from icplint.model.text import Language, Text

SUPPRESS: Final = Text(
    en="Suppress {check} here: write the reason after the comment", zh="在此忽略 {check}：请在注释后写明理由"
)


def actions(uri: str, lines: list[str], diagnostics: Iterable[Diagnostic], language: Language) -> list[CodeAction]:
    """Return an action for each finding among the diagnostics; in JSON, which has no comments, there is none.

    The comment has no reason yet, so it suppresses nothing, and is void (ICP001), until somebody wrote one.
    """
    found = []
    for diagnostic in diagnostics:
        check = diagnostic.data.get("check") if isinstance(diagnostic.data, dict) else None
        number = diagnostic.range.start.line
        if diagnostic.source != SOURCE or not isinstance(check, str) or diagnostic.code == VOID.code:
            continue
        if uri.endswith(".json") or number >= len(lines):
            continue
        line = lines[number]
        indent = line[: len(line) - len(line.lstrip())]
        place = Position(number, 0)
        edit = TextEdit(range=Range(place, place), new_text=f"{indent}# icplint: ignore[{check}] \n")
        found.append(
            CodeAction(
                title=SUPPRESS.using(check=check).say(language),
                kind=CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                edit=WorkspaceEdit(changes={uri: [edit]}),
            )
        )
    return found
