"""The expression and block tree of a Terraform file, each node with the byte offset where it starts.

Nodes are NamedTuples: as immutable as frozen dataclasses, and three times as fast to make, of which a large repository
needs a hundred thousand.
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple, Protocol

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.text import Text
from icplint.terraform.syntax.lines import SHORT, LineIndex, place
from icplint.terraform.values.value import Value


class Expression(Protocol):
    """Any of the nodes below; a union of tuples that hold each other costs mypy minutes."""

    @property
    def start(self) -> int:
        """The byte offset where the expression begins."""
        ...


class Literal(NamedTuple):
    value: Value
    start: int


class Deep(NamedTuple):
    """What is nested so deeply that it is not read."""

    start: int


class Traversal(NamedTuple):
    """A reference with constant steps: `alicloud_instance.web[0].public_ip`. A step is a name or a constant key."""

    root: str
    steps: tuple[str | Value, ...]
    start: int


class GetAttr(NamedTuple):
    source: Expression
    name: str
    start: int


class Index(NamedTuple):
    source: Expression
    key: Expression
    start: int


class Splat(NamedTuple):
    """`source[*].steps` (full) or `source.*.steps`: the steps apply to each element."""

    source: Expression
    each: Expression
    start: int


class SplatItem(NamedTuple):
    """What stands for the element inside a splat's `each`."""

    start: int


class Wrapped(NamedTuple):
    """An expression in parentheses, or `quoted` as `"${x}"`, where Terraform tells that from the expression alone."""

    inner: Expression
    quoted: bool
    start: int


class Template(NamedTuple):
    parts: tuple[Expression, ...]
    start: int


class TemplateIf(NamedTuple):
    condition: Expression
    then: Template
    otherwise: Template
    start: int


class TemplateFor(NamedTuple):
    key: str | None
    value: str
    collection: Expression
    body: Template
    start: int


class Unary(NamedTuple):
    operator: str
    operand: Expression
    start: int


class Binary(NamedTuple):
    """Operators in a row, each applied to what is left of it: as many as there are, in one node."""

    first: Expression
    rest: tuple[tuple[str, Expression], ...]
    start: int


class Conditional(NamedTuple):
    condition: Expression
    then: Expression
    otherwise: Expression
    start: int


class FunctionCall(NamedTuple):
    name: str
    arguments: tuple[Expression, ...]
    expand: bool
    start: int


class TupleCons(NamedTuple):
    items: tuple[Expression, ...]
    start: int


class ObjectCons(NamedTuple):
    items: tuple[tuple[Expression, Expression], ...]
    start: int


class ForTuple(NamedTuple):
    key: str | None
    value: str
    collection: Expression
    body: Expression
    condition: Expression | None
    start: int


class ForObject(NamedTuple):
    key: str | None
    value: str
    collection: Expression
    body_key: Expression
    body: Expression
    condition: Expression | None
    group: bool
    start: int


class Attribute(NamedTuple):
    """`name = expression`; `start` is where the name stands, `value_start` and `end` bound the expression."""

    name: str
    expression: Expression
    start: int
    value_start: int
    end: int


class Block(NamedTuple):
    kind: str
    labels: tuple[str, ...]
    body: Body
    start: int
    end: int


class Body(NamedTuple):
    attributes: dict[str, Attribute]
    blocks: list[Block]


class SyntaxProblem(NamedTuple):
    """What Terraform would refuse, and where."""

    text: Text
    start: int


class Refused(Exception):  # noqa: N818 - it reads as what it says
    """A construct that Terraform's parser refuses."""

    def __init__(self, text: Text, start: int) -> None:
        super().__init__(text.say("en"))
        self.text = text
        self.start = start


@dataclass(frozen=True)
class File:
    """One parsed file: `path` as shown to the user, the blocks that could be read, and what could not."""

    path: str
    source: bytes
    body: Body
    problems: tuple[SyntaxProblem, ...] = ()

    def origin(self, start: int, address: str | None = None) -> Origin:
        """Return the place of a byte offset: line and column from 1, the column in characters."""
        line, column = place(self.source, start) if len(self.source) < SHORT else self._lines.place(start)
        return Origin(file=self.path, line=line, column=column, address=address)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.source)
