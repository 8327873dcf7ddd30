"""Terraform's JSON syntax -> the same tree as the native syntax.

What a string means depends on where it stands: most are templates, some stand for themselves, some are expressions;
and how deep labels nest depends on the kind of block. Source: developer.hashicorp.com/terraform/language/syntax/json.

Whether an object inside a resource is an argument or a block, only the provider knows. It is lowered as an argument,
whose value is an object, or a tuple of objects: readers take both for what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from icplint.model.text import Text
from icplint.terraform.syntax.json_document import Array, Member, Node, Object, Scalar, String, read
from icplint.terraform.syntax.json_shapes import NESTED, TERRAFORM, Reader, Shape
from icplint.terraform.syntax.json_strings import literal, template
from icplint.terraform.syntax.lowering import DUPLICATE
from icplint.terraform.syntax.parse import LARGE
from icplint.terraform.syntax.tree import (
    Attribute,
    Block,
    Body,
    Expression,
    File,
    Literal,
    ObjectCons,
    Refused,
    SyntaxProblem,
    TupleCons,
)
from icplint.terraform.values import limits
from icplint.terraform.values.value import NULL

_ROOT: Final = Text(
    en="the file must hold a JSON object, or a list of objects", zh="文件内容必须是 JSON 对象或由对象组成的列表"
)
_OBJECT: Final = Text(en="the file must hold a JSON object", zh="文件内容必须是 JSON 对象")
_BODY: Final = Text(
    en="an object with the arguments of {kind} belongs here, or a list of such objects",
    zh="此处应为包含 {kind} 参数的对象，或由此类对象组成的列表",
)
_LABELS: Final = Text(
    en="an object belongs here whose keys are the {label} of each {kind}, and there must be one at least",
    zh="此处应为对象，以各个 {kind} 的 {label} 为键，且至少有一个键",
)
_TWICE: Final = Text(en="key {name} is set twice in one object", zh="同一对象中重复设置了键 {name}")


def parse_json(source: bytes, path: str, top: Shape = TERRAFORM) -> File:
    """Return the file's tree; what Terraform would refuse is in its `problems`, the rest of it is still there.

    `top` says which blocks a file has: those of Terraform, or of a neighbour that writes the same syntax.
    """
    lowering = _Lowering(source, top)
    try:
        body = lowering.file(_read(source))
    except Refused as refused:
        return File(path, source, Body({}, []), (SyntaxProblem(refused.text, refused.start),))
    return File(path, source, body, tuple(lowering.problems))


def parse_json_values(source: bytes, path: str) -> File:
    """Return the tree of a `.tfvars.json` file, in which strings stand for themselves."""
    lowering = _Lowering(source)
    try:
        body = lowering.values(_read(source))
    except Refused as refused:
        return File(path, source, Body({}, []), (SyntaxProblem(refused.text, refused.start),))
    return File(path, source, body, tuple(lowering.problems))


def _read(source: bytes) -> Node:
    if len(source) > limits.FILE:
        raise Refused(LARGE.using(most=limits.FILE >> 20), 0)
    return read(source)


class _Lowering:
    """Walks one document. Problems are collected; a block that has one is left out."""

    def __init__(self, source: bytes, top: Shape = TERRAFORM) -> None:
        self.source = source
        self.top = top
        self.problems: list[SyntaxProblem] = []

    def file(self, root: Node) -> Body:
        """Return the top-level body."""
        members = _members(root)
        if members is None:
            raise Refused(_ROOT, root.start)
        whole = Body({}, [])
        for member in members:
            name, value = member.name.text, member.value
            if name == "//":
                continue
            if (shape := self.top.blocks.get(name)) is not None:
                whole.blocks.extend(self._blocks(name, value, shape, (), member.name.start))
            elif (reader := self.top.readers.get(name)) is not None:
                if attribute := self._attribute(member, reader):
                    whole.attributes[name] = attribute
            elif isinstance(value, Object | Array):
                whole.blocks.append(Block(name, (), Body({}, []), member.name.start, value.end))
            else:
                missing = Literal(NULL, value.start)
                whole.attributes[name] = Attribute(name, missing, member.name.start, value.start, value.end)
        return whole

    def values(self, root: Node) -> Body:
        """Return the values of variables."""
        if isinstance(root, Object):
            return self.body(root.members, Shape(otherwise=literal))
        raise Refused(_OBJECT, root.start)

    def _blocks(self, kind: str, node: Node, shape: Shape, labels: tuple[str, ...], start: int) -> Iterator[Block]:
        """Yield the blocks that stand below the labels so far: one for an object, one for each in a list."""
        if len(labels) < len(shape.labels) and not _is_bare(node, shape):
            members = _members(node)
            if not members:
                self._problem(_LABELS.using(kind=kind, label=shape.labels[len(labels)]), node.start)
            for member in members or ():
                yield from self._blocks(kind, member.value, shape, (*labels, member.name.text), member.name.start)
            return
        several = isinstance(node, Array)
        for one in node.items if isinstance(node, Array) else (node,):
            members = _members(one)
            if members is None:
                self._problem(_BODY.using(kind=kind), one.start)
            elif not isinstance(one, Scalar):
                known = len(self.problems)
                body = self.body(members, shape)
                if len(self.problems) == known:
                    yield Block(kind, labels, body, one.start if several else start, one.end)

    def body(self, members: Sequence[Member], shape: Shape) -> Body:
        """Return the arguments and blocks of a body."""
        whole = Body({}, [])
        expanded = _expanded(members) if "dynamic" in shape.blocks else frozenset()
        for member in members:
            name, value = member.name.text, member.value
            if name == "//":
                continue
            if name in shape.blocks or name in expanded:
                inner = shape.blocks.get(name, NESTED)
                whole.blocks.extend(self._blocks(name, value, inner, (), member.name.start))
            elif name in whole.attributes:
                self._problem(DUPLICATE.using(name=name), member.name.start)
            elif attribute := self._attribute(member, shape.readers.get(name, shape.otherwise)):
                whole.attributes[name] = attribute
        return whole

    def _attribute(self, member: Member, reader: Reader) -> Attribute | None:
        name, value = member
        try:
            expression = self._expression(value, reader)
        except Refused as refused:
            self._problem(refused.text, refused.start)
            return None
        return Attribute(name.text, expression, name.start, value.start, value.end)

    def _expression(self, node: Node, reader: Reader) -> Expression:
        match node:
            case Scalar(value, start):
                return Literal(value, start)
            case String():
                return reader(node, self.source)
            case Array(items, start):
                return TupleCons(tuple(self._expression(item, reader) for item in items), start)
            case Object(members, start):
                return ObjectCons(tuple(self._items(members, reader)), start)

    def _items(self, members: Sequence[Member], reader: Reader) -> Iterator[tuple[Expression, Expression]]:
        known: set[str] = set()
        for name, value in members:
            if name.text in known:
                raise Refused(_TWICE.using(name=name.text), name.start)
            known.add(name.text)
            key = template(name, self.source) if reader is template else literal(name, self.source)
            yield key, self._expression(value, literal if name.text == "//" else reader)

    def _problem(self, text: Text, start: int) -> None:
        self.problems.append(SyntaxProblem(text, start))


def _members(node: Node) -> Sequence[Member] | None:
    """Return the members of an object, or of all objects of a list; none of a null; None of anything else."""
    match node:
        case Object(members):
            return members
        case Array(items) if all(isinstance(item, Object) for item in items):
            return [member for item in items if isinstance(item, Object) for member in item.members]
        case Scalar(value) if value.null:
            return ()
        case _:
            return None


def _is_bare(node: Node, shape: Shape) -> bool:
    """Whether an object is the body itself, although blocks of its kind may have labels."""
    members = _members(node) if shape.bare else None
    return any(member.name.text == shape.bare and isinstance(member.value, String) for member in members or ())


def _expanded(members: Sequence[Member]) -> frozenset[str]:
    """Return the names that `dynamic` blocks stand for: what else has such a name is a block, too."""
    return frozenset(
        label.name.text for member in members if member.name.text == "dynamic" for label in _members(member.value) or ()
    )
