"""Which calls list what an AWS account holds, as data: service, operation, where the items lie, what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from icplint.plugin import Call, Listing, host_name

Item = Mapping[str, Any]
READING: Final = re.compile(r"(list|get|describe)_[a-z]")
"""What every operation begins with: nothing else can be expressed, so nothing is ever changed."""
PREFIXES: Final = {"apigatewayv2": "apigateway", "elb": "elasticloadbalancing", "elbv2": "elasticloadbalancing"}
"""Services whose IAM actions begin with another word. Source: AWS, Service Authorization Reference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Listing):
    """One list of an account, in each region, or once where the service is not `regional`.

    `product` is the service and `action` the operation, as botocore calls them. A function among the `items` takes them
    from what lies `at` a key. `region` is the key of the parent's item that says where it is asked. `none` are the
    codes by which there is nothing. `whole` names a zone by the item of its parent, where the list is that of one zone.
    `permission` is the IAM action, where it is not called as the operation is.
    """

    cloud: ClassVar[str] = "aws"
    reading: ClassVar[re.Pattern[str]] = READING

    region: str = ""
    none: frozenset[str] = frozenset()
    at: str = ""

    @property
    def place(self) -> str:
        """The key that every page has, with the items or with nothing; empty where no key is always there."""
        return self.items if isinstance(self.items, str) else self.at

    @property
    def api(self) -> str:
        """What the API calls the operation: `DescribeInstances`."""
        return api(self.action)

    @property
    def grant(self) -> str:
        """The IAM action that allows it."""
        return self.permission or f"{PREFIXES.get(self.product, self.product)}:{self.api}"

    @property
    def request(self) -> str:
        """What a request for it is called where a fact says its origin."""
        return f"{self.product}:{self.api}"

    def what(self, call: Call) -> str:
        """Return what a call is called in reports: the account, the list, where, and about what."""
        place = f" {call.region}" if self.regional else ""
        about = "".join(f" {value}" for _, value in call.parameters)
        account = f"{call.account} " if call.account else ""
        return f"{account}{self.request}{place}{about}"

    def where(self, call: Call) -> str:
        """Return the region of a call, but of a service that is everywhere one."""
        return call.region if self.regional else ""

    def beside(self, items: Sequence[Item], parent: Call) -> str:
        """Return the region of the items, or that of the call that listed them."""
        return str(items[0].get(self.region) or parent.region)

    def wanted(self, _call: Call, _regions: Sequence[str]) -> bool:
        """What hangs on an item is asked wherever that lies."""
        return True

    def word(self, _call: Call, item: Item | None = None) -> str:
        """Return the zone whose records a call lists, if it is known; no call says it by itself."""
        return f"zone:{host_name(str(item.get(self.whole)))}" if self.whole and item is not None else ""


def api(operation: str) -> str:
    """Return what the API calls an operation: `DescribeInstances`."""
    return "".join(part.capitalize() for part in operation.split("_"))
