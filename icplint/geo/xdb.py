"""ip2region's files (.xdb), of versions 2 and 3; the only importer of ip2region."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from icplint.files.reading import bounded, read_regular
from icplint.geo.result import OUTSIDE, Database, DatabaseEntry, Ip, by_code
from icplint.model import bounds
from icplint.model.regex import regex

HEADER: Final = 256
_VECTOR: Final = 256 * 256 * 8
_NAMES: Final = frozenset({"中国", "China"})
_NOTHING: Final = frozenset({"", "0"})
_CODE: Final = regex("[A-Z]{2}")
_VAGUE: Final = regex("地区$|保留|内网|局域网|本机|共享|未知|未分配|组播|IANA|reserved|private|unknown", re.IGNORECASE)


def is_xdb(head: bytes, size: int) -> bool:
    """Return whether a file that begins with `head` and has `size` bytes is an xdb, by what its header says.

    Source: https://github.com/lionsoul2014/ip2region, binding/python/ip2region/util.py.
    """
    version, _policy, first, last = (
        int.from_bytes(head[a:b], "little") for a, b in ((0, 2), (2, 4), (8, 12), (12, 16))
    )
    return version in {2, 3} and HEADER + _VECTOR <= first <= last < size


def open_xdb(path: Path) -> Database:
    """Return the database in a file; raises ModuleNotFoundError, OSError, or ValueError where it is damaged."""
    from ip2region import searcher, util

    content = bounded(path, bounds.DATABASE, read_regular)
    header = util.Header(content[:HEADER])
    version = util.version_from_header(header)
    if version is None:
        raise ValueError(f"IP version {header.ipVersion}")
    found = searcher.new_with_buffer(version, content)
    length: int = version.byte_num

    def look(ip: Ip) -> DatabaseEntry | None:
        if len(ip.packed) != length:
            return None
        try:
            region: str = found.search(str(ip))
        except (IndexError, ValueError, OverflowError):
            return None
        return understood(region) if region else None

    return Database(datetime.fromtimestamp(header.createdAt, UTC).date().isoformat(), look)


def understood(region: str) -> DatabaseEntry | None:
    """Read `国家|省|市|ISP|CN` of version 3, or `国家|区域|省|市|ISP` of version 2; `0` and nothing mean not known."""
    fields = [field.strip() for field in region.split("|")]
    code = fields[-1] if _CODE.fullmatch(fields[-1]) else ""
    country, *parts = fields[:-1] if code else fields
    owner = parts.pop() if len(parts) > 1 else "0"
    place = "|".join(field for field in (country, *parts, code) if field not in _NOTHING)
    return DatabaseEntry(_mainland(country, parts, code), place, None if owner in _NOTHING else owner)


def _mainland(country: str, parts: list[str], code: str) -> bool | None:
    if country in _NAMES or code == "CN":
        return by_code("CN", (country, *parts))
    if code:
        return by_code(code)
    if OUTSIDE.search(country):
        return False
    return None if country in _NOTHING or _VAGUE.search(country) else False
