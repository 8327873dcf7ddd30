"""What public DNS answered: records, names that there are not, and to whom zones are delegated."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from icplint.model.names import host_name, registrable_domain
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text, listing, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Record, Relation
from icplint.resources.rows import Finder, GivenName, NodeRow, constant

NO_NAME: Final = Text(
    en="the resolver {resolver} says that there is no name {name} (NXDOMAIN)",
    zh="DNS 服务器 {resolver} 应答 {name} 不存在（NXDOMAIN）",
)
NO_ADDRESS: Final = Text(
    en="the resolver {resolver} says that {name} has no address", zh="DNS 服务器 {resolver} 应答 {name} 没有地址记录"
)
ELSEWHERE: Final = Text(
    en="the name servers of {zone} are {servers}, so nobody asks this zone",
    zh="{zone} 的 DNS 服务器为 {servers}，该区域的记录不会被查询",
)
GONE: Final = Text(
    en="{zone} is not delegated at all (NXDOMAIN), so nobody asks this zone",
    zh="{zone} 在公共 DNS 中不存在（NXDOMAIN），该区域的记录不会被查询",
)
OWN: Final = Text(
    en="the name servers of {zone} are {servers}, names of its own: whose they are is not known",
    zh="{zone} 的 DNS 服务器为自有域名 {servers}，其实际归属未知",
)
SETTLE: Final = Text(
    en="delegate the zone to the name servers that the console shows, or take its records away",
    zh="将域名的 DNS 服务器修改为控制台显示的地址，或清理该区域的记录",
)
ASKED_OF: Final = Text(en="{why} (asked of {resolvers})", zh="{why}（{resolvers} 的应答）")


class ZoneHolder(StrEnum):
    """Whose the name servers of a zone are: of those who hold it, of others, or not known; or no answer."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    OWN = "own"
    SILENT = "silent"


class ZoneAnswer(NamedTuple):
    """What one resolver says of a zone."""

    resolver: str
    verdict: ZoneHolder
    why: Text


def void(resource: Resource, _finder: Finder) -> Text | Unknown | None:
    """Return why an answer leads nowhere: there is no such name or address, or it never came."""
    values = resource.values
    if values["value"]:
        return None
    unanswered = values.get("unanswered")
    if isinstance(unanswered, Unknown):
        return unanswered
    text = NO_NAME if values["answer"] == "NXDOMAIN" else NO_ADDRESS
    return text.using(resolver=values["resolver"], name=values["host"])


def _host(resource: Resource, _finder: Finder) -> Iterator[GivenName]:
    yield GivenName(str(resource.values["host"]), "host")


def unasked(zone: object, rank: Rank, finder: Finder, holders: tuple[str, ...]) -> Text | Unknown | None:
    """Return why resolvers do not ask a zone: it is delegated to name servers under none of the `holders`' domains.

    A doubt where resolvers differ or one did not answer, and for what is only written down yet: it says what will be,
    while the delegation says what is today. None where the zone is asked, or where nobody was asked about it.
    """
    if not isinstance(zone, str) or not finder.by_kind("dns_delegation"):
        return None
    told = list(_told(host_name(zone), finder, holders))
    by_verdict = {each.verdict: each.why for each in told}
    away = by_verdict.get(ZoneHolder.OWN) or by_verdict.get(ZoneHolder.ELSEWHERE)
    if ZoneHolder.HERE in by_verdict or away is None:
        return None
    asked = listing([plain(each.resolver) for each in told if each.verdict is not ZoneHolder.SILENT])
    why = ASKED_OF.using(why=away, resolvers=asked)
    certain = set(by_verdict) == {ZoneHolder.ELSEWHERE} and rank >= Rank.STATE
    return why if certain else Unknown(why, settle=SETTLE)


def _told(zone: str, finder: Finder, holders: tuple[str, ...]) -> Iterator[ZoneAnswer]:
    above = {each.values["resolver"]: each for each in finder.by_id(f"NS {registrable_domain(zone)}")}
    for found in finder.by_id(f"NS {zone}"):
        resolver = str(found.values["resolver"])
        cut = found.values.get("servers") or "unanswered" in found.values or found.values["absent"]
        yield _of(found if cut else above.get(resolver, found), resolver, holders)


def _of(found: Resource, resolver: str, holders: tuple[str, ...]) -> ZoneAnswer:
    values, zone = found.values, str(found.values["zone"])
    if isinstance(unanswered := values.get("unanswered"), Unknown):
        return ZoneAnswer(resolver, ZoneHolder.SILENT, unanswered.why)
    if values["absent"]:
        return ZoneAnswer(resolver, ZoneHolder.ELSEWHERE, GONE.using(zone=zone))
    servers: list[str] = values["servers"]
    words = {"zone": zone, "servers": listing([plain(server) for server in servers])}
    if any(_under(server, holders) for server in servers):
        return ZoneAnswer(resolver, ZoneHolder.HERE, ELSEWHERE.using(**words))
    if any(_under(server, (str(registrable_domain(zone)),)) for server in servers):
        return ZoneAnswer(resolver, ZoneHolder.OWN, OWN.using(**words))
    return ZoneAnswer(resolver, ZoneHolder.ELSEWHERE if servers else ZoneHolder.SILENT, ELSEWHERE.using(**words))


def _under(name: str, domains: tuple[str, ...]) -> bool:
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)


ROWS: Final = (
    NodeRow(
        kind="dns_record",
        node=Record,
        fields={
            "host": "host",
            "record_type": "type",
            "line": "resolver",  # others may be answered otherwise
            "enabled": constant(True),
            "void": void,
            "resolver": "resolver",
        },
        edges={Relation.RESOLVES_TO: "value"},
        edges_in={Relation.ANSWERED_BY: _host},
    ),
)
