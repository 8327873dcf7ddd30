"""A register as the tests write it, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from icplint.filings.register import read
from icplint.model.reading import Reading
from icplint.policy import Tables


@pytest.fixture
def register(tmp_path: Path) -> Callable[[str | bytes], Reading]:
    """Read the given text as a TOML register."""

    def written(content: str | bytes) -> Reading:
        path = tmp_path / "filings.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path, "ops/filings.toml", Tables.core().providers)

    return written
