"""Functions that render a template."""

from __future__ import annotations

from functools import cache, partial
from typing import Final

from icplint.model.regex import regex
from icplint.terraform.evaluation.scope import Evaluate
from icplint.terraform.evaluation.template_text import rendered
from icplint.terraform.functions.function import Context, Function, Parameter, RefusalError, quoted, table
from icplint.terraform.functions.reading import UnreadFile, contents, path_text
from icplint.terraform.values.conversion import convert
from icplint.terraform.values.types import DYNAMIC, STRING, MapType, ObjectType, Type
from icplint.terraform.values.value import Value, deep_marks, deep_unmarked, string, unknown_from

_NAME: Final = regex(r"[^\W\d_][\w-]*|_[\w-]*")


def _checked(evaluate: Evaluate, name: str, text: str, source: str, variables: Value, context: Context) -> Value:
    if context.within is not None:
        raise RefusalError(f"cannot recursively call {name} from inside another template function")
    if not isinstance(variables.type, MapType | ObjectType):
        raise RefusalError("invalid vars value: must be a map", 1)
    for variable in variables.raw:
        if not _NAME.fullmatch(variable):
            raise RefusalError(
                f"invalid template variable name {quoted(variable)}: must start with a letter, followed by zero or "
                "more letters, digits, and underscores",
                1,
            )
    result = rendered(evaluate, name, text, source, variables, context)
    if result.null:
        raise RefusalError(
            "Template result is null: The result of the template is null, which is not a valid result for a "
            "templatestring call"
        )
    return result


def _templatefile(evaluate: Evaluate, arguments: list[Value], context: Context) -> Value:
    path, variables = arguments
    marks = path.marks | deep_marks(variables)
    if not (path.known and variables.known):
        return unknown_from(DYNAMIC, arguments)
    data = contents(context, path.raw, path.marks)
    if isinstance(data, UnreadFile):
        found = data.value(DYNAMIC)
        return unknown_from(DYNAMIC, [found, variables]).marked(marks)
    try:
        text = string(data.decode()).raw
    except UnicodeDecodeError:
        raise RefusalError(f"contents of {path_text(path.raw, path.marks)} are not valid UTF-8") from None
    return _checked(evaluate, "templatefile", text, path.raw, deep_unmarked(variables), context).marked(marks)


def _template_type(arguments: list[Value]) -> Type:
    template = arguments[0]
    if template.type not in {STRING, DYNAMIC} or template.null:
        raise RefusalError("invalid template value: a string is required", 0)
    return STRING


def _templatestring(evaluate: Evaluate, arguments: list[Value], context: Context) -> Value:
    template, variables = arguments
    if not template.known:
        return unknown_from(STRING, arguments)
    source = "<templatestring argument>"
    result = _checked(evaluate, "templatestring", template.raw, source, variables, context)
    return convert(result, STRING).marked(template.marks)


@cache
def template_functions(evaluate: Evaluate) -> dict[str, Function]:
    """Return the functions that render a template, whose expressions `evaluate` evaluates."""
    return table(
        Function(
            "templatefile",
            (Parameter("path", STRING, unknown=True, marked=True), Parameter("vars", unknown=True, marked=True)),
            None,
            DYNAMIC,
            partial(_templatefile, evaluate),
        ),
        Function(
            "templatestring",
            (Parameter("template", null=True, unknown=True, marked=True, untyped=True), Parameter("vars")),
            None,
            _template_type,
            partial(_templatestring, evaluate),
        ),
    )
