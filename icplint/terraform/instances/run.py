"""What all module instances of one root share: what was read, what went wrong, what is being evaluated."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import NoReturn, Protocol, TypeVar

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Problem, Unread
from icplint.model.text import Text
from icplint.terraform.evaluation.scope import CycleError
from icplint.terraform.modules.beside import Beside
from icplint.terraform.modules.loader import Loader, Module
from icplint.terraform.values import budget, limits, reasons
from icplint.terraform.values.budget import METER
from icplint.terraform.values.errors import EvaluationError, TooLargeError
from icplint.terraform.values.value import UnknownReason, Value

Found = TypeVar("Found")


class DeferredError(Exception):
    """A name that is evaluated first, by `again`, since those that need it, `needing`, fill the stack of calls."""

    def __init__(self, name: str, again: Callable[[], object], ring: list[str]) -> None:
        super().__init__(name)
        self.name = name
        self.again = again
        self.needing = ring


class OtherRoots(Protocol):
    """The other root modules of the run, whose outputs a root module may read."""

    def read(
        self, directory: Path, address: str, written: Callable[[str], Value], reason: UnknownReason
    ) -> Value | None:
        """Return the `outputs` of a data source that reads one of them; None where it reads no such root.

        `directory` is that of the root which reads, `written` returns an argument of the data source called `address`,
        and `reason` says why its attributes are not known otherwise.
        """
        ...


@dataclass(slots=True)
class Run:
    """What all module instances of one root share: the loader, the journal of what went wrong, the count of work."""

    loader: Loader
    root: Module
    workspace: str = "default"
    neighbours: Callable[[], OtherRoots] | None = None
    """The other roots, whose outputs it may read."""
    name: str = ""
    """What references to its resources call it, where it is read for another root."""
    planned: bool = False
    """Whether a plan of it says what it holds."""
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    cycles: list[Problem] = field(default_factory=list)
    """The rings that evaluation ran into."""
    unread: dict[str, Unread] = field(default_factory=dict)
    evaluated: int = 0
    instances: int = 0
    """How many there are so far of blocks that multiply, see `limits.INSTANCES`."""
    evaluating: list[str] = field(default_factory=list)
    """The names that are being evaluated, each needing the next."""
    base: int | None = None
    """How many of them there were where `without_stack_limit` began, which can evaluate a name first."""
    waiting: dict[str, None] = field(default_factory=dict)
    """The names that will be evaluated again when one that they need is known."""
    failed: dict[str, EvaluationError] = field(default_factory=dict)
    """What was evaluated first, and is refused."""

    around: Beside = field(init=False)

    def __post_init__(self) -> None:
        self.around = Beside(self.root.directory, self.loader)

    @property
    def tree(self) -> Path:
        """The tree that functions may read files of."""
        return self.loader.trees.around(self.root.directory).top

    @property
    def full(self) -> bool:
        """Whether there are so many instances that no more modules are read."""
        return self.instances >= limits.INSTANCES

    def problem(self, text: Text, origin: Origin) -> None:
        """Note an error once, however often it is met."""
        self.problems.setdefault((str(origin), text.say("en")), Problem(text, origin))

    def too_large(self, name: str, error: TooLargeError, origin: Origin) -> UnknownReason:
        """Return why the value of a name is not known that is too large to evaluate."""
        place = error.origin or origin
        why = reasons.TOO_LARGE.using(name=name, why=error.why)
        return UnknownReason(why, settle=reasons.SETTLE_TOO_LARGE.using(place=str(place)))

    # Names that need names

    def enter(self, name: str, again: Callable[[], object]) -> None:
        """Begin to evaluate a name, as `again` does; one that needs itself is a ring."""
        if name in self.evaluating or name in self.waiting:
            around = [*self.waiting, *self.evaluating]
            raise CycleError(f"Cycle: {' -> '.join([*around[around.index(name) :], name])}")
        if name in self.failed:
            raise self.failed[name]
        if self.base is not None and len(self.evaluating) - self.base >= limits.NAMES:
            self.defer(name, again)
        self.evaluating.append(name)

    def defer(self, name: str, again: Callable[[], object]) -> NoReturn:
        """Leave what is being evaluated until a name is known; where nothing needs it, there is nothing to leave."""
        ring = [one for one in self.evaluating[self.base :] if one != name]
        if self.base is None or not ring:
            raise RecursionError
        raise DeferredError(name, again, ring)

    def without_stack_limit(self, compute: Callable[[], Found]) -> Found:
        """Return what `compute` returns, however long a chain of names it needs; raises EvaluationError."""
        base, self.base = self.base, len(self.evaluating)
        outside = METER.begin()
        try:
            return compute()
        except (DeferredError, RecursionError):
            return self._in_turn(compute)
        except MemoryError:
            raise TooLargeError(budget.MEMORY) from None
        finally:
            METER.end(outside)
            self.base = base

    def _in_turn(self, compute: Callable[[], Found]) -> Found:
        """Evaluate first what was deferred, then again what needs it, which gets a step further each time."""
        usual = sys.getrecursionlimit()
        sys.setrecursionlimit(max(usual, limits.CALLS))
        waiting: list[DeferredError] = []
        try:
            while True:
                try:
                    if not waiting:
                        return compute()
                    waiting[-1].again()
                except DeferredError as deferred:
                    self.waiting |= dict.fromkeys(deferred.needing)
                    waiting.append(deferred)
                    continue
                except RecursionError:
                    raise TooLargeError(budget.DEEP) from None
                except EvaluationError as error:
                    if not waiting:
                        raise
                    self.failed[waiting[-1].name] = error
                for name in waiting.pop().needing:
                    del self.waiting[name]
        finally:
            for left in waiting:
                for name in left.needing:
                    del self.waiting[name]
            sys.setrecursionlimit(usual)
