"""Where plugins are looked for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from icplint.model.packages import offering


def test_a_directory_that_may_not_be_read_offers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path of another user may stand among those of Python; root may read it all the same."""

    def refused(_path: object, *_more: object, **_options: object) -> object:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(Path, "glob", refused)
    assert list(offering([str(tmp_path)])) == []
