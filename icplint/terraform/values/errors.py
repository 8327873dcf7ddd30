"""What evaluation may raise: what Terraform would refuse, and what would take too much."""

from __future__ import annotations

from icplint.model.origin import Origin
from icplint.model.text import Text


class EvaluationError(Exception):
    """What Terraform would refuse, in Terraform's words; `try` and `can` catch it.

    `start` is the byte offset of the expression that is to blame, `origin` its place once the file is known.
    """

    start: int | None = None
    origin: Origin | None = None


class UndeclaredError(EvaluationError):
    """A reference to what is not declared: Terraform refuses it before it evaluates, so `try` does not catch it."""


class TooLargeError(UndeclaredError):
    """What icplint does not evaluate though Terraform might: so `try` must not go on as if Terraform refused it."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.say("en"))
        self.why = why
