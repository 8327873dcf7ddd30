"""What `icplint filings` asks of the cloud: the filings that an account holds, and whether names are filed at all."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from icplint.filings.entries import Entry
    from icplint.model.cloud import Scanning
    from icplint.model.reading import Problem, Reading

GAP: Final = Text(en="{what}: {why}", zh="{what}：{why}")
FILED: Final = Text(en="{domain}: filed", zh="{domain}：已备案")
NOT_FILED: Final = Text(en="{domain}: not filed", zh="{domain}：未备案")
CANNOT_TELL: Final = Text(
    en="{domain}: cannot tell: Alibaba Cloud gave no answer that settles it; look it up at https://beian.miit.gov.cn",
    zh="{domain}：无法判断，阿里云没有给出明确结果；请到 https://beian.miit.gov.cn 查询",
)
SECONDS: Final = 300.0


def entries(profiles: Sequence[str], endpoints: Sequence[str]) -> tuple[list[Entry], list[Problem]]:
    """Return the website filings of accounts as rows of a register, and what could not be read."""
    from icplint.filings.row import RegisterRow

    with _live(profiles, endpoints) as scan:
        reading = scan.lists()
    found = [r.values for r in reading.resources if r.kind == "account_filing" and r.values.get("kind") == "website"]
    rows: list[Entry] = []
    for values in sorted(found, key=lambda v: str(v["domain"])):
        row = {"domain": values["domain"], "licence": values.get("licence"), "access_providers": ["alibaba"]}
        rows.append((RegisterRow(table="filing", values=row, line=1), row))
    return rows, _gaps(reading)


def domains_of(names: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return the registrable domains of names or URLs, each once, and what is wrong with the others."""
    from icplint.filings.fields import domain, host_in
    from icplint.filings.row import FieldError
    from icplint.model.reading import Problem

    found: dict[str, None] = {}
    problems = []
    for name in dict.fromkeys(names):
        try:
            found[domain(host_in(name) or name)] = None
        except FieldError as error:
            problems.append(Problem(error.text))
    return list(found), problems


def look_up(
    domains: Sequence[str], profiles: Sequence[str], endpoints: Sequence[str]
) -> tuple[dict[str, bool | None], list[Problem]]:
    """Return whether each registrable domain is filed with anybody, None where the cloud cannot tell; and the gaps."""
    with _live(profiles, endpoints) as scan:
        reading = scan.look_up(domains)
    said = {str(r.values["id"]): bool(r.values["filed"]) for r in reading.resources if r.kind == "filing_lookup"}
    return {domain: said.get(domain) for domain in domains}, _gaps(reading)


def _live(profiles: Sequence[str], endpoints: Sequence[str]) -> AbstractContextManager[Scanning]:
    from icplint.alibaba.cloud import Alibaba
    from icplint.cli.endpoints import say_where, trusted
    from icplint.cli.language import reader_language
    from icplint.inputs.projects import Projects
    from icplint.model.cloud import ScanRequest
    from icplint.model.limit import Limit
    from icplint.policy import Tables
    from icplint.resources.companyreg import LISTINGS

    gc.enable()  # the SDK leaves rings behind, one for each call
    found = Projects().settings(Path.cwd())
    settings = trusted(found, reader_language(), named=False)
    asked = ScanRequest(
        profiles=profiles,
        endpoints=endpoints,
        own_endpoints=settings.endpoints_of("alibaba"),
        limit=Limit(SECONDS),
        environment=os.environ,
    )
    scan = Alibaba().knowing(lambda: LISTINGS, lambda: Tables.core().regions).scan(asked)
    say_where(settings, endpoints, reader_language())
    return scan


def _gaps(reading: Reading) -> list[Problem]:
    from icplint.model.reading import Problem

    return [Problem(GAP.using(what=part.what, why=part.why)) for part in reading.unread]
