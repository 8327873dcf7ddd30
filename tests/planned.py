"""Small alicloud configurations made at random: what a site is built of, written in every way that Terraform allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from hypothesis import strategies as st

Choose = Callable[[list[str]], str]

_PARTS: Final = Path(__file__).parent / "planned_parts"
PROVIDERS, HEAD, ADDRESS, PAIR = (
    (_PARTS / f"{name}.tf").read_text(encoding="utf-8") for name in ("root", "case", "address", "pair")
)

REPEATED: Final = {
    "": ("", ["www"]),
    "count = 2": ("count.index", ["0", "1"]),
    "count = length(var.hosts)": ("count.index", ["0", "1", "2"]),
    "count = var.flag ? 1 : 0": ("count.index", ["0"]),
    "count = var.nothing == null ? 0 : 1": ("count.index", []),
    "for_each = toset(var.hosts)": ("each.key", ["www", "shop", "docs"]),
    "for_each = var.sites": ("each.key", ["blog", "news"]),
    "for_each = local.mixed": ("each.key", ["blog", "news", "extra"]),
    "for_each = { for k, s in var.sites : k => s if s.mainland }": ("each.key", ["blog"]),
    "for_each = { for i, host in var.hosts : host => i }": ("each.key", ["www", "shop", "docs"]),
}
"""Ways to repeat a block: what its key is called, and its keys."""


@dataclass
class Case:
    """The text of one module, and the expressions that its later blocks may use."""

    text: list[str] = field(default_factory=lambda: [HEAD])
    addresses: dict[str, str] = field(default_factory=dict)
    """Resources and module calls that have addresses, and how each is repeated."""

    def block(self, head: str, lines: list[str]) -> None:
        body = "\n".join(f"  {line}" for line in lines if line)
        self.text.append(f"{head} {{\n{body}\n}}\n")


@st.composite
def cases(draw: st.DrawFn) -> str:
    """Return the text of a module; it may call `./address` and `./pair`, and needs the provider `alicloud.abroad`."""
    case = Case()

    def choose(options: list[str]) -> str:
        return draw(st.sampled_from(options))

    for n in range(draw(st.integers(1, 2))):
        _address(case, f"eip{n}", choose)
    _instance(case, choose)
    if draw(st.booleans()):
        _call(case, choose)
    if draw(st.booleans()):
        _pair(case, choose)
    for n in range(draw(st.integers(1, 3))):
        _record(case, f"record{n}", choose)
    for n in range(draw(st.integers(0, 2))):
        _cdn(case, f"cdn{n}", choose)
    _bucket(case, choose)
    return "\n".join(case.text)


def _provider(choose: Choose) -> str:
    return choose(["", "", "provider = alicloud.abroad"])


def _address(case: Case, name: str, choose: Choose) -> None:
    repeated = choose(list(REPEATED))
    key = REPEATED[repeated][0]
    label = choose(['"plain"', "local.chosen", "var.nothing", f'"x-${{{key}}}"' if key else "var.given"])
    case.block(f'resource "alicloud_eip_address" "{name}"', [repeated, _provider(choose), f"address_name = {label}"])
    case.addresses[f"alicloud_eip_address.{name}"] = repeated
    there = f"alicloud_eip_address.{name}"
    every = {
        "": f"[{there}.ip_address]",
        "count.index": f"{there}[*].ip_address",
        "each.key": f"[for k in sort(keys({there})) : {there}[k].ip_address]",
    }
    case.text.append(f"locals {{\n  all_{name} = {every[key]}\n}}\n")
    if key == "each.key" and choose(["", "chained"]):
        case.block(
            f'resource "alicloud_alidns_record" "{name}"',
            [
                f"for_each = {there}",
                "domain_name = var.zone",
                f'rr = "{name}-${{each.key}}"',
                'type = "A"',
                "value = each.value.ip_address",
            ],
        )


def _instance(case: Case, choose: Choose) -> None:
    repeated = choose(["", "count = 2", "for_each = var.sites"])
    charge = choose(['"PrePaid"', 'var.flag ? "PrePaid" : null', "var.nothing", ""])
    case.block(
        'resource "alicloud_instance" "web"',
        [
            repeated,
            _provider(choose),
            'image_id      = "centos_7"',
            'instance_type = "ecs.n4.large"',
            f"internet_max_bandwidth_out = {choose(['0', '5', 'var.flag ? 5 : 0', 'tonumber(null)'])}",
            f"instance_charge_type = {charge}" if charge else "",
            f"availability_zone = {choose(['null', 'null', chr(34) + 'cn-beijing-h' + chr(34)])}",
        ],
    )
    name, theirs = _pick(case, choose)
    key, keys = REPEATED[repeated]
    their_keys = REPEATED[theirs][1] if theirs else ["www"]
    common = bool(key) and REPEATED[theirs][0] == key and set(keys) <= set(their_keys)
    if not their_keys:
        return
    address = f"{name}[{key}]" if common else _one(name, theirs, choose)
    mine = f"alicloud_instance.web[{key}]" if common else _one("alicloud_instance.web", repeated, choose)
    lines = [repeated if common else "", f"allocation_id = {address}.id", f"instance_id = {mine}.id"]
    case.block('resource "alicloud_eip_association" "web"', lines)


def _pick(case: Case, choose: Choose) -> tuple[str, str]:
    name = choose(list(case.addresses))
    return name, case.addresses[name]


def _quoted(key: str) -> str:
    return key if key.isdigit() else f'"{key}"'


def _one(name: str, repeated: str, choose: Choose) -> str:
    keys = REPEATED[repeated][1]
    return f"{name}[{_quoted(choose(keys))}]" if repeated else name


def _call(case: Case, choose: Choose) -> None:
    repeated = choose(["", "count = 2", "for_each = toset(var.hosts)", "for_each = var.sites"])
    key = REPEATED[repeated][0]
    case.block(
        'module "address"',
        [
            'source = "./address"',
            repeated,
            f"label = {choose(['local.chosen', 'var.given', f'tostring({key})' if key else 'null'])}",
            *_bound(case, choose),
            choose(["", "providers = {\n    alicloud = alicloud.abroad\n  }"]),
        ],
    )
    case.addresses["module.address"] = repeated


def _pair(case: Case, choose: Choose) -> None:
    given = choose(["", "names = toset(var.hosts)", "names = toset(keys(local.mixed))"])
    name, theirs = _pick(case, choose)
    known = 'extra = { known = "203.0.113.30" }'
    attribute = "ip" if name.startswith("module.") else "ip_address"
    there = f"extra = {{ there = {_one(name, theirs, choose)}.{attribute} }}" if REPEATED[theirs][1] else ""
    case.block('module "pair"', ['source = "./pair"', given, choose(["", known, there])])
    each = choose(["module.pair.ips", "{ for n in module.pair.nested : n.name => n.addresses[1] }"])
    lines = [
        f"for_each = {each}",
        "domain_name = var.zone",
        'rr = "pair-${each.key}"',
        'type = "A"',
        "value = each.value",
    ]
    case.block('resource "alicloud_alidns_record" "pair"', lines)
    lines = ["domain_name = var.zone", "rr = module.pair.first.name", 'type = "A"', "value = module.pair.first.ip"]
    case.block('resource "alicloud_alidns_record" "first"', lines)


def _bound(case: Case, choose: Choose) -> list[str]:
    if choose(["", "bound"]):
        server = _one("alicloud_instance.web", _repeated_of(case, "alicloud_instance"), choose)
        whole = f'server = {{\n    rr = "server-${{local.chosen}}"\n    instance = {server}\n  }}'
        return ["bind = true", f"bound = {server}.id", choose(["", whole])]
    return []


def _repeated_of(case: Case, kind: str) -> str:
    text = next(t for t in case.text if t.startswith(f'resource "{kind}"'))
    return next((r for r in REPEATED if r and f"  {r}\n" in text), "")


def _ip(case: Case, key: str, keys: list[str], choose: Choose) -> str:
    """Return an expression that is an address, possibly one that nobody knows yet."""
    name, theirs = _pick(case, choose)
    there, their_keys = REPEATED[theirs]
    attribute = "ip" if name.startswith("module.") else "ip_address"
    options = [
        '"203.0.113.7"',
        "var.given",
        "var.secret",
        "nonsensitive(var.secret)",
        'local.chosen == "chosen" ? "203.0.113.8" : var.given',
    ]
    if their_keys:
        one = f"{_one(name, theirs, choose)}.{attribute}"
        options += [one, f'"${{{one}}}"', f"var.flag ? {one} : var.given", f"var.flag ? var.given : {one}"]
        options += [f"coalesce(var.nothing, {one})", f'try({one}, "203.0.113.9")', f'format("%s", {one})']
        options += [f'{one} == "" ? var.given : {one}', f"[var.given, {one}][1]", f'lookup({{ a = {one} }}, "a", null)']
        if name.startswith("module."):
            options.append(f"{_one(name, theirs, choose)}.ips[0]")
    if there == "count.index":
        options += [f"element(concat({name}[*].{attribute}, [var.given]), 0)", f'join("", {name}[*].{attribute})']
    if there == "each.key" and their_keys:
        options += [f"values({name})[0].{attribute}", f"[for k, v in {name} : v.{attribute}][0]"]
        options += [f'{{ for k, v in {name} : k => v.{attribute} }}["{their_keys[0]}"]']
    if theirs in {"count = var.flag ? 1 : 0", "count = var.nothing == null ? 0 : 1"}:
        options += [f"coalesce(one({name}[*].{attribute}), var.given)"] * 3
    if not name.startswith("module."):
        options += [f"local.all_{name.rpartition('.')[2]}[0]"] * (2 if their_keys else 0)
    if there and there == key and set(keys) <= set(their_keys):
        options += [f"{name}[{key}].{attribute}"] * 4
    return choose(options)


def _record(case: Case, name: str, choose: Choose) -> None:
    repeated = choose(list(REPEATED))
    key, keys = REPEATED[repeated]
    alone, each = ['"www"', "local.chosen", "lower(var.hosts[0])"], [f'"{name}-${{{key}}}"', f'format("r%s", {key})']
    rr = choose(each if key else alone)
    lines = [
        repeated,
        f"domain_name = {choose(['var.zone', chr(34) + 'example.com' + chr(34)])}",
        f"rr = {rr}",
        'type = "A"',
    ]
    case.block(f'resource "alicloud_alidns_record" "{name}"', [*lines, f"value = {_ip(case, key, keys, choose)}"])


def _source(content: str, choose: Choose, indent: str = "    ") -> str:
    kind = choose(['"ipaddr"', 'var.flag ? "ipaddr" : "domain"'])
    return "\n".join(
        f"{indent}{line}"
        for line in (f"content = {content}", f"type = {kind}", f"priority = {choose(['20', '30'])}", "port = 80")
    )


def _cdn(case: Case, name: str, choose: Choose) -> None:
    repeated = choose(["", "", "count = 2", "for_each = var.sites"])
    key, keys = REPEATED[repeated]
    domain = f'"{name}-${{{key}}}.${{var.zone}}"' if key else f'"{name}.${{var.zone}}"'
    count = int(choose(["0", "1", "1", "2"]))
    blocks = [f"sources {{\n{_source(_ip(case, key, keys, choose), choose)}\n  }}" for _ in range(count)]
    if choose(["", "", "dynamic"]) or not blocks:
        over = choose(
            ["var.hosts", "var.sites", *(["toset(var.hosts)", "var.flag ? [1] : []", "{}"] if blocks else [])]
        )
        content = _source(_ip(case, key, keys, choose), choose, "      ")
        if choose(["", "apart"]):
            content = content.replace("port = 80", "port = 80 + length(tostring(sources.key))")
        blocks.append(f'dynamic "sources" {{\n    for_each = {over}\n    content {{\n{content}\n    }}\n  }}')
    scope = choose(["", 'scope = "overseas"', 'scope = var.flag ? "global" : null', "scope = var.nothing"])
    lines = [repeated, f"domain_name = {domain}", 'cdn_type = "web"', scope, *blocks]
    case.block(f'resource "alicloud_cdn_domain_new" "{name}"', lines)
    if choose(["", "cname"]):
        value = f"alicloud_cdn_domain_new.{name}[{key}].cname" if key else f"alicloud_cdn_domain_new.{name}.cname"
        rr = f'"{name}-${{{key}}}"' if key else f'"{name}"'
        case.block(
            f'resource "alicloud_alidns_record" "{name}"',
            [repeated, "domain_name = var.zone", f"rr = {rr}", 'type = "CNAME"', f"value = {value}"],
        )


def _bucket(case: Case, choose: Choose) -> None:
    repeated = choose(["", "count = 2", "for_each = local.named"])
    key = {"": "", "count = 2": "count.index"}.get(repeated, "each.key")
    names = {"": ['"assets"', "null"], "count.index": ['"assets-${count.index}"']}
    name = choose(names.get(key, ['"assets-${lower(each.value)}"']))
    case.block('resource "alicloud_oss_bucket" "assets"', [repeated, _provider(choose), f"bucket = {name}"])
    one = {"": "", "count.index": "[1]", "each.key": '["www"]'}[key]
    end = choose(["extranet_endpoint", "bucket"])
    value = f"alicloud_oss_bucket.assets{one}.{end}"
    if end == "bucket":
        value = f'"${{{value}}}.oss-cn-hangzhou.aliyuncs.com"'
    lines = ["domain_name = var.zone", 'rr = "assets"', 'type = "CNAME"', f"value = {value}"]
    case.block('resource "alicloud_alidns_record" "assets"', lines)


def root(names: list[str]) -> str:
    """Return the text of a root module that calls `./NAME` for each name."""
    calls = [
        f'module "{name}" {{\n  source = "./{name}"\n  zone   = "{name}.example.cn"\n'
        "  providers = {\n    alicloud        = alicloud\n    alicloud.abroad = alicloud.abroad\n  }\n}\n"
        for name in names
    ]
    return "\n".join([PROVIDERS, *calls])
