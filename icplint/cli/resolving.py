"""`--resolve` and `--resolver`: who asks public DNS, and what was kept of its answers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.errors import ConfigError
from icplint.model.packages import installing
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.dns.asking import Resolution

MISSING: Final = Text(
    en="--resolve needs dnspython, which is not installed: {install}",
    zh="--resolve 需要 dnspython，尚未安装；请执行 {install}",
)
NOT_ASKED_FOR: Final = Text(
    en="--resolver says whom to ask, but only --resolve asks: give both",
    zh="--resolver 只指定 DNS 服务器，须与 --resolve 一起使用",
)
KEPT: Final = "icplint-dns.json"
"""What a saved inventory has of public DNS."""


def asking_for(resolve: bool, resolvers: list[str] | None) -> Resolution | None:
    """Return what asks the resolvers; None where the user did not want it. Raises ConfigError."""
    if not resolve:
        if resolvers:
            raise ConfigError(NOT_ASKED_FOR)
        return None
    try:
        from icplint.dns import client
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "dns":
            raise
        raise ConfigError(MISSING.using(install=installing("icplint[dns]"))) from None
    from icplint.dns.asking import Resolution

    ask = partial(client.ask, seconds=client.SECONDS, tries=client.TRIES)
    return Resolution(client.servers(resolvers or ()), ask)


def replayed(paths: Iterable[str]) -> Resolution | None:
    """Return what answers as public DNS did when an inventory among the paths was saved; None if it was not asked."""
    directories = [path for path in map(Path, paths) if path.is_dir() and (path / KEPT).is_file()]
    if not directories:
        return None
    from icplint.dns.saved import kept

    return kept(directories)


def keep(asking: Resolution, directory: Path) -> None:
    """Keep what public DNS said beside the inventory that a scan saved; raises ConfigError."""
    from icplint.dns.saved import keep

    keep(asking, directory)
