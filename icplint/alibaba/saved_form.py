"""How calls and replies stand in a saved inventory of Alibaba Cloud."""

from __future__ import annotations

from dataclasses import asdict
from itertools import chain
from typing import Any, Final

from icplint.alibaba.lists import MOST
from icplint.live.call import Call, Failure, Reply
from icplint.live.vendor import SavedForm


def _written(call: Call) -> dict[str, Any]:
    return asdict(call) | {"parameters": dict(call.parameters)}


def _call(written: Any) -> Call:
    parameters = tuple(sorted(written["parameters"].items()))
    call = Call(**{**written, "parameters": parameters})
    words = (call.account, call.product, call.version, call.action, call.region, call.path, *chain(*parameters))
    if not all(isinstance(word, str) for word in words) or type(call.page) is not int or not 0 < call.page <= MOST:
        raise TypeError(call)
    return call


def _reply(document: Any) -> Reply:
    failure = Failure(**document["failure"]) if document["failure"] else None
    if failure and not all(isinstance(word, str) for word in (failure.code, failure.message, failure.request_id)):
        raise TypeError(failure)
    if not isinstance(document["body"], dict):
        raise TypeError(document["body"])
    return Reply(call=_call(document["call"]), body=document["body"], failure=failure)


def _document(reply: Reply) -> dict[str, Any]:
    failure = asdict(reply.failure) if reply.failure else None
    return {"call": _written(reply.call), "failure": failure, "body": reply.body}


FORM: Final = SavedForm(written=_written, call=_call, document=_document, reply=_reply)
