"""A resolver on loopback, over UDP and TCP, that answers from a table as a recursive one would."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from collections.abc import Mapping
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset

Table = Mapping[str, Mapping[str, list[str]] | str]
"""Names to their records by type, or to a way of failing: an rcode, DROP, GARBAGE, REFER."""
SOA = "ns.example. hostmaster.example. 1 3600 600 86400 60"


class Resolver:
    """Answers until it is closed; `asked` counts the questions about names that are not of the top level, `tcp` those over TCP.

    It knows the top-level domains as long as it is `public`.
    """

    def __init__(self, table: Table, *, truncate: bool = False, follow: bool = True, public: bool = True) -> None:
        self.table = table
        self.truncate = truncate
        self.follow = follow
        self.public = public
        self.asked: Counter[tuple[str, str]] = Counter()
        self.tcp = 0
        self._udp, self._tcp = self._bound()
        self.at = f"127.0.0.1:{self._udp.getsockname()[1]}"
        self._open = True
        self._threads = [threading.Thread(target=serve) for serve in (self._serve_udp, self._serve_tcp)]
        for thread in self._threads:
            thread.start()

    @staticmethod
    def _bound() -> tuple[socket.socket, socket.socket]:
        while True:
            udp, tcp = socket.socket(type=socket.SOCK_DGRAM), socket.socket()
            udp.bind(("127.0.0.1", 0))
            try:
                tcp.bind(udp.getsockname())
            except OSError:
                udp.close()
                tcp.close()
                continue
            tcp.listen()
            for one in (udp, tcp):
                one.settimeout(0.05)
            return udp, tcp

    def close(self) -> None:
        self._open = False
        for thread in self._threads:
            thread.join()
        self._udp.close()
        self._tcp.close()

    def _serve_udp(self) -> None:
        while self._open:
            try:
                wire, client = self._udp.recvfrom(4096)
            except TimeoutError:
                continue
            query = dns.message.from_wire(wire)
            reply = self._answer(query)
            if reply is None:
                if self.table.get(query.question[0].name.to_text(omit_final_dot=True)) == "GARBAGE":
                    self._udp.sendto(wire[:2] + b"\xff" * 20, client)
                continue
            if self.truncate:
                reply.flags |= dns.flags.TC
                reply.answer.clear()
            self._udp.sendto(reply.to_wire(), client)

    def _serve_tcp(self) -> None:
        while self._open:
            try:
                connection, _ = self._tcp.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(2)
                with connection.makefile("rwb") as stream:
                    query = dns.message.from_wire(stream.read(int.from_bytes(stream.read(2))))
                    self.tcp += 1
                    if (reply := self._answer(query)) is not None:
                        wire = reply.to_wire(max_size=65535)
                        stream.write(len(wire).to_bytes(2) + wire)

    def _answer(self, query: dns.message.Message) -> dns.message.Message | None:
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True)
        kind = dns.rdatatype.to_text(question.rdtype)
        reply = dns.message.make_response(query)
        if "." in name:
            self.asked[name, kind] += 1
        elif self.public:
            self._add(reply.answer, name, "NS", [f"a.nic.{name}"])
            return reply
        reply.flags |= dns.flags.RA
        found: Any = self._records(name)
        seen: set[str] = set()
        while isinstance(found, Mapping) and "CNAME" in found and name not in seen:
            seen.add(name)
            self._add(reply.answer, name, "CNAME", found["CNAME"])
            name = found["CNAME"][0].removesuffix(".")
            if not self.follow:
                return reply
            found = self._records(name)
        if isinstance(found, str):
            return self._fail(reply, found, name)
        if found is None:
            reply.set_rcode(dns.rcode.NXDOMAIN)
        elif kind in found:
            self._add(reply.answer, name, kind, found[kind])
            return reply
        if name not in seen:
            self._add(reply.authority, name, "SOA", [SOA])
        return reply

    def _records(self, name: str) -> Mapping[str, list[str]] | str | None:
        labels = name.split(".")
        wildcards = (".".join(["*", *labels[depth:]]) for depth in range(1, len(labels)))
        return next((self.table[each] for each in (name, *wildcards) if each in self.table), None)

    def _fail(self, reply: dns.message.Message, how: str, name: str) -> dns.message.Message | None:
        if how in {"DROP", "GARBAGE"}:
            return None
        if how == "REFER":
            self._add(reply.authority, name, "NS", ["ns1.elsewhere.example."])
            return reply
        reply.set_rcode(dns.rcode.from_text(how))
        return reply

    @staticmethod
    def _add(section: list[dns.rrset.RRset], name: str, kind: str, values: list[str]) -> None:
        absolute = [f"{value}." if kind in {"CNAME", "NS"} and value[-1:] != "." else value for value in values]
        section.append(dns.rrset.from_text(f"{name}.", 60, "IN", kind, *absolute))
