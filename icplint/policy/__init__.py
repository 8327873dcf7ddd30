"""The rules of the authorities and the providers, as dated facts with citations."""

from icplint.policy.facts import Citation, Eligibility, Fact, Term, Transfer
from icplint.policy.policy import Closed, Policy
from icplint.policy.providers import ALIBABA, ProviderNames, akin
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
    "ProviderNames",
    "Region",
    "Regions",
    "Suffix",
    "Suffixes",
    "Tables",
    "Term",
    "Transfer",
    "akin",
    "has_region",
]
