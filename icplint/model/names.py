"""Host names in one spelling, and the registrable domains above them."""

from __future__ import annotations

from encodings.idna import ToASCII, ToUnicode
from functools import cache
from pathlib import Path
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
    if not name:
        return None
    found: str | None = _suffixes(name.rpartition(".")[2]).privatesuffix(name, accept_unknown=False)
    return found


@cache
def _suffixes(top: str) -> Any:
    # To read the whole list takes 24 ms, its rules for one top-level domain less than one.
    from publicsuffixlist import PublicSuffixList

    written = _own_script(top)
    rules = [rule for rule in _icann_rules() if rule.rpartition(".")[2] in {top, written}]
    return PublicSuffixList(source=rules, only_icann=False)


@cache
def _icann_rules() -> tuple[str, ...]:
    from publicsuffixlist import PSLFILE

    text = Path(PSLFILE).read_text(encoding="utf-8")
    section = text.partition("===BEGIN ICANN DOMAINS===")[2].partition("===END ICANN DOMAINS===")[0]
    return tuple(line for line in section.splitlines() if line and not line.startswith("//"))


def _own_script(label: str) -> str:
    """Return a label as the list writes it: in its own script."""
    try:
        return ToUnicode(label)
    except UnicodeError:
        return label
