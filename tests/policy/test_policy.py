"""What the facts answer on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import icplint.policy
from icplint.errors import PolicyError
from icplint.policy import Policy, Tables
from icplint.policy.owners import TableOwner

SEED = date(2018, 6, 15)
BEFORE = date(2019, 9, 1)
AFTER = date(2019, 10, 1)
TODAY = date(2026, 11, 24)

REQUIRED, ORIGIN, FREE = "required", "origin-on-alibaba", "not-required"

TRANSFERS = {
    "ecs": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "swas": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "slb": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "nat": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "web-hosting": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "elastic-web-hosting": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "marketplace": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "ipv6-translation": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "ens": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "eci": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "apig": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "mse": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "cdn": (ORIGIN, REQUIRED, FREE, FREE),
    "dcdn": (FREE, FREE, FREE, FREE),
    "esa": (FREE, FREE, FREE, FREE),
    "vod": (FREE, FREE, FREE, FREE),
    "live": (FREE, FREE, FREE, FREE),
    "oss": (FREE, FREE, FREE, FREE),
    "waf": (ORIGIN, ORIGIN, FREE, FREE),
    "ddos": (REQUIRED, REQUIRED, FREE, FREE),
    "fc": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "api-gateway": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
    "ga": (FREE, FREE, FREE, FREE),
    "url-forwarding": (REQUIRED, REQUIRED, REQUIRED, REQUIRED),
}

# months and codes on 2018-06-15, 2019-09-01, 2019-10-01, 2026-11-24
PRODUCTS: dict[str, tuple[tuple[int, int] | None, ...]] = {
    "ecs": ((3, 5), (3, 5), (3, 5), (3, 5)),
    "swas": ((3, 5), (3, 5), (3, 5), (3, 5)),
    "web-hosting": (None, (3, 5), (3, 5), None),
    "elastic-web-hosting": (None, (6, 5), (6, 5), None),
    "marketplace": (None, (12, 1), (12, 1), None),
    "nat": (None, (1, 2), (1, 2), None),
    "ipv6-translation": (None, (1, 2), (1, 2), None),
    "ens": (None, (3, 5), (3, 5), None),
    "slb": (None, None, None, None),
    "fc": (None, None, None, None),
}


def test_every_transfer_rule_is_in_the_table() -> None:
    names = {fact.name for fact in Policy(TODAY).facts() if fact.name.startswith("transfer.")}
    assert names == {f"transfer.{product}" for product in TRANSFERS}


@pytest.mark.parametrize("product", TRANSFERS)
def test_where_the_filing_must_be_with_alibaba_cloud(product: str) -> None:
    values = tuple(Policy(on).fact(f"transfer.{product}").value for on in (SEED, BEFORE, AFTER, TODAY))
    assert values == TRANSFERS[product]


@pytest.mark.parametrize("product", PRODUCTS)
def test_which_products_issue_service_codes(product: str) -> None:
    found = [Policy(on).eligible(product) for on in (SEED, BEFORE, AFTER, TODAY)]
    assert tuple(None if e is None else (e.months, e.codes) for e in found) == PRODUCTS[product]


def test_eligibility_names_the_fact_it_rests_on() -> None:
    found = Policy(TODAY).eligible("ecs")
    assert found is not None
    assert found.fact.name == "service-code.ecs.months"
    assert found.fact.citation.url == "https://www.alibabacloud.com/help/doc-detail/36891.htm"


@pytest.mark.parametrize(
    ("on", "name", "value"),
    [
        (date(2018, 6, 26), "service-code.term", "remaining"),
        (date(2019, 9, 2), "service-code.term", "remaining"),
        (date(2019, 9, 3), "service-code.term", "total"),
        (TODAY, "service-code.term", "total"),
        (TODAY, "service-code.charge", "subscription"),
        (TODAY, "service-code.public-bandwidth", True),
        (date(2019, 9, 16), "untransferred-cdn-origin.severity", "error"),
        (date(2019, 9, 17), "untransferred-cdn-origin.severity", "warning"),
        (date(2019, 9, 16), "transfer.cdn", "required"),
        (date(2019, 9, 17), "transfer.cdn", "not-required"),
        (date(2019, 4, 21), "filing.domains-per-website", 10),
        (date(2019, 4, 22), "filing.domains-per-website", 1),
        (TODAY, "service-code.region", "mainland"),
        (TODAY, "service-code.state", "running"),
        (TODAY, "service-code.paid", True),
        (TODAY, "service-code.ineligible-products", ("slb", "ack", "acs")),
        (date(2026, 6, 25), "service-code.iot-package", 6),
        (date(2026, 6, 25), "service-code.jushita", 5),
        (TODAY, "filing.after-moving", "not-required"),
        (TODAY, "filing.after-leaving", "transfer-there"),
        (TODAY, "filing.unit", "registrable-domain"),
        (TODAY, "filing.required", "mainland"),
        (TODAY, "domain.minimum-days-to-expiry", 90),
        (TODAY, "domain.minimum-days-to-expiry.shanghai", 180),
        (TODAY, "url-forwarding.addresses", ("203.107.43.165", "203.107.42.43")),
        (TODAY, "cdn.default-scope", "domestic"),
        (TODAY, "mainland.definition", ("HK", "MO", "TW")),
        (TODAY, "empty-shell", "access-cancelled"),
    ],
)
def test_a_fact_on_a_day(on: date, name: str, value: object) -> None:
    assert Policy(on).fact(name).value == value


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("service-code.ecs.months", 3, "at least a three-month subscription"),
        ("service-code.ecs.codes", 5, "You can apply 5 ICP Filing service codes for one ECS instance."),
        ("service-code.term", "remaining", "the remaining time of the subscription"),
        ("service-code.single-use", True, "A service code can be used once."),
        ("service-code.public-bandwidth", True, "bandwidth"),
        ("transfer.oss", "not-required", "it is not required to be transferred to Alibaba Cloud"),
        ("transfer.cdn", "origin-on-alibaba", "If the source site of your website is in Alibaba Cloud"),
        ("transfer.ecs", "required", "you must transfer the ICP registration"),
        ("untransferred-cdn-origin.severity", "error", "you must transfer it to Alibaba Cloud"),
    ],
)
def test_the_faq_of_june_2018(name: str, value: object, words: str) -> None:
    fact = Policy(SEED).fact(name)
    assert fact.value == value
    assert words in fact.citation.quote


def test_a_day_before_the_first_document_is_refused_in_both_languages() -> None:
    early = Policy(date(2018, 4, 18))
    for ask in (early.facts, lambda: early.fact("filing.unit"), lambda: early.eligible("ecs")):
        with pytest.raises(PolicyError) as caught:
            ask()
        assert caught.value.text.say("en") == (
            "the policy covers 2018-04-19 and later days, so nothing can be said about 2018-04-18"
        )
        assert caught.value.text.say("zh") == "政策条目最早始于 2018-04-19，无法按 2018-04-18 的规定判断"
    assert Policy(date(2018, 4, 19)).fact("filing.unit").value == "registrable-domain"


def test_a_fact_that_is_missing_is_refused_in_both_languages() -> None:
    with pytest.raises(PolicyError) as caught:
        Policy(TODAY).fact("service-code.nat.months")
    assert str(caught.value) == 'no policy fact "service-code.nat.months" is in force on 2026-11-24'
    assert caught.value.text.say("zh") == "2026-11-24 没有生效的政策条目“service-code.nat.months”"


def test_a_fact_that_is_stated_twice_is_refused_in_both_languages(tmp_path: Path) -> None:
    facts = Path(icplint.policy.__file__).with_name("facts.toml").read_text(encoding="utf-8")
    start = facts.index('[[fact]]\nname = "filing.unit"')
    again = facts[start : facts.index("[[fact]]", start + 1)]
    (tmp_path / "facts.toml").write_text(facts + again, encoding="utf-8")
    doubled = Tables((TableOwner("icplint", (tmp_path / "facts.toml",)),))
    with pytest.raises(PolicyError) as caught:
        Policy(TODAY, doubled).fact("filing.unit")
    assert str(caught.value) == 'the policy fact "filing.unit" is stated more than once for 2026-11-24'
    assert caught.value.text.say("zh") == "政策条目“filing.unit”在 2026-11-24 重复生效"
