"""What names mean where an expression stands, and the one table by which expressions are evaluated."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from icplint.terraform.budget import METER
from icplint.terraform.functions.function import Context
from icplint.terraform.syntax import Expression, File, Traversal
from icplint.terraform.values import NULL, EvaluationError, UndeclaredError, Value


class CycleError(UndeclaredError):
    """A ring of references, which Terraform refuses before it evaluates anything."""


class Scope(Protocol):
    """What names mean where an expression stands."""

    context: Context

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """Return the value that the traversal starts from and how many of its steps that used up.

        Raises UndeclaredError where Terraform would refuse the reference before evaluating.
        """
        ...


@dataclass(slots=True)
class Child:
    """A scope with a few names of its own: `for` variables, `each`, a splat's element, a dynamic block's iterator."""

    names: Mapping[str, Value]
    outer: Scope
    item: Value = NULL
    context: Context = field(init=False)

    def __post_init__(self) -> None:
        self.context = self.outer.context

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """See `Scope.root`."""
        if traversal.root in self.names:
            return self.names[traversal.root], 0
        return self.outer.root(traversal)


@dataclass(slots=True)
class Empty:
    """A scope without any name."""

    context: Context

    def root(self, traversal: Traversal) -> tuple[Value, int]:
        """See `Scope.root`."""
        raise UndeclaredError(f'Reference to undeclared resource: "{traversal.root}" is not declared.')


EVALUATORS: Final[dict[type[Any], Callable[[Any, Scope], Value]]] = {}
"""From each kind of node to what evaluates it; `expressions.py` fills it."""


def evaluate(node: Expression, scope: Scope) -> Value:
    """Return the value of an expression; raises EvaluationError with what Terraform would say."""
    METER.left = left = METER.left - 1
    if left < 0:
        METER.exhausted()
    try:
        return EVALUATORS[type(node)](node, scope)
    except EvaluationError as error:
        if error.start is None:
            error.start = node.start
        raise


def placed(error: EvaluationError, file: File) -> None:
    """Say where the expression that is to blame stands, now that it is known in which file."""
    if error.origin is None and error.start is not None:
        error.origin = file.origin(error.start)
