"""A configuration or a state, and a register -> what the real command line says of each name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

ALIBABA = (
    'provider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
    'provider "alicloud" {\n  alias  = "hk"\n  region = "cn-hongkong"\n}\n'
    'resource "alicloud_eip_address" "web" {}\nresource "alicloud_eip_address" "hk" {\n  provider = alicloud.hk\n}\n'
)
WEB, HONGKONG = "alicloud_eip_address.web.ip_address", "alicloud_eip_address.hk.ip_address"
UNFILED = ""


def filed(*providers: str, domain: str = "example.cn") -> str:
    """Return a register in which a domain is filed with these access providers."""
    row = f'[[filing]]\ndomain = "{domain}"\nlicence = "京ICP备2023001234号-1"\n'
    return f"{row}access_providers = {json.dumps(providers)}\n"


class Judged:
    """Outcomes by code and subject, and the sentences of each argument."""

    def __init__(self, report: Mapping[str, Any]) -> None:
        self._findings = report["findings"]

    def of(self, code: str) -> dict[str, str]:
        """Return the outcomes of one check by subject."""
        return {f["subject"]["key"]: f["outcome"] for f in self._findings if f["code"] == code}

    def why(self, code: str, key: str) -> list[str]:
        """Return the sentences about one subject."""
        (found,) = (f for f in self._findings if f["code"] == code and f["subject"]["key"] == key)
        return [evidence["message"] for evidence in found["evidence"]]


Judge = Callable[..., Judged]


def judging(icplint: Callable[..., Any], directory: Path) -> Iterator[Judge]:
    """Yield a function that checks a source, or a document in its place, with a register."""

    def judge(source: str | Mapping[str, Any], register: str = UNFILED) -> Judged:
        name, text = ("main.tf", source) if isinstance(source, str) else ("state.json", json.dumps(source))
        (directory / name).write_text(text, encoding="utf-8")
        (directory / "filings.toml").write_text(register, encoding="utf-8")
        paths = [directory / name] if name.endswith(".json") else [directory]
        options = ("--filings", directory / "filings.toml", "--all", "--format", "json", "--isolated")
        run = icplint("check", *paths, *options, "--on", "2026-11-24")
        report = json.loads(run.out)
        assert (report["errors"], report["unread"], run.err) == ([], [], "")
        return Judged(report)

    yield judge


def state(*resources: tuple[str, str, Mapping[str, Any]], provider: str) -> dict[str, Any]:
    """Return what `terraform show -json` shows of a state with these resources: address, mode, values."""
    return {
        "format_version": "1.0",
        "terraform_version": "1.11.4",
        "values": {
            "root_module": {
                "resources": [
                    {
                        "address": address,
                        "mode": mode,
                        "type": address.removeprefix("data.").split(".")[0],
                        "name": address.rpartition(".")[2],
                        "provider_name": f"registry.terraform.io/{provider}",
                        "schema_version": 0,
                        "values": values,
                        "sensitive_values": {},
                    }
                    for address, mode, values in resources
                ]
            }
        },
    }
