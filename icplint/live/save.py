"""A saved inventory: one file a call, each whole or not there, and a list of what the scan meant to ask."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Generic

from icplint.errors import ConfigError, reason
from icplint.files.reading import read_document
from icplint.files.writing import UNDER_WAY, put
from icplint.live import inventory, left_out
from icplint.live.asking import first
from icplint.live.call import CUT, Call, Failure, Reply
from icplint.live.gaps import gap
from icplint.live.listing import Listing, everything
from icplint.live.vendor import L, Vendor
from icplint.model.cloud import MANIFEST, ScanRequest
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.policy import Regions

DNS: Final = "icplint-dns.json"
"""What public DNS said to the scan; others write and read it."""
VERSION: Final = 1
DAMAGED: Final = Text(
    en="{file} is no reply of a saved inventory: scan again", zh="{file} 不是已保存清单中的应答：请重新扫描"
)
EDITED: Final = Text(
    en="{directory} holds replies that no service sends, so they were not read: scan again",
    zh="{directory} 中含有服务不会返回的应答，未读取：请重新扫描",
)
TWICE: Final = Text(
    en="{file} and {other} are replies to one call ({call}), so one of them was changed: scan again",
    zh="{file} 与 {other} 是同一调用（{call}）的应答，其中之一被改动过：请重新扫描",
)
NOTHING_MEANT: Final = Text(
    en="{file} names no list that was to be read, so nothing is known of the account: scan again",
    zh="{file} 未列出任何要读取的列表，无法得知账号的内容：请重新扫描",
)
NO_LIST: Final = Text(
    en="{directory} holds a list of this name, of which icplint knows nothing: install the plugin that scanned it, or "
    "scan again",
    zh="{directory} 中有此名称的列表，icplint 不认识：请安装当时所用的插件，或重新扫描",
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


class Saved(Generic[L]):
    """A directory that a scan writes to; an earlier inventory in it is replaced, anything else is refused."""

    def __init__(self, directory: Path, day: date, asked: ScanRequest, vendor: Vendor[L]) -> None:
        self._directory = directory
        self._vendor = vendor
        self._chosen = {"regions": list(asked.regions), "products": list(asked.products)}
        self._day = day
        self._meant: list[Call] = []
        try:
            directory.mkdir(parents=True, exist_ok=True)
            others = any(not old.name.startswith(UNDER_WAY) for old in directory.iterdir())
            if others and not (directory / MANIFEST).is_file():
                raise ConfigError(NO_INVENTORY.using(directory=directory))
            self._manifest(finished=False)
            for old in directory.iterdir():
                if old.name == DNS or _OURS.fullmatch(old.name) or old.name.startswith(UNDER_WAY):
                    old.unlink()
        except OSError as error:
            raise ConfigError(CANNOT_SAVE.using(directory=directory, why=reason(error))) from None

    def mean(self, calls: Iterable[Call]) -> None:
        """Say which lists will be asked for."""
        self._meant += calls
        self._manifest(finished=False)

    def keep(self, reply: Reply) -> None:
        """Write one reply."""
        self._write(_name(reply.call, self._vendor), self._vendor.form.document(reply))

    def finish(self) -> None:
        """Say that everything was asked."""
        self._manifest(finished=True)

    def _manifest(self, *, finished: bool) -> None:
        meant = [self._vendor.form.written(call) for call in self._meant]
        about = {"icplint-inventory": VERSION, "cloud": self._vendor.cloud, "on": self._day.isoformat()}
        self._write(MANIFEST, {**about, **self._chosen, "finished": finished, "meant": meant})

    def _write(self, name: str, document: Any) -> None:
        text = json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True)
        try:
            put(text, self._directory / name)
        except OSError as error:
            raise ConfigError(CANNOT_SAVE.using(directory=self._directory, why=reason(error))) from None


_READABLE: Final = 150
"""Characters of a file's name before its digest: a name may have 255 bytes."""
_OURS: Final = regex(r"[\w.@-]+\.[0-9a-f]{12}\.json")


def read_saved(directory: Path, shown: str, listings: Sequence[L], vendor: Vendor[L], known: Regions) -> Reading:
    """Return what a saved inventory holds; what the scan did not come to, or somebody took away, is unread."""
    reading = Reading(inputs=[Input("inventory", shown)])
    replies: dict[Call, tuple[str, Reply]] = {}
    meant: list[Call] = []
    day: date | None = None
    regions: list[str] | None = None
    products: list[str] | None = None
    for path in sorted(p for p in directory.iterdir() if p.name == MANIFEST or _OURS.fullmatch(p.name)):
        place = Origin(file=f"{shown}/{path.name}")
        try:
            document = read_document(path)
            if path.name != MANIFEST:
                reply = vendor.form.reply(document)
                name, _ = replies.setdefault(reply.call, (path.name, reply))
                if name != path.name:
                    twice = TWICE.using(file=name, other=path.name, call=reply.call.what)
                    reading.problems.append(Problem(twice, place))
                continue
            meant = [vendor.form.call(written) for written in document["meant"]]
            if "on" in document or vendor.form.dated:
                day = date.fromisoformat(document["on"])
            regions, products = _chosen(document, "regions"), _chosen(document, "products")
            if document.get("finished") is True and not meant:
                reading.problems.append(Problem(NOTHING_MEANT.using(file=MANIFEST), place))
            if document.get("finished") is not True:
                reading.unread.append(Unread(shown, UNFINISHED, place, fails=True, lacks=everything(listings)))
        except (ValueError, KeyError, TypeError, AttributeError, OSError):
            reading.problems.append(Problem(DAMAGED.using(file=path.name), place))
            why = DAMAGED.using(file=path.name)
            reading.unread.append(Unread(shown, why, place, fails=True, lacks=everything(listings)))
    found = [reply for _, reply in replies.values()]
    try:
        asked = [one for one in listings if not products or one.product in products]
        reading.add(inventory.read(found, asked, vendor, known, day, regions))
    except (ValueError, KeyError, TypeError, AttributeError):  # replies that no service sends
        reading.problems.append(Problem(EDITED.using(directory=shown), Origin(file=f"{shown}/{MANIFEST}")))
    reading.unread += _strange(found, meant, shown, (*vendor.first, *listings))
    reading.unread += _missing(meant, found, listings, vendor)
    reading.unread += left_out.products(meant, listings, vendor, products)
    reading.complete -= {each for part in reading.unread for each in part.lacks}
    if reading.problems or any(part.why is UNFINISHED for part in reading.unread):
        reading.complete.clear()
    return reading


def _chosen(manifest: Mapping[str, Any], what: str) -> list[str] | None:
    """Return the regions or products that a scan was to read, none for all; None where an older one did not say."""
    names = manifest.get(what)
    if names is not None and not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise TypeError(names)
    return names


def _strange(
    replies: Sequence[Reply], meant: Sequence[Call], shown: str, listings: Iterable[Listing]
) -> Iterator[Unread]:
    """Yield the lists that nothing here knows of: what they held is not read."""
    known = {listing.name for listing in listings}
    names = {call.name for call in (*meant, *(reply.call for reply in replies))}
    for name in sorted(names - known):
        yield Unread(name[:100], NO_LIST.using(directory=shown), Origin(file=f"{shown}/{MANIFEST}"), fails=True)


def _missing(meant: Sequence[Call], replies: Sequence[Reply], listings: Sequence[L], vendor: Vendor[L]) -> list[Unread]:
    """Return the lists that were to be asked for, and of which there is nothing."""
    by_name = {listing.name: listing for listing in (*vendor.first, *listings)}
    dead = {reply.call.account for reply in replies if reply.failure and reply.failure.keys}
    there = {first(reply.call) for reply in replies}
    return [
        gap(call, Failure(code=CUT, message=call.action), by_name[call.name], listings, vendor)
        for call in sorted({*meant} - there, key=inventory.order)
        if call.account not in dead and call.name in by_name
    ]


def _name(call: Call, vendor: Vendor[L]) -> str:
    about = json.dumps(vendor.form.written(call), sort_keys=True)
    account = f"{call.account}." if call.account else ""
    place = f"@{call.region}" if call.region else ""
    readable = re.sub(r"[^\w.@-]", "_", f"{account}{call.product}.{call.action}{place}", flags=re.ASCII)
    return f"{readable[:_READABLE]}.{sha256(about.encode()).hexdigest()[:12]}.json"
