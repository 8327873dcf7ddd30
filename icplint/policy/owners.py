"""Who brings tables of the policy, the core and plugins, and one table made of theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from icplint.errors import PluginError, clash
from icplint.files.toml import read_toml
from icplint.model.dataclass import dataclass
from icplint.model.text import Text

TABLES: Final = ("facts", "regions", "providers", "products")
"""What `Plugin.facts` may bring: the stem of a file says which table it adds to."""
NAMES: Final = (*TABLES, "suffixes")
"""Every table of the policy."""
PATTERNS: Final = frozenset({"elsewhere", "assumed", "owned"})
"""Lists to which a plugin may add; any other leaf is stated once."""
IDENTITY: Final = {"fact": "name", "suffix": "patterns"}
"""What two rows of a list of tables may not share."""

UNREADABLE: Final = Text(
    en="the table {file} of the plugin {name} cannot be read ({error}): upgrade or uninstall it",
    zh="无法读取插件 {name} 的数据表 {file}（{error}）：请升级或卸载该插件",
)
NO_TABLE: Final = Text(
    en="the plugin {name} brings {file}, and there is no such table ({known}): upgrade or uninstall it",
    zh="插件 {name} 提供了 {file}，但没有这样的数据表（可用的有 {known}）：请升级或卸载该插件",
)
ROWS: Final = {
    "facts": Text(en="the fact", zh="条目"),
    "regions": Text(en="the region", zh="地域"),
    "providers": Text(en="the provider", zh="服务商"),
    "products": Text(en="the product", zh="产品"),
    "suffixes": Text(en="the suffix", zh="域名后缀"),
}


@dataclass(frozen=True, slots=True)
class TableOwner:
    """Who brings tables, and their files: those of `facts` by name, and all of `suffixes` to the one of suffixes."""

    owner: str
    facts: tuple[Path, ...] = ()
    suffixes: tuple[Path, ...] = ()

    def files(self, name: str) -> Iterator[Path]:
        """Yield the files that add to a table; raises PluginError for one that adds to none."""
        if name == "suffixes":
            yield from self.suffixes
            return
        for file in self.facts:
            if file.stem not in TABLES:
                known = ", ".join(f"{table}.toml" for table in TABLES)
                raise PluginError(self.owner, NO_TABLE.using(name=self.owner, file=file.name, known=known))
            if file.stem == name:
                yield file


def own_facts() -> tuple[Path, ...]:
    """Return the files of the core's facts."""
    return tuple(Path(__file__).with_name(f"{name}.toml") for name in ("facts", "regions", "providers"))


def own_suffixes() -> tuple[Path, ...]:
    """Return the file of the core's suffixes."""
    return (Path(__file__).with_name("suffixes.toml"),)


CORE: Final = TableOwner("icplint", own_facts(), own_suffixes())


def merged(name: str, owners: Iterable[TableOwner]) -> dict[str, Any]:
    """Return a table with what all its owners say, read from their files; raises PluginError where two clash."""
    whole = _Whole(name)
    for one in owners:
        for file in one.files(name):
            whole.add(_parsed(file, one.owner), one.owner)
    return whole.found


def _parsed(file: Path, owner: str) -> dict[str, Any]:
    try:
        return read_toml(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PluginError(owner, UNREADABLE.using(name=owner, file=file.name, error=error)) from None


class _Whole:
    """A table under construction, and who stated what in it."""

    def __init__(self, name: str) -> None:
        self.found: dict[str, Any] = {}
        self._name = name
        self._owners: dict[tuple[str, ...], str] = {}

    def add(self, rows: dict[str, Any], owner: str) -> None:
        self._add(self.found, rows, owner, ())

    def _add(self, found: dict[str, Any], more: dict[str, Any], owner: str, at: tuple[str, ...]) -> None:
        """Add table by table and key by key, lists at their end; what two state is a clash."""
        for key, value in more.items():
            if isinstance(value, dict):
                self._add(found.setdefault(key, {}), value, owner, (*at, key))
            elif key in IDENTITY or key in PATTERNS:
                for name in _identities(value, IDENTITY.get(key)):
                    self._claim((name,), owner)
                found[key] = [*found.get(key, ()), *value]
            elif key != "source" or key not in found:
                self._claim((*at, key), owner)
                found[key] = value

    def _claim(self, path: tuple[str, ...], owner: str) -> None:
        if (first := self._owners.setdefault(path, owner)) != owner:
            raise clash(ROWS[self._name], " ".join(path), first, owner)


def _identities(rows: list[Any], field: str | None) -> Iterator[str]:
    for row in rows if field else ():
        said = row.get(field, ())
        yield from said if isinstance(said, list) else [said]
