"""Where each product answers. Source: the endpoints in the vendor's packages, but for SWAS and OSS: their API pages."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from icplint.live import endpoints
from icplint.live.endpoints import DEFAULT
from icplint.model.regex import regex
from icplint.model.text import Text

HOME: Final = "cn-hangzhou"
"""Where a call that belongs to no region is made, if its product answers by region: as the vendor's packages do."""
MISSING: Final = "NoEndpoint"
"""The code of a call to a product that has no endpoint in a region."""
BY_GET: Final = frozenset({"esa", "fc"})
"""Products whose lists the vendor's packages ask for with GET; all others with POST."""
ENDPOINTS: Final[Mapping[str, str]] = {
    "alb": "https://alb.{region}.aliyuncs.com",
    "alidns": "https://alidns.aliyuncs.com",
    "apigateway": "https://apigateway.{region}.aliyuncs.com",
    "cdn": "https://cdn.aliyuncs.com",
    "companyreg": "https://companyreg.aliyuncs.com",
    "dcdn": "https://dcdn.aliyuncs.com",
    "ddoscoo": "https://ddoscoo.{region}.aliyuncs.com",
    "domain": "https://domain.aliyuncs.com",
    "ecs": "https://ecs.{region}.aliyuncs.com",
    "eipanycast": "https://eipanycast.cn-hangzhou.aliyuncs.com",
    "esa": "https://esa.cn-hangzhou.aliyuncs.com",
    "fc": "https://fcv3.{region}.aliyuncs.com",
    "ga": "https://ga.cn-hangzhou.aliyuncs.com",
    "live": "https://live.aliyuncs.com",
    "nlb": "https://nlb.{region}.aliyuncs.com",
    "oss": "https://oss-{region}.aliyuncs.com",
    "slb": "https://slb.{region}.aliyuncs.com",
    "sts": "https://sts.aliyuncs.com",
    "swas": "https://swas.{region}.aliyuncs.com",
    "vod": "https://vod.{region}.aliyuncs.com",
    "vpc": "https://vpc.{region}.aliyuncs.com",
    "waf": "https://wafopenapi.{region}.aliyuncs.com",
}
_OLD_SLB: Final = (
    *("ap-southeast-1", "cn-beijing", "cn-hangzhou", "cn-hongkong", "cn-qingdao"),
    *("cn-shanghai", "cn-shenzhen", "us-east-1", "us-west-1"),
)
EXCEPTIONS: Final[Mapping[tuple[str, str], str]] = {
    ("ecs", "cn-hangzhou"): "https://ecs-cn-hangzhou.aliyuncs.com",
    ("fc", "me-central-1"): "https://me-central-1.fc.aliyuncs.com",
    ("vpc", "cn-hangzhou"): "https://vpc.aliyuncs.com",
    **{("slb", region): "https://slb.aliyuncs.com" for region in _OLD_SLB},
}
"""Regions that answer elsewhere. Source: the clients of the vendor's packages (tests/alibaba/data/calls.json)."""

MALFORMED: Final = "MalformedRegion"
"""The code of a call in a region whose id is none."""
_REGION: Final = regex(r"[a-z0-9]+(-[a-z0-9]+){1,6}")
NO_REGION: Final = Text(
    en="{region} is no id of a region: --region takes one like cn-hangzhou",
    zh="{region} 不是地域 ID：--region 的格式如 cn-hangzhou",
)


def parse(written: str, products: Iterable[str] = ()) -> tuple[str, str]:
    """Return product and URL of `[PRODUCT=]URL`; raises ConfigError.

    `products` are those that have lists, besides those that are known to answer somewhere.
    """
    return endpoints.parse(written, {*ENDPOINTS, *products})


def is_region(text: str) -> bool:
    """Return whether a text may be the id of a region: it becomes part of a host name, which keys are sent to."""
    return bool(_REGION.fullmatch(text))


def endpoint(product: str, region: str, own: Mapping[str, str]) -> tuple[str, str]:
    """Return scheme and host of a product in a region, or at home; `own` are the user's, by product or for all."""
    place = region or HOME
    url = own.get(product) or own.get(DEFAULT) or EXCEPTIONS.get((product, place)) or ENDPOINTS[product]
    parts = urlsplit(url.replace("{region}", place))
    return parts.scheme, parts.netloc


def door(product: str, region: str, own: Mapping[str, str]) -> str:
    """Return what takes the connection of a call: the proxy, or else the host."""
    scheme, host = endpoint(product, region, own)
    proxy = "" if proxy_bypass(urlsplit(f"//{host}").hostname or host) else getproxies().get(scheme, "")
    return proxy or host


def missing(product: str, region: str) -> bool:
    """Return whether a product has no endpoint in a region: its host has no address, and that of STS has one.

    Behind a proxy, which looks names up itself, nothing can be told.
    """
    if not region or getproxies().get("https"):
        return False
    return not _has_address(endpoint(product, region, {})[1]) and _has_address(endpoint("sts", "", {})[1])


def _has_address(host: str) -> bool:
    try:
        socket.getaddrinfo(host, 443)
    except socket.gaierror as error:
        return error.errno != socket.EAI_NONAME
    except OSError:
        return True
    return True
