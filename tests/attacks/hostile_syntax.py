"""Configurations that grow as modules, instances and blocks, or by how they are written: heredocs, depth, types."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from attack import SITE, Attack

Make = Callable[[], Mapping[str, str | bytes]]

RECORD: Final = 'resource "alicloud_alidns_record" "a" {{\n{more}\ndomain_name = "example.cn"\nrr = {rr}\ntype = "A"\nvalue = "1.1.1.1"\n}}\n'
SERVER: Final = 'resource "alicloud_instance" "a" {{\n{more}\nimage_id = "a"\n}}\n'
CDN: Final = 'resource "alicloud_cdn_domain_new" "a" {{\n{more}\ndomain_name = "www.example.cn"\ncdn_type = "web"\nscope = "domestic"\n}}\n'


def record(more: str = "", rr: str = '"a"') -> str:
    return RECORD.format(more=more, rr=rr)


def call(name: str, more: str = "", source: str = "./m") -> str:
    return f'module "{name}" {{\nsource = "{source}"\n{more}\n}}\n'


def dynamic(levels: int, count: int, kind: str = "sources") -> str:
    inner = 'content = "1.1.1.1"\ntype = "ipaddr"\n'
    for at in range(levels):
        inner = f'dynamic "{kind if at == levels - 1 else f"b{at}"}" {{\nfor_each = range({count})\ncontent {{\n{inner}}}\n}}\n'
    return inner


EACH: Final = 'for_each = toset([for p in setproduct(range(1000), range({})) : join("-", p)])'

INSTANCES: Final[Mapping[str, Make]] = {
    "count": lambda: {"main.tf": record("count = 1000000")},
    "counts of ten thousand": lambda: {
        "main.tf": "".join(record("count = 10000").replace('"a" {', f'"a{i}" {{') for i in range(50))
    },
    "for_each of many, often": lambda: {
        "main.tf": "".join(record(EACH.format(4), "each.key").replace('"a" {', f'"a{i}" {{') for i in range(50))
    },
    "counted modules of counted resources": lambda: {
        "main.tf": call("a", "count = 1000"), "m/main.tf": record("count = 1000", '"a${count.index}"'),
    },
    "for_each of modules of for_each of resources": lambda: {
        "main.tf": call("a", EACH.format(1)), "m/main.tf": record(EACH.format(1), "each.key"),
    },
    "counted modules of many resources": lambda: {
        "main.tf": call("a", "count = 1000"),
        "m/main.tf": "".join(record().replace('"a" {', f'"a{i}" {{') for i in range(1000)),
    },
    "counted modules of many data sources": lambda: {
        "main.tf": call("a", "count = 1000"),
        "m/main.tf": "".join(f'data "alicloud_zones" "a{i}" {{}}\n' for i in range(1000)),
    },
    "many calls of a module of many resources": lambda: {
        "main.tf": "".join(call(f"a{i}") for i in range(1000)),
        "m/main.tf": "".join(record().replace('"a" {', f'"a{i}" {{') for i in range(1000)),
    },
    "counted modules of counted modules": lambda: {
        "main.tf": call("a", "count = 1000"), "m/main.tf": call("a", "count = 1000", "../n"), "n/main.tf": record(),
    },
    "modules that double": lambda: {
        "main.tf": call("a", source="./m0"),
        **{f"m{i}/main.tf": call("a", source=f"../m{i + 1}") + call("b", source=f"../m{i + 1}") for i in range(30)},
        "m30/main.tf": record(),
    },
    "modules that double, and hold nothing": lambda: {
        "main.tf": call("a", source="./m0"),
        **{f"m{i}/main.tf": call("a", source=f"../m{i + 1}") + call("b", source=f"../m{i + 1}") for i in range(30)},
        "m30/main.tf": "locals {}\n",
    },
    "modules that double in outputs": lambda: {
        "main.tf": call("a", source="./m0") + record(rr="module.a.x"),
        **{
            f"m{i}/main.tf": call("a", source=f"../m{i + 1}") + call("b", source=f"../m{i + 1}")
            + 'output "x" {\nvalue = "${module.a.x}${module.b.x}"\n}\n'
            for i in range(25)
        },
        "m25/main.tf": 'output "x" {\nvalue = "a"\n}\n',
    },
    "counted modules of large outputs": lambda: {
        "main.tf": call("a", "count = 1000") + record(rr='join("", module.a[*].x)'),
        "m/main.tf": 'output "x" {\nvalue = join("", [for i in range(1000) : format("%100d", i)])\n}\n',
    },
    "modules that double around a ring": lambda: {
        "main.tf": call("a", "x = module.a.x", "./m0"),
        **{
            f"m{i}/main.tf": 'variable "x" {}\n' + call("a", "x = var.x", f"../m{i + 1}") + call("b", "x = module.a.x", f"../m{i + 1}")
            + 'output "x" {\nvalue = module.b.x\n}\n'
            for i in range(30)
        },
        "m30/main.tf": 'variable "x" {}\noutput "x" {\nvalue = var.x\n}\n',
    },
    "chain of modules": lambda: {
        "main.tf": call("a", source="./m0"),
        **{f"m{i}/main.tf": call("a", source=f"../m{i + 1}") for i in range(2000)}, "m2000/main.tf": record(),
    },
    "dynamic in dynamic": lambda: {"main.tf": CDN.format(more=dynamic(8, 10))},
    "dynamic in dynamic, with a name": lambda: {"main.tf": CDN.format(more=dynamic(3, 1000))},
    "dynamic of many": lambda: {"main.tf": CDN.format(more=dynamic(1, 1000) * 300)},
    "dynamic of dynamics in counted resources": lambda: {"main.tf": CDN.format(more="count = 10000\n" + dynamic(2, 40))},
}  # fmt: skip


def in_modules(body: str, more: str = "") -> Make:
    """Seventy calls of a module, whose resource there is seventy times."""
    return lambda: {"main.tf": call("a", f"count = 70\n{more}"), "m/main.tf": body}


MULTIPLIED: Final[Mapping[str, Make]] = {
    "counted modules of resources with a long join": in_modules(
        record("count = 70", 'join("-", [for i in range(1000) : "${i}-${count.index}"])')
    ),
    "counted modules of resources with a long text": in_modules(record("count = 70", f'"{"a" * 50_000}${{count.index}}"')),
    "counted modules of resources with a list that is passed": in_modules(
        'variable "x" {}\n' + record("count = 70", "var.x[count.index]"), "x = range(1000)"
    ),
    "resource of a count of ten thousand": lambda: {"main.tf": record("count = 10000", '"a${count.index}"')},
    "resource of as many as are told apart": lambda: {"main.tf": record("count = 2000", '"a${count.index}"')},
    "resource with for_each of ten thousand": lambda: {"main.tf": record(EACH.format(10), "each.key")},
}  # fmt: skip

WRITTEN: Final[Mapping[str, Make]] = {
    "indented heredoc of many lines": lambda: {"main.tf": "locals {\nx = <<-E\n" + "    a ${1}\n" * 20_000 + "    E\n}\n"},
    "heredocs with marks that grow": lambda: {
        "main.tf": "locals {\n" + "".join(f"x{i} = <<{'E' * i}\na\n{'E' * i}\n" for i in range(1, 1_000)) + "}\n"
    },
    "empty lines": lambda: {"main.tf": "\n" * 1_000_000},
    "empty lines in a heredoc": lambda: {"main.tf": "locals {\nx = <<-E\n" + "\n" * 500_000 + "E\n}\n"},
    "heredocs with different marks": lambda: {
        "main.tf": "locals {\n" + "".join(f"x{i} = <<E{i}\na ${{1}}\nE{i}\n" for i in range(20_000)) + "}\n"
    },
    "heredocs with different marks, and a mistake": lambda: {
        "main.tf": "locals {\n" + "".join(f"x{i} = <<标{i}\na\n标{i}\n" for i in range(20_000)) + "}\nx = = 1\n"
    },
    "lines in an object, and a mistake": lambda: {"main.tf": "locals {\nx = {\n" + "a = 1\n" * 100_000 + "}\n}\nx = = 1\n"},
    "heredocs in heredocs": lambda: {
        "main.tf": "locals {\nx = " + "".join(f"<<E{i}\n${{" for i in range(1_000)) + "1" + "".join(f"}}\nE{i}\n" for i in reversed(range(1_000))) + "}\n"
    },
    "heredoc that does not end": lambda: {"main.tf": "locals {\nx = <<E\n" + "E ${1}\n" * 100_000},
    "openings of heredocs": lambda: {"main.tf": "locals {\nx = " + "<<E\n" * 100_000},
    "spaces before a sequence": lambda: {"main.tf": "locals {\nx = <<E\n" + ("E" + " " * 1_000) * 1_000 + "${1}\nE\n}\n"},
    "blocks in blocks": lambda: {"main.tf": 'resource "a" "b" ' + "{\na " * 10_000 + "{\n" + "}\n" * 10_001},
    "blocks in blocks, not too deeply": lambda: {"main.tf": 'resource "a" "b" ' + "{\na " * 250 + "{\n" + "}\n" * 251},
    "blocks that do not end": lambda: {"main.tf": "a {\n" * 10_000},
    "braces": lambda: {"main.tf": "{" * 100_000},
    "brackets that do not end": lambda: {"main.tf": "locals {\nx = " + "[" * 50_000 + "\n}\n"},
    "quotes that do not end": lambda: {"main.tf": "locals {\nx = " + '"${' * 50_000 + "\n}\n"},
    "lists in lists, with a mistake": lambda: {"main.tf": f"locals {{\nx = {'[' * 10_000}1{']' * 10_000}\n y = = 1\n}}\n"},
    "mistakes": lambda: {"main.tf": "locals {\n" + "x = = 1\n" * 20_000 + "}\n"},
    "blocks with mistakes": lambda: {"main.tf": "".join(f"locals {{\nx{i} = = 1\n}}\n" for i in range(5_000))},
    "labels": lambda: {"main.tf": "resource " + '"a" ' * 100_000 + "{}\n"},
    "long label": lambda: {"main.tf": f'resource "alicloud_instance" "{"a" * 1_000_000}" {{}}\n'},
    "long name": lambda: {"main.tf": f'locals {{\n{"a" * 1_000_000} = 1\n}}\n'},
    "many arguments": lambda: {"main.tf": "locals {\n" + "".join(f"x{i} = {i}\n" for i in range(100_000)) + "}\n"},
    "many blocks": lambda: {"main.tf": "locals {}\n" * 100_000},
    "many resources of one name": lambda: {"main.tf": SERVER.format(more="") * 20_000},
    "comments in an expression": lambda: {"main.tf": "locals {\nx = [\n" + "1, /* a */\n" * 50_000 + "]\n}\n"},
    "comments that do not end": lambda: {"main.tf": "locals {}\n" + "/* " * 500_000},
    "signs before a sequence": lambda: {"main.tf": 'locals {\nx = "' + "$" * 500_000 + '{"\n}\n'},
    "backslashes": lambda: {"main.tf": 'locals {\nx = "' + "\\\\" * 500_000 + '"\n}\n'},
    "zeros": lambda: {"main.tf": b"\0" * 1_000_000},
    "bytes that are no text": lambda: {"main.tf": b"\xff" * 1_000_000},
    "carriage returns": lambda: {"main.tf": "\r" * 1_000_000},
    "type in types": lambda: {"main.tf": 'variable "x" {\ntype = ' + "list(" * 5_000 + "string" + ")" * 5_000 + "\n}\n"},
    "type that is wide": lambda: {
        "main.tf": 'variable "x" {\ntype = object({' + ",".join(f"a{i} = optional(string, {i})" for i in range(20_000)) + "})\ndefault = {}\n}\n"
        + record(rr='join("", values(var.x))')
    },
    "type with defaults in defaults": lambda: {
        "main.tf": 'variable "x" {\ntype = ' + "object({ a = optional(" * 60 + "string" + ", {}) })" * 60 + "\ndefault = {}\n}\n" + record(rr="jsonencode(var.x)")
    },
    "type with two defaults in defaults": lambda: {
        "main.tf": 'variable "x" {\ntype = ' + nested_type(14) + "\ndefault = {}\n}\n" + record(rr="jsonencode(var.x)")
    },
}  # fmt: skip


def nested_type(levels: int) -> str:
    found = "string"
    for _ in range(levels):
        found = (
            f"object({{ a = optional({found}), b = optional({found}) }})"
            if found == "string"
            else f"object({{ a = optional({found}, {{}}), b = optional({found}, {{}}) }})"
        )
    return found


def types(count: int, first: str, step: str, after: str) -> Make:
    lines = [f"v0 = {first}", *(f"v{i} = {step.replace('@', f'local.v{i - 1}')}" for i in range(1, count))]
    return lambda: {
        "main.tf": "locals {\n"
        + "\n".join(lines)
        + f"\nx = {after.replace('@', f'local.v{count - 1}')}\n}}\n"
        + record(rr="local.x")
    }


TYPES: Final[Mapping[str, Make]] = {
    "doubled type of nothing": types(40, "[1]", "[@, @]", "false ? @ : null"),
    "doubled types of nothing": types(60, "[]", "true ? [@, @] : null", "jsonencode(@)"),
    "doubled types of nulls": types(60, "tostring(null)", "{ a = @, b = @ }", "jsonencode(@)"),
    "doubled types of empty lists": types(60, "tolist([])", "[for i in [@] : { a = i, b = i }]", "jsonencode(@)"),
    "doubled null of a conditional": types(
        60, "false ? { a = 1 } : null", "false ? { a = @, b = @ } : null", "@ == null"
    ),
    "doubled types of empty maps": types(60, "{}", "{ a = tomap(@.b...), b = @ }", "jsonencode(@)"),
    "doubled unknown of a type": types(60, "alicloud_eip_address.rest", "{ a = @, b = @ }", "jsonencode(@)"),
    "doubled empty lists of a type": types(40, "[1]", "slice([[@, @]], 0, 0)", "jsonencode(@)"),
    "list of a doubled type of nothing": types(
        40, "tolist([{ a = null }])", "tolist([{ a = @, b = @ }])", "jsonencode(@)"
    ),
    "doubled types that are compared": types(40, "tolist([null])", "[@, @]", "@ == @"),
    "doubled types that are unified": types(30, "{ a = 1 }", "{ a = null, b = @, c = @ }", "tolist([@, null])"),
}


def _attacks(kind: str, made: Mapping[str, Make]) -> list[Attack]:
    def content(make: Make) -> Mapping[str, str | bytes]:
        return {"rest.tf": SITE, **make()}

    return [Attack(name=f"{kind}: {name}", content=lambda make=make: content(make)) for name, make in made.items()]


ATTACKS: Final = (
    *_attacks("instances", {**INSTANCES, **MULTIPLIED}),
    *_attacks("source", WRITTEN),
    *_attacks("types", TYPES),
)
