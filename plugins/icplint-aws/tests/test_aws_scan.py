"""A scan of accounts as moto has them: what it reads, what it says, what it keeps, what it could not read."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import boto3
import botocore.client
import moto_accounts
import pytest
from botocore import xform_name
from botocore.exceptions import ClientError
from icplint_aws import PLUGIN
from icplint_aws.live import client
from icplint_aws.live.lists import FIRST
from misbehaving import ODD, SLOW, in_time, serving
from moto import mock_aws

from icplint.testing import icplint, using

BEIJING, NINGXIA = "cn-north-1", "cn-northwest-1"
Scan = Callable[..., dict[str, Any]]


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An empty account in China."""
    moto_accounts.keys(monkeypatch, BEIJING)
    moto_accounts.one_path_at_a_time(monkeypatch)
    moto_accounts.read_once(monkeypatch)
    with mock_aws():
        yield monkeypatch


@pytest.fixture
def scan(cloud: pytest.MonkeyPatch, tmp_path: Path) -> Scan:
    """Run a scan, or a check of what it saved, and return its report."""

    def run(*arguments: str, command: str = "scan", register: str = "") -> dict[str, Any]:
        filings = tmp_path / "filings.toml"
        filings.write_text(register, encoding="utf-8")
        options = ["--format", "json", "--all", "--isolated", "--on", "2026-11-24", "--lang", "en"]
        options += ["--cloud", "aws"] if command == "scan" else []
        options += ["--filings", str(filings)] if register else []
        code, out, err = said(command, *arguments, *options)
        assert out, (code, err)
        report: dict[str, Any] = json.loads(out)
        return report

    return run


def said(*arguments: str) -> tuple[int, str, str]:
    """Run a command line with the plugin in it, in the environment of the test."""
    with using(PLUGIN):
        told = icplint(*arguments, environment=dict(os.environ))
    return told.code, told.out, told.err


def outcomes(report: dict[str, Any], code: str) -> dict[str, str]:
    return {f["subject"]["key"]: f["outcome"] for f in report["findings"] if f["code"] == code}


def unread(report: dict[str, Any]) -> list[str]:
    """Return what was not read, but for what the options of the scan left out."""
    return [part["what"] for part in report["unread"] if "was not asked" not in part["why"]]


def sentences(report: dict[str, Any], code: str, key: str) -> list[str]:
    found = next(f for f in report["findings"] if (f["code"], f["subject"]["key"]) == (code, key))
    return [evidence["message"] for evidence in found["evidence"]]


def register(*providers: str) -> str:
    return (
        '[[filing]]\ndomain = "example.cn"\nlicence = "京ICP备2023001234号-1"\n'
        f"access_providers = {json.dumps(providers)}\n"
    )


def site() -> dict[str, str]:
    """Make a site in both regions and a zone that names it."""
    made = moto_accounts.balancer(NINGXIA, "shop", "shop.example.cn")
    moto_accounts.domain_name(BEIJING, "api.example.cn")
    moto_accounts.bucket(BEIJING, "static.example.cn", website=True)
    made["address"] = moto_accounts.elastic(NINGXIA, made["instance"])
    made["distribution"] = moto_accounts.distribution(BEIJING, "img.example.cn")
    zone = moto_accounts.zone("example.cn", BEIJING)
    moto_accounts.records(
        BEIJING,
        zone,
        moto_accounts.address("www.example.cn", "A", made["address"]),
        moto_accounts.address("*.example.cn", "CNAME", made["dns_name"]),
        moto_accounts.address("text.example.cn", "TXT", '"nothing"'),
    )
    private = moto_accounts.zone("example.com.cn", BEIJING, private=True)
    moto_accounts.records(BEIJING, private, moto_accounts.address("in.example.com.cn", "A", made["address"]))
    return made


OTHER = '[[filing]]\ndomain = "example.com"\nlicence = "京ICP备2023001234号-2"\n'
NAMES = {
    "*.example.cn": "violation",
    "api.example.cn": "violation",
    "img.example.cn": "violation",  # moto calls every distribution cloudfront.net, but its ARN is of China
    "shop.example.cn": "violation",
    "static.example.cn": "cannot-tell",
    "www.example.cn": "violation",
}


def test_a_scan_answers_for_both_regions_of_china_and_what_it_saved_does_the_same(scan: Scan, tmp_path: Path) -> None:
    site()
    saved = tmp_path / "saved"
    report = scan("--save", str(saved), register=register("nwcd"))
    assert (report["errors"], report["unread"]) == ([], [])
    assert outcomes(report, "ICP101") == dict.fromkeys(NAMES, "compliant")
    found = outcomes(report, "ICP203")
    assert found["shop.example.cn"] == found["www.example.cn"] == "compliant"
    assert found["api.example.cn"] == "cannot-tell"  # the other operator
    files = sorted(saved.iterdir())
    text = "".join(path.read_text(encoding="utf-8") for path in files)
    assert "very-secret" not in text
    assert "testing" not in text
    replayed = scan(str(saved), command="check", register=register("nwcd"))
    assert replayed["findings"] == report["findings"]
    unfiled = scan(str(saved), command="check", register=OTHER)
    assert outcomes(unfiled, "ICP101") == NAMES
    assert any("cn-northwest-1" in text for text in sentences(unfiled, "ICP101", "www.example.cn"))
    next(path for path in files if "describe_instances" in path.name).unlink()
    next(path for path in files if "describe_rules" in path.name).unlink()
    missing = scan(str(saved), command="check", register=OTHER)
    parts = {part["what"].split()[0] for part in missing["unread"]}
    assert parts == {"ec2:DescribeInstances", "elbv2:DescribeRules"}


def test_only_the_regions_and_products_that_are_asked_for_are_read(scan: Scan) -> None:
    moto_accounts.domain_name(BEIJING, "api.example.cn")
    moto_accounts.domain_name(NINGXIA, "shop.example.cn")
    report = scan("--region", BEIJING, "--products", "apigateway", register=OTHER)
    left_out = {"apigatewayv2", "cloudfront", "ec2", "elb", "elbv2", "route53", "s3", NINGXIA}
    assert {part["what"] for part in report["unread"]} == left_out
    assert unread(report) == []
    assert outcomes(report, "ICP101") == {"api.example.cn": "cannot-tell"}  # what was left out may lead it elsewhere


@pytest.mark.parametrize(
    ("status", "listed", "outcome"),
    [
        ("APPROVED", False, "compliant"),
        ("SUSPENDED", False, "violation"),
        ("PENDING", False, "cannot-tell"),
        ("SUSPENDED", True, "cannot-tell"),
        ("APPROVED", True, "compliant"),
    ],
)
def test_cloudfront_in_china_says_whether_a_name_is_filed(status: str, listed: bool, outcome: str, scan: Scan) -> None:
    identifier = moto_accounts.distribution(BEIJING, "img.example.cn")
    moto_accounts.recordal(identifier, img_example_cn=status)
    report = scan(register=register("sinnet") if listed else "")
    assert outcomes(report, "ICP101") == {"img.example.cn": outcome}
    if (status, listed) == ("SUSPENDED", False):
        assert "example.cn is not filed, says CloudFront" in sentences(report, "ICP101", "img.example.cn")


def test_outside_china_an_approval_says_nothing(scan: Scan, cloud: pytest.MonkeyPatch) -> None:
    moto_accounts.keys(cloud, "us-east-1")
    moto_accounts.distribution("us-east-1", "img.example.cn")
    zone = moto_accounts.zone("example.cn", "us-east-1")
    moto_accounts.records(
        "us-east-1", zone, moto_accounts.address("www.example.cn", "CNAME", "x-1.cn-north-1.elb.amazonaws.com.cn")
    )
    report = scan("--region", "us-east-1", "--products", "cloudfront,route53")
    assert outcomes(report, "ICP101") == {"img.example.cn": "cannot-tell", "www.example.cn": "cannot-tell"}
    assert not any("says CloudFront" in text for text in sentences(report, "ICP101", "img.example.cn"))


# What could not be read


def refusing(monkeypatch: pytest.MonkeyPatch, *operations: str, code: str = "AccessDenied") -> None:
    """Let some operations be refused, as botocore reports it."""
    make = botocore.client.BaseClient._make_api_call  # noqa: SLF001 - what every call of a client goes through

    def call(self: Any, operation: str, parameters: Any) -> Any:
        name = f"{self.meta.service_model.service_name}:{xform_name(operation)}"
        if name in operations:
            said = {"Error": {"Code": code, "Message": "no"}, "ResponseMetadata": {"RequestId": "req-1"}}
            raise ClientError(said, operation)
        return make(self, operation, parameters)

    monkeypatch.setattr("botocore.client.BaseClient._make_api_call", call)


GAPS = {
    "ec2:describe_instances": ("ec2:DescribeInstances", "ec2:DescribeInstances"),
    "elbv2:describe_load_balancers": ("elbv2:DescribeLoadBalancers", "elasticloadbalancing:DescribeLoadBalancers"),
    "route53:list_hosted_zones": ("route53:ListHostedZones", "route53:ListHostedZones"),
    "s3:list_buckets": ("s3:ListBuckets", "s3:ListAllMyBuckets"),
    "apigateway:get_domain_names": ("apigateway:GetDomainNames", "apigateway:GET"),
    "cloudfront:list_distributions": ("cloudfront:ListDistributions", "cloudfront:ListDistributions"),
    "ec2:describe_regions": ("ec2:DescribeRegions", "ec2:DescribeRegions"),
}


def test_a_refused_list_is_a_gap_that_names_its_permission(scan: Scan, cloud: pytest.MonkeyPatch) -> None:
    refusing(cloud, *GAPS)
    parts = scan(register=OTHER)["unread"]
    for what, permission in GAPS.values():
        found = [part for part in parts if part["what"].startswith(what)]
        assert found
        assert all(permission in part["why"] for part in found)
    (regions,) = (part for part in parts if part["what"] == "ec2:DescribeRegions")
    assert "the regions that botocore knows were read instead" in regions["why"]
    assert {part["what"] for part in parts if part["what"].startswith("ec2:DescribeInstances")} == {
        f"ec2:DescribeInstances {region}" for region in (BEIJING, NINGXIA)
    }


def test_a_zone_that_could_not_be_read_costs_only_its_own_names(scan: Scan, cloud: pytest.MonkeyPatch) -> None:
    zone = moto_accounts.zone("example.org.cn", BEIJING)
    moto_accounts.records(BEIJING, zone, moto_accounts.address("www.example.org.cn", "CNAME", "x.vercel.app"))
    moto_accounts.distribution(BEIJING, "img.example.cn")
    refusing(cloud, "route53:list_resource_record_sets")
    report = scan("--products", "cloudfront,route53", register=register("sinnet"))
    assert unread(report) == [f"route53:ListResourceRecordSets {zone}"]
    assert outcomes(report, "ICP101") == {"img.example.cn": "compliant"}


def test_keys_that_are_not_accepted_cost_the_whole_account(scan: Scan, cloud: pytest.MonkeyPatch) -> None:
    refusing(cloud, "sts:get_caller_identity", code="InvalidClientTokenId")
    (part,) = scan(register=register("sinnet"))["unread"]
    assert "the credentials are not accepted" in part["why"]
    assert "InvalidClientTokenId" in part["why"]


def test_services_that_do_not_come_to_an_end_cost_their_own_lists(scan: Scan, cloud: pytest.MonkeyPatch) -> None:
    moto_accounts.distribution(BEIJING, "img.example.cn")
    cloud.setattr(client, "PATIENCE", 8.0)  # the others answer in less, on a busy machine too
    slow = dict(zip(("apigateway", "elb", "elbv2", "route53", "s3"), SLOW.values(), strict=True))
    with ExitStack() as stack:
        places = [f"{service}={stack.enter_context(serving(how))}" for service, how in slow.items()]
        given = [word for place in places for word in ("--endpoint", place)]
        stack.enter_context(in_time(8 + 2))
        some = ("--products", ",".join(["cloudfront", *slow]), "--region", BEIJING, "--concurrency", "16")
        report = scan(*some, *given, register=register("sinnet"))
    assert {part.partition(":")[0] for part in unread(report)} == set(slow)
    assert outcomes(report, "ICP101") == {"img.example.cn": "compliant"}


@pytest.mark.parametrize("how", SLOW)
def test_the_limit_holds_where_every_service_misbehaves(scan: Scan, how: str) -> None:
    with serving(SLOW[how]) as url, in_time(1 + 2):
        report = scan("--endpoint", url, "--timeout", "1s")
    (part,) = report["unread"]
    assert "credentials" in part["why"]
    assert "not accepted" not in part["why"]


@pytest.mark.parametrize("how", ODD)
def test_an_odd_reply_costs_that_list_only(scan: Scan, cloud: pytest.MonkeyPatch, how: str) -> None:
    moto_accounts.distribution(BEIJING, "img.example.cn")
    cloud.setitem(client.CONFIG, "retries", {"max_attempts": 1})
    some = ("--products", "cloudfront,apigateway,elb", "--region", BEIJING)
    with serving(ODD[how]) as url:
        report = scan(*some, "--endpoint", f"elb={url}", "--endpoint", f"apigateway={url}", register=register("sinnet"))
    assert {part.partition(":")[0] for part in unread(report)} == {"elb", "apigateway"}
    assert outcomes(report, "ICP101") == {"img.example.cn": "compliant"}


# The command line


def test_without_keys_a_scan_does_not_begin(cloud: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        cloud.delenv(name)
    code, _, err = said("scan", "--cloud", "aws")
    assert code == 2
    assert "the AWS tools find no credentials" in err
    code, _, err = said("scan", "--cloud", "aws", "--profile", "nobody")
    assert code == 2
    assert "there is no profile nobody" in err


@pytest.mark.usefixtures("cloud")
def test_an_endpoint_of_no_service_is_refused() -> None:
    code, _, err = said("scan", "--cloud", "aws", "--endpoint", "route54=https://example.com")
    assert code == 2
    assert "there is no product route54" in err
    assert "route53" in err


@pytest.mark.parametrize(("region", "partition"), [(BEIJING, "aws-cn"), ("eu-west-1", "aws")])
def test_the_least_policy_is_what_a_scan_calls(region: str, partition: str, cloud: pytest.MonkeyPatch) -> None:
    moto_accounts.keys(cloud, region)
    code, out, _ = said("scan", "--cloud", "aws", "--print-policy")
    assert code == 0
    everything, names = json.loads(out)["Statement"]
    assert everything["Resource"] == "*"
    assert set(everything["Action"]) == {
        "cloudfront:ListDistributions",
        "ec2:DescribeAddresses",
        "ec2:DescribeInstances",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeRegions",
        "elasticloadbalancing:DescribeListeners",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeRules",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "route53:ListHostedZones",
        "route53:ListResourceRecordSets",
        "s3:GetBucketLocation",
        "s3:GetBucketWebsite",
        "s3:ListAllMyBuckets",
        "sts:GetCallerIdentity",
    }
    assert names == {
        "Effect": "Allow",
        "Action": ["apigateway:GET"],
        "Resource": f"arn:{partition}:apigateway:*::/domainnames*",
    }


def test_a_role_is_assumed(scan: Scan) -> None:
    moto_accounts.distribution(BEIJING, "img.example.cn")
    arn = f"arn:aws-cn:iam::{moto_accounts.ACCOUNT}:role/audit"
    report = scan("--role-arn", f"{arn},external-id=theirs", "--products", "cloudfront", register=register("sinnet"))
    assert outcomes(report, "ICP101") == {"img.example.cn": "compliant"}


@pytest.mark.usefixtures("cloud")
def test_each_list_has_the_name_that_the_api_has() -> None:
    for listing in (*FIRST, *PLUGIN.listings()):
        service = boto3.client(listing.product, region_name=BEIJING)
        assert service.meta.method_to_api_mapping[listing.action] == listing.api
