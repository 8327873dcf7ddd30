"""What may stand in each field of a register."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from ipaddress import ip_address, ip_network
from typing import Any, Final

from icplint.filings import words
from icplint.filings.licence import Licence, parse
from icplint.filings.row import FieldError
from icplint.filings.words import excerpt
from icplint.model.dataclass import dataclass
from icplint.model.names import host_name, registrable_domain
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.policy import ProviderNames

_LABEL: Final = r"(?!-)[a-z0-9-]{1,63}(?<!-)"
_HOST: Final = regex(rf"(?:\*\.)?(?:{_LABEL}\.)*{_LABEL}")
_DAY: Final = regex(
    r"(?:(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{4})(\d{2})(\d{2}))"
    r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?",
    re.ASCII,
)
_ADDRESS: Final = regex(
    r"https?://([^/?#:]*).*|([^/?#:\s]+\.[^/?#:\s]+)(?::\d+)?(?:[/?#].*)?|(.*?)/*", re.IGNORECASE | re.DOTALL
)
_HOST_LENGTH: Final = 253
_PROVIDER: Final = regex(r"[\w .()&-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """How one field is read: `read` takes the value as written, and raises FieldError with `{key}` open.

    One that `names_providers` takes those that are known too.
    """

    read: Callable[..., Any]
    required: bool = False
    names_providers: bool = False

    def value(self, written: Any, known: ProviderNames) -> Any:
        """Return what is written, as it is understood."""
        return self.read(written, known) if self.names_providers else self.read(written)


def string(value: Any) -> str:
    """Return text as it is."""
    if not isinstance(value, str):
        raise FieldError(
            Text("{key} must be text in quotes, not {value}", "{key} 应为带引号的文本，而不是 {value}").using(
                value=_as_toml(value)
            )
        )
    return value.strip()


def _as_toml(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{excerpt(value)}"'
        case _:
            return excerpt(value)


def host_in(address: str) -> str:
    """Return the host name in a website's address; any other text as it is."""
    return _ADDRESS.sub(r"\1\2\3", address.strip(), count=1)


def domain(value: Any) -> str:
    """Return the registrable domain of a host name."""
    host = host_name(string(value))
    if _is_address(host):
        text = Text(
            "{value} is an address: a register holds domain names, and addresses stand under [[address]]",
            "{value} 是 IP 地址；备案清单只登记域名，IP 地址请填写在 [[address]] 之下",
        )
    elif len(host) > _HOST_LENGTH or not _HOST.fullmatch(host):
        text = Text(
            "{value} is not a domain name: write one name alone, without scheme, port or path",
            "“{value}”不是合法的域名；请只填写一个域名，不要带协议、端口或路径",
        )
    elif found := registrable_domain(host):
        return found
    elif registrable_domain(f"a.b.{host}"):
        text = Text(
            "{value} is a public suffix, under which others register: write the domain that was filed",
            "{value} 是公共后缀，本身不能备案；请填写实际备案的域名",
        )
    else:
        text = Text(
            "{value} stands under no known suffix: check how the domain is spelled",
            "{value} 的后缀不存在；请检查域名是否写错",
        )
    raise FieldError(text.using(value=excerpt(value)))


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def licence(value: Any) -> Licence:
    """Return an ICP filing number."""
    found = parse(string(value))
    if isinstance(found, Text):
        raise FieldError(found)
    return found


def providers(value: Any, known: ProviderNames) -> list[str] | None:
    """Return the access providers in icplint's words, each once; None where one is said not to be known."""
    if not isinstance(value, list):
        raise FieldError(
            Text(
                '{key} must be a list of text, such as ["alibaba"], not {value}',
                '{key} 应为文本列表，例如 ["alibaba"]，而不是 {value}',
            ).using(value=_as_toml(value))
        )
    found = dict.fromkeys(words.in_mainland(word) for text in value for word in _providers(text, known))
    return None if found.keys() & words.NOT_KNOWN else list(found)


def _providers(value: Any, known: ProviderNames) -> list[str]:
    text = string(value)
    return [text.lower()] if text.lower() in words.NOT_KNOWN else known.named_in(text)


def provider(value: Any, known: ProviderNames) -> str:
    """Return one provider in icplint's words."""
    found = _providers(value, known)
    if len(found) > 1 or not (found[0] in words.NOT_KNOWN or _PROVIDER.fullmatch(found[0])):
        raise FieldError(
            Text("{value} is not the name of one provider", "“{value}”不是单个接入商的名称").using(value=excerpt(value))
        )
    return found[0]


def status(value: Any) -> str:
    """Return filed, pending or cancelled."""
    found = words.status(string(value))
    if found is None:
        raise FieldError(
            Text(
                "{value} is no status: write filed, pending or cancelled, and leave out a domain that was never filed",
                "“{value}”不是有效的备案状态；请填写 filed（已备案）、pending（备案中）或 cancelled（已注销），"
                "从未备案的域名不要列入",
            ).using(value=excerpt(value))
        )
    return found.value


def day(value: Any) -> str:
    """Return a day as ISO 8601; the hour, if there is one, is dropped."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    match = _DAY.fullmatch(unicodedata.normalize("NFKC", value).strip()) if isinstance(value, str) else None
    try:
        year, month, number = (int(part) for part in match.groups() if part) if match else (0, 0, 0)
        return date(year, month, number).isoformat()
    except ValueError:
        raise FieldError(
            Text(
                "{value} is no date: write it as 2023-05-06", "{value} 不是有效的日期；应写作 2023-05-06 的形式"
            ).using(value=excerpt(value))
        ) from None


def network(value: Any) -> str:
    """Return a network, or one address as the network of itself, in its canonical spelling."""
    text = string(value)
    try:
        near = str(ip_network(text, strict=False))
    except ValueError:
        raise FieldError(
            Text(
                "{value} is not a network: write it as 203.0.113.0/24 or 2001:db8::/32",
                "“{value}”不是合法的网段；应写作 203.0.113.0/24 或 2001:db8::/32 的形式",
            ).using(value=excerpt(text))
        ) from None
    try:
        return str(ip_network(text))
    except ValueError:
        raise FieldError(
            Text(
                "{value} is an address inside its network: write {near}, or the address alone",
                "{value} 是网段内的单个地址；请写 {near}，或只写该地址",
            ).using(value=excerpt(text), near=near)
        ) from None


def location(value: Any) -> str:
    """Return mainland or outside."""
    text = string(value)
    if text not in ("mainland", "outside"):
        raise FieldError(
            Text(
                "{value} is no location: write mainland, or outside for Hong Kong, Macau, Taiwan and abroad",
                "“{value}”不是有效的位置；中国大陆境内填 mainland，港澳台及境外填 outside",
            ).using(value=excerpt(text))
        )
    return text


# The tables of interface.md, section 5. A filing's licence is required too, unless the filing is still pending.
TABLES: Final[Mapping[str, Mapping[str, Field]]] = {
    "filing": {
        "domain": Field(read=domain, required=True),
        "licence": Field(read=licence),
        "holder": Field(read=string),
        "access_providers": Field(read=providers, names_providers=True),
        "status": Field(read=status),
        "filed_on": Field(read=day),
    },
    "service_code": {
        "instance": Field(read=string, required=True),
        "domain": Field(read=domain, required=True),
    },
    "address": {
        "cidr": Field(read=network, required=True),
        "location": Field(read=location, required=True),
        "provider": Field(read=provider, names_providers=True),
    },
}
