"""Host names in one spelling, and the registrable domains above them."""

from __future__ import annotations

from encodings.idna import ToASCII
from functools import cache
from typing import Any, Final

_OTHER_DOTS: Final = str.maketrans("。．｡", "...")


@cache
def host_name(text: str) -> str:
    """Return `text` as icplint spells a host name: lower case, A-labels (RFC 3490), no trailing dot.

    A wildcard stays `*.example.cn`, and the CDN's `.example.cn` becomes one. Nothing is refused: a label that has no
    A-label is only put in lower case.
    """
    name = text.strip().translate(_OTHER_DOTS).lower().removesuffix(".")
    if name.startswith("."):
        name = f"*{name}"
    return ".".join(_a_label(label) for label in name.split("."))


def _a_label(label: str) -> str:
    try:
        return label if label.isascii() else ToASCII(label).decode("ascii")
    except UnicodeError:
        return label


@cache
def registrable_domain(host: str) -> str | None:
    """Return the domain that a filing of `host` is made for, as an A-label name; `host` in any spelling.

    None for a public suffix itself, and for a name under no suffix of the list's ICANN section
    (https://publicsuffix.org): there is nothing to file.
    """
    name = host_name(host).removeprefix("*.")
    found: str | None = _suffixes().privatesuffix(name, accept_unknown=False) if name else None
    return found


@cache
def _suffixes() -> Any:
    # The model is standard library only and loads at once; the list takes 24 ms, and not every command needs it.
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(only_icann=True)
