"""A saved inventory: one file a call, each whole or not there, and a list of what the scan meant to ask."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from icplint.alibaba import inventory
from icplint.alibaba.call import Call, Failure, Reply
from icplint.alibaba.listing import Listing
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread
from icplint.model.text import Text

MANIFEST: Final = "icplint-inventory.json"
VERSION: Final = 1
DAMAGED: Final = Text(
    en="{file} is no reply of a saved inventory: scan again", zh="{file} 不是已保存清单中的应答：请重新扫描"
)
UNFINISHED: Final = Text(
    en="the scan that saved it did not come to its end, so lists are missing: scan again",
    zh="保存该清单的扫描未完成，部分列表缺失：请重新扫描",
)


class Saved:
    """A directory that a scan writes to; an earlier inventory in it is replaced."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True)
        for old in directory.glob("*.json"):
            old.unlink()
        self._manifest(finished=False)

    def keep(self, reply: Reply) -> None:
        """Write one reply."""
        call = asdict(reply.call) | {"parameters": dict(reply.call.parameters)}
        document = {"call": call, "failure": asdict(reply.failure) if reply.failure else None, "body": reply.body}
        _write(self._directory / _name(reply.call), document)

    def finish(self) -> None:
        """Say that everything was asked."""
        self._manifest(finished=True)

    def _manifest(self, *, finished: bool) -> None:
        _write(self._directory / MANIFEST, {"icplint-inventory": VERSION, "finished": finished})


def read_saved(directory: Path, shown: str, listings: Sequence[Listing]) -> Reading:
    """Return what a saved inventory holds; a file that is damaged is a problem, a scan cut short is unread."""
    reading = Reading(inputs=[Input("inventory", shown)])
    replies = []
    for path in sorted(directory.glob("*.json")):
        place = Origin(file=f"{shown}/{path.name}")
        try:
            document: Any = json.loads(path.read_text(encoding="utf-8"))
            if path.name != MANIFEST:
                replies.append(_reply(document))
            elif document.get("finished") is not True:
                reading.unread.append(Unread(shown, UNFINISHED, place, fails=True))
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            reading.problems.append(Problem(DAMAGED.using(file=path.name), place))
    found = inventory.read(replies, listings)
    if reading.unread or reading.problems:
        found.complete.clear()
    reading.add(found)
    return reading


def scrubbed(body: Mapping[str, Any], personal: Iterable[str]) -> dict[str, Any]:
    """Return a reply without the fields that hold names of people."""
    dropped = frozenset(personal)

    def clean(value: Any) -> Any:
        match value:
            case dict():
                return {key: clean(item) for key, item in value.items() if key not in dropped}
            case list():
                return [clean(item) for item in value]
            case _:
                return value

    return {key: clean(item) for key, item in body.items() if key not in dropped}


def _name(call: Call) -> str:
    about = json.dumps(asdict(call), sort_keys=True)
    account = f"{call.account}." if call.account else ""
    place = f"@{call.region}" if call.region else ""
    return f"{account}{call.product}.{call.action}{place}.{sha256(about.encode()).hexdigest()[:12]}.json"


def _write(path: Path, document: Any) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _reply(document: Any) -> Reply:
    call = document["call"]
    parameters = tuple(sorted(call.pop("parameters").items()))
    failure = Failure(**document["failure"]) if document["failure"] else None
    return Reply(call=Call(**call, parameters=parameters), body=document["body"], failure=failure)
