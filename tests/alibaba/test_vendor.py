"""What the table says of calls is what the vendor's own packages say (data/sdk.json, recorded by record_sdk.py)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pytest
from rules import CALLS, SAID_ELSEWHERE, SDK

from icplint.alibaba import endpoints
from icplint.alibaba.listing import REGIONS, AlibabaListing, Paging
from icplint.policy import Tables
from icplint.registry import registry

HOSTS: Final = CALLS["hosts"]
RAM: Final[dict[str, dict[str, str]]] = json.loads(
    (Path(__file__).parent / "data/ram.json").read_text(encoding="utf-8")
)
LISTINGS: Final = [
    one for one in (REGIONS, *registry().listings) if one.product != "oss"
]  # its own SDK makes its calls
each = pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.name)

PAGES: Final = {
    Paging.NONE: set[str](),
    Paging.NUMBERS: {"PageNumber", "PageSize"},
    Paging.NUMS: {"PageNum", "PageSize"},
    Paging.TOKENS: {"NextToken", "MaxResults"},
    Paging.LIMIT: {"nextToken", "limit"},
}
SHARED: Final = {
    "alb:ListListeners": {"ServerGroupId"},
    "live:DescribeLiveDomainDetail": {"_sources"},
    "nlb:ListListeners": {"_listener.<locals>.<lambda>"},
    "alb:GetLoadBalancerAttribute": {"_zones"},
    "nlb:ListLoadBalancers": {"_zones"},
}
"""What two products' rows share, and only the other product's replies have."""
SHAPES: Final = {
    "companyreg:QuerySuccessIcpData": {"rectifySuggest", "RectifySuggest"},
}
"""Names that the vendor's examples have besides those of its packages."""


def action(listing: AlibabaListing) -> dict[str, Any]:
    found: dict[str, Any] = SDK[listing.product]["actions"][listing.action]
    return found


@each
def test_an_action_is_called_as_the_vendor_calls_it(listing: AlibabaListing) -> None:
    said = action(listing)
    assert said["version"] == listing.version
    assert (said["style"], said["pathname"]) == (("ROA", listing.path) if listing.path else ("RPC", "/"))
    given = {"DomainName"} if listing.on_demand else set(listing.parameters)
    pages = PAGES[listing.paging]
    assert given | pages <= {*said["parameters"], "RegionId"}
    assert set(said["required"]) <= given | pages | ({"RegionId"} if listing.regional else set())
    if listing.paging is Paging.NONE:
        assert not {name for names in PAGES.values() for name in names} & set(said["parameters"])
    elif listing.paging is not Paging.NONE:
        assert listing.size <= (said["largest page"] or SAID_ELSEWHERE[listing.name])


class Unheard(Exception):  # noqa: N818 - it is a finding of the test
    """A name that no reply has."""


class Item(Mapping[str, Any]):
    """An item of a reply that answers only to the names that the vendor says it has."""

    def __init__(self, shape: dict[str, Any], also: set[str]) -> None:
        self._shape, self._also = shape, also

    def __getitem__(self, name: str) -> Any:
        if name in self._also:
            raise KeyError(name)
        if name not in self._shape:
            raise Unheard(name)
        return sample(self._shape[name], self._also)

    def get(self, name: str, default: Any = None) -> Any:
        return default if name in self._also else self[name]

    def __contains__(self, name: object) -> bool:
        return name in self._shape

    def __iter__(self) -> Iterator[str]:
        return iter(self._shape)

    def __len__(self) -> int:
        return len(self._shape)


def sample(shape: Any, also: set[str]) -> Any:
    """Return a value of a shape."""
    match shape:
        case dict():
            return Item(shape, also)
        case [inside]:
            return [sample(inside, also)]
        case "int":
            return 1
        case "bool":
            return True
        case _:
            return "1"


def found(listing: AlibabaListing) -> list[Any]:
    """Return the items of a reply that has everything."""
    body = sample(action(listing)["reply"], SHAPES.get(listing.name, set()))
    if not isinstance(listing.items, str):
        return list(listing.items(body))
    for step in filter(None, listing.items.split(".")):
        body = body[step]
    return list(body) if isinstance(body, list) else [body]


def reads(value: Any, item: Any) -> bool:
    """Return whether an item has what a path or a function takes of it."""
    try:
        if not isinstance(value, str):
            value(item)
        else:
            for step in () if value.startswith("?") else value.split("."):
                item = item[step]
    except Unheard:
        return False
    except KeyError as error:
        return error.args == ("1",)  # a table of the row has no such word: the sample is none of the service's
    return True


@each
def test_replies_have_the_fields_that_are_read(listing: AlibabaListing) -> None:
    items = found(listing)
    values = [listing.identity] if listing.identity else []
    taken = [value for one in listing.yields for value in (one.identity, *one.values.values())]
    for further in registry().listings:
        if further.parent == listing.name:
            taken += [hole for text in further.parameters.values() for hole in re.findall(r"\{(\w[\w.]*)\}", text)]
            taken += [further.about] if further.about else []
    absent = {str(value) for value in (*values, *taken) if not any(reads(value, item) for item in items)}
    assert items
    assert {re.sub(r"<function (\S+).*", r"\1", name) for name in absent} == SHARED.get(listing.name, set())


@pytest.mark.parametrize("listing", registry().listings, ids=lambda listing: listing.name)
def test_what_must_be_granted_is_of_the_products_code(listing: AlibabaListing) -> None:
    assert listing.permission.split(":")[0] == RAM[listing.product]["code"]


ELSEWHERE: Final = {"swas": "its package has no rule and no table: the API's endpoint page has swas.REGION"}
OLD_NAME: Final = re.compile("^cloudapi\\.")
"""What the package of apigateway makes up where its table lacks a region; all the regions in it have the other."""
PUBLIC: Final = [
    place.id
    for place in Tables.core().regions.public("alibaba")
    if place.id.count("-") < 3 or place.id[-2:] in {"lr", "va"}
]


@pytest.mark.parametrize("product", sorted({one.product for one in LISTINGS} - ELSEWHERE.keys()))
def test_a_product_answers_where_the_clients_of_its_package_ask(product: str) -> None:
    said = HOSTS[product]
    rows = [one for one in LISTINGS if one.product == product and not one.on_demand]
    own = {place for one in rows for place in one.regions}
    everywhere = any(one.regional and not (one.regions or one.parent) for one in rows) or any(
        "RegionId" in one.parameters for one in rows
    )
    for place in own | ({*PUBLIC} if everywhere else set()):
        expected = said.get(place, said[""].replace("{region}", place)).strip()
        assert endpoints.endpoint(product, place, {}) == ("https", OLD_NAME.sub("apigateway.", expected))
    if not own and not everywhere:
        scheme, host = endpoints.endpoint(product, "", {})
        assert scheme == "https"
        assert host in {*said.values(), said[""].replace("{region}", endpoints.HOME)}
