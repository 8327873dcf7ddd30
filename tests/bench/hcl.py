"""Sites -> Terraform's language, formatted as `terraform fmt` would."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sites import DOMAINS, REGIONS, VARIABLES, Expression, Resource, Site

REQUIRED: Final = """\
terraform {
  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.283"
    }
  }
}
"""


def files(sites: int, domains: int = DOMAINS) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of a root module with that many sites, which share some domains."""
    yield "main.tf", "\n".join([REQUIRED, *(_provider(key, region) for key, region in REGIONS.items())])
    variables = ({"type": Expression("string", ()), **variable.block} for variable in VARIABLES.values())
    blocks = (_block(f'variable "{name}"', body) for name, body in zip(VARIABLES, variables, strict=True))
    yield "variables.tf", "\n".join(blocks)
    for site in (Site(number, domains) for number in range(sites)):
        yield f"{site.name}.tf", "\n".join(map(_resource, site.resources()))


def _provider(key: str, region: str | Expression) -> str:
    name, _, alias = key.partition(".")
    return _block(f'provider "{name}"', {**({"alias": alias} if alias else {}), "region": region})


def _resource(resource: Resource) -> str:
    provider = {} if resource.provider == "alicloud" else {"provider": Expression(resource.provider, ())}
    return _block(f'resource "{resource.kind}" "{resource.name}"', {**provider, **resource.arguments})


def _block(header: str, body: Mapping[str, Any], indent: str = "") -> str:
    inner = f"{indent}  "
    nested = {name: value for name, value in body.items() if isinstance(value, list)}
    maps = {name: value for name, value in body.items() if isinstance(value, dict)}
    plain = {name: value for name, value in body.items() if name not in nested and name not in maps}
    lines = [*_aligned(plain, inner)]
    for name, value in maps.items():
        lines += [f"{inner}{name} = {{", *_aligned(value, f"{inner}  "), f"{inner}}}"]
    for name, blocks in nested.items():
        lines += ["", *(_block(name, block, inner).rstrip("\n") for block in blocks)]
    return "\n".join([f"{indent}{header} {{", *lines, f"{indent}}}", ""])


def _aligned(arguments: Mapping[str, Any], indent: str) -> Iterator[str]:
    width = max(map(len, arguments), default=0)
    yield from (f"{indent}{name:<{width}} = {_source(value)}" for name, value in arguments.items())


def _source(value: Any) -> str:
    return value.source if isinstance(value, Expression) else json.dumps(value, ensure_ascii=False)
