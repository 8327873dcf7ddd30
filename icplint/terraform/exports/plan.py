"""A Terraform plan: `terraform show -json` of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Input, Problem, Reading, Unread
from icplint.model.resource import Provider, Rank, Resource
from icplint.model.text import Text
from icplint.terraform.exports.document import NEW_FORMAT, dig, listed, malformed, readable
from icplint.terraform.exports.plan_configuration import Configuration, PlanScope
from icplint.terraform.exports.plan_providers import PlanProviders
from icplint.terraform.exports.plan_values import PlannedValues
from icplint.terraform.exports.resources import ExportedDocument, absolute, described, entries, is_shown, local_name
from icplint.terraform.exports.sensitive import concealed
from icplint.terraform.values import reasons

ERRORED: Final = Text(
    en="the plan stopped at an error, so resources are missing from it: mend what terraform plan reports, "
    "then plan and export again",
    zh="该 plan 因出错而中止，内容不完整：请先解决 terraform plan 报告的错误，再重新生成并导出",
)
PARTIAL: Final = Text(
    en="the plan leaves changes out (-target, or deferred actions): plan everything and check that as well",
    zh="该 plan 未包含全部变更（使用了 -target，或有操作被推迟）：请生成完整的 plan 后再检查",
)
DEFERRED: Final = Text(
    en="apply the plan, which puts off {address}, then plan again and check that plan",
    zh="该 plan 推迟了 {address}：请先执行 apply，再重新生成 plan 并检查",
)
DATA_AT_APPLY: Final = Text(
    en="data source {address} is not read before apply", zh="数据源 {address} 在 apply 时才读取"
)

_PRIOR: Final = ("prior_state", "values", "root_module")


def read_plan(document: Any, *, file: str, root: str) -> Reading:
    """Return what there is after a plan: a Resource of rank PLAN for each instance, data sources included.

    `document` is parsed JSON of any shape; what does not fit becomes a Problem. Values that apply will make are
    `Unknown`, with references resolved through `configuration`. What the plan does not touch (one for a target leaves
    things out, one with -refresh-only touches nothing) stays as `prior_state` has it. `resource_drift` is not read: it
    tells what the state said before Terraform looked, and what Terraform found is in `prior_state` and `before`.
    Source: developer.hashicorp.com/terraform/internals/json-format, format versions 0.1 to 1.2.
    """
    plan = _Plan(document, Origin(file=file))
    plan.read_after(ExportedDocument(origin=Origin(file=file), root=root, rank=Rank.PLAN))
    return plan.reading


def changes_something(document: Any) -> bool:
    """Return whether a plan updates, replaces or deletes anything that is there."""
    changes = listed(document.get("resource_changes")) if isinstance(document, dict) else []
    actions = (dig(change, "change", "actions") for change in changes)
    return any(isinstance(found, list) and {"update", "delete"} & set(map(str, found)) for found in actions)


def read_before(document: Any, *, file: str, root: str) -> Reading:
    """Return the managed resources that were there before a plan, as Resources of rank STATE; problems as read_plan.

    They are as Terraform found them when it planned, drift included: a name that went away since the last apply is none
    that the plan takes away. Deposed objects are among them, and what the plan does not touch.
    """
    plan = _Plan(document, Origin(file=file))
    plan.read_before(ExportedDocument(origin=Origin(file=file), root=root, rank=Rank.STATE))
    return plan.reading


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A change, or what a plan leaves as it is: `item` as it stands in the JSON, and what it is the instance of.

    `deferred` is a change that this plan does not make, and a later one may.
    """

    item: Any
    module: str
    name: str
    address: str
    deferred: bool = False

    @property
    def deposed(self) -> bool:
        return bool(self.item.get("deposed") or self.item.get("deposed_key"))

    @classmethod
    def of(cls, item: Any, module: str, *, deferred: bool = False) -> _Entry:
        address = absolute(item, module, item.get("index"), item.get("deposed") or item.get("deposed_key"))
        return cls(item=item, module=module, name=local_name(item), address=address, deferred=deferred)


class _Plan:
    def __init__(self, document: Any, origin: Origin) -> None:
        self.reading = Reading(inputs=[Input("plan", origin.file or "")])
        self._origin = origin
        self._document = document if self._acceptable(document) else {}
        self._configuration = Configuration(dig(self._document, "configuration", "root_module"))
        self._providers = PlanProviders(self._document, self._configuration, origin)
        self._changes = list(self._read_changes())
        self._untouched = list(self._read_prior({it.address for it in self._changes}))

    def _acceptable(self, document: Any) -> bool:
        """Complain of everything about the document as a whole; return whether the rest can be read."""
        version = dig(document, "format_version")
        if version is None:
            self._complain("format_version")
        elif not readable(version):
            self.reading.problems.append(Problem(NEW_FORMAT.using(version=version), self._origin))
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
            else:
                yield _Entry.of(item, item.get("module_address") or "")
        for n, one in enumerate(listed(self._document.get("deferred_changes"))):
            if not _is_change(item := dig(one, "resource_change")):
                self._complain(f"deferred_changes[{n}]")
            else:
                yield _Entry.of(item, item.get("module_address") or "", deferred=True)

    def read_before(self, source: ExportedDocument) -> None:
        for it in self._changes:
            change = it.item["change"]
            if it.item["mode"] == "managed" and change.get("before") is not None:
                values = concealed(change["before"], change.get("before_sensitive"))
                self.reading.resources.append(source.resource(it.item, it.address, values, self._provider(it)))
        managed = (it for it in self._untouched if it.item["mode"] == "managed")
        self.reading.resources += (source.entry_resource(it.item, it.address, self._provider(it)) for it in managed)

    def read_after(self, source: ExportedDocument) -> None:
        left = [(it, change) for it in self._changes if (change := _outcome(it.item["change"])) is not None]
        scopes = [self._scope(it) for it, _ in left]
        for it in self._untouched:
            self._scope(it)
        for (it, change), scope in zip(left, scopes, strict=True):
            why = DATA_AT_APPLY.using(address=it.address) if it.item["mode"] == "data" else reasons.AFTER_APPLY
            values = PlannedValues(
                concealed(change["after"], change.get("after_sensitive")),
                change.get("after_unknown"),
                dig(self._configuration.resource(it.module, it.name), "expressions"),
                partial(self._configuration.explain, scope=scope, why=why),
            )
            resource = source.resource(it.item, it.address, values, self._provider(it))
            self.reading.resources.append(_deferred(resource) if it.deferred else resource)
        self.reading.resources += (
            source.entry_resource(it.item, it.address, self._provider(it)) for it in self._untouched
        )

    def _scope(self, it: _Entry) -> PlanScope:
        """Take note of an instance, unless it is deposed: references lead to the one that took its place."""
        if it.deposed:
            return PlanScope(module=it.module)
        return self._configuration.register(it.module, it.name, it.address)

    def _provider(self, it: _Entry) -> Provider:
        return self._providers.of(it.item.get("provider_name"), it.module, it.name)

    def _read_prior(self, changed: set[str]) -> Iterator[_Entry]:
        for where, module, item in entries(dig(self._document, *_PRIOR), ".".join(_PRIOR)):
            if not is_shown(item):
                self._complain(where)
            elif (it := _Entry.of(item, module)).address not in changed:
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
    return sides and described(item) and isinstance(item.get("module_address"), str | None)


def _deferred(resource: Resource) -> Resource:
    return replace(resource, certain=False, counting=DEFERRED.using(address=resource.address))


def _outcome(change: dict[str, Any]) -> dict[str, Any] | None:
    """Return what a change leaves; what Terraform only forgets (a `removed` block) stays in the cloud as it was."""
    if change.get("actions") == ["forget"]:
        change = {"after": change.get("before"), "after_sensitive": change.get("before_sensitive")}
    return change if change.get("after") is not None else None
