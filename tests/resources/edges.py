"""Small configurations with something at the edge -> outcomes and sentences of the real command line."""

from __future__ import annotations

from typing import NamedTuple

from icplint.testing import judged

HANGZHOU = 'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
SINGAPORE = 'provider "alicloud" {\n  region = "ap-southeast-1"\n}\n'
ECS = 'resource "alicloud_instance" "web" {\n  internet_max_bandwidth_out = 5\n}\n'
PUBLIC_IP = "alicloud_instance.web.public_ip"
UNFILED = "# nothing is filed\n"
ELSEWHERE = '[[filing]]\ndomain = "example.cn"\nlicence = "粤ICP备2021012345号-1"\naccess_providers = ["tencent"]\n'


class Found(NamedTuple):
    """The outcome of each check of each name, and all that was said."""

    outcomes: dict[tuple[str, str], str]
    severities: dict[tuple[str, str], str]
    said: list[str]

    def of(self, code: str, name: str = "www.example.cn") -> str:
        """Return one outcome."""
        return self.outcomes[code, name]


def resource(kind: str, name: str, body: str) -> str:
    """Return a resource of Alibaba Cloud; `body` is indented here."""
    lines = "".join(f"  {line}\n" for line in body.strip().splitlines())
    return f'resource "alicloud_{kind}" "{name}" {{\n{lines}}}\n'


def record(value: str, kind: str = "CNAME", rr: str = "www") -> str:
    """Return a record of example.cn."""
    body = f'domain_name = "example.cn"\nrr = "{rr}"\ntype = "{kind}"\nvalue = {value}'
    return resource("alidns_record", rr.replace(".", "_"), body)


def check(terraform: str, register: str = UNFILED, on: str = "2026-11-24") -> Found:
    """Check a configuration against a register on a day."""
    report = judged(terraform, register, on=on).report
    findings = [((f["code"], f["subject"]["key"]), f) for f in report["findings"]]
    return Found(
        {key: f["outcome"] for key, f in findings},
        {key: f["severity"] for key, f in findings},
        [e["message"] for _, f in findings for e in f["evidence"]],
    )
