"""Commands that Terraform runs beside a resource: one that changes DNS makes records that no argument holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from icplint.model.regex import regex
from icplint.model.resource import NAMES, OUTPUTS, UNREAD_MODULE, Resource
from icplint.model.text import Text
from icplint.model.unknown import Reference, Unknown
from icplint.terraform.evaluation.expressions import evaluate
from icplint.terraform.evaluation.scope import Scope
from icplint.terraform.instances.instance import ModuleInstance
from icplint.terraform.modules.declared import Declared
from icplint.terraform.syntax.tree import Block, Expression, Template
from icplint.terraform.values.errors import EvaluationError
from icplint.terraform.values.value import Value, children

RUN: Final = ("command", "inline", "environment")
"""The arguments of `local-exec` and `remote-exec` that hold what is run, and what it is given."""
NAMELESS: Final = Text(
    en="{address} is a command that changes DNS records, and of which names is not written",
    zh="{address} 是修改解析记录的命令，但没有写明涉及哪些域名",
)
WHY: Final = Text(en="it is a command that changes DNS records", zh="它是修改解析记录的命令")
SETTLE: Final = Text(
    en="ask public DNS where the name leads (--resolve), or declare its record in Terraform",
    zh="用 --resolve 查询公共 DNS 以确认域名指向，或在 Terraform 中声明该解析记录",
)
CHANGES_DNS: Final = regex(
    rb"alidns|dnspod|route53|cloudflare|clouddns|nsupdate|flarectl|doctl\s|gcloud\s+dns|az\s+network\s+dns"
    rb"|(?:add|create|update|set|modify|upsert)[-_]?(?:domain[-_]?)?(?:dns|record)|dns[-_]?record",
    re.IGNORECASE,
)
_WORD: Final = regex(r"[^\s\"'`=,;()\[\]{}<>|&$:]+")
_PROGRAM: Final = regex(r"\.(?:js|json|lua|php|pl|ps1|py|rb|rs|sh|so|ts|txt|ya?ml|zip)$")
"""How files that are run or read end: many of these endings are top-level domains too."""
_MOST: Final = 1 << 16
"""Characters of a command that are looked through."""


def commands(instance: ModuleInstance) -> Iterator[Resource]:
    """Yield what stands for each command of a module instance that changes DNS: the words in it may be names."""
    for name, declared in instance.module.resources.items():
        blocks = [block for block in declared.block.body.blocks if block.kind == "provisioner"]
        for block in blocks:
            written = declared.file.source[block.start : block.end]
            if CHANGES_DNS.search(written):
                yield from _of(instance, name, declared, block)


def _of(instance: ModuleInstance, name: str, declared: Declared, block: Block) -> Iterator[Resource]:
    origin = declared.file.origin(block.start)
    written = [block.body.attributes[argument].expression for argument in RUN if argument in block.body.attributes]
    for thing in instance.block_instances(name, declared):
        address = f'{thing.address} (provisioner "{" ".join(block.labels)}")'
        text = "\n".join(_said(instance, node, thing.scope) for node in written)[:_MOST]
        words = [word for word in dict.fromkeys(_WORD.findall(text)) if not _PROGRAM.search(word)]
        outputs = Unknown(WHY, (Reference(thing.address),), open=True, settle=SETTLE)
        names = Unknown(NAMELESS.using(address=address), settle=SETTLE)
        yield Resource(
            kind=UNREAD_MODULE,
            address=address,
            values={"words": words, NAMES: names, OUTPUTS: outputs},
            origin=origin.at(address),
            root=instance.run.root.path,
            places=lambda _: origin,
        )


def _said(instance: ModuleInstance, node: Expression, scope: Scope) -> str:
    """Return the text of a command, with a space for whatever in it is not known, as `self` is not."""
    if isinstance(node, Template):
        return "".join(_said(instance, part, scope) for part in node.parts)
    try:
        value = instance.run.without_stack_limit(partial(evaluate, node, scope))
    except EvaluationError:
        return " "
    return "\n".join(_texts(value))


def _texts(value: Value) -> Iterator[str]:
    if value.marks:
        yield " "
    elif isinstance(value.raw, tuple | dict):
        for inner in children(value):
            yield from _texts(inner)
    else:
        yield value.raw if isinstance(value.raw, str) else " "
