"""What databases of addresses say, and what icplint makes of it."""

from __future__ import annotations

import ipaddress
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_databases import mmdb, xdb

from icplint.geo.databases import Databases, is_ordinary, read_databases
from icplint.geo.result import Database, DatabaseEntry
from icplint.geo.xdb import understood
from icplint.model.geo import GeoResult
from icplint.model.reading import Reading

Write = Callable[[str, bytes], Path]


def opened(*paths: Path) -> Reading:
    return read_databases(paths, lambda path: path.name)


def said(reading: Reading, ip: str) -> list[tuple[bool | None, str, str | None]]:
    """Return what the databases say of an address: whether it is in the mainland, the place, the owner."""
    assert reading.problems == []
    assert reading.geo is not None
    return [(s.mainland, s.place, s.owner) for s in reading.geo.locate(ip)]


CHINA = {"country": {"iso_code": "CN", "names": {"en": "China"}}}
ROWS: dict[str, dict[str, Any]] = {
    "47.96.0.0/12": CHINA,
    "2408:4000::/22": CHINA,
    "47.52.0.0/16": {"country": {"iso_code": "HK"}},
    "8.8.8.0/24": {"country": {"iso_code": "US"}, "traits": {"is_anycast": True}},
    "1.2.0.0/16": {"registered_country": {"iso_code": "CN"}},
    "1.3.0.0/16": {"country": {"iso_code": "CN"}, "subdivisions": [{"iso_code": "TW", "names": {"en": "Taipei City"}}]},
    "1.4.0.0/16": {"country": {"iso_code": "CN"}, "subdivisions": [{"names": {"zh-CN": "香港"}}]},
    "1.5.0.0/16": {"country_code": "cn", "region": "Zhejiang"},
    "1.6.0.0/16": {"country": "CN", "region": "Macao", "as_name": "CTM", "asn": "AS4609"},
    "1.7.0.0/16": {"country": {"iso_code": "CLOUDFLARE"}},
    "1.8.0.0/16": {"country": {"iso_code": "EU"}},
    "1.9.0.0/16": {"autonomous_system_number": 37963, "autonomous_system_organization": "Hangzhou Alibaba"},
}


@pytest.mark.parametrize(
    ("ip", "found"),
    [
        ("47.96.0.1", [(True, "CN", None)]),
        ("2408:4000::1", [(True, "CN", None)]),
        ("47.52.0.1", [(False, "HK", None)]),
        ("8.8.8.8", []),
        ("1.2.0.1", []),
        ("1.3.0.1", [(False, "CN/TW/Taipei City", None)]),
        ("1.4.0.1", [(False, "CN/香港", None)]),
        ("1.5.0.1", [(True, "CN/Zhejiang", None)]),
        ("1.6.0.1", [(False, "CN/Macao", "CTM (AS4609)")]),
        ("1.7.0.1", []),
        ("1.8.0.1", []),
        ("1.9.0.1", [(None, "", "Hangzhou Alibaba (AS37963)")]),
        ("1.10.0.1", []),
        ("2001:4860::8888", []),
    ],
)
def test_a_maxmind_database(write: Write, ip: str, found: list[Any]) -> None:
    assert said(opened(write("country.bin", mmdb(ROWS))), ip) == found


def test_a_database_of_ipv4_says_nothing_of_ipv6(write: Write) -> None:
    reading = opened(write("four.mmdb", mmdb({"47.96.0.0/12": CHINA}, version=4)))
    assert said(reading, "2408:4000::1") == []
    assert said(reading, "47.96.0.1") == [(True, "CN", None)]


@pytest.mark.parametrize("structure", [2, 3])
def test_an_ip2region_database(write: Write, structure: int) -> None:
    content = xdb(
        {
            "47.96.0.0/17": "中国|浙江省|杭州市|阿里云|CN",
            "47.96.128.0/17": "中国|香港|0|阿里云|HK",
            "120.24.0.0/16": "中国|广东省|深圳市|阿里云|CN",
            "1.2.3.0/24": "0|0|0|0|0",
        },
        structure=structure,
    )
    reading = opened(write("ip2region.data", content))
    assert said(reading, "47.96.0.1") == [(True, "中国|浙江省|杭州市|CN", "阿里云")]
    assert said(reading, "47.96.200.1") == [(False, "中国|香港|HK", "阿里云")]
    assert said(reading, "120.24.255.255") == [(True, "中国|广东省|深圳市|CN", "阿里云")]
    assert said(reading, "1.2.3.4") == said(reading, "1.2.4.4") == said(reading, "8.8.8.8") == []
    assert said(reading, "2408:4000::1") == []


def test_an_ip2region_database_of_ipv6(write: Write) -> None:
    entries = {"2408:4000::/22": "中国|浙江省|杭州市|阿里云|CN", "240e:3b7::/32": "中国|广东省|深圳市|电信|CN"}
    reading = opened(write("v6.xdb", xdb(entries, version=6)))
    assert said(reading, "2408:4001:2::1") == [(True, "中国|浙江省|杭州市|CN", "阿里云")]
    assert said(reading, "240e:3b7:3272:d8d0:db09:c067:8d59:539e") == [(True, "中国|广东省|深圳市|CN", "电信")]
    assert said(reading, "47.96.0.1") == []


@pytest.mark.parametrize(
    ("region", "found"),
    [
        ("中国|0|广东省|深圳市|阿里云", DatabaseEntry(True, "中国|广东省|深圳市", "阿里云")),
        ("中国|0|香港|0|0", DatabaseEntry(False, "中国|香港", None)),
        ("中国|0|台湾省|台北市|中华电信", DatabaseEntry(False, "中国|台湾省|台北市", "中华电信")),
        ("中国|澳门|0|澳门电讯|MO", DatabaseEntry(False, "中国|澳门|MO", "澳门电讯")),
        ("China|Hong Kong|0|0|CN", DatabaseEntry(False, "China|Hong Kong|CN", None)),
        ("美国|0|加利福尼亚|洛杉矶|0", DatabaseEntry(False, "美国|加利福尼亚|洛杉矶", None)),
        ("United States|California|0|Google|US", DatabaseEntry(False, "United States|California|US", "Google")),
        ("香港|0|0|0|0", DatabaseEntry(False, "香港", None)),
        ("亚太地区|0|0|0|0", DatabaseEntry(None, "亚太地区", None)),
        ("0|0|0|内网IP|内网IP", DatabaseEntry(None, "内网IP", "内网IP")),
        ("Reserved|Reserved|Reserved|0|0", DatabaseEntry(None, "Reserved|Reserved|Reserved", None)),
        ("中国", DatabaseEntry(True, "中国", None)),
    ],
)
def test_the_words_of_ip2region(region: str, found: DatabaseEntry) -> None:
    assert understood(region) == found


SPECIAL = """
10.0.0.1 100.64.0.1 127.0.0.1 169.254.1.1 172.16.0.1 192.168.1.1 192.0.0.9 192.0.2.1 192.31.196.1
192.52.193.1 192.88.99.1 192.175.48.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1
240.0.0.1 255.255.255.255 0.0.0.0 :: ::1 ::ffff:8.8.8.8 64:ff9b::808:808 64:ff9b:1::1 100::1 2001::1
2001:db8::1 2002:808:808::1 2620:4f:8000::1 3fff::1 5f00::1 fc00::1 fe80::1 fec0::1 ff02::1
"""


def test_an_address_of_special_purpose_reaches_no_database() -> None:
    """The IANA registries of special-purpose addresses, IPv4 and IPv6, and multicast."""
    asked: list[str] = []

    def look(ip: Any) -> DatabaseEntry:
        asked.append(str(ip))
        return DatabaseEntry(True, "CN")

    databases = Databases([("a.mmdb", Database("2026-06-17", look))])
    assert [ip for ip in SPECIAL.split() if databases.locate(ip)] == asked == []
    for ip in ("47.96.0.1", "223.5.5.5", "192.0.1.1", "2408:4000::1", "2a00::1"):
        assert is_ordinary(ipaddress.ip_address(ip))
        assert databases.locate(ip) == databases.locate(ip)
    assert len(asked) == 5, "an address is looked up once"


def test_the_file_and_its_day_are_named(write: Write) -> None:
    reading = opened(
        write("GeoLite2-Country.mmdb", mmdb(ROWS)), write("v4.xdb", xdb({"47.96.0.0/16": "中国|0|0|0|CN"}))
    )
    assert [(i.kind, i.path) for i in reading.inputs] == [("geo", "GeoLite2-Country.mmdb"), ("geo", "v4.xdb")]
    assert reading.geo is not None
    assert reading.geo.locate("47.96.0.1") == (
        GeoResult(mainland=True, place="CN", owner=None, file="GeoLite2-Country.mmdb", made="2026-06-17"),
        GeoResult(mainland=True, place="中国|CN", owner=None, file="v4.xdb", made="2026-06-17"),
    )


@pytest.mark.parametrize(
    ("content", "en"),
    [
        (None, "GeoLite2.mmdb cannot be read: No such file or directory"),
        (
            b"",
            "GeoLite2.mmdb is no database of addresses: icplint reads MaxMind DB (.mmdb) and ip2region (.xdb), unpacked",
        ),
        (b"\x1f\x8b" + bytes(600_000), "GeoLite2.mmdb is no database of addresses"),
        (b"\xab\xcd\xefMaxMind.com", "GeoLite2.mmdb is damaged ("),
        (xdb({"1.2.3.0/24": "中国"})[:-1000], "GeoLite2.mmdb is no database of addresses"),
        (xdb({"1.2.3.0/24": "中国"}, version=5), "GeoLite2.mmdb is damaged (IP version 5)"),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, content: bytes | None, en: str) -> None:
    path = tmp_path / "GeoLite2.mmdb"
    if content is not None:
        path.write_bytes(content)
    reading = opened(path)
    assert reading.geo is None
    assert reading.inputs == []
    [problem] = reading.problems
    assert problem.text.say("en").startswith(en)


@pytest.mark.parametrize("name", ["maxminddb", "ip2region"])
def test_without_the_library_the_extra_is_named(write: Write, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for module in [module for module in sys.modules if module.split(".")[0] == name]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, name, None)
    content = mmdb(ROWS) if name == "maxminddb" else xdb({"1.2.3.0/24": "中国"})
    [problem] = opened(write("data", content)).problems
    library = {"ip2region": "py-ip2region"}.get(name, name)
    assert problem.text.say("en") == f"data needs {library}, which is not installed: pip install 'icplint[geo]'"


@pytest.mark.parametrize("content", [mmdb(ROWS), xdb({"47.96.0.0/16": "中国|浙江省|0|0|CN"})])
def test_damage_ends_in_a_sentence_or_in_silence(tmp_path: Path, content: bytes) -> None:
    dice = random.Random(11)  # noqa: S311
    path = tmp_path / "data"
    interesting = [i for i, byte in enumerate(content) if byte]
    for _ in range(200):
        damaged = bytearray(content)
        for _ in range(dice.randrange(1, 6)):
            damaged[dice.choice(interesting)] = dice.randrange(256)
        path.write_bytes(damaged[: dice.choice((len(damaged), dice.randrange(len(damaged))))])
        reading = opened(path)
        if reading.geo is not None:
            for ip in ("47.96.0.1", "1.5.0.1", "2408:4000::1"):
                reading.geo.locate(ip)
        else:
            assert len(reading.problems) == 1
