"""The rules of the authorities and the providers, as dated facts with citations."""

from icplint.policy.policy import Citation, Closed, Eligibility, Fact, Policy, Term, Transfer
from icplint.policy.providers import (
    ALIBABA,
    akin,
    denies_provider,
    known_provider,
    product_name,
    provider_name,
    providers_in,
)
from icplint.policy.regions import Region, access_provider, operators, region, region_of_zone, regions
from icplint.policy.suffixes import Confidence, Location, Suffix, Suffixes, has_region, provider_owned

__all__ = [
    "ALIBABA",
    "Citation",
    "Closed",
    "Confidence",
    "Eligibility",
    "Fact",
    "Location",
    "Policy",
    "Region",
    "Suffix",
    "Suffixes",
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
