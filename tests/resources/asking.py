"""Texts of resources, and what was said of the names and servers in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from icplint.testing import Judged

ALIBABA = (
    'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
    'provider "alicloud" {\n  alias  = "hk"\n  region = "cn-hongkong"\n}\n'
    'resource "alicloud_eip_address" "web" {}\nresource "alicloud_eip_address" "hk" {\n  provider = alicloud.hk\n}\n'
)
WEB, HONGKONG = "alicloud_eip_address.web.ip_address", "alicloud_eip_address.hk.ip_address"
TENCENT = '[[filing]]\ndomain = "example.cn"\nlicence = "粤ICP备2021012345号-1"\naccess_providers = ["tencent"]\n'


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: outcomes by code and subject, and the sentences of the argument."""

    outcomes: dict[tuple[str, str], str]
    sentences: dict[tuple[str, str], list[str]]

    def of(self, code: str) -> dict[str, str]:
        """Return the outcomes of one check by subject."""
        return {key: outcome for (found, key), outcome in self.outcomes.items() if found == code}

    def why(self, code: str, key: str) -> str:
        """Return the sentences about a subject, one a line."""
        return "\n".join(self.sentences[code, key])


Ask = Callable[..., Said]
Judge = Callable[..., Judged]


def resource(kind: str, name: str, /, **arguments: str) -> str:
    """Return a resource; what starts with `{` is the body of a nested block, all else an expression."""
    lines = [
        f"  {argument} {value}" if value.startswith("{") else f"  {argument} = {value}"
        for argument, value in arguments.items()
    ]
    return "\n".join([f'resource "alicloud_{kind}" "{name}" {{', *lines, "}", ""])


def record(value: str, kind: str = "A", rr: str = "www") -> str:
    """Return a record of a name below example.cn."""
    arguments = {"domain_name": '"example.cn"', "rr": f'"{rr}"', "type": f'"{kind}"', "value": value}
    return resource("alidns_record", rr.replace("*", "any"), **arguments)
