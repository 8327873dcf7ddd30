"""ApsaraVideo: the domains of VOD, and those of Live, whose streams come from no origin of their own."""

from __future__ import annotations

from icplint.resources.fronting import accelerated

ENTRIES = (
    accelerated("alicloud_vod_domain", "vod", "sources[].source_content"),
    accelerated("alicloud_live_domain", "live", None),
)
