"""Which provider configuration a resource uses: aliases, `providers` maps, inheritance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icplint.model.resource import Provider
from icplint.terraform.blocks import BlockValues
from icplint.terraform.syntax import Expression, Literal, ObjectCons, Traversal

if TYPE_CHECKING:
    from icplint.terraform.instance import ModuleInstance
    from icplint.terraform.modules import Declared


class Providers:
    """The provider configurations of one module instance, by local name and alias (`alicloud`, `alicloud.bj`)."""

    def __init__(self, instance: ModuleInstance) -> None:
        self._instance = instance
        self._passed: dict[str, str] | None = None
        self._found: dict[str, Provider] = {}

    def passed(self, call: Declared) -> None:
        """Take the call's `providers = {…}`; without it a module inherits the default configurations."""
        self._passed = passed(call)

    def of(self, kind: str, declared: Declared) -> Provider:
        """Return the configuration that a resource of type `kind` uses."""
        return self.configuration(provider_key(kind, declared))

    def configuration(self, key: str) -> Provider:
        """Return the configuration called `key` in this module."""
        if key not in self._found:
            self._found[key] = self._look(key)
        return self._found[key]

    def _look(self, key: str) -> Provider:
        module, parent = self._instance.module, self._instance.parent
        local, _, alias = key.partition(".")
        source = module.provider_source(local)
        if key in module.providers:
            declared = module.providers[key]
            return Provider(
                name=source.rsplit("/", 1)[-1],
                configured=True,
                values=BlockValues(self._instance, declared, self._instance),
                origin=declared.origin,
                places=declared.place,
            )
        if parent is not None:
            if self._passed is not None:
                if key in self._passed:
                    return parent.providers.configuration(self._passed[key])
            elif not alias and parent.module.provider_source(local) == source:
                return parent.providers.configuration(local)
        return Provider(name=source.rsplit("/", 1)[-1], configured=False)


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
        case Traversal(root, steps):
            return ".".join([root, *(str(step) for step in steps if isinstance(step, str))])
        case _:
            return ""
