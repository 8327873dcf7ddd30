"""Tencent Cloud DNSPod: records."""

from __future__ import annotations

from typing import Any

from icplint.model.resource import Resource
from icplint.resources.records import record
from icplint.resources.rows import Finder
from icplint.resources.zones import under


def line(resource: Resource, _finder: Finder) -> Any:
    """The line on which a record is answered; 默认 is DNSPod's word for the default one."""
    value = resource.values.get("record_line")
    return "default" if value in {None, "默认"} else value


ROWS = (
    record(
        "tencentcloud_dnspod_record",
        under("domain", "sub_domain"),
        "value",
        record_type="record_type",
        line=line,
    ),
)
