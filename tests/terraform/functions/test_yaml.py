"""YAML: that what is written reads back, and that no document can keep icplint busy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from icplint.terraform import functions
from icplint.terraform.functions.function import Context
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.plain_values import plain
from icplint.terraform.values.value import UnknownReason, Value, from_json, string

HERE = Context(root=Path(), directory=Path())
TEXTS = some.text(some.characters(exclude_categories=["Cs"]), max_size=20) | some.text("a \n:-#'\"", max_size=12)
DOCUMENTS = some.recursive(
    some.none() | some.booleans() | some.integers() | TEXTS,
    lambda inner: (
        some.lists(inner, max_size=4) | some.dictionaries(TEXTS.filter(lambda k: k != "<<"), inner, max_size=4)
    ),
    max_leaves=12,
)


def call(name: str, *arguments: Value) -> Value:
    return functions.call(name, list(arguments), HERE)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(DOCUMENTS)
def test_what_is_written_reads_back(document: object) -> None:
    given_value = from_json(document)
    assert plain(call("yamldecode", call("yamlencode", given_value))) == plain(given_value)


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "a: &a {" + ", ".join(f"k{i}: 1" for i in range(500)) + "}\nb:\n" + "  <<: *a\n" * 500,
        "[" * 5000 + "]" * 5000,
        "- " * 5000,
    ],
    ids=["aliases of aliases", "many merges", "deep", "deep in blocks"],
)
def test_a_document_that_grows_without_end_is_not_read(text: str) -> None:
    found = call("yamldecode", string(text))
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.why.say("en") == "icplint does not evaluate yamldecode() yet"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a:\n  <<: [b]", "on line 1, column 3: cannot merge tuple into mapping"),
        ("a: 1\n--- \nb", "on line 1, column 1: unexpected extra content after value"),
        ("a: 1\nb: *c", 'on line 1, column 4: reference to undefined anchor "c"'),
        ("a:\n\tb", "on line 2, column 1: found character '\\t' that cannot start any token"),
        ('"\\ud800"', "found invalid Unicode character escape code"),
        ("\x01", "control characters are not allowed"),
        ("!thing a", 'unsupported tag "!thing"'),
    ],
)
def test_what_is_wrong_is_told(text: str, problem: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        call("yamldecode", string(text))
    assert str(caught.value) == f'Call to function "yamldecode" failed: {problem}.'


def test_pyyaml_is_imported_for_reading_only() -> None:
    program = (
        "import sys; from pathlib import Path; from icplint.terraform import functions\n"
        "from icplint.terraform.values import value as values\n"
        "from icplint.terraform.functions.function import Context\n"
        "text = functions.call('yamlencode', [values.string('a')], Context(Path(), Path()))\n"
        "print('yaml' in sys.modules)\n"
        "functions.call('yamldecode', [text], Context(Path(), Path()))\n"
        "print('yaml' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]
