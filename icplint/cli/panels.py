"""The headings under which help shows options."""

from __future__ import annotations

from typing import Final

TO_READ: Final = "What to read"
KNOWN: Final = "What is known"
CHECKS: Final = "Which checks, and what fails"
REPORT: Final = "How to report"
