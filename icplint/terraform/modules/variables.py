"""Input variables: what their declarations must be, and where values come from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from icplint.errors import reason
from icplint.files.reading import read_named
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.printable import octets
from icplint.model.reading import Problem
from icplint.model.text import Text, plain
from icplint.terraform.evaluation.constraints import Constraint, checked_constraint, constant, constraint
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.modules.declared import Declared
from icplint.terraform.modules.files import is_json
from icplint.terraform.syntax.parse import parse, parse_expression
from icplint.terraform.syntax.tree import Expression, File, Refused
from icplint.terraform.values.conversion import convert
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import BOOL
from icplint.terraform.values.value import Value, string

__all__ = ["Constraint", "Given", "automatic_files", "constraint", "misdeclared", "read_tfvars"]

_FLAGS: Final = ("sensitive", "nullable", "ephemeral")
_AUTOMATIC: Final = (".auto.tfvars", ".auto.tfvars.json")

_UNREADABLE = Text(en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}")
_BLOCK = Text(
    en="a file of values holds no blocks: write name = value, and declare variables in a .tf file",
    zh="变量值文件中不能有块：请写作 name = value，并在 .tf 文件中声明变量",
)
_DEFAULT = Text(en="the default of variable {name} cannot be used: {why}", zh="变量 {name} 的默认值无法使用：{why}")
_NULL = Text(
    en="the default of variable {name} is null, which nullable = false forbids",
    zh="变量 {name} 的默认值为 null，而 nullable = false 不允许 null",
)
_FLAG = Text(en="{flag} of variable {name} is either true or false", zh="变量 {name} 的 {flag} 只能是 true 或 false")


@dataclass(frozen=True, slots=True)
class Given:
    """A value for a root module's variable, and where it was given: a value, an expression, or text from outside.

    `written` is the text of an expression.
    """

    value: Value | Expression | str
    origin: Origin
    written: bytes = b""

    def typed(self, kind: Constraint) -> Value:
        """Return the value as the variable's type; raises EvaluationError or Refused.

        Text from outside is an expression, unless a string, number or bool is wanted, or no type is.
        """
        if isinstance(self.value, Value):
            return kind.apply(self.value)
        if not isinstance(self.value, str):
            return kind.apply(constant(evaluate, self.value))
        if kind.literal:
            return kind.apply(string(self.value))
        return kind.apply(constant(evaluate, parse_expression(octets(self.value))))


def is_ephemeral(declared: Declared) -> bool:
    """Return whether a variable exists only while Terraform runs, so that no plan holds its value."""
    written = declared.attribute("ephemeral")
    try:
        return written is not None and _decided(written.expression)
    except EvaluationError:
        return True


def misdeclared(name: str, declared: Declared) -> Iterator[Problem]:
    """Yield what Terraform would refuse about the declaration of a variable."""
    kind = Constraint()
    if written := declared.attribute("type"):
        try:
            kind = checked_constraint(evaluate, written.expression)
        except Refused as refused:
            kind = constraint(evaluate, written.expression)
            yield Problem(refused.text, declared.place("type"))
    flags: dict[str, bool] = {}
    for flag in _FLAGS:
        if attribute := declared.attribute(flag):
            try:
                flags[flag] = _decided(attribute.expression)
            except EvaluationError:
                yield Problem(_FLAG.using(flag=flag, name=name), declared.place(flag))
    if default := declared.attribute("default"):
        try:
            value = kind.apply(constant(evaluate, default.expression))
        except EvaluationError as error:
            yield Problem(_DEFAULT.using(name=name, why=plain(error)), declared.place("default"))
        else:
            if value.null and not flags.get("nullable", True):
                yield Problem(_NULL.using(name=name), declared.place("default"))


def _decided(node: Expression) -> bool:
    value = convert(constant(evaluate, node), BOOL)
    if value.null:
        raise EvaluationError("null value is not allowed")
    return bool(value.raw)


def read_tfvars(
    path: Path, shown: str, read: Callable[[Path], bytes] = read_named
) -> tuple[dict[str, Given], list[Problem]]:
    """Return the values of a `.tfvars` or `.tfvars.json` file, and what could not be read of it.

    `read` gives what is in it, or raises OSError.
    Values are not evaluated: what is wrong with one matters only where the variable is declared.
    """
    try:
        source = read(path)
    except OSError as error:
        return {}, [Problem(_UNREADABLE.using(path=shown, why=reason(error)), Origin(file=shown))]
    file = _parse(source, shown)
    problems = [Problem(p.text, file.origin(p.start)) for p in file.problems]
    problems += [Problem(_BLOCK, file.origin(block.start)) for block in file.body.blocks]
    values = file.body.attributes.values()
    given = {a.name: Given(a.expression, file.origin(a.start), source[a.value_start : a.end]) for a in values}
    return given, problems


def _parse(source: bytes, shown: str) -> File:
    if not is_json(shown):
        return parse(source, shown)
    from icplint.terraform.syntax.json_syntax import parse_json_values

    return parse_json_values(source, shown)


def automatic_files(directory: Path) -> list[Path]:
    """Return the variable files that Terraform loads unasked, in the order in which later ones win."""
    fixed = [directory / "terraform.tfvars", directory / "terraform.tfvars.json"]
    try:
        names = sorted(entry.name for entry in os.scandir(directory) if entry.name.endswith(_AUTOMATIC))
    except OSError:
        names = []
    return [path for path in (*fixed, *(directory / name for name in names)) if path.exists() and not path.is_dir()]
