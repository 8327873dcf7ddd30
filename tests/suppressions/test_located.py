"""What lies in a part of a file is found as if all were looked at, without looking at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from icplint.model.comment import Span
from icplint.model.origin import Origin
from icplint.suppressions.located import Located

files = st.sampled_from(["a.tf", "b/main.tf"])
numbers = st.integers(1, 9)
origins = st.builds(
    Origin, file=st.none() | files, line=st.none() | numbers, column=st.none() | numbers, address=st.sampled_from("xyz")
)
spans = st.builds(Span, file=files, start=st.tuples(numbers, numbers), end=st.tuples(numbers, numbers))


def lies_in(place: Origin, span: Span) -> bool:
    return (
        place.line is not None and place.file == span.file and span.start <= (place.line, place.column or 0) <= span.end
    )


@given(st.lists(origins), st.lists(spans, max_size=3))
def test_the_same_is_found_as_by_looking_at_each(places: list[Origin], parts: list[Span]) -> None:
    numbered = list(enumerate(places))
    found = Located((place, number) for number, place in numbered).within(parts)
    assert sorted(found) == sorted(n for span in parts for n, place in numbered if lies_in(place, span))
