"""Expressions that grow: short to write, and endless to evaluate, to hold or to walk through."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Mapping
from functools import partial
from typing import Final

from attack import SITE, Attack

USED: Final = """
resource "alicloud_alidns_record" "attacked" {
  domain_name = "example.cn"
  rr          = "attacked"
  type        = "A"
  value       = local.x
}
"""
"""What makes icplint ask for the value that is attacked."""


def chain(count: int, first: str, step: str) -> str:
    """Return locals `v0`, `v1` …, each made of the one before (`@` in `step`), and `x`, the last."""
    lines = [f"v0 = {first}", *(f"v{i} = {step.replace('@', f'local.v{i - 1}')}" for i in range(1, count))]
    return "\n".join([*lines, f"x = local.v{count - 1}"])


def grown(count: int, first: str, step: str) -> str:
    """Return an expression that is nested into itself: `@` in `step` stands for the one before."""
    for _ in range(count):
        first = step.replace("@", first)
    return f"x = {first}"


TEN: Final = "range(10)"
THOUSAND: Final = "range(1000)"
BIG: Final = 'v = join("", [for i in range(1000) : format("%1000d", i)])'
"""A million characters."""

EXPRESSIONS: Final[Mapping[str, str]] = {
    # Strings
    "string that doubles": chain(60, '"abcdefgh"', '"${@}${@}"'),
    "string that doubles in one template": chain(12, '"abcdefgh"', '"${@}${@}${@}${@}${@}${@}${@}${@}"'),
    "string that doubles by join": chain(60, '"abcdefgh"', 'join("", [@, @])'),
    "string that doubles by format": chain(60, '"abcdefgh"', 'format("%s%s", @, @)'),
    "string that doubles by replace": chain(40, '"aaaa"', 'replace(@, "a", "aa")'),
    "string that doubles by regular expression": chain(40, '"aaaa"', 'replace(@, "/a/", "aa")'),
    "string that doubles by join of a list": chain(60, '["a"]', "concat(@, @)") + '\ny = join(",", local.x)',
    "string that doubles in a heredoc": chain(50, '"abcdefgh"', "<<-E\n  ${@}${@}\nE\n"),
    "string that doubles in a template loop": chain(50, '"abcdefgh"', '"%{for i in [1, 2]}${@}%{endfor}"'),
    "string that doubles by jsonencode": chain(60, '"\\"\\\\"', "jsonencode(@)"),
    "string that doubles by urlencode": chain(40, '"%"', 'urlencode("${@}${@}")'),
    "string that doubles by base64encode": chain(90, '"abcdefgh"', 'base64encode("${@}")'),
    "string that doubles in characters of four bytes": chain(50, '"\U0001f600"', '"${@}${@}"'),
    "string that squares by replace": f'{BIG}\nx = replace(local.v, " ", local.v)',
    "string that squares by replace of nothing": f'{BIG}\nx = replace(local.v, "", local.v)',
    "string that squares by join": f"{BIG}\nx = join(local.v, [for i in {THOUSAND} : local.v])",
    "string that squares by indent": 'v = join("\\n", [for i in range(1000) : i])\nx = indent(1000000000, local.v)',
    "thousand times a million characters": f'{BIG}\nx = [for i in {THOUSAND} : "${{local.v}}${{i}}"]',
    "thousand times thousand formats": f"{BIG}\nx = [for i in {THOUSAND} : [for j in {THOUSAND} : upper(local.v)]]",
    "million characters in many functions": f'{BIG}\nx = [for i in {THOUSAND} : length(split("", strrev(local.v)))]',
    "many long locals": "\n".join(
        ['a = join("", [for i in range(1000) : format("%10000d", i)])', *(f'b{i} = "${{local.a}}{i}"' for i in range(300))]
    ) + f"\nx = join(\"\", [{', '.join(f'local.b{i}' for i in range(300))}])",
    "wide format": 'x = format("%999999d", 1)',
    "wide formatlist": f'x = formatlist("%999999d", {THOUSAND})',
    "wider than Go allows": 'x = format("%999999999999d", 1)',
    "many wide verbs": 'x = format("' + "%999999s" * 500 + '", ' + ", ".join(["1"] * 500) + ")",
    "precision of a million": 'x = format("%.999999f", 1/3)',
    "precision of a million with an exponent": 'x = [for i in range(100) : format("%.999999e", i / 3)]',
    "huge number as digits": 'x = [for i in range(1000) : format("%f", 1e99999 + i)]',
    "formats of quoted text": f'{BIG}\nx = [for i in {THOUSAND} : format("%q", local.v)]',
    "title of long text": f"{BIG}\nx = [for i in {THOUSAND} : title(local.v)]",
    "trim of long text": f"{BIG}\nx = [for i in {THOUSAND} : trim(local.v, local.v)]",
    "substr of long text": f"{BIG}\nx = [for i in {THOUSAND} : substr(local.v, i, 1)]",
    "length of long text": f"{BIG}\nx = sum([for i in {THOUSAND} : length(local.v)])",
    "hashes of long text": f'{BIG}\nx = [for i in {THOUSAND} : [for j in {THOUSAND} : sha512("${{local.v}}${{i}}${{j}}")]]',
    "bcrypt of many": f'x = [for i in {THOUSAND} : bcrypt("a", 31)]',
    "long marks in a text": 'x = "a' + "\u0301" * 200_000 + '"',
    "long marks in a computed text": 'v = [for i in range(1000) : "a' + "\u0301\u0316" * 50 + '"]\nx = join("", [for i in range(100) : join("", local.v)])',
    # Numbers
    "number that is squared": chain(60, "9", "@ * @"),
    "number that is squared, with a fraction": chain(60, "9.9", "@ * @"),
    "number that is squared and added to": chain(40, "99999999999", "@ * @ + 1"),
    "number that shrinks": chain(60, "0.1", "@ * @"),
    "remainder of a huge number": "x = (1e99999 + 1) % 7e-99999",
    "exponent of nine digits": "x = 1e999999999",
    "small exponent of nine digits": "x = 1e-999999999 * 1e999999999",
    "exponents in a loop": f'x = [for i in {THOUSAND} : tonumber("1e${{90000 + i}}") * tonumber("3e-${{90000 + i}}")]',
    "exponents as text": f'x = [for i in {THOUSAND} : tostring(tonumber("1e${{90000 + i}}"))]',
    "power of a power": chain(60, "10", "pow(@, 10)"),
    "pow of large numbers": f"x = [for i in {THOUSAND} : pow(2, 1000 + i)]",
    "parseint of many digits": 'v = join("", [for i in range(1000) : format("%01000d", i)])\nx = parseint(local.v, 10)',
    "parseint of many digits, often": 'v = join("", [for i in range(99) : format("%01000d", i)])\nx = [for i in range(1000) : parseint(local.v, 62)]',
    "number of a million digits": "x = " + "9" * 1_000_000 + " + 1",
    "text of a million digits as a number": 'v = join("", [for i in range(1000) : format("%01000d", i)])\nx = local.v + 1',
    "fraction of a million digits": "x = 0." + "3" * 1_000_000,
    "sum of huge numbers": "x = sum([for i in range(1000) : 1e99000 + i])",
    "sorting huge numbers": "x = toset([for i in range(1000) : 1e99000 * (i + 0.5)])",
    # Lists and objects
    "loop over a cube": f"x = [for a in {THOUSAND} : [for b in {THOUSAND} : [for c in {THOUSAND} : a * b * c]]]",
    "flat loop over a cube": f"x = flatten([for a in {THOUSAND} : [for b in {THOUSAND} : [for c in {THOUSAND} : c]]])",
    "loop that keeps nothing": f"x = [for a in {THOUSAND} : a if length([for b in {THOUSAND} : b if length({THOUSAND}) == b]) > 1]",
    "loop that makes one object": f"x = {{ for a in {THOUSAND} : a => {{ for b in {THOUSAND} : b => {{ for c in {THOUSAND} : c => 1 }} }} }}",
    "loop that groups": f'x = {{ for p in setproduct({THOUSAND}, {THOUSAND}) : "k" => p... }}',
    "loops in a chain": chain(30, "[1]", "flatten([for i in @ : [i, i, i, i]])"),
    "list that doubles": chain(60, "[1]", "[@, @]"),
    "list that doubles by concat": chain(60, "[1]", "concat(@, @)"),
    "list that doubles by flatten": chain(60, "[1]", "flatten([@, @])"),
    "object that doubles": chain(60, "{ a = 1 }", "{ a = @, b = @ }"),
    "doubled lists that are compared": chain(40, "[1]", "[@, @]").replace("x = ", "w = ")
    + "\n" + chain(40, "[1]", "[@, @]").replace("v", "u").replace("x = ", "y = ").replace("local.u", "local.u")
    + "\nx = local.w == local.y",
    "doubled objects as JSON": chain(40, "{ a = 1 }", "{ a = @, b = @ }") + "\ny = jsonencode(local.x)",
    "doubled objects as YAML": chain(40, "{ a = 1 }", "{ a = @, b = @ }").replace("x =", "w =") + "\nx = yamlencode(local.w)",
    "doubled lists as JSON": chain(24, "[1]", "[@, @]").replace("x =", "w =") + "\nx = jsonencode(local.w)",
    "doubled lists that are flattened": chain(40, "[1]", "[@, @]").replace("x =", "w =") + "\nx = flatten(local.w)",
    "doubled lists in a conditional": chain(40, "[1]", "true ? [@, @] : [@, []]"),
    "doubled lists with an unknown": chain(40, "alicloud_eip_address.rest.ip_address", "[@, @]"),
    "doubled lists with a secret": chain(40, 'sensitive("a")', "[@, @]"),
    "doubled strings with an unknown": chain(60, "alicloud_eip_address.rest.ip_address", '"${@}${@}"'),
    "doubled lists as a set": chain(40, "[1]", "[@, @]").replace("x =", "w =") + "\nx = toset([local.w, local.w])",
    "doubled lists as lists": chain(40, "[1]", "tolist([@, @])"),
    "doubled objects as maps": chain(40, "{ a = 1 }", "tomap({ a = @, b = @ })"),
    "doubled objects that are merged": chain(40, "{ a = 1 }", "merge({ a = @ }, { b = @ })"),
    "doubled lists through try": chain(40, "[1]", "try([@, @], 1)"),
    "doubled lists through can": chain(40, "[1]", "[@, @]") + "\ny = can(local.x)",
    "doubled lists through a splat": chain(30, "[{ a = 1 }]", "[{ a = @[*].a }, { a = @[*].a }]"),
    "product of sets": f"x = setproduct({THOUSAND}, {THOUSAND}, {THOUSAND})",
    "product of many small sets": f"x = setproduct({', '.join([TEN] * 12)})",
    "product of products": chain(12, TEN, "setproduct(@, @)"),
    "product of twenty pairs": f"x = setproduct({', '.join(['[1, 2]'] * 20)})",
    "product that is a set": f"x = setproduct({', '.join(['toset([1, 2])'] * 19)})",
    "ranges in a loop": "x = [for i in range(1000) : [for j in range(1000) : range(1000)]]",
    "range that is too long": "x = range(1000000000)",
    "distinct of many": f'x = distinct([for p in setproduct({THOUSAND}, range(30)) : join("-", p)])',
    "union of many": f'x = [for i in {THOUSAND} : setunion(toset([for j in {THOUSAND} : "${{j}}"]), ["${{i}}"])]',
    "keys that match": f'v = [for p in setproduct({THOUSAND}, {TEN}) : join("-", p)]\nx = matchkeys(local.v, local.v, local.v)',
    "index of each": f'v = [for p in setproduct({THOUSAND}, {TEN}) : join("-", p)]\nx = [for i in local.v : index(local.v, i)]',
    "contains each": f'v = [for p in setproduct({THOUSAND}, {TEN}) : join("-", p)]\nx = [for i in local.v : contains(local.v, i)]',
    "merge in a loop": f"v = {{ for i in {THOUSAND} : i => i }}\nx = [for i in {THOUSAND} : merge(local.v, {{ (i) = 1 }})]",
    "merge of a thousand maps": f'v = [for i in {THOUSAND} : {{ for j in {THOUSAND} : "${{i}}-${{j}}" => j }}]\nx = merge(local.v...)',
    "zipmap of many": f'v = [for p in setproduct({THOUSAND}, range(300)) : join("-", p)]\nx = zipmap(local.v, local.v)',
    "transpose of many": f'x = transpose({{ for i in {THOUSAND} : i => [for j in {THOUSAND} : "${{j}}"] }})',
    "chunks of chunks": f"x = [for i in {THOUSAND} : chunklist({THOUSAND}, 1)]",
    "sorting in a loop": f'v = [for i in {THOUSAND} : "${{i}}"]\nx = [for i in {THOUSAND} : sort(concat(local.v, ["${{i}}"]))]',
    "slices in a loop": f"v = {THOUSAND}\nx = [for i in local.v : [for j in local.v : slice(local.v, 0, 1000)]]",
    "arguments without end": f"v = [for p in setproduct({THOUSAND}, {THOUSAND}) : 1]\nx = max(local.v...)",
    "subnets without end": f'v = [for i in {THOUSAND} : 16]\nx = [for i in {THOUSAND} : cidrsubnets("10.0.0.0/8", local.v...)]',
    "subnets in a cube": f'x = [for a in {THOUSAND} : [for b in {THOUSAND} : cidrsubnet("10.0.0.0/8", 24, a * 1000 + b)]]',
    "huge number of a subnet": 'x = cidrsubnet("10.0.0.0/8", 16, 1e99999)',
    "huge number of a host": 'x = cidrhost("fd00::/8", 1e99999)',
    # Documents
    "YAML that laughs": "x = yamldecode(<<-E\na0: &a0 [l, l, l, l, l, l, l, l, l]\n"
    + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)) + "E\n)",
    "YAML that merges": "x = yamldecode(<<-E\na0: &a0 {k0: 1}\n"
    + "".join(f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 30)) + "E\n)",
    "YAML that is nested": f'x = yamldecode("{"[" * 20_000}{"]" * 20_000}")',
    "YAML of many keys": 'x = yamldecode(join("\\n", [for p in setproduct(range(1000), range(100)) : "k${p[0]}x${p[1]}: 1"]))',
    "YAML of one long line": 'x = yamldecode("[' + "1, " * 100_000 + '1]")',
    "YAML number": 'x = yamldecode("1e999999999")',
    "JSON that is nested": f'x = jsondecode("{"[" * 100_000}{"]" * 100_000}")',
    "JSON that is nested, computed": 'v = join("", [for i in range(1000) : "[["])\nw = join("", [for i in range(1000) : "]]"])\nx = jsondecode("${local.v}${local.w}")',
    "JSON number": 'x = jsondecode("1e999999999")',
    "JSON number of many digits": 'v = join("", [for i in range(1000) : format("%01000d", 7)])\nx = jsondecode("[${local.v}]")',
    "JSON of many numbers": f"x = [for i in {THOUSAND} : jsondecode(jsonencode({THOUSAND}))]",
    "JSON in JSON": chain(60, '"a"', "jsonencode([@, @])"),
    "CSV of many columns": 'v = join(",", [for p in setproduct(range(1000), range(200)) : "c${p[0]}x${p[1]}"])\nx = csvdecode("${local.v}\\n${local.v}\\n")',
    "CSV of many columns, written out": 'x = csvdecode("' + ",".join(f"c{i}" for i in range(200_000)) + '\\n")',
    "CSV of many rows": 'v = join("\\n", [for p in setproduct(range(1000), range(300)) : "${p[0]},${p[1]}"])\nx = csvdecode("a,b\\n${local.v}")',
    "CSV of quotes": 'x = csvdecode("a\\n\\"' + '\\"\\"' * 200_000 + '")',
    "base64 of much": f"{BIG}\nx = [for i in {THOUSAND} : base64decode(base64encode(local.v))]",
    "zip in a function": f"{BIG}\nx = [for i in {THOUSAND} : base64gzip(local.v)]",
    "zip bomb in a function": 'x = base64gunzip("' + base64.b64encode(gzip.compress(b"\0" * (50 << 20))).decode() + '")',
    "encodings in a loop": f'{BIG}\nx = [for i in {THOUSAND} : textencodebase64(local.v, "UTF-16LE")]',
    # Patterns
    "pattern that backtracks": 'x = regex("^(a+)+$", "' + "a" * 40 + 'b")',
    "pattern that backtracks, in alternatives": 'x = regexall("(a|aa)+$", "' + "a" * 5000 + 'b")',
    "pattern that repeats": 'x = regex("((a{1,100}){1,100}){1,100}", "a")',
    "pattern that repeats often": 'x = regex("' + "(" * 500 + "a" + "{0,9})" * 500 + '", "a")',
    "pattern that is nested": 'x = regex("' + "(" * 5_000 + "a" + ")" * 5_000 + '", "a")',
    "pattern of many alternatives": 'x = regex("' + "|".join(f"a{i}" for i in range(20_000)) + '", "b")',
    "pattern that finds every letter": f'{BIG}\nx = regexall(".", local.v)',
    "pattern that finds nothing everywhere": f'{BIG}\nx = regexall("", local.v)',
    "pattern in a loop": f'{BIG}\nx = [for i in {THOUSAND} : regexall("[0-9]+", local.v)]',
    "pattern with many groups": 'x = regexall("' + "(a?)" * 500 + '", "' + "a" * 5_000 + '")',
    "pattern of classes": 'x = regexall("' + r"\\pL" * 1000 + '", "' + "b" * 3_000 + '")',
    "replacing by pattern in a loop": f'{BIG}\nx = [for i in {THOUSAND} : replace(local.v, "/[0-9]/", "abcdefghij")]',
    # Depth
    "chain of locals": chain(5_000, "1", "@"),
    "chain of ten thousand locals": chain(10_000, '"1"', '"${@}"'),
    "chain of locals that count": chain(10_000, "1", "@ + 1"),
    "chain of locals in objects": chain(5_000, "{ a = 1 }", "{ a = @.a }"),
    "chain of locals in conditionals": chain(3_000, "1", "true ? @ : 0"),
    "chain of locals in loops": chain(2_000, "[1]", "[for i in @ : i]"),
    "chain of locals, each needed twice": chain(5_000, "1", "min(@, @)"),
    "chain of locals in try": chain(3_000, "1", "try(@, 0)"),
    "list that nests through locals": chain(2_000, "[1]", "[@]"),
    "object that nests through locals": chain(2_000, "{ a = 1 }", "{ a = @ }"),
    "ring of locals": chain(5_000, "local.x", "@"),
    "operators in a row": "x = " + " + ".join(["1"] * 10_000),
    "operators of unknowns in a row": "x = " + " + ".join(["alicloud_eip_address.rest.ip_address"] * 10_000),
    "and in a row": "x = " + " && ".join(["true"] * 10_000),
    "signs in a row": "x = " + "!" * 10_000 + "true",
    "minus in a row": "x = " + "- " * 10_000 + "1",
    "parentheses": f"x = {'(' * 10_000}1{')' * 10_000}",
    "lists in lists": f"x = {'[' * 10_000}1{']' * 10_000}",
    "objects in objects": f"x = {'{ a = ' * 5_000}1{' }' * 5_000}",
    "calls in calls": f"x = {'abs(' * 5_000}1{')' * 5_000}",
    "templates in templates": "x = " + '"${' * 3_000 + '"a"' + '}"' * 3_000,
    "texts in texts": "x = " + '"a${' * 1_000 + '"b"' + '}"' * 1_000,
    "conditionals in conditionals": "x = " + "true ? 1 : " * 5_000 + "2",
    "conditionals in conditions": "x = " + "(" * 2_000 + "true" + " ? true : false)" * 2_000,
    "loops in loops": "x = " + "".join(f"[for i{n} in [1] : " for n in range(1_000)) + "1" + "]" * 1_000,
    "directives in directives": 'x = "' + "%{if true}" * 2_000 + "a" + "%{endif}" * 2_000 + '"',
    "steps in a row": "x = { a = 1 }" + ".a" * 20_000,
    "references in a row": "x = local" + ".a" * 100_000,
    "steps of an unknown in a row": "x = alicloud_eip_address.rest" + ".a" * 100_000,
    "indexes in a row": "x = [1]" + "[0]" * 100_000,
    "indexes by expressions in a row": "x = local.y" + "[local.z]" * 5_000 + "\ny = 1\nz = 1",
    "splats in a row": "x = [1]" + "[*]" * 3_000,
    "index in an index": "y = [0]\nx = " + "local.y[" * 3_000 + "0" + "]" * 3_000,
    "expression that is nested twice": grown(14, "1", "[@, @]"),
    # Files
    "template that reads itself": 'x = templatefile("${path.module}/self.tftpl", { n = 1 })',
    "template that grows": 'x = templatefile("${path.module}/big.tftpl", { n = range(1000) })',
    "template in a loop": f'x = [for i in {THOUSAND} : templatefile("${{path.module}}/big.tftpl", {{ n = [i] }})]',
    "template that is nested": 'x = templatefile("${path.module}/deep.tftpl", {})',
    "file in a loop": f'x = [for i in {THOUSAND} : [for j in {THOUSAND} : file("${{path.module}}/long.txt")]]',
    "hash of a file in a loop": f'x = [for i in {THOUSAND} : [for j in range(30) : filesha512("${{path.module}}/long.txt")]]',
    "fileset of everything": 'x = [for i in range(1000) : fileset(path.module, "**/**/**/**/*")]',
    "pattern of a fileset": 'x = fileset(path.module, "' + "{a,b}" * 40 + '")',
    "pattern of many stars": 'x = fileset(path.module, "' + "*a" * 2_000 + '")',
    "template string that doubles": chain(50, '"a"', 'templatestring("$${v}$${v}", { v = @ })'),
    # Time
    "time in a loop": f'x = [for i in {THOUSAND} : [for j in {THOUSAND} : timeadd("2024-01-01T00:00:00Z", "${{i}}h${{j}}m")]]',
    "long duration": 'x = timeadd("2024-01-01T00:00:00Z", "' + "1h" * 100_000 + '")',
    "long form of a date": 'x = formatdate("' + "YYYY " * 100_000 + '", "2024-01-01T00:00:00Z")',
}  # fmt: skip

FILES: Final[Mapping[str, str]] = {
    "self.tftpl": '${templatefile("self.tftpl", { n = n })}',
    "big.tftpl": "%{for a in n}%{for b in n}%{for c in n}${a}${b}${c}%{endfor}%{endfor}%{endfor}" + "x" * 100_000,
    "deep.tftpl": "%{if true}" * 3_000 + "%{endif}" * 3_000,
    "long.txt": "a" * 1_000_000,
}


def _files(name: str) -> Mapping[str, str]:
    beside = {file: text for file, text in FILES.items() if file in EXPRESSIONS[name]}
    return {"main.tf": f"locals {{\n{EXPRESSIONS[name]}\n}}\n{USED}", "rest.tf": SITE, **beside}


def _large(name: str) -> Mapping[str, str]:
    return {"main.tf": LARGE[name], "rest.tf": SITE}


LARGE: Final[Mapping[str, str]] = {
    "string of 20 MB": f'locals {{\nx = "{"a" * (20 << 20)}"\n}}\n',
    "heredoc of 20 MB": f"locals {{\nx = <<E\n{'ab c' * (5 << 20)}\nE\n}}\n",
    "comments of 20 MB": "# a\n" * (5 << 20),
}

ATTACKS: Final = tuple(Attack(name=name, content=partial(_large, name)) for name in LARGE) + tuple(
    Attack(name=name, content=partial(_files, name)) for name in EXPRESSIONS
)
