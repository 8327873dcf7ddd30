"""What is sensitive stands in no sentence: each function is called with a secret that it must refuse, wherever it goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from icplint.terraform import functions
from icplint.terraform.functions import _FAMILIES
from icplint.terraform.functions.function import Context
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.value import SENSITIVE, Value, from_json

NAMES: Final = sorted(name for names in _FAMILIES.values() for name in names.split())
LETTERS: Final = "жщыфюэ"
"""Stand in no message of Terraform's: one of them in a message is a part of the secret."""
SECRETS: Final = (LETTERS, f"10.0.0.0/{LETTERS}", f"2020-01-{LETTERS}", f'{{"{LETTERS}', f"({LETTERS}", f"${{{LETTERS}}}",
                  f"%{{ {LETTERS} }}", f"%{LETTERS}", f"- {LETTERS}: [", f"a,b\n{LETTERS}\n", f"../{LETTERS}")  # fmt: skip
PATIENT: Final = {
    "coalesce",
    "ephemeralasnull",
    "issensitive",
    "jsonencode",
    "length",
    "nonsensitive",
    "sensitive",
    "yamlencode",
}
"""Refuse nothing that is asked here."""
OTHERS: Final = ("a", "(", "10.0.0.0/8", "file.tpl", 1, 99, ["a"], {"a": 1}, None)


def placed(secret: str) -> Iterator[Value]:
    """Yield values that hold a secret, as strings, in lists, as keys and values of maps, and all of it marked."""
    shapes = (secret, [secret], {secret: 1}, {"a": secret}, [[secret]], [{secret: secret}])
    yield from (from_json(shape).marked(SENSITIVE) for shape in shapes)


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Context:
    base = tmp_path_factory.mktemp("root")
    (base / "file.tpl").write_text("${parseint(a, 10)} ${jsondecode(a)} ${cidrhost(a, 1)} ${{ x = 1 }[a]} ${a.b}")
    (base / "latin").write_bytes(b"\xff")
    return Context(root=base, directory=base)


@pytest.mark.parametrize("name", NAMES)
def test_no_function_says_what_is_sensitive(name: str, context: Context) -> None:
    family = next(family for family, names in _FAMILIES.items() if name in names.split())
    table = __import__(f"icplint.terraform.functions.{family}", fromlist=["FUNCTIONS"]).FUNCTIONS
    takes = len(table[name].parameters) + (table[name].variadic is not None)
    refused = 0
    for position in range(takes):
        for value in (value for secret in SECRETS for value in placed(secret)):
            for other in OTHERS:
                arguments = [from_json(other)] * takes
                arguments[position] = value
                refused += _silent(name, arguments, context)
    assert refused or name in PATIENT or not takes


def _silent(name: str, arguments: list[Value], context: Context) -> int:
    """Return 1 for a call that is refused, 0 for one that is not; neither says anything of the secret."""
    refused, said = 0, ""
    try:
        result = functions.call(name, arguments, context)
    except EvaluationError as error:
        refused, said = 1, str(error)
    else:
        said = "" if result.known else result.raw.why.say("en")
    assert not set(said) & set(LETTERS), f"{name}: {said}"
    return refused


MAIN: Final = """
variable "s" {
  type      = string
  default   = "hunter2secret"
  sensitive = true
}
variable "typed" {
  type      = map(number)
  sensitive = true
}
variable "ruled" {
  type      = string
  sensitive = true
  validation {
    condition     = parseint(var.ruled, 10) > 1
    error_message = "not ${var.ruled}"
  }
}
locals {
  twice = { for x in [var.s, var.s] : x => 1 }
  index = { a = 1 }[var.s]
}
resource "alicloud_cdn_domain_new" "a" {
  count       = parseint(var.s, 10)
  domain_name = jsondecode(var.s)
}
resource "alicloud_cdn_domain_new" "b" {
  for_each    = { for x in [var.s, var.s] : x => 1 }
  domain_name = cidrhost(var.s, 1)
}
resource "alicloud_alidns_record" "c" {
  domain_name = data.alicloud_alidns_domains.x.domains[var.s]
  rr          = try(parseint(var.s, 10), timeadd(var.s, "1h"))
  value       = templatefile("${path.module}/t.tpl", { a = var.s })
}
output "o" {
  value = lookup({}, var.s)
}
"""
EXPRESSIONS: Final = (
    "parseint(var.s, 10)", "{a = 1}[var.s]", "[1][var.s]", "lookup({}, var.s)", "{for x in [var.s, var.s] : x => 1}",
    "data.alicloud_alidns_domains.x.domains[var.s]", "try(parseint(var.s, 10), cidrhost(var.s, 1))", "tonumber(var.s)",
    "one([var.s, var.s])", "file(var.s)", "1 + var.s", "var.s ? 1 : 2", "[for x in var.s : x]", "var.typed", "var.ruled",
    'templatefile("t.tpl", {a = var.s})', "merge(var.s)", "format(var.s, 1)", 'regex("%", var.s)', "tobool({(var.s) = 1})",
)  # fmt: skip


@pytest.mark.parametrize(
    "asked", [["check", "--verbose"], ["check", "--format", "json"], ["graph"], ["eval", "--json"]]
)
def test_no_command_says_what_is_sensitive(tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "main.tf").write_text(MAIN)
    (tmp_path / "t.tpl").write_text("${parseint(a, 10)}")
    (tmp_path / "terraform.tfvars").write_text('typed = { hunter2secret = "x" }\nruled = "hunter2secret"\n')
    words = [sys.executable, "-m", "icplint", *asked]
    given = {"TF_VAR_typed": "{ hunter2secret", "ICPLINT_LANG": "en"} if asked[0] == "graph" else {}
    done = subprocess.run(
        words, cwd=tmp_path, input="\n".join(EXPRESSIONS), capture_output=True, text=True, env={**os.environ, **given},
        check=False,
    )  # fmt: skip
    assert "hunter2" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    if asked[0] == "eval":
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        assert len(answers) == len(EXPRESSIONS)
