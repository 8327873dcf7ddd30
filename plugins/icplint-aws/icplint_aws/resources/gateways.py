"""Managed services that answer names from a region: API Gateway, function URLs, Beanstalk, Amplify, App Runner.

Source: hashicorp/terraform-provider-aws, website/docs/r.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from icplint.plugin import (
    NOT_SAID,
    AliasRow,
    Finder,
    Gateway,
    GivenName,
    Name,
    NodeRow,
    Relation,
    Resource,
    Unknown,
    Yield,
    constant,
    host_name,
    is_set,
    pick,
)
from icplint_aws.home import top, within
from icplint_aws.live.listing import Item, List

API: Final = "aws-api"
"""Not api-gateway, which is that of Alibaba Cloud."""
PLACE: Final = within()
TARGETS: Final = "domain_name_configuration[].target_domain_name"


def named(argument: str) -> Callable[[Resource, Finder], Iterator[GivenName]]:
    """Return the name at an argument, as an edge into what serves it."""

    def names(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
        value = resource.values.get(argument)
        if not is_set(value):
            value = Unknown(NOT_SAID.using(kind=resource.address, what=argument))
        yield GivenName(value if isinstance(value, Unknown) else host_name(str(value)), argument)

    return names


def hosts(*paths: str) -> Callable[[Resource, Finder], Iterator[str]]:
    """Return the hosts of the addresses at some paths, be they URLs or names."""

    def found(resource: Resource, _finder: Finder) -> Iterator[str]:
        for path in paths:
            for value in pick(resource.values, path):
                if isinstance(value, str) and (host := urlsplit(value if "//" in value else f"//{value}").hostname):
                    yield host

    return found


def _executed(resource: Resource, finder: Finder) -> Iterator[str]:
    """Yield the name of an API: of its id, its region, and the partition's domain."""
    identifier, region = resource.values.get("id"), PLACE(resource, finder).region
    if isinstance(identifier, str) and isinstance(region, str):
        yield f"{identifier}.execute-api.{region}.{top(region)}"


def _public(resource: Resource, _finder: Finder) -> bool:
    """A custom domain name of the type PRIVATE is answered in networks of one's own only."""
    return "PRIVATE" not in list(pick(resource.values, "endpoint_configuration[].types[]")) and all(
        "PRIVATE" not in types
        for types in pick(resource.values, "endpoint_configuration[].types")
        if isinstance(types, list)
    )


def _gateway(
    kind: str,
    product: str,
    *names: Name,
    serves: Callable[[Resource, Finder], Iterable[GivenName]] | None = None,
    when: Callable[[Resource, Finder], bool] | None = None,
) -> NodeRow:
    return NodeRow(
        kind=kind,
        node=Gateway,
        when=when,
        fields={"product": constant(product), "placement": PLACE},
        names=("id", "arn", *names),
        edges_in={} if serves is None else {Relation.SERVED_BY: serves},
    )


def _amplified(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    """Yield the names of an Amplify domain: each prefix below it, or the domain itself."""
    domain = resource.values.get("domain_name")
    for prefix in pick(resource.values, "sub_domain[].prefix"):
        unknown = next((value for value in (domain, prefix) if isinstance(value, Unknown)), None)
        yield GivenName(unknown or host_name(f"{prefix}.{domain}" if prefix else str(domain)), "sub_domain")


ROWS = (
    _gateway(
        "aws_api_gateway_domain_name",
        API,
        "regional_domain_name",
        "cloudfront_domain_name",
        serves=named("domain_name"),
        when=_public,
    ),
    _gateway("aws_apigatewayv2_domain_name", API, hosts(TARGETS), serves=named("domain_name")),
    _gateway("aws_api_gateway_rest_api", API, _executed),
    _gateway("aws_apigatewayv2_api", API, _executed),
    *(
        AliasRow(kind=kind, path=path)
        for kind, path in (
            ("aws_api_gateway_stage", "rest_api_id"),
            ("aws_api_gateway_deployment", "rest_api_id"),
            ("aws_apigatewayv2_stage", "api_id"),
        )
    ),
    _gateway("aws_lambda_function_url", "lambda", hosts("function_url")),
    _gateway("aws_elastic_beanstalk_environment", "elasticbeanstalk", hosts("cname", "endpoint_url")),
    _gateway("aws_apprunner_service", "apprunner", hosts("service_url")),
    _gateway("aws_apprunner_custom_domain_association", "apprunner", serves=named("domain_name")),
    _gateway("aws_amplify_app", "amplify", hosts("default_domain")),
    _gateway("aws_amplify_domain_association", "amplify", serves=_amplified),
)


def _types(item: Item) -> list[dict[str, Any]]:
    types = (item.get("endpointConfiguration") or {}).get("types")
    return [{"types": types}] if types else []


def _targets(item: Item) -> list[dict[str, Any]]:
    found = item.get("DomainNameConfigurations") or ()
    return [{"target_domain_name": one["ApiGatewayDomainName"]} for one in found if one.get("ApiGatewayDomainName")]


LISTINGS = (
    List(
        product="apigateway",
        action="get_domain_names",
        permission="apigateway:GET",
        items="items",
        yields=(
            Yield(
                kind="aws_api_gateway_domain_name",
                identity="domainName",
                local=True,
                values={
                    "domain_name": "domainName",
                    "regional_domain_name": "regionalDomainName",
                    "cloudfront_domain_name": "distributionDomainName",
                    "endpoint_configuration": _types,
                },
            ),
        ),
    ),
    List(
        product="apigatewayv2",
        action="get_domain_names",
        permission="apigateway:GET",
        items="Items",
        yields=(
            Yield(
                kind="aws_apigatewayv2_domain_name",
                identity="DomainName",
                local=True,
                values={"domain_name": "DomainName", "domain_name_configuration": _targets},
            ),
        ),
    ),
)
