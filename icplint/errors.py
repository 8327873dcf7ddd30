"""What can go wrong, as a user sees it.

IcplintError            one clear sentence, printed in one place; exit 2
├── SourceError         an input that cannot be read: has an origin
├── ConfigError         icplint.toml or an option
├── PolicyError         a dated fact that is missing or doubled
├── PluginError         a plugin that cannot be used: names its package
└── CheckError          a check that raised: ours to mend
"""

from __future__ import annotations

from icplint.model.origin import Origin
from icplint.model.text import Text


class IcplintError(Exception):
    """A sentence for the user, in both languages, and the place it speaks of."""

    def __init__(self, text: Text, origin: Origin | None = None) -> None:
        super().__init__(text.say("en"))
        self.text = text
        self.origin = origin


class SourceError(IcplintError):
    """An input, or a part of one, that cannot be read."""


class ConfigError(IcplintError):
    """A configuration file, an option or an environment variable that cannot be used."""


class PolicyError(IcplintError):
    """A dated fact that is missing for a day, or stated twice."""


class PluginError(IcplintError):
    """A plugin that cannot be loaded or clashes with another."""

    def __init__(self, package: str, text: Text) -> None:
        super().__init__(text)
        self.package = package


class CheckError(IcplintError):
    """A check that raised: a defect of the check, not of the user's input."""
