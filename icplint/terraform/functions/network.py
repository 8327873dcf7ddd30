"""Functions that divide networks into subnets, with the arithmetic of go-cidr."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address
from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.terraform.functions.function import (
    Context,
    Function,
    Parameter,
    RefusalError,
    strings,
    table,
    unsupported,
    whole,
)
from icplint.terraform.values.types import BOOL, NUMBER, STRING, ListType
from icplint.terraform.values.value import Value, boolean, string

_V4: Final = regex(r"(\d{1,8})\.(\d{1,8})\.(\d{1,8})\.(\d{1,8})", re.ASCII)
_WORD: Final = 64
_UINT64: Final = (1 << _WORD) - 1
_MAPPED: Final = 0xFFFF
V4: Final = 32
V6: Final = 128
_LARGEST_OCTET: Final = 255
_MOST_BITS: Final = 32
"""By how much `cidrsubnets` extends a prefix at most."""


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix: the address as a number, how many bits addresses have, and how many of them are fixed."""

    address: int
    bits: int
    prefix: int

    def __str__(self) -> str:
        prefix = self.prefix
        if self.bits == V6 and _mapped(abs(self.address)):
            prefix = max(prefix - (V6 - V4), 0)
        return f"{self.spell(self.address)}/{prefix}"

    def spell(self, address: int) -> str:
        """Return an address of the network's kind; Go keeps as many of its lowest bytes as there is room for."""
        address = abs(address)
        if address >> self.bits:
            raise RefusalError("panic in function implementation: runtime error: index out of range [-1]")
        if self.bits == V4 or _mapped(address):
            return str(IPv4Address(address & 0xFFFFFFFF))
        return str(IPv6Address(address))

    def last(self) -> int:
        """Return the last address."""
        return self.address | ((1 << (self.bits - self.prefix)) - 1)


def _mapped(address: int) -> bool:
    """Whether an address of version 6 stands for one of version 4, as which Go writes it."""
    return address >> V4 == _MAPPED


def _parsed(text: str, at: int | None = None) -> Prefix:
    """Return a network; numbers of version 4 may have leading zeros, which are decimal nevertheless."""
    refusal = RefusalError(f"invalid CIDR expression: invalid CIDR address: {text}", at)
    address, slash, length = text.partition("/")
    if not slash or not re.fullmatch(r"\d{1,8}", length, re.ASCII):
        raise refusal
    prefix = int(length)
    if match := _V4.fullmatch(address):
        octets = [int(group) for group in match.groups()]
        if max(octets) > _LARGEST_OCTET or prefix > V4:
            raise refusal
        return _masked(int.from_bytes(bytes(octets)), V4, prefix)
    try:
        number = int(IPv6Address(address))
    except ValueError:
        raise refusal from None
    if prefix > V6 or "%" in address:
        raise refusal
    return _masked(number, V6, prefix)


def _masked(address: int, bits: int, prefix: int) -> Prefix:
    free = bits - prefix
    return Prefix(address >> free << free, bits, prefix)


def _integer(value: Value) -> int:
    raw = value.raw
    if raw == 0:
        return 0
    if not isinstance(raw, int):
        raise RefusalError("value must be a whole number")
    return raw


def _cidrhost(arguments: list[Value], _: Context) -> Value:
    number = _integer(arguments[1])
    network = _parsed(arguments[0].raw)
    most = (1 << (network.bits - network.prefix)) - 1
    if number < 0:
        counted = -number - 1
        number = most - counted
    else:
        counted = number & _UINT64
        counted -= counted >> 63 << 64
    if counted > most:
        raise RefusalError(f"prefix of {network.prefix} does not accommodate a host numbered {number}")
    shift = network.bits - (V4 if network.bits == V4 or _mapped(network.address) else V6)
    return string(network.spell(network.address | (number << shift)))


def _cidrcontains(arguments: list[Value], _: Context) -> Value:
    """Source: opentofu.org/docs/language/functions/cidrcontains."""
    whole_text, part_text = (argument.raw for argument in arguments)
    outer = _parsed(whole_text)
    own = part_text if "/" in part_text else f"{part_text}/{V6 if ':' in part_text else V4}"
    try:
        inner = _parsed(own)
    except RefusalError:
        raise RefusalError(f"invalid IP address or prefix: {part_text}") from None
    if any(one.bits == V6 and _mapped(one.address) for one in (outer, inner)):
        return unsupported("cidrcontains", BOOL, arguments)
    if outer.bits != inner.bits:
        raise RefusalError(f"address family mismatch: {whole_text} vs. {part_text}")
    return boolean(outer.address <= inner.address and inner.last() <= outer.last())


def _cidrnetmask(arguments: list[Value], _: Context) -> Value:
    network = _parsed(arguments[0].raw)
    mask = ((1 << network.prefix) - 1) << (network.bits - network.prefix)
    if network.bits == V4:
        return string(str(IPv4Address(mask)))
    if _mapped(network.address):
        return string(str(IPv6Address(mask)))
    raise RefusalError(f"IPv6 addresses cannot have a netmask: {arguments[0].raw}")


def _cidrsubnet(arguments: list[Value], _: Context) -> Value:
    added, number = whole(arguments[1]), _integer(arguments[2])
    network = _parsed(arguments[0].raw)
    prefix = network.prefix + added
    if prefix > network.bits:
        raise RefusalError(f"insufficient address space to extend prefix of {network.prefix} by {added}")
    most = (1 << added) - 1 if 0 <= added < _WORD else _UINT64
    if abs(number) & _UINT64 > most:
        raise RefusalError(f"prefix extension of {added} does not accommodate a subnet numbered {number}")
    if prefix < 0:
        raise RefusalError("panic in function implementation: negative prefix")
    subnet = Prefix(network.address | (number << (network.bits - prefix)), network.bits, prefix)
    return string(str(subnet))


def _cidrsubnets(arguments: list[Value], _: Context) -> Value:
    network = _parsed(arguments[0].raw, 0)
    sizes = arguments[1:]
    found: list[str] = []
    if sizes:
        whole(sizes[0], 1)
    following = network.address
    for at, size in enumerate(sizes, 1):
        subnet = _next(network, following, whole(size, at - 1), at, found)
        found.append(str(subnet))
        following = subnet.last() + 1
    return strings(found)


def _next(network: Prefix, following: int, added: int, at: int, found: list[str]) -> Prefix:
    """Return the first subnet of that size which starts no earlier than `following`."""
    if added < 1:
        raise RefusalError("must extend prefix by at least one bit", at)
    if added > _MOST_BITS:
        raise RefusalError("may not extend prefix by more than 32 bits", at)
    prefix = network.prefix + added
    if prefix > network.bits:
        kind = "IPv4" if network.bits == V4 else "IPv6"
        raise RefusalError(f"would extend prefix to {prefix} bits, which is too long for an {kind} address", at)
    free = network.bits - prefix
    start = -(-following >> free) << free
    before = Prefix((network.address - 1) % (1 << network.bits) >> free << free, network.bits, prefix)
    if start > network.last() or not network.address:  # go-cidr starts before the network: before zero is nothing
        after = found[-1] if found else str(before)
        raise RefusalError(
            f"not enough remaining address space for a subnet with a prefix of {prefix} bits after {after}", at
        )
    return Prefix(start, network.bits, prefix)


_PREFIX: Final = Parameter("prefix", STRING)

_PART: Final = Parameter("contained_ip_or_prefix", STRING)

FUNCTIONS: Final = table(
    Function("cidrcontains", (Parameter("containing_prefix", STRING), _PART), None, BOOL, _cidrcontains),
    Function("cidrhost", (_PREFIX, Parameter("hostnum", NUMBER)), None, STRING, _cidrhost),
    Function("cidrnetmask", (_PREFIX,), None, STRING, _cidrnetmask),
    Function(
        "cidrsubnet",
        (_PREFIX, Parameter("newbits", NUMBER), Parameter("netnum", NUMBER)),
        None,
        STRING,
        _cidrsubnet,
    ),
    Function("cidrsubnets", (_PREFIX,), Parameter("newbits", NUMBER), ListType(STRING), _cidrsubnets),
)
