"""Anti-DDoS Proxy: Pro answers from the mainland, Premium from outside.

Source: alicloud_ddoscoo_instance, https://help.aliyun.com/document_detail/2589259.html ("if product_type is set to
ddoscoo or ddoscoo_intl, the provider region should be set to cn-hangzhou, and if product_type is set to ddosDip, the
provider region should be set to ap-southeast-1"); ids as in ddoscoo-cn-… and ddosDip-sg-… (Alibaba Cloud SDK).
"""

from __future__ import annotations

from typing import Any, Final

from icplint.model.resource import Resource
from icplint.model.vocabulary import Placement
from icplint.resources.entry import Finder, pick, target, written
from icplint.resources.fronting import ALIBABA, proxy
from icplint.resources.placement import placed

INSTANCE: Final = "alicloud_ddoscoo_instance"
PRO: Final = "cn-hangzhou"
PREMIUM: Final = "ap-southeast-1"
_IDS: Final = {"ddoscoo": PRO, "ddosdip": PREMIUM}
_TYPES: Final = {"ddoscoo": PRO, "ddoscoo_intl": PRO, "ddosDip": PREMIUM}


def instances(resource: Resource, finder: Finder) -> Placement:
    """Return where the instances of a domain are: by their ids or their types, else by the provider's region."""
    regions = {_region(value, resource, finder) for value in pick(resource.values, "instance_ids[]")}
    if PRO in regions:  # of several, one in the mainland is enough
        return Placement(provider=ALIBABA, region=PRO, origin=resource.place("instance_ids"))
    if regions == {PREMIUM}:
        return Placement(provider=ALIBABA, region=PREMIUM, origin=resource.place("instance_ids"))
    return placed()(resource, finder)


def _region(value: Any, resource: Resource, finder: Finder) -> str | None:
    instance = target(value, INSTANCE, resource, finder)
    if instance is not None:
        return _of_instance(instance)
    return _IDS.get(value.split("-", 1)[0].lower()) if isinstance(value, str) else None


def _of_instance(instance: Resource) -> str | None:
    kind = instance.values.get("product_type")
    if isinstance(kind, str):
        return _TYPES.get(kind)
    return None if written(kind) else PRO


ENTRIES = (
    proxy(
        "alicloud_ddoscoo_domain_resource",
        "ddos",
        origins="real_servers[]",
        name="domain",
        fields={"placement": instances},
    ),
)
