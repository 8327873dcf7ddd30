"""Why a finding is not held against anybody: somebody accepted it, in writing."""

from __future__ import annotations

from datetime import date

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressedBy:
    """What suppresses a finding: the reason that was written, the last day on which it holds, where it stands."""

    reason: Text
    origin: Origin
    until: date | None = None
