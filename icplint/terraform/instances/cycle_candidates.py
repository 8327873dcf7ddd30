"""What of a module may be part of a ring of references, judged by its text: fast, and never too little.

Names in comments and strings count, and a module call needs whatever its block mentions.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from icplint.model.regex import regex
from icplint.terraform.modules.declarations import Module
from icplint.terraform.modules.declared import Declared
from icplint.terraform.modules.overrides import Spliced
from icplint.terraform.syntax.references import referred, target

if TYPE_CHECKING:
    from icplint.terraform.syntax.tree import File

_CHAIN: Final = regex(rb"\b[\w\x80-\xff-]++\s*+\.\s*+[A-Za-z_\x80-\xff][\w.\x80-\xff-]*+")
_BLANK: Final = regex(rb"\s")
_PREFIXES: Final = frozenset({b"data", b"ephemeral", b"resource"})


def cycle_candidates(module: Module) -> list[str]:
    """Return the names of a module that need themselves, or what does, in the order of their declarations."""
    blocks = named_blocks(module)
    known = {name.encode(): name for name in (*(f"local.{name}" for name in module.locals), *blocks)}
    needs: dict[str, set[str]] = {}
    for name, (attribute, file) in module.locals.items():
        needs[f"local.{name}"] = _found(known, file, attribute.value_start, attribute.end)
    needs |= {name: _named(known, declared) for name, declared in blocks.items()}
    providers = {f"provider.{name}" for name in module.providers}
    if any(needs[name] for name in providers):  # any resource may use any of them
        needs |= {name: needs[name] | providers for name in blocks if name not in providers}
    return _left(needs)


def named_blocks(module: Module) -> dict[str, Declared]:
    """Return the blocks that may need others, by the names by which references mean them."""
    named = dict(module.resources)
    kinds = {"data": module.data, "module": module.calls, "provider": module.providers, "output": module.outputs}
    for prefix, declared in kinds.items():
        named |= {f"{prefix}.{name}": block for name, block in declared.items()}
    return named | module.others


def _named(known: Mapping[bytes, str], declared: Declared) -> set[str]:
    """Return the names that occur in the text of a block, or in the tree of one that an override file changes."""
    if isinstance(declared.file, Spliced):
        found = map(target, referred(declared.block.body))
        return {name for name in found if name is not None and name.encode() in known}
    return _found(known, declared.file, declared.block.start, declared.block.end)


def _found(known: Mapping[bytes, str], file: File, start: int, end: int) -> set[str]:
    found: set[str] = set()
    for chain in _CHAIN.findall(file.source, start, end):
        parts = chain.split(b".", 3)
        name = parts[0] + b"." + parts[1]
        if name in known:
            found.add(known[name])
        elif parts[0] in _PREFIXES or _BLANK.search(chain):
            words = b"".join(chain.split()).removeprefix(b"resource.").split(b".", 3)
            found |= {known[name] for name in (b".".join(words[:2]), b".".join(words[:3])) if name in known}
    return found


def _left(needs: Mapping[str, set[str]]) -> list[str]:
    """Take away what needs nothing that is left, again and again."""
    users: dict[str, list[str]] = {name: [] for name in needs}
    count = {name: len(found) for name, found in needs.items()}
    for name, found in needs.items():
        for needed in found:
            users[needed].append(name)
    free = [name for name, found in count.items() if not found]
    while free:
        for user in users[free.pop()]:
            count[user] -= 1
            if not count[user]:
                free.append(user)
    return [name for name, found in count.items() if found]
