"""Resource types that name or serve a domain and are not modelled yet: their names are doubtful, never silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Relation, Service
from icplint.resources.records import record
from icplint.resources.rows import NOT_SAID, Finder, GivenName, Name, NodeRow, pick
from icplint.resources.zones import Zones, lying_in

NOT_FOLLOWED: Final = Text(
    en="{name} is relative to a zone that icplint does not follow yet",
    zh="{name} 是相对记录，icplint 暂不支持其所属的域",
)
PLUGINS: Final = {"aws": "icplint-aws"}
"""What a plugin of the project reads: the first part of its resource types -> its package."""

NAMING: Final = {
    "aws_alb_listener_rule": "condition[].host_header[].values[]",
    "aws_api_gateway_domain_name": "domain_name",
    "aws_apigatewayv2_domain_name": "domain_name",
    "aws_apprunner_custom_domain_association": "domain_name",
    "aws_cloudfront_distribution": "aliases[]",
    "aws_cloudfront_distribution_tenant": "domain[].domain",
    "aws_route53_traffic_policy_instance": "name",
    "aws_lb_listener_rule": "condition[].host_header[].values[]",
    "cloudflare_load_balancer": "name",
}
"""Resource type -> where the names stand that it gives to the public."""

SERVING: Final[dict[str, tuple[Name, ...]]] = {
    "aws_alb": ("dns_name",),
    "aws_amplify_app": ("default_domain",),
    "aws_apprunner_service": ("service_url",),
    "aws_eip": ("public_ip", "public_dns"),
    "aws_elastic_beanstalk_environment": ("cname",),
    "aws_elb": ("dns_name",),
    "aws_globalaccelerator_accelerator": (),
    "aws_instance": ("public_ip", "public_dns"),
    "aws_lambda_function_url": (),
    "aws_lb": ("dns_name",),
    "aws_lightsail_instance": ("public_ip_address",),
    "aws_lightsail_static_ip": ("ip_address",),
    "aws_s3_bucket": ("bucket_regional_domain_name", "bucket_domain_name", "website_endpoint"),
    "aws_spot_instance_request": ("public_ip", "public_dns"),
    "azurerm_public_ip": (),
    "google_compute_address": (),
    "google_compute_global_address": (),
    "google_compute_instance": (),
    "huaweicloud_lb_loadbalancer": (),
}
"""Resource types that a record may point at, and what else they go by there than their ids."""

LOOKED_UP: Final = frozenset({"aws_alb", "aws_eip", "aws_elb", "aws_instance", "aws_lb", "aws_s3_bucket"})
"""Those of them that are often only looked up, as data sources."""

PRIVATE: Final = {"aws_instance": ("private_ip", "private_dns"), "aws_eip": ("private_ip", "private_dns")}
"""What of them only their own network reaches."""

ROUTE53: Final = Zones("zone_id", ("aws_route53_zone",), ("name",), {"private_zone": bool, "vpc[]": bool})
WEB: Final = frozenset({"A", "AAAA", "CNAME", "ALIAS"})
"""The types of records that lead visitors somewhere. Source: RFC 1035, RFC 3596."""


def _named(path: str, values: Iterable[object], resource: Resource) -> Iterator[GivenName]:
    argument = path.split(".", 1)[0].removesuffix("[]")
    for value in values:
        if isinstance(value, Unknown) or "." in str(value):
            yield GivenName(value if isinstance(value, Unknown) else str(value), argument)
        elif not value:
            yield GivenName(Unknown(NOT_SAID.using(kind=resource.address, what=argument)), argument)
        else:  # relative to a zone that is not followed yet
            yield GivenName(Unknown(NOT_FOLLOWED.using(name=str(value))), argument)


def _names(path: str) -> Callable[[Resource, Finder], Iterable[GivenName]]:
    def names(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
        for value in pick(resource.values, path):
            yield from _named(path, value if isinstance(value, list) else [value], resource)

    return names


def _doubt(kind: str, names: tuple[Name, ...], path: str = "") -> NodeRow:
    return NodeRow(
        kind=kind,
        node=Service,
        fields={"product": lambda resource, _finder: resource.kind, "plugin": _plugin},
        names=("id", *names),
        private=PRIVATE.get(kind, ()),
        edges_in={Relation.SERVED_BY: _names(path)} if path else {},
    )


def _amplified(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    """Yield the names of an Amplify app: each prefix before the domain, which none leaves as it is."""
    domain = resource.values.get("domain_name")
    for prefix in pick(resource.values, "sub_domain[].prefix"):
        parts = [part for part in (prefix, domain) if part or isinstance(part, Unknown)]
        unknown = next((part for part in parts if isinstance(part, Unknown)), None)
        yield GivenName(unknown or ".".join(map(str, parts)), "domain_name", domain)


def _exclusive(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    """Yield the names of record sets that visitors follow."""
    for one in pick(resource.values, "resource_record_set[]"):
        kind = next(iter(pick(one, "type")), None)
        if not isinstance(kind, str) or kind.upper() in WEB:
            name = [one] if isinstance(one, Unknown) else pick(one, "name")
            yield from _named("resource_record_set", name, resource)


def _plugin(resource: Resource, _finder: Finder) -> str:
    return PLUGINS.get(resource.kind.removeprefix("data.").partition("_")[0], "")


def _route53() -> NodeRow:
    """Return the row of a record: in a zone that the public asks, and of a type that visitors follow, it is doubt."""
    naming = lying_in(ROUTE53, full="fqdn")
    modelled = record("aws_route53_record", naming, "records[]", zones=ROUTE53)

    def leads(resource: Resource, finder: Finder) -> bool:
        kind = resource.values.get("type")
        public = modelled.when is None or modelled.when(resource, finder)
        return public and (not isinstance(kind, str) or kind.upper() in WEB)

    named = {Relation.SERVED_BY: lambda resource, finder: (naming(resource, finder),)}
    return replace(_doubt("aws_route53_record", ()), when=leads, edges_in=named)


ROWS = (
    *(_doubt(kind, ("cname",), path) for kind, path in NAMING.items()),
    *(
        _doubt(f"{prefix}{kind}", names)
        for kind, names in SERVING.items()
        for prefix in (("", "data.") if kind in LOOKED_UP else ("",))
    ),
    replace(_doubt("aws_amplify_domain_association", ()), edges_in={Relation.SERVED_BY: _amplified}),
    replace(_doubt("aws_route53_records_exclusive", ()), edges_in={Relation.SERVED_BY: _exclusive}),
    _route53(),
)
