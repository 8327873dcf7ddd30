"""A Terraform plan: `terraform show -json` of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread
from icplint.model.resource import Rank, Resource
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform import reasons
from icplint.terraform.plan_configuration import Configuration, Providers, Scope, is_leaf
from icplint.terraform.state import (
    NEW_FORMAT,
    absolute,
    concealed,
    described,
    dig,
    entries,
    holds_true,
    listed,
    local_name,
    malformed,
    readable,
    resource_of,
    shown,
)

Explain = Callable[[list[Any]], Unknown]

_DYNAMIC: Final = {"references": ["each.value"]}
"""Stands for the expressions of a `dynamic` block, of which a plan says nothing."""

ERRORED: Final = Text(
    en="the plan stopped at an error, so resources are missing from it: mend what terraform plan reports, "
    "then plan and export again",
    zh="该 plan 因出错而中止，内容不完整：请先解决 terraform plan 报告的错误，再重新生成并导出",
)
PARTIAL: Final = Text(
    en="the plan leaves changes out (-target, or deferred actions): plan everything and check that as well",
    zh="该 plan 未包含全部变更（使用了 -target，或有操作被推迟）：请生成完整的 plan 后再检查",
)
DATA_AT_APPLY: Final = Text(
    en="data source {address} is not read before apply", zh="数据源 {address} 在 apply 时才读取"
)


def read_plan(document: Any, *, file: str, root: str) -> Reading:
    """Return what there is after a plan: a Resource of rank PLAN for each instance, data sources included.

    `document` is parsed JSON of any shape; what does not fit becomes a Problem. Values that apply will make are
    `Unknown`, with references resolved through `configuration`. Deposed objects are left out.
    Source: developer.hashicorp.com/terraform/internals/json-format, format versions 0.1 to 1.2.
    """
    plan = _Plan(document, Origin(file=file), root)
    plan.read_after()
    return plan.reading


def read_before(document: Any, *, file: str, root: str) -> Reading:
    """Return the managed resources that were there before a plan, as Resources of rank STATE; problems as read_plan."""
    plan = _Plan(document, Origin(file=file), root)
    plan.read_before()
    return plan.reading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Instance:
    """One entry of `resource_changes`, or a data source of `prior_state`."""

    item: Any
    module: str
    name: str
    address: str


class _Plan:
    def __init__(self, document: Any, origin: Origin, root: str) -> None:
        self.reading = Reading(inputs=[Input("plan", origin.file or "")])
        self._origin = origin
        self._root = root
        self._document = document if self._acceptable(document) else {}
        self._configuration = Configuration(dig(self._document, "configuration", "root_module"))
        self._providers = Providers(self._document, self._configuration, origin)
        self._changes = list(self._whole_changes())

    def _acceptable(self, document: Any) -> bool:
        """Complain of everything about the document as a whole; return whether the rest can be read."""
        problems = self.reading.problems
        if not isinstance(document, dict) or "format_version" not in document:
            problems.append(malformed("format_version", self._origin))
            return False
        if not readable(document["format_version"]):
            problems.append(Problem(NEW_FORMAT.using(version=document["format_version"]), self._origin))
            return False
        problems += (malformed(part, self._origin) for part in _misshapen(document))
        if document.get("errored") is True:
            problems.append(Problem(ERRORED, self._origin))
        elif document.get("complete") is False:
            self.reading.unread.append(Unread(self._origin.file or "", PARTIAL, self._origin))
        return True

    def _whole_changes(self) -> Iterator[_Instance]:
        for n, item in enumerate(listed(self._document.get("resource_changes"))):
            if not _is_change(item):
                self.reading.problems.append(malformed(f"resource_changes[{n}]", self._origin))
            elif "deposed" not in item:
                yield _instance(item, item.get("module_address"))

    def read_before(self) -> None:
        """Yield what was there, by `before`."""
        for it in self._changes:
            change = it.item["change"]
            if it.item["mode"] == "managed" and change.get("before") is not None:
                values = concealed(change["before"], change.get("before_sensitive"))
                self.reading.resources.append(self._resource(it, values, Rank.STATE))

    def read_after(self) -> None:
        """Yield what will be there, by `after`, and the data sources that were read for it."""
        left = [(it, change) for it in self._changes if (change := _outcome(it.item["change"])) is not None]
        scopes = [self._scope(it) for it, _ in left]
        data = self._data_read({it.address for it, _ in left})
        for (it, change), scope in zip(left, scopes, strict=True):
            why = DATA_AT_APPLY.using(address=it.address) if it.item["mode"] == "data" else reasons.AFTER_APPLY
            expressions = dig(self._configuration.resource(it.module, it.name), "expressions")
            after = concealed(change["after"], change.get("after_sensitive"))
            explain = partial(self._configuration.explain, scope=scope, why=why)
            values = _PlannedValues(after, change.get("after_unknown"), expressions, explain)
            self.reading.resources.append(self._resource(it, values, Rank.PLAN))
        for it, resource in data:
            provider = self._providers.of(it.item.get("provider_name"), it.module, it.name)
            self.reading.resources.append(replace(resource, provider=provider))

    def _data_read(self, pending: set[str]) -> list[tuple[_Instance, Resource]]:
        found = []
        top = "prior_state.values.root_module"
        for where, module, item in entries(dig(self._document, *top.split(".")), top):
            if dig(item, "mode") == "managed":
                continue
            resource = shown(item, module, self._origin, self._root, Rank.PLAN)
            if resource is None:
                self.reading.problems.append(malformed(where, self._origin))
            elif resource.address not in pending:
                found.append((_instance(item, module), resource))
                self._scope(found[-1][0])
        return found

    def _scope(self, it: _Instance) -> Scope:
        key = self._configuration.register(it.module, it.name, it.address)
        each = dig(self._configuration.resource(it.module, it.name), "for_each_expression")
        return Scope(module=it.module, key=key, each=each)

    def _resource(self, it: _Instance, values: Any, rank: Rank) -> Resource:
        provider = self._providers.of(it.item.get("provider_name"), it.module, it.name)
        return resource_of(it.item, it.address, values, self._origin, self._root, rank, provider)


def _instance(item: Any, module: Any) -> _Instance:
    return _Instance(
        item=item, module=module or "", name=local_name(item), address=absolute(item, module, item.get("index"))
    )


def _misshapen(document: dict[str, Any]) -> Iterator[str]:
    for part in ("planned_values", "configuration"):
        if not isinstance(dig(document, part, "root_module"), dict):
            yield f"{part}.root_module"
    changes = document.get("resource_changes")
    # Terraform leaves the key out where there is nothing to plan, and then `root_module` is empty.
    if not isinstance(changes, list) and (changes is not None or dig(document, "planned_values", "root_module")):
        yield "resource_changes"


def _is_change(item: Any) -> bool:
    if not described(item) or not isinstance(item.get("module_address"), str | None):
        return False
    change = item.get("change")
    return isinstance(change, dict) and all(isinstance(change.get(k), dict | None) for k in ("before", "after"))


def _outcome(change: dict[str, Any]) -> dict[str, Any] | None:
    """What a change leaves; what Terraform only forgets (a `removed` block) stays in the cloud as it was."""
    if change.get("actions") == ["forget"]:
        change = {"after": change.get("before"), "after_sensitive": change.get("before_sensitive")}
    return change if change.get("after") is not None else None


class _PlannedValues(Mapping[str, Any]):
    """What a resource will be; where an unknown comes from is looked up when somebody asks for it."""

    __slots__ = ("_after", "_explain", "_expressions", "_marks", "_ready")

    def __init__(self, after: dict[str, Any], marks: dict[str, Any], expressions: Any, explain: Explain) -> None:
        self._after = after
        self._marks = {name: mark for name, mark in marks.items() if holds_true(mark)}
        self._expressions = expressions
        self._explain = explain
        self._ready: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._marks:
            return self._after[name]
        if name not in self._ready:
            written = _below([self._expressions], name)
            self._ready[name] = _overlaid(self._after.get(name), self._marks[name], written, self._explain)
        return self._ready[name]

    def __contains__(self, name: object) -> bool:
        return name in self._after or name in self._marks

    def __iter__(self) -> Iterator[str]:
        return iter({**self._after, **self._marks})

    def __len__(self) -> int:
        return len(self._after.keys() | self._marks.keys())

    def __repr__(self) -> str:
        return repr(dict(self))


def _overlaid(value: Any, mark: Any, written: list[Any], explain: Explain) -> Any:
    """Put an Unknown wherever `mark` has true; `written` are the expressions or blocks that `value` may be made of."""
    if mark is True:
        return explain(written)
    written = written or [_DYNAMIC]
    if isinstance(mark, dict):
        inside = value if isinstance(value, dict) else {}
        marked = {name: m for name, m in mark.items() if holds_true(m)}
        return {**inside, **{n: _overlaid(inside.get(n), m, _below(written, n), explain) for n, m in marked.items()}}
    if not isinstance(mark, list) or not holds_true(mark):
        return value
    items = [*listed(value), *[None] * (len(mark) - len(listed(value)))]
    marks = [*mark, *[None] * (len(items) - len(mark))]
    parts = [written] * len(items) if all(map(is_leaf, written)) else _paired(items, marks, written)
    return [_overlaid(v, m, w, explain) for v, m, w in zip(items, marks, parts, strict=True)]


def _below(written: list[Any], name: str) -> list[Any]:
    """The expressions of one argument; an expression that makes a whole object is each argument's."""
    return [w if is_leaf(w) else w[name] for w in _blocks(written) if is_leaf(w) or name in w]


def _blocks(written: list[Any]) -> list[Any]:
    return [block for w in written for block in (w if isinstance(w, list) else [w]) if isinstance(block, dict)]


def _paired(items: list[Any], marks: list[Any], written: list[Any]) -> list[list[Any]]:
    """For each item the blocks that it may come from: a set is not in the author's order, but constants tell."""
    blocks = _blocks(written)
    fits = [[b for b in blocks if _fits(b, item, mark)] for item, mark in zip(items, marks, strict=True)]
    for _ in items if len(items) == len(blocks) else ():
        taken = {id(f[0]) for f in fits if len(f) == 1}
        fits = [[b for b in f if len(f) == 1 or id(b) not in taken] or f for f in fits]
    return [f or [_DYNAMIC] for f in fits]


def _fits(block: Any, item: Any, mark: Any) -> bool:
    for name, expression in block.items():
        constant, value = dig(expression, "constant_value"), dig(item, name)
        if isinstance(constant, str | int | float) and not isinstance(value, Unknown):
            same = str(value).lower() == str(constant).lower()  # true is "true" where the schema says string
            if not same or dig(mark, name) is True:
                return False
    return True
