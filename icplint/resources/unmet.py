"""Resource types that icplint does not know: by general rules, what may name or serve a website is doubt.

A resource of a type without a row matters where it leads to a served thing of the run, where it has host names under
the arguments by which providers call them, and where it looks like a DNS record. What it says is never certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from icplint.model.memo import Memo
from icplint.model.regex import regex
from icplint.model.resource import Resource, Syntactic
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.model.vocabulary import Relation, Service
from icplint.resources.carriers import CARRIERS, RENDERING, carried
from icplint.resources.hostnames import Hosted, aside, holds_names, hosted, is_website, wordlist, words
from icplint.resources.neutral import APEX, CUSTOM, neutral
from icplint.resources.rows import Finder, GivenName, NodeRow, constant
from icplint.resources.unmet_records import records, speaks, validates
from icplint.resources.unmodelled import PLUGINS
from icplint.resources.written_names import written_names

BY_NO_NAME: Final = Text(
    en="{address} leads to {target}, and by which names it is reached is not written",
    zh="{address} 指向 {target}，但没有写明通过哪些域名访问",
)
NOT_WRITTEN: Final = Text(
    en="{address} names {argument}, and its value is not known: {why}", zh="{address} 的 {argument} 的值未知：{why}"
)
GONE_OVER: Final = "alicloud_"
"""The provider whose schema (1.283.0) was gone over: what has no row there names hosts as the rules say, or not."""
_OF_NAMES: Final = regex(r"_(?:domain|hostname|website|custom_host)s?(?:_mapping|_binding|_name|_association)?$")
_MACHINE: Final = regex(
    r"_(?:instance|vm|virtual_machine|bare_metal|droplet|node)s?(?:_v\d)?$"
    r"|^[a-z0-9]+_(?:(?:bare_?metal|bms?|cloud|compute|dedicated|ecs|instance|project|virtual|vps)_)*servers?(?:_v\d)?$"
)
_ITS_OWN: Final = frozenset({"hostname", "host_name", "name"})
"""What a machine calls itself there: visitors know nothing of it."""
_REACHED: Final = wordlist(
    "address addresses cname dns domain domains eip endpoint endpoints fqdn host hosts hostname hostnames",
    "internet ip ips ipv4 ipv6 slb url urls uri",
)
"""Words of the attributes by which somebody reaches a thing."""
_GUARDED: Final = wordlist(
    "acl acls allow allowed allowlist block blocked cidr cidrs deny denied exclude ingress permit permitted",
    "security trusted whitelist white",
)
"""Words of the arguments that say who may reach what."""
_IN_CLUSTERS: Final = frozenset({"argocd", "helm", "kubectl", "kubernetes", "kustomization"})
Reaching = Callable[[Resource, Any], bool]
"""Whether a value of a resource leads to something that visitors reach."""


class Sight(NamedTuple):
    """What a resource says: the names that it gives, and the values that lead somewhere."""

    names: tuple[GivenName, ...]
    leads: tuple[Any, ...]
    record: bool


class Unmet:
    """The rows of types that have none in the table; what a resource says is worked out once."""

    def __init__(self, reaching: Reaching) -> None:
        self._reaching = reaching
        self._rows = Memo(self._rows_of)
        self._seen: dict[int, Sight] = {}

    def rows(self, kind: str) -> tuple[NodeRow, ...]:
        """Return the row of a type, none where it is a data source that only looks up."""
        return self._rows[kind]

    def _rows_of(self, kind: str) -> tuple[NodeRow, ...]:
        asked = kind in CARRIERS | RENDERING or ("_" in kind and not kind.startswith("data."))
        return (self._row(kind),) if asked else ()

    def counts(self, resource: Resource, finder: Finder) -> bool:
        """Return whether a resource is worth telling of: where it matters, or where that is not known."""
        known = resource.kind.startswith((GONE_OVER, "data.")) or neutral(resource.kind) is not None
        return not known or bool(self._sight(resource, finder).names)

    def _row(self, kind: str) -> NodeRow:
        return NodeRow(
            kind=kind,
            node=Service,
            when=lambda resource, finder: bool(self._sight(resource, finder).names),
            fields={
                "product": constant(kind),
                "plugin": constant(PLUGINS.get(_provider(kind), "")),
                "told": lambda resource, finder: not self._sight(resource, finder).record,
                "record": lambda resource, finder: self._sight(resource, finder).record,
            },
            names=("id", "cname", "dns_name"),
            edges={Relation.FORWARDS_TO: lambda resource, finder: self._sight(resource, finder).leads},
            edges_in={Relation.SERVED_BY: lambda resource, finder: self._sight(resource, finder).names},
        )

    def _sight(self, resource: Resource, finder: Finder) -> Sight:
        if id(resource) not in self._seen:
            self._seen[id(resource)] = self._look(resource, finder)
        return self._seen[id(resource)]

    def _look(self, resource: Resource, finder: Finder) -> Sight:
        if resource.kind in CARRIERS:
            held = dict.fromkeys(carried(resource))
            return Sight(tuple(GivenName(*one, certain=False) for one in held), (), record=False)
        if neutral(resource.kind) is not None:
            return Sight(tuple(_customers(resource)), (), record=False)
        found = list(records(resource))
        if found or resource.kind in APEX:
            told = [one for one in found if one.leads_visitors]
            names = tuple(one.named(resource, finder) for one in told)
            names = tuple(one for one in names if not validates(one.name))
            return Sight(names, tuple(value for one in told for value in one.values if value != ""), record=True)
        values = _telling(resource)
        leads = tuple(value for value in _leaves(resource.kind, values) if self._reaching(resource, value))
        names = tuple(_named(resource, values))
        if leads and not names:
            text = BY_NO_NAME.using(address=resource.address, target=_shown(leads[0]))
            names = (GivenName(Unknown(text), "", certain=False),)
        return Sight(names, leads, record=False)


def _customers(resource: Resource) -> Iterator[GivenName]:
    """Return the names of its customer that a service takes, although its type is told apart: `custom_domain`."""
    asked = [key for key in resource.values if CUSTOM.search(key)]
    values = {key: value for key in asked if (value := resource.values.get(key)) is not None}
    return _named(resource, values) if values else iter(())


def _telling(resource: Resource) -> dict[str, Any]:
    """Return the arguments that may hold names, addresses or references; which do not is told from the syntax."""
    values, ids = resource.values, _provider(resource.kind) not in _IN_CLUSTERS
    asked = [key for key in values if not aside(key)]
    if isinstance(values, Syntactic):
        asked = [key for key in asked if key == "type" or not values.bare(key, _names, ids=ids)]
    return {key: value for key in asked if (value := values.get(key)) is not None}


def _names(key: str) -> bool:
    return bool(holds_names(key))


def _provider(kind: str) -> str:
    return kind.removeprefix("data.").partition("_")[0]


def _named(resource: Resource, values: Mapping[str, Any]) -> Iterator[GivenName]:
    """Yield each name once, and one unknown for all that are not known."""
    seen: set[str] = set()
    machine = _MACHINE.search(resource.kind)
    for name, argument in (*hosted(values), *_titled(resource), *_written(resource, values)):
        if machine and argument in _ITS_OWN:
            continue
        key = name if isinstance(name, str) else ""
        if key in seen:
            continue
        seen.add(key)
        if isinstance(name, Unknown):
            text = NOT_WRITTEN.using(address=resource.address, argument=argument, why=name.why)
            yield GivenName(Unknown(text, settle=name.settle), argument, certain=False)
        else:
            yield GivenName(name, argument, certain=False)


def _written(resource: Resource, values: Mapping[str, Any]) -> Iterable[Hosted]:
    """Return the names under any other argument, where no rule and no schema says what such arguments hold."""
    kind, own = resource.kind, _provider(resource.kind)
    if own in _IN_CLUSTERS or kind.startswith(GONE_OVER) or speaks(kind):
        return ()
    return written_names(values, own)


def _titled(resource: Resource) -> Iterator[Hosted]:
    """Yield the name of a resource whose type is one of names: `huaweicloud_live_domain`, `…_domain_mapping`."""
    name = resource.values.get("name") if _OF_NAMES.search(resource.kind) else None
    if (isinstance(name, Unknown) and name.written) or (isinstance(name, str) and is_website(name)):
        yield Hosted(name, "name")


def _shown(value: Any) -> str:
    return str(value.refs[0]) if isinstance(value, Unknown) else str(value)


def _leaves(kind: str, values: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the values by which a resource may lead somewhere: references, addresses, host names."""
    own = _provider(kind)
    for key, value in values.items():
        yield from _under(value, key, own)


def _under(value: Any, key: str, own: str, depth: int = 0) -> Iterator[Any]:
    if aside(key) or _GUARDED & set(words(key)):
        return
    if isinstance(value, Mapping) and depth < _DEEP:
        for inner in value:
            yield from _under(value.get(inner), str(inner), own, depth + 1)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _under(one, key, own, depth + 1)
    elif isinstance(value, Unknown):
        if any(_reaches(reference, own) for reference in value.refs):
            yield value
    elif isinstance(value, str) and (_ADDRESS.fullmatch(value) or is_website(value)):
        yield value


_DEEP: Final = 24
_INDEX: Final = regex(r"\[[^\]]*\]")
_ADDRESS: Final = regex(r"\d+\.\d+\.\d+\.\d+|[0-9a-fA-F]*:[0-9a-fA-F:.]+")


def _reaches(reference: Reference, own: str) -> bool:
    """Whether a resource of the provider `own` leads on by a reference: where somebody reaches what it points at.

    The attribute may be lost, as a plan loses it, or be the id by which a service of a cluster names its balancer.
    """
    if not reference.attribute:
        return f".{own}_" not in f".{reference.address}"  # parts of one provider name each other by their ids
    return own in _IN_CLUSTERS or reached(reference.attribute)


def reached(attribute: str) -> bool:
    """Return whether an attribute is one by which somebody reaches a thing from outside, as far as its words tell."""
    said = set(words(_INDEX.sub("", attribute)))
    return bool(_REACHED & said and not {"private", "id"} & said)
