"""What a check is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.dataclass import dataclass
from icplint.model.text import Text
from icplint.model.vocabulary import Node
from icplint.policy import Policy


class Severity(StrEnum):
    """How bad a violation is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A question about one kind of node; yes is a violation, no is compliance.

    `violation` reads `{key}` (the subject) and `{domain}` (the registrable domain that a filing is made for).
    `severity` is a word or, where the policy changed it, a function of the policy; where `grave` holds of a subject, a
    violation is an error nevertheless. `concerns`: the check is asked of those nodes of the kind only.
    """

    code: str
    name: str
    severity: Severity | Callable[[Policy], Severity]
    subject: type[Node]
    violation: Text
    remedy: Text
    ask: Callable[[Graph, Any], Answer]
    grave: Callable[[Graph, Any], bool] | None = None
    concerns: Callable[[Graph, Any], bool] | None = None

    def answers_to(self, word: str) -> bool:
        """Return whether a word names this check: its name, its code, or a prefix of the code such as `ICP2`."""
        return word == self.name or self.code.startswith(word.upper())

    def weight(self, policy: Policy) -> Severity:
        """Return the severity on the policy's day, as a rule."""
        return self.severity if isinstance(self.severity, Severity) else self.severity(policy)

    def weight_of(self, graph: Graph, node: Node) -> Severity:
        """Return the severity of a violation by one subject."""
        return Severity.ERROR if self.grave and self.grave(graph, node) else self.weight(graph.policy)
