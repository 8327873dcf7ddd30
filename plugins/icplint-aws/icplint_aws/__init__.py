"""AWS for icplint: servers, addresses, load balancers, CloudFront, buckets and Route 53."""

from __future__ import annotations

from typing import Final

from icplint.plugin import found_in

__version__ = "0.1.0"

PLUGIN: Final = found_in(__name__)
