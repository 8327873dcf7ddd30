"""Terraform in JSON: read as Terraform reads it, every value with its place, and the same as in the native syntax."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from asked import asked, disagreement

from icplint.model.unknown import Unknown
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.instances.configuration import Variables, open_root, read_configuration
from icplint.terraform.modules.loader import Loader
from icplint.terraform.syntax.json_shapes import NESTED, TERRAFORM, Shape
from icplint.terraform.syntax.json_strings import template
from icplint.terraform.syntax.json_syntax import parse_json
from icplint.terraform.syntax.parse import parse, parse_expression
from icplint.terraform.syntax.tree import (
    Attribute,
    Body,
    Expression,
    File,
    Literal,
    ObjectCons,
    Template,
    Traversal,
    TupleCons,
    Unary,
)
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.json_text import json_text
from icplint.terraform.values.reasons import REFUSED
from icplint.terraform.values.value import reasons

ROOT = Path(__file__).parents[2]


def test_icplint_answers_as_terraform_did(tmp_path: Path) -> None:
    differing = {}
    for number, one in enumerate(asked("json")):
        directory = tmp_path / str(number)
        directory.mkdir()
        if found := disagreement(one, directory):
            differing[one.name] = found
    assert differing == {}


# Places


def local(source: str) -> tuple[File, Attribute]:
    file = parse_json(source.encode(), "main.tf.json")
    assert file.problems == ()
    return file, file.body.blocks[0].body.attributes["a"]


def place(file: File, start: int) -> tuple[int | None, int | None]:
    origin = file.origin(start)
    return origin.line, origin.column


def test_keys_and_values_have_their_places() -> None:
    file, attribute = local('{\n "locals": {\n  "é": 1, "a": [1,\n   "x"]}}')
    assert place(file, file.body.blocks[0].start) == (2, 2)
    assert place(file, attribute.start) == (3, 11)
    assert place(file, attribute.value_start) == (3, 16)
    assert isinstance(attribute.expression, TupleCons)
    assert [place(file, item.start) for item in attribute.expression.items] == [(3, 17), (4, 4)]


def test_a_reference_inside_a_string_has_its_place() -> None:
    file, attribute = local('{"locals": {"a": "${var.x}"}}')
    assert isinstance(attribute.expression, Traversal)
    assert place(file, attribute.expression.start) == (1, 21)


def test_an_escape_before_it_moves_nothing() -> None:
    source = r'{"locals": {"a": "\"é\u00e9\ud83d\ude00 ${var.x[\"k\"]}"}}'
    file, attribute = local(source)
    assert isinstance(attribute.expression, Template)
    found = attribute.expression.parts[1]
    assert isinstance(found, Traversal)
    assert place(file, found.start) == (1, source.index("var") + 1)


def test_a_mistake_inside_a_string_has_its_place() -> None:
    source = r'{"locals": {"a": "\"\n ${1 +} y"}}'
    file = parse_json(source.encode(), "main.tf.json")
    (problem,) = file.problems
    assert source.index("${") <= problem.start <= source.index("y")
    assert "END" not in problem.text.say("en")


def test_labels_are_where_a_block_stands() -> None:
    source = '{"resource": {"t": {\n "a": {},\n "b": [\n{}, {}]}}}'
    file = parse_json(source.encode(), "main.tf.json")
    assert [(b.labels, place(file, b.start)) for b in file.body.blocks] == [
        (("t", "a"), (2, 2)),
        (("t", "b"), (4, 1)),
        (("t", "b"), (4, 5)),
    ]


# What cannot be read


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            b'\xef\xbb\xbf{"locals": {}}',
            "JSON does not begin with a byte order mark: save the file as UTF-8 without BOM",
        ),
        (b'{"locals": x}', "unexpected 'x}'"),
        (b'{"locals": {"a": 1,}}', "JSON allows no comma after the last element: remove it"),
        (b'{"locals": {} # x\n}', 'JSON has no comments: write this one as a property called "//", or remove it'),
        (b"[" * 100_000, "the document is nested too deeply"),
    ],
)
def test_what_json_does_not_allow(source: bytes, message: str) -> None:
    (problem,) = parse_json(source, "main.tf.json").problems
    assert problem.text.say("en") == message
    assert problem.text.say("zh") != problem.text.say("en")


def test_what_is_no_character_is_replaced() -> None:
    file, attribute = local('{"locals": {"a": "x"}}')
    assert file.source
    assert isinstance(attribute.expression, Literal)
    (block,) = parse_json(b'{"locals": {"a": "\xff"}}', "main.tf.json").body.blocks
    replaced = block.body.attributes["a"].expression
    assert isinstance(replaced, Literal)
    assert replaced.value.raw == "\ufffd"


def test_a_block_with_a_mistake_is_left_out_and_the_others_stay() -> None:
    source = b'{"output": {"a": {"value": "${"}, "b": {"value": 1}}, "resource": {"t": {"x": 5, "y": {}}}}'
    file = parse_json(source, "main.tf.json")
    assert [block.labels for block in file.body.blocks] == [("b",), ("t", "y")]
    assert [file.origin(problem.start).column for problem in file.problems] == [29, 79]


def test_the_rest_of_the_module_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.tf.json").write_text('{"locals": {"a": 1,}}', encoding="utf-8")
    (tmp_path / "b.tf").write_text("locals {\n  b = local.a\n}\n", encoding="utf-8")
    module = Loader(tmp_path).module(tmp_path)
    assert list(module.locals) == ["b"]
    assert module.broken == "a.tf.json"
    assert [str(problem.origin) for problem in module.problems] == ["a.tf.json:1:19"]


# Nested blocks, as Terraform plans them against the provider's schema

SITE = r"""
{"//": "Written by a program",
 "provider": {"alicloud": [{"region": "cn-hangzhou"}, {"alias": "bj", "region": "cn-beijing"}]},
 "locals": {"origins": [{"content": "1.2.3.4", "port": 80}, {"content": "2.3.4.5", "port": 443}]},
 "resource": {
  "alicloud_cdn_domain_new": {
   "lone": {"domain_name": "lone.example.cn", "sources": {"content": "1.1.1.1", "port": 80}},
   "list": {"domain_name": "list.example.cn", "sources": [{"content": "1.1.1.1"}, {"content": "1.1.1.2"}],
            "tags": {"k": "v"}},
   "dynamic": {"domain_name": "dynamic.example.cn", "dynamic": {"sources": {
     "for_each": "${local.origins}", "iterator": "o", "content": {"content": "${o.value.content}"}}}},
   "both": {"provider": "alicloud.bj", "domain_name": "both.example.cn", "sources": {"content": "9.9.9.9"},
            "dynamic": [{"sources": [{"for_each": ["8.8.8.8"], "content": {"content": "${sources.value}"}}]}]}
  }
 }
}
"""


def test_nested_objects_are_what_they_are_written_as(tmp_path: Path) -> None:
    (tmp_path / "main.tf.json").write_text(SITE, encoding="utf-8")
    reading = read_configuration(tmp_path, Loader(tmp_path))
    assert reading.problems == []
    found = {r.address.partition(".")[2]: r.values.get("sources") for r in reading.resources}
    assert found == {
        "lone": {"content": "1.1.1.1", "port": 80},
        "list": [{"content": "1.1.1.1"}, {"content": "1.1.1.2"}],
        "dynamic": [{"content": "1.2.3.4"}, {"content": "2.3.4.5"}],
        "both": [{"content": "9.9.9.9"}, {"content": "8.8.8.8"}],
    }
    regions = [r.provider.values.get("region") for r in reading.resources if r.provider]
    assert regions == ["cn-hangzhou", "cn-hangzhou", "cn-hangzhou", "cn-beijing"]
    assert [r.origin.line for r in reading.resources] == [7, 8, 10, 12]
    assert [r.places("sources").line for r in reading.resources] == [7, 8, 10, 12]


# The same configuration in both syntaxes


def in_json(file: File) -> dict[str, Any]:
    """Return a native file's blocks in JSON."""
    document: dict[str, Any] = {}
    for block in file.body.blocks:
        _nest(document, block.kind, block.labels, _body(file, block.body, TERRAFORM.blocks[block.kind]))
    return document


def _nest(into: dict[str, Any], kind: str, labels: tuple[str, ...], content: Any) -> None:
    for label in reversed(labels):
        content = {label: content}
    into.setdefault(kind, []).append(content)


def _body(file: File, body: Body, shape: Shape) -> dict[str, Any]:
    content = {a.name: _value(file, a, shape) for a in body.attributes.values()}
    for block in body.blocks:
        inner = _body(file, block.body, shape.blocks.get(block.kind, NESTED))
        _nest(content, block.kind, block.labels, inner)
    return content


def _value(file: File, attribute: Attribute, shape: Shape) -> Any:
    reader = shape.readers.get(attribute.name, shape.otherwise)
    written = file.source[attribute.value_start : attribute.end].decode()
    if reader is not template:
        return written if attribute.name == "type" else _constant(attribute.expression)
    if isinstance(attribute.expression, Literal) and isinstance(attribute.expression.value.raw, bool | int):
        return attribute.expression.value.raw
    return f"${{{written}\n}}"


def _constant(node: Expression) -> Any:
    match node:
        case Literal(value):
            return value.raw
        case Unary("-", operand):
            return -_constant(operand)
        case TupleCons(items):
            return [_constant(item) for item in items]
        case ObjectCons(items):
            return {_constant(key): _constant(value) for key, value in items}
        case Traversal(root, steps):
            return ".".join([root, *map(str, steps)])
    raise NotImplementedError(node)


def converted(source: Path, target: Path) -> None:
    """Copy a directory, and write each file of it that Terraform can read in JSON."""
    shutil.copytree(source, target)
    for path in target.rglob("*.tf"):
        file = parse(path.read_bytes(), path.name)
        if not file.problems:
            path.with_suffix(".tf.json").write_text(json.dumps(in_json(file), ensure_ascii=False), encoding="utf-8")
            path.unlink()


def resources(directory: Path, loader: Loader) -> dict[str, Any]:
    """Return what a configuration says, but for what Terraform keeps to itself."""
    found = read_configuration(directory, loader, Variables()).resources
    left_out = {"depends_on", "provider", "lifecycle", "provisioner", "connection", "dynamic"}
    return {r.address: {k: said(r.values.get(k)) for k in r.values if k not in left_out} for r in found}


def said(value: Any) -> Any:
    """Return an argument that can be compared: of what is unknown the references, of what is refused nothing."""
    if any(unknown.why.en == REFUSED.en for unknown in unknowns(value)):
        return "refused"
    return json.dumps(value, default=lambda unknown: [str(ref) for ref in unknown.refs], sort_keys=True)


def unknowns(value: Any) -> Iterator[Unknown]:
    match value:
        case Unknown():
            yield value
        case dict():
            for inner in value.values():
                yield from unknowns(inner)
        case list():
            for inner in value:
                yield from unknowns(inner)


def roots(top: Path) -> Iterator[Path]:
    return (directory for directory in (top, *top.rglob("*")) if directory.is_dir() and any(directory.glob("*.tf")))


def compared(source: Path, target: Path) -> int:
    """Compare each root module of a directory with itself in JSON, and return how many resources there were."""
    converted(source, target)
    count, loaders = 0, (Loader(source), Loader(target))
    for root in roots(source):
        native = resources(root, loaders[0])
        assert resources(target / root.relative_to(source), loaders[1]) == native, root
        count += len(native)
    return count


@pytest.mark.parametrize("example", sorted(ROOT.glob("examples/*/main.tf")), ids=lambda path: path.parent.name)
def test_an_example_says_the_same_in_json(example: Path, tmp_path: Path) -> None:
    assert compared(example.parent, tmp_path / "json") > 0


def test_real_modules_say_the_same_in_json(shared: Path, tmp_path: Path) -> None:
    modules = sorted((shared / "corpora/modules").iterdir())
    assert sum(compared(module, tmp_path / module.name) for module in modules if module.is_dir()) > 500


def test_an_object_that_is_counted_into_is_a_block(tmp_path: Path) -> None:
    document = {
        "resource": {"alicloud_instance": {"a": {"data_disks": {"size": 20}, "tags": {"0": "zero"}}}},
        "locals": {
            "size": "${alicloud_instance.a.data_disks[0].size}",
            "old": "${alicloud_instance.a.data_disks.0.size}",
        },
    }
    (tmp_path / "main.tf.json").write_text(json.dumps(document), encoding="utf-8")
    instance, _ = open_root(tmp_path, Loader(tmp_path), Variables())
    for name in ("size", "old"):
        assert evaluate(parse_expression(f"local.{name}".encode()), instance).raw == 20


BLOCKS: Final = """
resource "alicloud_x" "a" {
  tags = { "0" = "zero" }
  one {
    size = 20
    inner {
      x = "y"
    }
  }
  many {
    size = 1
  }
  many {
    size = 2
  }
}
locals {
  whole = alicloud_x.a
  zero  = 0
}
"""
BLOCKS_IN_JSON: Final = {
    "resource": {
        "alicloud_x": {
            "a": {
                "tags": {"0": "zero"},
                "one": {"size": 20, "inner": {"x": "y"}},
                "many": [{"size": 1}, {"size": 2}],
            }
        }
    },
    "locals": {"whole": "${alicloud_x.a}", "zero": 0},
}


@pytest.mark.parametrize(
    "expression",
    [
        "alicloud_x.a.one[0].size",
        "alicloud_x.a.one[local.zero].size",
        "alicloud_x.a.one[0].computed",
        "alicloud_x.a.one[*].size",
        "alicloud_x.a.one[*].computed",
        "alicloud_x.a.one[0].inner[0].x",
        "alicloud_x.a.one[0].inner[local.zero].computed",
        "local.whole.one[local.zero].inner[*].x",
        "one(alicloud_x.a.one).inner[0].x",
        "tolist(alicloud_x.a.one)[0].computed",
        "alicloud_x.a.many[1].size",
        "alicloud_x.a.many[1].computed",
        "[for m in alicloud_x.a.many : m.computed]",
        "length(alicloud_x.a.many)",
        'alicloud_x.a.tags["0"]',
        "try(alicloud_x.a.tags.none, 7)",
        "alicloud_x.a.one[1].size",
    ],
)
def test_blocks_in_json_are_used_as_blocks_are(expression: str, tmp_path: Path) -> None:
    (tmp_path / "hcl").mkdir()
    (tmp_path / "hcl/main.tf").write_text(BLOCKS, encoding="utf-8")
    (tmp_path / "json").mkdir()
    (tmp_path / "json/main.tf.json").write_text(json.dumps(BLOCKS_IN_JSON), encoding="utf-8")
    assert answered(tmp_path / "json", expression) == answered(tmp_path / "hcl", expression)


def answered(directory: Path, expression: str) -> Any:
    """Return the value of an expression and what it points at, or that it is refused."""
    instance, _ = open_root(directory, Loader(directory), Variables())
    try:
        found = evaluate(parse_expression(expression.encode()), instance)
    except EvaluationError as error:
        return str(error).partition(":")[0]
    return json_text(found, '"?"'), [str(ref) for reason in reasons(found) for ref in reason.refs]
