"""A block where it is declared: its arguments and their places."""

from __future__ import annotations

from typing import NamedTuple

from icplint.model.origin import Origin
from icplint.terraform.syntax.tree import Attribute, Block, File


class Declared(NamedTuple):
    """A block, and the file that it stands in."""

    block: Block
    file: File

    @property
    def origin(self) -> Origin:
        return self.file.origin(self.block.start)

    def attribute(self, name: str) -> Attribute | None:
        """Return the block's own argument `name`, if it is written."""
        return self.block.body.attributes.get(name)

    def place(self, name: str) -> Origin:
        """Return where the argument's value stands, else where the block does."""
        if attribute := self.attribute(name):
            return self.file.origin(attribute.value_start)
        for inner in self.block.body.blocks:
            if called(inner) == name:
                return self.file.origin(inner.start)
        return self.origin


def called(block: Block) -> str:
    """Return the name under which a nested block is an argument of the block around it."""
    return block.labels[0] if block.kind == "dynamic" and block.labels else block.kind
