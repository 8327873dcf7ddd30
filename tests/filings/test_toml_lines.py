"""The lines on which the entries of a TOML document stand."""

from __future__ import annotations

import tomllib

from icplint.filings.toml_lines import TableEntry, lines_of

TRAPS = '''\
title = """
[[filing]]
a quote "" and five more """""
# [[filing]]
[[filing]] # [[filing]]
domain = "a.cn" # domain = "b.cn"
holder = """
[[filing]]
domain = 'c.cn'"""
access_providers = [
  "alibaba", # ]
  "[[filing]]",
]

  [[ "filing" ]]
  "licence" = '[[x]]'
  [filing.extra]
  domain = "not a key of the entry"
[other]
domain = 1
[[filing]]
status.a = 1
status.b = 2
'''


def test_multi_line_strings_comments_and_brackets() -> None:
    assert len(tomllib.loads(TRAPS)["filing"]) == 3
    lines = lines_of(TRAPS)
    assert lines.keys == {"title": 1, "filing": 5, "other": 19}
    assert lines.entries["filing"] == [
        TableEntry(5, {"domain": 6, "holder": 7, "access_providers": 10}),
        TableEntry(15, {"licence": 16, "extra": 17}),
        TableEntry(21, {"status": 22}),
    ]


def test_inline_tables() -> None:
    text = 'a = 1\nfiling = [\n  {domain = "a.cn", licence = "x"},\n  3, {b . "c]" = [1, {d = 2}], e = {}}\n]\n'
    assert len(tomllib.loads(text)["filing"]) == 3
    assert lines_of(text).entries["filing"] == [
        TableEntry(3, {"domain": 3, "licence": 3}),
        TableEntry(4),
        TableEntry(4, {"b": 4, "e": 4}),
    ]


def test_an_entry_that_was_not_found_is_on_the_line_of_its_array() -> None:
    lines = lines_of("a = 1\nfiling.x = 2\n")
    assert lines.entry("filing", 7) == TableEntry(2)
    assert lines.entry("nothing", 0) == TableEntry(1)
