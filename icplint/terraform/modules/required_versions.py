"""What a configuration says of the versions that may read it: in its blocks, by `.tofu`, and in files beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.model.reading import Unread
from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.modules.files import PINS, is_tofu
from icplint.terraform.syntax.tree import Block, Literal
from icplint.terraform.values.tool_versions import EVERY, LANGUAGE, NEWEST, Tool, Versions, newer

if TYPE_CHECKING:
    from icplint.files.reading import Tree
    from icplint.model.origin import Origin
    from icplint.terraform.modules.loader import Module

_PINS: Final = tuple(zip((Tool.TERRAFORM, Tool.OPENTOFU), PINS, strict=True))
"""The tools and the files that pin them; what is not a plain version there names the tool only."""
_PLAIN: Final = regex(r"v?(\d{1,9}\.\d{1,9}\.\d{1,9})")

_NEWER: Final = Text(
    en="it asks for version {wanted}; icplint knows Terraform up to {terraform} and OpenTofu up to {opentofu}, and "
    "reads it as these do",
    zh="它要求版本 {wanted}；icplint 了解的最新版本是 Terraform {terraform} 和 OpenTofu {opentofu}，并按其规则读取",
)


def pinned(module: Module, tree: Tree) -> Versions:
    """Return the versions that may read a root module, as far as its files' names and those beside it say."""
    tofu = any(is_tofu(file.path) for file in module.files)
    found = dict(_read_pins(module.directory, tree))
    if tofu:
        return _exactly(EVERY.of(Tool.OPENTOFU), found.get(Tool.OPENTOFU, ""), Tool.OPENTOFU)
    if len(found) == 1:
        ((tool, text),) = found.items()
        return _exactly(EVERY.of(tool), text, tool)
    versions = EVERY
    for tool, text in found.items():
        versions = _exactly(versions, text, tool)
    return versions


def _exactly(versions: Versions, text: str, tool: Tool) -> Versions:
    found = _PLAIN.fullmatch(text)
    return versions.within(found[1], tool) if found else versions


def _read_pins(directory: Path, tree: Tree) -> Iterator[tuple[Tool, str]]:
    for tool, name in _PINS:
        try:
            yield tool, tree.read(directory / name).decode().strip()
        except (OSError, UnicodeDecodeError):
            continue


def versions_of(module: Module, versions: Versions) -> Versions:
    """Return those of the versions that a module allows, too."""
    for text, tool, _ in _constraints(module):
        versions = versions.within(text, tool)
    if any(declared.block.kind == "language" for declared in module.demands):
        versions = versions.since(LANGUAGE)
    return versions


def too_new(module: Module) -> Iterator[Unread]:
    """Yield what a module asks for that is newer than what icplint knows."""
    for text, tool, origin in _constraints(module):
        if newer(text, tool):
            terraform, opentofu = (f"{version.major}.{version.minor}" for version in NEWEST)
            why = _NEWER.using(wanted=text, terraform=terraform, opentofu=opentofu)
            yield Unread(module.path, why, origin)


def _constraints(module: Module) -> Iterator[tuple[str, Tool | None, Origin]]:
    """Yield the constraints of a module, the tool that each speaks of, if it is one only, and where it stands."""
    for block, file in module.demands:
        tool = Tool.OPENTOFU if is_tofu(file.path) or block.kind == "language" else None
        inner = [one for one in block.body.blocks if one.kind == "compatible_with"]
        for one, name in ((block, "required_version"), *((one, "opentofu") for one in inner)):
            if (text := _plain(one, name)) is not None:
                yield text, tool, file.origin(one.body.attributes[name].value_start)


def _plain(block: Block, name: str) -> str | None:
    attribute = block.body.attributes.get(name)
    if attribute and isinstance(attribute.expression, Literal) and isinstance(attribute.expression.value.raw, str):
        return attribute.expression.value.raw
    return None
