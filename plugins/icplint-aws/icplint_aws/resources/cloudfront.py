"""CloudFront: distributions of either partition, the names that are put on them, and what they fetch from.

Source: hashicorp/terraform-provider-aws, website/docs/r/cloudfront_{distribution,distribution_tenant}.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from icplint.plugin import (
    Finder,
    GivenName,
    Lookup,
    NodeRow,
    Placement,
    Proxy,
    Relation,
    Resource,
    Unknown,
    Yield,
    constant,
    host_name,
    is_set,
    pick,
    placement_from,
    registrable_domain,
)
from icplint_aws.home import AWS
from icplint_aws.live.listing import Item, List

RECORDAL: Final = "aws_icp_recordal"
"""What CloudFront in China says of a registrable domain, as the API lists it: Terraform has no such type."""
STATUSES: Final = {"APPROVED": True, "SUSPENDED": False}
"""Whether there is a valid recordal number; of PENDING it is not known. Source: CloudFront API, AliasICPRecordal."""


def names_at(path: str) -> Any:
    """Return the names at a path of a distribution, as edges into it."""

    def names(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
        for value in pick(resource.values, path):
            for name in value if isinstance(value, list) else [value]:
                if is_set(name):
                    place = path.split("[", 1)[0]
                    yield GivenName(name if isinstance(name, Unknown) else host_name(str(name)), place)

    return names


def scope(resource: Resource, _finder: Finder) -> str | None:
    """Return where a distribution answers, as far as its own name tells: those of the mainland end in cloudfront.cn."""
    arn, name = (str(resource.values.get(key)) for key in ("arn", "domain_name"))
    if arn.startswith("arn:"):
        return "domestic" if arn.startswith("arn:aws-cn:") else "overseas"
    if name.endswith((".cloudfront.cn", ".cloudfront.net")):
        return "domestic" if name.endswith(".cn") else "overseas"
    return None


def edges(resource: Resource, finder: Finder) -> Placement | None:
    """Return the region of its provider where its name tells nothing: only those of the mainland make mainland ones."""
    return placement_from(cloud=AWS)(resource, finder) if scope(resource, finder) is None else None


def _switched_on(resource: Resource, _finder: Finder) -> bool:
    return resource.values.get("enabled") is not False


def _distribution(kind: str, aliases: str, origins: str) -> NodeRow:
    return NodeRow(
        kind=kind,
        node=Proxy,
        when=_switched_on,
        fields={
            "product": constant("cloudfront"),
            "provider": constant(AWS.provider),
            "scope": scope,
            "scope_origin": lambda resource, _finder: resource.origin,
            "placement": edges,
        },
        names=("id", "arn", "domain_name"),
        edges={Relation.FRONTS: origins},
        edges_in={Relation.SERVED_BY: names_at(aliases)},
    )


ROWS = (
    *(
        _distribution(f"{prefix}aws_cloudfront_distribution", "aliases[]", "origin[].domain_name")
        for prefix in ("", "data.")
    ),
    _distribution("aws_cloudfront_multitenant_distribution", "aliases[]", "origin[].domain_name"),
    _distribution("aws_cloudfront_distribution_tenant", "domain[].domain", "distribution_id"),
    NodeRow(
        kind=RECORDAL, node=Lookup, key="domain", shared=True, fields={"filed": "filed", "by": constant("CloudFront")}
    ),
)


def _listed(page: Item) -> Iterator[Item]:
    yield from (page.get("DistributionList") or {}).get("Items") or ()


def _items(item: Item, key: str) -> list[Any]:
    return list((item.get(key) or {}).get("Items") or ())


def _origins(item: Item) -> list[dict[str, Any]]:
    return [{"domain_name": one.get("DomainName")} for one in _items(item, "Origins")]


def _recordals(page: Item) -> Iterator[Item]:
    """Yield, for each registrable domain, whether CloudFront in China finds a recordal of any name under it.

    Outside China it approves of every name, which says nothing.
    """
    found: dict[str, list[bool]] = defaultdict(list)
    for one in _listed(page):
        for alias in one.get("AliasICPRecordals") or () if str(one.get("ARN")).startswith("arn:aws-cn:") else ():
            domain = registrable_domain(str(alias.get("CNAME")))
            status = STATUSES.get(str(alias.get("ICPRecordalStatus")))
            if domain is not None and status is not None:
                found[domain].append(status)
    for domain, statuses in found.items():
        yield {"Domain": domain, "Filed": any(statuses)}


def _everything(page: Item) -> Iterator[Item]:
    yield from _listed(page)
    yield from _recordals(page)


LISTINGS = (
    List(
        product="cloudfront",
        action="list_distributions",
        items=_everything,
        at="DistributionList",
        regional=False,
        yields=(
            Yield(
                kind="aws_cloudfront_distribution",
                identity="Id",
                only="domain_name",
                unless=lambda item: bool(item.get("Staging")),
                values={
                    "arn": "ARN",
                    "domain_name": "DomainName",
                    "enabled": "Enabled",
                    "aliases": lambda item: _items(item, "Aliases"),
                    "origin": _origins,
                },
            ),
            Yield(
                kind=RECORDAL,
                identity=lambda item: f"icp:{item.get('Domain')}",
                only="domain",
                values={"domain": "Domain", "filed": "Filed"},
            ),
        ),
    ),
)
