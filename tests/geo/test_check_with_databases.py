"""A check with databases of addresses: own resources first, then the register, then they."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_databases import mmdb, xdb

Icplint = Callable[..., Any]
SITE = """\
resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "%s"
  value       = "%s"
}
"""
ADDRESS = '[[address]]\ncidr = "47.96.0.0/16"\nlocation = "outside"\nprovider = "tencent"\n'
FILED = '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\naccess_providers = ["tencent"]\n'
CHINA = {"country": {"iso_code": "CN"}, "autonomous_system_organization": "Hangzhou Alibaba Advertising Co.,Ltd."}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    entries = {"47.96.0.0/12": CHINA, "2408:4000::/22": CHINA, "8.210.0.0/16": {"country": {"iso_code": "HK"}}}
    Path("country.mmdb").write_bytes(mmdb(entries))
    regions = {"47.96.0.0/16": "中国|浙江省|杭州市|阿里云|CN", "8.210.0.0/16": "中国|广东省|0|阿里云|CN"}
    Path("v4.xdb").write_bytes(xdb(regions))
    return tmp_path


def asked(icplint: Icplint, ip: str, register: str, *options: str) -> dict[str, tuple[str, list[str]]]:
    """Return the outcome and the evidence of each check."""
    Path("main.tf").write_text(SITE % ("AAAA" if ":" in ip else "A", ip), encoding="utf-8")
    Path("filings.toml").write_text(register, encoding="utf-8")
    run = icplint("check", "--all", "--format", "json", "--on", "2026-11-24", "--lang", "en", *options)
    assert run.err == ""
    findings = json.loads(run.out)["findings"]
    return {f["code"]: (f["outcome"], [e["message"] for e in f["evidence"]]) for f in findings}


@pytest.mark.parametrize(
    ("ip", "options", "outcome", "sentence"),
    [
        ("47.96.0.1", (), "cannot-tell", "nothing that was read says where 47.96.0.1 is"),
        (
            "47.96.0.1",
            ("country.mmdb",),
            "violation",
            "according to country.mmdb (2026-06-17), which may be wrong, 47.96.0.1 is in mainland China (CN)",
        ),
        (
            "2408:4000::1",
            ("v4.xdb", "country.mmdb"),
            "violation",
            "according to country.mmdb (2026-06-17), which may be wrong, 2408:4000::1 is in mainland China (CN)",
        ),
        (
            "8.210.0.1",
            ("country.mmdb",),
            "compliant",
            "according to country.mmdb (2026-06-17), which may be wrong, 8.210.0.1 is outside mainland China (HK)",
        ),
        ("8.210.0.1", ("country.mmdb", "v4.xdb"), "cannot-tell", "the databases of addresses differ on where 8.210.0.1 is"),
        ("9.9.9.9", ("country.mmdb", "v4.xdb"), "cannot-tell", "nothing that was read says where 9.9.9.9 is"),
        ("203.0.113.9", ("country.mmdb",), "cannot-tell", "nothing that was read says where 203.0.113.9 is"),
        ("10.0.0.1", ("country.mmdb",), "compliant", "10.0.0.1 is no public address"),
    ],
)  # fmt: skip
def test_where_an_address_is(
    here: Path, icplint: Icplint, ip: str, options: tuple[str, ...], outcome: str, sentence: str
) -> None:
    found = asked(icplint, ip, "", *(word for file in options for word in ("--geo", file)))
    assert found["ICP101"][0] == outcome
    assert sentence in found["ICP101"][1]


def test_the_register_comes_before_the_databases(here: Path, icplint: Icplint) -> None:
    found = asked(icplint, "47.96.0.1", ADDRESS, "--geo", "country.mmdb")
    assert found["ICP101"] == (
        "compliant",
        [
            "www.example.cn has an A record with 47.96.0.1",
            "the register places 47.96.0.1 outside the mainland (47.96.0.0/16)",
        ],
    )


@pytest.mark.parametrize("code", ["ICP201", "ICP203"])
def test_an_owner_is_no_proof_of_whose_host_it_is(here: Path, icplint: Icplint, code: str) -> None:
    outcome, evidence = asked(icplint, "47.96.0.1", FILED, "--geo", "country.mmdb")[code]
    assert outcome == "cannot-tell"
    owner = "in a network of Hangzhou Alibaba Advertising Co.,Ltd., which does not prove whose host it is"
    assert f"according to country.mmdb (2026-06-17), 47.96.0.1 is {owner}" in evidence


def test_databases_of_the_configuration_stand_beside_it(here: Path, icplint: Icplint) -> None:
    (here / "sub").mkdir()
    (here / "icplint.toml").write_text('geo = ["country.mmdb"]\n', encoding="utf-8")
    (here / "sub/main.tf").write_text(SITE % ("A", "47.96.0.1"), encoding="utf-8")
    (here / "filings.toml").write_text("", encoding="utf-8")
    report = json.loads(icplint("check", "sub", "--select", "ICP101", "--format", "json").out)
    assert report["findings"][0]["outcome"] == "violation"
    assert {"kind": "geo", "path": "country.mmdb"} in report["inputs"]
    report = json.loads(icplint("check", "sub", "--select", "ICP101", "--format", "json", "--geo", "v4.xdb").out)
    assert {"kind": "geo", "path": "v4.xdb"} in report["inputs"], "what is asked for replaces what is configured"
    assert {"kind": "geo", "path": "country.mmdb"} not in report["inputs"]


def test_a_database_that_cannot_be_used_ends_in_exit_2(here: Path, icplint: Icplint) -> None:
    (here / "main.tf").write_text(SITE % ("A", "47.96.0.1"), encoding="utf-8")
    run = icplint("check", "--geo", "main.tf", "--lang", "en")
    assert run.code == 2
    assert [" ".join(line.split()[:2]) for line in run.err.splitlines()] == ["error: main.tf"]
    run = icplint("check", "--geo", "main.tf", "--geo", "absent.mmdb", "--lang", "en")
    assert (run.code, run.out, run.err) == (2, "", "error: --geo absent.mmdb: there is no such file\n")
