"""What each product demands of a filing that does not name Alibaba Cloud, on four days, before three origins.

Written from what the vendor's pages said on those days, not from the facts of the policy: the tables of
"Prepare and check the instance" (AlibabaCloudDocs/icp, c3e7526 of January 2019, bd07911 of June 2019, bc960a6 of
3 September 2019, 35d2780 and 10b6ed4 of 17 September 2019), the FAQ of 15 June 2018 (dd4ee95), the limits of DCDN, OSS,
VOD, ESA and GA, and the check of server access information that is in force today.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from edges import ECS, ELSEWHERE, HANGZHOU, PUBLIC_IP, check, record, resource

DAYS = ("2018-06-15", "2019-09-01", "2019-10-01", "2026-11-24")
ORIGINS = {
    "ecs": PUBLIC_IP,
    "other": '"203.0.113.10"',
    "oss": '"files-example.oss-cn-hangzhou.aliyuncs.com"',
}
REGISTER = ELSEWHERE + '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "mainland"\nprovider = "tencent"\n'
NOTHING, ADVISED, REQUIRED = "nothing", "advised", "required"


def domain(kind: str, body: str, argument: str = "domain_name") -> str:
    """Return www.example.cn on a product."""
    return resource(kind, "www", f'{argument} = "www.example.cn"\n{body}')


def sources(origin: str, content: str = "content") -> str:
    """Return the block of an origin."""
    return f"sources {{\n  {content} = {origin}\n}}"


def site(kind: str, origin: str, coverage: str = "domestic") -> str:
    """Return a site of ESA with one record."""
    of = 'site_id = alicloud_esa_site.main.id\nrecord_name = "www.example.cn"'
    body = f'{of}\nrecord_type = "{kind}"\nproxied = true\ndata {{\n  value = {origin}\n}}'
    main = f'site_name = "example.cn"\ncoverage = "{coverage}"'
    return resource("esa_site", "main", main) + resource("esa_record", "www", body)


def accelerator(origin: str, region: str = "cn-beijing") -> str:
    """Return a Global Accelerator."""
    of = "accelerator_id = alicloud_ga_accelerator.main.id"
    endpoint = f"endpoint_configurations {{\n  endpoint = {origin}\n  weight = 20\n}}"
    return (
        resource("ga_accelerator", "main", 'spec = "1"')
        + resource("ga_ip_set", "main", f'{of}\naccelerate_region_id = "{region}"')
        + resource("ga_endpoint_group", "main", f"{of}\n{endpoint}")
        + resource("ga_domain", "main", f'{of}\ndomain = "www.example.cn"')
    )


BUCKET = resource("oss_bucket", "files", 'bucket = "files-example"')
BOUND = resource("oss_bucket_cname", "www", 'bucket = "files-example"\ndomain = "www.example.cn"')
PREMIUM, PRO = 'instance_ids = ["ddosDip-sg-1"]', 'instance_ids = ["ddoscoo-cn-1"]'

MAINLAND: dict[str, Callable[[str], str]] = {
    "straight": lambda origin: record(origin, "CNAME" if "oss" in origin else "A"),
    "cdn": lambda origin: domain("cdn_domain_new", sources(origin)),
    "cdn, global": lambda origin: domain("cdn_domain_new", f'scope = "global"\n{sources(origin)}'),
    "dcdn": lambda origin: domain("dcdn_domain", sources(origin)),
    "vod": lambda origin: domain("vod_domain", sources(origin, "source_content")),
    "live": lambda _origin: domain("live_domain", 'domain_type = "liveVideo"\nregion = "cn-shanghai"'),
    "esa": lambda origin: site("CNAME" if "oss" in origin else "A/AAAA", origin),
    "waf": lambda origin: domain("waf_domain", f"source_ips = [{origin}]"),
    "waf 3": lambda origin: domain("wafv3_domain", f"redirect {{\n  backends = [{origin}]\n}}", "domain"),
    "ddos": lambda origin: domain("ddoscoo_domain_resource", f"{PRO}\nreal_servers = [{origin}]", "domain"),
    "ga": accelerator,
    "oss": lambda _origin: BOUND,
}
OUTSIDE: dict[str, Callable[[str], str]] = {
    "cdn": lambda origin: domain("cdn_domain_new", f'scope = "overseas"\n{sources(origin)}'),
    "dcdn": lambda origin: domain("dcdn_domain", f'scope = "overseas"\n{sources(origin)}'),
    "vod": lambda origin: domain("vod_domain", f'scope = "overseas"\n{sources(origin, "source_content")}'),
    "live": lambda _origin: domain("live_domain", 'scope = "overseas"\nregion = "ap-southeast-1"'),
    "esa": lambda origin: site("CNAME" if "oss" in origin else "A/AAAA", origin, "overseas"),
    "waf 3": lambda origin: domain(
        "wafv3_domain", f"provider = alicloud.far\nredirect {{\n  backends = [{origin}]\n}}", "domain"
    ),
    "ddos": lambda origin: domain("ddoscoo_domain_resource", f"{PREMIUM}\nreal_servers = [{origin}]", "domain"),
    "ga": lambda origin: accelerator(origin, "cn-hongkong"),
}
FAR = 'provider "alicloud" {\n  alias  = "far"\n  region = "ap-southeast-1"\n}\n'

NEVER = (NOTHING, NOTHING, NOTHING, NOTHING)
LATER_ADVISED = (NOTHING, NOTHING, ADVISED, ADVISED)
TABLE: dict[str, dict[str, tuple[str, ...]]] = {
    # The server itself, whatever the day. A bucket demands a filing, but none with Alibaba Cloud.
    "straight": {"ecs": (REQUIRED,) * 4, "other": NEVER, "oss": NEVER},
    # 2018: if the source site is in Alibaba Cloud. June 2019: must exist in the Alibaba Cloud ICP Filing system.
    # 17 September 2019 and today: 不强制要求接入阿里云.
    "cdn": {
        "ecs": (REQUIRED, REQUIRED, ADVISED, ADVISED),
        "other": (NOTHING, REQUIRED, NOTHING, NOTHING),
        "oss": (NOTHING, REQUIRED, NOTHING, NOTHING),
    },
    # DCDN, VOD, ESA, GA: a number of the MIIT will do, and no page ever said otherwise.
    "dcdn": {"ecs": LATER_ADVISED, "other": NEVER, "oss": NEVER},
    "vod": {"ecs": LATER_ADVISED, "other": NEVER, "oss": NEVER},
    "live": {"ecs": NEVER, "other": NEVER, "oss": NEVER},
    "esa": {"ecs": LATER_ADVISED, "other": NEVER, "oss": NEVER},
    "ga": {"ecs": LATER_ADVISED, "other": NEVER, "oss": NEVER},
    # January 2019: 源站使用阿里云中国大陆境内主机. 17 September 2019: 不强制要求接入阿里云.
    "waf": {"ecs": (REQUIRED, REQUIRED, ADVISED, ADVISED), "other": NEVER, "oss": NEVER},
    # 3 September 2019: on BGP lines Alibaba Cloud must be added, wherever the origin is. 17 September 2019: no more.
    "ddos": {
        "ecs": (REQUIRED, REQUIRED, ADVISED, ADVISED),
        "other": (REQUIRED, REQUIRED, NOTHING, NOTHING),
        "oss": (REQUIRED, REQUIRED, NOTHING, NOTHING),
    },
    # 不一定要接入, then and now.
    "oss": {"ecs": NEVER, "other": NEVER, "oss": NEVER},
}
TABLE |= {"cdn, global": TABLE["cdn"], "waf 3": TABLE["waf"]}
CELLS = [
    pytest.param(product, origin, day, demand, id=f"{product}-{origin}-{day}")
    for product, origins in TABLE.items()
    for origin, demands in origins.items()
    for day, demand in zip(DAYS, demands, strict=True)
]


def demanded(terraform: str, on: str) -> str:
    """Return what is required of the filing, or advised."""
    found = check(HANGZHOU + FAR + ECS + BUCKET + terraform, REGISTER, on)
    outcomes = {code: found.of(code) for code in ("ICP201", "ICP202", "ICP203")}
    assert "cannot-tell" not in outcomes.values()
    words = {"error": REQUIRED, "warning": ADVISED}
    said = {words[found.severities[code, "www.example.cn"]] for code, was in outcomes.items() if was == "violation"}
    assert len(said) < 2
    return said.pop() if said else NOTHING


def test_the_table_is_whole() -> None:
    assert TABLE.keys() == MAINLAND.keys()
    assert all(row.keys() == ORIGINS.keys() for row in TABLE.values())


@pytest.mark.parametrize(("product", "origin", "day", "demand"), CELLS)
def test_what_is_required_of_a_filing_without_alibaba(product: str, origin: str, day: str, demand: str) -> None:
    assert demanded(MAINLAND[product](ORIGINS[origin]), day) == demand


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("product", OUTSIDE)
def test_an_edge_outside_demands_nothing(product: str, day: str) -> None:
    assert demanded(OUTSIDE[product](PUBLIC_IP), day) == NOTHING


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("product", MAINLAND)
def test_an_edge_in_the_mainland_demands_a_filing(product: str, day: str) -> None:
    site = HANGZHOU + FAR + ECS + BUCKET + MAINLAND[product](PUBLIC_IP)
    assert check(site, on=day).of("ICP101") == "violation"


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("product", OUTSIDE)
def test_an_edge_outside_demands_no_filing(product: str, day: str) -> None:
    site = HANGZHOU + FAR + ECS + BUCKET + OUTSIDE[product](PUBLIC_IP)
    assert check(site, on=day).of("ICP101") == "compliant"
