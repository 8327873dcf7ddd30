"""Suffixes of the providers, and what the providers are called."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from publicsuffixlist import PublicSuffixList

import icplint.policy
from icplint.policy import Tables

TABLE = Tables.core().suffixes
PROVIDERS = Tables.core().providers
FILE = Path(icplint.policy.__file__).with_name("suffixes.toml")
ROWS: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["suffix"]
SAMPLES = [
    # host, service, provider, location, region, confidence
    ("www.example.cn.w.kunlunsl.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.kunlunar.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.w.kunlunxyz.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.kunlunxyz.com", "cdn", "alibaba", "depends", None, "low"),
    ("x.alikunlun.com", "cdn", "alibaba", "depends", None, "high"),
    ("x.alikunlun.net", "cdn", "alibaba", "depends", None, "high"),
    ("x.cdngslb.com", "cdn", "alibaba", "depends", None, "low"),
    ("img.alicdn.com", "cdn", "alibaba", "depends", None, "low"),
    ("b.oss-cn-hangzhou.aliyuncs.com", "oss", "alibaba", "region", "cn-hangzhou", "high"),
    ("oss-us-west-1.aliyuncs.com", "oss", "alibaba", "region", "us-west-1", "high"),
    ("b.oss-cn-shanghai-finance-1-pub.aliyuncs.com", "oss", "alibaba", "region", "cn-shanghai-finance-1-pub", "high"),
    ("b.oss-cn-hangzhou-internal.aliyuncs.com", "oss", "alibaba", "private", "cn-hangzhou", "high"),
    ("ap-1-123.oss-cn-hangzhou.oss-accesspoint.aliyuncs.com", "oss", "alibaba", "region", "cn-hangzhou", "high"),
    (
        "ap-1.oss-ap-southeast-2-internal.oss-accesspoint.aliyuncs.com",
        "oss",
        "alibaba",
        "private",
        "ap-southeast-2",
        "high",
    ),
    ("b.oss-rg-china-mainland.aliyuncs.com", "oss", "alibaba", "region", "rg-china-mainland", "high"),
    ("b.cn-hangzhou.oss.aliyuncs.com", "oss", "alibaba", "region", "cn-hangzhou", "high"),
    ("x.oss-accelerate.aliyuncs.com", "oss-accelerate", "alibaba", "mainland", None, "high"),
    ("x.oss-accelerate-overseas.aliyuncs.com", "oss-accelerate", "alibaba", "outside", None, "high"),
    ("alb-a1b2.cn-shanghai.alb.aliyuncs.com", "alb", "alibaba", "region", "cn-shanghai", "high"),
    ("nlb-a1b2.ap-southeast-1.nlb.aliyuncs.com", "nlb", "alibaba", "region", "ap-southeast-1", "high"),
    ("alb-a1b2.cn-shanghai.alb.aliyuncsslb.com", "alb", "alibaba", "mainland", None, "high"),
    ("nlb-a1b2.cn-shanghai.nlb.aliyuncsslb.com", "nlb", "alibaba", "mainland", None, "high"),
    ("alb-a1b2.alb.aliyuncsslbintl.com", "alb", "alibaba", "outside", None, "high"),
    ("nlb-a1b2.nlb.aliyuncsslbintl.com", "nlb", "alibaba", "outside", None, "high"),
    ("123456.cn-beijing.fc.aliyuncs.com", "fc", "alibaba", "region", "cn-beijing", "high"),
    ("123456.cn-beijing-internal.fc.aliyuncs.com", "fc", "alibaba", "private", "cn-beijing", "high"),
    ("fn-a-abcdefghij.cn-hangzhou-vpc.fcapp.run", "fc", "alibaba", "private", "cn-hangzhou", "high"),
    ("web-abcdef.cn-hangzhou.fcapp.run", "fc", "alibaba", "region", "cn-hangzhou", "high"),
    ("0a1b2c3d-cn-shenzhen.alicloudapi.com", "api-gateway", "alibaba", "region", "cn-shenzhen", "high"),
    ("0a1b2c3d-cn-shenzhen-vpc.alicloudapi.com", "api-gateway", "alibaba", "private", "cn-shenzhen", "high"),
    ("0a1b2c3d-ap-southeast-1.alicloudapi.com", "api-gateway", "alibaba", "region", "ap-southeast-1", "high"),
    ("x.yundunwaf3.com", "waf", "alibaba", "depends", None, "high"),
    ("x.aliyunddos0001.com", "ddos", "alibaba", "depends", None, "high"),
    ("ga-bp1example.aliyunga0047.com", "ga", "alibaba", "depends", None, "high"),
    ("gtm-cn-a1.gtm-a2b3.com", "gtm", "alibaba", "depends", None, "low"),
    ("web-1.cn-north-1.elb.amazonaws.com.cn", "alb", "aws-cn", "mainland", "cn-north-1", "high"),
    ("dualstack.web-1.cn-north-1.elb.amazonaws.com.cn", "alb", "aws-cn", "mainland", "cn-north-1", "high"),
    ("web-a1.elb.cn-northwest-1.amazonaws.com.cn", "nlb", "aws-cn", "mainland", "cn-northwest-1", "high"),
    ("ec2-52-80-0-1.cn-north-1.compute.amazonaws.com.cn", "ec2", "aws-cn", "mainland", "cn-north-1", "high"),
    ("b.s3-website.cn-north-1.amazonaws.com.cn", "s3", "aws-cn", "mainland", "cn-north-1", "high"),
    ("b.s3.cn-north-1.amazonaws.com.cn", "s3", "aws-cn", "mainland", "cn-north-1", "high"),
    ("b.s3.dualstack.cn-north-1.amazonaws.com.cn", "s3", "aws-cn", "mainland", "cn-north-1", "high"),
    ("d-a1.execute-api.cn-north-1.amazonaws.com.cn", "api-gateway", "aws-cn", "mainland", "cn-north-1", "high"),
    ("e.cn-northwest-1.eb.amazonaws.com.cn", "elasticbeanstalk", "aws-cn", "mainland", "cn-northwest-1", "high"),
    ("d111.cloudfront.cn", "cloudfront", "aws-cn", "mainland", None, "high"),
    ("x.rds.cn-north-1.amazonaws.com.cn", "aws", "aws-cn", "mainland", None, "high"),
    ("x.api.amazonwebservices.com.cn", "aws", "aws-cn", "mainland", None, "high"),
    ("d111.cloudfront.net", "cloudfront", "aws", "outside", None, "high"),
    ("web-1.eu-west-1.elb.amazonaws.com", "alb", "aws", "outside", "eu-west-1", "high"),
    ("web-a1.elb.ap-east-1.amazonaws.com", "nlb", "aws", "outside", "ap-east-1", "high"),
    ("ec2-1-2-3-4.eu-west-1.compute.amazonaws.com", "ec2", "aws", "outside", "eu-west-1", "high"),
    ("ec2-1-2-3-4.compute-1.amazonaws.com", "ec2", "aws", "outside", None, "high"),
    ("b.s3-website-us-west-2.amazonaws.com", "s3", "aws", "outside", "us-west-2", "high"),
    ("b.s3-website.eu-central-1.amazonaws.com", "s3", "aws", "outside", "eu-central-1", "high"),
    ("a1.execute-api.us-east-1.amazonaws.com", "api-gateway", "aws", "outside", "us-east-1", "high"),
    ("e.eu-west-1.elasticbeanstalk.com", "elasticbeanstalk", "aws", "outside", "eu-west-1", "high"),
    ("a1.lambda-url.eu-west-1.on.aws", "lambda", "aws", "outside", "eu-west-1", "high"),
    ("a1.awsglobalaccelerator.com", "ga", "aws", "outside", None, "high"),
    ("main.a1.amplifyapp.com", "aws", "aws", "outside", None, "high"),
    ("a1.us-east-1.awsapprunner.com", "aws", "aws", "outside", None, "high"),
    ("b.s3.amazonaws.com", "aws", "aws", "outside", None, "low"),
    ("b-125.cos.ap-guangzhou.myqcloud.com", "cos", "tencent", "region", "ap-guangzhou", "low"),
    ("www.example.cn.cdn.dnsv1.com", "cdn", "tencent", "depends", None, "low"),
    ("www.example.cn.cdn.dnsv1.com.cn", "cdn", "tencent", "depends", None, "low"),
    ("x.tdnsv5.com", "cdn", "tencent", "depends", None, "low"),
    ("x.tcdn.qq.com", "cdn", "tencent", "depends", None, "low"),
    ("x.cdntip.com", "cdn", "tencent", "depends", None, "low"),
    ("b.obs.cn-north-4.myhuaweicloud.com", "obs", "huawei", "region", "cn-north-4", "low"),
    ("x.cdnhwc1.com", "cdn", "huawei", "depends", None, "low"),
    ("b.cdn.bcebos.com", "bos", "baidu", "depends", None, "low"),
    ("b.bj.bcebos.com", "bos", "baidu", "mainland", None, "high"),
    ("b.s3.fwh.bcebos.com", "bos", "baidu", "mainland", None, "high"),
    ("b.hkg.bcebos.com", "bos", "baidu", "outside", None, "high"),
    ("x.bdydns.cn", "cdn", "baidu", "depends", None, "low"),
    ("x.a.bdydns.com", "cdn", "baidu", "depends", None, "low"),
    ("x.jomodns.com", "cdn", "baidu", "depends", None, "low"),
    ("x.yunjiasu-cdn.net", "cdn", "baidu", "depends", None, "low"),
    ("x.qiniudns.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.qbox.me", "cdn", "qiniu", "depends", None, "low"),
    ("x.clouddn.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.qnssl.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.aicdn.com", "cdn", "upyun", "mainland", None, "low"),
    ("x.wscdns.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.lxdns.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.wsglb0.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.chinanetcenter.com", "cdn", "wangsu", "depends", None, "low"),
    ("x.ks-cdn.com", "cdn", "ksyun", "depends", None, "low"),
    ("x.ksyuncdn.com", "cdn", "ksyun", "depends", None, "low"),
    ("www.example.com.queniusa.com", "cdn", "alibaba", "depends", None, "low"),
    ("www.example.com.danuoyi.tbcache.com", "cdn", "alibaba", "depends", None, "low"),
    ("x.aliyunwaf3.com", "waf", "alibaba", "depends", None, "low"),
    ("b-125.cos-website.ap-guangzhou.myqcloud.com", "cos", "tencent", "region", "ap-guangzhou", "low"),
    ("b-125.cos.accelerate.myqcloud.com", "cos", "tencent", "depends", None, "low"),
    ("www.example.com.dsa.dnsv1.com.cn", "cdn", "tencent", "depends", None, "low"),
    ("best.sched.sma-dk.tdnsstic1.cn", "cdn", "tencent", "depends", None, "low"),
    ("www.example.com.eo.dnse5.com", "edgeone", "tencent", "depends", None, "high"),
    ("www.example.com.eo.dnse0.cn", "edgeone", "tencent", "depends", None, "low"),
    ("lb-a1.clb.ap-beijing.tencentclb.com", "clb", "tencent", "region", "ap-beijing", "low"),
    ("lb-a1.clb.gz-tencentclb.com.tencentclb.com", "clb", "tencent", "depends", None, "low"),
    ("x.qcloudwzgj.com", "waf", "tencent", "depends", None, "low"),
    ("x.tcloudbaseapp.com", "hosting", "tencent", "depends", None, "low"),
    ("b.obs-website.cn-north-4.myhuaweicloud.com", "obs", "huawei", "region", "cn-north-4", "low"),
    ("www.example.com.1eeb2723.cdnhwcurq03.com", "cdn", "huawei", "depends", None, "low"),
    ("x.huaweicloudwaf.com", "waf", "huawei", "depends", None, "low"),
    ("x.qiniudn.com", "cdn", "qiniu", "depends", None, "low"),
    ("x.b0.upaiyun.com", "cdn", "upyun", "mainland", None, "low"),
    ("www.example.com.cdn20.com", "cdn", "wangsu", "depends", None, "low"),
    ("www.example.com.bsgslb.cn", "cdn", "baishan", "depends", None, "low"),
    ("x.ccgslb.com.cn", "cdn", "chinacache", "depends", None, "low"),
    ("www.example.com.c.vedcdnlb.com", "cdn", "volcengine", "depends", None, "low"),
    ("alb-a1.cn-beijing.volcenginealb.com", "alb", "volcengine", "region", "cn-beijing", "low"),
    ("www.example.com.s.galileo.jcloud-cdn.com", "cdn", "jdcloud", "depends", None, "low"),
    ("www.example.com.ctdns.cn", "cdn", "ctyun", "depends", None, "low"),
    ("site.chinacloudsites.cn", "hosting", "azure-cn", "mainland", None, "high"),
    ("vm.chinaeast2.cloudapp.chinacloudapi.cn", "vm", "azure-cn", "mainland", None, "high"),
    ("a1.blob.core.chinacloudapi.cn", "storage", "azure-cn", "mainland", None, "high"),
    ("x.azureedge.cn", "cdn", "azure-cn", "mainland", None, "low"),
    ("x.azure-api.cn", "api-gateway", "azure-cn", "mainland", None, "high"),
    ("x.trafficmanager.cn", "gtm", "azure-cn", "depends", None, "high"),
    ("site.azurewebsites.net", "hosting", "azure", "outside", None, "high"),
    ("vm.eastasia.cloudapp.azure.com", "vm", "azure", "outside", None, "low"),
    ("old.cloudapp.net", "vm", "azure", "outside", None, "high"),
    ("a1.z7.web.core.windows.net", "storage", "azure", "outside", None, "high"),
    ("x.azurefd.net", "cdn", "azure", "outside", None, "low"),
    ("x.trafficmanager.net", "gtm", "azure", "depends", None, "high"),
    ("www.example.com.cdn.cloudflare.net", "cdn", "cloudflare", "outside", None, "high"),
    ("www.example.com.cdn.cloudflarecn.net", "cdn", "cloudflare", "mainland", None, "high"),
    ("www.example.com.cdn.cloudflareanycast.net", "cdn", "cloudflare", "depends", None, "high"),
    ("site.pages.dev", "hosting", "cloudflare", "outside", None, "high"),
    ("api.team.workers.dev", "hosting", "cloudflare", "outside", None, "high"),
    ("cname.vercel-dns.com", "hosting", "vercel", "outside", None, "high"),
    ("a1b2.vercel-dns-017.com", "hosting", "vercel", "outside", None, "high"),
    ("site.netlify.app", "hosting", "netlify", "outside", None, "high"),
    ("team.github.io", "hosting", "github", "outside", None, "high"),
    ("team.gitlab.io", "hosting", "gitlab", "outside", None, "high"),
    ("www.example.com.herokudns.com", "hosting", "heroku", "outside", None, "low"),
    ("site.herokuapp.com", "hosting", "heroku", "outside", None, "high"),
    ("ghs.googlehosted.com", "hosting", "google", "outside", None, "low"),
    ("site.web.app", "hosting", "google", "outside", None, "high"),
    ("site.netlify.com", "hosting", "netlify", "outside", None, "low"),
    ("site.onrender.com", "hosting", "render", "outside", None, "high"),
    ("site.fly.dev", "hosting", "fly", "outside", None, "high"),
    ("site.up.railway.app", "hosting", "railway", "outside", None, "high"),
    ("site.ondigitalocean.app", "hosting", "digitalocean", "outside", None, "high"),
    ("docs.readthedocs.io", "hosting", "readthedocs", "outside", None, "high"),
    ("shops.myshopify.com", "hosting", "shopify", "outside", None, "high"),
    ("www1.wixdns.net", "hosting", "wix", "outside", None, "low"),
    ("ext-cust.squarespace.com", "hosting", "squarespace", "outside", None, "low"),
    ("x.map.fastly.net", "cdn", "fastly", "outside", None, "low"),
    ("x.b-cdn.net", "cdn", "bunny", "outside", None, "low"),
    ("www.example.com.edgekey.net", "cdn", "akamai", "depends", None, "low"),
    ("x.tl88.net", "cdn", "akamai", "mainland", None, "low"),
    ("x.cdngc.net", "cdn", "cdnetworks", "depends", None, "low"),
]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample[0])
def test_a_sample_of_every_suffix(sample: tuple[str, str, str, str, str | None, str]) -> None:
    host, *expected = sample
    found = TABLE.find(host)
    assert found is not None
    assert [found.service, found.provider, found.location, found.region, found.confidence] == expected
    assert found.source


def test_every_row_has_a_sample() -> None:
    sampled = {found.pattern for host, *_ in SAMPLES if (found := TABLE.find(host))}
    assert [row["patterns"] for row in ROWS if not sampled & set(row["patterns"])] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["patterns"][0])
def test_a_row_says_where_it_comes_from_and_since_when_it_is_known(row: dict[str, Any]) -> None:
    assert set(row) - {"since"} == {
        "patterns", "service", "provider", "location", "confidence", "source", "retrieved",
    }  # fmt: skip
    assert re.match(r"https://\S+$", row["source"]) or not re.search(r"https?:", row["source"])
    assert date(2026, 11, 24) <= row["retrieved"] <= date(2026, 12, 1)
    assert row.get("since", date.min) < row["retrieved"]
    assert row["location"] != "region" or all("{region}" in pattern for pattern in row["patterns"])
    assert row["confidence"] == "low" or "not verified" not in row["source"]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if "public suffix list" in row["source"]], ids=lambda r: r["patterns"][0]
)
def test_what_is_said_to_be_a_public_suffix_is_one(row: dict[str, Any]) -> None:
    known, icann = PublicSuffixList(), PublicSuffixList(only_icann=True)
    for pattern in row["patterns"]:
        region = "cn-north-1" if pattern.endswith(".cn") else "us-east-1"
        name = pattern.replace("{region}", region).replace("*", "x").replace("#", "1")
        assert known.publicsuffix(f"a.b.{name}") != icann.publicsuffix(f"a.b.{name}"), pattern


def test_what_the_load_balancers_have_been_called_since_november_2024() -> None:
    """https://www.alibabacloud.com/help/doc-detail/2856595.html."""
    dated = {row["patterns"][0]: (row["since"], row["location"]) for row in ROWS if "since" in row}
    day = date(2024, 11, 15)
    assert dated == {
        "alb.aliyuncsslb.com": (day, "mainland"),
        "nlb.aliyuncsslb.com": (day, "mainland"),
        "alb.aliyuncsslbintl.com": (day, "outside"),
        "nlb.aliyuncsslbintl.com": (day, "outside"),
    }


MEANT = {"M": {"mainland"}, "N": {"outside"}, "G": {"depends"}, "R": {"region"}}
REFINED = {
    "x.aliyunddos0.com": {"depends"},  # Premium, outside the mainland, has names of the same suffix
    "x.bcebos.com": {"depends"},  # the region is in front: bj.bcebos.com
}
"""Where the table is more careful than the page."""


def page_rows(page: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the names that a row of the page stands for, and the locations that it allows each of them."""
    table = re.search(r"^CNAME suffix table.*?\n\|---.*?\n(.*?)\n\"public lists\"", page, re.DOTALL | re.MULTILINE)
    assert table
    for line in table[1].splitlines():
        patterns, _, location, _ = (cell.strip() for cell in line.strip("|").split(" | "))
        listed = [name for pattern in re.findall(r"`([^`]+)`", patterns) for name in expanded(pattern)]
        seen = [f"x.{word}.com" for word in re.sub(r".*seen: ", "", patterns).split() if "seen:" in patterns]
        names = [name for name in (*listed, *seen) if "." in name]
        letters = re.findall(r"\b[MNGR]\b", location.replace("*", "").split(" – ")[0])  # "expand pools": depends
        yield names, letters or ["G"]


def expanded(pattern: str) -> list[str]:
    """Return names of a pattern as the page writes it: `*.a.com/.net`, `b.com(.cn)`, `c[1-8].com`, `<region>`."""
    region = "ap-guangzhou" if "myqcloud" in pattern else "cn-north-4" if "huawei" in pattern else "cn-hangzhou"
    name = re.sub(r"<region>", region, pattern.replace("…", ".aliyuncs.com"))
    name = re.sub(r"\[(\d)-\d\]\+?", r"\1", re.sub(r"^<\w+>|^ga-\*", "x", name))
    name = re.sub(r"^\*", "x", name).replace("tdnsv*", "tdnsv5").replace("*", "sl")
    if "/." in name:
        first, _, other = name.partition("/")
        return [first, first.rpartition(".")[0] + other]
    return [name.replace("(.cn)", ""), name.replace("(.cn)", ".cn")] if "(.cn)" in name else [name]


def test_the_rules_page_says_the_same(shared: Path) -> None:
    page = (shared / "reference" / "icp-rules.md").read_text(encoding="utf-8")
    asked, wrong = 0, []
    for names, letters in page_rows(page):
        for index, name in enumerate(names):
            allowed = MEANT[letters[index]] if len(letters) == len(names) else set().union(*(MEANT[x] for x in letters))
            found = TABLE.find(name)
            asked += 1
            if found is None or found.location not in REFINED.get(name, allowed):
                wrong.append((name, allowed, found and str(found.location)))
    assert wrong == []
    assert asked > 60


@pytest.mark.parametrize(
    "host",
    [
        "www.example.cn", "kunlun.example.cn", "notkunlunsl.com", "myamazonaws.com", "ecs.aliyuncs.com",
        "b.oss-cn-hangzhou.aliyuncs.com.example.cn", "fake-oss-cn-hangzhou.aliyuncs.com", "yundunwaf3x.com", "com", "",
    ],
)  # fmt: skip
def test_other_names_have_no_suffix(host: str) -> None:
    assert TABLE.find(host) is None


def test_case_and_the_final_dot_do_not_matter() -> None:
    assert TABLE.find("B.OSS-CN-Hangzhou.AliyunCS.com.") == TABLE.find("b.oss-cn-hangzhou.aliyuncs.com")


@pytest.mark.parametrize(
    "host",
    [
        "ecs.aliyuncs.com", "aliyuncs.com", "b.oss-cn-hangzhou.aliyuncs.com", "x.cn-hangzhou.fcapp.run",
        "b.cos.ap-guangzhou.myqcloud.com", "x.w.kunlunsl.com", "x.w.kunlunxyz.com", "d111.cloudfront.cn",
        "x.cdnhwc1.com", "x.alicdn.com",
    ],
)  # fmt: skip
def test_a_provider_files_its_own_names(host: str) -> None:
    assert TABLE.provider_owned(host)


@pytest.mark.parametrize("host", ["www.example.cn", "www.kunlunbank.com", "notaliyuncs.com", "gtm-a.gtm-b.com"])
def test_other_names_are_for_their_holders_to_file(host: str) -> None:
    assert not TABLE.provider_owned(host)


def test_names_of_providers() -> None:
    assert (PROVIDERS.name("alibaba").say("en"), PROVIDERS.name("alibaba").say("zh")) == ("Alibaba Cloud", "阿里云")
    assert PROVIDERS.name("azure-cn").say("zh") == "Azure 中国（世纪互联）"
    assert PROVIDERS.name("某机房").say("en") == "某机房"


def test_every_provider_of_a_suffix_has_a_name() -> None:
    for host, _, provider, *_ in SAMPLES:
        assert PROVIDERS.name(provider).zh != provider, host
