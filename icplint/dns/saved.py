"""What resolvers said, kept beside a saved inventory and answered from again without a network."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from icplint.dns.asking import Resolution
from icplint.dns.question import Query, Resolver, ResourceRecord, Response
from icplint.errors import ConfigError, reason
from icplint.files.writing import put
from icplint.model.text import LANGUAGES, Text

FILE: Final = "icplint-dns.json"
"""A file of a saved inventory; the next scan into its directory replaces it."""
NOT_KEPT: Final = Text(en="the saved replies of public DNS hold nothing of it", zh="已保存的公共 DNS 应答中没有该查询")
DAMAGED: Final = Text(
    en="{file} holds no saved replies of public DNS: scan again", zh="{file} 不是已保存的公共 DNS 应答：请重新扫描"
)
CANNOT_SAVE: Final = Text(en="{file} cannot be written: {why}", zh="无法写入 {file}：{why}")


def keep(asking: Resolution, directory: Path) -> None:
    """Write every reply into a directory; raises ConfigError."""
    path = directory / FILE
    text = json.dumps([_written(reply) for reply in asking.replies()], ensure_ascii=False, indent=1)
    try:
        put(text, path)
    except OSError as error:
        raise ConfigError(CANNOT_SAVE.using(file=path, why=reason(error))) from None


def kept(directories: Iterable[Path]) -> Resolution | None:
    """Return what answers from the replies that directories keep, if any does; raises ConfigError."""
    files = [path for directory in directories if (path := directory / FILE).is_file()]
    if not files:
        return None
    replies = {reply.question: reply for path in files for reply in _read(path)}
    servers = list(dict.fromkeys(question.server for question in replies))
    return Resolution(servers, lambda asked: replies.get(asked) or Response(question=asked, failure=NOT_KEPT))


def _read(path: Path) -> list[Response]:
    try:
        return [_reply(written) for written in json.loads(path.read_text(encoding="utf-8"))]
    except (ValueError, KeyError, TypeError, OSError):
        raise ConfigError(DAMAGED.using(file=path)) from None


def _written(reply: Response) -> dict[str, Any]:
    return {
        "question": {**reply.question._asdict(), "server": reply.question.server._asdict()},
        "found": [list(each) for each in reply.found],
        "absent": reply.absent,
        "whole": reply.whole,
        "failure": reply.failure and {language: reply.failure.say(language) for language in LANGUAGES},
        "silent": reply.silent,
    }


def _reply(written: dict[str, Any]) -> Response:
    question = Query(**{**written["question"], "server": Resolver(**written["question"]["server"])})
    failure = Text(**written["failure"]) if written["failure"] else None
    found = tuple(ResourceRecord(*each) for each in written["found"])
    return Response(**{**written, "question": question, "found": found, "failure": failure})
