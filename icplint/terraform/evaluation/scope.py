"""What names mean where an expression stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Protocol

from icplint.model.dataclass import dataclass
from icplint.terraform.functions.function import Context
from icplint.terraform.syntax.tree import Expression, File, Traversal
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.value import NULL, Value


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


Evaluate = Callable[[Expression, Scope], Value]
"""What evaluates one expression: what evaluates others on its way takes it as its first argument."""


def locate_error(error: EvaluationError, file: File) -> None:
    """Say where the expression that is to blame stands, now that it is known in which file."""
    if error.origin is None and error.start is not None:
        error.origin = file.origin(error.start)
