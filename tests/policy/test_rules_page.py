"""The facts of four days against the tables of the page that the rules are collected on (icp-rules.md)."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from icplint.policy import Policy, Tables, Term, Transfer

SEED: Final = date(2018, 6, 15)
DAYS: Final = (SEED, date(2019, 9, 1), date(2019, 10, 1), date(2026, 11, 24))
PROFILE_2026: Final = date(2026, 6, 26)

ISSUING: Final = {
    "ECS": "ecs",
    "Web Hosting": "web-hosting",
    "Simple Application Server": "swas",
    "Elastic Web Hosting": "elastic-web-hosting",
    "Marketplace site-builder": "marketplace",
    "NAT Gateway": "nat",
    "IPv6 Translation Service": "ipv6-translation",
    "ENS": "ens",
}
DEMANDING: Final = {
    "ECS, SWAS, Web hosting, SLB/ALB/NLB, NAT, IPv6-trans, ENS": (
        "ecs", "swas", "web-hosting", "slb", "nat", "ipv6-translation", "ens",
    ),
    "CDN accelerated domain": ("cdn",),
    "DCDN": ("dcdn",),
    "ESA site coverage domestic/global": ("esa",),
    "VOD / Live": ("vod", "live"),
    "OSS bucket in mainland": ("oss",),
    "WAF, mainland instance": ("waf",),
    "Anti-DDoS Pro (mainland)": ("ddos",),
    "Function Compute custom domain": ("fc",),
    "API Gateway custom domain": ("api-gateway",),
    "GA with acceleration area": ("ga",),
    "alidns URL forwarding": ("url-forwarding",),
}  # fmt: skip
OF_NO_PRODUCT: Final = (
    "CDN scope overseas", "ESA coverage overseas", "OSS bucket outside mainland", "WAF, outside-mainland instance",
    "SAE, other CNAME targets", "Moving between two Alibaba servers", "Moving to another provider",
)  # fmt: skip
"""Rows that say where no filing is needed, or what the facts filing.after-* say."""


@pytest.fixture(scope="module")
def page(shared: Path) -> str:
    return (shared / "reference" / "icp-rules.md").read_text(encoding="utf-8")


def table(page: str, after: str) -> list[list[str]]:
    """Return the cells of the first table below a text, without bold and code marks."""
    below = page[page.index(after) :]
    rows = re.search(r"\n\|---.*\n((?:\|.*\n)+)", below)
    assert rows
    plain = rows[1].replace("*", "").replace("`", "")
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in plain.splitlines()]


def test_which_products_issue_codes_in_each_profile(page: str) -> None:
    """Within the profile of 2019, months and codes are the table's; before, only what a page of that day states."""
    listed = {}
    for product, subscription, codes in table(page, "**2019-09 profile**"):
        name = next((key for label, key in ISSUING.items() if product.startswith(label)), None)
        months = re.search(r"≥(\d+)[- ]month", subscription)
        if name and months:
            listed[name] = (int(months[1]), int(codes.split()[0]))
    assert set(listed) == set(ISSUING.values())
    for product, (months, codes) in listed.items():
        for on in (*DAYS[1:3], date(2026, 6, 25)):
            found = Policy(on).eligible(product)
            assert found is not None
            assert (product, found.months, found.codes) == (product, months, codes)
    assert "**only ECS and Simple Application Server**, 5 free codes each, ≥3 months total" in page
    for on in (PROFILE_2026, DAYS[3]):
        named = {product: Policy(on).eligible(product) for product in listed}
        eligible = {product: (e.months, e.codes) for product, e in named.items() if e}
        assert eligible == {"ecs": (3, 5), "swas": (3, 5)}


def test_the_seed_knows_ecs(shared: Path) -> None:
    faq = (shared / "reference" / "ecs-instance-faq-2018.md").read_text(encoding="utf-8")
    assert "at least a three-month subscription" in faq
    assert "You can apply 5 ICP Filing service codes for one ECS instance." in faq
    found = Policy(SEED).eligible("ecs")
    assert found is not None
    assert (found.months, found.codes) == (3, 5)
    quoted = [
        fact
        for fact in Policy(SEED).facts()
        if fact.citation.url.endswith("dd4ee95/intl.en-US/FAQ/ECS%20instance%20FAQs.md")
    ]
    assert len(quoted) > 6
    assert [fact.name for fact in quoted if fact.citation.quote not in faq] == []


def test_how_the_months_are_counted(page: str) -> None:
    rows = {date.fromisoformat(day): words for day, words, _ in table(page, "### 1.3") if len(day) == len("2018-04-19")}
    assert "remaining" in rows[SEED]
    assert "total" in rows[PROFILE_2026]
    modes = [Policy(on).fact("service-code.term").value for on in DAYS]
    assert modes == [Term.REMAINING, Term.REMAINING, Term.TOTAL, Term.TOTAL]


def demanded(cell: str, on: date) -> Transfer:
    """Return what a cell of the page says of a day; the later of two sentences holds from its own date."""
    words = cell.lower()
    if words.startswith(("yes", "no", "not stated", "miit")):
        return Transfer.REQUIRED if words.startswith("yes") else Transfer.NOT_REQUIRED
    freed = re.search(r"(?:since|zh) (\d{4}-\d\d-\d\d)", words)
    assert freed, cell
    if on >= date.fromisoformat(freed[1]):
        return Transfer.NOT_REQUIRED
    stricter = re.search(r"en (\d{4}-\d\d) … [\d-]+: filing data", words)
    if stricter and on >= date.fromisoformat(f"{stricter[1]}-30"):
        return Transfer.REQUIRED
    return Transfer.ORIGIN_ON_ALIBABA if "origin" in words else Transfer.REQUIRED


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_where_alibaba_cloud_must_be_access_provider(page: str, on: date) -> None:
    rows = table(page, "### 1.5")
    labels = {cells[0]: next((label for label in DEMANDING if cells[0].startswith(label)), None) for cells in rows}
    others = [cell for cell, label in labels.items() if label is None]
    assert [cell for cell in others if not cell.startswith(OF_NO_PRODUCT)] == []
    assert set(labels.values()) - {None} == set(DEMANDING)
    for cells in rows:
        label = labels[cells[0]]
        for product in DEMANDING[label] if label else ():
            assert (product, Policy(on).fact(f"transfer.{product}").value) == (product, demanded(cells[2], on))


def test_the_regions_of_the_page(page: str) -> None:
    section = page[page.index("### 1.6") : page.index("### 1.7")]
    mainland, outside = section.split("**Not** mainland:", 1)
    named = [
        word
        for text in re.findall(r"`([^`]+)`", mainland)
        for word in text.split()
        if re.fullmatch(r"cn-[a-z0-9-]+", word)
    ]
    assert len(named) > 20
    found = {
        identifier: Tables.core().regions.find("alibaba", identifier)
        for identifier in named
        if "edge-1" not in identifier
    }
    assert [identifier for identifier, known in found.items() if known is None or not known.mainland] == []
    abroad = Tables.core().regions.find("alibaba", re.findall(r"`([^`]+)`", outside)[0])
    assert abroad is not None
    assert not abroad.mainland
