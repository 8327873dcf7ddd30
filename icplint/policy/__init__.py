"""The rules of the authorities and the providers, as dated facts with citations."""

from icplint.policy.current import (
    access_provider,
    denies_provider,
    known_provider,
    operators,
    product_name,
    provider_name,
    provider_owned,
    providers_in,
    region,
    region_of_zone,
    regions,
)
from icplint.policy.facts import Citation, Eligibility, Fact, Term, Transfer
from icplint.policy.policy import Closed, Policy
from icplint.policy.providers import ALIBABA, Providers, akin
from icplint.policy.regions import Region, Regions
from icplint.policy.suffixes import Confidence, Location, Suffix, Suffixes, has_region
from icplint.policy.tables import Tables

__all__ = [
    "ALIBABA",
    "Citation",
    "Closed",
    "Confidence",
    "Eligibility",
    "Fact",
    "Location",
    "Policy",
    "Providers",
    "Region",
    "Regions",
    "Suffix",
    "Suffixes",
    "Tables",
    "Term",
    "Transfer",
    "access_provider",
    "akin",
    "denies_provider",
    "has_region",
    "known_provider",
    "operators",
    "product_name",
    "provider_name",
    "provider_owned",
    "providers_in",
    "region",
    "region_of_zone",
    "regions",
]
