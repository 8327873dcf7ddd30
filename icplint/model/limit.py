"""When a scan must end, and how much a reply may hold: what a service does cannot hold it up, nor fill the memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from icplint.model import bounds

T = TypeVar("T")

_PIECE: Final = 64 * 1024


class Limit:
    """The time that a scan has: so many seconds, or until somebody stops it. Safe to use from several threads."""

    def __init__(self, seconds: float) -> None:
        from concurrent.futures import Future  # only a scan needs it

        self._end = time.monotonic() + seconds
        self._stopped: Future[None] = Future()

    @property
    def left(self) -> float:
        """The seconds that are left; none, where it was stopped."""
        return 0.0 if self.stopped else max(0.0, self._end - time.monotonic())

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped it, whatever time was left."""
        return self._stopped.done()

    def stop(self) -> None:
        """End it now: whatever waits goes on at once."""
        if not self._stopped.done():
            self._stopped.set_result(None)

    def sleep(self, seconds: float) -> None:
        """Wait so many seconds, or until it is over."""
        from concurrent.futures import wait

        if seconds > 0:
            wait([self._stopped], timeout=min(seconds, self.left))

    def within(self, seconds: float, work: Callable[[], T]) -> T:
        """Return what `work` returns; raises TimeoutError after so many seconds, or where all is over before.

        No library that reads a socket has a limit for all of its reads, nor one for looking up a name. So the work
        is done in a thread of its own, which is left behind: it ends with the process at the latest.
        """
        from concurrent.futures import FIRST_COMPLETED, Future, wait
        from threading import Thread

        done: Future[T] = Future()

        def run() -> None:
            try:
                done.set_result(work())
            except BaseException as error:  # noqa: BLE001 - it is raised where the work was asked for
                done.set_exception(error)

        seconds = min(seconds, self.left)
        if seconds > 0:
            Thread(target=run, daemon=True).start()
            either: list[Future[Any]] = [done, self._stopped]
            wait(either, timeout=seconds, return_when=FIRST_COMPLETED)
        if not done.done():
            raise TimeoutError(over(seconds))
        return done.result()


def over(seconds: float) -> str:
    """Return how a failure says that so much time was over, in the words of every language."""
    return f"> {round(seconds, 1):g} s"


def limited_body(raw: Any, seconds: float, most: int = bounds.REPLY * bounds.MIB) -> bytes:
    """Return the body of an HTTP reply that urllib3 has begun to read; raises OSError where it is too long or too late.

    It is read as it comes: a piece of a given size would wait for a service that drips.
    """
    from http.client import HTTPException  # only a scan needs it

    try:
        found = b"".join(_pieces(raw._fp, seconds, most))  # noqa: SLF001 - before version 2, urllib3 has no read1
    except (HTTPException, ValueError) as error:  # a chunk that is cut off, a size that is not a number
        raw.close()
        raise OSError(str(error) or type(error).__name__) from None
    except OSError:
        raw.close()
        raise
    raw.release_conn()
    return found


def _pieces(stream: Any, seconds: float, most: int) -> Iterator[bytes]:
    end, read = time.monotonic() + seconds, 0
    while piece := stream.read1(_PIECE):
        read += len(piece)
        if read > most:
            raise OSError(f"> {most // 1024 // 1024} MB")
        if time.monotonic() > end:
            raise TimeoutError(over(seconds))
        yield piece
    left = stream.length
    stream.close()  # of a reply whose length was told, read1 leaves that to its caller
    if left:
        raise OSError(f"{read} / {read + left} bytes")
