"""The rules of the authorities and the providers, as dated facts with citations."""

from icplint.policy.policy import Citation, Closed, Eligibility, Fact, Policy, Term, Transfer
from icplint.policy.providers import product_name, provider_name
from icplint.policy.regions import Region, access_provider, operators, region, region_of_zone, regions
from icplint.policy.suffixes import Confidence, Location, Suffix, Suffixes, has_region, provider_owned

__all__ = [
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
    "has_region",
    "operators",
    "product_name",
    "provider_name",
    "provider_owned",
    "region",
    "region_of_zone",
    "regions",
]
