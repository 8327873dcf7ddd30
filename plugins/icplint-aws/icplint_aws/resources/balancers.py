"""Elastic Load Balancing: application, network and classic ones, their listeners and rules, and what stands behind.

Source: hashicorp/terraform-provider-aws, website/docs/r/{lb,lb_listener,lb_listener_rule,lb_target_group*,elb}.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint.plugin import (
    NOT_SAID,
    SELF,
    AliasRow,
    EdgeRow,
    Finder,
    LoadBalancer,
    NodeRow,
    Relation,
    Resource,
    Row,
    ServerGroup,
    Text,
    Unknown,
    constant,
    is_set,
    pick,
    registrable_domain,
    said_at,
    values_of,
)
from icplint_aws.home import within

LOOKED_UP: Final = Text(
    en="check the plan (terraform show -json), in which what is looked up is known",
    zh="检查 plan（terraform show -json），其中包含数据源的查询结果",
)
PATTERN: Final = Text(
    en="{name} is a pattern, not a name: which names match it is not written",
    zh="{name} 是匹配模式，不是域名，无法得知具体匹配哪些域名",
)
PRODUCTS: Final = {"network": "nlb", "gateway": "gwlb"}
"""Types of load balancer -> products; all others are application load balancers."""


def public(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A load balancer faces the internet unless it is `internal`, or of the type gateway.

    Of one that is only looked up, that is not known.
    """
    value = resource.values.get("internal")
    if resource.values.get("load_balancer_type") == "gateway":
        return False
    if isinstance(value, Unknown):
        return value if value.written else True
    if value is None and resource.kind.startswith("data."):
        return Unknown(NOT_SAID.using(kind=resource.address, what="internal"), settle=LOOKED_UP)
    return str(value).lower() != "true"


def hosts(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the host names that a rule of a listener asks for, as it is written since and before version 3.

    `*` stands for any characters and `?` for one, so that a name may be none; `*.example.cn` is one nevertheless.
    """
    written_so = [*pick(resource.values, "condition[].host_header[].values[]")]
    for condition in pick(resource.values, "condition[]"):
        if isinstance(condition, Mapping) and condition.get("field") == "host-header":
            written_so += pick(condition, "values[]")
    for value in written_so:
        yield from map(_name, value if isinstance(value, list) else [value])
    for value in pick(resource.values, "condition[].host_header[].regex_values[]"):
        yield from map(_pattern, value if isinstance(value, list) else [value])


def _name(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    website = registrable_domain(value.replace("?", "*"))
    return _pattern(value) if website is None or "*" in website else value


def _pattern(value: Any) -> Unknown:
    return value if isinstance(value, Unknown) else Unknown(PATTERN.using(name=value))


def product(resource: Resource, _finder: Finder) -> str:
    """Return which kind of load balancer it is."""
    return PRODUCTS.get(str(resource.values.get("load_balancer_type")), "alb")


def targets(resource: Resource, finder: Finder) -> Iterator[Any]:
    """Yield what traffic is forwarded to, as far as the run has it.

    A target is an instance, a function or a balancer of the account, or a private address: one that the run does not
    have leads to nothing that it has.
    """
    for path in ("target_id", "instance", "instances[]"):
        for value in pick(resource.values, path):
            for one in value if isinstance(value, list) else [value]:
                if one_of_the_run(one, finder):
                    yield one


_PRIVATE: Final = said_at("private_ip")


def one_of_the_run(value: Any, finder: Finder) -> bool:
    """Return whether a value refers to something, or is the id or the private address of an instance of the run."""
    if isinstance(value, Unknown):
        return bool(value.refs)
    if any(finder.by_id(str(value))):
        return True
    return isinstance(value, str) and any(finder.by_key("aws_instance", _PRIVATE, value))


def groups(argument: str) -> Any:
    """Return the target groups that the actions at an argument forward to, in either form, those of the run."""

    def values(resource: Resource, finder: Finder) -> Iterator[Any]:
        for path in (f"{argument}[].target_group_arn", f"{argument}[].forward[].target_group[].arn"):
            for value in pick(resource.values, path):
                if is_set(value) and one_of_the_run(value, finder):
                    yield value

    return values


def _allocated(resource: Resource, _finder: Finder) -> Iterator[Any]:
    """Yield the elastic addresses that the zones of a network load balancer are given."""
    for value in pick(resource.values, "subnet_mapping[].allocation_id"):
        if value != "" and (not isinstance(value, Unknown) or value.refs):
            yield value


def _addresses(resource: Resource, _finder: Finder) -> Iterator[Any]:
    yield from pick(resource.values, "addresses[]")


def _balancer(kind: str, of: Any, *names: Any) -> NodeRow:
    return NodeRow(
        kind=kind,
        node=LoadBalancer,
        fields={
            "product": of,
            "placement": within("availability_zones[]", "subnets[]", "subnet_mapping[].subnet_id"),
            "public": public,
        },
        names=("id", "dns_name", *names),
    )


def _rows(balancer: str) -> Iterator[Row]:
    """Yield the rows of a type that the provider has two names of: aws_lb and aws_alb."""
    for prefix in ("", "data."):
        yield _balancer(f"{prefix}{balancer}", product, "arn", _addresses)
        yield AliasRow(kind=f"{prefix}{balancer}_listener", path="load_balancer_arn")
        yield NodeRow(
            kind=f"{prefix}{balancer}_target_group",
            node=ServerGroup,
            fields={"product": constant("server-group")},
            names=("id", "arn"),
        )
    yield EdgeRow(kind=balancer, relation=Relation.BOUND_TO, start=_allocated, end=SELF, place="subnet_mapping")
    yield EdgeRow(
        kind=f"{balancer}_listener_rule",
        relation=Relation.SERVED_BY,
        start=hosts,
        end="listener_arn",
        place="condition",
    )
    yield _forwards(f"{balancer}_listener", "load_balancer_arn", groups("default_action"), "default_action")
    yield _forwards(f"{balancer}_listener_rule", "listener_arn", groups("action"), "action")
    yield _forwards(f"{balancer}_target_group_attachment", "target_group_arn", targets, "target_id")


def _forwards(kind: str, start: Any, end: Any, place: str) -> EdgeRow:
    return EdgeRow(kind=kind, relation=Relation.FORWARDS_TO, start=start, end=end, place=place, inside=True)


def _of_group(resource: Resource, finder: Finder) -> Iterator[Any]:
    for path in ("target_group_arns[]", "load_balancers[]", "traffic_source[].identifier"):
        for value in pick(resource.values, path):
            if is_set(value) and one_of_the_run(value, finder):
                yield value


def _attached_to(resource: Resource, _finder: Finder) -> Iterator[Any]:
    for name in ("lb_target_group_arn", "alb_target_group_arn", "elb"):
        value = resource.values.get(name)
        if is_set(value) and value != "":
            yield value


def _itself(resource: Resource, finder: Finder) -> Iterator[Any]:
    yield from values_of(SELF, resource, finder)


ROWS = (
    *_rows("aws_lb"),
    *_rows("aws_alb"),
    *(_balancer(f"{prefix}aws_elb", constant("elb"), "name", "arn") for prefix in ("", "data.")),
    _forwards("aws_elb", SELF, targets, "instances"),
    _forwards("aws_elb_attachment", "elb", targets, "instance"),
    _forwards("aws_autoscaling_group", _of_group, _itself, "target_group_arns"),
    _forwards("aws_autoscaling_attachment", _attached_to, "autoscaling_group_name", "autoscaling_group_name"),
    _forwards("aws_autoscaling_traffic_source_attachment", "traffic_source[].identifier", "autoscaling_group_name", ""),
)
