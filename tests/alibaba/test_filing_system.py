"""What the provider's filing system says: filings, their risks, and whether a name is filed at all."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from cloud import Cloud, Refusal, Scan, forbid

NUMBER = "津ICP备2023010907号"


def entity(*domains: str, **more: Any) -> dict[str, Any]:
    sites = [{"SiteRecordNum": f"{NUMBER}-{n}", "DomainList": [domain]} for n, domain in enumerate(domains, 1)]
    return {"IcpNumber": NUMBER, "OrganizersName": "王五", "WebsiteList": sites, **more}


def risk(source: str, deadline: str, advice: Any = None, key: str = "RectifySuggestList") -> dict[str, Any]:
    return {"DeadLine": deadline, "RiskDetailList": [{"RiskSource": source, key: advice}]}


def filed(cloud: Cloud, *entities: dict[str, Any]) -> None:
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"Success": True, "BaSuccessDataWithRiskList": list(entities)}


def findings(run: Any, code: str) -> list[dict[str, Any]]:
    return [f for f in json.loads(run.out)["findings"] if f["code"] == code]


@pytest.mark.parametrize(
    ("deadline", "severity"),
    [
        ("2026年11月26日0点", "warning"),
        ("2026年11月24日0点", "error"),
        ("2026-11-24", "warning"),
        ("2026-11-23", "error"),
    ],
)
def test_a_risk_is_reported_of_the_domain_that_it_names(scan: Scan, cloud: Cloud, deadline: str, severity: str) -> None:
    source = f"网站/APP信息 - {NUMBER}-1 - 网站域名 - example.cn"
    advice = ['请<span style="color:red">修改</span>域名&nbsp;信息', "联系王五"]
    filed(cloud, entity("example.cn", "example.com", RiskList=[risk(source, deadline, advice)]))
    run = scan("--format", "json", "--all")
    at_risk = findings(run, "ICP104")
    assert [(f["subject"]["key"], f["outcome"]) for f in at_risk] == [
        ("example.cn", "violation"),
        ("example.com", "compliant"),
    ]
    assert at_risk[0]["severity"] == severity
    said = at_risk[0]["evidence"][0]["message"]
    assert "修改域名 信息" in said
    assert "<" not in said
    assert "王五" not in run.out


@pytest.mark.parametrize(("key", "advice"), [("RectifySuggestList", ["证件过期"]), ("rectifySuggest", "证件过期")])
def test_a_risk_that_names_nothing_is_one_of_every_domain_of_the_entity(
    scan: Scan, cloud: Cloud, key: str, advice: Any
) -> None:
    filed(cloud, entity("example.cn", "example.com", RiskList=[risk("主体信息", "2026-12-01", advice, key)]))
    at_risk = findings(scan("--format", "json"), "ICP104")
    assert [f["subject"]["key"] for f in at_risk] == ["example.cn", "example.com"]
    assert "证件过期" in at_risk[0]["evidence"][0]["message"]


def test_an_app_of_the_same_domain_takes_nothing_from_the_website(scan: Scan, cloud: Cloud) -> None:
    app = {"AppRecordNum": f"{NUMBER}-1A", "DomainList": ["example.cn"]}
    filed(cloud, {"AppList": [app]}, entity("www.example.cn", AppList=[app]))
    assert [f["outcome"] for f in findings(scan("--format", "json", "--all"), "ICP101")] == ["compliant"]
    filed(cloud, {"AppList": [app]})
    assert [f["outcome"] for f in findings(scan("--format", "json", "--all"), "ICP101")] == ["violation"]


def test_a_refusal_in_a_reply_of_status_200_is_no_empty_list(scan: Scan, cloud: Cloud) -> None:
    cloud.handlers["QuerySuccessIcpData"] = lambda _p: {"Success": False, "Code": "BizError", "Message": "later"}
    cloud.handlers["CheckCdnDomainICP"] = lambda _p: {"Status": "DomainIsRegistration"}
    run = scan("--format", "json")
    assert [part["what"] for part in json.loads(run.out)["unread"]] == ["companyreg:QuerySuccessIcpData"]
    assert [f["outcome"] for f in findings(run, "ICP201")] == ["cannot-tell"]


@pytest.mark.parametrize("answer", [{"Status": "Unknown"}, "-124", "CheckDomainICPFail"])
def test_any_other_answer_of_the_lookup_settles_nothing_and_is_no_gap(scan: Scan, cloud: Cloud, answer: Any) -> None:
    def undecided(_parameters: Any) -> dict[str, Any]:
        if isinstance(answer, str):
            raise Refusal(answer)
        return dict(answer)

    cloud.handlers["CheckCdnDomainICP"] = undecided
    run = scan("--format", "json")
    assert json.loads(run.out)["unread"] == []
    assert [f["outcome"] for f in findings(run, "ICP101")] == ["cannot-tell"]


def test_no_lookup_asks_nothing(scan: Scan, cloud: Cloud) -> None:
    run = scan("--format", "json", "--no-lookup")
    assert cloud.calls["CheckCdnDomainICP"] == 0
    assert [f["outcome"] for f in findings(run, "ICP101")] == ["cannot-tell"]


def test_the_command_looks_names_up(filings: Scan, cloud: Cloud) -> None:
    words = {"example.cn": "DomainIsRegistration", "example.com": "DomainNotRegistration"}
    cloud.handlers["CheckCdnDomainICP"] = lambda p: {"Status": words.get(p["DomainName"], "?")}
    run = filings("lookup", "www.example.cn", "example.com", "shop.example.net")
    assert run.out.splitlines() == [
        "example.cn: filed",
        "example.com: not filed",
        "example.net: cannot tell: Alibaba Cloud gave no answer that settles it; look it up at https://beian.miit.gov.cn",
    ]
    assert run.code == 2
    run = filings("lookup", "http://www.example.com:8080/x?y#z", "例子.中国/x", "--lang", "zh")
    assert (run.code, run.out.splitlines()) == (
        2,
        [
            "example.com：未备案",
            "xn--fsqu00a.xn--fiqs8s：无法判断，阿里云没有给出明确结果；请到 https://beian.miit.gov.cn 查询",
        ],
    )
    assert filings("lookup", "https://www.example.com/").code == 1
    assert filings("lookup", "www.example.cn.").code == 0
    cloud.trouble["CheckCdnDomainICP"] = [forbid]
    run = filings("lookup", "example.cn")
    assert run.code == 2
    assert "grant cdn:CheckCdnDomainICP" in run.err
    assert [action for action in cloud.calls if action != "CheckCdnDomainICP"] == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("http://", "http:// is not a domain name: write one name alone, without scheme, port or path"),
        ("47.1.2.3", "47.1.2.3 is an address: a register holds domain names, and addresses stand under [[address]]"),
        ("com.cn", "com.cn is a public suffix, under which others register: write the domain that was filed"),
        ("a b.cn", "a b.cn is not a domain name: write one name alone, without scheme, port or path"),
        ("example.nosuch", "example.nosuch stands under no known suffix: check how the domain is spelled"),
    ],
)
def test_what_is_no_domain_is_not_looked_up(filings: Scan, cloud: Cloud, name: str, said: str) -> None:
    run = filings("lookup", "example.cn", name)
    assert (run.code, run.out, run.err) == (2, "", f"error: {said}\n")
    assert cloud.calls["CheckCdnDomainICP"] == 0


def test_the_command_imports_the_filings_of_the_account(
    filings: Scan, icplint: Scan, cloud: Cloud, tmp_path: Path
) -> None:
    app = {"AppRecordNum": f"{NUMBER}-1A", "DomainList": ["app.example.org"]}
    filed(cloud, entity("example.cn", "example.com", AppList=[app]))
    register = tmp_path / "filings.toml"
    assert filings("import", "--output", register).code == 0
    rows = tomllib.loads(register.read_text(encoding="utf-8"))["filing"]
    assert [(row["domain"], row["licence"]) for row in rows] == [
        ("example.cn", f"{NUMBER}-1"),
        ("example.com", f"{NUMBER}-2"),
    ]
    assert all(row["access_providers"] == ["alibaba"] for row in rows)
    assert "王五" not in register.read_text(encoding="utf-8")
    assert icplint("filings", "check", register).code == 0
    assert set(cloud.calls) == {"QuerySuccessIcpData"}
    cloud.trouble["QuerySuccessIcpData"] = [forbid]
    run = filings("import")
    assert (run.code, run.out) == (2, "")


@pytest.mark.parametrize(
    ("providers", "outcome"),
    [
        ('["alibaba"]', "violation"),
        ('["alibaba", "tencent"]', "compliant"),
        (None, "cannot-tell"),
        ('["baidu"]', "cannot-tell"),  # it leaves out whom the filing system knows of, so it may leave out others
    ],
)
def test_a_register_that_names_all_providers_settles_what_the_filing_system_leaves_open(
    scan: Scan, cloud: Cloud, tmp_path: Path, providers: str | None, outcome: str
) -> None:
    row = {"RecordId": "1", "RR": "www", "Type": "A", "Value": "49.232.0.1", "Line": "default", "Status": "ENABLE"}
    cloud.list("DescribeDomainRecords", "DomainRecords.Record", lambda _p: [row])
    filed(cloud, entity("example.cn"))
    register = tmp_path / "filings.toml"
    written = f"access_providers = {providers}\n" if providers else ""
    register.write_text(
        f'[[filing]]\ndomain = "example.cn"\nlicence = "{NUMBER}-1"\n{written}'
        '[[address]]\ncidr = "49.232.0.0/16"\nlocation = "mainland"\nprovider = "tencent"\n',
        encoding="utf-8",
    )
    run = scan("--format", "json", "--all", "--filings", str(register))
    assert [f["outcome"] for f in findings(run, "ICP203")] == [outcome]
