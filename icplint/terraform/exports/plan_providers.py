"""Which provider configuration a resource of a plan uses, and the region that it names."""

from __future__ import annotations

from typing import Any, Final

from icplint.model.origin import Origin
from icplint.model.regex import regex
from icplint.model.resource import Provider
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.terraform.exports.document import dig
from icplint.terraform.exports.plan_configuration import Configuration, PlanScope
from icplint.terraform.exports.plan_references import steps_of, whole_references
from icplint.terraform.exports.resources import provider_name
from icplint.terraform.exports.sensitive import SECRET
from icplint.terraform.values.reasons import NOT_IN_PLAN, SETTLE_NOT_IN_PLAN

MADE_REGION: Final = Text(
    en="the provider's region comes from an expression that a plan does not describe",
    zh="provider 的 region 来自表达式，plan 中没有记录其结果",
)
PROFILE: Final = Text(en="a plan does not show the provider's profile", zh="plan 中没有 provider 的 profile 内容")
_REGION: Final = regex(r"[a-z]{2,3}(-[a-z0-9]+)+")
"""How clouds call their regions."""
SETTLE_REGION: Final = Text(
    en="check the source as well, or give the region as a literal or a variable",
    zh="同时检查源码，或用字面量或变量指定 region",
)


class PlanProviders:
    """The provider configurations of a plan; `region`, and whether there is a `profile`, is all that is looked at."""

    def __init__(self, document: Any, configuration: Configuration, origin: Origin) -> None:
        self._document = document
        self._configuration = configuration
        self._origin = origin
        self._made: dict[tuple[str, str], Provider] = {}

    def of(self, source: Any, module: str, name: str) -> Provider:
        """Return the provider of a resource, given its source address (`provider_name`)."""
        described = self._configuration.resource(module, name)
        key = self._only(source) if described is None else str(dig(described, "provider_config_key"))
        if (key, str(source)) not in self._made:
            self._made[key, str(source)] = self._provider(key, source)
        return self._made[key, str(source)]

    def _only(self, source: Any) -> str:
        """Return the default configuration, if it is the only one: what is written no longer is deleted by it."""
        found = dig(self._document, "configuration", "provider_config")
        blocks = found.items() if isinstance(found, dict) else ()
        own = [(key, block) for key, block in blocks if isinstance(block, dict) and _is_of(block, source)]
        alone = len(own) == 1 and not own[0][1].keys() & {"alias", "module_address"}
        return own[0][0] if alone else ""

    def _provider(self, key: str, source: Any) -> Provider:
        block = dig(self._document, "configuration", "provider_config", key)
        module = dig(block, "module_address") or ""
        # An empty block looks like none at all, unless it has an alias; in a module an alias may be passed in.
        there = dig(block, "expressions") is not None or (dig(block, "alias") is not None and not module)
        if not there or dig(block, "full_name") not in (None, source):
            return Provider(name=provider_name(source), configured=False)
        region = self._value(dig(block, "expressions", "region"), str(module))
        place = self._origin.at(f"{module}.provider.{key.rpartition(':')[2]}".removeprefix("."))
        values = {"region": region} if region and isinstance(region, str | Unknown) else {}
        if dig(block, "expressions", "profile") is not None:
            values["profile"] = Unknown(PROFILE)
        return Provider(name=provider_name(source), configured=True, values=values, origin=place)

    def _value(self, expression: Any, module: str) -> Any:
        if not isinstance(expression, dict) or "constant_value" in expression:
            return dig(expression, "constant_value")
        references = list(whole_references(expression))
        match [steps_of(reference) for reference in references]:
            case [["var", name]]:
                value = self._variable(name, module)
                # `"cn-${var.city}"`, `var.abroad ? "cn-hongkong" : …` look the same: their literals are lost.
                if value is None or isinstance(value, Unknown) or (isinstance(value, str) and _REGION.fullmatch(value)):
                    return value
        refs = self._configuration.trace(expression, PlanScope(module=module)).refs
        return Unknown(MADE_REGION, refs, open=True, settle=SETTLE_REGION)

    def _variable(self, name: str, module: str) -> Any:
        described = dig(self._configuration.node(module), "variables", name)
        if dig(described, "sensitive") is True:
            return SECRET
        call, outside = self._configuration.caller(module)
        argument = dig(call, "expressions", name)
        if argument is not None:
            return self._value(argument, outside.module)
        if module:
            return dig(described, "default")
        given = dig(self._document, "variables", name)
        if given is None:  # an ephemeral one, whatever its default
            return Unknown(NOT_IN_PLAN.using(name=name), settle=SETTLE_NOT_IN_PLAN)
        return dig(given, "value")


def _is_of(block: dict[str, Any], source: Any) -> bool:
    """Whether a configuration is of that provider; Terraform 0.12 gives the name alone."""
    whole = block.get("full_name")
    return bool(whole == source) if whole is not None else provider_name(block.get("name")) == provider_name(source)
