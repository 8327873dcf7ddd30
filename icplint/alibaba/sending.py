"""The vendor's packages send through `requests`, each through a copy of its own: their replies get a limit here."""

from __future__ import annotations

from typing import Any

from icplint.model.limit import limited_body


def limited(adapter: Any, seconds: float) -> Any:
    """Return an adapter of `requests` that reads a reply to its end itself, with a limit of bytes and of seconds.

    The packages would read whatever comes, for as long as it comes.
    """
    send = adapter.send

    def whole(request: Any, **more: Any) -> Any:
        response = send(request, **{**more, "stream": True})
        response._content = limited_body(response.raw, seconds)  # noqa: SLF001 - as the method does that reads all
        response._content_consumed = True  # noqa: SLF001
        return response

    adapter.send = whole
    return adapter
