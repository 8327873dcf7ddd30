"""The rules of the authorities and the providers, as dated facts with citations."""

from icplint.policy.policy import Citation, Eligibility, Fact, Policy, Term, Transfer
from icplint.policy.providers import provider_name
from icplint.policy.regions import Region, region, region_of_zone, regions
from icplint.policy.suffixes import Confidence, Location, Suffix, provider_owned, suffix

__all__ = [
    "Citation",
    "Confidence",
    "Eligibility",
    "Fact",
    "Location",
    "Policy",
    "Region",
    "Suffix",
    "Term",
    "Transfer",
    "provider_name",
    "provider_owned",
    "region",
    "region_of_zone",
    "regions",
    "suffix",
]
