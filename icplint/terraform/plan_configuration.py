"""Where a plan's unknown values come from, by the `configuration` beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final

from icplint.model.origin import Origin
from icplint.model.resource import Provider
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.terraform import reasons
from icplint.terraform.state import SECRET, dig, listed, provider_name

MADE_REGION: Final = Text(
    en="the provider's region comes from an expression that a plan does not describe",
    zh="provider 的 region 来自表达式，plan 中没有记录其结果",
)
SETTLE_REGION: Final = Text(
    en="check the source as well, or give the region as a literal or a variable",
    zh="同时检查源码，或用字面量或变量指定 region",
)

_STEP: Final = re.compile(r'\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]|[^.\[\]]+')
_MODULE: Final = re.compile(r'module\.([^.\[\]]+)(\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\])?')
_KEYS: Final = frozenset({"count.index", "each.key"})
_COUNTED: Final = frozenset({"count_expression", "for_each_expression"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where an expression stands: a module instance's address, and the key of the instance that it belongs to.

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


_NOTHING: Final = Trace(settled=True)
"""A resource of which there are none."""
_KNOWN: Final = Trace(open=True, settled=True)
"""A value that Terraform knew, and that the plan may not repeat."""
_LOST: Final = Trace(open=True)
"""A local, or anything else that a plan does not describe."""

_UNWRITTEN: Final = Unknown(reasons.AFTER_APPLY, written=False, settle=reasons.SETTLE_AFTER_APPLY)


class Configuration:
    """The module tree of a plan, and the instances that each resource in it has.

    Nothing here raises, whatever the JSON: what is not understood is lost, and an Unknown says that it is open.
    """

    def __init__(self, root_module: Any) -> None:
        self._nodes: dict[str, Any] = {"": root_module}
        self._resources: dict[str, dict[str, Any]] = {}
        self._instances: dict[tuple[str, str], dict[str, str]] = {}
        self._children: dict[tuple[str, str], dict[str, str]] = {}
        self._traces: dict[tuple[int, str, str], Trace] = {}

    def register(self, module: str, name: str, address: str) -> str:
        """Take note of an instance and return its key (`[0]`, `["a"]` or nothing); `name` is `type.name`."""
        prefix = f"{module}.{name}" if module else name
        key = address[len(prefix) :]
        self._node(module)
        self._instances.setdefault((module, name), {})[key] = address
        return key

    def _node(self, module: str) -> Any:
        parent = ""
        for match in () if module in self._nodes else _MODULE.finditer(module):
            address = module[: match.end()]
            self._children.setdefault((parent, match[1]), {})[match[2] or ""] = address
            self._nodes[address] = dig(self._nodes.get(parent), "module_calls", match[1], "module")
            parent = address
        return self._nodes.get(module)

    def resource(self, module: str, name: str) -> Any:
        """Return what the configuration says of a resource; None where it says nothing."""
        if module not in self._resources:
            known = (r for r in listed(dig(self._node(module), "resources")) if isinstance(dig(r, "address"), str))
            self._resources[module] = {r["address"]: r for r in known}
        return self._resources[module].get(name)

    def caller(self, module: str) -> tuple[Any, Scope]:
        """Return the call that made a module instance, and the scope of its arguments."""
        steps = list(_MODULE.finditer(module))
        if not steps:
            return None, Scope()
        parent = module[: steps[-2].end()] if len(steps) > 1 else ""
        call = dig(self._node(parent), "module_calls", steps[-1][1])
        return call, Scope(module=parent, key=steps[-1][2] or "", each=dig(call, "for_each_expression"))

    def variable(self, module: str, name: str) -> Any:
        """Return what the configuration says of a module's variable."""
        return dig(self._node(module), "variables", name)

    def explain(self, expressions: list[Any], scope: Scope, why: Text) -> Unknown:
        """Return the Unknown of a value that `expressions` made; several are candidates, none leave it to the provider.

        A value that Terraform does not know although all that it is made of is known must have been null. A block that
        is not known as a whole is `dynamic`, which leaves no trace.
        """
        if not expressions and why is reasons.AFTER_APPLY:
            return _UNWRITTEN  # of every ten unknowns, eight
        trace = _either(self.trace(e, scope) for e in expressions)
        whole = all(is_leaf(e) and e.get("constant_value") is None for e in expressions)
        if trace.settled and whole:
            return Unknown(why, written=False, settle=reasons.SETTLE_AFTER_APPLY)
        opened = trace.open or not whole or not trace.refs
        return Unknown(why, trace.refs, opened, settle=reasons.SETTLE_AFTER_APPLY)

    def trace(self, expression: Any, scope: Scope, *, keyed: bool = False) -> Trace:
        """Follow an expression, or every one inside a block, to resource instances."""
        if not expression:
            return _LOST  # a call of a function, of which a plan tells nothing
        references = list(dict.fromkeys(whole_references(expression)))
        keyed = keyed or any(r in _KEYS or r.startswith("each.value") for r in references)
        place = (id(expression), scope.module, scope.key if keyed else "")
        if place not in self._traces:
            self._traces[place] = _LOST  # until it is known: a module whose output's name is lost may lead back here
            self._traces[place] = _either(self._follow(r, scope, keyed=keyed) for r in references if r not in _KEYS)
        return self._traces[place]

    def _follow(self, reference: str, scope: Scope, *, keyed: bool) -> Trace:
        match _STEP.findall(reference):
            case ["path" | "terraform", *_]:
                return _KNOWN
            case ["each", *_] if scope.each:
                trace = self.trace(scope.each, scope, keyed=True)
                return Trace(refs=trace.refs, open=True, settled=trace.settled)
            case ["var", name, *_]:
                return self._variable(name, scope)
            case ["module", name, *rest]:
                return self._output(name, rest, scope, keyed=keyed)
            case ["data", kind, name, *rest]:
                return self._instance(f"data.{kind}.{name}", rest, scope, keyed=keyed)
            case [head, name, *rest] if head not in {"local", "each", "self", "ephemeral"}:
                return self._instance(f"{head}.{name}", rest, scope, keyed=keyed)
            case _:
                return _LOST

    def _variable(self, name: str, scope: Scope) -> Trace:
        if not scope.module:
            return _KNOWN
        call, outside = self.caller(scope.module)
        arguments = dig(call, "expressions")
        if not isinstance(arguments, dict | None) or call is None:
            return _LOST
        return self.trace(arguments[name], outside) if arguments and name in arguments else _KNOWN

    def _output(self, name: str, rest: list[str], scope: Scope, *, keyed: bool) -> Trace:
        call = dig(self._node(scope.module), "module_calls", name)
        outputs = dig(call, "module", "outputs")
        if not isinstance(outputs, dict):
            return _LOST
        wanted, rest = _key(rest)
        children = self._children.get((scope.module, name), {})
        if not children and not call.keys() & _COUNTED:
            children = {"": f"{scope.module}.module.{name}".removeprefix(".")}
        names = rest[:1] or list(outputs)
        inside = [Scope(module=c) for c in _chosen(children, wanted, scope.key if keyed else None)]
        found = [self.trace(dig(outputs, n, "expression"), s) for s in inside for n in names]
        return _both(found, opened=not rest) if found else _LOST

    def _instance(self, name: str, rest: list[str], scope: Scope, *, keyed: bool) -> Trace:
        known = self._instances.get((scope.module, name), {})
        described = self.resource(scope.module, name)
        if not known and described is None:
            return _LOST
        if not known and not described.keys() & _COUNTED:
            known = {"": f"{scope.module}.{name}".removeprefix(".")}
        wanted, rest = _key(rest)
        attribute = "".join(s if s.startswith("[") else f".{s}" for s in rest).removeprefix(".")
        chosen = _chosen(known, wanted, scope.key if keyed else None)
        return Trace(refs=tuple(Reference(a, attribute) for a in chosen)) if chosen else _NOTHING


def _key(steps: list[str]) -> tuple[str | None, list[str]]:
    return (steps[0], steps[1:]) if steps and steps[0].startswith("[") else (None, steps)


def _chosen(instances: Mapping[str, str], wanted: str | None, own: str | None) -> list[str]:
    """The instance that is named, else the one with the same key as the reader's, else all of them."""
    if wanted is not None:
        return [instances[wanted]] if wanted in instances else []
    return [instances[own]] if own is not None and own in instances else list(instances.values())


def _either(traces: Iterable[Trace]) -> Trace:
    """What is made of several things, any of which may be the result."""
    found = list(traces)
    alive = [trace for trace in found if trace != _NOTHING]
    if not alive:
        return _NOTHING if found else _KNOWN
    return _both(alive, opened=len(alive) > 1)


def _both(traces: list[Trace], *, opened: bool) -> Trace:
    refs = tuple(dict.fromkeys(ref for trace in traces for ref in trace.refs))
    return Trace(refs=refs, open=opened or any(t.open for t in traces), settled=all(t.settled for t in traces))


def is_leaf(expression: Any) -> bool:
    """Return whether it is an expression, not a nested block: a block may have an argument called `references`."""
    return isinstance(expression, dict) and ("constant_value" in expression or _named_in(expression))


def _named_in(expression: dict[str, Any]) -> bool:
    return isinstance(expression.get("references"), list)


def whole_references(expression: Any) -> Iterator[str]:
    """Yield every reference of an expression or block once, without the prefixes that follow each.

    Source: Terraform's internal/command/jsonconfig/expression.go, which lists `a.b[0].c`, `a.b[0]`, `a.b`.
    """
    if isinstance(expression, list):
        for block in expression:
            yield from whole_references(block)
    elif isinstance(expression, dict) and _named_in(expression):
        named = [r for r in expression["references"] if isinstance(r, str)]
        yield from (r for last, r in pairwise(["", *named]) if not _prefix(r, last))
    elif isinstance(expression, dict) and not is_leaf(expression):
        for inner in expression.values():
            yield from whole_references(inner)


def _prefix(short: str, long: str) -> bool:
    return len(short) < len(long) and long.startswith(short) and long[len(short)] in ".["


class Providers:
    """The provider configurations of a plan; `region` is the only argument ever looked at."""

    def __init__(self, document: Any, configuration: Configuration, origin: Origin) -> None:
        self._blocks = dig(document, "configuration", "provider_config")
        self._given = dig(document, "variables")
        self._configuration = configuration
        self._origin = origin
        self._made: dict[tuple[str, str], Provider] = {}

    def of(self, source: Any, module: str, name: str) -> Provider:
        """Return the provider of a resource, given its source address (`provider_name`)."""
        key = str(dig(self._configuration.resource(module, name), "provider_config_key"))
        if (key, str(source)) not in self._made:
            self._made[key, str(source)] = self._provider(key, source)
        return self._made[key, str(source)]

    def _provider(self, key: str, source: Any) -> Provider:
        block = dig(self._blocks, key)
        module = dig(block, "module_address") or ""
        # An empty block looks like none at all, unless it has an alias; in a module an alias may be passed in.
        there = dig(block, "expressions") is not None or (dig(block, "alias") is not None and not module)
        if not there or dig(block, "full_name") not in (None, source):
            return Provider(name=provider_name(source), configured=False)
        region = self._value(dig(block, "expressions", "region"), str(module))
        place = self._origin.at(f"{module}.provider.{key.rpartition(':')[2]}".removeprefix("."))
        values = {"region": region} if region and isinstance(region, str | Unknown) else {}
        return Provider(name=provider_name(source), configured=True, values=values, origin=place)

    def _value(self, expression: Any, module: str) -> Any:
        if expression is None or is_leaf(expression) and "constant_value" in expression:
            return dig(expression, "constant_value")
        references = list(whole_references(expression))
        head, _, name = references[0].partition(".") if len(set(references)) == 1 else ("", "", "")
        if head == "var" and "." not in name and "[" not in name:
            value = self._variable(name, module)
            # `var.region != "" ? var.region : "cn-hangzhou"` names it twice, and the literal is lost.
            if value or len(references) == 1:
                return value
        refs = self._configuration.trace(expression, Scope(module=module)).refs
        return Unknown(MADE_REGION, refs, open=True, settle=SETTLE_REGION)

    def _variable(self, name: str, module: str) -> Any:
        described = self._configuration.variable(module, name)
        if dig(described, "sensitive") is True:
            return SECRET
        if not module:
            given = dig(self._given, name)
            return dig(described, "default") if given is None else dig(given, "value")
        call, outside = self._configuration.caller(module)
        argument = dig(call, "expressions", name)
        return dig(described, "default") if argument is None else self._value(argument, outside.module)
