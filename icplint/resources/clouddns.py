"""The DNS of Huawei Cloud, Google Cloud and Azure: records and the zones that they lie in."""

from __future__ import annotations

from typing import Final

from icplint.resources.records import record
from icplint.resources.rows import NodeRow
from icplint.resources.zones import Zones, lying_in, under

# Source: huaweicloud/terraform-provider-huaweicloud, docs/resources/dns_recordset.md, dns_zone.md.
HUAWEI: Final = Zones(
    argument="zone_id",
    kinds=("huaweicloud_dns_zone", "huaweicloud_dns_zone_v2", "huaweicloud_dns_zones"),
    names=("name",),
    private={"zone_type": lambda kind: kind == "private"},
)
# Source: hashicorp/terraform-provider-google, website/docs/r/dns_managed_zone.html.markdown.
GOOGLE: Final = Zones(
    argument="managed_zone",
    kinds=("google_dns_managed_zone",),
    names=("dns_name",),
    private={"visibility": lambda kind: kind == "private"},
)


def _azure(kind: str, word: str, value: str) -> NodeRow:
    return record(
        f"azurerm_dns_{kind}_record",
        under("zone_name", "name"),
        (value, "target_resource_id"),
        record_type=lambda _resource, _finder: word,
    )


ROWS = (
    *(
        record(kind, lying_in(HUAWEI), "records[]", line="line_id", zones=HUAWEI)
        for kind in ("huaweicloud_dns_recordset", "huaweicloud_dns_recordset_v2")
    ),
    record(
        "google_dns_record_set",
        lying_in(GOOGLE),
        (
            "rrdatas[]",
            "routing_policy[].wrr[].rrdatas[]",
            "routing_policy[].geo[].rrdatas[]",
            "routing_policy[].primary_backup[].backup_geo[].rrdatas[]",
        ),
        zones=GOOGLE,
    ),
    _azure("a", "A", "records[]"),
    _azure("aaaa", "AAAA", "records[]"),
    _azure("cname", "CNAME", "record"),
)
