"""Override files: what they declare is merged into what the other files declare.

Source: developer.hashicorp.com/terraform/language/files/override.
"""

from __future__ import annotations

from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Problem
from icplint.model.text import Text
from icplint.terraform.modules.declarations import Module, blocks, locals_of, require, slot
from icplint.terraform.modules.declared import Declared, called
from icplint.terraform.modules.variables import misdeclared
from icplint.terraform.syntax.offsets import with_offsets
from icplint.terraform.syntax.tree import Block, Body, File, TupleCons

_NOTHING: Final = Text(
    en="there is no {name} to override: declare it in a file that is no override file, or correct the name",
    zh="没有可覆盖的 {name}：请在非 override 文件中声明它，或更正名称",
)
_NEVER: Final = Text(
    en="{kind} blocks cannot stand in an override file: move this one to another file",
    zh="override 文件中不能有 {kind} 块：请移到其他文件",
)
_FIXED: Final = Text(en="depends_on cannot be overridden: remove it here", zh="depends_on 不能被覆盖：请在此处删除")


def override(module: Module, file: File) -> None:
    """Merge what an override file declares into its module."""
    for declared in blocks(module, file):
        match declared.block.kind:
            case "locals":
                _override_locals(module, declared)
            case "terraform":
                for inner in declared.block.body.blocks:
                    if inner.kind == "required_providers":
                        require(module, inner)
            case "moved" | "import" | "check" as kind:
                module.problem(_NEVER.using(kind=kind), declared.origin)
            case _:
                _override(module, declared)


def _override_locals(module: Module, declared: Declared) -> None:
    for local in locals_of(module, declared):
        name = local.attribute.name
        if name in module.locals:
            module.locals[name] = local
        else:
            module.problem(_NOTHING.using(name=f"local.{name}"), local.file.origin(local.attribute.start))


def _override(module: Module, declared: Declared) -> None:
    found = slot(module, declared)
    if found is None:
        return
    if found.name in found.kept:
        depends = declared.attribute("depends_on")
        if depends and not (isinstance(depends.expression, TupleCons) and not depends.expression.items):
            module.problem(_FIXED, declared.place("depends_on"))
        base = found.kept[found.name]
        found.kept[found.name] = merged(base, declared)
        if declared.block.kind == "variable":
            known = list(misdeclared(found.name, base))
            new = (p for p in misdeclared(found.name, found.kept[found.name]) if p not in known)
            module.problems += (Problem(p.text, declared.origin) for p in new)
    elif declared.block.kind == "provider" and not declared.attribute("alias"):
        found.kept[found.name] = declared  # a provider without configuration is there nevertheless
    elif declared.block.kind not in {"ephemeral", "action"}:
        module.problem(_NOTHING.using(name=found.shown), declared.origin)


@dataclass(frozen=True, kw_only=True)
class Spliced(File):
    """A file with another behind it: an offset beyond its end is one in the other."""

    before: File
    behind: File
    span: int
    """The first offset that is beyond both."""

    @classmethod
    def of(cls, before: File, behind: File) -> Spliced:
        """Return `before` with `behind` behind it."""
        return cls(
            before.path,
            before.source,
            before.body,
            before.problems,
            before=before,
            behind=behind,
            span=_span(before) + _span(behind),
        )

    def origin(self, start: int, address: str | None = None) -> Origin:
        """Return the place of a byte offset in the file that it lies in."""
        file: File = self
        while isinstance(file, Spliced):  # as many as there are override files: they do not call one another
            beyond = start - _span(file.before)
            file, start = (file.before, start) if beyond < 0 else (file.behind, beyond)
        return file.origin(start, address)


def _span(file: File) -> int:
    """Return the first offset that is beyond a file."""
    return file.span if isinstance(file, Spliced) else len(file.source) + 1


def merged(base: Declared, over: Declared) -> Declared:
    """Return `base` with each argument that `over` has, and each kind of nested block, in place of its own."""
    span = _span(base.file)
    arguments, nested = with_offsets(over.block.body, lambda offset: offset + span)
    replaced = {called(block) for block in nested} - {"lifecycle"}
    kept = {n: a for n, a in base.block.body.attributes.items() if n not in replaced}
    inner = [b for b in base.block.body.blocks if called(b) not in replaced and called(b) not in arguments]
    body = Body(kept | arguments, _with_lifecycle(inner, nested))
    return Declared(base.block._replace(body=body), Spliced.of(base.file, over.file))


def _with_lifecycle(base: list[Block], over: list[Block]) -> list[Block]:
    """`lifecycle` alone is merged argument by argument."""
    found = [block for block in (*base, *over) if block.kind == "lifecycle"]
    others = [block for block in (*base, *over) if block.kind != "lifecycle"]
    if len(found) < 2:
        return [*others, *found]
    attributes = {name: a for block in found for name, a in block.body.attributes.items()}
    inner = [b for block in found for b in block.body.blocks]
    return [*others, found[0]._replace(body=Body(attributes, inner))]
