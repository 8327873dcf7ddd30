"""The databases of a run: which files they are, and what they say together."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from icplint.errors import FileError, reason
from icplint.files.reading import NOT_REGULAR, lies
from icplint.geo.mmdb import MARK, TAIL, open_mmdb
from icplint.geo.result import Database, Ip
from icplint.geo.xdb import HEADER, is_xdb, open_xdb
from icplint.model.bounds import BoundsError
from icplint.model.geo import GeoResult
from icplint.model.memo import Memo
from icplint.model.origin import Origin
from icplint.model.packages import installing
from icplint.model.reading import Input, Problem, Reading
from icplint.model.text import Text, plain

NO_LIBRARY: Final = Text(
    en="{file} needs {library}, which is not installed: {install}",
    zh="读取 {file} 需要 {library}，尚未安装；请执行 {install}",
)
UNREADABLE: Final = Text(en="{file} cannot be read: {why}", zh="无法读取 {file}：{why}")
NO_DATABASE: Final = Text(
    en="{file} is no database of addresses: icplint reads MaxMind DB (.mmdb) and ip2region (.xdb), unpacked",
    zh="{file} 不是 IP 地址库：icplint 支持解压后的 MaxMind DB（.mmdb）和 ip2region（.xdb）",
)
DAMAGED: Final = Text(en="{file} is damaged ({why}): download it again", zh="{file} 已损坏（{why}）；请重新下载")
_LIBRARIES: Final = {"maxminddb": "maxminddb", "ip2region": "py-ip2region"}

# Of the IANA registries of special-purpose addresses, what `is_global` lets pass or depends on the Python version:
# multicast, anycast to the nearest server of many, IPv4 inside IPv6.
_SPECIAL: Final = tuple(
    ipaddress.ip_network(network)
    for network in (
        "192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24", "224.0.0.0/3",
        "::/3", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "4000::/2", "8000::/1",
    )
)  # fmt: skip


class Databases:
    """What several databases say, in the order in which they were given."""

    def __init__(self, databases: Iterable[tuple[str, Database]]) -> None:
        self._databases = tuple(databases)
        self._known = Memo(self._located)

    def locate(self, ip: str) -> tuple[GeoResult, ...]:
        """See `GeoLookup.locate`; an address of special purpose is in no place, and no database is asked about it."""
        return self._known[ip]

    def _located(self, ip: str) -> tuple[GeoResult, ...]:
        address = ipaddress.ip_address(ip)
        return tuple(self._ask(address)) if is_ordinary(address) else ()

    def _ask(self, address: Ip) -> Iterable[GeoResult]:
        for file, database in self._databases:
            found = database.look(address)
            if found is not None and (found.mainland is not None or found.owner):
                yield GeoResult(
                    mainland=found.mainland, place=found.place, owner=found.owner, file=file, made=database.made
                )


def is_ordinary(address: Ip) -> bool:
    """Return whether an address is of one place in the Internet."""
    return address.is_global and not any(address in network for network in _SPECIAL)


def read_databases(paths: Iterable[Path], shown: Callable[[Path], str]) -> Reading:
    """Return a reading with the lookup of the files; an unusable one is a problem. They are known by content."""
    reading = Reading()
    opened = []
    for path in dict.fromkeys(paths):
        file = shown(path)
        try:
            opened.append((file, _opened(path)))
            reading.inputs.append(Input("geo", file))
        except ModuleNotFoundError as error:
            if error.name not in _LIBRARIES:
                raise
            text = NO_LIBRARY.using(library=_LIBRARIES[error.name], install=installing("icplint[geo]"))
        except OSError as error:
            text = UNREADABLE.using(why=reason(error))
        except LookupError:
            text = NO_DATABASE
        except BoundsError as error:
            text = UNREADABLE.using(why=error.text)
        except (ValueError, RecursionError, MemoryError) as error:
            text = DAMAGED.using(why=plain(str(error) or type(error).__name__))
        else:
            continue
        reading.problems.append(Problem(text.using(file=path.name), Origin(file=file)))
    if opened:
        reading.geo = Databases(opened)
    return reading


def _opened(path: Path) -> Database:
    """Return the database in a file; raises LookupError where it holds none."""
    if lies(path) and not os.path.isfile(path):  # noqa: PTH113 - Path's raises for a name that is too long
        raise FileError(NOT_REGULAR)
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - TAIL))
        tail = file.read()
        file.seek(0)
        head = file.read(HEADER)
    if MARK in tail:
        return open_mmdb(path)
    if is_xdb(head, size):
        return open_xdb(path)
    raise LookupError
