"""What the products that answer a name before an origin have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Proxy, Relation
from icplint.policy import ALIBABA
from icplint.resources.rows import NOT_SAID, Field, Finder, GivenName, Name, NodeRow, Values, constant, first, is_set
from icplint.resources.titles import titled

NO_HOST: Final = Text(en="{name} is no host name", zh="{name} 不是完整的域名")
SETTLE_HOST: Final = Text(en="write the full name, such as www.example.cn", zh="写明完整域名，如 www.example.cn")
STOPPED: Final = frozenset({"offline", "stopping"})
DISPUTED: Final = Unknown(
    Text(
        en="Alibaba Cloud's pages say in English that a stopped domain leads to its origin, "
        "in Chinese that it leads nowhere",
        zh="阿里云英文文档称停用的域名会回源，中文文档称会解析到无效地址",
    ),
    settle=Text(en="look up what the name resolves to", zh="查询该域名的实际解析结果"),
)
"""What becomes of the visitors of a stopped domain of CDN or DCDN.

Source: StopCdnDomain, https://www.alibabacloud.com/help/doc-detail/91194.html ("routes all the requests that are
destined for the accelerated domain to the origin server") and https://help.aliyun.com/document_detail/91194.html
(该域名会被解析到无效地址); StopDcdnDomain likewise.
"""


Naming = Callable[[Resource, Finder], Iterable[GivenName]]


def cname_field(path: str, older: str = "") -> Callable[[Resource, Finder], str | Unknown]:
    """Return a field: the name at a path, or at an older one for it, `.example.cn` being a wildcard."""

    def name(resource: Resource, finder: Finder) -> str | Unknown:
        value = titled(first(resource.values, path), resource, finder)
        if older and not is_set(value):
            value = first(resource.values, older)
        if isinstance(value, str) and value:
            return host_name(value) if "." in value else Unknown(NO_HOST.using(name=value), settle=SETTLE_HOST)
        return value if isinstance(value, Unknown) else Unknown(NOT_SAID.using(kind=resource.address, what=path))

    return name


def place_of(argument: str) -> Callable[[Resource, Finder], Origin | None]:
    """Return a field: where an argument is written; None where it is not."""

    def place(resource: Resource, _finder: Finder) -> Origin | None:
        return resource.place(argument) if is_set(resource.values.get(argument)) else None

    return place


def online(resource: Resource, _finder: Finder) -> bool | Unknown:
    """A domain answers unless its `status` says that it is stopped."""
    status = resource.values.get("status")
    if isinstance(status, Unknown):
        return status if status.written else True
    return status not in STOPPED


def proxy(
    kind: str,
    product: str,
    *,
    origins: Values | None,
    name: str = "domain_name",
    older: str = "",
    names: tuple[Name, ...] = ("cname",),
    fields: Mapping[str, Field],
    defaults: Mapping[str, Any] | None = None,
    naming: Naming | None = None,
    shared: bool = True,
) -> NodeRow:
    """Return the row of a type that answers the name at `name` and fetches from `origins`; None: from nothing."""
    given = cname_field(name, older)

    def itself(resource: Resource, finder: Finder) -> Iterable[GivenName]:
        return (GivenName(given(resource, finder), name),)

    return NodeRow(
        kind=kind,
        node=Proxy,
        key=given if shared else None,
        shared=shared,
        fields={
            "product": constant(product),
            "provider": constant(ALIBABA),
            "fetches": constant(origins is not None),
            **fields,
        },
        defaults=defaults or {},
        names=names,
        edges={} if origins is None else {Relation.FRONTS: origins},
        edges_in={Relation.SERVED_BY: naming or itself},
    )


def accelerated(
    kind: str, product: str, origins: Values | None, *, led: Unknown | bool = DISPUTED, default: str = "domestic"
) -> NodeRow:
    """Return the row of a domain with a `scope` (by default that of the mainland) and a `status`."""
    return proxy(
        kind,
        product,
        origins=origins,
        fields={"scope": "scope", "scope_origin": place_of("scope"), "active": online, "led": constant(led)},
        defaults={"scope": default},
    )
