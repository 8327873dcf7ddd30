"""A place is told at once, however large the file, and counts characters as an editor does."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from icplint.terraform.syntax.lines import LineIndex, place
from icplint.terraform.syntax.tree import Body, File


@given(st.text(alphabet="ab站é\n\r\t🙂", max_size=60), st.data())
def test_places_are_those_that_counting_gives(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    before = text[:at].split("\n")
    source, offset = text.encode(), len(text[:at].encode())
    for found in (place(source, offset), LineIndex(source).place(offset)):
        assert found == (len(before), len(before[-1]) + 1)


def test_twenty_thousand_places_take_no_time() -> None:
    line = '  vpc_name = "站点"\n'.encode()
    for source in (line * 100_000, line.replace(b"\n", b" ") * 100_000):
        file = File("main.tf", source, Body({}, []))
        began = time.process_time()
        for start in range(0, len(source), len(source) // 20_000):
            file.origin(start)
        assert time.process_time() - began < 1.5  # ten times as much as it takes; counting anew takes ten seconds
