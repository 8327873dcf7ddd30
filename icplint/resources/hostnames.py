"""Where the arguments of any provider hold host names: by what the arguments are called."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from icplint.model.names import registrable_domain
from icplint.model.regex import regex
from icplint.model.unknown import Unknown


def wordlist(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(word for line in lines for word in line.split())


_WORD: Final = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+")
_NAMES: Final = wordlist("domain domainname subdomain fqdn vhost hostname host sni cname website alias pattern")
"""What an argument that holds host names is called at its end, in the singular."""
_MACHINES: Final = frozenset({"alias name", "dns name", "host name", "server name"})
_PAIRS: Final = _MACHINES | {"cname from", "domain list", "domain name", "host header"}
_MATCHED: Final = frozenset({"domain", "host", "host header", "host name", "hostname"})
"""What the rules of balancers match, where they say it by their type: `type = "HOST_NAME"`."""
_WEAK: Final = _MACHINES | wordlist("pattern host hostname alias sni website")
"""Words that are said of machines too: where the name is not known, they tell nothing."""
_OTHERWISE: Final = wordlist(
    "ad auth backend bastion bucket callback check cluster cookie database db dedicated default destination",
    "dhcp docker email fault health id ids internal kafka ldap log mail master memcached multicast mx mysql",
    "nfs ns ntp origin peer postgres primary private proxy ptr rabbitmq redirect redis referer referers",
    "registry replica search smtp source ssh subject target template transit update upstream user validation",
    "verification webhook zookeeper protection health_check mount",
)
"""Words by which such an argument is something else: an origin, a machine, a directory."""
_OTHER_PARTS: Final = wordlist(
    "auth backend callback check destination health log origin peer probe redirect referer rewrite source upstream",
    "validation webhook",
)
_STORES: Final = wordlist(
    "cache database db kafka ldap mail memcached mongodb mysql postgres postgresql rabbitmq redis smtp"
)
"""Words of the settings of a chart that say where software finds another."""
"""Words of blocks whose names are not those by which visitors come."""
_ASIDE: Final = wordlist(
    "connection count custom_host_alias custom_host_alias_v2 depends_on description environment",
    "environment_variables env for_each",
    "host_aliases lifecycle",
    "metadata_startup_script provisioner tags timeouts triggers user_data user_data_base64 nodeSelector",
    "node_selector affinity readiness_probe liveness_probe startup_probe readinessProbe livenessProbe",
    "startupProbe",
)
"""Arguments that hold settings of software or of Terraform."""
_HOST: Final = regex(r"(?:\*\.|\.)?(?:[^\s/:@.,;*${}()\[\]\"'`<>=?#!%^&|\\~+]+\.)+[^\W\d_][\w-]*\.?")
_LINE: Final = regex(r"^(?P<indent>\s*)(?P<dash>-\s+)*(?:[\"']?(?P<key>[\w./-]+)[\"']?\s*:(?:\s+|$))?(?P<rest>.*)$")
_RULE: Final = regex(r"\bHost(?:SNI)?\(([^)]*)\)")
"""How Traefik writes the names of a router, in labels and in its own routes."""
_SCHEME: Final = regex(r"^[a-z][a-z0-9+.-]*://")
_PATH: Final = regex(r"[/?#].*$|:\d+$")
_KIND: Final = regex(r"(?m)^[\"']?kind[\"']?:\s*[\"']?(\w+)")
_INSIDE: Final = wordlist(
    "Certificate ClusterIssuer ClusterRole ClusterRoleBinding ConfigMap CronJob CustomResourceDefinition",
    "DaemonSet Deployment HorizontalPodAutoscaler Issuer Job Namespace NetworkPolicy PersistentVolume",
    "PersistentVolumeClaim Pod PodMonitor PrometheusRule ReplicaSet Role RoleBinding Secret ServiceAccount",
    "ServiceMonitor StatefulSet StorageClass",
)
"""Objects of a cluster that visitors reach only by way of others: services, ingresses, routes."""
_QUOTED: Final = regex(r"[`\"']([^`\"']+)[`\"']")


class Hosted(NamedTuple):
    """A host name, or the unknown that stands for one, and the top-level argument in which it stands."""

    name: str | Unknown
    argument: str


def is_website(text: Any) -> bool:
    """Return whether a value is a host name under a public suffix, of no label that begins with an underscore."""
    if not isinstance(text, str) or not _HOST.fullmatch(text) or "._" in f".{text}":
        return False
    return registrable_domain(text) is not None


@cache
def words(key: str) -> tuple[str, ...]:
    """Return the words of an argument's name, in lower case; of an annotation's those after its prefix."""
    tail = key.rpartition("/")[2].rpartition(".")[2]
    return tuple(word.lower() for word in _WORD.findall(tail))


@cache
def holds_names(key: str) -> str:
    """Return the word by which an argument holds host names, empty where it does not."""
    said = words(key)
    if not said or _OTHERWISE & set(said):
        return ""
    last = _singular(said[-1])
    pair = f"{said[-2]} {last}" if len(said) > 1 else ""
    if pair in _PAIRS:
        return pair
    if len(said) > 1 and (last == "pattern" or said[0] == "max"):
        return ""
    return last if last in _NAMES else ""


def aside(key: str) -> bool:
    """Return whether an argument holds settings of software or of Terraform."""
    return key in _ASIDE


def _singular(word: str) -> str:
    return "alias" if word == "aliases" else word.removesuffix("s") if word not in {"alias", "dns"} else word


def hosted(values: Mapping[str, Any]) -> Iterator[Hosted]:
    """Yield the host names in the arguments of a resource, by what the arguments are called, however deep."""
    for key in _MATCHES if _matches(values) else ():
        for name in _in(values.get(key), "domain", depth=0):
            yield Hosted(name, key)
    for key in values:
        if key not in _ASIDE and not _OTHER_PARTS & {_singular(said) for said in words(key)}:
            for name in _in(values.get(key), key, depth=0):
                yield Hosted(name, key)


def _in(value: Any, key: str, depth: int) -> Iterator[str | Unknown]:
    word = holds_names(key)
    if isinstance(value, Mapping) and depth < _DEEP:
        if "apiVersion" in value and value.get("kind") in _INSIDE:
            return
        yield from _in_object(value, word or ("dns" if key == "dns" else ""), depth)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _in(one, key, depth)
    elif isinstance(value, Unknown):
        if word and word not in _WEAK and value.written:
            yield value
    elif isinstance(value, str):
        yield from _in_text(value, bool(word))


_DEEP: Final = 24
"""Deeper than any manifest nests its names."""


def _in_object(value: Mapping[str, Any], word: str, depth: int) -> Iterator[str | Unknown]:
    for inner in value:
        if inner in _ASIDE:
            continue
        found = value.get(inner)
        if word and inner in {"name", "value", "names", "exact", "prefix"}:
            yield from _in(found, "domain", depth + 1)
        elif _is_chart(found) or not (_OTHER_PARTS | _STORES) & {_singular(said) for said in words(inner)}:
            yield from _in(found, inner, depth + 1)
    if _matches(value) or _sets(value):
        for key in _MATCHES:
            yield from _in(value.get(key), "domain", depth + 1)


def _is_chart(value: Any) -> bool:
    """Whether something is the source of an application with the values of its chart, and no source of content."""
    blocks = value if isinstance(value, list) else [value]
    return any(isinstance(one, Mapping) and "helm" in one for one in blocks)


_MATCHES: Final = ("value", "values")


def _matches(value: Mapping[str, Any]) -> bool:
    """Whether something matches requests by their host: `type = "HOST_NAME"` of a balancer's rule."""
    written = frozenset(value)  # asks for no value, which may cost an evaluation
    told = value.get("type") if "type" in written and written.intersection(_MATCHES) else None
    return isinstance(told, str) and holds_names(told) in _MATCHED


def _sets(value: Mapping[str, Any]) -> bool:
    """Whether something sets a host name of a chart: `set` of a Helm release, `name = "ingress.hosts[0]"`."""
    told = value.get("name") if "value" in value else None
    if not isinstance(told, str):
        return False
    path = re.sub(r"\[\d+\]|\{.*", "", told)
    return bool(holds_names(path)) and not any(_STORES & set(words(part)) for part in path.split("."))


def _in_text(text: str, named: bool) -> Iterator[str]:
    if named and text[:1] == "{" and '"' not in text and "\n" not in text:
        text = text.strip("{}")  # a list, as Helm writes one in `set`
    if "\n" in text or text[:1] in "{[":
        yield from _in_document(text)
    elif named:
        parts = (_PATH.sub("", _SCHEME.sub("", part)) for part in re.split(r"[\s,;]+", text))
        yield from (part for part in parts if is_website(part))
    for rule in _RULE.findall(text) if "Host" in text else ():
        yield from (name for name in _QUOTED.findall(rule) if is_website(name))


def _in_document(text: str) -> Iterator[str]:
    """Yield the names in a JSON or YAML text: of YAML, line by line, as it may hold templates."""
    if text.lstrip()[:1] in {"{", "["}:
        try:
            document = json.loads(text)
        except (ValueError, RecursionError):
            document = None
        if isinstance(document, dict | list):
            found = document if isinstance(document, dict) else {"": document}
            yield from (one.name for one in hosted(found) if isinstance(one.name, str))
            return
    for part in re.split(r"(?m)^---.*$", text):
        kind = _KIND.search(part)
        if kind is None or kind[1] not in _INSIDE:
            yield from _in_lines(part.splitlines())


def _in_lines(lines: Iterable[str]) -> Iterator[str]:
    under, depth, store = False, -1, _DEEPEST
    for line in lines:
        match = _LINE.match(line)
        if match is None or (not match["rest"] and not match["key"]):
            continue
        indent = len(match["indent"])
        if indent > store:
            continue
        store = _DEEPEST
        if match["key"]:
            named = bool(holds_names(match["key"]))
            if not match["rest"]:
                under, depth = named, indent
                store = indent if _STORES & set(words(match["key"])) else _DEEPEST
                continue
            if not named:
                if indent <= depth and not match["dash"]:
                    under = False
                continue
        elif not (under and match["dash"] and indent >= depth):
            continue
        value = match["rest"].split(" #")[0].strip().strip("[]\"'")
        yield from (one for part in value.split(",") if is_website(one := part.strip().strip("\"'")))


_DEEPEST: Final = 1 << 30
"""A column right of every line."""
