"""The blocks that may stand in a file, and the labels of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.syntax.tree import Block

LABELS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "terraform": (),
        "provider": ("name",),
        "variable": ("name",),
        "locals": (),
        "output": ("name",),
        "module": ("name",),
        "resource": ("type", "name"),
        "data": ("type", "name"),
        "ephemeral": ("type", "name"),
        "action": ("type", "name"),
        "moved": (),
        "removed": (),
        "import": (),
        "check": ("name",),
        "language": (),
    }
)
"""Terraform 1.14's, and OpenTofu 1.12's `language`."""

_NAME: Final = regex(r"[^\W\d][\w-]*")
_RESERVED: Final = frozenset(
    {"source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"}
)

_KIND: Final = Text(
    en="Terraform has no {kind} blocks: correct the name, or remove the block",
    zh="Terraform 没有 {kind} 块：请更正名称，或删除该块",
)
_INSIDE: Final = Text(
    en="required_providers stands inside a terraform block: move it there",
    zh="required_providers 应位于 terraform 块内：请移入其中",
)
_LABELS: Final = Text(
    en="a {kind} block is written {form}, and this one has {count} labels",
    zh="{kind} 块应写作 {form}，而此处有 {count} 个标签",
)
_LABEL: Final = Text(
    en="a {kind} block is written {form}, and this one has 1 label", zh="{kind} 块应写作 {form}，而此处有 1 个标签"
)
BAD_NAME: Final = Text(
    en="{name} is no name: one starts with a letter or underscore, then letters, digits, underscores and dashes follow",
    zh="{name} 不是有效名称：名称以字母或下划线开头，其后只能是字母、数字、下划线和连字符",
)
_TAKEN: Final = Text(
    en="a variable cannot be called {name}, which means something else in a module block: choose another name",
    zh="变量不能命名为 {name}，该名称在 module 块中另有含义：请改用其他名称",
)


def is_name(text: str) -> bool:
    """Return whether something may be called so."""
    return _NAME.fullmatch(text) is not None


def malformed(block: Block) -> Text | None:
    """Return what is wrong with a block's kind or labels."""
    if block.kind == "required_providers":
        return _INSIDE
    labels = LABELS.get(block.kind)
    if labels is None:
        return _KIND.using(kind=block.kind)
    if len(labels) != len(block.labels):
        form = " ".join([block.kind, *(f'"{label.upper()}"' for label in labels), "{ … }"])
        text = _LABEL if len(block.labels) == 1 else _LABELS
        return text.using(kind=block.kind, form=form, count=len(block.labels))
    return None


def misnamed(block: Block) -> Iterator[Text]:
    if block.kind != "provider":
        for label in block.labels:
            if not is_name(label):
                yield BAD_NAME.using(name=f'"{label}"')
    if block.kind == "variable" and block.labels[0] in _RESERVED:
        yield _TAKEN.using(name=block.labels[0])
