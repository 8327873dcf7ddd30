"""What access providers are called, and the products that plugins bring."""

from __future__ import annotations

from icplint.model.text import Text, plain
from icplint.policy.tables import table


def provider_name(word: str) -> Text:
    """Return the name of the provider that a register calls `word` (alibaba, aws-cn …); another word names itself."""
    names = table("providers").get(word)
    return plain(word) if names is None else Text(*names)


def product_name(word: str) -> Text | None:
    """Return what a product of a plugin is called, by the word that its rows have for it; None for one of the core."""
    names = table("products").get(word)
    return None if names is None else Text(*names)
