"""Which provider configuration a resource uses: aliases, `providers` maps, inheritance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from icplint.model.resource import Provider
from icplint.model.text import Text
from icplint.model.text import plain as same
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.evaluation.scope import Child, Scope
from icplint.terraform.instances.blocks import BlockValues
from icplint.terraform.instances.expansion import expand
from icplint.terraform.syntax.tree import Expression, Index, Literal, ObjectCons, Traversal
from icplint.terraform.values import reasons
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, object_of, unknown

if TYPE_CHECKING:
    from icplint.terraform.instances.module_scope import ModuleScope
    from icplint.terraform.modules.loader import Declared


_RESERVED: Final = 'The provider argument name "for_each" is reserved for use by Terraform in a future version.'
_WHICH: Final = Text(
    en="which configuration of provider {name} is used is not known", zh="使用哪一个 provider {name} 配置未知"
)


class Providers:
    """The provider configurations of one module instance, by local name and alias (`alicloud`, `alicloud.bj`)."""

    def __init__(self, instance: ModuleScope) -> None:
        self._instance = instance
        self._passed: dict[str, str] | None = None
        self._indexes: dict[str, Value | None] = {}
        self._found: dict[tuple[str, object], Provider] = {}

    def passed(self, call: Declared, scope: Scope) -> None:
        """Take the call's `providers = {…}`; without it a module inherits the default configurations."""
        self._passed = passed(call)
        attribute = call.attribute("providers")
        if attribute and isinstance(attribute.expression, ObjectCons):
            self._indexes = {_key(k): _index(v, scope) for k, v in attribute.expression.items}

    def of(self, kind: str, declared: Declared, scope: Scope) -> Provider:
        """Return the configuration that an instance of a resource of type `kind` uses."""
        written = declared.attribute("provider")
        return self.configuration(provider_key(kind, declared), _index(written.expression, scope) if written else None)

    def configuration(self, key: str, index: Value | None = None) -> Provider:
        """Return the configuration called `key` in this module; `index` is which one, of those of a `for_each`."""
        which = key, index.raw if index and index.known else index
        if which not in self._found:
            self._found[which] = self._look(key, index)
        return self._found[which]

    def _look(self, key: str, index: Value | None) -> Provider:
        module, parent = self._instance.module, self._instance.parent
        local, _, alias = key.partition(".")
        source = module.provider_source(local)
        if key in module.providers:
            declared = module.providers[key]
            return Provider(
                name=source.rsplit("/", 1)[-1],
                configured=True,
                values=BlockValues(self._instance, declared, self._scope(key, declared, index)),
                origin=declared.origin,
                places=declared.place,
            )
        if parent is not None:
            if self._passed is not None:
                if key in self._passed:
                    return parent.providers.configuration(self._passed[key], self._indexes.get(key))
            elif not alias and parent.module.provider_source(local) == source:
                return parent.providers.configuration(local)
        return Provider(name=source.rsplit("/", 1)[-1], configured=False)

    def _scope(self, key: str, declared: Declared, index: Value | None) -> Scope:
        """Return what names mean in a configuration: OpenTofu has `for_each` there, for configurations with an alias.

        Source: opentofu.org/docs/language/providers/configuration.
        """
        if declared.attribute("for_each") is None:
            return self._instance
        if not self._instance.context.versions.have("provider for_each"):
            return self._some(reasons.REFUSED.using(message=_RESERVED))
        try:
            expansion = expand(self._instance, f"provider.{key}", declared)
        except EvaluationError as error:
            return self._some(reasons.REFUSED.using(message=same(error)))
        at = expansion.position(index) if index is not None and index.known else None
        if at is not None:
            return Child(expansion.items[at].names, self._instance)
        return self._some(expansion.reason.why if expansion.reason else _WHICH.using(name=key))

    def _some(self, why: Text) -> Scope:
        any_of = unknown(DYNAMIC, UnknownReason(why, open=True))
        return Child({"each": object_of({"key": any_of, "value": any_of})}, self._instance)


def passed(call: Declared) -> dict[str, str] | None:
    """Return what a module call passes on: the caller's names by the module's; None where it does not say."""
    attribute = call.attribute("providers")
    if attribute and isinstance(attribute.expression, ObjectCons):
        return {_key(k): _key(v) for k, v in attribute.expression.items}
    return None


def provider_key(kind: str, declared: Declared) -> str:
    """Return the name of the configuration that a resource of type `kind` uses: `alicloud`, `alicloud.bj`."""
    written = declared.attribute("provider")
    return _key(written.expression) if written else kind.split("_", 1)[0]


def _key(node: Expression) -> str:
    """Return how a provider is written: `alicloud`, `alicloud.bj`, or the old quoted form."""
    match node:
        case Literal(value):
            return str(value.raw)
        case Index(source, _):
            return _key(source)
        case Traversal(root, steps):
            return ".".join([root, *(str(step) for step in steps if isinstance(step, str))])
        case _:
            return ""


def _index(node: Expression, scope: Scope) -> Value | None:
    """Return the key by which one configuration of several is chosen; None where there is no key."""
    match node:
        case Index(_, key):
            try:
                return evaluate(key, scope)
            except EvaluationError:  # as that of an instance of which not even the key is known
                return None
        case Traversal(_, steps):
            return next((step for step in steps if isinstance(step, Value)), None)
        case _:
            return None
