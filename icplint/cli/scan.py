"""`icplint scan`: read live Alibaba Cloud accounts, answer every check."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from icplint.cli.answers import Answering
from icplint.cli.inputs import begin
from icplint.cli.option_groups import spread
from icplint.cli.options import Asked, Sources
from icplint.cli.terminal import is_terminal
from icplint.errors import ConfigError
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from icplint.alibaba.listing import Listing
    from icplint.alibaba.live import Live
    from icplint.alibaba.wanted import Wanted
    from icplint.graph.graph import Graph
    from icplint.model.text import Language
    from icplint.registry import Registry

MISSING: Final = Text(
    en="icplint scan needs the vendor's SDK: pip install 'icplint[aliyun]' ({module} is missing)",
    zh="icplint scan 需要阿里云 SDK：请执行 pip install 'icplint[aliyun]'（缺少 {module}）",
)
NO_PRODUCT: Final = Text(
    en="there is no product {name}; there are {known}{hint}", zh="没有产品 {name}；可选的产品有 {known}{hint}"
)
READING: Final = Text(en="{done} of {known} lists read: {what}", zh="已读取 {done}/{known} 个列表：{what}")
TIMEOUT: Final = "15m"
_UNITS: Final = {"s": 1, "m": 60, "h": 3600, "": 60}
BAD_TIME: Final = Text(
    en="--timeout takes 15m, 90s or minutes, not {text}", zh="--timeout 的格式为 15m、90s 或分钟数，而不是 {text}"
)


Profiles = Annotated[list[str] | None, typer.Option(help="A profile of the aliyun CLI; repeatable.", metavar="NAME")]
Roles = Annotated[
    list[str] | None,
    typer.Option(help="A role to assume, one account each; repeatable.", metavar="ARN[,external-id=ID]"),
]
Regions = Annotated[list[str] | None, typer.Option(help="Only these regions; repeatable.", metavar="REGION")]
Products = Annotated[str | None, typer.Option(help="Only these products: ecs,cdn,…", metavar="NAMES")]
Endpoints = Annotated[
    list[str] | None, typer.Option(help="Where a product answers; repeatable.", metavar="[PRODUCT=]URL")
]
Concurrency = Annotated[int, typer.Option(help="How many calls at once.", min=1, max=64)]
Timeout = Annotated[str, typer.Option(help="Time for the whole scan: 15m, 90s, or minutes.", metavar="TIME")]
Save = Annotated[Path | None, typer.Option(help="Keep the raw replies here, for check.", metavar="DIR")]
NoLookup = Annotated[bool, typer.Option("--no-lookup", help="Do not ask whether domains on no list are filed.")]
PrintPolicy = Annotated[
    bool, typer.Option("--print-policy", help="Print the least RAM policy that a scan needs, and exit.")
]


@spread
def scan(
    *,
    profile: Profiles = None,
    role_arn: Roles = None,
    region: Regions = None,
    products: Products = None,
    endpoint: Endpoints = None,
    concurrency: Concurrency = 16,
    timeout: Timeout = TIMEOUT,
    save: Save = None,
    no_lookup: NoLookup = False,
    print_policy: PrintPolicy = False,
    sources: Sources,
    asked: Asked,
) -> None:
    """Read live Alibaba Cloud accounts and answer every check."""
    session = begin([], sources, verbose=asked.verbose)
    from icplint.registry import registry

    listings = _chosen(registry(), products)
    if print_policy:
        sys.stdout.write(_policy(listings, lookup=not no_lookup))
        return
    answering = Answering(asked=asked, session=session)
    checks = answering.checks()
    from icplint.alibaba.wanted import Wanted

    reading = session.read_files()
    with live(
        Wanted(
            profiles=profile or (),
            roles=role_arn or (),
            regions=region or (),
            endpoints=endpoint or (),
            own_endpoints=session.settings.endpoints,
            listings=listings,
            seconds=_seconds(timeout),
            concurrency=concurrency,
            save=save,
            environment=os.environ,
            log=(lambda line: typer.echo(line, err=True)) if asked.verbose else (lambda _line: None),
            progress=_progress(session.language),
        )
    ) as scanning:
        reading.add(scanning.lists())
        if not no_lookup:
            reading.add(scanning.look_up(_on_no_list(session.graph(reading))))
    session.look_up(reading)
    raise typer.Exit(answering.answer(reading, checks))


def live(wanted: Wanted) -> Live:
    """Return a scan that can begin; raises ConfigError where the vendor's SDK is not installed."""
    try:
        from icplint.alibaba.live import Live

        return Live(wanted)
    except ImportError as error:
        raise ConfigError(MISSING.using(module=str(error.name))) from None


def _seconds(written: str) -> float:
    """Return the seconds of `15m`, `90s`, or of plain minutes; raises ConfigError."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smh]?)", written.strip())
    if found is None or float(found[1]) == 0:
        raise ConfigError(BAD_TIME.using(text=written))
    return float(found[1]) * _UNITS[found[2]]


def _on_no_list(graph: Graph) -> list[str]:
    """Return the registrable domains that something is said to serve, and that are on no list of filings."""
    from icplint.graph.filings import filing_domain, filings_of, subjects
    from icplint.model.vocabulary import Domain

    domains = {filing_domain(domain) for domain in subjects(graph, Domain)}
    return sorted(d for d in domains if isinstance(d, str) and not filings_of(graph, d))


def _chosen(known: Registry, products: str | None) -> list[Listing]:
    """Return the listings of the products asked for; raises ConfigError for one that there is not."""
    if products is None:
        return known.listings
    wanted = {name.strip() for name in products.split(",")}
    there = {listing.product for listing in known.listings}
    for name in sorted(wanted - there):
        raise ConfigError(NO_PRODUCT.using(name=name, known=", ".join(sorted(there)), hint=did_you_mean(name, there)))
    return [listing for listing in known.listings if listing.product in wanted]


def _policy(listings: Sequence[Listing], *, lookup: bool) -> str:
    """Return the RAM policy that allows every call of a scan, and nothing else."""
    import json

    from icplint.alibaba.listing import REGIONS

    asked = [REGIONS, *(listing for listing in listings if lookup or not listing.on_demand)]
    actions = sorted({listing.permission for listing in asked})
    statement = {"Effect": "Allow", "Action": actions, "Resource": "*"}
    return json.dumps({"Version": "1", "Statement": [statement]}, indent=2) + "\n"


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
