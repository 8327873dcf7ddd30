"""What holds for every text, number and moment."""

from __future__ import annotations

import base64
import json
import time
from datetime import datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from icplint.terraform import functions
from icplint.terraform.functions import rfc3339
from icplint.terraform.functions.function import Context
from icplint.terraform.functions.graphemes import clusters
from icplint.terraform.values import numbers
from icplint.terraform.values.errors import TooLargeError
from icplint.terraform.values.value import Value, number, string

HERE = Context(root=Path(), directory=Path())
FEW = settings(max_examples=60, deadline=None, derandomize=True)


def call(name: str, *arguments: Value) -> Value:
    return functions.call(name, list(arguments), HERE)


@FEW
@given(some.text())
def test_clusters_are_the_text_in_pieces(text: str) -> None:
    assert "".join(clusters(text)) == text


@FEW
@given(some.text())
def test_encodings_come_back(text: str) -> None:
    given_text = string(text.encode("utf-8", "replace").decode())
    assert call("base64decode", call("base64encode", given_text)).raw == given_text.raw
    assert call("jsondecode", call("jsonencode", given_text)).raw == given_text.raw
    assert json.loads(call("jsonencode", given_text).raw) == given_text.raw
    assert (
        base64.b64decode(call("textencodebase64", given_text, string("UTF-16LE")).raw).decode("utf-16-le")
        == given_text.raw
    )


@FEW
@given(some.datetimes(), some.integers(-23 * 60, 23 * 60), some.integers(-(10**9), 10**9))
def test_time_is_added_as_datetime_adds_it(moment: datetime, minutes: int, seconds: int) -> None:
    here = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    try:
        expected = here + timedelta(seconds=seconds)
    except OverflowError:
        return
    found = call("timeadd", string(here.isoformat()), string(f"{seconds}s")).raw
    assert (
        rfc3339.parse(found, None, strict=True).nanoseconds
        == rfc3339.parse(expected.isoformat(), None, strict=True).nanoseconds
    )


@FEW
@given(some.floats(allow_nan=False, allow_infinity=False))
def test_a_double_is_spelled_as_one(value: float) -> None:
    spelled = numbers.spell(numbers.double(value))
    assert float(spelled) == value
    assert "e" not in spelled


@FEW
@given(some.fractions(max_denominator=10**6))
def test_a_number_is_read_as_it_is_spelled(value: Fraction) -> None:
    given_number = numbers.rounded(value)
    assert numbers.parse(numbers.spell(given_number)) == given_number


@FEW
@given(some.integers(), some.integers(2, 36))
def test_parseint_reads_every_base(value: int, base: int) -> None:
    digits, rest = "", abs(value)
    while rest:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    text = ("-" if value < 0 else "") + (digits or "0")
    assert call("parseint", string(text), number(base)).raw == value


def test_parseint_of_a_long_text_is_quick_and_of_a_very_long_one_unknown() -> None:
    began = time.process_time()
    found = call("parseint", string("v9" * 50_000), number(32))
    assert time.process_time() - began < 0.6  # digit by digit it takes a second
    assert found.raw == int("v9" * 50_000, 32)
    with pytest.raises(TooLargeError, match="bits"):
        call("parseint", string("9" * 200_000), number(10))
