"""Expressions that nobody wrote, of known and unknown parts, mostly of types that fit."""

from __future__ import annotations

import re
from typing import Final

from hypothesis import strategies as st

ATOMS: Final = {
    "text": ['"a"', '"b"', '""', '"web-1"', '"é"', "local.text", "local.id", '"web-${local.id}"', "local.nil"],
    "number": ["0", "1", "2", "-1", "1.5", '"3"', "local.number", "(local.truth ? 1 : 5)"],
    "truth": ["true", "false", '"true"', "local.truth"],
    "list": [
        "[]", '["a", "b"]', '["a", local.text]', "[1, 2]", '[["a"], ["b", local.text]]', 'tolist(["b", "a"])',
        "tolist([])", 'toset(["b", "a"])', 'toset(["a", local.text])', "local.list", "local.tuple", "local.set",
        '[{ a = "x", b = 1 }, { a = local.text, b = 2 }]', "[local.truth, false]", '["a", null]', "[local.number, 1]",
    ],
    "map": [
        "{}", '{ a = "x" }', '{ a = 1, b = "y" }', "{ a = local.text, b = null }", 'tomap({ a = "x" })',
        'tomap({ a = "x", b = local.text })', "local.map", "local.object", "terraform_data.text", "terraform_data.bare",
        "terraform_data.object.input", '{ a = { b = local.text }, b = ["x"] }',
    ],
    "other": ["null", "local.absent", "local.some", "tostring(null)", "tolist(null)"],
}  # fmt: skip

FORMS: Final = {
    "text": [
        '"a-${<text>}"', '"${<text>}-b"', '"${<any>}"', '"%{ if <truth> }${<text>}%{ else }n%{ endif }"',
        '"%{ for v in <list> }${v},%{ endfor }"', 'join("-", <list>)', "upper(<text>)", 'replace(<text>, "a", "b")',
        'format("%s-%v", <text>, <any>)', 'coalesce(<text>, "z")', "jsonencode(<any>)", "tostring(<number>)",
        "(<truth> ? <text> : <text>)", "try(<any>, <text>)", '<map>["a"]', 'lookup(<map>, "a", <text>)',
        "trimspace(<text>)", "substr(<text>, 0, 1)",
    ],
    "number": [
        "(<number> + <number>)", "(<number> - <number>)", "(<number> * <number>)", "(<number> % 3)", "-(<number>)",
        "length(<list>)", "length(<map>)", "length(<text>)", "max(<number>, <number>)", "(<truth> ? <number> : <number>)",
        "try(<any>, <number>)", "tonumber(<text>)", "abs(<number>)", "sum(<list>)", "index(<list>, <any>)",
    ],
    "truth": [
        "(<any> == <any>)", "(<text> == <text>)", "(<any> != null)", "(<number> < <number>)", "(<number> >= <number>)",
        "(<truth> && <truth>)", "(<truth> || <truth>)", "!<truth>", "can(<any>)", "contains(<list>, <any>)",
        'startswith(<text>, "web-")', "alltrue(<list>)", "anytrue(<list>)", "(<truth> ? <truth> : <truth>)",
        "(<list> == <list>)", "(<map> == <map>)", "(length(<list>) > <number>)",
    ],
    "list": [
        "[<any>, <any>]", "[for v in <list> : v]", "[for i, v in <list> : [i, v]]", "[for k, v in <map> : <any>]",
        "[for v in <list> : v if v != <any>]", "[for v in <list> : <any> if <truth>]", "<list>[*]", "<list>[*].a",
        "<any>[*]", "<map>[*].a", "concat(<list>, <list>)", "flatten(<list>)", "distinct(<list>)", "reverse(<list>)",
        "slice(<list>, 0, 1)", "sort(<list>)", "tolist(<list>)", "toset(<list>)", "keys(<map>)", "values(<map>)",
        'split("-", <text>)', "compact(<list>)", "(<truth> ? <list> : <list>)", "try(<any>, <list>)",
        "setunion(<list>, <list>)", "coalescelist(<list>, <list>)", "chunklist(<list>, 1)", "range(<number>)",
    ],
    "map": [
        "{ a = <any>, b = <any> }", "{ (<text>) = <any> }", "{ for v in <list> : v => v }",
        "{ for k, v in <map> : k => <any> }", "{ for k, v in <map> : k => v if <truth> }",
        "{ for i, v in <list> : v => i... }", "merge(<map>, <map>)", "tomap(<map>)", "zipmap(<list>, <list>)",
        "(<truth> ? <map> : <map>)", "try(<any>, <map>)", "{ for i, v in <list> : i => v }",
    ],
    "other": [
        "<list>[0]", "<list>[<number>]", "<map>.a", "<map>[<text>]", "element(<list>, <number>)", "one(<list>)",
        "(<truth> ? <any> : null)", "(<truth> ? <any> : <any>)", "try(<map>.a, <any>)", "<map>.a.b", "<list>[0].a",
        "try(<list>[<number>], null)",
    ],
}  # fmt: skip

KINDS: Final = [*ATOMS]
ODD: Final = 6
"""One in so many parts is of a kind that does not fit."""


@st.composite
def expressions(draw: st.DrawFn, depth: int = 2) -> str:
    """Return an expression nested at most that deep."""
    return _expression(draw, draw(st.sampled_from(KINDS)), depth)


def _expression(draw: st.DrawFn, kind: str, depth: int) -> str:
    if kind == "any" or not draw(st.integers(0, ODD - 1)):
        kind = draw(st.sampled_from(KINDS))
    if not depth or not draw(st.integers(0, 2)):
        return draw(st.sampled_from(ATOMS[kind]))
    form = draw(st.sampled_from(FORMS[kind]))
    return re.sub(r"<(\w+)>", lambda part: _expression(draw, part[1], depth - 1), form)
