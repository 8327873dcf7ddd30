"""Edge Security Acceleration (ESA): sites, their records, load balancers, applications and functions.

A site covers the mainland or not, and so do all its names. Source: CreateSite, CreateRecord, UpdateSitePause,
https://www.alibabacloud.com/help/en/edge-security-acceleration/esa/api-esa-2024-09-10-createsite and its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from icplint.alibaba.listing import AlibabaListing, Item, Paging, Yield, at
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Record, Relation
from icplint.resources.fronting import cname_field, proxy
from icplint.resources.product import Product, ProductRole
from icplint.resources.rows import NOT_SAID, Finder, GivenName, NodeRow, Values, constant, is_set, pick, target

PRODUCTS: Final = (Product(word="esa", role=ProductRole.PROTECTOR),)


SITE: Final = "alicloud_esa_site"
SETTLED: Final = frozenset({"", "active"})
PROXIABLE: Final = frozenset({"A", "AAAA", "A/AAAA", "CNAME"})
NO_SITE: Final = Text(en="nothing that was read is the site of {address}", zh="已读取的内容中没有 {address} 所属的站点")
SETTLE_SITE: Final = Text(
    en="check the configuration or the state that holds the site together with this one",
    zh="与声明该站点的配置或 state 一起检查",
)
NO_PROXIED: Final = Text(
    en="{address} does not say whether it is proxied", zh="{address} 没有说明是否开启代理加速（proxied）"
)
SETTLE_PROXIED: Final = Text(en="write proxied = true or false", zh="写明 proxied = true 或 false")

PENDING: Final = Text(
    en="the site {site} is {status} at ESA, which may not answer its names yet, or any more",
    zh="站点 {site} 在 ESA 的状态为 {status}，ESA 可能尚未或不再应答其域名",
)
OFFLINE: Final = Text(
    en="the site {site} is offline at ESA ({reason}), which may not answer its names",
    zh="站点 {site} 在 ESA 已下线（{reason}），ESA 可能不再应答其域名",
)
SETTLE_PENDING: Final = Text(
    en="finish the set-up of the site in the ESA console, or take it away, then scan again",
    zh="在 ESA 控制台完成站点接入或删除该站点后重新扫描",
)
REASONS: Final = {
    "expiration_arrears": Text(en="the plan has expired, or a payment is overdue", zh="套餐到期或欠费"),
    "internally_disabled": Text(en="disabled by ESA", zh="被系统停用"),
    "missing_icp": Text(en="ESA says that the domain has no ICP filing", zh="ESA 判定该域名未备案"),
    "content_violation": Text(en="a content violation", zh="内容违规"),
    "proactively_disabled": Text(en="disabled by its owner, or by a cap on usage", zh="用户主动停用或达到用量封顶"),
}
"""Source: ListSites, OfflineReason."""


def site(resource: Resource, finder: Finder) -> Resource | None:
    """Return the site that a record or another part of it belongs to, by reference or by id."""
    if resource.kind == SITE:
        return resource
    value = resource.values.get("site_id")
    return None if value is None else target(value, SITE, resource, finder)


def coverage(resource: Resource, finder: Finder) -> str | Unknown:
    """Return where the site answers: domestic, overseas or global; the API asks for it, and states no default."""
    found = site(resource, finder)
    if found is None:
        return Unknown(NO_SITE.using(address=resource.address), settle=SETTLE_SITE)
    if (why := unsettled(resource, finder)) is not None:
        return why
    value = found.values.get("coverage")
    if isinstance(value, str | Unknown):
        return value
    return Unknown(NOT_SAID.using(kind=found.address, what="coverage"))


def coverage_origin(resource: Resource, finder: Finder) -> Origin | None:
    """Return where the coverage is written."""
    found = site(resource, finder)
    return found.place("coverage") if found is not None and is_set(found.values.get("coverage")) else None


def unsettled(resource: Resource, finder: Finder) -> Unknown | None:
    """Return why ESA may not answer the names of a site: it is not set up to its end, has moved away, or is offline."""
    found = site(resource, finder)
    status = found.values.get("status") if found is not None else None
    if found is None or not isinstance(status, str) or status.lower() in SETTLED:
        return None
    name = str(found.values.get("site_name") or found.address)
    if status.lower() != "offline":
        return Unknown(PENDING.using(site=name, status=status), settle=SETTLE_PENDING)
    said = str(found.values.get("offline_reason") or "").replace(" ", "")
    reason = REASONS.get(said) or Text(en=said or "no reason given", zh=said or "未说明原因")
    return Unknown(OFFLINE.using(site=name, reason=reason), settle=SETTLE_PENDING)


def unpaused(resource: Resource, finder: Finder) -> bool | Unknown:
    """While a site is paused, its visitors are led straight to the origin."""
    found = site(resource, finder)
    value = None if found is None else found.values.get("paused")
    if isinstance(value, Unknown):
        return value if value.written else True
    return str(value).lower() != "true"


def proxied(resource: Resource, finder: Finder) -> bool | Unknown:
    """A record is answered by the edge where it is proxied and the site is not paused."""
    value, running = resource.values.get("proxied"), unpaused(resource, finder)
    if running is False:
        return False
    if not is_set(value):
        return Unknown(NO_PROXIED.using(address=resource.address), settle=SETTLE_PROXIED)
    return value if isinstance(value, Unknown) else running


def plain(resource: Resource, _finder: Finder) -> bool:
    """Return whether a record is certainly no more than DNS: proxied false, or of a type that no edge answers."""
    kind, value = resource.values.get("record_type"), resource.values.get("proxied")
    if isinstance(kind, str) and kind.upper() not in PROXIABLE:
        return True
    return isinstance(value, bool | str) and str(value).lower() == "false"


def record_type(resource: Resource, _finder: Finder) -> Any:
    """ESA has one type, A/AAAA, for the addresses of both families."""
    value = resource.values.get("record_type")
    return "A" if isinstance(value, str) and value.upper() == "A/AAAA" else value


def targets(resource: Resource, finder: Finder) -> Iterator[Any]:
    """Yield what a record leads to: addresses are separated by commas, an origin pool goes by its name in the site."""
    pool = resource.values.get("source_type") == "OP"
    found = site(resource, finder)
    zone = found.values.get("site_name") if found is not None else None
    for value in pick(resource.values, "data[].value"):
        if not isinstance(value, str):
            yield value
        elif pool and "." not in value and isinstance(zone, str):
            yield f"{value}.{zone}"
        else:
            yield from (part.strip() for part in value.split(",") if part.strip())


def _zone(resource: Resource, finder: Finder) -> str | Unknown | None:
    found = site(resource, finder)
    name = found.values.get("site_name") if found is not None else None
    return name if isinstance(name, str) else None


def record_host(resource: Resource, finder: Finder) -> tuple[GivenName, ...]:
    """Return the name of a record, under that of its site."""
    certain = not isinstance(resource.values.get("record_type"), Unknown) or resource.kind != "alicloud_esa_record"
    return (GivenName(cname_field("record_name")(resource, finder), "record_name", _zone(resource, finder), certain),)


def _host(resource: Resource, finder: Finder) -> str:
    name = cname_field("record_name")(resource, finder)
    return name if isinstance(name, str) else resource.address


def _at_edge(kind: str, name: str, origins: Values | None, active: Callable[[Resource, Finder], Any]) -> NodeRow:
    fields = {"scope": coverage, "scope_origin": coverage_origin, "active": active}
    if kind == SITE:  # a record may be of the same name
        return proxy(kind, "esa", origins=None, name=name, names=("id",), fields=fields, shared=False)
    return proxy(kind, "esa", origins=origins, name=name, names=("id",), fields=fields, naming=record_host)


ROWS = (
    _at_edge(SITE, "site_name", None, unpaused),
    NodeRow(
        kind="alicloud_esa_record",
        node=Record,
        when=plain,
        fields={
            "host": _host,
            "record_type": record_type,
            "line": constant("default"),
            "enabled": constant(True),
            "void": unsettled,
        },
        edges={Relation.RESOLVES_TO: targets},
        edges_in={Relation.ANSWERED_BY: record_host},
    ),
    _at_edge("alicloud_esa_record", "record_name", targets, proxied),
    _at_edge("alicloud_esa_transport_layer_application", "record_name", "rules[].source", unpaused),
    _at_edge("alicloud_esa_routine_related_record", "record_name", None, unpaused),
    _at_edge("alicloud_esa_edge_container_app_record", "record_name", None, unpaused),
)


def within(action: str, items: str, identity: str, *yields: Yield) -> AlibabaListing:
    """Return a list of the parts of each site."""
    return AlibabaListing(
        product="esa",
        version="2024-09-10",
        action=action,
        permission=f"esa:{action}",
        regional=False,
        parent="esa:ListSites",
        parameters={"SiteId": "{SiteId}"},
        paging=Paging.NUMBERS if items else Paging.NONE,
        size=500,
        items=items,
        identity=identity,
        needs=() if items else ("Paused",),
        yields=yields,
    )


def _data(item: Item) -> list[dict[str, Any]]:
    return [{"value": at(item, "Data.Value")}]


def _rules(item: Item) -> list[dict[str, Any]]:
    return [{"source": rule.get("Source")} for rule in item.get("Rules") or ()]


LISTINGS = (
    AlibabaListing(
        product="esa",
        version="2024-09-10",
        action="ListSites",
        permission="esa:ListSites",
        regional=False,
        size=500,
        items="Sites",
        identity="SiteId",
        yields=(
            Yield(
                kind=SITE,
                identity="SiteId",
                values={
                    "site_name": "SiteName",
                    "coverage": "Coverage",
                    "access_type": "AccessType",
                    "status": "Status",
                    "offline_reason": "OfflineReason",
                },
            ),
        ),
    ),
    within("GetSitePause", "", "", Yield(kind=SITE, identity="?SiteId", values={"paused": "Paused"})),
    within(
        "ListRecords",
        "Records",
        "RecordId",
        Yield(
            kind="alicloud_esa_record",
            identity=lambda item: f"{item.get('SiteId')}:{item.get('RecordId')}",
            values={
                "site_id": "?SiteId",
                "record_name": "RecordName",
                "record_type": "RecordType",
                "record_cname": "RecordCname",
                "proxied": "Proxied",
                "source_type": "RecordSourceType",
                "data": _data,
            },
        ),
    ),
    within(
        "ListTransportLayerApplications",
        "Applications",
        "ApplicationId",
        Yield(
            kind="alicloud_esa_transport_layer_application",
            identity=lambda item: f"application:{item.get('ApplicationId')}",
            values={"site_id": "?SiteId", "record_name": "RecordName", "rules": _rules},
        ),
    ),
)
