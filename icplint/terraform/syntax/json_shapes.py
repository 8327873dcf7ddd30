"""What is fixed about each kind of block: its labels, the blocks inside, and how the strings of arguments are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from icplint.terraform.syntax.block_types import LABELS
from icplint.terraform.syntax.json_document import String
from icplint.terraform.syntax.json_strings import code, literal, template
from icplint.terraform.syntax.tree import Expression

Reader = Callable[[String, bytes], Expression]


class Shape(NamedTuple):
    """One kind of block. What is not a block in it is an argument; `otherwise` reads those that have no reader.

    A body that has the argument `bare` may stand without its labels.
    """

    labels: tuple[str, ...] = ()
    blocks: Mapping[str, Shape] = MappingProxyType({})
    readers: Mapping[str, Reader] = MappingProxyType({})
    otherwise: Reader = template
    bare: str = ""


_DYNAMIC: Final[dict[str, Shape]] = {}
NESTED: Final = Shape(blocks=_DYNAMIC)
"""A block of which the provider knows the rest: all is an argument but `dynamic`, which may stand in it again."""
_DYNAMIC["dynamic"] = Shape(("type",), {"content": NESTED}, {"iterator": code})

_SHAPE: Final = Shape()
_SETTINGS: Final = Shape(otherwise=literal)
_RESOURCE: Final = Shape(
    blocks={
        **_DYNAMIC,
        "lifecycle": Shape(
            blocks={"precondition": _SHAPE, "postcondition": _SHAPE},
            readers={"ignore_changes": code, "replace_triggered_by": code},
        ),
        "connection": _SHAPE,
        "provisioner": Shape(("type",), {"connection": _SHAPE}),
    },
    readers={"provider": code, "depends_on": code},
)
_SHAPES: Final = {
    "terraform": Shape(
        blocks={
            "required_providers": _SETTINGS,
            "backend": Shape(("type",), otherwise=literal),
            "cloud": Shape(blocks={"workspaces": _SETTINGS}, otherwise=literal),
            "provider_meta": Shape(("provider",)),
        },
        otherwise=literal,
    ),
    "provider": Shape(blocks=_DYNAMIC, readers={"alias": literal, "version": literal}),
    "variable": Shape(blocks={"validation": _SHAPE}, readers={"type": code}, otherwise=literal),
    "output": Shape(blocks={"precondition": _SHAPE}, readers={"depends_on": code, "description": literal}),
    "module": Shape(
        blocks={"lifecycle": _SHAPE},
        readers={"source": literal, "version": literal, "providers": code, "depends_on": code},
    ),
    "language": Shape(blocks={"compatible_with": _SETTINGS}, otherwise=code),
    "resource": _RESOURCE,
    "data": _RESOURCE,
    "ephemeral": _RESOURCE,
    "action": NESTED,
    "moved": Shape(otherwise=code),
    "removed": Shape(blocks={"lifecycle": _SHAPE, "provisioner": Shape(("type",))}, otherwise=code),
    "import": Shape(readers={"to": code, "provider": code}),
    "check": Shape(blocks={"assert": _SHAPE, "data": _RESOURCE._replace(labels=LABELS["data"])}),
}
TERRAFORM: Final = Shape(
    blocks=MappingProxyType(
        {kind: _SHAPES.get(kind, _SHAPE)._replace(labels=labels) for kind, labels in LABELS.items()}
    )
)
"""A file of Terraform's."""
_NAMED: Final = Shape(("name",))
TERRAGRUNT: Final = Shape(
    blocks={
        "terraform": Shape(
            blocks=dict.fromkeys(("extra_arguments", "before_hook", "after_hook", "error_hook"), _NAMED)
        ),
        "include": Shape(("name",), bare="path"),
        **dict.fromkeys(("locals", "dependencies", "remote_state", "catalog", "engine", "exclude"), _SHAPE),
        **dict.fromkeys(("dependency", "feature", "generate", "unit", "stack", "component", "deployment"), _NAMED),
    },
    readers={"inputs": template},
)
"""A file of Terragrunt's, or of a stack: `terragrunt.hcl.json`. Source: terragrunt.gruntwork.io/docs/reference/hcl."""
