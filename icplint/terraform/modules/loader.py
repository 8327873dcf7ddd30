"""A directory of Terraform files -> what it declares; local and installed modules by their source."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from icplint.errors import FileError, reason
from icplint.files.reading import OUTSIDE, Trees
from icplint.model import bounds
from icplint.model.memo import Memo
from icplint.model.origin import Origin, display_path
from icplint.model.reading import Problem
from icplint.model.text import Text
from icplint.terraform.modules.declarations import Local, Module, declare
from icplint.terraform.modules.declared import Declared
from icplint.terraform.modules.files import is_json, is_override, is_tofu, replaced_files, terraform_files
from icplint.terraform.modules.installed import MALFORMED, MANIFEST, Installed, read_manifest
from icplint.terraform.modules.overrides import override
from icplint.terraform.syntax.parse import parse
from icplint.terraform.syntax.tree import Body, File, Literal, SyntaxProblem

__all__ = ["Declared", "Loader", "Local", "Module", "is_local", "source_of"]

_UNREADABLE = Text(en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}")


def source_of(call: Declared) -> str | None:
    """Return a module call's `source` where it is a plain string."""
    return _plain(call, "source")


def version_of(call: Declared) -> str | None:
    """Return a module call's `version` where it is a plain string."""
    return _plain(call, "version")


def _plain(call: Declared, name: str) -> str | None:
    attribute = call.attribute(name)
    if attribute and isinstance(attribute.expression, Literal) and isinstance(attribute.expression.value.raw, str):
        return attribute.expression.value.raw
    return None


def is_local(source: str) -> bool:
    """Return whether a module source is a path."""
    return source.startswith(("./", "../", ".\\", "..\\")) or source in {".", ".."}


class Loader:
    """Reads each directory once, however many modules call it. `base` is what shown paths are relative to.

    `unsaved` holds the text of files, by absolute path, that an editor has and the disk has not; `told` hears of
    each file as it is read; `named` are the paths that the user gave, and `trees` says what may be read.
    """

    def __init__(
        self,
        base: Path,
        unsaved: Mapping[Path, bytes] | None = None,
        told: Callable[[str], None] = lambda _file: None,
        named: Collection[Path] = (),
        trees: Trees | None = None,
    ) -> None:
        self.base = base
        self.named = named
        self.told = told
        self.trees = trees or Trees(base)
        self._unsaved = dict(unsaved or {})
        self._modules = Memo(self._load)
        self._files: dict[Path, File] = {}
        self._installed: dict[Path, dict[str, Installed]] = {}

    def display(self, path: Path) -> str:
        """Return a path as the user sees it: relative to where icplint runs, with forward slashes."""
        return display_path(path, self.base)

    @staticmethod
    def normal(path: Path) -> Path:
        """Return a path without `..`, as Terraform cleans it: links are not looked at."""
        return Path(os.path.normpath(path))

    def module_with(self, directory: Path, written: Mapping[str, bytes], name: str) -> Module:
        """Return what a directory declares together with files that are written into it, shown as the root `name`."""
        if not written:
            return replace(self.module(directory), path=name)
        unsaved = self._unsaved | {directory / file: text for file, text in written.items()}
        return replace(Loader(self.base, unsaved, self.told, self.named, self.trees).module(directory), path=name)

    def module(self, directory: Path) -> Module:
        """Return what the directory declares; unreadable files are in its problems."""
        return self._modules[self.normal(directory)]

    def calls(self, directory: Path) -> Mapping[str, Declared]:
        """Return the module calls of a directory, of which only the files are parsed that may have a part in them."""
        directory = self.normal(directory)
        if directory not in self._modules:
            paths = [path for path in terraform_files(directory, self._unsaved_in(directory)) if self._may_call(path)]
            return self._read(directory, paths).calls if paths else {}
        return self._modules[directory].calls

    def _may_call(self, path: Path) -> bool:
        """Return whether a file may hold a block `module`; JSON can write the word in many ways."""
        try:
            return is_json(path.name) or b"module" in self._source(path)
        except OSError:
            return False

    def of_terraform(self, module: Module) -> Module:
        """Return what Terraform, which knows no `.tofu` files, reads in a module's directory."""
        unsaved = self._unsaved_in(module.directory)
        both = [*terraform_files(module.directory, unsaved), *replaced_files(module.directory, unsaved)]
        return self._read(module.directory, [path for path in both if not is_tofu(path.name)])

    def _unsaved_in(self, directory: Path) -> list[str]:
        return [path.name for path in self._unsaved if path.parent == directory]

    def _load(self, directory: Path) -> Module:
        unsaved = self._unsaved_in(directory)
        paths = terraform_files(directory, unsaved)
        module = self._read(directory, paths)
        if any(is_tofu(path.name) for path in paths):
            module.replaced = [self.display(path) for path in replaced_files(directory, unsaved)]
        return module

    def _read(self, directory: Path, paths: list[Path]) -> Module:
        """Read every file; override files come last, each group in the order of names."""
        module = Module(directory, self.display(directory))
        for path in sorted(paths, key=lambda path: (is_override(path.name), path.name)):
            name = path.name if module.path == "." else f"{module.path}/{path.name}"
            try:
                file = self._files.get(path) or self._parsed(path, name)
            except OSError as error:
                text = _UNREADABLE.using(path=name, why=reason(error))
                module.problem(text, Origin(file=name))
                module.files.append(File(name, b"", Body({}, []), (SyntaxProblem(text, 0),)))
                continue
            module.files.append(file)
            module.problems += [Problem(p.text, file.origin(p.start)) for p in file.problems]
            (override if is_override(path.name) else declare)(module, file)
        return module

    def _parsed(self, path: Path, name: str) -> File:
        self.told(name)
        file = self._files[path] = _parse(self._source(path), name)
        return file

    def _source(self, path: Path) -> bytes:
        source = self._unsaved.get(path)
        return self.trees.around(path.parent).read(path) if source is None else source

    def called(self, module: Module, root: Path, path: tuple[str, ...], name: str) -> Path | None:
        """Return the directory of module call `name`, or None where it is not there; raises FileError.

        `path` is the chain of calls that leads to `module` from the root module at `root`.
        """
        source = source_of(module.calls[name])
        if source is not None and is_local(source):
            return self._directory(module.directory, source)
        installed = self.installed(root, path, name)
        if installed is None or (source is not None and installed.outdated(source, version_of(module.calls[name]))):
            return None
        return self._directory(root, installed.directory)

    def _directory(self, start: Path, source: str) -> Path | None:
        directory = start / source
        if not os.path.isdir(directory):  # noqa: PTH112 - Path's raises for a name that is too long
            return None
        if self.trees.refuses(directory, start):
            raise FileError(OUTSIDE.using(tree=self.display(self.trees.around(start).top)))
        return directory

    def installed(self, root: Path, path: tuple[str, ...], name: str) -> Installed | None:
        """Return what `terraform init` installed for a module call, whether or not the call still asks for it."""
        return self._manifest(root).get(".".join((*path, name)))

    def _manifest(self, root: Path) -> dict[str, Installed]:
        if root not in self._installed:
            file, why = self.display(root / MANIFEST), None
            self._installed[root] = {}
            try:
                found = read_manifest(self.trees.around(root).read(root / MANIFEST, bounds.MODULES * bounds.MIB))
                why = MALFORMED.using(path=file) if found is None else None
                self._installed[root] = found or {}
            except FileError as error:
                why = _UNREADABLE.using(path=file, why=error.text)
            except OSError:
                pass
            if why:
                self.module(root).problem(why, Origin(file=file))
        return self._installed[root]


def _parse(source: bytes, shown: str) -> File:
    if not is_json(shown):
        return parse(source, shown)
    from icplint.terraform.syntax.json_syntax import parse_json

    return parse_json(source, shown)
