"""What a service says when it refuses, without the keys that it may repeat; and the line of a log about a call."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from aliyunsdkcore.acs_exception.exceptions import ServerException

from icplint.alibaba.keys import Keys
from icplint.live.call import Failure, Reply
from icplint.model.regex import regex

NOT_TAKEN: Final = ("InvalidAccessKey", "SignatureDoesNotMatch", "InvalidSecurityToken", "Forbidden.AccessKeyDisabled")
_LONGEST: Final = 300
"""Characters of a message; some services send whole pages."""
_HINT: Final = "x-acs-retry-after"


def refused(refusal: ServerException, status: int, keys: Keys) -> Failure:
    """Return what a service says with a status that is none of success."""
    code = str(refusal.error_code or "")
    return Failure(
        code=code,
        message=shown(str(refusal.message or ""), keys),
        request_id=str(refusal.request_id or ""),
        status=status,
        keys=code.startswith(NOT_TAKEN),
    )


def unsuccessful(answer: Mapping[str, Any], keys: Keys) -> Failure:
    """Some services refuse with status 200, and say so in the body."""
    message = shown(str(answer.get("Message") or answer.get("ErrorMessage") or ""), keys)
    code = str(answer.get("Code") or answer.get("ErrorCode") or "Unsuccessful")
    return Failure(code=code, message=message, request_id=str(answer.get("RequestId") or ""), status=200)


_REFUSED: Final = regex(rf"\[(Errno {errno.ECONNREFUSED}|WinError 10061)\]")


def closed(message: str) -> bool:
    """Return whether the connection of a call was refused: neither package keeps the error itself."""
    return bool(_REFUSED.search(message))


_URL: Final = regex(r" with url: \S+")
"""The whole signed request, which says nothing of why there was no answer."""


def shown(message: str, keys: Keys) -> str:
    """Return what a service says without the keys: of a wrong signature it repeats the whole request."""
    message = _URL.sub("", message)
    for secret in filter(None, (keys.secret, keys.token, keys.identifier)):
        for spelling in (secret, quote(secret, safe=""), quote(quote(secret, safe=""), safe="")):
            message = message.replace(spelling, "…")
    return message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"


def line(reply: Reply, attempt: int, seconds: float) -> str:
    """Return the line of a log about a call; parameters and bodies stay out of it."""
    failure = reply.failure
    outcome = "ok" if failure is None else failure.code or "no answer"
    ordinal = f" page {reply.call.page}" if reply.call.page > 1 else ""
    again = f" attempt {attempt}" if attempt > 1 else ""
    return f"{reply.call.what}{ordinal}{again}: {outcome} {seconds * 1000:.0f} ms {reply.request_id}".rstrip()


def hint(headers: Mapping[str, str]) -> float | None:
    """Return the seconds that the service asks to wait; it gives milliseconds."""
    value = next((v for k, v in headers.items() if k.lower() == _HINT), "")
    return int(value) / 1000 if value.isdigit() else None
