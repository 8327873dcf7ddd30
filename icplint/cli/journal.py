"""What a command is doing: on a terminal as long as it takes long, in full with --verbose; on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import field
from typing import TYPE_CHECKING, Final

from icplint.cli.language import complain
from icplint.cli.terminal import columns, is_terminal
from icplint.model.dataclass import dataclass
from icplint.model.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from threading import Event

    from icplint.model.reading import Input

PATIENCE: Final = 0.5
"""Seconds after which somebody who waits is told what for."""
EVERY: Final = 0.1
READING: Final = Text(en="reading", zh="读取")
ANSWERING: Final = Text(en="following every name and asking every check", zh="沿访问路径逐项检查")
WRITING: Final = Text(en="writing the report", zh="生成报告")
FILES: Final = Text(en="{phase}: {file} (file {n})", zh="{phase}：{file}（第 {n} 个文件）")
TOOK: Final = Text(en="{phase}: {seconds} s", zh="{phase}：{seconds} 秒")
RULES: Final = Text(en="icplint {version}, the rules of {day}", zh="icplint {version}，按 {day} 的规定检查")
SETTINGS: Final = Text(en="settings: {file}", zh="配置文件：{file}")
NO_SETTINGS: Final = Text(en="settings: none", zh="配置文件：无")
KINDS: Final = {
    "configuration": Text(en="root module {path} ({n} files)", zh="根模块 {path}（{n} 个文件）"),
    "module": Text(en="{path}: {why}", zh="{path}：{why}"),
    "plan": Text(en="plan {path}", zh="plan {path}"),
    "state": Text(en="state {path}", zh="state {path}"),
    "inventory": Text(en="inventory {path}", zh="资源清单 {path}"),
    "register": Text(en="register of filings {path}", zh="备案清单 {path}"),
    "settings": Text(en="settings {path}", zh="配置 {path}"),
    "geo": Text(en="database of addresses {path}", zh="IP 地址库 {path}"),
    "dns": Text(en="public DNS {path}", zh="公共 DNS {path}"),
}
ONE_FILE: Final = Text(en="root module {path} (1 file)", zh="根模块 {path}（1 个文件）")
OTHER: Final = Text(en="{kind} {path}", zh="{kind} {path}")


@dataclass(slots=True, kw_only=True)
class Journal:
    """Tells what is done. `verbose`: each thing on a line of its own; else only on a terminal, and erased again."""

    language: Language
    verbose: bool = False
    began: float = field(default_factory=time.monotonic)
    files: int = 0
    file: str = ""

    def say(self, text: Text) -> None:
        """Say something to those who want to know everything."""
        if self.verbose:
            complain(text.say(self.language))

    def told(self, file: str) -> None:
        """Hear that a file is being read."""
        self.files += 1
        self.file = file

    def read(self, inputs: Iterable[Input]) -> None:
        """Say what was read."""
        for one in inputs if self.verbose else ():
            if one.kind == "excluded":  # each directory was said
                continue
            alone = one.kind == "configuration" and one.files == 1
            text = ONE_FILE if alone else KINDS.get(one.kind, OTHER)
            self.say(text.using(kind=one.kind, path=one.path, n=one.files, why=one.why))

    @contextmanager
    def phase(self, text: Text, *, shown: bool = True) -> Iterator[None]:
        """Tell of what is done within, and how long it took; `shown` is false where it shows itself on a terminal."""
        start = time.monotonic()
        with self._shown(text) if shown and not self.verbose and is_terminal(sys.stderr) else nullcontext():
            yield
        self.say(TOOK.using(phase=text, seconds=f"{time.monotonic() - start:.2f}"))

    @contextmanager
    def _shown(self, text: Text) -> Iterator[None]:
        from threading import Event, Thread

        done = Event()
        watcher = Thread(target=self._watch, args=(text, done), daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()

    def _watch(self, text: Text, done: Event) -> None:
        """Show how far it is, after a while and until it is done; leave nothing behind."""
        if done.wait(max(EVERY, self.began + PATIENCE - time.monotonic())):
            return
        from icplint.reports.terminal.columns import around

        wide = (columns(sys.stderr) or 80) - 1
        while True:
            said = FILES.using(phase=text, n=self.files, file=self.file) if self.file else text
            sys.stderr.write(f"\r\x1b[K{around(said.say(self.language), 0, wide)[0]}")
            sys.stderr.flush()
            if done.wait(EVERY):
                break
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
