"""Ways that go round, meet again and again, lead on without end, or to thousands of ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from attack import SITE, Attack

Make = Callable[[], Mapping[str, str | bytes]]
Tie = tuple[str, str]


def records(edges: Iterable[Tie]) -> str:
    """Return a CNAME for each pair of names below example.cn."""
    return "".join(
        f'resource "alicloud_alidns_record" "r{n}" {{\n'
        f'domain_name = "example.cn"\nrr = "{name}"\ntype = "CNAME"\nvalue = "{end}.example.cn"\n}}\n'
        for n, (name, end) in enumerate(edges)
    )


def fronts(edges: Iterable[tuple[str, Iterable[str]]]) -> str:
    """Return a CDN for each name below example.cn, before its origins."""
    return "".join(
        f'resource "alicloud_cdn_domain_new" "d{n}" {{\ndomain_name = "{name}.example.cn"\ncdn_type = "web"\nscope = "domestic"\n'
        + "".join(f'sources {{\ncontent = "{origin}.example.cn"\ntype = "domain"\n}}\n' for origin in origins)
        + "}\n"
        for n, (name, origins) in enumerate(edges)
    )


def listeners(value: Callable[[int], str], count: int, names: str = "a") -> str:
    """Return listeners, which stand for their load balancer, each of them said to be another's, and who asks."""
    made = "".join(
        f'resource "alicloud_slb_listener" "{name}{i}" {{\nload_balancer_id = {value(i + 1)}\nfrontend_port = 80\n}}\n'
        for i in range(count)
        for name in names
    )
    return made + records([("q", "")]).replace('".example.cn"', "alicloud_slb_listener.a0.id")


def either(i: int) -> str:
    return f'alicloud_eip_address.rest.status == "x" ? alicloud_slb_listener.a{i}.id : alicloud_slb_listener.b{i}.id'


def plan(count: int, names: str) -> str:
    """Return a plan of resources that nobody knows, each made of those after it, and a record that is made of the first."""
    described: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []

    def add(kind: str, name: str, after: dict[str, Any], unknown: str, references: list[str]) -> None:
        place = {"address": f"{kind}.{name}", "mode": "managed", "type": kind, "name": name}
        change = {"actions": ["create"], "before": None, "after": after, "after_unknown": {unknown: True}}
        changed.append({**place, "provider_name": "registry.terraform.io/aliyun/alicloud", "change": change})
        both = [one for reference in references for one in (reference, reference.rpartition(".")[0])]
        described.append({**place, "provider_config_key": "alicloud", "expressions": {unknown: {"references": both}}})

    for i in range(count):
        for name in names:
            add("terraform_data", f"{name}{i}", {}, "output", [f"terraform_data.{n}{i + 1}.output" for n in names])
    after = {"domain_name": "example.cn", "rr": "q", "type": "A"}
    add("alicloud_alidns_record", "q", after, "value", ["terraform_data.a0.output"])
    return json.dumps(
        {
            "format_version": "1.2",
            "terraform_version": "1.11.4",
            "planned_values": {"root_module": {}},
            "resource_changes": changed,
            "configuration": {"root_module": {"resources": described}},
        }
    )


MANY_ORIGINS: Final = """resource "alicloud_cdn_domain_new" "d" {
  count       = 70
  domain_name = "www.example.cn"
  dynamic "sources" {
    for_each = range(300)
    content {
      content = "10.0.${sources.value}.1"
    }
  }
}
"""

WAYS: Final[Mapping[str, Make]] = {
    "chain of CNAMEs": lambda: {"main.tf": records((f"n{i}", f"n{i + 1}") for i in range(1_900))},
    "ring of CNAMEs": lambda: {"main.tf": records((f"n{i}", f"n{(i + 1) % 1_000}") for i in range(1_000))},
    "CNAMEs that are there twice": lambda: {"main.tf": records((f"n{i // 2}", f"n{i // 2 + 1}") for i in range(60))},
    "CNAMEs that part and meet": lambda: {
        "main.tf": records(edge for i in range(25) for x in "ab" for edge in ((f"n{i}", f"{x}{i}"), (f"{x}{i}", f"n{i + 1}")))
    },
    "CNAMEs from each to each": lambda: {"main.tf": records((f"n{i}", f"n{j}") for i in range(40) for j in range(40))},
    "chain of CDNs": lambda: {"main.tf": fronts((f"n{i}", [f"n{i + 1}"] * 2) for i in range(1_000))},
    "ring of CDNs": lambda: {"main.tf": fronts((f"n{i}", [f"n{(i + 1) % 300}"]) for i in range(300))},
    "CDNs before each other": lambda: {"main.tf": fronts((f"n{i}", [f"n{j}" for j in range(40)]) for i in range(40))},
    "names that lead to a CDN of many origins": lambda: {
        "main.tf": records((f"n{i}", "www") for i in range(900)) + fronts([("www", [f"o{i}" for i in range(900)])])
    },
    "origins of instances in instances": lambda: {"main.tf": 'module "a" {\nsource = "./a"\ncount = 70\n}\n', "a/main.tf": MANY_ORIGINS},
    "listeners that stand for one of two": lambda: {"main.tf": listeners(either, 25, "ab")},
    "chain of listeners": lambda: {"main.tf": listeners(lambda i: f"alicloud_slb_listener.a{i}.id", 1_500)},
}  # fmt: skip

PLANS: Final[Mapping[str, Make]] = {
    "made of two that are made of two": lambda: {"plan.json": plan(25, "ab")},
    "chain": lambda: {"plan.json": plan(3_000, "a")},
}

DRAWN: Final = ("ring of CNAMEs", "CNAMEs that part and meet")


def _with_rest(make: Make) -> Mapping[str, str | bytes]:
    return {"rest.tf": SITE, **make()}


ATTACKS: Final = (
    *(
        Attack(name=f"ways: {name}", content=lambda make=make: _with_rest(make))  # type: ignore[misc]
        for name, make in WAYS.items()
    ),
    *(
        Attack(name=f"ways in a plan: {name}", content=make, arguments=("check", "plan.json", "--format", "json", "--isolated"), rest=False)
        for name, make in PLANS.items()
    ),
    *(
        Attack(name=f"ways that are drawn: {name}, {command[-1]}", content=lambda make=WAYS[name]: _with_rest(make), arguments=command, rest=False)  # type: ignore[misc]
        for name in DRAWN
        for command in (("graph", ".", "--isolated", "--format", "text"), ("graph", ".", "--isolated", "--format", "dot"), ("check", ".", "--isolated", "--format", "html"))
    ),
)  # fmt: skip
