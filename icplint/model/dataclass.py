"""Dataclasses that are cheap to create: a method of one is made when it is first called.

The standard library compiles five methods of each class when its module is imported. That was a quarter of a small run,
in which most classes are never compared or printed, and many never made. To type checkers this is its decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NoReturn

_ABSENT: Final = object()
"""Stands for an argument that was not given, and whose value a factory makes."""
Decorator = Callable[[type[Any]], type[Any]]
Method = Callable[..., Any]


def _dataclass(
    *,
    frozen: bool = False,
    slots: bool = False,
    kw_only: bool = False,
    eq: bool = True,
    repr: bool = True,  # noqa: A002 - its name there
) -> Decorator:
    """Return a decorator that does what `dataclasses.dataclass` does with the same arguments."""

    def decorated(cls: type[Any]) -> type[Any]:
        own = set(cls.__dict__)
        if cls.__doc__ is None:
            cls.__doc__ = cls.__name__  # else the signature is looked up, to be the text
        inherited = [vars(base)["__dataclass_params__"] for base in cls.__mro__ if "__dataclass_params__" in vars(base)]
        unchanging = [parameters for parameters in inherited if parameters.frozen]
        for parameters in unchanging:  # else the library compiles two methods that refuse a change
            parameters.frozen = False
        made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
        made.__dataclass_params__.frozen = frozen
        for parameters in unchanging:
            parameters.frozen = True
        methods: dict[str, Method | None] = {"__init__": _first_call(made, frozen=frozen)}
        if repr:
            methods["__repr__"] = _shown
        if eq:
            methods |= _compared(made, hashed=frozen)
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        for name in methods.keys() - own:
            setattr(made, name, methods[name])
        return made

    return decorated


def _first_call(cls: type[Any], *, frozen: bool) -> Method:
    """Return the `__init__` of a class until somebody calls it: it puts the compiled one in its own place."""

    def __init__(self: object, *positional: Any, **named: Any) -> None:  # noqa: N807
        cls.__init__ = compiled = _compiled(cls, frozen=frozen)
        compiled(self, *positional, **named)

    return __init__


def _compiled(cls: type[Any], *, frozen: bool) -> Method:
    """Return the `__init__` of a class as if it were written by hand."""
    names: dict[str, Any] = {"_absent": _ABSENT, "_set": object.__setattr__}
    positional, named = ["self"], list[str]()
    body = []
    for field in dataclasses.fields(cls):
        name, default, factory = field.name, f"_default_{field.name}", f"_factory_{field.name}"
        parameter = value = name
        if field.default is not dataclasses.MISSING:
            names[default] = field.default
            parameter = f"{name}={default}"
        elif field.default_factory is not dataclasses.MISSING:
            names[factory] = field.default_factory
            parameter = f"{name}=_absent"
            value = f"{factory}() if {name} is _absent else {name}" if field.init else f"{factory}()"
        if field.init:
            (named if field.kw_only else positional).append(parameter)
        elif parameter == name:
            continue  # not set until it is assigned
        elif field.default is not dataclasses.MISSING:
            value = default
        body.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    signature = ", ".join([*positional, *(["*", *named] if named else [])])
    exec(f"def __init__({signature}):\n " + "\n ".join(body or ["pass"]), names)  # noqa: S102 - of our own classes
    method: Method = names["__init__"]
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    return method


def _compared(cls: type[Any], *, hashed: bool) -> dict[str, Method | None]:
    """Return how the values of a class are compared; those that may change have no hash."""
    fields = [field for field in dataclasses.fields(cls) if field.compare]
    values = _values(field.name for field in fields)
    keys = _values(field.name for field in fields if field.hash is not False)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(keys(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if hashed else None}


def _values(names: Iterable[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what reads some attributes as a tuple."""
    wanted = tuple(names)
    if len(wanted) > 1:
        return attrgetter(*wanted)
    return lambda self: tuple(getattr(self, name) for name in wanted)


def _shown(self: Any) -> str:
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _refuse(_self: object, name: str, _value: object = None) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


if TYPE_CHECKING:
    from dataclasses import dataclass

    __all__ = ["dataclass"]
else:
    dataclass = _dataclass
