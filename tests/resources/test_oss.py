"""Buckets: the names bound to them, and transfer acceleration, which answers from the mainland wherever they are."""

from __future__ import annotations

import pytest
from edges import ELSEWHERE, HANGZHOU, SINGAPORE, check, record, resource

BUCKET = resource("oss_bucket", "files", 'bucket = "files-example"')
INLINE = resource("oss_bucket", "files", 'bucket = "files-example"\ntransfer_acceleration {\n  enabled = true\n}')
OFF = INLINE.replace("true", "false")
WEBSITE = resource("oss_bucket", "files", 'bucket = "files-example"\nwebsite {\n  index_document = "index.html"\n}')
SWITCH = resource(
    "oss_bucket_transfer_acceleration", "files", "bucket = alicloud_oss_bucket.files.bucket\nenabled = true"
)
BOUND = resource("oss_bucket_cname", "www", 'bucket = alicloud_oss_bucket.files.bucket\ndomain = "www.example.cn"')
LITERALLY = BOUND.replace("alicloud_oss_bucket.files.bucket", '"files-example"')


@pytest.mark.parametrize("bound", [BOUND, LITERALLY])
@pytest.mark.parametrize("bucket", [BUCKET, OFF, WEBSITE])
@pytest.mark.parametrize(("provider", "outcome"), [(HANGZHOU, "violation"), (SINGAPORE, "compliant")])
def test_a_bound_name_is_where_its_bucket_is(provider: str, outcome: str, bucket: str, bound: str) -> None:
    found = check(provider + bucket + bound)
    assert found.of("ICP101") == outcome
    filed = check(provider + bucket + bound, ELSEWHERE)
    assert (filed.of("ICP201"), filed.of("ICP202"), filed.of("ICP203")) == ("compliant",) * 3


@pytest.mark.parametrize("bound", [BOUND, LITERALLY])
@pytest.mark.parametrize("bucket", [INLINE, BUCKET + SWITCH])
def test_a_name_of_an_accelerated_bucket_may_be_answered_from_the_mainland(bucket: str, bound: str) -> None:
    assert check(HANGZHOU + bucket + bound).of("ICP101") == "violation"
    found = check(SINGAPORE + bucket + bound)
    assert found.of("ICP101") == "cannot-tell"
    assert any("pointed at oss-accelerate.aliyuncs.com a name is answered from the mainland" in t for t in found.said)
    filed = check(SINGAPORE + bucket + bound, ELSEWHERE)
    assert (filed.of("ICP201"), filed.of("ICP202"), filed.of("ICP203")) == ("compliant",) * 3


@pytest.mark.parametrize("bucket", [BUCKET, INLINE, BUCKET + SWITCH])
@pytest.mark.parametrize(
    ("endpoint", "outcome"),
    [
        ("files-example.oss-accelerate.aliyuncs.com", "violation"),
        ("files-example.oss-accelerate-overseas.aliyuncs.com", "compliant"),
        ("files-example.oss-ap-southeast-1.aliyuncs.com", "compliant"),
    ],
)
def test_the_endpoint_that_a_record_names_decides(bucket: str, endpoint: str, outcome: str) -> None:
    site = SINGAPORE + bucket + BOUND + record(f'"{endpoint}"')
    assert check(site).of("ICP101") == outcome
    assert check(site, ELSEWHERE).of("ICP201") == "compliant"


@pytest.mark.parametrize(("provider", "outcome"), [(HANGZHOU, "violation"), (SINGAPORE, "compliant")])
@pytest.mark.parametrize(
    "value",
    [
        '"${alicloud_oss_bucket.files.bucket}.${alicloud_oss_bucket.files.extranet_endpoint}"',
        '"${alicloud_oss_bucket.files.id}.${alicloud_oss_bucket.files.extranet_endpoint}."',
        'join(".", [alicloud_oss_bucket.files.id, alicloud_oss_bucket.files.extranet_endpoint])',
        'format("files-example.%s", alicloud_oss_bucket.files.extranet_endpoint)',
    ],
)
def test_a_name_below_the_endpoint_of_a_bucket_is_where_the_bucket_is(value: str, provider: str, outcome: str) -> None:
    assert check(provider + BUCKET + record(value)).of("ICP101") == outcome


@pytest.mark.parametrize(
    "value",
    [
        '"${alicloud_oss_bucket.files.extranet_endpoint}.example.org"',
        '"files.${replace(alicloud_oss_bucket.files.extranet_endpoint, "oss", "s3")}"',
        '"files.${alicloud_oss_bucket.files.owner}"',
        '"files.${alicloud_oss_bucket.files.acl == "private" ? alicloud_oss_bucket.files.extranet_endpoint : "a.cn"}"',
    ],
)
def test_what_is_made_of_the_endpoint_otherwise_is_not_known(value: str) -> None:
    assert check(SINGAPORE + BUCKET + record(value)).of("ICP101") == "cannot-tell"
