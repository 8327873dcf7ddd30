"""Elastic Load Balancing, as an account lists it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from icplint.plugin import Yield
from icplint_aws.live.listing import Item, List


def _zones(item: Item) -> list[Item]:
    found = item.get("AvailabilityZones") or ()
    return [address for zone in found for address in zone.get("LoadBalancerAddresses") or ()]


def _ips(item: Item) -> list[str]:
    return [str(address["IpAddress"]) for address in _zones(item) if address.get("IpAddress")]


def _mappings(item: Item) -> list[dict[str, Any]]:
    return [{"allocation_id": address["AllocationId"]} for address in _zones(item) if address.get("AllocationId")]


def _actions(key: str) -> Any:
    """Return the target groups of the actions at a key, as Terraform writes them."""

    def actions(item: Item) -> list[dict[str, Any]]:
        found = []
        for action in item.get(key) or ():
            tuples = (action.get("ForwardConfig") or {}).get("TargetGroups") or ()
            arns = [one.get("TargetGroupArn") for one in tuples] or [action.get("TargetGroupArn")]
            found += [{"target_group_arn": arn} for arn in arns if arn]
        return found

    return actions


def _conditions(item: Item) -> list[dict[str, Any]]:
    """Return the hosts of a rule; old rules have their values beside the configuration."""
    found = []
    for condition in item.get("Conditions") or ():
        if condition.get("Field") == "host-header":
            config = condition.get("HostHeaderConfig") or {}
            values = config.get("Values") or condition.get("Values") or []
            found.append({"host_header": [{"values": values, "regex_values": config.get("RegexValues") or []}]})
    return found


def _at(*path: str) -> Any:
    def value(item: Item) -> Any:
        found: Any = item
        for step in path:
            found = found.get(step) if isinstance(found, Mapping) else None
        return found

    return value


def _internal(item: Item) -> bool:
    return item.get("Scheme") == "internal"


def _target(item: Item) -> str:
    return f"{item.get('?TargetGroupArn')} {_at('Target', 'Id')(item)} {_at('Target', 'Port')(item)}"


LISTINGS = (
    List(
        product="elbv2",
        action="describe_load_balancers",
        items="LoadBalancers",
        yields=(
            Yield(
                kind="aws_lb",
                identity="LoadBalancerArn",
                values={
                    "arn": "LoadBalancerArn",
                    "dns_name": "DNSName",
                    "internal": _internal,
                    "load_balancer_type": "Type",
                    "addresses": _ips,
                    "subnet_mapping": _mappings,
                },
            ),
        ),
    ),
    List(
        product="elbv2",
        action="describe_listeners",
        items="Listeners",
        parent="elbv2:describe_load_balancers",
        parameters={"LoadBalancerArn": "{LoadBalancerArn}"},
        yields=(
            Yield(
                kind="aws_lb_listener",
                identity="ListenerArn",
                values={"load_balancer_arn": "LoadBalancerArn", "default_action": _actions("DefaultActions")},
            ),
        ),
    ),
    List(
        product="elbv2",
        action="describe_rules",
        items="Rules",
        parent="elbv2:describe_listeners",
        about=lambda item: item.get("Protocol") in {"HTTP", "HTTPS"},
        parameters={"ListenerArn": "{ListenerArn}"},
        yields=(
            Yield(
                kind="aws_lb_listener_rule",
                identity="RuleArn",
                unless=lambda item: bool(item.get("IsDefault")),
                values={"listener_arn": "?ListenerArn", "condition": _conditions, "action": _actions("Actions")},
            ),
        ),
    ),
    List(
        product="elbv2",
        action="describe_target_groups",
        items="TargetGroups",
        yields=(
            Yield(
                kind="aws_lb_target_group",
                identity="TargetGroupArn",
                values={"arn": "TargetGroupArn", "vpc_id": "VpcId"},
            ),
        ),
    ),
    List(
        product="elbv2",
        action="describe_target_health",
        items="TargetHealthDescriptions",
        parent="elbv2:describe_target_groups",
        parameters={"TargetGroupArn": "{TargetGroupArn}"},
        yields=(
            Yield(
                kind="aws_lb_target_group_attachment",
                identity=_target,
                values={"target_group_arn": "?TargetGroupArn", "target_id": _at("Target", "Id")},
            ),
        ),
    ),
    List(
        product="elb",
        action="describe_load_balancers",
        items="LoadBalancerDescriptions",
        yields=(
            Yield(
                kind="aws_elb",
                identity="LoadBalancerName",
                local=True,
                values={
                    "name": "LoadBalancerName",
                    "dns_name": "DNSName",
                    "internal": _internal,
                    "instances": lambda item: [one.get("InstanceId") for one in item.get("Instances") or ()],
                },
            ),
        ),
    ),
)
