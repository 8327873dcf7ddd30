"""Arguments under `ignore_changes`: a resource keeps them as it was created, or as others have set them since.

Source: https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.tree import Body, Expression, GetAttr, Index, Literal, Traversal, TupleCons
from icplint.terraform.values.possible import one_of
from icplint.terraform.values.types import DYNAMIC
from icplint.terraform.values.value import UnknownReason, Value, unknown

if TYPE_CHECKING:
    from icplint.terraform.modules.loader import Declared

IGNORED: Final = Text(
    en="{name} is under ignore_changes: it may be what it was created with, or what others have set since",
    zh="{name} 在 ignore_changes 中：其值可能仍是创建时的值，也可能已在别处修改",
)
SETTLE_IGNORED: Final = Text(
    en="check the plan or the state together with the configuration", zh="将 plan 或 state 与配置一起检查"
)
ALL: Final = "all"
_NAMING: Final = regex(r"(?:^|_)(?:bucket|domain|host|hostname|name|record|rr|site|subdomain)$")
"""What something is called: if that is another one, so is the thing."""
_FIRST: Final = regex(r"[\w-]+")


def is_kept(body: Body) -> bool:
    """Return whether a block says how long what it declares is kept, and what of it."""
    return any(block.kind == "lifecycle" for block in body.blocks)


def may_differ(declared: Declared, name: str, *, written: bool) -> bool:
    """Return whether an argument may be otherwise than it is written: not its names, where all are ignored."""
    if declared.block.kind != "resource":
        return False
    ignored = set(_ignored(declared.block.body))
    return name in ignored or (ALL in ignored and written and not _NAMING.search(name))


def kept(value: Value, name: str) -> Value:
    """Return what an argument that is written as `value` may be."""
    why = UnknownReason(IGNORED.using(name=name), open=True, settle=SETTLE_IGNORED)
    other = unknown(DYNAMIC, why)
    return other if value.null else one_of(DYNAMIC, [value, other], why)


def _ignored(body: Body) -> Iterator[str]:
    for block in body.blocks:
        attribute = block.body.attributes.get("ignore_changes") if block.kind == "lifecycle" else None
        if attribute is not None:
            yield from _named(attribute.expression)


def _named(node: Expression) -> Iterator[str]:
    match node:
        case TupleCons():
            for item in node.items:
                yield from _named(item)
        case Traversal():
            yield node.root
        case GetAttr() | Index():
            yield from _named(node.source)
        case Literal() if isinstance(node.value.raw, str) and (first := _FIRST.match(node.value.raw)):
            yield first[0]
