"""Databases of addresses as their formats' descriptions have them: small ones, written here, read by the vendors' code.

https://maxmind.github.io/MaxMind-DB/ and https://github.com/lionsoul2014/ip2region (maker/golang/xdb).
"""

from __future__ import annotations

import ipaddress
import struct
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

MADE = int(datetime(2026, 6, 17, 12, tzinfo=UTC).timestamp())


def encoded(value: Any) -> bytes:
    """Return a value as the data section of a MaxMind DB holds it."""
    match value:
        case bool():
            return bytes((value, 7))  # an extended type, its length the value
        case str():
            return _control(2, len(value.encode())) + value.encode()
        case int():
            return encoded((6, value))
        case (int() as kind, int() as number):  # 5, 6 and 9 are unsigned integers of 16, 32 and 64 bits
            digits = number.to_bytes((number.bit_length() + 7) // 8, "big")
            return _control(kind, len(digits)) + digits
        case list():
            return _control(11, len(value)) + b"".join(map(encoded, value))
        case _:
            return _control(7, len(value)) + b"".join(encoded(k) + encoded(v) for k, v in value.items())


def _control(kind: int, size: int) -> bytes:
    length, more = (size, b"") if size < 29 else (29, bytes((size - 29,)))
    return (bytes((kind << 5 | length,)) if kind < 8 else bytes((length, kind - 7))) + more


def mmdb(entries: Mapping[str, Mapping[str, Any]], version: int = 6) -> bytes:
    """Return a MaxMind DB with 24-bit records; IPv4 networks stand under ::/96 in a tree of IPv6."""
    nodes: list[list[int | None]] = [[None, None]]
    data = b""
    places: dict[tuple[int, int], int] = {}
    for network, entry in entries.items():
        parsed = ipaddress.ip_network(network)
        bits = f"{int(parsed.network_address):0{parsed.max_prefixlen}b}"[: parsed.prefixlen]
        node = 0
        bits = "0" * 96 + bits if version == 6 and parsed.version == 4 else bits
        for bit in bits[:-1]:
            if nodes[node][int(bit)] is None:
                nodes.append([None, None])
                nodes[node][int(bit)] = len(nodes) - 1
            node = nodes[node][int(bit)] or 0
        places[node, int(bits[-1])] = len(data)
        data += encoded(entry)
    count = len(nodes)
    for (node, side), place in places.items():
        nodes[node][side] = count + 16 + place
    tree = b"".join((count if r is None else r).to_bytes(3, "big") for node in nodes for r in node)
    about = {
        "node_count": count, "record_size": (5, 24), "ip_version": (5, version), "database_type": "Example-Country",
        "languages": ["en"], "binary_format_major_version": (5, 2), "binary_format_minor_version": (5, 0),
        "build_epoch": (9, MADE), "description": {"en": "an example"},
    }  # fmt: skip
    return tree + bytes(16) + data + b"\xab\xcd\xefMaxMind.com" + encoded(about)


def xdb(entries: Mapping[str, str], *, version: int = 4, structure: int = 3) -> bytes:
    """Return an xdb: header, index of the first two bytes, regions, segments in order; no network crosses a /16."""
    width = 4 if version == 4 else 16
    order: Any = "little" if version == 4 else "big"
    start = 256 + 256 * 256 * 8
    regions: dict[str, int] = {}
    body = b""
    for region in entries.values():
        if region not in regions:
            regions[region] = start + len(body)
            body += region.encode()
    first = start + len(body)
    index = bytearray(256 * 256 * 8)
    segments = b""
    size = width * 2 + 6
    for network, region in sorted(entries.items(), key=lambda item: int(ipaddress.ip_network(item[0])[0])):
        low, high = (int(ipaddress.ip_network(network)[end]) for end in (0, -1))
        cell = (low >> (width - 2) * 8) * 8
        assert low >> (width - 2) * 8 == high >> (width - 2) * 8
        at = first + len(segments)
        segments += low.to_bytes(width, order) + high.to_bytes(width, order)
        segments += struct.pack("<HI", len(region.encode()), regions[region])
        begin = struct.unpack_from("<I", index, cell)[0] or at
        struct.pack_into("<II", index, cell, begin, at + size)
    last = first + len(segments) - size
    header = struct.pack("<HHIIIHH", structure, 1, MADE, first, last, version if structure == 3 else 0, 4)
    return header.ljust(256, b"\0") + bytes(index) + body + segments
