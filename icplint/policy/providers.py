"""What access providers are called, and the products that plugins bring."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from icplint.model.text import Text, folded, plain
from icplint.policy.denial import NAME, denied
from icplint.policy.tables import kept, table

ALIBABA: Final = "alibaba"
"""Icplint's word for Alibaba Cloud, as for any access provider in providers.toml."""

_TOKENS: Final = re.compile(r"[a-z0-9.]+|[^\x00-\x7f\s、，；｜（）]+")
_LEGIBLE: Final = 3
"""Characters of a name that is known inside another one: `阿里` is also a place in Tibet."""

_WORDS: Final = frozenset({"fly", "google", "other", "railway", "render", "self", "west"})
"""Names that are words of English: they are known only by themselves."""

_ELSE: Final = re.compile(r"(联通|移动|电信)云(南|浮)")
"""The branches of carriers in Yunnan and Yunfu, which are not their clouds."""

_REMARK: Final = re.compile(r"\(([^()]*)\)")
_FORMER: Final = re.compile(r"(?:原名|原为|原|曾用名|formerly|former|f/k/a)\s*[:,]?\s*(.*)", re.DOTALL)
"""How a company's name ends in the one that it had before, in brackets."""

_FILLING: Final = re.compile(
    r"(?:华东|华北|华南|华中|西南|北京|上海|杭州|深圳|广州|青岛|张家口|成都|南京|武汉|中国|国内|境内)?"
    r"(?:bgp|idc|cdn|ecs|cvm|vps|cloud|china|机房|节点|多线|双线|服务器|云服务器|云主机|虚拟主机|轻量应用服务器|账号|主账号"
    r"|公有云|专有云|[a-z]?\d*)"
    r"|co|co\.|ltd|ltd\.|inc|inc\.|limited|company|computing|technology|technologies|corporation|group|和|及|与"
)
"""What stands beside the name of a provider, and names no other."""

_KIN: Final = ({"chinatelecom", "ctyun"}, {"chinamobile", "ecloud"}, {"chinaunicom", "cucloud"})
"""Carriers and their clouds, which are companies of their own, and are called by each other's names."""


def provider_name(word: str) -> Text:
    """Return the name of the provider that a register calls `word` (alibaba, aws-cn …); another word names itself."""
    names = table("providers").get(word)
    return plain(word) if names is None else Text(*names[:2])


def known_provider(word: str) -> bool:
    """Return whether `word` is icplint's own for a provider."""
    return word in table("providers")


def providers_in(text: str) -> list[str]:
    """Return icplint's words for the access providers that a text names, by any part of it that is a known name.

    What is in no table stands as it is written, in lower case: who that is, is not known. The same holds for a text
    that denies what it names.
    """
    whole = _names().get(folded(text))
    if whole:
        return [whole]
    spelled = " ".join(_plain(text).split())
    if denies_provider(text):
        return [spelled]
    found: dict[str, None] = {}
    strange = []
    for token in _TOKENS.findall(_plain(text)):
        named = list(_named(token))
        found.update(dict.fromkeys(named))
        if not named and not _FILLING.fullmatch(token):
            strange.append(token)
    if not found:
        return [spelled]
    noted = " ".join(_REMARK.findall(spelled)) if _named_outside(spelled) else ""
    return [*found, *(token for token in strange if token not in noted)]


def denies_provider(text: str) -> bool:
    """Return whether a text names a provider beside a word which says that it is none, is no more, or is not yet.

    The former name of a company in brackets behind its name, as in `阿里云计算有限公司（原万网）`, is no such word.
    """
    spelled = _plain(text)
    outside = _all_named(_REMARK.sub(" ", spelled))

    def said(remark: re.Match[str]) -> str:
        former = _FORMER.fullmatch(remark[1].strip())
        if former is None or not outside or not _all_named(former[1]) <= outside:
            return remark[0]
        names_company = folded(former[1]) in _names() or former[1].endswith(("公司", "ltd", "ltd."))
        return " " if names_company and not denied(_masked(former[1])) else remark[0]

    masked = _masked(_REMARK.sub(said, spelled))
    return NAME in masked and denied(masked)


def _all_named(text: str) -> set[str]:
    return {word for token in _TOKENS.findall(text) for word in _named(token)}


def _masked(text: str) -> str:
    """Return a text with a mark for each name that is known in it."""

    def mark(token: re.Match[str]) -> str:
        if token[0] in _WORDS:
            return token[0]
        if token[0] in _names():
            return NAME
        rest = token[0]
        for name in () if rest.isascii() else _legible():
            rest = rest.replace(name, NAME)
        return rest

    return _TOKENS.sub(mark, text)


def akin(word: str, among: tuple[str, ...]) -> bool:
    """Return whether one of several providers may be meant by the name of another: a carrier and its cloud."""
    return any(word in group and group.intersection(among) for group in _KIN)


def _plain(text: str) -> str:
    import unicodedata  # as `folded`, with the white space

    return unicodedata.normalize("NFKC", text).lower()


def _named_outside(spelled: str) -> bool:
    """Return whether a provider is named outside of brackets, where what stands in them is a remark on it."""
    return any(True for token in _TOKENS.findall(_REMARK.sub(" ", spelled)) for _ in _named(token))


def _named(token: str) -> Iterator[str]:
    names = _names()
    if token in _WORDS:
        return
    if token in names:
        yield names[token]
    elif not token.isascii():
        rest = _ELSE.sub(r"\1 \2", token)
        for name in _legible():
            if name in rest:
                yield names[name]
                rest = rest.replace(name, " ")


@kept
def _names() -> Mapping[str, str]:
    """Return the providers by every name, folded."""
    return {folded(name): word for word, names in table("providers").items() for name in (word, *names)}


@kept
def _legible() -> tuple[str, ...]:
    """Return the Chinese names that are known inside others, the longest first."""
    names = (name for name in _names() if not name.isascii() and len(name) >= _LEGIBLE)
    return tuple(sorted(names, key=len, reverse=True))


def product_name(word: str) -> Text | None:
    """Return what a product of a plugin is called, by the word that its rows have for it; None for one of the core."""
    names = table("products").get(word)
    return None if names is None else Text(*names)
