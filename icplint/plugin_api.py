"""The interface of the core and of plugins: one object that says what a package brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Final, TypedDict, Unpack

from icplint.checks.check import Check
from icplint.live.listing import Listing
from icplint.model.cloud import Cloud
from icplint.model.dataclass import dataclass
from icplint.model.reading import Reading
from icplint.resources.rows import Row

API_VERSION: Final = 1
"""The version of the `Plugin` object; it grows when a field changes its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Reads one kind of JSON document. `recognises` looks at its content, never at a file's name.

    `before` reads what there was before a document that tells of changes; `changes` says whether one changes anything.
    """

    kind: str
    recognises: Callable[[Any], bool]
    read: Callable[..., Reading]
    before: Callable[..., Reading] | None = None
    changes: Callable[[Any], bool] = bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plugin:
    """What a package brings. Each part is a function, called only by a command that needs it."""

    name: str
    api_version: int = API_VERSION
    rows: Callable[[], Iterable[Row]] = tuple
    """Rows of the table of products; all of one resource type come from one plugin."""
    doubts: Callable[[], Iterable[Row]] = tuple
    """Rows of types that are known, and no more; those of `rows`, from any plugin, replace them."""
    listings: Callable[[], Iterable[Listing]] = tuple
    """Lists that a scan asks for, each of the cloud that it is bound to: mostly the plugin's own."""
    checks: Callable[[], Iterable[Check]] = tuple
    sources: Callable[[], Iterable[Source]] = tuple
    clouds: Callable[[], Iterable[Cloud]] = tuple
    """What `icplint scan --cloud NAME` reads, and `icplint check DIR` where a scan of it was saved."""
    reports: Callable[[], Iterable[str]] = tuple
    """Modules with a FORMAT, imported when asked for; the last part of the name is the format's, with `-` for `_`."""
    facts: Callable[[], Iterable[Path]] = tuple
    """Files facts.toml, regions.toml and providers.toml, in the form of the core's: they add to its tables.

    products.toml says what products are called that the core has no name for: `app = ["App Platform", "应用平台"]`.
    """
    suffixes: Callable[[], Iterable[Path]] = tuple
    """Files in the form of the core's suffixes.toml."""


def modules(package: str) -> Iterator[str]:
    """Yield the full names of a package's modules, by name."""
    path = import_module(package).__path__
    yield from (f"{package}.{module.name}" for module in iter_modules(path) if not module.ispkg)


class Parts(TypedDict, total=False):
    """The parts of a `Plugin`, as arguments."""

    name: str
    api_version: int
    rows: Callable[[], Iterable[Row]]
    doubts: Callable[[], Iterable[Row]]
    listings: Callable[[], Iterable[Listing]]
    checks: Callable[[], Iterable[Check]]
    sources: Callable[[], Iterable[Source]]
    clouds: Callable[[], Iterable[Cloud]]
    reports: Callable[[], Iterable[str]]
    facts: Callable[[], Iterable[Path]]
    suffixes: Callable[[], Iterable[Path]]


def found_in(package: str, **more: Unpack[Parts]) -> Plugin:
    """Return the plugin of a package whose rooms are the core's: what lies in them is found by being there.

    `resources/<product>.py` has ROWS, LISTINGS or both; `checks/<offence>.py` a CHECK, beside its page
    `<offence>.md`; `reports/<format>.py` a FORMAT; `policy/` the tables facts.toml, regions.toml, providers.toml,
    products.toml and suffixes.toml. `more` are further parts of `Plugin`, or others in the place of those.
    """
    room = _Rooms(package)
    parts: Parts = {
        "name": package.replace("_", "-"),
        "rows": lambda: room.members("resources", "ROWS"),
        "listings": lambda: room.members("resources", "LISTINGS"),
        "checks": room.checks,
        "reports": lambda: room.modules("reports"),
        "facts": lambda: (file for file in room.tables() if file.stem != "suffixes"),
        "suffixes": lambda: (file for file in room.tables() if file.stem == "suffixes"),
    }
    parts.update(more)
    return Plugin(**parts)


@dataclass(frozen=True, slots=True)
class _Rooms:
    package: str

    def modules(self, room: str) -> Iterator[str]:
        name = f"{self.package}.{room}"
        yield from modules(name) if find_spec(name) else ()

    def members(self, room: str, name: str) -> Iterator[Any]:
        for module in self.modules(room):
            yield from getattr(import_module(module), name, ())

    def checks(self) -> Iterator[Check]:
        for module in self.modules("checks"):
            if check := getattr(import_module(module), "CHECK", None):
                yield check

    def tables(self) -> Iterable[Path]:
        places = import_module(self.package).__path__
        return sorted(file for place in places for file in Path(place, "policy").glob("*.toml"))
