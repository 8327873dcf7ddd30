"""What the services refuse, by the vendor's packages: parameters, page sizes, methods and hosts (data/*.json)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tunnel import SIGNING

_DATA: Final = Path(__file__).parent / "data"
SDK: Final[dict[str, Any]] = json.loads((_DATA / "sdk.json").read_text(encoding="utf-8"))
CALLS: Final[dict[str, Any]] = json.loads((_DATA / "calls.json").read_text(encoding="utf-8"))
SAID_ELSEWHERE: Final = {
    "ddoscoo:DescribeNetworkRules": 10,
    "domain:QueryDomainList": 100,
    "ecs:DescribeInstances": 100,
    "fc:ListCustomDomains": 100,
    "waf:DescribeDomains": 50,
}
"""The largest page where the parameter's description has no number that can be read."""
ALSO_AT: Final = {"swas": "swas.{region}.aliyuncs.com"}
"""Where a product answers by its API page, though its package does not say so."""
_SIZES: Final = ("PageSize", "MaxResults", "limit")
_ACTIONS: Final = {
    (action, said["version"]): (product, said)
    for product, package in SDK.items()
    for action, said in package["actions"].items()
}


def refused(parameters: Mapping[str, str], method: str, host: str) -> tuple[str, str] | None:
    """Return the code and the words with which a call is refused; `host` is where it came in, if anybody knows."""
    name, version = parameters["Action"], parameters.get("Version", "")
    if (name, version) not in _ACTIONS:
        return None
    product, said = _ACTIONS[name, version]
    for parameter in sorted(parameters.keys() - SIGNING - {*said["parameters"], "RegionId"}):
        return "UnsupportedParameter", f"The parameter {parameter} is not supported."
    for parameter in sorted(said["required"]):
        if parameter not in parameters:
            return f"Missing{parameter}", f"{parameter} is mandatory for this action."
    largest = said["largest page"] or SAID_ELSEWHERE.get(f"{product}:{name}")
    for parameter in _SIZES:
        if largest and not 1 <= int(parameters.get(parameter, 1)) <= largest:
            return "InvalidParameter", f"{parameter} must be 1 to {largest}."
    if said["method"] == "GET" != method:
        return "UnsupportedHTTPMethod", "This http method is not supported."
    if host and host not in _hosts(product, parameters.get("RegionId", "cn-hangzhou")):
        return "InvalidAction.NotFound", f"Specified api is not found, please check your url: {host}"
    return None


def _hosts(product: str, region: str) -> set[str]:
    """Return where a product takes calls about a region: of one with a single host for all, whichever it has."""
    table = CALLS["hosts"][product]
    usual = table[""]
    found = {table.get(region, usual.replace("{region}", region)), ALSO_AT.get(product, "").format(region=region)}
    return found if "{region}" in usual else found | {usual}
