"""What the terminal can do that a text is written to: colours, columns, links."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TextIO

from icplint.model.origin import Origin

LINKING: Final = ("WezTerm", "ghostty", "Hyper", "Tabby", "rio")
"""Values of TERM_PROGRAM; VS Code, iTerm2 and JetBrains find file:line in a text by themselves, which leads further."""
LINKING_TERMS: Final = ("xterm-kitty", "xterm-ghostty", "foot", "alacritty", "contour")
VTE: Final = 5000
"""The version from which on GNOME Terminal and its relatives know links."""


def is_terminal(stream: TextIO) -> bool:
    """Return whether somebody looks at what is written there, on something that moves a cursor."""
    return stream.isatty() and os.environ.get("TERM") != "dumb" and understands(os.environ, sys.platform)


def understands(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether escapes do anything: a bare console of Windows shows them as text."""
    return platform != "win32" or any(name in environment for name in ("WT_SESSION", "TERM", "ANSICON", "ConEmuANSI"))


def colours(stream: TextIO, *, refused: bool) -> bool:
    """Return whether to colour: https://no-color.org, https://force-color.org; who refuses is never overruled."""
    if refused or os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced.lower() not in {"0", "false"}
    return is_terminal(stream)


def columns(stream: TextIO) -> int | None:
    """Return how wide the terminal is; None where it is not a terminal, or the width is not known."""
    if not is_terminal(stream):
        return None
    return shutil.get_terminal_size((0, 0)).columns or None


def links(stream: TextIO, base: Path) -> Callable[[Origin], str | None] | None:
    """Return what makes an address of a place whose file lies below `base`, on a terminal that follows links."""
    environment = os.environ
    if not is_terminal(stream) or not _follows(environment):
        return None
    exact = environment.get("TERM") == "xterm-kitty"

    def link(place: Origin) -> str | None:
        if place.file is None or not (path := base / place.file).is_file():
            return None
        return path.absolute().as_uri() + (f"#{place.line}" if exact and place.line else "")

    return link


def _follows(environment: Mapping[str, str]) -> bool:
    if forced := environment.get("FORCE_HYPERLINK"):
        return forced != "0"
    if "SSH_CONNECTION" in environment or "TMUX" in environment or "CI" in environment:
        return False  # the files are elsewhere, or links cannot be clicked
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in LINKING
        or environment.get("TERM") in LINKING_TERMS
        or any(name in environment for name in ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
        or (vte.isdigit() and int(vte) >= VTE)
    )
