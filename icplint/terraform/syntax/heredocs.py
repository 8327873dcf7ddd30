"""A text as a heredoc, in which quotes and backslashes mean nothing: so the parser reads it as the template it is."""

from __future__ import annotations

from icplint.terraform.syntax.tree import Expression, Literal, Template, TemplateFor, TemplateIf
from icplint.terraform.values.value import string


def as_heredoc(text: str) -> tuple[bytes, int]:
    """Return a heredoc of the text and the newline that it needs, and at which byte the text starts."""
    delimiter = "END"
    while delimiter in text:
        delimiter += "_"
    opening = f"<<{delimiter}\n"
    return f"{opening}{text}\n{delimiter}".encode(), len(opening)


def without_newline(node: Expression) -> Expression:
    """Take back the newline that a heredoc needs; what is left may be an interpolation alone, which is not a string."""
    match node:
        case Literal(value):
            return Literal(string(value.raw.removesuffix("\n")), node.start)
        case Template((*parts, Literal(value))) if value.raw.endswith("\n"):
            rest = value.raw.removesuffix("\n")
            kept = (*parts, Literal(string(rest), node.start)) if rest else tuple(parts)
            if len(kept) == 1 and not isinstance(kept[0], TemplateIf | TemplateFor):
                return kept[0]
            return Template(kept, node.start)
    return node
