"""Functions that divide networks into subnets, with the arithmetic of go-cidr."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Final

from icplint.terraform.functions.function import Context, Function, Parameter, Refusal, strings, table, whole
from icplint.terraform.types import NUMBER, STRING, ListType
from icplint.terraform.values import Value, string

_V4: Final = re.compile(r"(\d{1,8})\.(\d{1,8})\.(\d{1,8})\.(\d{1,8})", re.ASCII)
_UINT64: Final = (1 << 64) - 1
_MAPPED: Final = 0xFFFF


@dataclass(frozen=True, slots=True)
class Network:
    """A prefix: the address as a number, how many bits addresses have, and how many of them are fixed."""

    address: int
    bits: int
    prefix: int

    def __str__(self) -> str:
        return f"{self.spell(self.address)}/{self.prefix}"

    def spell(self, address: int) -> str:
        """Return an address of the network's kind; Go keeps as many of its lowest bytes as there is room for."""
        address = abs(address)
        if self.bits == 32:  # noqa: PLR2004 - version 4
            if address >> 32:
                raise Refusal("panic in function implementation: runtime error: index out of range [-1]")
            return str(IPv4Address(address))
        if address >> 128:
            raise Refusal("panic in function implementation: runtime error: index out of range [-1]")
        if address >> 32 == _MAPPED:
            return str(IPv4Address(address & 0xFFFFFFFF))
        return str(IPv6Address(address))

    def last(self) -> int:
        """Return the last address."""
        return self.address | ((1 << (self.bits - self.prefix)) - 1)


def _parsed(text: str, at: int | None = None) -> Network:
    """Return a network; numbers of version 4 may have leading zeros, which are decimal all the same."""
    refusal = Refusal(f"invalid CIDR expression: invalid CIDR address: {text}", at)
    address, slash, length = text.partition("/")
    if not slash or not re.fullmatch(r"\d{1,8}", length, re.ASCII):
        raise refusal
    prefix = int(length)
    if match := _V4.fullmatch(address):
        octets = [int(group) for group in match.groups()]
        if max(octets) > 255 or prefix > 32:  # noqa: PLR2004 - version 4
            raise refusal
        return _masked(int.from_bytes(bytes(octets)), 32, prefix)
    try:
        number = int(IPv6Address(address))
    except ValueError:
        raise refusal from None
    if prefix > 128 or "%" in address:  # noqa: PLR2004 - version 6
        raise refusal
    return _masked(number, 128, prefix)


def _masked(address: int, bits: int, prefix: int) -> Network:
    free = bits - prefix
    return Network(address >> free << free, bits, prefix)


def _integer(value: Value) -> int:
    raw = value.raw
    if raw == 0:
        return 0
    if not isinstance(raw, int):
        raise Refusal("value must be a whole number")
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
        raise Refusal(f"prefix of {network.prefix} does not accommodate a host numbered {number}")
    narrow = network.bits == 32 or network.address >> 32 == _MAPPED  # noqa: PLR2004 - version 4
    shift = network.bits - (32 if narrow else 128)
    return string(network.spell(network.address | (number << shift)))


def _cidrnetmask(arguments: list[Value], _: Context) -> Value:
    network = _parsed(arguments[0].raw)
    mask = ((1 << network.prefix) - 1) << (network.bits - network.prefix)
    if network.bits == 32:  # noqa: PLR2004 - version 4
        return string(str(IPv4Address(mask)))
    if network.address >> 32 == _MAPPED:
        return string(str(IPv6Address(mask)))
    raise Refusal(f"IPv6 addresses cannot have a netmask: {arguments[0].raw}")


def _cidrsubnet(arguments: list[Value], _: Context) -> Value:
    added, number = whole(arguments[1]), _integer(arguments[2])
    network = _parsed(arguments[0].raw)
    prefix = network.prefix + added
    if prefix > network.bits:
        raise Refusal(f"insufficient address space to extend prefix of {network.prefix} by {added}")
    most = (1 << added) - 1 if 0 <= added < 64 else _UINT64  # noqa: PLR2004 - Go shifts everything out
    if abs(number) & _UINT64 > most:
        raise Refusal(f"prefix extension of {added} does not accommodate a subnet numbered {number}")
    if prefix < 0:
        raise Refusal("panic in function implementation: negative prefix")
    subnet = Network(network.address | (number << (network.bits - prefix)), network.bits, prefix)
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


def _next(network: Network, following: int, added: int, at: int, found: list[str]) -> Network:
    """Return the first subnet of that size which starts no earlier than `following`."""
    if added < 1:
        raise Refusal("must extend prefix by at least one bit", at)
    if added > 32:  # noqa: PLR2004 - Terraform's own limit
        raise Refusal("may not extend prefix by more than 32 bits", at)
    prefix = network.prefix + added
    if prefix > network.bits:
        kind = "IPv4" if network.bits == 32 else "IPv6"  # noqa: PLR2004 - version 4
        raise Refusal(f"would extend prefix to {prefix} bits, which is too long for an {kind} address", at)
    free = network.bits - prefix
    start = -(-following >> free) << free
    if start > network.last():
        after = found[-1] if found else str(network)
        raise Refusal(
            f"not enough remaining address space for a subnet with a prefix of {prefix} bits after {after}", at
        )
    return Network(start, network.bits, prefix)


_PREFIX: Final = Parameter("prefix", STRING)

FUNCTIONS: Final = table(
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
