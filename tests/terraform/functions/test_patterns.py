"""Regular expressions: RE2's answers where they would not be Go's, patterns that would never end, and no RE2 at all."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

from icplint.terraform import functions
from icplint.terraform.functions import patterns
from icplint.terraform.functions.function import Context
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.plain_values import plain
from icplint.terraform.values.value import UnknownReason, Value, string

HERE = Context(root=Path(), directory=Path())


def call(name: str, *arguments: str) -> Value:
    return functions.call(name, [string(argument) for argument in arguments], HERE)


def message(name: str, *arguments: str) -> str:
    with pytest.raises(EvaluationError) as caught:
        call(name, *arguments)
    return str(caught.value)


@pytest.mark.parametrize("pattern", ["^(a+)+$", "(a|aa)+$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*(.*)*b"])
def test_no_pattern_takes_for_ever(pattern: str) -> None:
    assert message("regex", pattern, "a" * 5000 + "!").endswith("did not match any part of the given string.")


def test_no_pattern_of_file_names_takes_for_ever(tmp_path: Path) -> None:
    (tmp_path / ("a" * 250)).touch()
    with contextlib.suppress(OSError):  # not every file system takes a name that is not UTF-8
        (tmp_path / "\udcff").touch()
    here = Context(root=tmp_path, directory=tmp_path)
    for pattern, count in (("*a" * 30 + "b", 0), ("*a" * 30, 1), ("*", 1), ("[z-a]*", 0)):
        found = functions.call("fileset", [string("."), string(pattern)], here)
        assert len(found.raw) == count


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("a**", "invalid nested repetition operator in **"),
        ("a{1001}", "invalid repeat count in {1001}"),
        ("(a", "missing closing ) in (a"),
        ("[a", "missing closing ] in [a"),
        ("*", "missing argument to repetition operator in *"),
        ("(?=a)", "invalid or unsupported Perl syntax in (?="),
        (r"\Ca", r"invalid escape sequence in \C"),
        ("(?P<é>a)", "invalid named capture in (?P<é>"),
        ("(?P<a>a)(b)", "cannot mix both named and unnamed capture groups"),
    ],
)
def test_refusals_are_in_terraforms_words(pattern: str, problem: str) -> None:
    assert message("regex", pattern, "a") == (
        f'Invalid value for "pattern" parameter: invalid regexp pattern: {problem}.'
    )


def test_nothing_matches_inside_a_character() -> None:
    assert plain(call("regexall", r"\B", "a中é")) == ["", ""]
    assert plain(call("replace", "中é", r"/\B/", "-")) == "-中-é-"
    assert plain(call("replace", r"a\Cb", r"/\Q\C\E/", "-")) == "a-b"


@pytest.mark.parametrize("pattern", [r"\pL{1000}", "(?P<a>a)|(?P<a>b)"], ids=["too large", "a name twice"])
def test_what_re2_cannot_tell_is_unknown(pattern: str) -> None:
    for name, arguments in (
        ("regex", [pattern, "b"]),
        ("regexall", [pattern, "b"]),
        ("replace", ["b", f"/{pattern}/", ""]),
    ):
        found = call(name, *arguments)
        assert isinstance(found.raw, UnknownReason)
        assert found.raw.why.say("en") == f"icplint does not evaluate {name}() yet"


def test_without_re2_the_result_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)
    patterns.compiled.cache_clear()
    found = call("regex", "a", "a")
    assert isinstance(found.raw, UnknownReason)
    assert found.raw.why.say("en") == "regex() is evaluated by the package google-re2, which is not installed"


def test_re2_is_imported_for_patterns_only() -> None:
    program = (
        "import sys; from pathlib import Path; from icplint.terraform import functions\n"
        "from icplint.terraform.values import value as values\n"
        "from icplint.terraform.functions.function import Context\n"
        "here, text = Context(Path(), Path()), values.string\n"
        "def replace(old): functions.call('replace', [text('a'), text(old), text('b')], here)\n"
        "replace('a'); print('re2' in sys.modules); replace('/a/'); print('re2' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]
