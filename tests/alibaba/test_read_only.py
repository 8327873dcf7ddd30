"""A scan only reads, whatever the rows say."""

from __future__ import annotations

import json
import re

import pytest
from cloud import Cloud, Scan

from icplint.alibaba.listing import REGIONS, AlibabaListing
from icplint.registry import registry

READS = re.compile(r"(List|Get|Describe|Query|Check)[A-Z]\w+")
LISTINGS = [REGIONS, *registry().listings]


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)
def test_every_row_reads(listing: AlibabaListing) -> None:
    assert READS.fullmatch(listing.action)
    assert READS.fullmatch(listing.permission.partition(":")[2])


@pytest.mark.parametrize("action", ["DeleteInstance", "CreateDomain", "Listen", "describeInstances", "StopInstances"])
def test_another_action_cannot_be_written(action: str) -> None:
    with pytest.raises(ValueError, match=action):
        AlibabaListing(product="ecs", version="1", action=action, permission="ecs:X", items="Items")


def test_what_is_sent_reads(scan: Scan, cloud: Cloud) -> None:
    scan()
    assert {action for action in cloud.calls if not READS.fullmatch(action.split()[0])} == set()
    assert sum(cloud.calls.values()) > 8


def test_the_policy_grants_what_a_scan_calls_and_nothing_that_changes(scan: Scan, cloud: Cloud) -> None:
    statements = json.loads(scan("--print-policy").out)["Statement"]
    granted = {action for one in statements for action in one["Action"]}
    assert all(READS.fullmatch(action.partition(":")[2]) for action in granted)
    scan()
    called = {one.permission for one in LISTINGS if cloud.calls[one.action]}
    assert called <= granted
