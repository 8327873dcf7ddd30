"""The tables beside this module, each read when it is first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """Return `<name>.toml`, parsed once per process."""
    # Many commands ask for no table at all.
    import tomllib

    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
