"""What an attack is: files that a stranger may have written, the command that reads them, and what it may cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

SITE: Final = """
provider "alicloud" { region = "cn-hangzhou" }
resource "alicloud_eip_address" "rest" {}
resource "alicloud_alidns_record" "rest" {
  domain_name = "example.cn"
  rr          = "rest"
  type        = "A"
  value       = alicloud_eip_address.rest.ip_address
}
"""
"""What has to be answered all the same: without a register, whether rest.example.cn is filed cannot be told."""

Content = Callable[[], Mapping[str, str | bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One attack: `content` makes its files, by path, and `says` is printed.

    With `rest` the report has to answer about rest.example.cn.
    """

    name: str
    content: Content
    arguments: tuple[str, ...] = ("check", ".", "--format", "json", "--isolated")
    seconds: float = 10
    megabytes: int = 1024
    codes: frozenset[int] = frozenset({0, 1, 2})
    rest: bool = True
    says: str = ""

    def write(self, directory: Path) -> None:
        """Write the files of the attack below a directory."""
        for name, content in self.content().items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


def slow() -> frozenset[str]:
    """Return the names of the attacks that take more than half a second, as `trial.py --slow` found them."""
    return frozenset(Path(__file__).with_name("slow.txt").read_text(encoding="utf-8").splitlines())


def attacks() -> dict[str, Attack]:
    """Return all attacks by name: those in the ATTACKS of each module of this folder that is called `hostile_…`."""
    kinds = sorted(path.stem for path in Path(__file__).parent.glob("hostile_*.py"))
    found = [attack for kind in kinds for attack in import_module(kind).ATTACKS]
    named: dict[str, Attack] = {attack.name: attack for attack in found}
    assert len(named) == len(found), "two attacks have one name"
    return named
