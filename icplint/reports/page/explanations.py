"""What the page says of a check: its own page without the examples."""

from __future__ import annotations

from icplint.checks.check import Check
from icplint.checks.page import section, source
from icplint.model.text import Text


def explanation(check: Check) -> Text:
    """Return why a check asks, how to mend what it finds, and the sources, as Markdown."""
    written = source(check)
    return Text(section(written, "en"), section(written, "zh"))
