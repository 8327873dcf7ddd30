"""The values of a module instance's input variables, and the names that Terraform itself defines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.instances.resource_values import shaped
from icplint.terraform.modules.loader import Declared
from icplint.terraform.modules.variables import Constraint, constraint
from icplint.terraform.values import reasons
from icplint.terraform.values.conversion import ConversionError
from icplint.terraform.values.errors import EvaluationError, UndeclaredError
from icplint.terraform.values.value import SENSITIVE, UnknownReason, Value, deep_marks, string, unknown

if TYPE_CHECKING:
    from icplint.terraform.instances.module_scope import ModuleScope


HIDDEN: Final = "the reason is not shown, because the value is sensitive"


def input_value(instance: ModuleScope, name: str, declared: Declared) -> Value:
    """Return the value of an input variable, converted to its type; unknown where it has no value."""
    kind = constraint_of(declared)
    nullable = flag(instance, declared, "nullable", default=True)
    default = declared.attribute("default")
    given = shaped(instance.inputs[name](), kind.kind) if name in instance.inputs else None
    if (given is None or (given.null and not nullable)) and default is not None:
        given = instance.evaluate(default.expression, declared.file)
    if given is None:
        why = reasons.NO_VALUE.using(name=name)
        given = unknown(kind.kind, UnknownReason(why, settle=instance.run.around.settle_variable(name)))
    if given.null and not nullable:
        raise EvaluationError(
            "Required variable not set: The given value is not suitable for "
            f"{instance.absolute(f'var.{name}')}: required variable may not be set to null."
        )
    sensitive = flag(instance, declared, "sensitive", default=False)
    try:
        result = kind.apply(given)
    except ConversionError as error:
        told = HIDDEN if sensitive or deep_marks(given) >= SENSITIVE else error
        raise EvaluationError(
            "Invalid value for input variable: The given value is not suitable for "
            f"{instance.absolute(f'var.{name}')} declared at {declared.origin}: {told}."
        ) from None
    return result.marked(SENSITIVE) if sensitive else result


def constraint_of(declared: Declared) -> Constraint:
    """Return the type constraint of a variable."""
    written = declared.attribute("type")
    return constraint(evaluate, written.expression) if written else Constraint()


def flag(instance: ModuleScope, declared: Declared, name: str, *, default: bool) -> bool:
    """Return an argument of a variable or an output that is true or false."""
    attribute = declared.attribute(name)
    if attribute is None:
        return default
    found = instance.evaluate(attribute.expression, declared.file)
    return bool(found.raw) if found.known else default


def builtin(instance: ModuleScope, root: str, name: str) -> Value:
    """Return `path.module` and the like; `count` and `each` are not here where their block has neither."""
    top = instance.run.root.directory
    match root, name:
        case "path", "module":
            return string(os.path.relpath(instance.module.directory, top).replace(os.sep, "/"))
        case "path", "root":
            return string(".")
        case "path", "cwd":
            return string(top.as_posix())
        case "terraform", "workspace":
            return string(instance.run.workspace)
        case "self", _:
            raise UndeclaredError(
                'Invalid "self" reference: The "self" object is not available in this context. This object can be used '
                "only in resource provisioner, connection, and postcondition blocks."
            )
        case "count", _:
            raise UndeclaredError(
                'Reference to "count" in non-counted context: The "count" object can only be used in "module", '
                '"resource", and "data" blocks, and only when the "count" argument is set.'
            )
        case "each", "value":
            raise UndeclaredError(
                'each.value cannot be used in this context: A reference to "each.value" has been used in a context in '
                "which it is unavailable, such as when the configuration no longer contains the value in its "
                '"for_each" expression. Remove this reference to each.value in your configuration to work around this '
                "error."
            )
        case "each", _:
            raise UndeclaredError(
                'Reference to "each" in context without for_each: The "each" object can be used only in "module" or '
                '"resource" blocks, and only when the "for_each" argument is set.'
            )
        case _:
            raise UndeclaredError(
                f'Invalid "{root}" attribute: The "{root}" object does not have an attribute named "{name}".'
            )
