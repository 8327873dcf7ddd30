"""What all module instances of one root share: what was read, what went wrong, what is being evaluated."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from icplint.model.origin import Origin
from icplint.model.reading import Problem, Unread
from icplint.model.text import Text
from icplint.terraform.beside import Beside
from icplint.terraform.modules import Loader, Module
from icplint.terraform.scope import CycleError


@dataclass(slots=True)
class Run:
    """What all module instances of one root share: the loader, the journal of what went wrong, the count of work."""

    loader: Loader
    root: Module
    workspace: str = "default"
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    cycles: list[Problem] = field(default_factory=list)
    """The rings that evaluation ran into."""
    unread: dict[str, Unread] = field(default_factory=dict)
    evaluated: int = 0
    instances: int = 0
    ring: list[str] = field(default_factory=list)
    """The names that are being evaluated, each needing the next."""

    around: Beside = field(init=False)

    def __post_init__(self) -> None:
        self.around = Beside(self.root.directory, self.loader)

    @property
    def tree(self) -> Path:
        """The tree that functions may read files of: where icplint runs, if the root module is in there."""
        base = self.loader.base
        return base if self.root.directory.is_relative_to(base) else self.root.directory

    def problem(self, text: Text, origin: Origin) -> None:
        """Note an error once, however often it is met."""
        self.problems.setdefault((str(origin), text.say("en")), Problem(text, origin))

    def enter(self, name: str) -> None:
        """Begin to evaluate a name; one that needs itself is a ring."""
        if name in self.ring:
            raise CycleError(f"Cycle: {' -> '.join([*self.ring[self.ring.index(name) :], name])}")
        self.ring.append(name)
