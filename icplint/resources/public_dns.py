"""What public DNS answered: records, names that there are not, and to whom zones are delegated."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from icplint.model.names import host_name, registrable_domain
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text, listing, plain
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Edge, Record
from icplint.resources.rows import Entry, Finder, Named, always

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


class Verdict(StrEnum):
    """Whose the name servers of a zone are: of those who hold it, of others, of nobody one can tell; or no answer."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    OWN = "own"
    SILENT = "silent"


class Told(NamedTuple):
    """What one resolver says of a zone."""

    resolver: str
    verdict: Verdict
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


def _host(resource: Resource, _finder: Finder) -> Iterator[Named]:
    yield Named(str(resource.values["host"]), "host")


def unasked(zone: object, rank: Rank, finder: Finder, holders: tuple[str, ...]) -> Text | Unknown | None:
    """Return why nobody asks a zone: it is delegated to name servers under none of the `holders`' domains.

    A doubt where resolvers differ or one did not answer, and for what is only written down yet: it says what will be,
    while the delegation says what is today. None where the zone is asked, or where nobody was asked about it.
    """
    if not isinstance(zone, str) or not finder.all("dns_delegation"):
        return None
    told = list(_told(host_name(zone), finder, holders))
    by_verdict = {each.verdict: each.why for each in told}
    away = by_verdict.get(Verdict.OWN) or by_verdict.get(Verdict.ELSEWHERE)
    if Verdict.HERE in by_verdict or away is None:
        return None
    asked = listing([plain(each.resolver) for each in told if each.verdict is not Verdict.SILENT])
    why = ASKED_OF.using(why=away, resolvers=asked)
    certain = set(by_verdict) == {Verdict.ELSEWHERE} and rank >= Rank.STATE
    return why if certain else Unknown(why, settle=SETTLE)


def _told(zone: str, finder: Finder, holders: tuple[str, ...]) -> Iterator[Told]:
    above = {each.values["resolver"]: each for each in finder.called(f"NS {registrable_domain(zone)}")}
    for found in finder.called(f"NS {zone}"):
        resolver = str(found.values["resolver"])
        cut = found.values.get("servers") or "unanswered" in found.values or found.values["absent"]
        yield _of(found if cut else above.get(resolver, found), resolver, holders)


def _of(found: Resource, resolver: str, holders: tuple[str, ...]) -> Told:
    values, zone = found.values, str(found.values["zone"])
    if isinstance(unanswered := values.get("unanswered"), Unknown):
        return Told(resolver, Verdict.SILENT, unanswered.why)
    if values["absent"]:
        return Told(resolver, Verdict.ELSEWHERE, GONE.using(zone=zone))
    servers: list[str] = values["servers"]
    words = {"zone": zone, "servers": listing([plain(server) for server in servers])}
    if any(_under(server, holders) for server in servers):
        return Told(resolver, Verdict.HERE, ELSEWHERE.using(**words))
    if any(_under(server, (str(registrable_domain(zone)),)) for server in servers):
        return Told(resolver, Verdict.OWN, OWN.using(**words))
    return Told(resolver, Verdict.ELSEWHERE if servers else Verdict.SILENT, ELSEWHERE.using(**words))


def _under(name: str, domains: tuple[str, ...]) -> bool:
    return any(name == domain or name.endswith(f".{domain}") for domain in domains)


ROWS: Final = (
    Entry(
        kind="dns_record",
        node=Record,
        fields={
            "host": "host",
            "record_type": "type",
            "line": "resolver",  # others may be answered otherwise
            "enabled": always(True),
            "void": void,
            "resolver": "resolver",
        },
        edges={Edge.RESOLVES_TO: "value"},
        edges_in={Edge.ANSWERED_BY: _host},
    ),
)
