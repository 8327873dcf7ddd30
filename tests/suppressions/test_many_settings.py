"""As many settings as root modules, each with what it accepts: each is held to its own findings alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from unfiled import SERVER, record

from icplint.cli import scopes
from icplint.suppressions import apply, baseline, extent
from icplint.testing.layout import lay

ENTRY = '[[suppress]]\ncheck = "unfiled-domain"\nsubject = "www{n}.*"\nreason = "a trial"\n'


def work(check: Callable[..., Any], directory: Path, size: int) -> int:
    """Return how often whose settings, which places and which entries are looked at in roots with settings."""
    for n in range(size):
        settings = ENTRY.format(n=n) + '[[suppress]]\ncheck = "ICP3"\nsubject = "x"\nreason = "a trial"\n'
        accepted = '{"version": 1, "read": ["."], "findings": []}'
        lay(
            directory,
            {
                f"{size}/r{n}/main.tf": SERVER + record(f"www{n}", "alicloud_instance.web.public_ip"),
                f"{size}/r{n}/icplint.toml": 'baseline = "accepted.json"\n' + settings,
                f"{size}/r{n}/accepted.json": accepted,
            },
        )
    with (
        patch.object(scopes, "owner", wraps=scopes.owner) as owner,
        patch.object(extent.os.path, "relpath", wraps=extent.os.path.relpath) as relpath,
        patch.object(baseline, "identity", wraps=baseline.identity) as compared,
        patch.object(apply, "identity", wraps=apply.identity) as identity,
    ):
        found = check(str(size))
    assert found.outcomes() == {f"www{n}.example.cn": "suppressed" for n in range(size)}
    return sum(one.call_count for one in (owner, relpath, compared, identity))


def test_the_work_grows_with_the_roots(check: Callable[..., Any], tmp_path: Path) -> None:
    few, many = (work(check, tmp_path, size) for size in (4, 16))
    assert many <= 4.4 * few
