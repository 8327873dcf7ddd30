"""Where a root module keeps its state, and which state `terraform_remote_state` reads: what tells states apart."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.model.unknown import Unknown
from icplint.terraform.evaluation.scope import Empty
from icplint.terraform.functions.function import Context
from icplint.terraform.instances.blocks import guarded, names
from icplint.terraform.modules.loader import Declared, Module
from icplint.terraform.values.plain_values import plain

DEFAULT: Final = "default"
_IN_WORKSPACE: Final = regex(r"(?P<top>.*/)terraform\.tfstate\.d/(?P<name>[^/]+)/terraform\.tfstate")

_IDENTITY: Final[Mapping[str, Mapping[str, str | None]]] = {
    "azurerm": {"storage_account_name": None, "container_name": None, "key": None},
    "consul": {"path": None, "address": "", "datacenter": ""},
    "cos": {"bucket": None, "prefix": "env:", "key": "terraform.tfstate"},
    "gcs": {"bucket": None, "prefix": ""},
    "http": {"address": None},
    "kubernetes": {"secret_suffix": None, "namespace": "default", "host": "", "config_path": "", "config_context": ""},
    "local": {"path": "terraform.tfstate"},
    "oss": {"bucket": None, "prefix": "env:", "key": "terraform.tfstate"},
    "pg": {"conn_str": None, "schema_name": "terraform_remote_state"},
    "remote": {"hostname": "app.terraform.io", "organization": None, "name": None},
    "s3": {"bucket": None, "key": None, "endpoint": ""},
}
"""The arguments that tell one state from another, with their defaults; None where the environment may give it.

Source: developer.hashicorp.com/terraform/language/backend, one page for each.
"""
_OWN: Final = ("key", "prefix", "path")
"""What a root module says of its own: where it writes none of these, -backend-config may have given it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateLocation:
    """Where one state is kept; `parts` are the values of what tells it from others there, None where not known."""

    kind: str
    parts: tuple[str | None, ...]
    workspace: str | None

    @property
    def known(self) -> bool:
        """Whether it is one place."""
        return None not in self.parts and self.workspace is not None

    def meets(self, other: StateLocation) -> bool:
        """Return whether the two may be one root module's: another workspace of it is kept at its side."""
        if self.kind != other.kind:
            return False
        return all(a == b or a is None or b is None for a, b in zip(self.parts, other.parts, strict=True))


def kept_at(module: Module, directory: Path, workspace: str) -> StateLocation | None:
    """Return where the state of a root module is kept; None for a backend of a kind that is not followed."""
    declared = next((module.settings[kind] for kind in ("cloud", "backend") if kind in module.settings), None)
    if declared is None:
        return place("local", {"path": "terraform.tfstate"}, workspace, directory)
    values = _values(declared, directory)
    kind = "remote" if declared.block.kind == "cloud" else declared.block.labels[0]
    own = [name for name in _OWN if name in _IDENTITY.get(kind, ())]
    if own and not any(name in values for name in own):
        values |= dict.fromkeys(own, _PERHAPS)
    return place(kind, values, workspace, directory)


_PERHAPS: Final = object()
"""Stands for a value that may have been given elsewhere."""


def _values(declared: Declared, directory: Path) -> dict[str, Any]:
    """Return the arguments of a backend: what is not a constant is not known."""
    body = declared.block.body
    scope = Empty(Context(root=directory, directory=directory))
    return {name: plain(guarded(body, name, scope)) for name in names(body)}


def place(kind: str, values: object, workspace: str | None, directory: Path) -> StateLocation | None:
    """Return the place of a state by the arguments of its backend; relative paths start at `directory`."""
    if kind not in _IDENTITY:
        return None
    given = values if isinstance(values, Mapping) else dict.fromkeys(_IDENTITY[kind], _PERHAPS)
    parts = {name: _text(given.get(name), default) for name, default in _IDENTITY[kind].items()}
    if kind == "remote":
        parts["name"] = _name(given.get("workspaces"), workspace)
        workspace = DEFAULT
    elif kind == "local" and (path := parts["path"]) is not None:
        path = os.path.realpath(directory / path)
        if (match := _IN_WORKSPACE.fullmatch(path)) and workspace == DEFAULT:
            path, workspace = f"{match['top']}terraform.tfstate", match["name"]
        parts["path"] = path
    return StateLocation(kind=kind, parts=tuple(parts.values()), workspace=workspace)


def _text(value: object, default: str | None) -> str | None:
    match value:
        case None:
            return default
        case str():
            return value
        case _:
            return None


def _name(workspaces: object, workspace: str | None) -> str | None:
    """Return the name of a workspace of HCP Terraform; None where it has a tag or a prefix alone."""
    one = workspaces[0] if isinstance(workspaces, list) and workspaces else workspaces
    if not isinstance(one, Mapping):
        return None
    name, prefix = one.get("name"), one.get("prefix")
    if isinstance(name, Unknown | str):
        return _text(name, None)
    known = isinstance(prefix, str) and workspace not in {None, DEFAULT}
    return f"{prefix}{workspace}" if known else None
