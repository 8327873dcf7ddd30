"""What a product is called, and what it does with the names that lead to it."""

from __future__ import annotations

from enum import StrEnum

from icplint.model.dataclass import dataclass
from icplint.model.text import Text


class ProductRole(StrEnum):
    """What a product does with the visitors of a name."""

    HOST = "host"
    """It answers them itself."""
    ACCELERATOR = "accelerator"
    """It answers before an origin; its CNAME is the accelerated name followed by the product's own suffix."""
    PROTECTOR = "protector"
    """It answers before an origin, to keep attacks from it."""
    PROXY = "proxy"
    """It answers before an origin in another way."""
    TRAFFIC_MANAGER = "traffic-manager"
    """It leads to hosts anywhere, whoever the operator is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product, by the word that rows, suffixes and facts have for it; it stands in the module of its rows.

    `name` is what it is called (by default the word in capitals), `instance` what one of its instances is called, with
    `{key}`, `group` what a group of servers is called in a table, and `kind` what one says of a name that is put on it
    (a CDN), where that is not its name. `transfer` is the product in the facts transfer.* where it is another one.
    `chosen_by_record`: bound to something else, it answers a name only if a record of the name points at it.
    """

    word: str
    name: Text | None = None
    instance: Text | None = None
    group: Text | None = None
    kind: Text | None = None
    role: ProductRole = ProductRole.HOST
    transfer: str = ""
    chosen_by_record: bool = False
