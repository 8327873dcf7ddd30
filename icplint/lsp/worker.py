"""The process that checks for the server: kept warm, ended when it takes too long or too much, and started anew."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from typing import Final

from icplint.child_process import MOST_MEMORY, PROCESSOR_TIME, Limits, kill, python, start
from icplint.errors import IcplintError
from icplint.model.text import Text, plain

SECONDS: Final = 60
"""How long a check may take."""
NO_MEMORY: Final = 3
"""The exit code of a worker that ran out of memory."""
TOO_SLOW: Final = Text(
    en="the check of this folder took longer than {seconds} s and was ended after a change of {file}: the next change "
    "starts another",
    zh="修改 {file} 后，检查该文件夹超过 {seconds} 秒，已终止；下次修改时将重新检查",
)
TOO_LARGE: Final = Text(
    en="the check of this folder needed more than {most} MiB of memory and was ended after a change of {file}: the "
    "next change starts another",
    zh="修改 {file} 后，检查该文件夹所需内存超过 {most} MiB，已终止；下次修改时将重新检查",
)
LOST: Final = Text(
    en="the check of this folder ended by itself ({how}) after a change of {file}, so nothing is known of it: the next "
    "change starts another; if this comes back, please report it",
    zh="修改 {file} 后，检查该文件夹的进程异常结束（{how}），没有检查结果；下次修改时将重新检查。如再次出现，请反馈",
)


class Worker:
    """Runs a module in a process of its own that answers a line by a line; `end` and `hurry` come from any thread."""

    def __init__(self, module: str, *, seconds: float = SECONDS, memory: int = MOST_MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None
        self._asked: float | None = None
        self._late = False
        self._closed = False

    def warm(self) -> subprocess.Popen[bytes]:
        """Return the process, which is started where there is none, or none any more, until `end`."""
        if self._process is None or (self._process.poll() is not None and not self._closed):
            limits = Limits(parent=os.getpid(), seconds=round(self.seconds) + 1, memory=self.memory)
            command = [*python(self._module), limits.written()]
            self._process = start(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def ask(self, question: bytes, file: str) -> bytes:
        """Return the answer to a question; raises IcplintError, after a change of `file`, where there is none."""
        process = self.warm()
        self._late, self._asked = False, time.monotonic()
        timer = threading.Timer(self.seconds, self._stop)
        timer.start()
        try:
            answer = _answer(process, question)
        finally:
            timer.cancel()
            self._asked = None
        if answer.endswith(b"\n"):
            return answer
        why = self._why(_ended(process))
        self.warm()
        raise IcplintError(why.using(file=file))

    def hurry(self, seconds: float) -> None:
        """End the check that has taken longer than so many seconds: there is a reason for another."""
        if self._asked is not None and time.monotonic() - self._asked > seconds:
            self._stop()

    def end(self) -> None:
        """End the process for good, whatever it does."""
        self._closed = True
        if self._process is not None:
            kill(self._process)
            if self._asked is None:  # else the caller does
                _ended(self._process)

    def _stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._late = True
            kill(self._process)

    def _why(self, code: int) -> Text:
        if code == NO_MEMORY:
            return TOO_LARGE.using(most=self.memory >> 20)
        if self._late or code == PROCESSOR_TIME:
            return TOO_SLOW.using(seconds=round(self.seconds))
        return LOST.using(how=plain(_name(code)))


def _answer(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    """Return what a process answers; nothing, or half a line, where it ended."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(question)
        process.stdin.flush()
        return process.stdout.readline()
    except (OSError, ValueError):  # it is gone, and its pipes may be closed
        return b""


def _ended(process: subprocess.Popen[bytes]) -> int:
    """Return the exit code of a process that says nothing any more."""
    try:
        code = process.wait(1)
    except subprocess.TimeoutExpired:
        kill(process)
        code = process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            try:
                stream.close()
            except OSError:  # what was left to be written
                continue
    return code


def _name(code: int) -> str:
    """Return what ended a process: a signal by its name, else its exit code."""
    try:
        return signal.Signals(-code).name
    except ValueError:
        return str(code)
