"""Where a user says that products answer: `[PRODUCT=]URL`, in which `{region}` stands for the region of a call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from icplint.errors import ConfigError
from icplint.model.regex import regex
from icplint.model.text import Text, did_you_mean

DEFAULT: Final = "default"
"""What stands for all products that have no endpoint of their own."""
BAD: Final = Text(
    en="{url} is no endpoint: write PRODUCT=https://host, or https://host for all products",
    zh="{url} 不是有效的接入点：请写作 PRODUCT=https://主机名，或用 https://主机名 指定全部产品",
)
_PLACE: Final = "{region}"
_HOLE: Final = regex(r"\{[^{}]*\}|[{}]")
NO_PRODUCT: Final = Text(
    en="--endpoint: there is no product {name}; there are {known}{hint}",
    zh="--endpoint：没有产品 {name}；可选的产品有 {known}{hint}",
)
BAD_HOLE: Final = Text(
    en="{url} is no endpoint: of what stands in braces only {place} is known, not {hole}",
    zh="{url} 不是有效的接入点：花括号中只能写 {place}，不能写 {hole}",
)


def parse(written: str, products: Iterable[str]) -> tuple[str, str]:
    """Return product and URL of `[PRODUCT=]URL`; raises ConfigError, also for a product that is none of these."""
    product, found, url = written.partition("=")
    if not found or "/" in product:
        product, url = DEFAULT, written
    try:
        parts = urlsplit(url)
        sound = parts.scheme in {"http", "https"} and parts.netloc and parts.path in {"", "/"} and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise ConfigError(BAD.using(url=written))
    known = {DEFAULT, *products}
    if product not in known:
        hint = did_you_mean(product, known)
        raise ConfigError(NO_PRODUCT.using(name=product, known=", ".join(sorted(known)), hint=hint))
    if odd := [hole for hole in _HOLE.findall(url) if hole != _PLACE]:
        raise ConfigError(BAD_HOLE.using(url=written, hole=odd[0], place=_PLACE))
    return product, url
