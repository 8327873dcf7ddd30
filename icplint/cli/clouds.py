"""Which clouds a scan reads, and what of the command line is for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

from icplint.cli.headings import to_read
from icplint.errors import ConfigError
from icplint.model.packages import installing
from icplint.model.text import Text, did_you_mean

if TYPE_CHECKING:
    from icplint.model.cloud import Cloud, Scanning, ScanRequest
    from icplint.registry import Registry
    from icplint.settings.config import Config

NO_CLOUD: Final = Text(en="there is no cloud {name}; there are {known}", zh="没有 {name} 这个云；可选的有 {known}")
INSTALL: Final = Text(
    en="nothing installed reads the cloud {name}: {install}",
    zh="未安装读取 {name} 的插件：请执行 {install}",
)
NO_PRODUCT: Final = Text(
    en="there is no product {name}; there are {known}{hint}", zh="没有产品 {name}；可选的产品有 {known}{hint}"
)

Clouds = Annotated[
    list[str] | None,
    to_read("--cloud", help="The cloud to read, alibaba by default; repeatable.", metavar="NAME"),
]


def chosen(known: Registry, names: Sequence[str] | None) -> list[Cloud]:
    """Return the clouds that a scan reads, each once; raises ConfigError for one that nothing installed reads."""
    from icplint.inputs.saved_inventories import DEFAULT, KNOWN

    found = list(dict.fromkeys(names or [DEFAULT]))
    for name in found:
        if name not in known.clouds and name in KNOWN:
            raise ConfigError(INSTALL.using(name=name, install=installing(KNOWN[name])))
        if name not in known.clouds:
            raise ConfigError(NO_CLOUD.using(name=name, known=", ".join(sorted(known.clouds))))
    return [known.clouds[name] for name in found]


def products_of(clouds: Sequence[Cloud], written: str | None) -> dict[str, list[str]]:
    """Return the products to read by cloud, none for all of them; a cloud that has none of them is left out.

    Raises ConfigError for a product that none of the clouds has.
    """
    if written is None:
        return {cloud.name: [] for cloud in clouds}
    wanted = {name.strip() for name in written.split(",")}
    there = {cloud.name: set(cloud.products()) for cloud in clouds}
    everything = set().union(*there.values())
    for name in sorted(wanted - everything):
        raise ConfigError(
            NO_PRODUCT.using(name=name, known=", ".join(sorted(everything)), hint=did_you_mean(name, everything))
        )
    return {name: sorted(products & wanted) for name, products in there.items() if products & wanted}


def asked_of(cloud: str, clouds: Sequence[str], asked: ScanRequest) -> ScanRequest:
    """Return what is asked of one cloud: what is written for it alone (`aws:prod`), and for all of them.

    Of several clouds each is saved in a directory of its own, and named where it tells how far it is.
    """

    def named(done: int, known: int, what: str) -> None:
        asked.progress(done, known, f"{cloud} {what}")

    def own(values: Sequence[str]) -> list[str]:
        return [value for written in values for value in _for(cloud, clouds, written)]

    return replace(
        asked,
        profiles=own(asked.profiles),
        roles=own(asked.roles),
        regions=own(asked.regions),
        endpoints=own(asked.endpoints),
        save=asked.save / cloud if asked.save and len(clouds) > 1 else asked.save,
        progress=named if len(clouds) > 1 else asked.progress,
    )


def _for(cloud: str, clouds: Sequence[str], written: str) -> Iterator[str]:
    """Yield what a word of the command line says to a cloud, if it is for it."""
    name, colon, rest = written.partition(":")
    if not colon or name not in clouds:
        yield written
    elif name == cloud:
        yield rest


@contextmanager
def scanning(
    clouds: Sequence[Cloud], asked: ScanRequest, products: Mapping[str, Sequence[str]], settings: Config
) -> Iterator[list[Scanning]]:
    """Begin a scan of each cloud that has any of the products; what is saved is finished when all come to their end."""
    read = [cloud for cloud in clouds if cloud.name in products]
    names = [cloud.name for cloud in read]
    if asked.save and len(read) > 1:
        from icplint.inputs.saved_inventories import several

        several(asked.save, names)
    with ExitStack() as stack:
        scans = []
        for cloud in read:
            own = replace(
                asked_of(cloud.name, names, asked),
                products=products[cloud.name],
                own_endpoints=settings.endpoints_of(cloud.name),
            )
            scans.append(stack.enter_context(cloud.scan(own)))
        yield scans
