"""Comments with a word in them: which are comments at all, and which lines and blocks each speaks of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from icplint.model.comment import Comment, CommentedCall, Span
from icplint.model.origin import Origin
from icplint.terraform.instances.configuration import read_configuration
from icplint.terraform.modules.loader import Loader

MARK = "note:"


def remarks(top: Path, root: str = ".", **files: str) -> list[Comment]:
    """Write the files (`a__b_tf` is a/b.tf) and return the remarks of a root module."""
    for name, text in files.items():
        path = top / name.replace("__", "/").replace("_json", ".json").replace("_tf", ".tf")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_configuration(top / root, Loader(top), word=MARK.encode()).comments


def lines(remark: Comment, text: str, file: str = "main.tf") -> list[int]:
    """Return the lines that a remark speaks of."""
    places = ((n, Origin(file=file, line=n, column=3)) for n in range(1, text.count("\n") + 2))
    return [n for n, place in places if any(holds(span, place) for span in remark.spans)]


def holds(span: Span, place: Origin) -> bool:
    """Return whether a place lies in a span."""
    assert place.line is not None
    return place.file == span.file and span.start <= (place.line, place.column or 0) <= span.end


RECORD = """# above
{above}
resource "alicloud_alidns_record" "www" {{ {first}
  rr    = "www"
  {before}
  value = "203.0.113.1" {beside}
  sources {{ {nested}
    a = 1
  }}
}} {last}
"""


@pytest.mark.parametrize(
    ("where", "spoken"),
    [
        ("above", [2, *range(3, 11)]),
        ("first", list(range(3, 11))),
        ("before", [5, 6]),
        ("beside", [6]),
        ("nested", [7, 8, 9]),
        ("last", [10]),
    ],
)
@pytest.mark.parametrize("comment", ["# note: {}", "// note: {}", "/* note: {} */"])
def test_a_comment_speaks_of_its_line_the_line_below_and_the_block_that_begins_there(
    where: str, spoken: list[int], comment: str, tmp_path: Path
) -> None:
    places = dict.fromkeys(("above", "first", "before", "beside", "nested", "last"), "")
    text = RECORD.format(**places | {where: comment.format(where)})
    [remark] = remarks(tmp_path, main_tf=text)
    assert remark.text == f"note: {where}"
    assert lines(remark, text) == spoken
    line = next(n for n, line in enumerate(text.splitlines(), 1) if "note" in line)
    assert (remark.origin.file, remark.origin.line) == ("main.tf", line)
    assert remark.name == ("" if where == "last" else "alicloud_alidns_record.www")


def test_comments_that_follow_each_other_all_speak_of_what_follows_them(tmp_path: Path) -> None:
    text = '# note: a\n/* note: b\n * note: c */\n# more\nresource "x" "y" {\n  z = 1\n}\n# note: d\n\nlocals {}\n'
    found = {remark.text: lines(remark, text) for remark in remarks(tmp_path, main_tf=text)}
    assert found == {
        "note: a": [1, 2, 3, 4, 5, 6, 7],
        "note: b": [2, 3, 4, 5, 6, 7],
        "note: c": [2, 3, 4, 5, 6, 7],
        "note: d": [8, 9],
    }


@pytest.mark.parametrize(
    "value",
    [
        '"# note: x"',
        '"/* note: x */"',
        "<<EOT\n# note: x\nEOT",
        "<<-EOT\n  ${1}\n  // note: x\n  EOT",
        '"${"# note: x"}"',
        '"\\"# note: x"',
        "{ note: 1 }",
    ],
)
def test_what_stands_in_a_text_is_no_comment(value: str, tmp_path: Path) -> None:
    assert remarks(tmp_path, main_tf=f"locals {{\n  a = {value}\n}}\n") == []


def test_in_json_a_comment_is_a_property_of_its_block(tmp_path: Path) -> None:
    block = {"//": ["note: a", "other"], "rr": "www", "nested": [{"//": "note: b"}], "value": "x // note: none"}
    document = {"//": "note: c", "resource": {"r": {"www": block, "other": {"rr": "o"}}}}
    for indent in (None, 2):
        text = json.dumps(document, indent=indent)
        found = {remark.text: remark for remark in remarks(tmp_path, main_tf_json=text)}
        assert set(found) == {"note: a", "note: b", "note: c"}
        assert found["note: a"].spans == found["note: b"].spans
        place = Loader(tmp_path).module(tmp_path)
        inside, outside = (place.resources[name].place("rr") for name in ("r.www", "r.other"))
        assert [holds(span, inside) for span in found["note: a"].spans] == [True]
        assert [holds(span, outside) for span in found["note: a"].spans] == [False]
        assert (found["note: a"].name, found["note: c"].name) == ("r.www", "")


def test_a_comment_on_a_block_speaks_of_what_overrides_it(tmp_path: Path) -> None:
    main = '# note: a\nresource "r" "a" {\n  x = 1\n}\n'
    over = '\nresource "r" "b" {\n  x = 2\n}\nresource "r" "a" {\n  x = 2\n}\n'
    [remark] = remarks(tmp_path, main_tf=main + 'resource "r" "b" {}\n', main_override_tf=over)
    assert lines(remark, over, "main_override.tf") == [5, 6, 7]
    assert remark.block == remark.spans[1:]


def test_a_comment_on_a_call_speaks_of_its_module_wherever_that_is_called(tmp_path: Path) -> None:
    inner = 'module "b" { # note: x\n  source = "../leaf"\n}\n'
    outer = 'module "one" {\n  source = "../inner"\n  count = 2\n}\nmodule "two" {\n  source = "../inner"\n}\n'
    found = remarks(tmp_path, "top", top__main_tf=outer, inner__main_tf=inner, leaf__main_tf="")
    [remark] = found
    assert remark.calls == {CommentedCall("top", ("one", "b")), CommentedCall("top", ("two", "b"))}
    assert remark.name == "module.b"


def test_a_file_with_a_mistake_has_its_comments_all_the_same(tmp_path: Path) -> None:
    text = 'resource "r" "a" {\n  x = = 1\n}\n# note: x\nresource "r" "b" {\n  x = 1\n}\n'
    [remark] = remarks(tmp_path, main_tf=text)
    assert lines(remark, text) == [4, 5, 6, 7]
    assert remarks(tmp_path, main_tf="", bad_tf_json='{"//": "note: x",}') == []
