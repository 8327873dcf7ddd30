"""A directory of Terraform files -> what it declares; local and installed modules by their source."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from icplint.model.origin import Origin
from icplint.model.reading import Problem
from icplint.model.text import Text
from icplint.terraform.files import terraform_files
from icplint.terraform.parse import parse
from icplint.terraform.syntax import Attribute, Block, File, Literal, ObjectCons

_DUPLICATE = Text(en="{name} is declared twice, first at {first}", zh="{name} 重复声明，首次声明在 {first}")
_UNREADABLE = Text(en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}")


class Declared(NamedTuple):
    """A block, or a local's attribute, and the file that it stands in."""

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
            if inner.kind == name or (inner.kind == "dynamic" and inner.labels == (name,)):
                return self.file.origin(inner.start)
        return self.origin


class Local(NamedTuple):
    attribute: Attribute
    file: File


@dataclass(slots=True)
class Module:
    """What the files of one directory declare. `path` is the directory as shown to the user."""

    directory: Path
    path: str
    files: list[File] = field(default_factory=list)
    variables: dict[str, Declared] = field(default_factory=dict)
    locals: dict[str, Local] = field(default_factory=dict)
    outputs: dict[str, Declared] = field(default_factory=dict)
    resources: dict[str, Declared] = field(default_factory=dict)
    data: dict[str, Declared] = field(default_factory=dict)
    calls: dict[str, Declared] = field(default_factory=dict)
    providers: dict[str, Declared] = field(default_factory=dict)
    provider_sources: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def broken(self) -> str | None:
        """The path of a file that has syntax errors: a name that is missing may be declared in there."""
        return next((file.path for file in self.files if file.problems), None)

    def provider_source(self, local_name: str) -> str:
        """Return the provider's source address without its registry; Terraform assumes one where none is given."""
        return self.provider_sources.get(local_name, f"hashicorp/{local_name}")


def source_of(call: Declared) -> str | None:
    """Return a module call's `source` where it is a plain string."""
    attribute = call.attribute("source")
    if attribute and isinstance(attribute.expression, Literal) and isinstance(attribute.expression.value.raw, str):
        return attribute.expression.value.raw
    return None


def is_local(source: str) -> bool:
    """Return whether a module source is a path."""
    return source.startswith(("./", "../", ".\\", "..\\")) or source in {".", ".."}


class Loader:
    """Reads each directory once, however many modules call it. `base` is what shown paths are relative to."""

    def __init__(self, base: Path) -> None:
        self.base = base
        self._modules: dict[Path, Module] = {}
        self._installed: dict[Path, dict[str, str]] = {}

    def shown(self, path: Path) -> str:
        """Return a path as the user sees it: relative to where icplint runs, with forward slashes."""
        try:
            return Path(os.path.relpath(path, self.base)).as_posix()
        except ValueError:  # another drive
            return path.as_posix()

    def module(self, directory: Path) -> Module:
        """Return what the directory declares; unreadable files are in its problems."""
        directory = Path(os.path.normpath(directory))
        if directory not in self._modules:
            self._modules[directory] = self._load(directory)
        return self._modules[directory]

    def _load(self, directory: Path) -> Module:
        module = Module(directory, self.shown(directory))
        for path in terraform_files(directory):
            shown = path.name if module.path == "." else f"{module.path}/{path.name}"
            try:
                source = path.read_bytes()
            except OSError as error:
                why = error.strerror or str(error)
                module.problems.append(Problem(_UNREADABLE.using(path=shown, why=why), Origin(file=shown)))
                module.files.append(File(shown, b"", parse(b"", shown).body, parse(b"\xff", shown).problems))
                continue
            file = parse(source, shown)
            module.files.append(file)
            module.problems += [Problem(p.text, file.origin(p.start)) for p in file.problems]
            for block in file.body.blocks:
                _declare(module, Declared(block, file))
        return module

    def called(self, module: Module, root: Path, path: tuple[str, ...], name: str) -> Path | None:
        """Return the directory of module call `name`, or None where it is not there.

        `path` is the chain of calls that leads to `module` from the root module at `root`.
        """
        source = source_of(module.calls[name])
        if source is not None and is_local(source):
            directory = module.directory / source
            return directory if directory.is_dir() else None
        installed = self._manifest(root).get(".".join((*path, name)))
        return root / installed if installed and (root / installed).is_dir() else None

    def _manifest(self, root: Path) -> dict[str, str]:
        """Read `.terraform/modules/modules.json`: where `terraform init` put the modules."""
        if root not in self._installed:
            try:
                document = json.loads((root / ".terraform/modules/modules.json").read_text(encoding="utf-8"))
                self._installed[root] = {m["Key"]: m["Dir"] for m in document["Modules"]}
            except (OSError, ValueError, KeyError, TypeError):
                self._installed[root] = {}
        return self._installed[root]


def _declare(module: Module, declared: Declared) -> None:  # noqa: C901 - one case for each kind of block
    block = declared.block
    match block.kind, block.labels:
        case "resource", (kind, name):
            _add(module, module.resources, f"{kind}.{name}", declared)
        case "data", (kind, name):
            _add(module, module.data, f"{kind}.{name}", declared, "data.")
        case "variable", (name,):
            _add(module, module.variables, name, declared, "var.")
        case "output", (name,):
            _add(module, module.outputs, name, declared, "output.")
        case "module", (name,):
            _add(module, module.calls, name, declared, "module.")
        case "locals", ():
            for attribute in block.body.attributes.values():
                if attribute.name in module.locals:
                    first = module.locals[attribute.name]
                    _duplicate(module, f"local.{attribute.name}", first.file.origin(first.attribute.start), declared)
                module.locals[attribute.name] = Local(attribute, declared.file)
        case "provider", (name,):
            alias = declared.attribute("alias")
            key = name
            if alias and isinstance(alias.expression, Literal):
                key = f"{name}.{alias.expression.value.raw}"
            _add(module, module.providers, key, declared, "provider.")
        case "terraform", ():
            _required_providers(module, block)


def _add(module: Module, into: dict[str, Declared], name: str, declared: Declared, prefix: str = "") -> None:
    if name in into:
        _duplicate(module, prefix + name, into[name].origin, declared)
    into[name] = declared


def _duplicate(module: Module, name: str, first: Origin, declared: Declared) -> None:
    module.problems.append(Problem(_DUPLICATE.using(name=name, first=str(first)), declared.origin))


def _required_providers(module: Module, block: Block) -> None:
    for inner in block.body.blocks:
        if inner.kind != "required_providers":
            continue
        for attribute in inner.body.attributes.values():
            if isinstance(attribute.expression, ObjectCons):
                for key, value in attribute.expression.items:
                    if isinstance(key, Literal) and key.value.raw == "source" and isinstance(value, Literal):
                        module.provider_sources[attribute.name] = "/".join(str(value.value.raw).split("/")[-2:])
