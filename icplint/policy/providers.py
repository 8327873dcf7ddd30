"""What access providers are called."""

from __future__ import annotations

from icplint.model.text import Text, plain
from icplint.policy.tables import table


def provider_name(word: str) -> Text:
    """Return the name of the provider that a register calls `word` (alibaba, aws-cn …); another word names itself."""
    names = table("providers").get(word)
    return plain(word) if names is None else Text(*names)
