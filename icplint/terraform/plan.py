"""A Terraform plan: `terraform show -json` of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread
from icplint.model.resource import Provider, Rank
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform import reasons, state
from icplint.terraform.plan_configuration import Configuration
from icplint.terraform.plan_providers import Providers
from icplint.terraform.plan_references import is_leaf
from icplint.terraform.state import Source, concealed, dig, holds_true, listed, malformed

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

Explain = Callable[[list[Any]], Unknown]

_PRIOR: Final = ("prior_state", "values", "root_module")
_DYNAMIC: Final = {"references": ["each.value"]}
"""Stands for the expressions of a `dynamic` block, of which a plan says nothing."""


def read_plan(document: Any, *, file: str, root: str) -> Reading:
    """Return what there is after a plan: a Resource of rank PLAN for each instance, data sources included.

    `document` is parsed JSON of any shape; what does not fit becomes a Problem. Values that apply will make are
    `Unknown`, with references resolved through `configuration`. Deposed objects are left out.
    Source: developer.hashicorp.com/terraform/internals/json-format, format versions 0.1 to 1.2.
    """
    plan = _Plan(document, Origin(file=file))
    plan.read_after(Source(origin=Origin(file=file), root=root, rank=Rank.PLAN))
    return plan.reading


def changes_something(document: Any) -> bool:
    """Return whether a plan updates, replaces or deletes anything that is there."""
    changes = listed(document.get("resource_changes")) if isinstance(document, dict) else []
    actions = (dig(change, "change", "actions") for change in changes)
    return any(isinstance(found, list) and {"update", "delete"} & set(map(str, found)) for found in actions)


def read_before(document: Any, *, file: str, root: str) -> Reading:
    """Return the managed resources that were there before a plan, as Resources of rank STATE; problems as read_plan."""
    plan = _Plan(document, Origin(file=file))
    plan.read_before(Source(origin=Origin(file=file), root=root, rank=Rank.STATE))
    return plan.reading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A change, or a data source that was read: `item` as it stands in the JSON, and what it is the instance of."""

    item: Any
    module: str
    name: str
    address: str

    @classmethod
    def of(cls, item: Any, module: str) -> _Entry:
        address = state.absolute(item, module, item.get("index"))
        return cls(item=item, module=module, name=state.local_name(item), address=address)


class _Plan:
    def __init__(self, document: Any, origin: Origin) -> None:
        self.reading = Reading(inputs=[Input("plan", origin.file or "")])
        self._origin = origin
        self._document = document if self._acceptable(document) else {}
        self._configuration = Configuration(dig(self._document, "configuration", "root_module"))
        self._providers = Providers(self._document, self._configuration, origin)
        self._changes = list(self._read_changes())

    def _acceptable(self, document: Any) -> bool:
        """Complain of everything about the document as a whole; return whether the rest can be read."""
        version = dig(document, "format_version")
        if version is None:
            self._complain("format_version")
        elif not state.readable(version):
            self.reading.problems.append(Problem(state.NEW_FORMAT.using(version=version), self._origin))
        else:
            self._complain(*_misshapen(document))
            if document.get("errored") is True:
                self.reading.problems.append(Problem(ERRORED, self._origin))
            elif document.get("complete") is False:
                self.reading.unread.append(Unread(self._origin.file or "", PARTIAL, self._origin))
            return True
        return False

    def _complain(self, *parts: str) -> None:
        self.reading.problems += (malformed(part, self._origin) for part in parts)

    def _read_changes(self) -> Iterator[_Entry]:
        for n, item in enumerate(listed(self._document.get("resource_changes"))):
            if not _is_change(item):
                self._complain(f"resource_changes[{n}]")
            elif "deposed" not in item:
                yield _Entry.of(item, item.get("module_address") or "")

    def read_before(self, source: Source) -> None:
        for it in self._changes:
            change = it.item["change"]
            if it.item["mode"] == "managed" and change.get("before") is not None:
                values = concealed(change["before"], change.get("before_sensitive"))
                self.reading.resources.append(source.resource(it.item, it.address, values, self._provider(it)))

    def read_after(self, source: Source) -> None:
        left = [(it, change) for it in self._changes if (change := _outcome(it.item["change"])) is not None]
        scopes = [self._configuration.register(it.module, it.name, it.address) for it, _ in left]
        read = list(self._read_data({it.address for it, _ in left}))
        for (it, change), scope in zip(left, scopes, strict=True):
            why = DATA_AT_APPLY.using(address=it.address) if it.item["mode"] == "data" else reasons.AFTER_APPLY
            values = _PlannedValues(
                concealed(change["after"], change.get("after_sensitive")),
                change.get("after_unknown"),
                dig(self._configuration.resource(it.module, it.name), "expressions"),
                partial(self._configuration.explain, scope=scope, why=why),
            )
            self.reading.resources.append(source.resource(it.item, it.address, values, self._provider(it)))
        self.reading.resources += (source.shown(it.item, it.address, self._provider(it)) for it in read)

    def _provider(self, it: _Entry) -> Provider:
        return self._providers.of(it.item.get("provider_name"), it.module, it.name)

    def _read_data(self, pending: set[str]) -> Iterator[_Entry]:
        for where, module, item in state.entries(dig(self._document, *_PRIOR), ".".join(_PRIOR)):
            if not state.is_shown(item):
                self._complain(where)
            elif item["mode"] == "data" and (it := _Entry.of(item, module)).address not in pending:
                self._configuration.register(it.module, it.name, it.address)
                yield it


def _misshapen(document: dict[str, Any]) -> Iterator[str]:
    for part in ("planned_values", "configuration"):
        if not isinstance(dig(document, part, "root_module"), dict):
            yield f"{part}.root_module"
    changes = document.get("resource_changes")
    # Terraform leaves the key out where there is nothing to plan, and then `root_module` is empty.
    if not isinstance(changes, list) and (changes is not None or dig(document, "planned_values", "root_module")):
        yield "resource_changes"


def _is_change(item: Any) -> bool:
    change = dig(item, "change")
    sides = isinstance(change, dict) and all(isinstance(change.get(k), dict | None) for k in ("before", "after"))
    return sides and state.described(item) and isinstance(item.get("module_address"), str | None)


def _outcome(change: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a change leaves; what Terraform only forgets (a `removed` block) stays in the cloud as it was."""
    if change.get("actions") == ["forget"]:
        change = {"after": change.get("before"), "after_sensitive": change.get("before_sensitive")}
    return change if change.get("after") is not None else None


class _PlannedValues(Mapping[str, Any]):
    """What a resource will be; where an unknown comes from is looked up when somebody asks for it."""

    __slots__ = ("_after", "_explain", "_expressions", "_marks", "_ready")

    def __init__(self, after: dict[str, Any], marks: Any, expressions: Any, explain: Explain) -> None:
        self._after = after
        self._marks = {n: m for n, m in marks.items() if holds_true(m)} if isinstance(marks, dict) else {}
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
    """Return the expressions of one argument; an expression that makes a whole object is each argument's."""
    return [w if is_leaf(w) else w[name] for w in _blocks(written) if is_leaf(w) or name in w]


def _blocks(written: list[Any]) -> list[Any]:
    return [block for w in written for block in (w if isinstance(w, list) else [w]) if isinstance(block, dict)]


def _paired(items: list[Any], marks: list[Any], written: list[Any]) -> list[list[Any]]:
    """Return for each item the blocks it may come from: sets are not in the author's order, but constants tell."""
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
