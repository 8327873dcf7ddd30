"""docs/live.md, which somebody reads before a key is handed over, says what the table of lists says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from icplint.alibaba import client, endpoints
from icplint.alibaba.listing import REGIONS
from icplint.alibaba.sources import BUNDLES, METADATA, NO_METADATA, OIDC, URI, VARIABLES
from icplint.model import bounds
from icplint.registry import registry

PAGE = Path(__file__).parents[2] / "docs" / "live.md"
BEGIN, END = "<!-- calls -->\n", "<!-- /calls -->"
HOSTS, HOSTS_END = "<!-- hosts -->\n", "<!-- /hosts -->"


def test_the_page_lists_every_call_with_its_permission_and_host(golden: Callable[[Path, str], None]) -> None:
    written = PAGE.read_text(encoding="utf-8")
    before, rest = written.split(BEGIN)
    after = rest.split(END)[1]
    called = {
        f"| `{one.name}` | `{one.permission}` | `{endpoints.ENDPOINTS[one.product].removeprefix('https://')}` |"
        for one in (REGIONS, *registry().listings)
    }
    table = "\n".join(["| call | permission | host |", "|---|---|---|", *sorted(called)])
    golden(PAGE, f"{before}{BEGIN}{table}\n{END}{after}")


def test_the_page_lists_every_other_host(golden: Callable[[Path, str], None]) -> None:
    written = PAGE.read_text(encoding="utf-8")
    before, rest = written.split(HOSTS)
    after = rest.split(HOSTS_END)[1]
    regions: dict[tuple[str, str], list[str]] = {}
    for (product, region), url in endpoints.EXCEPTIONS.items():
        regions.setdefault((product, url.removeprefix("https://")), []).append(region)
    rows = [f"| {product} | {', '.join(sorted(there))} | `{host}` |" for (product, host), there in regions.items()]
    table = "\n".join(["| product | regions | host |", "|---|---|---|", *sorted(rows)])
    golden(PAGE, f"{before}{HOSTS}{table}\n{HOSTS_END}{after}")


def test_the_page_names_every_host_of_the_table() -> None:
    said = PAGE.read_text(encoding="utf-8")
    for url in (*endpoints.ENDPOINTS.values(), *endpoints.EXCEPTIONS.values()):
        assert f"`{url.removeprefix('https://')}`" in said, url
    assert f"`{METADATA[0]}`" in said


def test_the_page_names_the_variables_and_the_limits() -> None:
    said = PAGE.read_text(encoding="utf-8")
    for name in (*BUNDLES, NO_METADATA, OIDC[2], URI, VARIABLES[0][0], VARIABLES[1][0]):
        assert name in said, name
    assert client.TIMEOUT == 10
    assert "ten seconds" in said
    assert f"{bounds.REPLY} MB" in said
