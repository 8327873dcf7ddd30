"""AWS for icplint: both partitions, in Terraform and live, and what its operators in China demand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from icplint.plugin import found_in

if TYPE_CHECKING:
    from icplint.plugin import Cloud

__version__ = "0.1.0"


def _clouds() -> Iterable[Cloud]:
    from icplint_aws.cloud import clouds

    return clouds()


PLUGIN: Final = found_in(__name__, clouds=_clouds)
