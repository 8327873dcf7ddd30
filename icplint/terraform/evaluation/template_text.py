"""Rendering the text of a template: it is read as a heredoc, whose rules are a template file's."""

from __future__ import annotations

from dataclasses import replace

from icplint.terraform.evaluation.scope import Child, Empty, Evaluate
from icplint.terraform.functions.function import Context, RefusalError, quoted
from icplint.terraform.syntax.heredocs import as_heredoc, without_newline
from icplint.terraform.syntax.parse import EXPRESSION_AT, parse_expression
from icplint.terraform.syntax.recovery import DEEP as NESTED
from icplint.terraform.syntax.references import references
from icplint.terraform.syntax.tree import Refused, Traversal
from icplint.terraform.values import limits
from icplint.terraform.values.budget import DEEP, METER, refuse
from icplint.terraform.values.errors import EvaluationError, TooLargeError
from icplint.terraform.values.value import Value


def rendered(evaluate: Evaluate, name: str, text: str, source: str, variables: Value, context: Context) -> Value:
    """Return what the template makes of a known map of variables.

    `name` is the function that renders, `source` what messages call the text.
    """
    METER.spend(len(text) // limits.PARSED)
    wrapped, opening = as_heredoc(text)
    try:
        node = without_newline(parse_expression(wrapped))
    except Refused as refused:
        if refused.text == NESTED:
            refuse(DEEP)
        raise RefusalError(f"{source}: {refused.text.say('en')}") from None
    for reference in references(node):
        if reference.root not in variables.raw:
            place = f"{source}:{_place(text, reference, opening)}"
            raise RefusalError(f"vars map does not contain key {quoted(reference.root)}, referenced at {place}", 1)
    try:
        return evaluate(node, Child(variables.raw, Empty(replace(context, within=name))))
    except TooLargeError as error:
        error.start = None  # the place is that of the call, not one in the template
        raise
    except EvaluationError as error:
        raise RefusalError(f"{source}: {str(error).removesuffix('.')}") from None


def _place(text: str, reference: Traversal, opening: int) -> str:
    """Return line and columns of a reference's first name."""
    before = text.encode()[: max(reference.start - opening - EXPRESSION_AT, 0)].decode(errors="replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return f"{line},{column}-{column + len(reference.root)}"
