"""How botocore sends a request here: the reply is read with a limit of bytes and of seconds."""

from __future__ import annotations

from http import HTTPStatus
from typing import Final

from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.client import BaseClient
from botocore.exceptions import HTTPClientError
from botocore.parsers import ResponseParserError

from icplint.plugin import limited_body

SECONDS: Final = 30.0
"""For the body of one reply."""
ODD: Final = (ResponseParserError, AttributeError, KeyError, RecursionError, TypeError, ValueError)
"""What botocore raises beside its own errors, where a reply is not one."""


def limited(client: BaseClient) -> None:
    """Let a client read no more of a reply than the limit: botocore would read whatever comes."""
    session = client._endpoint.http_session  # type: ignore[attr-defined]  # noqa: SLF001 - there is no other way to it
    send = session.send

    def whole(request: AWSPreparedRequest) -> AWSResponse:
        request.stream_output = True  # for the session: the parser goes by the model of the operation
        response: AWSResponse = send(request)
        try:
            vars(response)["_content"] = limited_body(response.raw, SECONDS)  # as its own property does
        except OSError as error:
            raise HTTPClientError(error=error) from None
        if response.status_code == HTTPStatus.OK and not response.content:
            raise HTTPClientError(error="0 bytes")  # botocore would take it for a list of nothing
        return response

    session.send = whole
