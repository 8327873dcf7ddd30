"""Host names written in a resource of unknown type, whatever the argument is called: as a name, or in a URL."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from icplint.model.names import registrable_domain
from icplint.model.regex import regex
from icplint.resources.hostnames import Hosted, aside, is_website, wordlist, words

_OF_OTHERS: Final = wordlist(
    "allow allowed allowlist api audience auth authority authorization authorized backend backends blocked bucket",
    "callback callbacks check checks cidr cidrs client cluster contact contacts control cors database db denied",
    "destination destinations discovery dns domain_controller endpoint endpoints exclude excluded fallback forward",
    "forwarder forwarding gateway health healthcheck hook host_alias identifier idp ingest integration integrations",
    "internal issuer jwks ldap log login logo logout logs metadata mirror mirrors monitor monitoring mx nameserver",
    "nameservers nodes ns ntp oauth oidc origin origins owner parent peer peers primary principal principals",
    "private probe prometheus proxy ptr rdns recipients redirect redirection redirects refer referer referers",
    "register remote replica reset resolver return reverse saml sender sign smtp sns soa source sources sso support",
    "target targets telemetry test token topic tracker trusted tunnel update upgrade upload upstream upstreams user",
    "username validation vault verification webhook webhooks whitelist whitelisted zone zones",
)
"""Words of the arguments that name what somebody else serves, or whom one speaks to."""
_NO_NAMES: Final = wordlist(
    "action agent annotation annotations args argument arguments arn attribute attributes avatar body bundle",
    "certificate channel chart class code command commands comment common component container containerd csr",
    "default definition description digest display docs documentation driver email emails engine env environment",
    "event events expression extension family favicon file filename files fingerprint format function group groups",
    "handler header headers help homepage icon id ids image images key keys kind label labels language layer",
    "library license location machine mail mailbox message metric metrics mode model module namespace note notes",
    "notify package packages parameter parameters path paths pem permission permissions picture plugin policy",
    "privacy product project protocol provider public_key publisher query reason regex region registry repo",
    "repository resource resources role roles rule runtime sans schema scope scopes script secret service services",
    "setting settings size sku spec sql state subject tag tags template templates terms text title tos trigger type",
    "types user_agent value_type var variable variables vars version versions wasm",
)
"""Words of the arguments whose values only look like names: files, images, packages, kinds, texts."""
_SKIPPED: Final = _OF_OTHERS | _NO_NAMES
_URL: Final = regex(r"https?://(?P<host>[^\s/?#:@]+)(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE)
_BARE: Final = regex(r"(?P<host>[^\s/?#:@]+)(?::\d+)?(?:/\**)?")
_ENDINGS: Final = wordlist(
    "active ai app array author autos best bin build cab cc click cloud codes country data date day dot download",
    "email fail feedback final group hair host id inc info int java js law link list map md mov ms name network now",
    "one online page pages php pl play plus pm pro prof properties ps py rs run sb sc services sh site so spot st",
    "store style support sy system systems tar to tools tr uno user vi watch win work works ws zip zone",
)
"""Top-level domains that are also how files, attributes and kinds end; in a URL they are meant."""
_REVERSED: Final = frozenset({"cn", "com", "dev", "io", "net", "org"})
"""How identifiers of packages begin: `com.example.app`."""
_VENDORS: Final = wordlist(
    "alibaba alibabacloud alicloud aliyun aliyuncs amazon amazonaws apache archive auth0 azure baidubce bcebos",
    "bitnami centos cloudflare cloudfunctions datadoghq debian dingtalk docker elastic fedoraproject feishu gcr",
    "ghcr git github githubusercontent gitlab google googleapis googleusercontent grafana hashicorp helm jetstack",
    "json-schema k8s kubernetes letsencrypt maven microsoft microsoftonline myhuaweicloud myqcloud npmjs okta",
    "opentofu opsgenie oracle pagerduty pypi python quay redhat sendgrid sentry slack tencentcloudapi tencentyun",
    "terraform ubuntu volces w3 windows xmlsoap",
)
"""Whose own names stand in arguments of software, and belong to the vendor: what stands before the suffix."""
_RULES: Final = frozenset({"policy", "assume_role_policy", "inline_policy"})
"""Arguments that hold documents of who may do what."""
_DEEP: Final = 24
_MOST: Final = 1 << 20
"""Characters of a document that are parsed."""


def written_names(values: Mapping[str, Any], own: str) -> Iterator[Hosted]:
    """Yield the names in the values of a resource of the provider `own`, each with the top-level argument."""
    for key in values:
        for name in _in(values.get(key), str(key), own, 0):
            yield Hosted(name, str(key))


def code_ending(name: str) -> bool:
    """Whether a name ends as files and attributes do, so that it is not a host name for certain."""
    return name.lower().rpartition(".")[2] in _ENDINGS


def _in(value: Any, key: str, own: str, depth: int) -> Iterator[str]:
    if isinstance(value, str) and (document := _document(value)) is not None and key not in _RULES:
        yield from _in_document(document, key, own, depth)
    elif aside(key) or _SKIPPED.intersection(words(key)):
        return
    elif isinstance(value, Mapping) and depth < _DEEP:
        for inner in value:
            yield from _in(value.get(inner), str(inner), own, depth + 1)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _in(one, key, own, depth)
    elif isinstance(value, str) and "\n" not in value and (not depth or key != "name"):
        yield from (name for part in value.split(",") if (name := _name(part.strip(), key, own)))


def _document(text: str) -> Any:
    """Return what a text in JSON holds, as it is sent to a service that Terraform knows nothing of."""
    if text.lstrip()[:1] not in {"{", "["} or len(text) > _MOST:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _in_document(value: Any, key: str, own: str, depth: int) -> Iterator[str]:
    """Yield the names in a document, in which `name` is that of a record as often as anything."""
    if isinstance(value, str):
        yield from _in(value, key, own, 0)
    elif depth >= _DEEP or aside(key) or _OF_OTHERS.intersection(words(key)):
        return
    elif isinstance(value, list):
        for one in value:
            yield from _in_document(one, key, own, depth + 1)
    elif isinstance(value, Mapping):
        for inner, one in value.items():
            yield from _in_document(one, str(inner), own, depth + 1)


def _name(text: str, key: str, own: str) -> str | None:
    """Return the host of a value that is one, or a URL of one; of a `name` only one that is written in full."""
    url = _URL.fullmatch(text)
    if (match := url or _BARE.fullmatch(text)) is None:
        return None
    host = match["host"]
    if key == "name" and match["host"] != text:
        return None
    first, _, rest = host.lower().partition(".")
    if url is None and (first in _REVERSED or code_ending(rest)):
        return None
    if not is_website(host):
        return None
    domain = registrable_domain(host) or ""
    label = domain.partition(".")[0]
    return None if label in _VENDORS or label == own else host
