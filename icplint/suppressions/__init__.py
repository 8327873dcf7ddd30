"""Findings that somebody accepted in writing: beside the code, in the settings, in a baseline."""

from typing import Final

MARK: Final = "icplint:"
"""What a comment that speaks to icplint begins with."""
