"""How fast an account may be asked, and when a refused call is asked again."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import field
from typing import Final

from icplint.live.call import Failure
from icplint.model.dataclass import dataclass
from icplint.model.regex import regex

ATTEMPTS: Final = 6
LONGEST: Final = 20.0
"""Seconds between two attempts at most."""

_AGAIN: Final = regex(r"Throttling|ServiceUnavailable|InternalError|SystemBusy|UnknownError|RequestTimeout")
_TOO_MANY: Final = 429
_SERVER: Final = 500


def again(failure: Failure) -> bool:
    """Return whether another attempt may succeed: throttled, unavailable, or no answer at all."""
    if failure.keys:
        return False
    if not failure.code:
        return True
    return bool(_AGAIN.match(failure.code)) or failure.status == _TOO_MANY or failure.status >= _SERVER


def throttled(failure: Failure) -> bool:
    """Return whether a call was refused for the number of calls that came before it."""
    return failure.code.startswith("Throttling") or failure.status == _TOO_MANY


def delay(attempt: int, hint: float | None, chance: Callable[[], float] = random.random) -> float:
    """Return the seconds to wait before an attempt (2, 3, …): the server's hint, else exponential with jitter."""
    if hint is not None:
        return min(hint, LONGEST)
    return min(LONGEST, 0.1 * float(2**attempt)) * (0.5 + chance() / 2)


@dataclass(slots=True)
class TokenBucket:
    """A token bucket: `rate` calls a second, `burst` at once. The clock and the sleep are arguments of the run."""

    rate: float
    burst: float
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _tokens: float = field(init=False)
    _at: float = field(init=False)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._tokens, self._at = self.burst, self.clock()

    def take(self) -> None:
        """Wait until a call may be made, and count it."""
        with self._lock:
            now = self.clock()
            self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate) - 1
            self._at = now
            wait = -self._tokens / self.rate if self._tokens < 0 else 0.0
        if wait > 0:
            self.sleep(wait)
