"""Object Storage Service takes only what is signed as its page of signatures says, by whichever keys."""

from __future__ import annotations

import pytest
from cloud import KEYS, TOKENS, Cloud, Scan, unread

BUCKET = """<ListAllMyBucketsResult><Owner/><Buckets><Bucket><Name>shop</Name><Location>oss-cn-hangzhou</Location>
<Region>cn-hangzhou</Region></Bucket></Buckets></ListAllMyBucketsResult>"""
CNAME = """<ListCnameResult><Bucket>shop</Bucket><Cname><Domain>www.example.cn</Domain><Status>Enabled</Status></Cname>
</ListCnameResult>"""


@pytest.fixture
def stored(cloud: Cloud) -> Cloud:
    """An account with a bucket that a name is bound to."""
    cloud.handlers["ListBuckets"] = lambda _p: {"xml": BUCKET}
    cloud.handlers["ListCname"] = lambda _p: {"xml": CNAME}
    return cloud


@pytest.mark.parametrize("key", KEYS)
def test_a_bucket_is_read_by_keys_of_any_kind(
    scan: Scan, stored: Cloud, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", key)
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", KEYS[key])
    if key in TOKENS:
        monkeypatch.setenv("ALIBABA_CLOUD_SECURITY_TOKEN", TOKENS[key])
    run = scan("--format", "json", "--products", "oss")
    assert unread(run) == {}
    assert (
        stored.calls["ListBuckets"] == stored.calls["ListCname"] == stored.calls["GetBucketTransferAcceleration"] == 1
    )


def test_a_wrong_secret_is_said_and_none_is_printed(scan: Scan, stored: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "another-secret")
    run = scan("--format", "json", "--products", "oss")
    assert "SignatureDoesNotMatch" in unread(run)["oss:ListBuckets"]
    assert stored.calls["ListBuckets"] == 0
    assert "another-secret" not in run.out + run.err
    assert run.code == 2
