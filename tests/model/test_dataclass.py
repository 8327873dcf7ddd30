"""Our dataclasses are the standard library's, made later."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar

import pytest

from icplint.model import dataclass as ours


def test_one_of_theirs_may_derive_from_one_of_ours() -> None:
    """As the classes of plugins do."""

    @ours.dataclass(frozen=True, slots=True, kw_only=True)
    class Base:
        first: int = 1

    @ours.dataclass(frozen=True, slots=True, kw_only=True)
    class Between(Base):
        second: int = 2

    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Derived(Between):
        third: int = 3

    made = Derived(first=4)
    assert (made.first, made.second, made.third) == (4, 2, 3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.first = 5  # type: ignore[misc]
    with pytest.raises(TypeError, match="cannot inherit non-frozen dataclass from a frozen one"):
        dataclasses.dataclass(type("Changing", (Base,), {}))


DECORATORS = {"ours": ours.dataclass, "theirs": dataclasses.dataclass}
Make = Callable[[Callable[..., Any]], type[Any]]


def plain(dataclass: Callable[..., Any]) -> type[Any]:
    @dataclass(slots=True)
    class Plain:
        first: int
        second: str = "b"
        third: list[int] = dataclasses.field(default_factory=list)
        kind: ClassVar[str] = "k"

    return Plain


def frozen(dataclass: Callable[..., Any]) -> type[Any]:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Frozen:
        """A docstring."""

        first: int
        second: Any = dataclasses.field(default=None, hash=False)
        third: Any = dataclasses.field(default=None, compare=False, repr=False)

    return Frozen


def derived(dataclass: Callable[..., Any]) -> type[Any]:
    @dataclass(frozen=True)
    class Base:
        first: int = 1

        def __repr__(self) -> str:
            return f"base of {self.first}"

    @dataclass(frozen=True)
    class Derived(Base):
        second: int = 2
        twice: int = dataclasses.field(init=False, default=0)

        def __post_init__(self) -> None:
            object.__setattr__(self, "twice", 2 * self.second)

    return Derived


def by_identity(dataclass: Callable[..., Any]) -> type[Any]:
    @dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
    class Node:
        first: int

    return Node


def empty(dataclass: Callable[..., Any]) -> type[Any]:
    @dataclass(frozen=True, slots=True)
    class Empty:
        pass

    return Empty


CALLS: dict[Make, list[dict[str, Any]]] = {
    plain: [{"first": 1}, {"first": 1, "second": "x"}, {"first": 1, "third": [2]}, {}, {"first": 1, "fourth": 1}],
    frozen: [{"first": 1}, {"first": 1, "second": []}, {"first": 1, "third": 3}, {"second": 1}],
    derived: [{}, {"first": 3}, {"first": 3, "second": 4}, {"twice": 1}],
    by_identity: [{"first": 1}, {"first": 1}, {}],
    empty: [{}, {"first": 1}],
}


def refusal(cls: type[Any], one: Any, change: Callable[..., None]) -> type[Exception] | None:
    """Return what is raised where a field is set or deleted, if something is; `one` is left as it is."""
    for field in dataclasses.fields(cls):
        try:
            change(dataclasses.replace(one), field.name, *([5] if change is setattr else []))
        except dataclasses.FrozenInstanceError as error:
            return type(error)
    return None


def told(make: Make, decorator: Callable[..., Any]) -> list[Any]:
    """Return all that a user of a class can see of it and its instances."""
    cls = make(decorator)
    found: list[Any] = [cls.__match_args__, [(field.name, field.kw_only) for field in dataclasses.fields(cls)]]
    things = []
    for arguments in CALLS[make]:
        try:
            things.append(cls(**arguments))
        except TypeError as error:
            found.append(str(error))
    for one in things:
        values = {field.name: getattr(one, field.name) for field in dataclasses.fields(one)}
        found += [values, dataclasses.asdict(one), hasattr(one, "__dict__")]
        found += [[one == other for other in things], one == 1, dataclasses.replace(one) == one]
        found.append(repr(one) if make is not by_identity else None)
        found += [refusal(cls, one, change) for change in (setattr, delattr)]
    for one in things:
        try:
            found.append([hash(one) == hash(other) for other in things])
        except TypeError as error:
            found.append(str(error))
    return found


@pytest.mark.parametrize("make", CALLS, ids=lambda make: make.__name__)
def test_a_class_is_what_the_standard_library_makes(make: Make) -> None:
    assert told(make, DECORATORS["ours"]) == told(make, DECORATORS["theirs"])


def test_arguments_may_be_given_by_position() -> None:
    assert repr(plain(ours.dataclass)(1, "c", [3])).endswith("Plain(first=1, second='c', third=[3])")


def test_what_a_factory_makes_is_not_shared() -> None:
    cls = plain(ours.dataclass)
    assert cls(1).third is not cls(1).third


def test_a_class_compiles_its_constructor_once_and_when_it_is_called() -> None:
    cls = plain(ours.dataclass)
    before = cls.__init__
    cls(1)
    after = cls.__init__
    cls(2)
    assert before is not after
    assert cls.__init__ is after
    assert after.__qualname__.endswith("Plain.__init__")
