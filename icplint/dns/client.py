"""Questions over UDP, and over TCP where an answer is truncated; the only importer of dnspython."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import dns.exception
import dns.flags
import dns.message
import dns.query
import dns.rcode
import dns.rdatatype
import dns.resolver

from icplint.dns.question import Query, Resolver, ResourceRecord, Response
from icplint.errors import ConfigError
from icplint.model.addresses import is_address
from icplint.model.names import host_name
from icplint.model.regex import regex
from icplint.model.text import Text, plain

SECONDS: Final = 3.0
TRIES: Final = 2
TIMED_OUT: Final = Text(en="it did not answer in time", zh="查询超时")
REFERRED: Final = Text(en="it only refers to other name servers", zh="仅返回了其他 DNS 服务器，未作递归解析")
NO_NAME: Final = Text(en="{name} is no name that DNS can hold", zh="{name} 不是 DNS 可用的域名")
BAD_RESOLVER: Final = Text(
    en="--resolver takes an IP address, with a port if it is not 53 ({text} is none)",
    zh="--resolver 的值应为 IP 地址（端口不是 53 时可附上端口），而不是 {text}",
)
NO_RESOLVER: Final = Text(
    en="this machine names no resolver: give one with --resolver IP", zh="系统未配置 DNS 服务器，请用 --resolver 指定"
)
_WITH_PORT: Final = regex(r"\[(?P<v6>[^\]]+)\](?::(?P<p6>\d+))?|(?P<v4>[\d.]+):(?P<p4>\d+)")
_KINDS: Final = frozenset({"A", "AAAA", "CNAME", "NS"})


def servers(given: Sequence[str]) -> list[Resolver]:
    """Return the resolvers that are given (`IP`, `IP:PORT`, `[IPv6]:PORT`), else the system's; raises ConfigError."""
    if given:
        return list(dict.fromkeys(_server(text) for text in given))
    try:
        found = [str(server) for server in dns.resolver.Resolver().nameservers]
    except dns.resolver.NoResolverConfiguration:
        found = []
    known = [Resolver(ip, ip, 53) for ip in dict.fromkeys(found) if is_address(ip)]
    if not known:
        raise ConfigError(NO_RESOLVER)
    return known


def _server(text: str) -> Resolver:
    parts = _WITH_PORT.fullmatch(text.strip())
    ip = (parts["v6"] or parts["v4"]) if parts else text.strip()
    port = int((parts["p6"] or parts["p4"] or 53) if parts else 53)
    if not is_address(ip) or not 0 < port < 65536:
        raise ConfigError(BAD_RESOLVER.using(text=text))
    name = ip if port == 53 else f"[{ip}]:{port}" if ":" in ip else f"{ip}:{port}"
    return Resolver(name, ip, port)


def ask(question: Query, *, seconds: float, tries: int) -> Response:
    """Put a question; whatever goes wrong is in the reply. `seconds` is the time for one try."""
    try:
        query = dns.message.make_query(question.name, question.kind)
    except (dns.exception.DNSException, UnicodeError):
        return Response(question=question, failure=NO_NAME.using(name=question.name))
    reply = Response(question=question, failure=TIMED_OUT, silent=True)
    for _ in range(tries):
        try:
            message, _tcp = dns.query.udp_with_fallback(
                query,
                question.server.ip,
                timeout=seconds,
                port=question.server.port,
                ignore_unexpected=True,
                ignore_errors=True,
            )
        except dns.exception.Timeout:
            continue
        except (dns.exception.DNSException, OSError, EOFError) as error:
            reply = Response(question=question, failure=plain(str(error) or type(error).__name__), silent=True)
            continue
        return _read(question, message)
    return reply


def _read(question: Query, message: dns.message.Message) -> Response:
    code = message.rcode()
    if code not in {dns.rcode.NOERROR, dns.rcode.NXDOMAIN}:
        return Response(question=question, failure=plain(dns.rcode.to_text(code)))
    found = tuple(_found(message))
    authority = {rrset.rdtype for rrset in message.authority}
    ended = dns.rdatatype.SOA in authority
    refers = dns.rdatatype.NS in authority and not ended and not message.flags & dns.flags.AA
    if not found and refers:
        return Response(question=question, failure=REFERRED)
    absent = code == dns.rcode.NXDOMAIN
    return Response(question=question, found=found, absent=absent, whole=absent or ended or not found)


def _found(message: dns.message.Message) -> Iterator[ResourceRecord]:
    for rrset in message.answer:
        kind = dns.rdatatype.to_text(rrset.rdtype)
        if kind in _KINDS:
            owner = host_name(rrset.name.to_text())
            for record in rrset:
                text = record.to_text()
                yield ResourceRecord(owner, kind, text if kind in {"A", "AAAA"} else host_name(text))
