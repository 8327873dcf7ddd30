"""Places as SARIF writes them: URIs, regions, logical locations (SARIF 2.1.0, 3.4 and 3.28-3.33)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final
from urllib.parse import quote

from icplint.model.origin import Origin
from icplint.model.printable import octets
from icplint.reports.parts.places import file_of

Source = Callable[[str], Sequence[str]]
BASE: Final = "%SRCROOT%"


def artifact(path: str) -> dict[str, str]:
    """Return a file by its URI, percent-encoded; a relative one stands below the directory in which icplint ran."""
    encoded = quote(octets(path), safe="/")
    if path.startswith("/"):
        return {"uri": f"file://{encoded}"}
    if path[1:3] == ":/":
        return {"uri": f"file:///{path[:2]}{quote(octets(path[2:]), safe='/')}"}
    return {"uri": encoded, "uriBaseId": BASE}


def region(place: Origin, source: Source) -> dict[str, int] | None:
    """Return a line from the column on to its end, as far as they are known; columns count code points."""
    if place.line is None or place.file is None:
        return None
    found = {"startLine": place.line}
    if place.column is None:
        return found
    found["startColumn"] = place.column
    lines = source(place.file)
    if place.line <= len(lines) and (end := len(lines[place.line - 1].rstrip()) + 1) > place.column:
        found["endColumn"] = end
    return found


def location(place: Origin | None, source: Source, message: str | None = None) -> dict[str, Any]:
    """Return a place with what it has: a file, the address of a resource, the request that told of it, a sentence."""
    found: dict[str, Any] = {}
    file = file_of(place)
    if place and file:
        found["physicalLocation"] = {"artifactLocation": artifact(file)}
        if (where := region(place, source)) is not None:
            found["physicalLocation"]["region"] = where
    logical = [{"fullyQualifiedName": place.address, "kind": "resource"}] if place and place.address else []
    if place and place.request:
        logical.append({"fullyQualifiedName": place.request, "kind": "request"})
    if logical:
        found["logicalLocations"] = logical
    if message:
        found["message"] = {"text": message}
    return found
