"""What strangers wrote is text: through every format and stream, read back by the rules of what obeys them."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from icplint.findings.run import run
from icplint.graph.build import build
from icplint.inputs.read import read_inputs
from icplint.inputs.request import Request
from icplint.lsp.diagnostics import Diagnosing
from icplint.lsp.places import Places
from icplint.model.printable import faithful_json, printable
from icplint.policy import Policy
from icplint.registry import registry
from icplint.runtask.evaluation import CheckResult
from icplint.runtask.verdict import verdict_of

GITHUB: Final = re.compile(r"^\s*::(?P<kind>[\w-]+)[^\n]*?::", re.MULTILINE)
"""`ActionCommand.TryParseV2` of the runner: a line whose first mark, after spaces, is `::`."""
LOGGING: Final = re.compile(r"##(?:vso)?\[(?P<kind>[\w.]*)", re.IGNORECASE)
"""`ActionCommand.TryParse` and the agent's `Command.TryParse`: anywhere in a line."""
OBEYED: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""C0 but tabs and ends of lines, DEL, C1, what turns the direction of writing or is not seen (Unicode, UAX 9)."""
ATTACKS: Final = (
    "::error file=x::a", "::set-output name=a::b", "\n::add-mask::a", "%0A::error::a", "##vso[task.setvariable x=y]z",
    "##[error]a", "\x1b[31m", "\x1b]8;;http://evil\x07x", "\x9b31m", "\u202eevil\u202c", "\u2066x\u2069", "a\rb", "\x07",
    "</script><script>alert(1)</script>", "=cmd|'/c calc'!A1", "| a | b |", "]]>", "\u2028::error::a", "\u200b",
)  # fmt: skip
KEYS: Final = (
    "git::https://robot:hunter2@git.example/a.git?ref=v1", "https://hunter2@git.example/a.zip",
    "https://git.example/a.zip?access_token=hunter2&ref=v1", "s3::https://b.example/a?X-Amz-Signature=hunter2",
    "git::ssh://git@git.example/a.git?sshkey=hunter2&ref=v2",
)  # fmt: skip


GBK: Final = b"\xcd\xf8\xc2\xe7"
"""A folder of a Chinese Windows, unpacked where names are UTF-8."""
OWN: Final = {"github": ("error", "warning", "notice"), "azure": ("task.logissue",)}
FORMATS: Final = sorted(registry().formats)


def quoted(text: str) -> str:
    """Return a text as a string of Terraform's."""
    return json.dumps(text).replace("${", "$${").replace("%{", "%%{")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a directory in which everything that has a name has a hostile one."""
    base = tmp_path_factory.mktemp("site")
    for n, words in enumerate(ATTACKS):
        file = os.fsencode(base) + b"/" + words.replace("/", "-").replace("\0", "").encode() + b".tf"
        text = f"""
resource "alicloud_instance" "i{n}" {{
  for_each      = toset([{quoted(words)}])
  instance_name = {quoted(words)}
  availability_zone = "cn-hangzhou-i"
  internet_max_bandwidth_out = 5
}}
resource "alicloud_alidns_record" "r{n}" {{
  for_each    = toset([{quoted(words)}])
  domain_name = "a{n}.cn"
  rr          = {quoted(words)}
  type        = "A"
  value       = alicloud_instance.i{n}[{quoted(words)}].public_ip
}}
resource "alicloud_cdn_domain_new" "c{n}" {{ # icplint: ignore[ICP101] {words.split(chr(10))[-1]}
  domain_name = {quoted(f"{words}.b.cn")}
}}
variable "v{n}" {{
  default = 1
  validation {{
    condition     = var.v{n} > 1
    error_message = {quoted(words)}
  }}
}}
resource "alicloud_cdn_domain_new" "d{n}" {{
  domain_name = jsondecode({quoted(words)})
}}
"""
        Path(os.fsdecode(file)).write_text(text)
    (base / "keys.tf").write_text(
        "".join(f'module "m{n}" {{\n  source = {quoted(words)}\n}}\n' for n, words in enumerate([*KEYS, *ATTACKS]))
    )
    broken = base / "broken"
    broken.mkdir()
    for n, words in enumerate(ATTACKS):
        (broken / f"{n}.tf").write_text(f"locals {{\n  {words} = (\n}}\n", encoding="utf-8")
    (base / "terraform.tfvars").write_text("".join(f"v{n} = 0\n" for n in range(len(ATTACKS))))
    names = [
        f"[[filing]]\ndomain = {json.dumps(w)}\nlicence = {json.dumps(w)}\nholder = {json.dumps(w)}\n" for w in ATTACKS
    ]
    (base / "filings.toml").write_text("".join(names))
    gbk = base / os.fsdecode(GBK)
    gbk.mkdir()
    (gbk / os.fsdecode(b"\xb1\xb8\xb0\xb8.tf")).write_text(
        'resource "alicloud_cdn_domain_new" "g" {\n  domain_name = "www.gbk.cn"\n}\nlocals {\n  a = (\n}\n'
    )
    return base


def outputs(site: Path, *words: str, data: str = "") -> tuple[int, str, str]:
    """Return how icplint ended, and both streams: they are UTF-8, whatever was read."""
    done = subprocess.run(
        [sys.executable, "-m", "icplint", *words], cwd=site, input=data.encode(), capture_output=True, check=False
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def obeyed(text: str, allowed: Sequence[str] = ()) -> Iterator[str]:
    """Yield what a terminal, a runner or an agent would obey, but for commands that are icplint's own."""
    yield from (repr(found[0]) for found in OBEYED.finditer(text.removeprefix("\ufeff")))
    yield from (found[0] for found in GITHUB.finditer(text) if found["kind"] not in allowed)
    yield from (found[0] for found in LOGGING.finditer(text) if found["kind"] not in allowed)
    yield from re.findall(r".{0,20}hunter2", text)


class Elements(HTMLParser):
    """Counts the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.scripts += tag == "script"


@pytest.fixture(scope="module", params=["en", "zh"])
def written(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give what a run writes in every format, and on standard error."""
    to = tmp_path_factory.mktemp("out")
    asked = [word for form in FORMATS for word in ("--format", form, "--output", str(to / form))]
    code, _, err = outputs(site, "check", ".", "broken", "--all", "--lang", request.param, *asked)
    assert code == 2
    assert "Traceback" not in err
    assert "defect" not in err
    return {"err": err, **{form: (to / form).read_bytes().decode() for form in FORMATS}}


def test_standard_error_holds_nothing_that_is_obeyed(written: dict[str, str]) -> None:
    assert not list(obeyed(written["err"]))


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_anything_out_that_is_obeyed(written: dict[str, str], form: str) -> None:
    out = written[form]
    assert not list(obeyed(out, OWN.get(form, ())))
    match form:
        case "json" | "sarif" | "gitlab" | "rdjson" | "redline":
            json.loads(out)
        case "json-lines":
            assert all(json.loads(line) for line in out.splitlines())
        case "junit" | "checkstyle":
            ET.fromstring(out)  # noqa: S314 - our own
        case "csv":
            cells = [cell for row in csv.reader(StringIO(out.removeprefix("\ufeff"))) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
        case "html":
            page = Elements()
            page.feed(out)
            assert page.scripts == 2
        case _:
            pass
    if form not in {"prometheus", "redline", "markdown"}:  # counts, and what is cut to the length of a comment
        assert r"\xcd\xf8\xc2\xe7" in out.replace("\\\\", "\\") or "%CD%F8%C2%E7" in out


@pytest.mark.parametrize(
    "words",
    [["check", "--verbose", "--quiet"], ["graph"], ["graph", "--format", "json"], ["graph", "--format", "dot"],
     ["graph", "--format", "html"], ["graph", "--format", "graphml"], ["eligibility"], ["eligibility", "--format", "json"],
     ["filings", "check", "filings.toml"], ["explain", "::error::x\x1b"], ["check", "::error::a\x1b[3m##vso[x]"],
     ["eval", "{}.\x1b"], ["policy", "--on", "::error::x##[a]"]],
)  # fmt: skip
def test_no_command_lets_anything_out_that_is_obeyed(site: Path, words: list[str]) -> None:
    _, out, err = outputs(site, *words)
    assert out or err
    assert "Traceback" not in err
    assert not list(obeyed(out))
    assert not list(obeyed(err))


def test_an_expression_is_answered_on_one_harmless_line_that_says_the_same(site: Path) -> None:
    _, out, err = outputs(site, "eval", "--json", data="\n".join(map(quoted, ATTACKS)))
    assert [json.loads(line)["value"] for line in out.split("\n")[:-1]] == list(ATTACKS)
    assert not list(obeyed(out + err))


def test_keys_are_hidden_and_what_tells_a_source_is_kept() -> None:
    assert [printable(words) for words in KEYS] == [
        "git::https://***@git.example/a.git?ref=v1", "https://***@git.example/a.zip",
        "https://git.example/a.zip?access_token=***&ref=v1", "s3::https://b.example/a?X-Amz-Signature=***",
        "git::ssh://git@git.example/a.git?sshkey=***&ref=v2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    ["www.example.cn", "中文.公司.cn", "xn--fiq228c", "*.example.cn", 'module.a["b"].alicloud_instance.c[0]', "::1",
     "::ffff:1.2.3.4", "a::b", "2001:db8::1", "fe80::a, fe80::b", "git@github.com:a/b.git", "https://a.cn/?ref=v1",
     "a\u3000b", "100%", "# a", "## b", "e\u0301"],
)  # fmt: skip
def test_ordinary_words_are_left_as_they_are(words: str) -> None:
    assert printable(words) == words
    assert faithful_json(words) == words


@pytest.mark.parametrize("words", [*ATTACKS, *KEYS, "\udccd\udcf8", "\ud83d", "\U000e0041"])
def test_a_second_go_changes_nothing_and_json_means_the_same(words: str) -> None:
    once = printable(words)
    assert printable(once) == once
    assert once.isprintable()
    written = faithful_json(json.dumps(words, ensure_ascii=False))
    written.encode()
    assert json.loads(written) == (words if not re.search("[\ud800-\udfff]", words) else once)


def test_an_outcome_of_a_run_task_and_a_diagnostic_hold_nothing_that_is_obeyed(
    site: Path, written: dict[str, str]
) -> None:
    report = json.loads(written["json"])
    verdict = verdict_of(CheckResult(code=2, report=report, said=written["err"]), "en", strict=False, seconds=1)
    said = list(texts(verdict.document(detailed=True)))
    assert len(said) > 200
    assert not [each for text in said for each in obeyed(text)]
    diagnosing = Diagnosing(places=Places(site, {}, "utf-16"), language="en", related=False, uri=str)
    known = registry()
    asked = Request(paths=["."], base=site, registers=[], sources=lambda: known.sources)
    reading = read_inputs(asked)
    found = run(build(reading, known.table, Policy(date(2026, 12, 1))), known.checks, reading)
    told = [diagnostic.message for file in diagnosing.of(found).values() for diagnostic in file]
    assert len(told) > 50
    assert not [each for text in told for each in obeyed(text)]


def texts(value: object) -> Iterator[str]:
    """Yield every string of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in texts(one))
    elif isinstance(value, list):
        yield from (text for one in value for text in texts(one))
