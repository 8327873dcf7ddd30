"""Ctrl-C and SIGTERM during a scan: what was read until then is reported, and marked as not whole."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.text import Text

if TYPE_CHECKING:
    from icplint.model.limit import Limit
    from icplint.model.reading import Reading

INTERRUPTED: Final = Text(
    en="it was interrupted by {signal}: what had not been read by then is missing, so this report is partial",
    zh="扫描被 {signal} 中断：此前未读取的内容缺失，本报告不完整",
)
SCAN: Final = "scan"


@dataclass(slots=True)
class Interruption:
    """The signal that ended a scan, if one did."""

    number: int = 0

    @property
    def code(self) -> int:
        """The exit code of a process that a signal has ended, as shells count it; 0 where none has."""
        return 128 + self.number if self.number else 0

    def mark(self, reading: Reading) -> None:
        """Say in a reading that it is not whole."""
        from icplint.model.reading import Unread

        if self.number:
            name = signal.Signals(self.number).name
            reading.unread.insert(0, Unread(SCAN, INTERRUPTED.using(signal=name), fails=True))


@contextmanager
def interruptible(limit: Limit) -> Iterator[Interruption]:
    """End the `limit` at the first signal; a second one ends icplint as it would have without this."""
    found = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield found
        return
    kept: dict[signal.Signals, Any] = {}

    def restore() -> None:
        for number, handler in kept.items():
            signal.signal(number, handler)

    def stop(number: int, _frame: object) -> None:
        found.number = number
        restore()
        # The thread that is interrupted may hold the lock that ending it takes.
        threading.Thread(target=limit.stop, daemon=True).start()

    for number in (signal.SIGINT, signal.SIGTERM):
        kept[number] = signal.signal(number, stop)
    try:
        yield found
    finally:
        restore()
