"""Accounts of AWS as moto has them: one in China with a site in both regions, one with a zone outside."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import boto3
import pytest
from botocore.loaders import JSONFileLoader
from moto.cloudfront.models import cloudfront_backends
from werkzeug.routing.rules import Rule

ACCOUNT = "123456789012"
IMAGE = "ami-12c6146b"
_LOAD = JSONFileLoader.load_file


def one_path_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let moto prepare its paths in one thread at a time: werkzeug parses code for each.

    CPython 3.11 counts how deep it is in a syntax tree once for all threads, and gives up where two are mixed up.
    """
    lock, prepare = threading.Lock(), Rule.compile

    def alone(rule: Rule) -> None:
        with lock:
            prepare(rule)

    monkeypatch.setattr(Rule, "compile", alone)


def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let botocore parse each of its models once a process, not once a scan, and moto make no images of its own."""
    monkeypatch.setattr(JSONFileLoader, "load_file", lambda _loader, path: _model(path))
    monkeypatch.setenv("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")


@cache
def _model(path: str) -> Any:
    return _LOAD(JSONFileLoader(), path)


def keys(monkeypatch: Any, region: str) -> None:
    """Let the AWS tools find keys and a region in the environment, and nothing else of the machine."""
    for name, value in {
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": region,
        "AWS_CONFIG_FILE": "/nonexistent",
        "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)


def balancer(region: str, name: str, host: str) -> dict[str, str]:
    """Make an application load balancer with a rule for a host, an instance behind it; return what they are called."""
    ec2, elbv2 = boto3.client("ec2", region_name=region), boto3.client("elbv2", region_name=region)
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{n}.0/24", AvailabilityZone=f"{region}{letter}")["Subnet"]
        for n, letter in enumerate("ab")
    ]
    ids = [subnet["SubnetId"] for subnet in subnets]
    instance = ec2.run_instances(ImageId=IMAGE, MinCount=1, MaxCount=1, SubnetId=ids[0])["Instances"][0]
    made = elbv2.create_load_balancer(Name=name, Subnets=ids, Scheme="internet-facing")["LoadBalancers"][0]
    group = elbv2.create_target_group(Name=name, Protocol="HTTP", Port=80, VpcId=vpc)["TargetGroups"][0]
    elbv2.register_targets(TargetGroupArn=group["TargetGroupArn"], Targets=[{"Id": instance["InstanceId"]}])
    forward: Any = [{"Type": "forward", "TargetGroupArn": group["TargetGroupArn"]}]
    listener = elbv2.create_listener(
        LoadBalancerArn=made["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=forward
    )["Listeners"][0]
    rule = elbv2.create_rule(
        ListenerArn=listener["ListenerArn"],
        Conditions=[{"Field": "host-header", "HostHeaderConfig": {"Values": [host]}}],
        Priority=1,
        Actions=forward,
    )["Rules"][0]
    return {
        "instance": instance["InstanceId"],
        "balancer": made["LoadBalancerArn"],
        "dns_name": made["DNSName"],
        "group": group["TargetGroupArn"],
        "listener": listener["ListenerArn"],
        "rule": rule["RuleArn"],
    }


def zone(name: str, region: str, *, private: bool = False) -> str:
    """Make a hosted zone and return its id."""
    route53 = boto3.client("route53", region_name=region)
    more: Any = (
        {
            "VPC": {"VPCRegion": region, "VPCId": "vpc-1"},
            "HostedZoneConfig": {"PrivateZone": True},
        }
        if private
        else {}
    )
    made = route53.create_hosted_zone(Name=name, CallerReference=f"{name}{private}", **more)
    return str(made["HostedZone"]["Id"])


def records(region: str, zone_id: str, *sets: dict[str, Any]) -> None:
    """Put record sets into a zone."""
    changes: Any = [{"Action": "CREATE", "ResourceRecordSet": one} for one in sets]
    boto3.client("route53", region_name=region).change_resource_record_sets(
        HostedZoneId=zone_id, ChangeBatch={"Changes": changes}
    )


def address(name: str, kind: str, value: str) -> dict[str, Any]:
    """Return a record set with one value."""
    return {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]}


def distribution(region: str, *aliases: str, origin: str = "origin.example.net") -> str:
    """Make a distribution and return its id."""
    config: Any = {
        "CallerReference": f"{aliases}",
        "Comment": "",
        "Enabled": True,
        "Aliases": {"Quantity": len(aliases), "Items": list(aliases)},
        "Origins": {
            "Quantity": 1,
            "Items": [
                {
                    "Id": "o",
                    "DomainName": origin,
                    "CustomHeaders": {"Quantity": 1, "Items": [{"HeaderName": "X-Key", "HeaderValue": "very-secret"}]},
                    "CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443, "OriginProtocolPolicy": "https-only"},
                }
            ],
        },
        "DefaultCacheBehavior": {
            "TargetOriginId": "o",
            "ViewerProtocolPolicy": "allow-all",
            "ForwardedValues": {"QueryString": False, "Cookies": {"Forward": "none"}},
            "MinTTL": 0,
        },
    }
    made = boto3.client("cloudfront", region_name=region).create_distribution(DistributionConfig=config)
    return str(made["Distribution"]["Id"])


def recordal(identifier: str, **statuses: str) -> None:
    """Let CloudFront in China say what it finds of names: moto has nothing of its own to say."""
    listed = [{"CNAME": name.replace("_", "."), "ICPRecordalStatus": status} for name, status in statuses.items()]
    cloudfront_backends[ACCOUNT]["aws-cn"].distributions[identifier].alias_icp_recordals = listed


def bucket(region: str, name: str, *, website: bool = False) -> None:
    """Make a bucket, and a website of it."""
    s3 = boto3.client("s3", region_name=region)
    place: Any = {"LocationConstraint": region}
    s3.create_bucket(Bucket=name, CreateBucketConfiguration=place)
    if website:
        s3.put_bucket_website(Bucket=name, WebsiteConfiguration={"IndexDocument": {"Suffix": "index.html"}})


def domain_name(region: str, name: str) -> None:
    """Make a custom domain name of API Gateway."""
    boto3.client("apigateway", region_name=region).create_domain_name(
        domainName=name, endpointConfiguration={"types": ["REGIONAL"]}
    )


def elastic(region: str, instance: str) -> str:
    """Give an instance an elastic address, and return it."""
    ec2 = boto3.client("ec2", region_name=region)
    made = ec2.allocate_address(Domain="vpc")
    ec2.associate_address(AllocationId=made["AllocationId"], InstanceId=instance)
    return made["PublicIp"]
