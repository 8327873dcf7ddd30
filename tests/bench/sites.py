"""Websites as data: each is five resources, of which `hcl.py` makes a file and `plan.py` a part of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

DOMAINS: Final = 50
"""How many registrable domains the sites share, where nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Expression:
    """What is written where a constant is not: its source, what it refers to, and its value, if a plan knows it."""

    source: str
    references: tuple[str, ...]
    value: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """One resource: `arguments` are constants and expressions; a list of dicts is one nested block for each."""

    kind: str
    name: str
    arguments: Mapping[str, Any]
    provider: str = "alicloud"

    @property
    def address(self) -> str:
        return f"{self.kind}.{self.name}"


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: what a plan knows it as, and how its block is written."""

    value: str
    block: Mapping[str, Any] = field(default_factory=dict)


VARIABLES: Final = {
    "region": Variable("cn-hangzhou", {"default": "cn-hangzhou"}),
    "environment": Variable(
        "production", {"description": "Part of every name that must be unique.", "default": "production"}
    ),
    "scope": Variable("domestic", {"description": "Where the edge nodes of the newest sites are."}),
}
REGIONS: Final = {
    "alicloud": Expression("var.region", ("var.region",), VARIABLES["region"].value),
    "alicloud.hongkong": "cn-hongkong",
}


def reference(kind: str, name: str, attribute: str) -> Expression:
    """Return a reference to what apply will make known."""
    return Expression(f"{kind}.{name}.{attribute}", (f"{kind}.{name}.{attribute}", f"{kind}.{name}"))


@dataclass(frozen=True, slots=True)
class Site:
    """The nth website. Of ten, most differ from the plain one in something, so that every answer comes up."""

    number: int
    domains: int = DOMAINS
    """How many registrable domains it shares with the others."""

    @property
    def name(self) -> str:
        return f"site{self.number:04}"

    @property
    def domain(self) -> str:
        return f"example{self.number % self.domains}.cn"

    @property
    def filed(self) -> bool:
        return self.number % 10 not in {2, 3, 7}

    @property
    def access(self) -> str:
        """The access provider that the filing names."""
        return "tencent" if self.number % 10 == 4 else "alibaba"

    @property
    def provider(self) -> str:
        return "alicloud.hongkong" if self.number % 10 == 3 else "alicloud"

    @property
    def direct(self) -> bool:
        """Whether the name leads to the server itself, past the CDN."""
        return self.number % 10 in {3, 4, 9}

    @property
    def scope(self) -> str | Expression | None:
        """The scope as written; nothing means the mainland."""
        variable = Expression("var.scope", ("var.scope",), VARIABLES["scope"].value)
        return {3: "overseas", 5: "overseas", 6: "global", 7: variable, 8: None}.get(self.number % 10, "domestic")

    def resources(self) -> Iterator[Resource]:
        """Yield the site's resources."""
        group = {"security_group_name": self.name, "description": f"Visitors of {self.name}"}
        yield self._made("alicloud_security_group", **group)
        yield self._instance()
        yield self._made("alicloud_oss_bucket", bucket=self._unique(f"{self.name}-files"), tags={"site": self.name})
        yield self._cdn()
        yield self._record()

    def _made(self, kind: str, **arguments: Any) -> Resource:
        return Resource(kind=kind, name=self.name, arguments=arguments, provider=self.provider)

    @staticmethod
    def _unique(name: str) -> Expression:
        value = f"{name}-{VARIABLES['environment'].value}"
        return Expression(f'"{name}-${{var.environment}}"', ("var.environment",), value)

    def _instance(self) -> Resource:
        group = reference("alicloud_security_group", self.name, "id")
        return self._made(
            "alicloud_instance",
            instance_name=self._unique(self.name),
            instance_type="ecs.g7.large",
            image_id="aliyun_3_x64_20G_alibase_20240819.vhd",
            security_groups=Expression(f"[{group.source}]", group.references),
            internet_max_bandwidth_out=10,
            instance_charge_type="PrePaid",
            period=1 if self.number % 10 == 4 else 12,
        )

    def _cdn(self) -> Resource:
        origin = {"type": "ipaddr", "content": reference("alicloud_instance", self.name, "public_ip"), "port": 443}
        scope = {} if self.scope is None else {"scope": self.scope}
        return Resource(
            kind="alicloud_cdn_domain_new",
            name=self.name,
            arguments={
                "domain_name": f"{self.name}.{self.domain}",
                "cdn_type": "web",
                **scope,
                "sources": [{**origin, "priority": 20}],
            },
        )

    def _record(self) -> Resource:
        kind, attribute = ("alicloud_instance", "public_ip") if self.direct else ("alicloud_cdn_domain_new", "cname")
        return Resource(
            kind="alicloud_alidns_record",
            name=self.name,
            arguments={
                "domain_name": self.domain,
                "rr": self.name,
                "type": "A" if self.direct else "CNAME",
                "value": reference(kind, self.name, attribute),
            },
        )


def filings(domains: int = DOMAINS) -> str:
    """Return a register of the sites' domains, but of those that are not filed."""
    return "\n".join(
        f'[[filing]]\ndomain = "{site.domain}"\nlicence = "浙ICP备2023001234号-{site.number + 1}"\n'
        f'access_providers = ["{site.access}"]\n'
        for site in map(Site, range(domains))
        if site.filed
    )
