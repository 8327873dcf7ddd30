"""Where a plan's unknown values come from, by the `configuration` beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.memo import Memo
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.terraform.exports.document import dig, listed
from icplint.terraform.exports.plan_references import is_leaf, steps_of, whole_references
from icplint.terraform.values import reasons

_MODULE: Final = regex(r'module\.([^.\[\]]+)(\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\])?')
_KEYS: Final = frozenset({"count.index", "each.key"})
_ABOUT: Final = regex(
    r"(?:^|[._])(?:bandwidth|capacity|class|count|cpu|date|description|level|memory|mode|number|password|period|port|size"
    r"|spec|state|status|time|type|version)$"
)
"""What attributes are called that a condition asks about, and that are neither a name, an address nor an id."""
_IDENTITY: Final = regex(r"(?:^|[._])(?:arn|ids?)(?:\[[^\]]*\])*$")
"""What attributes are called that expressions hand on as they are: half an id points at nothing."""
_COUNTED: Final = frozenset({"count_expression", "for_each_expression"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanScope:
    """Where an expression stands: its module instance's address, and the key of the instance that it belongs to.

    `each` is the `for_each` expression of that resource or module call.
    """

    module: str = ""
    key: str = ""
    each: Any = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What an expression leads to; `settled` says that all of it is known at plan time, `open` as in Unknown."""

    refs: tuple[Reference, ...] = ()
    open: bool = False
    settled: bool = False


_NONE: Final = Trace(settled=True)  # a resource of which there are no instances
_NAMING: Final = regex(r"(?:^|_)domain(?:_name)?$")
"""Arguments that are host names."""
_KNOWN: Final = Trace(open=True, settled=True)  # what Terraform knew, though the plan may not repeat it
_LOST: Final = Trace(open=True)  # a local, or anything else that a plan does not describe
_UNWRITTEN: Final = Unknown(reasons.AFTER_APPLY, written=False, settle=reasons.SETTLE_AFTER_APPLY)


class Configuration:
    """The module tree of a plan, and the instances that each resource in it has.

    Nothing here raises, whatever the JSON: what is not understood is lost, and an Unknown says that it is open.
    """

    def __init__(self, root_module: Any) -> None:
        self._nodes: dict[str, Any] = {"": root_module}
        self._resources = Memo(self._resources_of)
        self._instances: dict[tuple[str, str], dict[str, str]] = {}
        self._children: dict[tuple[str, str], dict[str, str]] = {}
        self._callers: dict[str, tuple[Any, PlanScope]] = {}
        self._traces: dict[tuple[int, str, str | None], Trace] = {}

    def register(self, module: str, name: str, address: str) -> PlanScope:
        """Take note of an instance of the resource `type.name` and return the scope of its arguments."""
        self.node(module)
        key = address.removeprefix(f"{module}.").removeprefix(name)
        self._instances.setdefault((module, name), {})[key] = address
        return PlanScope(module=module, key=key, each=dig(self.resource(module, name), "for_each_expression"))

    def node(self, module: str) -> Any:
        """Return the configuration of a module instance, and take note of the instance."""
        parent = ""
        for match in () if module in self._nodes else _MODULE.finditer(module):
            address, name, key = module[: match.end()], match[1], match[2] or ""
            call = dig(self._nodes[parent], "module_calls", name)
            self._nodes[address] = dig(call, "module")
            self._callers[address] = call, PlanScope(module=parent, key=key, each=dig(call, "for_each_expression"))
            self._children.setdefault((parent, name), {})[key] = address
            parent = address
        return self._nodes.get(module)

    def resource(self, module: str, name: str) -> Any:
        """Return what the configuration says of a resource; None where it says nothing."""
        return self._resources[module].get(name)

    def _resources_of(self, module: str) -> dict[str, Any]:
        found = (r for r in listed(dig(self.node(module), "resources")) if isinstance(dig(r, "address"), str))
        return {r["address"]: r for r in found}

    def caller(self, module: str) -> tuple[Any, PlanScope]:
        """Return the call that made a module instance, and the scope of its arguments."""
        self.node(module)
        return self._callers.get(module, (None, PlanScope()))

    def explain(self, written: list[Any], name: str, scope: PlanScope, why: Text) -> Unknown:
        """Return the Unknown of the argument `name`, made by an expression; of several, one; of none, the provider's.

        A value that Terraform does not know although all that it is made of is known must have been null. A block that
        is unknown as a whole is `dynamic`, which leaves no trace. A plan lists what an expression mentions, without the
        literals and functions around it: of an address, something else may have been made.
        """
        if not written and why is reasons.AFTER_APPLY:
            return _UNWRITTEN  # nine of ten
        trace = _either((self.trace(e, scope) for e in written), whole=True)
        plain = all(is_leaf(e) and e.get("constant_value") is None for e in written)
        if trace.settled and plain:
            return replace(_UNWRITTEN, why=why)
        opened = trace.open or not trace.refs or not plain or any(map(_asked_about, trace.refs))
        if opened or all(_identifies(ref, name) for ref in trace.refs):
            return Unknown(why, trace.refs, opened, settle=reasons.SETTLE_AFTER_APPLY)
        named = ", ".join(map(str, trace.refs))
        return Unknown(reasons.MENTIONED.using(name=named), trace.refs, True, settle=reasons.SETTLE_BESIDE_SOURCE)

    def trace(self, expression: Any, scope: PlanScope, *, keyed: bool = False) -> Trace:
        """Follow an expression, or every one inside a block, to resource instances; `keyed`: to those of equal keys."""
        if not expression:
            return _LOST  # a call of a function, of which a plan tells nothing
        references = list(dict.fromkeys(whole_references(expression)))
        own = scope.key if keyed or any(r in _KEYS or r.startswith("each.value") for r in references) else None
        place = (id(expression), scope.module, own)
        if place not in self._traces:
            self._traces[place] = _LOST  # for as long as it takes: what leads back here adds nothing
            values = [r for r in references if r not in _KEYS]
            self._traces[place] = _either(self._follow(r, scope, own, alone=len(values) == 1) for r in values)
        return self._traces[place]

    def _follow(self, reference: str, scope: PlanScope, own: str | None, *, alone: bool) -> Trace:
        trace = _LOST
        steps = steps_of(reference)
        # `module.web.ips[count.index]` asks for an element, if there is nothing else that the index could belong to.
        element = own if alone and not any(s.startswith("[") for s in steps) else None
        match steps:
            case ["path" | "terraform", *_]:
                trace = _KNOWN
            case ["each", *_] if scope.each:
                trace = replace(self.trace(scope.each, scope, keyed=True), open=True)
            case ["var", name, *_]:
                trace = self._variable(name, scope.module, element)
            case ["module", name, *rest]:
                trace = self._output(name, rest, scope.module, own, element)
            case ["data", kind, name, *rest]:
                trace = self._instance(f"data.{kind}.{name}", rest, scope.module, own)
            case [kind, name, *rest] if kind not in {"local", "each", "self", "ephemeral"}:
                trace = self._instance(f"{kind}.{name}", rest, scope.module, own)
        return trace

    def _variable(self, name: str, module: str, element: str | None) -> Trace:
        call, outside = self.caller(module)
        argument = dig(call, "expressions", name)
        if argument is None:
            return _LOST if module and call is None else _KNOWN
        return self._element(argument, outside, element)

    def _output(self, name: str, rest: list[str], module: str, own: str | None, element: str | None) -> Trace:
        call = dig(self.node(module), "module_calls", name)
        outputs = dig(call, "module", "outputs")
        if not isinstance(outputs, dict):
            return _LOST
        if not call.keys() & _COUNTED:
            self.node(f"{module}.module.{name}".removeprefix("."))  # it may have no resources to be known by
        children = self._children.get((module, name), {})
        chosen, rest = _chosen(children, rest, own)
        inner = element if "" in children else None
        expressions = [dig(outputs, n, "expression") for n in rest[:1] or outputs]
        found = [self._element(e, PlanScope(module=c), inner) for c in chosen for e in expressions]
        return _all(found, opened=not rest) if found else _LOST

    def _element(self, expression: Any, scope: PlanScope, element: str | None) -> Trace:
        references = set(whole_references(expression))
        if element is None or len(references) != 1 or next(iter(references)).startswith(("each.", "count.")):
            return self.trace(expression, scope)
        return self.trace(expression, replace(scope, key=element), keyed=True)

    def _instance(self, name: str, rest: list[str], module: str, own: str | None) -> Trace:
        instances = self._instances.get((module, name), {})
        if not instances:
            described = self.resource(module, name)
            if described is None:
                return _LOST
            if not described.keys() & _COUNTED:
                instances = {"": f"{module}.{name}".removeprefix(".")}
        chosen, rest = _chosen(instances, rest, own)
        attribute = "".join(s if s.startswith("[") else f".{s}" for s in rest).removeprefix(".")
        return Trace(refs=tuple(Reference(a, attribute) for a in chosen)) if chosen else _NONE


def _asked_about(reference: Reference) -> bool:
    """Return whether a reference cannot be what a value passes on: a plan mentions it as it mentions a condition."""
    return _ABOUT.search(reference.attribute) is not None


def _identifies(reference: Reference, argument: str) -> bool:
    """Return whether a reference is to an id, which an argument passes on; of a splat, the argument tells.

    The id of a domain is its name, of which other names are made.
    """
    return _NAMING.search(argument) is None and _IDENTITY.search(reference.attribute or argument) is not None


def _chosen(instances: Mapping[str, str], rest: list[str], own: str | None) -> tuple[list[str], list[str]]:
    """Choose the instance whose key is next, else the one with the reader's own, else all; return the other steps."""
    if rest and rest[0].startswith("["):
        return [instances[rest[0]]] if rest[0] in instances else [], rest[1:]
    return [instances[own]] if own is not None and own in instances else list(instances.values()), rest


def _either(traces: Iterable[Trace], *, whole: bool = False) -> Trace:
    """Return the trace of what is made of several things; unless each is a `whole` value, something else may result."""
    found = list(traces)
    alive = [trace for trace in found if trace != _NONE]
    return _all(alive, opened=len(alive) > 1 and not whole) if alive else _NONE if found else _KNOWN


def _all(traces: list[Trace], *, opened: bool) -> Trace:
    refs = tuple(dict.fromkeys(ref for trace in traces for ref in trace.refs))
    return Trace(refs=refs, open=opened or any(t.open for t in traces), settled=all(t.settled for t in traces))
