"""Terraform's functions, by name; a family of functions is imported when one of them is called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import Final

from icplint.terraform.functions.function import Context, Function, RefusalError, left_unknown, unsupported
from icplint.terraform.functions.passing import passed_on
from icplint.terraform.functions.refined_results import refined
from icplint.terraform.values.budget import METER
from icplint.terraform.values.conversion import ConversionError, convert
from icplint.terraform.values.errors import EvaluationError, TooLargeError, UndeclaredError
from icplint.terraform.values.possible import combinations, one_of, open_to_all
from icplint.terraform.values.types import DYNAMIC, Type
from icplint.terraform.values.value import SENSITIVE, Value, deep_marks, deep_unmarked

_FAMILIES: Final = {
    "numeric": "abs ceil floor log max min parseint pow signum sum",
    "casing": "lower title upper",
    "string": "chomp endswith indent join replace split startswith strcontains trim trimprefix trimspace trimsuffix",
    "graphemes": "length strrev substr",
    "format": "format formatlist",
    "regex": "regex regexall",
    "truth": "alltrue anytrue coalesce coalescelist contains index one",
    "sequence": "compact concat distinct flatten list matchkeys range sort",
    "positions": "chunklist element reverse slice",
    "mapping": "keys lookup map values",
    "combining": "merge transpose zipmap",
    "sets": "setintersection setproduct setsubtract setunion",
    "encoding": (
        "base64decode base64encode base64gunzip base64gzip textdecodebase64 textencodebase64 urldecode urlencode"
    ),
    "documents": "csvdecode jsondecode jsonencode",
    "yaml_documents": "yamldecode yamlencode",
    "hashing": "base64sha256 base64sha512 bcrypt md5 rsadecrypt sha1 sha256 sha512 uuid uuidv5",
    "date": "formatdate plantimestamp timeadd timecmp timestamp",
    "network": "cidrcontains cidrhost cidrnetmask cidrsubnet cidrsubnets",
    "paths": "abspath basename dirname pathexpand",
    "filesystem": (
        "file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 filesha1 filesha256 filesha512 fileset"
    ),
    "conversion": ("ephemeralasnull issensitive nonsensitive sensitive tobool tolist tomap tonumber toset tostring"),
}
_FAMILY_OF: Final = {name: family for family, names in _FAMILIES.items() for name in names.split()}
NO_MORE: Final[Mapping[str, Function]] = MappingProxyType({})
HIDDEN: Final = "the reason is not shown, because an argument is sensitive"
_ELSEWHERE: Final = frozenset({"can", "templatefile", "templatestring", "try"})
"""Functions that evaluate expressions themselves: the caller provides them."""


def exists(name: str) -> bool:
    """Return whether Terraform has a function of that name; providers' own functions are not known."""
    name = name.removeprefix("core::")
    return name in _FAMILY_OF or name in _ELSEWHERE


def call(name: str, arguments: list[Value], context: Context, more: Mapping[str, Function] = NO_MORE) -> Value:
    """Return the result of a function, or raise EvaluationError with what Terraform would say.

    `more` are functions that the caller brings: those that evaluate expressions.

    An unknown result may be anything that is made of the arguments, unless it is known what the function passes on, or
    makes of each value that they may be.
    Source: github.com/zclconf/go-cty, cty/function, and github.com/hashicorp/hcl, hclsyntax.
    """
    result = _once(name, arguments, context, more)
    if not open_to_all(result):
        return result
    found: list[Value] = []
    for row in combinations(arguments):
        try:
            found.append(_once(name, row, context, more))
        except UndeclaredError:
            raise
        except EvaluationError:  # Terraform would refuse it if it came to that
            continue
    if not found:
        return result
    return Value(
        result.type, replace(one_of(result.type, found, result.raw).raw, within=result.raw.within), result.marks
    )


def _once(name: str, arguments: list[Value], context: Context, more: Mapping[str, Function]) -> Value:
    result = _looked_up(name, arguments, context, more)
    if result.known:
        return result
    return refined(name, arguments, passed_on(name, arguments, result) if open_to_all(result) else result)


def _looked_up(name: str, arguments: list[Value], context: Context, more: Mapping[str, Function]) -> Value:
    if name.startswith("provider::"):
        return unsupported(name, DYNAMIC, arguments)
    plain_name = name.removeprefix("core::")
    function = more.get(plain_name) or _found(plain_name)
    if function is None or not context.versions.have(plain_name):
        raise EvaluationError(_no_such(name))
    METER.spend(sum(argument.size for argument in arguments))
    _check_arity(name, function, len(arguments))
    return _called(name, function, _converted(function, arguments), context)


def _found(name: str) -> Function | None:
    if name not in _FAMILY_OF:
        return None
    family: dict[str, Function] = import_module(f"icplint.terraform.functions.{_FAMILY_OF[name]}").FUNCTIONS
    return family[name]


def _no_such(name: str) -> str:
    namespace, _, _ = name.rpartition("::")
    if not namespace:
        return f'There is no function named "{name}".'
    return (
        f'The function namespace "{namespace}" is not valid. Provider function calls must use the "provider::" '
        "namespace prefix."
    )


def _check_arity(name: str, function: Function, given: int) -> None:
    expected = len(function.parameters)
    if given < expected:
        qualifier = " at least" if function.variadic else ""
        missing = function.parameters[given].name
        raise EvaluationError(
            f'Function "{name}" expects{qualifier} {expected} argument(s). Missing value for "{missing}".'
        )
    if function.variadic is None and given > expected:
        raise EvaluationError(f'Function "{name}" expects only {expected} argument(s).')


def _converted(function: Function, arguments: list[Value]) -> list[Value]:
    values = []
    for position, argument in enumerate(arguments):
        parameter = function.parameter(position)
        try:
            values.append(convert(argument, parameter.kind))
        except ConversionError as error:
            why = _told(error, [argument])
            raise EvaluationError(f'Invalid value for "{parameter.name}" parameter: {why}.') from None
    return values


def _called(name: str, function: Function, arguments: list[Value], context: Context) -> Value:
    try:
        values, marks, decided = _prepared(function, arguments)
        if not decided:
            return left_unknown(name, DYNAMIC, arguments)
        kind = function.result if isinstance(function.result, Type) else function.result(values)
        parameters = [function.parameter(i) for i in range(len(values))]
        if not all(v.known or p.unknown for v, p in zip(values, parameters, strict=True)):
            return left_unknown(name, kind, arguments)
        return function.call(values, context).marked(marks)
    except RefusalError as refusal:
        raise EvaluationError(_worded(name, function, refusal, arguments)) from None
    except ConversionError as error:
        raise EvaluationError(f'Call to function "{name}" failed: {_told(error, arguments)}.') from None
    except TooLargeError:
        raise
    except EvaluationError as error:  # of a template, whose variables are not marked
        if _secret(arguments):
            error.args = (f'Call to function "{name}" failed: {HIDDEN}.',)
        raise


def _prepared(function: Function, arguments: list[Value]) -> tuple[list[Value], frozenset[str], bool]:
    """Return the arguments without the marks that the function does not take, those marks, and whether to go on.

    A value without a type leaves the result unknown where the function does not take one; a null is refused.
    """
    values = list(arguments)
    marks: frozenset[str] = frozenset()
    for position, value in enumerate(arguments):
        parameter = function.parameter(position)
        if value.null and not parameter.null:
            raise RefusalError("argument must not be null", position, safe=True)
        if value.type is DYNAMIC and not parameter.untyped:
            return values, marks, False
        if not parameter.marked:
            marks |= deep_marks(value)
            values[position] = deep_unmarked(value)
    return values, marks, True


def _worded(name: str, function: Function, refusal: RefusalError, arguments: list[Value]) -> str:
    why = str(refusal) if refusal.safe or not _secret(arguments) else HIDDEN
    if refusal.at is not None and refusal.at < len(arguments):
        return f'Invalid value for "{function.parameter(refusal.at).name}" parameter: {why}.'
    return f'Call to function "{name}" failed: {why}.'


def _told(error: ConversionError, arguments: list[Value]) -> str:
    """Return why something cannot be converted; only what stands in quotes is of a value, the rest is of types."""
    return HIDDEN if '"' in str(error) and _secret(arguments) else str(error)


def _secret(arguments: list[Value]) -> bool:
    return any(deep_marks(argument) >= SENSITIVE for argument in arguments)
