"""Regions and zones."""

from __future__ import annotations

import pytest

from icplint.policy import Tables

REGIONS = Tables.core().regions

MAINLAND = [
    "cn-hangzhou", "cn-shanghai", "cn-qingdao", "cn-beijing", "cn-zhangjiakou", "cn-huhehaote", "cn-wulanchabu",
    "cn-shenzhen", "cn-heyuan", "cn-guangzhou", "cn-chengdu", "cn-zhongwei", "cn-nanjing", "cn-fuzhou", "cn-wuhan-lr",
    "cn-zhengzhou-jva", "cn-heyuan-acdr-1", "cn-hangzhou-finance", "cn-hzjbp", "cn-hzfinance", "cn-shanghai-finance-1",
    "cn-shanghai-finance-1-pub", "cn-shenzhen-finance-1", "cn-szfinance", "cn-shenzhen-finance",
    "cn-beijing-finance-1", "cn-beijing-finance-1-pub", "cn-north-2-gov-1",
]  # fmt: skip
OUTSIDE = [
    "cn-hongkong", "cn-hongkong-finance-pop", "ap-southeast-1", "ap-southeast-99", "us-west-1", "eu-central-1",
    "me-east-1", "na-south-1", "rus-west-1",
]  # fmt: skip


@pytest.mark.parametrize("identifier", MAINLAND)
def test_a_mainland_region_of_alibaba_cloud(identifier: str) -> None:
    found = REGIONS.find("alibaba", identifier)
    assert found is not None
    assert (found.id, found.provider, found.mainland, found.known) == (identifier, "alibaba", True, True)
    assert found.name.zh != found.name.en


@pytest.mark.parametrize("identifier", OUTSIDE)
def test_a_region_of_alibaba_cloud_outside_the_mainland(identifier: str) -> None:
    found = REGIONS.find("alibaba", identifier)
    assert found is not None
    assert (found.mainland, found.known) == (False, True)


def test_an_unlisted_cn_region_is_taken_to_be_in_the_mainland_and_says_so() -> None:
    found = REGIONS.find("alibaba", "cn-nowhere")
    assert found is not None
    assert (found.mainland, found.known) == (True, False)
    assert found.name.say("zh") == "cn-nowhere"


@pytest.mark.parametrize("identifier", ["", "mars-1", "global", "hangzhou"])
def test_nothing_tells_where_other_ids_lie(identifier: str) -> None:
    assert REGIONS.find("alibaba", identifier) is None


def test_an_oss_location_is_the_region_without_its_prefix() -> None:
    found = REGIONS.find("alibaba", "oss-cn-shanghai")
    assert found is not None
    assert found.id == "cn-shanghai"
    assert found.name.say("zh") == "上海"


@pytest.mark.parametrize(
    ("provider", "identifier", "mainland", "known"),
    [
        ("aws", "cn-north-1", True, True),
        ("aws-cn", "cn-northwest-1", True, True),
        ("aws", "cn-south-9", True, False),
        ("aws", "ap-east-1", False, True),
        ("aws", "ap-east-2", False, True),
        ("aws", "us-gov-west-1", False, True),
        ("tencent", "ap-guangzhou", True, True),
        ("tencent", "ap-shanghai-fsi", True, True),
        ("tencent", "ap-hongkong", False, True),
        ("tencent", "ap-singapore", False, True),
        ("tencent", "na-siliconvalley", False, True),
        ("huawei", "cn-north-4", True, True),
        ("huawei", "cn-east-4", True, False),
        ("huawei", "ap-southeast-1", False, True),
        ("huawei", "la-south-2", False, True),
        ("volcengine", "cn-beijing", True, True),
        ("volcengine", "ap-southeast-1", False, True),
        ("azure", "China East 2", True, False),
        ("azure-cn", "chinanorth3", True, False),
    ],
)
def test_regions_of_other_clouds(provider: str, identifier: str, mainland: bool, known: bool) -> None:
    found = REGIONS.find(provider, identifier)
    assert found is not None
    assert (found.mainland, found.known) == (mainland, known)


@pytest.mark.parametrize(
    ("provider", "identifier"),
    [("tencent", "ap-nowhere"), ("huawei", "cn-west-9"), ("azure", "eastus"), ("elsewhere", "cn-hangzhou")],
)
def test_nothing_tells_where_unlisted_regions_of_other_clouds_lie(provider: str, identifier: str) -> None:
    assert REGIONS.find(provider, identifier) is None


@pytest.mark.parametrize(
    ("provider", "zone", "found"),
    [
        ("alibaba", "cn-hangzhou-h", "cn-hangzhou"),
        ("alibaba", "cn-hangzhou-MAZ10(h,i)", "cn-hangzhou"),
        ("alibaba", "cn-hongkong-b", "cn-hongkong"),
        ("alibaba", "ap-southeast-1a", "ap-southeast-1"),
        ("alibaba", "ap-southeast-11a", "ap-southeast-11"),
        ("alibaba", "cn-shanghai-finance-1a", "cn-shanghai-finance-1"),
        ("alibaba", "cn-beijing-finance-1", "cn-beijing-finance-1"),
        ("alibaba", "cn-beijing-finance-1k", "cn-beijing-finance-1"),
        ("alibaba", "cn-wuhan-lr-a", "cn-wuhan-lr"),
        ("alibaba", "rus-west-1a", "rus-west-1"),
        ("alibaba", "cn-nowhere-a", None),
        ("alibaba", "zone-a", None),
        ("alibaba", "", None),
        ("aws", "cn-north-1a", "cn-north-1"),
        ("aws", "cn-north-1-pkx-1a", "cn-north-1"),
        ("aws", "cn-northwest-1c", "cn-northwest-1"),
        ("aws", "us-east-1-bos-1a", "us-east-1"),
        ("tencent", "ap-guangzhou-3", "ap-guangzhou"),
        ("tencent", "ap-shanghai-fsi-1", "ap-shanghai-fsi"),
        ("tencent", "na-siliconvalley-2", "na-siliconvalley"),
        ("huawei", "cn-north-4a", "cn-north-4"),
        ("huawei", "ap-southeast-1b", "ap-southeast-1"),
        ("azure", "1", None),
    ],
)
def test_the_region_of_a_zone(provider: str, zone: str, found: str | None) -> None:
    assert REGIONS.of_zone(provider, zone) == found


def test_the_regions_that_anybody_may_use_are_neither_special_nor_aliases() -> None:
    ids = [found.id for found in REGIONS.public("alibaba")]
    assert ids[0] == "cn-hangzhou"
    assert {"cn-hongkong", "ap-southeast-1", "cn-zhongwei"} <= set(ids)
    assert not any("finance" in identifier or identifier == "cn-hzjbp" for identifier in ids)
    assert REGIONS.public("elsewhere") == []
