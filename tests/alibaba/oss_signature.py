"""What a request to Object Storage Service has to be signed with. Source: the page of signatures V4 in headers."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlsplit

SCOPE = re.compile(r"Credential=(?P<key>[^/]+)/(?P<scope>(?P<date>\d{8})/(?P<region>[^/]+)/oss/aliyun_v4_request)")


def encoded(text: str, safe: str = "") -> str:
    return quote(text, safe=f"-_.~{safe}")


def canonical(method: str, target: str, headers: Mapping[str, str], signed: set[str]) -> str:
    """Return the request in the one form that both sides write."""
    parts = urlsplit(target)
    query = sorted((encoded(name), encoded(value)) for name, value in parse_qsl(parts.query, keep_blank_values=True))
    pairs = {name.lower(): value.strip() for name, value in headers.items()}
    always = {name for name in pairs if name.startswith("x-oss-") or name in {"content-type", "content-md5"}}
    return "\n".join(
        (
            method,
            encoded(parts.path, "/"),
            "&".join(f"{name}={value}" if value else name for name, value in query),
            "".join(f"{name}:{pairs[name]}\n" for name in sorted(always | signed)),
            ";".join(sorted(signed)),
            pairs["x-oss-content-sha256"],
        )
    )


def signature(method: str, target: str, headers: Mapping[str, str], secret: str) -> str:
    """Return the signature of a request, in hexadecimal."""
    given = headers["Authorization"]
    found = SCOPE.search(given)
    assert found, given
    more = re.search(r"AdditionalHeaders=([^,]+)", given)
    request = canonical(method, target, headers, set(more[1].split(";")) if more else set())
    digest = hashlib.sha256(request.encode()).hexdigest()
    text = "\n".join(("OSS4-HMAC-SHA256", headers["x-oss-date"], found["scope"], digest))
    key = f"aliyun_v4{secret}".encode()
    for part in (found["date"], found["region"], "oss", "aliyun_v4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
