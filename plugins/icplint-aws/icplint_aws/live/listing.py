"""Which calls list what an account holds, as data: service, operation, where the items lie, what they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

READING: Final = re.compile(r"(list|get|describe)_[a-z]")
"""What every operation begins with: nothing else can be expressed, so nothing is ever changed."""
ACTIONS: Final = {
    "s3:list_buckets": "s3:ListAllMyBuckets",
    "s3:get_bucket_location": "s3:GetBucketLocation",
    "s3:get_bucket_website": "s3:GetBucketWebsite",
    "apigateway:get_domain_names": "apigateway:GET",
    "apigatewayv2:get_domain_names": "apigateway:GET",
    "sts:get_caller_identity": "sts:GetCallerIdentity",
}
"""Operations whose IAM action is not called as they are. Source: AWS, Service Authorization Reference."""
PREFIXES: Final = {"elb": "elasticloadbalancing", "elbv2": "elasticloadbalancing"}

Item = Mapping[str, Any]
Value = str | Callable[[Item], Any]
"""A key of an item, or a function of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Yield:
    """What an item of a list is: a Resource of `kind`, its values under the names that Terraform gives them.

    So one table of products serves both. `identity` is the id that Terraform has too; it is a `local` one where only
    its region knows it. `?Name` is a parameter of the call. Where `unless` holds, or a value named in `only` is absent,
    the item is none.
    """

    kind: str
    identity: Value
    values: Mapping[str, Value]
    local: bool = False
    only: str = ""
    unless: Callable[[Item], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """One list of an account, in each region, or once where the service is `everywhere` one.

    `items` is the key of the items in a page, or a function of what lies `at` a key. `parent` is the list whose items
    this one asks about: `parameters` say which of its keys go into the call, `region` which one says where, `about` of
    which items it asks. `none` are the codes by which there is nothing. `whole` is the key of the parent's item that
    holds the name of a zone, where the list is that of one zone.
    """

    service: str
    operation: str
    items: str | Callable[[Item], Iterable[Item]]
    yields: tuple[Yield, ...] = ()
    everywhere: bool = False
    parent: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    region: str = ""
    about: Callable[[Item], bool] = bool
    none: frozenset[str] = frozenset()
    whole: str = ""
    at: str = ""

    def __post_init__(self) -> None:
        if not READING.match(self.operation):
            raise ValueError(self.operation)

    @property
    def place(self) -> str:
        """The key that every page has, with the items or with nothing; empty where no key is always there."""
        return self.items if isinstance(self.items, str) else self.at

    @property
    def name(self) -> str:
        """What the list is called here: `ec2:describe_instances`."""
        return f"{self.service}:{self.operation}"

    @property
    def action(self) -> str:
        """What the API calls the operation: `DescribeInstances`."""
        return "".join(part.capitalize() for part in self.operation.split("_"))

    @property
    def permission(self) -> str:
        """The IAM action that allows it."""
        prefix = PREFIXES.get(self.service, self.service)
        return ACTIONS.get(self.name, f"{prefix}:{self.action}")

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of resource that it yields."""
        return frozenset(one.kind for one in self.yields)

    def of(self, page: Item) -> Iterator[Item]:
        """Yield the items of a page."""
        found = page.get(self.items) if isinstance(self.items, str) else self.items(page)
        yield from found or ()


def family(parent: List, lists: Iterable[List]) -> Iterator[List]:
    """Yield the lists that hang on the items of a list, those that hang on theirs, and so on."""
    lists = tuple(lists)
    for further in lists:
        if further.parent == parent.name:
            yield further
            yield from family(further, lists)


def value(item: Item, of: Value) -> Any:
    """Return a value of an item."""
    return item.get(of) if isinstance(of, str) else of(item)
