"""What a data source of a state or plan lists is there; from source, a zone whose records are asked for has some."""

from __future__ import annotations

from typing import Any

import pytest

from icplint.model.origin import Origin
from icplint.model.resource import Rank, Resource
from icplint.model.unknown import Unknown
from icplint.resources.listings import LISTING_RECORDS, with_listed
from icplint.testing import judged, state

REGISTER = '[[address]]\ncidr = "198.51.100.0/24"\nlocation = "mainland"\nprovider = "alibaba"\n'


def one(kind: str, address: str = "", **values: Any) -> Resource:
    return Resource(kind=kind, address=address or f"{kind}.x", values=values, origin=Origin(), rank=Rank.STATE)


def row(rr: str, value: str, **more: Any) -> dict[str, Any]:
    return {"domain_name": "example.cn", "rr": rr, "type": "A", "value": value, "status": "enable", **more}


def test_records_that_a_state_lists_are_records() -> None:
    rows = [row("www", "198.51.100.1"), row("off", "198.51.100.1", status="disable"), row("@", "203.0.113.9")]
    values = {"domain_name": "example.cn", "records": rows}
    found = judged(state(("data.alicloud_alidns_records.r", values), provider="aliyun/alicloud"), REGISTER)
    assert found.of("ICP101") == {
        "www.example.cn": "violation",
        "off.example.cn": "compliant",
        "example.cn": "cannot-tell",
    }
    old = [{**one, "host_record": one.pop("rr")} for one in rows]
    values = {"domain_name": "example.cn", "records": old}
    older = judged(state(("data.alicloud_dns_records.r", values), provider="aliyun/alicloud"), REGISTER)
    assert older.of("ICP101") == found.of("ICP101")


def test_what_the_run_declares_it_knows_better_than_a_list() -> None:
    rows = [row("www", "198.51.100.1", record_id="1"), row("api", "198.51.100.1", record_id="2"), row("m", "1.2.3.4")]
    listing = one("data.alicloud_alidns_records", records=[*rows, None, {"rr": "x"}])
    same_id = one("alicloud_alidns_record", id="1", domain_name="example.cn", rr="new", type="A", value="192.0.2.1")
    same_name = one("alicloud_dns_record", name="Example.cn", host_record="api", type="A", value="192.0.2.1")
    added = with_listed([listing, same_id, same_name])[3:]
    assert [(r.address, r.values["rr"]) for r in added] == [("data.alicloud_alidns_records.x.records[2]", "m")]
    gone = one("alicloud_alidns_record", domain_name="example.cn", rr="m", type="A", value="1.2.3.4")
    assert with_listed([listing, same_id, same_name], [gone])[3:] == []
    assert with_listed([same_id]) == [same_id]


def test_accelerated_names_that_are_listed_are_such_names_and_details_that_are_not_listed_are_unknown() -> None:
    item = {"id": "www.example.cn", "domain_name": "www.example.cn", "cname": "www.example.cn.w.kunlun.com",
            "scope": "domestic", "sources": [{"content": "198.51.100.1", "type": "ipaddr"}], "status": "online"}  # fmt: skip
    values = {"domains": [item]}
    found = judged(state(("data.alicloud_dcdn_domains.r", values), provider="aliyun/alicloud"), REGISTER)
    assert found.of("ICP101") == {"www.example.cn": "violation"}
    listing = one("data.alicloud_dcdn_domains", domains=[item | {"scope": "", "sources": []}])
    (added,) = with_listed([listing])[1:]
    assert {name for name, value in added.values.items() if isinstance(value, Unknown)} == {"scope", "sources"}


@pytest.mark.parametrize("kind", LISTING_RECORDS)
def test_a_zone_whose_records_are_asked_for_in_source_is_doubt(kind: str) -> None:
    kind = kind.removeprefix("data.")
    source = f'data "{kind}" "r" {{\n  domain_name = "%s"\n}}\n'
    found = judged(source % "example.cn")
    assert found.of("ICP101") == {f"data.{kind}.r": "cannot-tell"}
    assert found.report["findings"][0]["filing_domain"] == "example.cn"
    assert "the plan (terraform show -json), which keeps" in found.settle("ICP101", f"data.{kind}.r")[0]
    assert judged(source % "corp.internal").of("ICP101") == {}
