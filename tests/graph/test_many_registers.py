"""What is in no register names a few of them."""

from __future__ import annotations

from icplint.graph.build import few


def test_a_few_registers_are_named_and_the_others_counted() -> None:
    every = [f"r{n}/filings.toml" for n in range(1000)]
    assert few(every[:20]) == every[:20]
    assert few(every) == [*every[:20], "… (+980)"]
