"""Each misbehaviour of the stand-in, for each list: never a pass, and never longer than the limit.

In an ordinary run each misbehaviour meets one list, of the way of paging that it strikes at, and each list that hangs
on another is struck once. `pytest --whole tests/alibaba/test_faults.py` is all of them with all lists, and holds the
time to the second: a quarter of an hour, on a machine that does nothing else.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from cloud import Scan, unread
from misbehaving import BUSY
from stand_in import control, standing_in, trusted

from icplint.alibaba.listing import REGIONS
from icplint.registry import registry

HARD: Final = (
    *("throttle", "throttle-429", "unavailable", "internal", "forbidden", "hang", "close", "cut", "truncate"),
)
"""Of these nothing is left to read."""
SOFT: Final = ("rate", "delay", "empty-page", "short-pages", "string-totals", "moving-total")
"""These may cost nothing but time: then the answers are those of a good day."""
MORE: Final[dict[str, Any]] = {
    "hang": {"seconds": 60},
    "rate": {"per_second": 2},
    "delay": {"seconds": 0.5},
    "short-pages": {"size": 1},
    "moving-total": {"delta": 1},
}
EMPTY: Final = {("empty-page", "fc:ListCustomDomains")}
"""An empty page without a count and without a token for the next is what the service says of an empty account."""
MISSED: Final = {(kind, "oss:GetBucketTransferAcceleration") for kind in ("cut", "truncate")}
"""The stand-in answers this list with a refusal (there is no acceleration), and spoils the body of none."""
TIMEOUT: Final = 3
"""Seconds for a scan that nothing is left for; the others have as long as they need."""
LISTS: Final = sorted({row.name for row in (REGIONS, *registry().listings)})
CHOSEN: Final = {
    ("throttle", "ecs:DescribeInstances"),
    ("throttle-429", "vpc:DescribeEipAddresses"),
    ("unavailable", "oss:ListBuckets"),
    ("internal", "esa:GetSitePause"),
    ("forbidden", "ecs:DescribeRegions"),
    ("hang", "alidns:DescribeDomainRecords"),
    ("hang", "fc:ListCustomDomains"),
    ("hang", "oss:ListCname"),
    ("close", "cdn:DescribeUserDomains"),
    ("cut", "ecs:DescribeInstances"),
    ("truncate", "alb:ListListeners"),
    ("truncate", "oss:ListCname"),
    ("rate", "alidns:DescribeDomainRecords"),
    ("delay", "slb:DescribeLoadBalancers"),
    ("empty-page", "alidns:DescribeDomains"),
    ("empty-page", "domain:QueryDomainList"),
    ("short-pages", "alb:ListServerGroupServers"),
    ("string-totals", "vpc:DescribeEipAddresses"),
    ("moving-total", "dcdn:DescribeDcdnUserDomains"),
}
"""Ways of paging, of sending (OSS and FC go other ways than the rest), and lists that hang on others."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Choose what is struck how."""
    if "fault" in metafunc.fixturenames:
        whole = metafunc.config.getoption("whole")
        pairs = sorted(CHOSEN if not whole else {(kind, name) for kind in (*HARD, *SOFT) for name in LISTS})
        metafunc.parametrize(("kind", "fault"), pairs)


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The stand-in."""
    with standing_in(tmp_path_factory.mktemp("stand-in"), more=True) as found:
        yield found


@cache
def _good_days() -> dict[str, tuple[list[Any], set[str]]]:
    return {}


def good_day(icplint: Scan, where: dict[str, str], product: str) -> tuple[list[Any], set[str]]:
    """Return what a scan of a product finds where nothing misbehaves, and which lists it reads."""
    if product not in _good_days():
        control(where, "/faults", [])
        control(where, "/reset", {})
        run = scanned(icplint, product)
        assert unread(run) == {}
        _good_days()[product] = (answers(json.loads(run.out)), set(control(where, "/stats")["calls"]))
    return _good_days()[product]


def scanned(icplint: Scan, product: str, *more: str) -> Any:
    some = ("--products", product, "--region", "cn-shanghai", "--region", "cn-hangzhou", "--concurrency", "16")
    return icplint("scan", "--format", "json", "--all", "--on", "2026-11-24", *some, *more)


def answers(report: Any) -> list[Any]:
    return sorted([f["fingerprint"], f["outcome"]] for f in report["findings"])


def test_a_fault_of_one_list_is_never_a_pass_and_never_takes_longer_than_the_limit(
    icplint: Scan,
    where: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    fault: str,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    trusted(monkeypatch, where)
    product = fault.partition(":")[0]
    found, read = good_day(icplint, where, product)
    if fault not in read:
        pytest.skip("the account has nothing that this list is asked about")
    control(where, "/faults", [{"kind": kind, "action": fault, **MORE.get(kind, {})}])
    seconds = TIMEOUT if kind in HARD else 30
    began = time.monotonic()
    run = scanned(icplint, product, "--timeout", f"{seconds}s")
    took = time.monotonic() - began
    assert took < seconds + 2 + (0 if request.config.getoption("whole") else BUSY)
    report = json.loads(run.out)
    missing = {what.partition("@")[0].partition(" ")[0] for what in unread(run)}
    if (kind in HARD and (kind, fault) not in MISSED) or missing:
        assert run.code == 2
        assert fault in missing
    elif (kind, fault) not in EMPTY:
        assert answers(report) == found
