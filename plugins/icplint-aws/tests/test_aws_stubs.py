"""What moto cannot stand for: replies as the API documents them, through botocore's own stubs and its parsing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import boto3
import moto_accounts
import pytest
from botocore.stub import Stubber
from icplint_aws import PLUGIN
from icplint_aws.live.client import AwsClient
from icplint_aws.live.listing import List
from icplint_aws.live.lists import FIRST
from icplint_aws.live.vendor import VENDOR

from icplint.plugin import Address, Bucket, Call, Failure, Graph, Limit, LoadBalancer, Proxy, Reading, Reply, Server
from icplint.testing import graph, listed

REGION = "cn-north-1"
LISTS = {listing.name: listing for listing in PLUGIN.listings()}
ARN = "arn:aws-cn:elasticloadbalancing:cn-north-1:123456789012:loadbalancer/net/n/1"


@pytest.fixture(autouse=True)
def keys(monkeypatch: pytest.MonkeyPatch) -> None:
    moto_accounts.keys(monkeypatch, REGION)


class Session:
    """What a client asks for the clients of services: one service, which answers what it is told to."""

    def __init__(self, service: Any) -> None:
        self._service = service

    def client(self, *_arguments: Any, **_options: Any) -> Any:
        """Return the service."""
        return self._service


def asked(name: str, *replies: dict[str, Any] | str, parameters: Sequence[tuple[str, str]] = ()) -> Reply:
    """Return what came of a list whose pages are these; a word is the code of an error."""
    listing = LISTS[name]
    service = boto3.client(
        listing.product,  # type: ignore[call-overload]
        region_name=REGION,
    )
    with Stubber(service) as stub:
        for reply in replies:
            if isinstance(reply, str):
                stub.add_client_error(listing.action, reply, "no", 400)
            else:
                stub.add_response(listing.action, {"ResponseMetadata": {"RequestId": "r-1"}, **reply})
        client = AwsClient(Session(service), {}, Limit(60))  # type: ignore[arg-type]
        (found,) = VENDOR.whole(listing, call(listing, parameters), client)
        stub.assert_no_pending_responses()
    return found


def call(listing: List, parameters: Sequence[tuple[str, str]] = ()) -> Call:
    return listing.call("", REGION, dict(parameters))


def read(*replies: Reply) -> Reading:
    return listed(VENDOR, [LISTS[reply.call.name] for reply in replies], *replies)


def drawn(*replies: Reply) -> Graph:
    return graph(read(*replies), plugins=[PLUGIN])


INSTANCE = {
    "InstanceId": "i-1",
    "PublicIpAddress": "54.222.0.9",
    "PublicDnsName": "ec2-54-222-0-9.cn-north-1.compute.amazonaws.com.cn",
    "PrivateIpAddress": "10.0.0.9",
    "Placement": {"AvailabilityZone": "cn-north-1a"},
    "State": {"Name": "running"},
    "NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "Ipv6Addresses": [{"Ipv6Address": "2406:da00::9"}]}],
    "Tags": [{"Key": "owner", "Value": "somebody"}],
}


def zone(*sets: dict[str, Any]) -> tuple[Reply, Reply]:
    """Return a zone, and the page of its record sets."""
    zones = {"HostedZones": [{"Id": "/hostedzone/Z1", "Name": "example.cn.", "CallerReference": "r"}]}
    page = {"IsTruncated": False, "MaxItems": "300", "ResourceRecordSets": list(sets)}
    return (
        asked("route53:list_hosted_zones", {**zones, "Marker": "", "IsTruncated": False, "MaxItems": "100"}),
        asked("route53:list_resource_record_sets", page, parameters=[("HostedZoneId", "/hostedzone/Z1")]),
    )


def test_a_network_balancer_is_reached_by_its_addresses() -> None:
    balancer = {
        "LoadBalancerArn": ARN,
        "DNSName": "n-1.elb.cn-north-1.amazonaws.com.cn",
        "Scheme": "internet-facing",
        "Type": "network",
        "AvailabilityZones": [
            {"ZoneName": "cn-north-1a", "LoadBalancerAddresses": [{"IpAddress": "54.222.0.7"}]},
            {"ZoneName": "cn-north-1b", "LoadBalancerAddresses": [{"IpAddress": "54.222.0.8"}]},
        ],
    }
    record = {"Name": "www.example.cn.", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "54.222.0.8"}]}
    found = drawn(asked("elbv2:describe_load_balancers", {"LoadBalancers": [balancer]}), *zone(record))
    (node,) = found.all(LoadBalancer)
    assert (node.product, node.public, node.placement.region) == ("nlb", True, REGION)
    assert ("Record", "Z1_www.example.cn_A", "resolves to", "LoadBalancer", ARN) in found.shape()


def test_the_names_of_route_53_are_written_as_names() -> None:
    balancer = {"LoadBalancerArn": ARN, "DNSName": "a-1.cn-north-1.elb.amazonaws.com.cn", "Scheme": "internet-facing"}
    alias = {
        "Name": "\\052.example.cn.",
        "Type": "A",
        "AliasTarget": {
            "HostedZoneId": "Z1GDH35T77C1KE",
            "DNSName": "dualstack.a-1.cn-north-1.elb.amazonaws.com.cn.",
            "EvaluateTargetHealth": False,
        },
    }
    found = drawn(asked("elbv2:describe_load_balancers", {"LoadBalancers": [balancer]}), *zone(alias))
    assert ("Record", "Z1_*.example.cn_A", "resolves to", "LoadBalancer", ARN) in found.shape()
    assert ("Domain", "*.example.cn", "is answered by", "Record", "Z1_*.example.cn_A") in found.shape()


@pytest.mark.parametrize("elastic", [False, True])
def test_an_instance_has_its_address_or_an_elastic_one_has_it(elastic: bool) -> None:
    record = {"Name": "www.example.cn.", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "54.222.0.9"}]}
    eip = {
        "PublicIp": "54.222.0.9",
        "AllocationId": "eipalloc-1",
        "NetworkInterfaceId": "eni-1",
        "NetworkBorderGroup": REGION,
    }
    replies = [asked("ec2:describe_instances", {"Reservations": [{"Instances": [INSTANCE]}]}), *zone(record)]
    if elastic:
        replies.append(asked("ec2:describe_addresses", {"Addresses": [eip]}))
    shapes = drawn(*replies).shape()
    led = {shape[3:] for shape in shapes if shape[:3] == ("Record", "Z1_www.example.cn_A", "resolves to")}
    assert led == ({("Address", "eipalloc-1")} if elastic else {("Server", "i-1")})
    assert (("Address", "eipalloc-1", "is bound to", "Server", "i-1") in shapes) is elastic


def test_an_instance_that_is_gone_is_none() -> None:
    gone = {**INSTANCE, "State": {"Name": "terminated"}}
    assert not list(drawn(asked("ec2:describe_instances", {"Reservations": [{"Instances": [gone]}]})).all(Server))


@pytest.mark.parametrize(
    ("interface", "public"),
    [
        ({"Association": {"PublicIp": "54.222.0.5", "IpOwnerId": "amazon-elb"}}, ["54.222.0.5"]),
        ({"Association": {"PublicIp": "54.222.0.5", "IpOwnerId": "1"}}, []),  # an elastic one, which has a list
        (
            {
                "Association": {"PublicIp": "54.222.0.5", "IpOwnerId": "amazon"},
                "Attachment": {"InstanceId": "i-1"},
            },
            [],
        ),
        ({}, []),
    ],
)
def test_what_aws_runs_for_the_account_has_public_addresses(interface: dict[str, Any], public: list[str]) -> None:
    page = {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "OwnerId": "1", **interface}]}
    found = drawn(asked("ec2:describe_network_interfaces", page))
    assert [node.ip for node in found.all(Address)] == public


def test_a_rule_may_have_its_hosts_in_the_older_place() -> None:
    rules = [
        {"RuleArn": "r1", "Conditions": [{"Field": "host-header", "Values": ["old.example.cn"]}]},
        {"RuleArn": "r2", "Conditions": [{"Field": "host-header", "HostHeaderConfig": {"Values": ["new.example.cn"]}}]},
        {"RuleArn": "r3", "IsDefault": True, "Conditions": []},
    ]
    balancer = {"LoadBalancerArn": ARN, "DNSName": "a-1.cn-north-1.elb.amazonaws.com.cn", "Scheme": "internet-facing"}
    listener = {"ListenerArn": "l", "LoadBalancerArn": ARN, "Protocol": "HTTPS"}
    shapes = drawn(
        asked("elbv2:describe_load_balancers", {"LoadBalancers": [balancer]}),
        asked("elbv2:describe_listeners", {"Listeners": [listener]}, parameters=[("LoadBalancerArn", ARN)]),
        asked("elbv2:describe_rules", {"Rules": rules}, parameters=[("ListenerArn", "l")]),
    ).shape()
    for name in ("old.example.cn", "new.example.cn"):
        assert ("Domain", name, "is served by", "LoadBalancer", ARN) in shapes


def test_the_list_of_buckets_says_where_they_are() -> None:
    found = drawn(asked("s3:list_buckets", {"Buckets": [{"Name": "site", "BucketRegion": "cn-northwest-1"}]}))
    (node,) = found.all(Bucket)
    assert node.placement.region == "cn-northwest-1"


def test_a_domain_of_version_2_is_known_by_its_target() -> None:
    item = {
        "DomainName": "api.example.com",
        "DomainNameConfigurations": [{"ApiGatewayDomainName": "d-1.execute-api.cn-north-1.amazonaws.com.cn"}],
    }
    alias = {
        "Name": "www.example.cn.",
        "Type": "A",
        "AliasTarget": {
            "HostedZoneId": "Z2",
            "DNSName": "d-1.execute-api.cn-north-1.amazonaws.com.cn.",
            "EvaluateTargetHealth": False,
        },
    }
    shapes = drawn(asked("apigatewayv2:get_domain_names", {"Items": [item]}), *zone(alias)).shape()
    there = f"{REGION}:api.example.com"
    assert ("Record", "Z1_www.example.cn_A", "resolves to", "Gateway", there) in shapes


def distribution(arn: str, domain: str, **more: Any) -> dict[str, Any]:
    """Return a page with a distribution that has what the API demands of one."""
    origin = {"Id": "o", "DomainName": "o.example.net", "CustomHeaders": {"Quantity": 1, "Items": [SECRET]}}
    item = {
        "Id": "E1",
        "ARN": arn,
        "Status": "Deployed",
        "LastModifiedTime": "2026-01-01T00:00:00Z",
        "DomainName": domain,
        "Aliases": {"Quantity": 0},
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": {"TargetOriginId": "o", "ViewerProtocolPolicy": "allow-all"},
        "CacheBehaviors": {"Quantity": 0},
        "CustomErrorResponses": {"Quantity": 0},
        "Comment": "",
        "PriceClass": "PriceClass_All",
        "Enabled": True,
        "ViewerCertificate": {},
        "Restrictions": {"GeoRestriction": {"RestrictionType": "none", "Quantity": 0}},
        "WebACLId": "",
        "HttpVersion": "http2",
        "IsIPV6Enabled": True,
        "Staging": False,
        **more,
    }
    return {"DistributionList": {"Marker": "", "MaxItems": 100, "IsTruncated": False, "Quantity": 1, "Items": [item]}}


SECRET = {"HeaderName": "X-Key", "HeaderValue": "very-secret"}


def test_a_distribution_without_names_is_one_all_the_same() -> None:
    reply = asked(
        "cloudfront:list_distributions", distribution("arn:aws-cn:cloudfront::1:distribution/E1", "d1.cloudfront.cn")
    )
    assert "very-secret" not in str(reply)
    (node,) = drawn(reply).all(Proxy)
    assert node.scope == "domestic"


def test_a_staging_distribution_serves_nobody() -> None:
    page = distribution("arn:aws-cn:cloudfront::1:distribution/E1", "d1.cloudfront.cn", Staging=True)
    assert not list(drawn(asked("cloudfront:list_distributions", page)).all(Proxy))


# Pages, and what ends them


def test_all_pages_of_a_list_are_read() -> None:
    first = {"Reservations": [{"Instances": [INSTANCE]}], "NextToken": "more"}
    second = {"Reservations": [{"Instances": [{**INSTANCE, "InstanceId": "i-2"}]}]}
    found = read(asked("ec2:describe_instances", first, second))
    assert [resource.values["id"] for resource in found.resources] == ["i-1", "i-2"]
    assert found.unread == []


def test_a_list_that_fails_on_its_second_page_keeps_the_first_and_is_a_gap() -> None:
    first = {"Reservations": [{"Instances": [INSTANCE]}], "NextToken": "more"}
    found = read(asked("ec2:describe_instances", first, "UnauthorizedOperation"))
    assert [resource.values["id"] for resource in found.resources] == ["i-1"]
    (gap,) = found.unread
    assert (gap.fails, gap.lacks, gap.region) == (True, frozenset({"aws_instance"}), REGION)
    assert "ec2:DescribeInstances" in gap.why.say("zh")


def test_a_bucket_without_a_website_is_no_gap() -> None:
    reply = asked("s3:get_bucket_website", "NoSuchWebsiteConfiguration", parameters=[("Bucket", "www.example.cn")])
    assert (reply.pages, reply.failure) == ((), None)


def test_after_the_last_moment_nothing_is_asked() -> None:
    listing = LISTS["ec2:describe_addresses"]
    client = AwsClient(Session(None), {}, Limit(0))  # type: ignore[arg-type]
    assert client(call(listing)).failure == Failure(code="CutShort", message="DescribeAddresses")


BALANCER = {"LoadBalancerName": "web", "DNSName": "web.elb.amazonaws.com.cn", "Scheme": "internet-facing"}


@pytest.mark.parametrize(
    ("name", "page", "lacks"),
    [
        ("elb:describe_load_balancers", {}, "LoadBalancerDescriptions"),
        ("ec2:describe_instances", {}, "Reservations"),
        ("cloudfront:list_distributions", {}, "DistributionList"),
        ("apigateway:get_domain_names", {}, "items"),
        ("elb:describe_load_balancers", {"LoadBalancerDescriptions": [{}, BALANCER]}, "[].LoadBalancerName"),
        (
            "elb:describe_load_balancers",
            {"LoadBalancerDescriptions": [BALANCER], "ResponseMetadata": {"HTTPStatusCode": 200}},
            "RequestId",
        ),
    ],
)
def test_a_page_of_another_shape_is_a_gap_and_what_it_holds_is_kept(
    name: str, page: dict[str, Any], lacks: str
) -> None:
    found = read(asked(name, page))
    (part,) = found.unread
    assert part.fails
    assert LISTS[name].kinds <= part.lacks
    assert f"{lacks} is missing" in part.why.say("en")
    assert len(found.resources) == (1 if BALANCER in page.get("LoadBalancerDescriptions", ()) else 0)


@pytest.mark.parametrize("listing", [*FIRST, *LISTS.values()], ids=lambda one: one.name)
def test_what_a_page_must_have_is_in_the_model_of_the_service(listing: List) -> None:
    model = boto3.client(listing.product, region_name=REGION).meta.service_model  # type: ignore[call-overload]
    action = next(name for name in model.operation_names if name.lower() == listing.api.lower())
    members = model.operation_model(action).output_shape.members
    assert listing.place in members or not listing.place
    assert bool(listing.place) is (listing.name != "s3:get_bucket_website")
