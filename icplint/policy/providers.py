"""What access providers are called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from icplint.model.regex import regex
from icplint.model.text import Text, folded, plain
from icplint.policy.denial import NAME, denied

ALIBABA: Final = "alibaba"
"""Icplint's word for Alibaba Cloud, as for any access provider in providers.toml."""

_TOKENS: Final = regex(r"[a-z0-9.]+|[^\x00-\x7f\s、，；｜（）]+")
_LEGIBLE: Final = 3
"""Characters of a name that is known inside another one: `阿里` is also a place in Tibet."""

_WORDS: Final = frozenset({"fly", "google", "other", "railway", "render", "self", "west"})
"""Names that are words of English: they are known only by themselves."""

_ELSE: Final = regex(r"(联通|移动|电信)云(南|浮)")
"""The branches of carriers in Yunnan and Yunfu, which are not their clouds."""

_REMARK: Final = regex(r"\(([^()]*)\)")
_FORMER: Final = regex(r"(?:原名|原为|原|曾用名|formerly|former|f/k/a)\s*[:,]?\s*(.*)", re.DOTALL)
"""How a company's name ends in the one that it had before, in brackets."""

_FILLING: Final = regex(
    r"(?:华东|华北|华南|华中|西南|北京|上海|杭州|深圳|广州|青岛|张家口|成都|南京|武汉|中国|国内|境内)?"
    r"(?:bgp|idc|cdn|ecs|cvm|vps|cloud|china|机房|节点|多线|双线|服务器|云服务器|云主机|虚拟主机|轻量应用服务器|账号|主账号"
    r"|公有云|专有云|[a-z]?\d*)"
    r"|co|co\.|ltd|ltd\.|inc|inc\.|limited|company|computing|technology|technologies|corporation|group|和|及|与"
)
"""What stands beside the name of a provider, and names no other."""

_KIN: Final = ({"chinatelecom", "ctyun"}, {"chinamobile", "ecloud"}, {"chinaunicom", "cucloud"})
"""Carriers and their clouds, which are companies of their own, and are called by each other's names."""


class ProviderNames:
    """The rows of providers.toml, which `read` returns when one is first asked for: our words, with their names."""

    def __init__(self, read: Callable[[], Mapping[str, Any]]) -> None:
        self._read = read

    def name(self, word: str) -> Text:
        """Return the name of the provider that a register calls `word` (alibaba, aws-cn …); another names itself."""
        names = self._table.get(word)
        return plain(word) if names is None else Text(*names[:2])

    def knows(self, word: str) -> bool:
        """Return whether `word` is icplint's own for a provider."""
        return word in self._table

    def named_in(self, text: str) -> list[str]:
        """Return icplint's words for the access providers that a text names, by any part of it that is a known name.

        What is in no table stands as it is written, in lower case: who that is, is not known. The same holds for a
        text that denies what it names.
        """
        whole = self._words.get(folded(text))
        if whole:
            return [whole]
        spelled = " ".join(_plain(text).split())
        if self.denied_in(text):
            return [spelled]
        found: dict[str, None] = {}
        strange = []
        for token in _TOKENS.findall(_plain(text)):
            named = list(self._named(token))
            found.update(dict.fromkeys(named))
            if not named and not _FILLING.fullmatch(token):
                strange.append(token)
        if not found:
            return [spelled]
        # Where a provider is named outside of brackets, what stands in them is a remark on it.
        noted = " ".join(_REMARK.findall(spelled)) if self._all_named(_REMARK.sub(" ", spelled)) else ""
        return [*found, *(token for token in strange if token not in noted)]

    def denied_in(self, text: str) -> bool:
        """Return whether a text names a provider beside a word which says that it is none, is no more, or not yet.

        The former name of a company in brackets behind its name, as in `阿里云计算有限公司（原万网）`, is no such word.
        """
        spelled = _plain(text)
        outside = self._all_named(_REMARK.sub(" ", spelled))

        def said(remark: re.Match[str]) -> str:
            former = _FORMER.fullmatch(remark[1].strip())
            if former is None or not outside or not self._all_named(former[1]) <= outside:
                return remark[0]
            names_company = folded(former[1]) in self._words or former[1].endswith(("公司", "ltd", "ltd."))
            return " " if names_company and not denied(self._masked(former[1])) else remark[0]

        masked = self._masked(_REMARK.sub(said, spelled))
        return NAME in masked and denied(masked)

    def _all_named(self, text: str) -> set[str]:
        return {word for token in _TOKENS.findall(text) for word in self._named(token)}

    def _masked(self, text: str) -> str:
        """Return a text with a mark for each name that is known in it."""

        def mark(token: re.Match[str]) -> str:
            if token[0] in _WORDS:
                return token[0]
            if token[0] in self._words:
                return NAME
            rest = token[0]
            for name in () if rest.isascii() else self._legible:
                rest = rest.replace(name, NAME)
            return rest

        return _TOKENS.sub(mark, text)

    def _named(self, token: str) -> Iterator[str]:
        if token in _WORDS:
            return
        if token in self._words:
            yield self._words[token]
        elif not token.isascii():
            rest = _ELSE.sub(r"\1 \2", token)
            for name in self._legible:
                if name in rest:
                    yield self._words[name]
                    rest = rest.replace(name, " ")

    @cached_property
    def _table(self) -> Mapping[str, Any]:
        return self._read()

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The words of the providers by every name, folded."""
        return {folded(name): word for word, names in self._table.items() for name in (word, *names)}

    @cached_property
    def _legible(self) -> tuple[str, ...]:
        """The Chinese names that are known inside others, the longest first."""
        names = (name for name in self._words if not name.isascii() and len(name) >= _LEGIBLE)
        return tuple(sorted(names, key=len, reverse=True))


def akin(word: str, among: tuple[str, ...]) -> bool:
    """Return whether one of several providers may be meant by the name of another: a carrier and its cloud."""
    return any(word in group and group.intersection(among) for group in _KIN)


def _plain(text: str) -> str:
    import unicodedata  # as `folded`, with the white space

    return unicodedata.normalize("NFKC", text).lower()
