"""A saved inventory: one file a call, each whole or not there, and a list of what the scan meant to ask."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from icplint.plugin import (
    MANIFEST,
    UNDER_WAY,
    ConfigError,
    Input,
    Origin,
    Problem,
    Reading,
    Text,
    Unread,
    put,
    read_document,
    reason,
)
from icplint_aws.home import AWS
from icplint_aws.live.call import Call, Reply, call_of, read, written
from icplint_aws.live.inventory import inventory
from icplint_aws.live.listing import List

DAMAGED: Final = Text(
    en="{file} is no reply of a saved inventory: scan again", zh="{file} 不是已保存清单中的应答：请重新扫描"
)
EDITED: Final = Text(
    en="{directory} holds replies that no service sends, so they were not read: scan again",
    zh="{directory} 中含有服务不会返回的应答，未读取：请重新扫描",
)
UNFINISHED: Final = Text(
    en="the scan that saved it did not come to its end, so lists are missing: scan again",
    zh="保存该清单的扫描未完成，部分列表缺失：请重新扫描",
)
NO_INVENTORY: Final = Text(
    en="{directory} holds files and is no saved inventory: --save takes an empty directory, or one that it wrote",
    zh="{directory} 中已有文件且不是已保存的清单：--save 需要空目录或由其写入过的目录",
)
CANNOT_SAVE: Final = Text(en="{directory} cannot be written: {why}", zh="无法写入 {directory}：{why}")
OURS: Final = re.compile(r"[\w.@-]+\.[0-9a-f]{12}\.json")


class Saved:
    """A directory that a scan writes to; an earlier inventory in it is replaced, anything else is refused."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._meant: list[Call] = []
        try:
            directory.mkdir(parents=True, exist_ok=True)
            others = any(not old.name.startswith(UNDER_WAY) for old in directory.iterdir())
            if others and not (directory / MANIFEST).is_file():
                raise ConfigError(NO_INVENTORY.using(directory=directory))
            self._manifest(finished=False)
            for old in directory.iterdir():
                if OURS.fullmatch(old.name) or old.name.startswith(UNDER_WAY):
                    old.unlink()
        except OSError as error:
            raise ConfigError(CANNOT_SAVE.using(directory=directory, why=reason(error))) from None

    def mean(self, calls: Iterable[Call]) -> None:
        """Say which lists will be asked for."""
        self._meant += calls
        self._manifest(finished=False)

    def keep(self, reply: Reply) -> None:
        """Write one reply."""
        self._write(_name(reply.call), written(reply))

    def finish(self) -> None:
        """Say that everything was asked."""
        self._manifest(finished=True)

    def _manifest(self, *, finished: bool) -> None:
        meant = [asdict(call) for call in self._meant]
        document = {"icplint-inventory": 1, "cloud": AWS.provider, "finished": finished, "meant": meant}
        self._write(MANIFEST, document)

    def _write(self, name: str, document: Any) -> None:
        text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            put(text, self._directory / name)
        except OSError as error:
            raise ConfigError(CANNOT_SAVE.using(directory=self._directory, why=reason(error))) from None


def read_saved(directory: Path, shown: str, lists: Sequence[List]) -> Reading:
    """Return what a saved inventory holds; what the scan did not come to, or somebody took away, is unread."""
    replies: list[Reply] = []
    meant: list[Call] = []
    reading = Reading(inputs=[Input("inventory", shown)])
    everything = frozenset(kind for listing in lists for kind in listing.kinds)
    for path in sorted(p for p in directory.iterdir() if p.name == MANIFEST or OURS.fullmatch(p.name)):
        place = Origin(file=f"{shown}/{path.name}")
        try:
            document = read_document(path)
            if path.name != MANIFEST:
                replies.append(read(document))
                continue
            meant = [call_of(one) for one in document["meant"]]
            if document.get("finished") is not True:
                reading.unread.append(Unread(shown, UNFINISHED, place, fails=True, lacks=everything))
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            why = DAMAGED.using(file=path.name)
            reading.problems.append(Problem(why, place))
            reading.unread.append(Unread(shown, why, place, fails=True, lacks=everything))
    try:
        reading.add(inventory(replies, lists, meant))
    except (ValueError, KeyError, TypeError, AttributeError):  # replies that no service sends
        reading.problems.append(Problem(EDITED.using(directory=shown), Origin(file=f"{shown}/{MANIFEST}")))
    return reading


def _name(call: Call) -> str:
    about = json.dumps(asdict(call), sort_keys=True)
    account = f"{call.account}." if call.account else ""
    readable = re.sub(r"[^\w.@-]", "_", f"{account}{call.service}.{call.operation}@{call.region}", flags=re.ASCII)
    return f"{readable}.{sha256(about.encode()).hexdigest()[:12]}.json"
