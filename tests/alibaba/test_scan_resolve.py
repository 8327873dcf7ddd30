"""`icplint scan --resolve`: an account on loopback, and a resolver that says whom its zone is delegated to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cloud import Cloud, Scan
from loopback import Resolver

HERE, AWAY = {"NS": ["dns1.hichina.com", "dns2.hichina.com"]}, {"NS": ["ns1.example.net"]}


@pytest.fixture
def resolver() -> Iterator[Resolver]:
    found = Resolver({})
    yield found
    found.close()


def scanned(scan: Scan, resolver: Resolver, table: dict[str, Any]) -> tuple[list[tuple[str, str]], list[str], int]:
    resolver.table = table
    run = scan("--format", "json", "--select", "ICP101", "--all", "--resolve", "--resolver", resolver.at)
    report = json.loads(run.out)
    outcomes = [(finding["subject"]["key"], finding["outcome"]) for finding in report["findings"]]
    return outcomes, [part["what"] for part in report["unread"]], run.code


def test_a_zone_that_is_delegated_here(scan: Scan, resolver: Resolver) -> None:
    assert scanned(scan, resolver, {"example.cn": HERE}) == ([("www.example.cn", "violation")], [], 1)


def test_nobody_asks_a_zone_that_is_delegated_elsewhere(scan: Scan, resolver: Resolver) -> None:
    found = scanned(scan, resolver, {"example.cn": AWAY})
    assert found == ([("www.example.cn", "compliant")], ["zone:example.cn"], 0)


def test_what_public_dns_answers_leads_to_the_instance(scan: Scan, resolver: Resolver) -> None:
    found = scanned(scan, resolver, {"example.cn": AWAY, "www.example.cn": {"A": ["47.96.0.1"]}})
    assert found == ([("www.example.cn", "violation")], ["zone:example.cn"], 1)


def test_a_name_whose_record_is_elsewhere(scan: Scan, cloud: Cloud, resolver: Resolver) -> None:
    cloud.list(
        "DescribeDomainRecords",
        "DomainRecords.Record",
        lambda _p: [
            {
                "RecordId": "1",
                "RR": "www",
                "Type": "CNAME",
                "Value": "web.partner.cn",
                "Line": "default",
                "Status": "ENABLE",
            }
        ],
    )
    found = scanned(scan, resolver, {"example.cn": HERE, "web.partner.cn": {"A": ["47.52.0.1"]}})
    assert found == ([("www.example.cn", "compliant")], [], 0)


ELSEWHERE = {"RecordId": "1", "RR": "www", "Type": "CNAME", "Value": "web.partner.cn", "Line": "default"}


@pytest.mark.parametrize(
    "table",
    [
        {"example.cn": AWAY, "www.example.cn": {"A": ["47.96.0.1"]}},
        {"example.cn": HERE, "web.partner.cn": {"CNAME": ["far.partner.cn"]}, "far.partner.cn": {"A": ["47.52.0.1"]}},
        {"example.cn": HERE, "web.partner.cn": "SERVFAIL"},
        {"example.cn": HERE},
    ],
)
def test_what_public_dns_said_is_saved_and_answered_from_without_a_network(
    scan: Scan, icplint: Scan, cloud: Cloud, resolver: Resolver, tmp_path: Path, table: dict[str, Any]
) -> None:
    rows = [{**ELSEWHERE, "Status": "ENABLE"}]
    if "www.example.cn" not in table:
        cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: rows)
    resolver.table = table
    saved = str(tmp_path / "saved")
    live = scan("--format", "json", "--all", "--resolve", "--resolver", resolver.at, "--save", saved)
    resolver.table = {}
    again = icplint("check", saved, "--on", "2026-11-24", "--format", "json", "--all")
    first, second = json.loads(live.out), json.loads(again.out)
    assert first["findings"] == second["findings"]
    assert first["unread"] == second["unread"]
    assert live.code == again.code
    assert f"@ {resolver.at}" in live.out


def test_a_scan_that_asks_no_resolver_leaves_nothing_of_an_earlier_one(
    scan: Scan, icplint: Scan, resolver: Resolver, tmp_path: Path
) -> None:
    resolver.table = {"example.cn": AWAY, "www.example.cn": {"A": ["47.52.0.1"]}}
    scan("--resolve", "--resolver", resolver.at, "--save", str(tmp_path))
    assert (tmp_path / "icplint-dns.json").is_file()
    scan("--save", str(tmp_path))
    assert not (tmp_path / "icplint-dns.json").exists()


def test_damaged_replies_of_public_dns_are_said(scan: Scan, icplint: Scan, resolver: Resolver, tmp_path: Path) -> None:
    scan("--resolve", "--resolver", resolver.at, "--save", str(tmp_path))
    (tmp_path / "icplint-dns.json").write_text('[{"question": {}}]')
    run = icplint("check", str(tmp_path))
    assert run.code == 2
    assert "icplint-dns.json holds no saved replies of public DNS" in run.err
