"""What a command reads: its settings, its registers, and everything under its paths."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.errors import ConfigError
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icplint.config import Config
    from icplint.model.reading import Reading

BAD_VARIABLE: Final = Text(en="--var takes NAME=VALUE, not {text}", zh="--var 的格式为 NAME=VALUE，而不是 {text}")


def settings_for(paths: list[str], config: Path | None, *, isolated: bool) -> Config:
    """Return the settings of a file, else of the nearest configuration, else none."""
    from icplint import config as configuration

    if config is not None:
        return configuration.load(config)
    found = None if isolated else configuration.find(_start(paths))
    return configuration.load(found) if found else configuration.Config()


def _start(paths: list[str]) -> Path:
    """Return the directory from which the configuration and the register are looked for."""
    first = Path.cwd() if paths[0] == "-" else Path(paths[0]).absolute()
    return first if first.is_dir() else first.parent


def registers_for(paths: list[str], settings: Config) -> list[Path]:
    """Return the registers of the settings, else the one that lies beside them or upwards of the first path."""
    from icplint.config import default_register

    if settings.filings:
        return list(settings.filings)
    found = default_register(_start(paths), settings)
    return [found] if found else []


def variables(texts: list[str]) -> dict[str, str]:
    """Return the values of `NAME=VALUE`; raises ConfigError."""
    pairs = (text.partition("=") for text in texts)
    values = {}
    for name, equals, value in pairs:
        if not equals or not name:
            raise ConfigError(BAD_VARIABLE.using(text=name))
        values[name] = value
    return values


def read(
    paths: list[str],
    registers: list[Path],
    variables: dict[str, str],
    files: list[Path],
    databases: Sequence[Path] = (),
) -> Reading:
    """Return everything that the paths, registers and databases hold."""
    from icplint.gather import STDIN, Request, gather
    from icplint.registry import registry

    request = Request(
        paths=paths,
        base=Path.cwd(),
        registers=[r.absolute() for r in registers],
        databases=[d.absolute() for d in databases],
        variables=variables,
        variable_files=[f.absolute() for f in files],
        environment=dict(os.environ),
        sources=lambda: registry().sources,
        listings=lambda: registry().listings,
        stdin=sys.stdin.buffer.read() if STDIN in paths else b"",
    )
    return gather(request)
