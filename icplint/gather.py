"""Paths on a command line -> everything that they hold, read once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from icplint.documents import decoded
from icplint.errors import reason
from icplint.filings.register import read as read_register
from icplint.model.cloud import MANIFEST
from icplint.model.origin import Origin, shown
from icplint.model.reading import Problem, Reading
from icplint.model.text import Text
from icplint.registry import Source
from icplint.succession import succeeded
from icplint.suppressions import MARK

if TYPE_CHECKING:
    from icplint.model.cloud import Cloud

STDIN: Final = "-"
IN_JSON: Final = (".tf.json", ".tofu.json", ".tfvars.json")
MISSING: Final = Text(en="{path} does not exist", zh="{path} 不存在")
UNREADABLE: Final = Text(en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}")
EMPTY: Final = Text(
    en="{path} holds no Terraform files, so there is nothing to check",
    zh="{path} 中没有 Terraform 文件，没有可检查的内容",
)
BINARY_PLAN: Final = Text(
    en="{path} is a binary plan: give icplint its JSON, terraform show -json {path} | icplint check -",
    zh="{path} 是二进制 plan：请提供其 JSON，例如 terraform show -json {path} | icplint check -",
)
UNRECOGNISED: Final = Text(
    en="{path} is neither Terraform nor a plan or state as JSON (terraform show -json)",
    zh="{path} 既不是 Terraform 文件，也不是 plan 或 state 的 JSON（terraform show -json）",
)


def _unheard(_file: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read. `base` is what shown paths are relative to; `stdin` is the text of standard input, if asked for.

    `unsaved` is what an editor has of Terraform files, by absolute path, that the disk has otherwise.
    `told` hears of each file as it is read.
    """

    paths: Sequence[str]
    base: Path
    registers: Sequence[Path] = ()
    databases: Sequence[Path] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    variable_files: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    sources: Callable[[], Sequence[Source]] = tuple
    clouds: Callable[[], Mapping[str, Cloud]] = dict
    stdin: bytes = b""
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    told: Callable[[str], None] = _unheard


def gather(request: Request) -> Reading:
    """Return one reading of every path, register and database.

    What cannot be read is a problem; the rest is still read.
    """
    gatherer = _Gatherer(request)
    for path in dict.fromkeys(request.paths):
        gatherer.take(path)
    gatherer.look_back()
    gatherer.configurations()
    for register in request.registers:
        request.told(gatherer.shown(register))
        gatherer.reading.add(read_register(register, gatherer.shown(register)))
    _registers_must_all_be_whole(gatherer.reading, len(request.registers))
    if request.databases:
        from icplint.geo.databases import read_databases

        gatherer.reading.add(read_databases(request.databases, gatherer.shown))
    return gatherer.reading


def _registers_must_all_be_whole(reading: Reading, registers: int) -> None:
    """Several registers together are whole only if each one is."""
    broken = {p.origin.file for p in reading.problems if p.origin and p.origin.file}
    if registers > 1 and any(i.path in broken for i in reading.inputs if i.kind == "register"):
        reading.complete.discard("filing")


class _Gatherer:
    def __init__(self, request: Request) -> None:
        self.request = request
        self.reading = Reading()
        self.directories: list[Path] = []
        self.files: list[Path] = []
        self.values: dict[Path, list[Path]] = {}
        self.beside: dict[Path, Any] = {}
        self.befores: list[Callable[[], Reading]] = []
        self.changing = False

    def shown(self, path: Path) -> str:
        return shown(path, self.request.base)

    def problem(self, text: Text, path: str) -> None:
        self.reading.problems.append(Problem(text.using(path=path), Origin(file=path)))

    def take(self, name: str) -> None:
        """Read a JSON document now; note a directory or a Terraform file for later, when all are known."""
        if name == STDIN:
            self._document(self.request.stdin, "-", self.request.base)
            return
        path = self.request.base / name
        if path.is_dir():
            if (path / MANIFEST).is_file():
                self._inventory(path)
            else:
                self.directories.append(path)
            return
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            self.problem(MISSING, Path(name).as_posix())
            return
        except OSError as error:
            self.problem(UNREADABLE.using(why=reason(error)), self.shown(path))
            return
        self._file(path, content)

    def _inventory(self, directory: Path) -> None:
        from icplint import saved

        self.reading.add(saved.read(directory, self.shown(directory), self.request.clouds()))

    def _file(self, path: Path, content: bytes) -> None:
        if content[:4] == b"PK\x03\x04":
            self.problem(BINARY_PLAN, self.shown(path))
        elif _opens_an_object(content) and not path.name.endswith(IN_JSON):
            self._document(content, self.shown(path), path.parent)
        elif path.name.endswith((".tf", ".tofu", ".tfvars", *IN_JSON)):
            self.files.append(path)
        else:
            self.problem(UNRECOGNISED, self.shown(path))

    def _document(self, content: bytes, shown: str, directory: Path) -> None:
        self.request.told(shown)
        document = decoded(content)
        if isinstance(document, Text):
            self.problem(document, shown)
            return
        for source in self.request.sources():
            if source.recognises(document):
                beside = self._source_beside(source.kind, document, directory)
                root = self.shown(beside) if beside else shown
                self.reading.add(source.read(document, file=shown, root=root))
                if source.before is not None:
                    self.befores.append(partial(source.before, document, file=shown, root=root))
                    self.changing |= source.changes(document)
                return
        self.problem(UNRECOGNISED, shown)

    def look_back(self) -> None:
        """Read what there was before the plans, if one of them changes anything: names lead from one to another."""
        for before in self.befores if self.changing else ():
            found = before().resources
            self.reading.before += found
            self.reading.resources = succeeded(self.reading.resources, found)

    def _source_beside(self, kind: str, document: Any, directory: Path) -> Path | None:
        """Return the directory whose configuration a plan or state was made of, if it lies there."""
        from icplint.terraform.exported import root_blocks
        from icplint.terraform.files import terraform_files

        named = root_blocks(document)
        if not named or not terraform_files(directory):
            return None
        module = self.loader.module(directory)
        if named.isdisjoint([*module.resources, *(f"module.{name}" for name in module.calls)]):
            return None
        place = Path(os.path.normpath(directory))
        self.beside[place] = document if kind == "plan" else self.beside.get(place)
        return directory

    @property
    def loader(self) -> Any:
        """The one loader of the run, made when Terraform has to be read."""
        if not hasattr(self, "_loader"):
            from icplint.terraform.modules import Loader

            named = {self.request.base / path for path in self.request.paths}
            self._loader = Loader(self.request.base, self.request.unsaved, self.request.told, named)
        return self._loader

    def configurations(self) -> None:
        """Read every root module that the paths name, and the sources of plans."""
        asked = self._roots()
        for root in dict.fromkeys((*self.beside, *asked)):
            self._configuration(root, asked=root in asked)
        if self.request.variables and asked:
            from icplint.terraform.given import undeclared

            self.reading.problems += undeclared(self.request.variables, [self.loader.module(root) for root in asked])

    def _roots(self) -> list[Path]:
        if not (self.directories or self.files):
            return []
        from icplint.roots import find_roots

        roots = find_roots(self.directories, self.files, self.loader)
        for top in roots.empty:
            self.problem(EMPTY, self.shown(top))
        self.reading.inputs += roots.left_out
        self.reading.unread += roots.unused
        self.values = roots.values
        return roots.modules

    def _configuration(self, root: Path, *, asked: bool) -> None:
        from icplint.terraform.configuration import read_configuration
        from icplint.terraform.exported import planned_variables
        from icplint.terraform.given import Variables

        document = self.beside.get(root)
        variables = Variables(
            flags=self.request.variables,
            files=self.request.variable_files,
            either=self.values.get(root, ()),
            environment=self.request.environment,
            planned=planned_variables(document),
        )
        reading = read_configuration(root, self.loader, variables, MARK.encode())
        if document is not None:  # the plan says what there is; the source says where it is written
            present = {(r.root, r.address) for r in self.reading.resources}
            reading.resources = [r for r in reading.resources if (r.root, r.address) in present]
        part = Reading(resources=reading.resources, calls=reading.calls, remarks=reading.remarks)
        self.reading.add(reading if asked else part)


def _opens_an_object(content: bytes) -> bool:
    """Return whether a file looks like JSON, in UTF-8 or, as PowerShell writes it, in UTF-16."""
    return content[:80].decode(json.detect_encoding(content), "ignore").lstrip()[:1] == "{"
