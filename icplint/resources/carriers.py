"""What holds names although its type is told apart: scripts, requests, files and templates that others apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from icplint.model.regex import regex
from icplint.model.resource import Resource
from icplint.resources.hostnames import Hosted, hosted, is_website
from icplint.resources.written_names import code_ending

RENDERING: Final = frozenset({"data.helm_template", "data.kubectl_file_documents", "data.kubectl_path_documents"})
"""Data sources that make the manifests that others apply."""
_ASKED: Final = {"data.external": ("query",), "data.http": ("url", "request_body")}
"""Data sources that tell a script or a service something, which may act on it."""
_READ_ONLY: Final = frozenset({"", "GET", "HEAD"})
_FILES: Final = {
    "local_file": ("content",),
    "local_sensitive_file": ("content",),
    "alicloud_oos_execution": ("parameters",),
    "alicloud_oos_template": ("content",),
    "alicloud_ros_template": ("template_body",),
}
"""Files and templates, which somebody applies."""
_APPLIED: Final = regex(
    r"[\"']?\b(?:kind|Type|Service|API|Action)[\"']?\s*:\s*[\"']?"
    r"(?:Ingress|[\w:]*Route\b|Gateway\b|VirtualService|[\w:]*(?:dns|DNS|Domain))"
)
"""What a file says that publishes names: an ingress or a route, an API that changes DNS, a domain of a template."""
_WORD: Final = regex(r"[^\s\"'`=,;()\[\]{}<>|&?$:/]+")
CARRIERS: Final = frozenset({*_ASKED, *_FILES})
_MOST: Final = 1 << 20
_DEEP: Final = 8


def carried(resource: Resource) -> Iterator[Hosted]:
    """Yield the names that a carrier holds, with the argument in which each stands."""
    if (arguments := _FILES.get(resource.kind)) is not None:
        for argument in arguments:
            text = resource.values.get(argument)
            if isinstance(text, str) and len(text) <= _MOST and _APPLIED.search(text):
                yield from hosted({argument: text})
        return
    if resource.kind == "data.http" and str(resource.values.get("method") or "").upper() in _READ_ONLY:
        return
    own = urlsplit(url).hostname if isinstance(url := resource.values.get("url"), str) else None
    for argument in _ASKED.get(resource.kind, ()):
        for text in _texts(resource.values.get(argument), _DEEP):
            for word in _WORD.findall(text[:_MOST]):
                if is_website(word) and word != own and not code_ending(word):
                    yield Hosted(word, argument)


def _texts(value: Any, deep: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping) and deep:
        for one in value.values():
            yield from _texts(one, deep - 1)
