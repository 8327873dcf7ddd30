"""A live inventory in a few lines of TOML: filings with their risks, and what was listed in full."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, Final

from icplint.model.origin import Origin
from icplint.model.reading import Input, Reading
from icplint.model.resource import Rank, Resource
from icplint.plugin_api import Plugin, Source

SCAN: Final = "scan.toml"
"""What reports call it; a run reads it as JSON."""


def document(text: str) -> str:
    """Return the JSON that a run reads, of TOML with `complete` and rows of `[[filing]]`."""
    table = tomllib.loads(text)
    lines = [1 + text[: found.start()].count("\n") for found in re.finditer(r"^\[\[filing\]\]", text, re.MULTILINE)]
    scan = {"complete": table.get("complete", []), "filings": table.get("filing", []), "lines": lines}
    return json.dumps({"scan": True, **scan}, default=str)


def files(written: Mapping[str, str]) -> dict[str, str]:
    """Return the files to write for a run, the scan as a document."""
    return {("scan.json" if name == SCAN else name): _content(name, text) for name, text in written.items()}


def _content(name: str, text: str) -> str:
    return document(text) if name == SCAN else text


def _scanned(read: dict[str, Any], **_where: str) -> Reading:
    filings = [
        Resource(
            kind="filing",
            address=filing["domain"],
            values={"kind": "website", "status": "filed"} | filing,
            origin=Origin(file=SCAN, line=line, column=1),
            root=SCAN,
            rank=Rank.LIVE,
        )
        for filing, line in zip(read["filings"], read["lines"], strict=True)
    ]
    return Reading(resources=filings, inputs=[Input("inventory", SCAN)], complete=set(read["complete"]))


SCANS: Final = Plugin(
    name="scans",
    sources=lambda: [Source(kind="scan", recognises=lambda found: "scan" in found, read=_scanned)],
)
"""What reads it, beside the plugin that is tested."""
