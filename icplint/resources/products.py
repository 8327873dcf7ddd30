"""The products of the core, from the PRODUCTS of the modules beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from icplint.resources.product import Product, ProductRole

_BEFORE_AN_ORIGIN = frozenset({ProductRole.ACCELERATOR, ProductRole.PROTECTOR, ProductRole.PROXY})


@cache
def products() -> Mapping[str, Product]:
    """Return the products by their words; a word that two modules have is a mistake of theirs."""
    package = __name__.rpartition(".")[0]
    found: dict[str, Product] = {}
    for module in iter_modules([str(Path(__file__).parent)]):
        for product in getattr(import_module(f"{package}.{module.name}"), "PRODUCTS", ()):
            assert product.word not in found, product.word
            found[product.word] = product
    return found


def product(word: str) -> Product:
    """Return a product by its word; one of which nothing is known but the word is a host."""
    return products().get(word) or Product(word=word)


def transfer_product(word: str) -> str:
    """Return what the facts transfer.* call a product, or a service of the table of suffixes."""
    return product(word).transfer or word


def is_proxy(word: str) -> bool:
    """Return whether a product answers before an origin, so that what it shows is not its own."""
    return product(word).role in _BEFORE_AN_ORIGIN


@cache
def accelerators() -> tuple[str, ...]:
    """Return the words of the products whose CNAME is the accelerated name followed by their own suffix."""
    return tuple(sorted(word for word, one in products().items() if one.role is ProductRole.ACCELERATOR))
