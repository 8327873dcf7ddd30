"""What a shell may complete a word to: the checks and formats of this installation, looked up when it asks."""

from __future__ import annotations


def checks(incomplete: str) -> list[tuple[str, str]]:
    """Return the names and codes of checks that begin so, each with what it is called otherwise."""
    from icplint.registry import registry

    pairs = [pair for check in registry().checks for pair in ((check.name, check.code), (check.code, check.name))]
    return [pair for pair in pairs if pair[0].startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """Return the names of formats that begin so."""
    from icplint.registry import registry

    return sorted(name for name in registry().formats if name.startswith(incomplete))
