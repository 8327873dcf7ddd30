"""`icplint scan`: read live accounts of a cloud, Alibaba Cloud's by default, and answer every check."""

from __future__ import annotations

import gc
import os
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.answers import Answering
from icplint.cli.clouds import Clouds, chosen, products_of, scanning
from icplint.cli.endpoints import say_where, trusted
from icplint.cli.headings import known, to_read
from icplint.cli.inputs import begin
from icplint.cli.interrupt import interruptible
from icplint.cli.language import complain
from icplint.cli.option_groups import spread
from icplint.cli.options import CheckOptions, Sources
from icplint.cli.output import deliver
from icplint.cli.resolving import keep
from icplint.cli.terminal import is_terminal
from icplint.errors import ConfigError, IcplintError
from icplint.model.dataclass import dataclass
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icplint.cli.inputs import Session
    from icplint.model.cloud import Scanning, ScanRequest
    from icplint.model.limit import Limit
    from icplint.model.reading import Reading
    from icplint.model.text import Language

READING: Final = Text(en="{done} of {known} lists read: {what}", zh="已读取 {done}/{known} 个列表：{what}")
TIMEOUT: Final = "15m"
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "": 60}
BAD_TIME: Final = Text(
    en="--timeout takes 15m, 90s or minutes, not {text}", zh="--timeout 的格式为 15m、90s 或分钟数，而不是 {text}"
)


Profiles = Annotated[
    list[str] | None, to_read(help="A profile of the cloud's own command line; repeatable.", metavar="NAME")
]
Roles = Annotated[
    list[str] | None,
    to_read(help="A role to assume, one account each; repeatable.", metavar="ARN[,external-id=ID]"),
]
Regions = Annotated[list[str] | None, to_read(help="Only these regions; repeatable.", metavar="REGION")]
Products = Annotated[str | None, to_read(help="Only these products: ecs,cdn,…", metavar="NAMES")]
Endpoints = Annotated[list[str] | None, to_read(help="Where a product answers; repeatable.", metavar="[PRODUCT=]URL")]
Concurrency = Annotated[int, to_read(help="How many calls at once.", metavar="N", min=1, max=64)]
Timeout = Annotated[str, to_read(help="Time for the whole scan: 15m, 90s, or minutes.", metavar="TIME")]
Save = Annotated[Path | None, to_read(help="Keep the raw replies here, for check.", metavar="DIR")]
NoLookup = Annotated[bool, known("--no-lookup", help="Do not ask whether domains on no list are filed.")]
PrintPolicy = Annotated[
    bool, typer.Option("--print-policy", help="Print the least policy that a scan needs, and exit.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanOptions:
    """Which accounts are scanned, and how."""

    cloud: Clouds = None
    profile: Profiles = None
    role_arn: Roles = None
    region: Regions = None
    products: Products = None
    endpoint: Endpoints = None
    concurrency: Concurrency = 16
    timeout: Timeout = TIMEOUT
    save: Save = None
    no_lookup: NoLookup = False
    print_policy: PrintPolicy = False

    def request(self, limit: Limit, language: Language, *, verbose: bool) -> ScanRequest:
        """Return what the clouds are asked."""
        from icplint.model.cloud import ScanRequest

        return ScanRequest(
            limit=limit,
            profiles=self.profile or (),
            roles=self.role_arn or (),
            regions=self.region or (),
            endpoints=self.endpoint or (),
            concurrency=self.concurrency,
            save=self.save,
            environment=os.environ,
            log=complain if verbose else (lambda _line: None),
            progress=_progress(language),
        )


@spread
def scan(*, options: ScanOptions, sources: Sources, asked: CheckOptions) -> None:
    """Read live accounts of a cloud, and answer every check."""
    began = time.monotonic()
    session = begin([], sources, verbose=asked.verbose)
    clouds = chosen(session.known, options.cloud)
    wanted = products_of(clouds, options.products)
    if options.print_policy:
        for each in (one for one in clouds if one.name in wanted):
            deliver(each.policy(wanted[each.name], lookup=not options.no_lookup))
        return
    answering = Answering(asked=asked, session=session)
    answering.see_that_all_is_known()
    from icplint.model.limit import Limit

    reading = session.read_files()
    limit = Limit(_seconds(options.timeout) - (time.monotonic() - began))
    request = options.request(limit, session.language, verbose=asked.verbose)
    settings = trusted(session.settings, session.language, named=sources.config is not None)
    gc.enable()  # the SDK leaves rings behind, one for each call
    with interruptible(limit) as interruption:
        try:
            with scanning(clouds, request, wanted, settings) as scans:
                say_where(settings, request.endpoints, session.language)
                _read(scans, reading, session, lookup=not options.no_lookup)
        except IcplintError:
            if interruption.code:
                raise typer.Exit(interruption.code) from None
            raise
        if session.asking is not None:
            session.asking.bound(limit)
        session.look_up(reading)
    gc.collect()  # with them goes the graph that was asked what to look up
    gc.disable()
    interruption.mark(reading)
    if session.asking is not None and options.save is not None:
        keep(session.asking, options.save)
    code = answering.answer(reading)
    raise typer.Exit(interruption.code or code)


def _read(scans: Sequence[Scanning], reading: Reading, session: Session, *, lookup: bool) -> None:
    """Add what the accounts list, and then what the clouds say of domains that are on no list of filings."""
    for one in scans:
        reading.add(one.lists())
    from icplint.questions.filings import domains_without_filing

    unlisted = domains_without_filing(session.graph(reading)) if lookup else []
    for one in scans if unlisted else ():
        reading.add(one.look_up(unlisted))


def _seconds(written: str) -> float:
    """Return the seconds of `15m`, `90s`, or of plain minutes; raises ConfigError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", written.strip())
    if found is None or float(found[1]) == 0:
        raise ConfigError(BAD_TIME.using(text=written))
    return float(found[1]) * _UNITS[found[2]]


def _progress(language: Language) -> Callable[[int, int, str], None]:
    """Show on a terminal how far a scan is; elsewhere nothing."""
    if not is_terminal(sys.stderr):
        return lambda _done, _known, _what: None

    def show(done: int, asked: int, what: str) -> None:
        text = READING.using(done=done, known=asked, what=what).say(language)
        sys.stderr.write(f"\r\x1b[K{text}")
        if done == asked:
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()

    return show
