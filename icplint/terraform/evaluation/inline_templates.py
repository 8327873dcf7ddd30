"""What `templatestring` takes as a template: a reference to one, as it comes from elsewhere."""

from __future__ import annotations

from typing import Final

from icplint.terraform.syntax.tree import (
    Expression,
    FunctionCall,
    GetAttr,
    Index,
    Literal,
    Splat,
    Template,
    Traversal,
    Wrapped,
)
from icplint.terraform.values.errors import EvaluationError

_LITERAL: Final = (
    "templatestring is only for rendering templates retrieved dynamically from elsewhere, and so does not support "
    "providing a literal template; consider using a template string expression instead"
)
_INLINE: Final = (
    "templatestring is only for rendering templates retrieved dynamically from elsewhere; to render an inline "
    "template, consider using a plain template string expression"
)
_QUOTED: Final = (
    "templatestring is only for rendering templates retrieved dynamically from elsewhere; to treat the inner "
    "expression as template syntax, write the reference expression directly without any template interpolation syntax"
)
_OTHER: Final = (
    "must be a direct reference to a single string from elsewhere, containing valid Terraform template syntax"
)


def refuse_inline(node: FunctionCall) -> None:
    """Refuse a template that is written where it is rendered: it has to come from elsewhere."""
    why = _why(node.arguments[0], expanded=node.expand and len(node.arguments) == 1)
    if why is not None and len(node.arguments) + node.expand > 1:
        raise EvaluationError(
            f'Invalid function argument: Invalid value for "template" parameter: invalid template expression: {why}.'
        )


def _why(template: Expression, *, expanded: bool) -> str | None:
    match template:
        case Literal(value) if isinstance(value.raw, str) and not expanded:
            return _LITERAL
        case Template():
            return _INLINE
        case Wrapped(quoted=True):
            return _QUOTED
    while isinstance(template, GetAttr | Index | Splat):
        template = template.source
    return None if isinstance(template, Traversal) else _OTHER
