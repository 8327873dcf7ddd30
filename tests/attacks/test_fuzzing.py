"""Whatever bytes stand in a file, reading it ends in a value or in sentences: real files, changed here and there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from icplint.filings.register import read as read_register
from icplint.geo.databases import read_databases
from icplint.inputs.documents import decoded
from icplint.inputs.saved_inventories import read as read_saved
from icplint.model.cloud import MANIFEST
from icplint.model.text import Text
from icplint.policy import Tables
from icplint.registry import registry
from icplint.terraform.syntax.json_syntax import parse_json
from icplint.terraform.syntax.parse import parse

PROVIDERS = Tables.core().providers

ROOT: Final = Path(__file__).parents[2]
EXAMPLES: Final = int(os.environ.get("ICPLINT_FUZZ", "25"))
"""Inputs of a kind: a few in the ordinary run, some thousands in the scheduled one."""

FUZZED: Final = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
KEPT: Final = Path(__file__).with_name("corpus")
"""Inputs that once broke something, by the end of their names."""

SIGNS: Final = (
    *(b'"', b"'", b"\\", b"${", b"%{", b"}", b"{", b"[", b"]", b"(", b")", b"<<E\n", b"/*", b"#", b"\n", b"\r", b"\0"),
    *(b"=", b",", b".", b"~", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", "\u0301\u2028\u202e".encode(), b"9" * 5_000),
    *(b"1e999999999", b"[[filing]]\n", b"null", b"\\ud800", b"endfor", b"for ", b" if ", b"...", b"a" * 5_000),
)


def seeds(*endings: str) -> list[bytes]:
    """Return files of the examples and the tests that are not long, and those that were kept."""
    files = [*sorted((ROOT / "examples").rglob("*")), *sorted((ROOT / "tests/terraform/data").rglob("*"))]
    near = [file for file in files if file.is_file() and file.name.endswith(endings) and file.stat().st_size < 20_000]
    return [file.read_bytes() for file in (*near[:40], *(f for f in KEPT.glob("*") if f.name.endswith(endings)))]


def changed(*endings: str) -> some.SearchStrategy[bytes]:
    """Return real files in which a few places are overwritten, repeated or cut out."""
    edit = some.tuples(
        some.floats(0, 1), some.integers(0, 60), some.sampled_from(SIGNS) | some.binary(max_size=8), some.integers(0, 3)
    )

    def made(seed: bytes, edits: list[tuple[float, int, bytes, int]]) -> bytes:
        for place, length, sign, times in edits:
            at = int(place * len(seed))
            seed = seed[:at] + sign * times + seed[at + length :]
        return seed

    return some.builds(made, some.sampled_from(seeds(*endings) or [b""]), some.lists(edit, min_size=1, max_size=6))


def written(name: str, content: bytes, use: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        (Path(directory) / name).write_bytes(content)
        use(Path(directory) / name)


@FUZZED
@given(changed(".tf"))
def test_any_terraform_file(source: bytes) -> None:
    file = parse(source, "main.tf")
    assert all(0 <= problem.start <= len(source) + 1 for problem in file.problems)


@FUZZED
@given(changed(".tf.json", ".json", ".tfstate"))
def test_any_terraform_file_in_json(source: bytes) -> None:
    file = parse_json(source, "main.tf.json")
    assert all(0 <= problem.start <= len(source) + 1 for problem in file.problems)


@FUZZED
@given(changed(".json", ".tfstate"))
def test_any_plan_or_state(source: bytes) -> None:
    document = decoded(source)
    if isinstance(document, Text):
        return
    for one in registry().sources:
        if one.recognises(document):
            reading = one.read(document, file="plan.json", root="plan.json")
            for resource in reading.resources:
                for name in dict(resource.values):
                    resource.values.get(name)


@FUZZED
@given(changed("filings.toml"))
def test_any_register(source: bytes) -> None:
    written("filings.toml", source, lambda path: read_register(path, "filings.toml", PROVIDERS))


@FUZZED
@given(changed(".csv") | changed("filings.toml"))
def test_any_table(source: bytes) -> None:
    written(
        "filings.csv",
        "域名,备案号,状态\n".encode() + source,
        lambda path: read_register(path, "filings.csv", PROVIDERS),
    )


@FUZZED
@given(some.binary(max_size=400), some.binary(max_size=200))
def test_any_database(before: bytes, after: bytes) -> None:
    content = before + b"\xab\xcd\xefMaxMind.com" + after
    written("a.mmdb", content, lambda path: read_databases([path], str))


@FUZZED
@given(changed(".json"))
def test_any_saved_inventory(source: bytes) -> None:
    written(MANIFEST, source, lambda path: read_saved(path.parent, "saved", registry().clouds))
