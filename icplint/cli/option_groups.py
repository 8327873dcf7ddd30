"""Options that several commands take, declared once: a command takes a group of them as one argument."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from inspect import Parameter
from typing import Any, get_type_hints


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """Return a command that has, in place of each argument that is a dataclass, the fields of it as options.

    typer reads a command's options off its signature; the command itself gets the dataclass, filled.
    """
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if isinstance(hint, type) and is_dataclass(hint)}
    signature = inspect.signature(command)
    alone = [p.replace(annotation=hints[p.name]) for p in signature.parameters.values() if p.name not in groups]
    options = [*alone, *(option for group in groups.values() for option in _options(group))]

    @functools.wraps(command)
    def run(**values: Any) -> None:
        filled = {name: group(**{f.name: values.pop(f.name) for f in fields(group)}) for name, group in groups.items()}
        command(**values, **filled)

    ordered = [option.replace(kind=Parameter.KEYWORD_ONLY) for option in options]
    run.__signature__ = signature.replace(parameters=ordered)  # type: ignore[attr-defined]
    run.__annotations__ = {option.name: option.annotation for option in ordered}
    return run


def _options(group: type[Any]) -> Iterator[Parameter]:
    hints = get_type_hints(group, include_extras=True)
    for one in fields(group):
        yield Parameter(one.name, Parameter.KEYWORD_ONLY, default=one.default, annotation=hints[one.name])
