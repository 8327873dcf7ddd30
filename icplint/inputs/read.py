"""Paths on a command line -> everything that they hold, read once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from icplint.errors import reason
from icplint.files.reading import Trees, read_named
from icplint.inputs.documents import decoded
from icplint.inputs.excluded import empty, exclusions_for, idle, inputs
from icplint.inputs.projects import REGISTERS, SERVING, Names, Projects, told_apart, unused
from icplint.inputs.registers import Homes, read_registers, settings_of
from icplint.inputs.stacks import Document, rooted, stacks
from icplint.inputs.succession import succeeded
from icplint.model.cloud import MANIFEST
from icplint.model.origin import Origin, display_path
from icplint.model.reading import Problem, Reading, Root, Unread, Unused
from icplint.model.text import Text, did_you_mean, plain
from icplint.registry import Source
from icplint.settings.config import Config, find
from icplint.terraform.modules.files import PINS

if TYPE_CHECKING:
    from icplint.model.cloud import Cloud
    from icplint.terraform.instances.variable_values import Variables

STDIN: Final = "-"
IN_JSON: Final = (".tf.json", ".tofu.json", ".tfvars.json", ".hcl.json")
TERRAFORM: Final = (".tf", ".tofu", ".tfvars", ".hcl", *IN_JSON)
MISSING: Final = Text(
    en="{path} does not exist: check how it is spelled, from where icplint runs{hint}",
    zh="{path} 不存在：请检查路径（以运行目录为起点）{hint}",
)
ELSEWHERE: Final = Text(
    en="{path} lies in the network, and icplint reads what lies here: fetch it (git clone), and check its directory",
    zh="{path} 是网络地址，而 icplint 只读取本地文件：请先获取（git clone），再检查其所在目录",
)
UNREADABLE: Final = Text(en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}")
_LISTED: Final = 1_000
"""Names of a directory among which a misspelled one is looked for."""
BINARY_PLAN: Final = Text(
    en="{path} is a binary plan: give icplint its JSON, terraform show -json {path} | icplint check -",
    zh="{path} 是二进制 plan：请提供其 JSON，例如 terraform show -json {path} | icplint check -",
)
UNRECOGNISED: Final = Text(
    en="{path} is neither Terraform nor a plan or state as JSON (terraform show -json)",
    zh="{path} 既不是 Terraform 文件，也不是 plan 或 state 的 JSON（terraform show -json）",
)


UNUSED: Final = Text(
    en="the register {file} is not read: another one was named or lies nearer, or it lies below what is checked; "
    "--filings {file} reads it",
    zh="未读取备案清单 {file}：已另行指定备案清单、有更近的清单，或它位于所检查目录之下；可用 --filings {file} 指定",
)
NO_TABLE: Final = Text(
    en="{file} has no [tool.icplint], so it holds no settings", zh="{file} 中没有 [tool.icplint]，不含 icplint 的配置"
)
KNOWN: Final = (*PINS, ".terraform.lock.hcl", "terragrunt.hcl", "terragrunt.hcl.json", "root.hcl", "root.hcl.json")
"""What Terraform and Terragrunt call their own files, whether anything uses them or not."""
IDLE: Final = Text(en="no root module of this project uses it", zh="本项目中没有使用它的根模块")


def _beside(path: Path) -> Text:
    """Return what a path that leads nowhere was probably meant to be."""
    try:
        return did_you_mean(path.name, sorted(one.name for one in path.parent.iterdir())[:_LISTED])
    except OSError:
        return plain("")


def _unheard(_file: str) -> None:
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read. `base` is what shown paths are relative to; `stdin` is the text of standard input, if asked for.

    `registers` are those that were given; `projects` finds those of each root, and its settings.
    `unsaved` is what an editor has of Terraform files, by absolute path, that the disk has otherwise.
    `told` hears of each file as it is read, `said` of what is left out: by `exclude` (patterns, relative to `base`), by
    settings and, where it is `ignoring`, by `.gitignore`. Nothing that lies outside of `within`, and was found, is
    read.
    """

    paths: Sequence[str]
    base: Path
    registers: Sequence[Path] = ()
    projects: Projects = field(default_factory=lambda: Projects(given=Config(), found=False))
    databases: Sequence[Path] = ()
    variables: Mapping[str, str] = field(default_factory=dict)
    variable_files: Sequence[Path] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    sources: Callable[[], Sequence[Source]] = tuple
    clouds: Callable[[], Mapping[str, Cloud]] = dict
    stdin: bytes = b""
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    told: Callable[[str], None] = _unheard
    said: Callable[[Text], None] | None = None
    exclude: Sequence[str] = ()
    ignoring: bool = True
    within: Path | None = None


def read_inputs(request: Request) -> Reading:
    """Return one reading of every path, register and database.

    What cannot be read is a problem; the rest is still read. Paths are read in one order, whatever order they are given
    in, and each place once, whatever way leads to it.
    """
    gatherer = _InputReader(request)
    for name, path in sorted(_places(request).items(), key=lambda item: (item[1] is None, item[1])):
        gatherer.take(name, path)
    gatherer.documents()
    gatherer.look_back()
    gatherer.configurations()
    gatherer.reading.roots = told_apart(gatherer.reading.roots)
    gatherer.beside_the_roots()
    if request.databases:
        from icplint.geo.databases import read_databases

        gatherer.reading.add(read_databases(request.databases, gatherer.display))
    return gatherer.reading


def _places(request: Request) -> dict[str, Path | None]:
    """Return the paths that were given, each with where it lies; None is standard input. Of two for one place, one."""
    found: dict[Path | None, str] = {}
    for name in request.paths:
        place = None if name == STDIN else _real(request.base / name)
        found[place] = min(name, found.get(place, name))
    return {name: place for place, name in found.items()}


def _real(path: Path) -> Path:
    """Return where a path leads; what belongs to roots stays where it is linked; a pipe (/dev/fd/63) has but a name."""
    real = Path(os.path.realpath(path))
    if not real.exists():
        return path
    if path.name.endswith((*TERRAFORM, *SERVING, *PINS)) and not real.is_dir():
        return Path(os.path.realpath(path.parent), path.name)
    return real


class _InputReader:
    def __init__(self, request: Request) -> None:
        self.request = request
        self.reading = Reading()
        self.directories: list[Path] = []
        self.files: list[Path] = []
        self.idle: list[Path] = []
        self.values: dict[Path, list[Path]] = {}
        self.units: dict[Path, Any] = {}
        self.taken: list[Document] = []
        self.beside: dict[Path, list[tuple[str, Any]]] = {}
        self.befores: list[Callable[[], Reading]] = []
        self.changing = False
        self.names = Names()
        self.lying: list[Path] = []
        self.exclusions = exclusions_for(
            request.projects,
            base=request.base,
            given=request.exclude,
            ignoring=request.ignoring,
            within=request.within,
        )
        named = [_real(request.base / name) for name in request.paths if name != STDIN]
        self.trees = Trees(request.base, [path if path.is_dir() else path.parent for path in named], request.within)

    def display(self, path: Path) -> str:
        return display_path(path, self.request.base)

    def problem(self, text: Text, path: str) -> None:
        self.reading.problems.append(Problem(text.using(path=path), Origin(file=path)))

    def root(self, path: Path, shown: str, name: str | None = None) -> str:
        """Enter a root under the way in which resources name it."""
        self.reading.roots[shown] = Root(self.names.of(path) if name is None else name, path)
        return shown

    def take(self, name: str, path: Path | None) -> None:
        """Read a JSON document now; note a directory or a Terraform file for later, when all are known."""
        if path is None:
            self._document(self.request.stdin, STDIN, self.request.base)
            return
        if path.is_dir():
            if (path / MANIFEST).is_file():
                self._inventory(path)
            else:
                self.directories.append(path)
            return
        try:
            content = read_named(path)
        except FileNotFoundError:
            away = "://" in name
            self.problem(
                ELSEWHERE if away else MISSING.using(hint=_beside(path)), name if away else Path(name).as_posix()
            )
            return
        except OSError as error:
            self.problem(UNREADABLE.using(why=reason(error)), self.display(path))
            return
        self._file(path, content)

    def _inventory(self, directory: Path) -> None:
        from icplint.inputs import saved_inventories

        found = saved_inventories.read(directory, self.display(directory), self.request.clouds())
        self.reading.add(found)
        for account in {resource.root for resource in found.resources} - {""}:
            self.reading.roots.setdefault(account, Root("", directory))

    def _file(self, path: Path, content: bytes) -> None:
        if path.name.endswith(SERVING) or path.name in PINS:
            self.files.append(path)
        elif content[:4] == b"PK\x03\x04":
            self.problem(BINARY_PLAN, self.display(path))
        elif _opens_an_object(content) and not path.name.endswith(IN_JSON):
            self._document(content, self.display(path), path if path.is_file() else self.request.base)
        elif path.name.endswith(TERRAFORM):
            self.files.append(path)
        else:
            self.problem(UNRECOGNISED, self.display(path))

    def _document(self, content: bytes, shown: str, path: Path) -> None:
        """Read a plan or a state; `path` is the directory where icplint runs for standard input and pipes."""
        self.request.told(shown)
        document = decoded(content)
        if isinstance(document, Text):
            self.problem(document, shown)
            return
        for source in self.request.sources():
            if source.recognises(document):
                found = source.read(document, file=shown, root=shown)
                beside = self._source_beside(document, path if path.is_dir() else path.parent)
                self.taken.append(
                    Document(source=source, content=document, shown=shown, path=path, beside=beside, reading=found)
                )
                return
        self.problem(UNRECOGNISED, shown)

    def documents(self) -> None:
        """Enter what the plans and states hold under the root of the stack that they show."""
        for stack in stacks(self.taken):
            first = stack.documents[0]
            beside = stack.beside
            if beside is not None and stack.alone:
                root = self._root_of(beside)
            else:
                root = self.root(first.path, first.shown, STDIN if first.path.is_dir() else None)
            for one in stack.documents:
                self.reading.add(one.reading if root == one.shown else rooted(one.reading, root))
                if one.source.before is not None:
                    self.befores.append(partial(one.source.before, one.content, file=one.shown, root=root))
                    self.changing |= one.source.changes(one.content)
            if beside is not None:
                plan = next((d.content for d in reversed(stack.documents) if d.source.kind == "plan"), None)
                self.beside.setdefault(beside, []).append((root, plan))

    def _root_of(self, directory: Path) -> str:
        return self.root(directory, self.display(directory))

    def look_back(self) -> None:
        """Read what there was before the plans, if one of them changes anything: names lead from one to another."""
        for before in self.befores if self.changing else ():
            found = before().resources
            self.reading.before += found
            self.reading.resources = succeeded(self.reading.resources, found)

    def _source_beside(self, document: Any, directory: Path) -> Path | None:
        """Return the directory whose configuration a plan or state was made of, if it lies there."""
        from icplint.terraform.exports.document import root_blocks
        from icplint.terraform.modules.files import terraform_files

        named = root_blocks(document)
        if not named or not terraform_files(directory):
            return None
        module = self.loader.module(directory)
        if named.isdisjoint([*module.resources, *(f"module.{name}" for name in module.calls)]):
            return None
        return Path(os.path.normpath(directory))

    @property
    def loader(self) -> Any:
        """The one loader of the run, made when Terraform has to be read."""
        if not hasattr(self, "_loader"):
            from icplint.terraform.modules.loader import Loader

            named = {self.request.base / path for path in self.request.paths}
            self._loader = Loader(self.request.base, self.request.unsaved, self.request.told, named, self.trees)
        return self._loader

    def configurations(self) -> None:
        """Read every root module that the paths name, and the sources of plans."""
        asked = self._roots()
        if asked or self.beside:
            from icplint.inputs.configurations import Configurations

            every = list(dict.fromkeys((*self.beside, *asked)))
            configurations = Configurations(self.reading, self.loader, self.beside, self._variables, every, self.taken)
            wanted = frozenset(asked)
            for directory in every:
                if directory in wanted:
                    self._root_of(directory)
                configurations.read(directory, asked=directory in wanted)
        if self.request.variables and asked:
            from icplint.terraform.instances.variable_values import undeclared

            self.reading.problems += undeclared(
                self.request.variables, [self.loader.module(root) for root in self._sources(asked)]
            )

    def _sources(self, roots: Iterable[Path]) -> list[Path]:
        """Return the directories whose files declare the variables of the roots."""
        return [getattr(self.units.get(root), "module", None) or root for root in roots]

    def _roots(self) -> list[Path]:
        if not (self.directories or self.files):
            return []
        from icplint.inputs.roots import find_roots

        request, exclusions = self.request, self.exclusions
        serves = request.projects.serves
        roots = find_roots(self.directories, self.files, self.loader, self._top, serves, self._passed, exclusions)
        for file in roots.idle:
            self._idle(file)
        for top in roots.empty:
            self.problem(empty(top, exclusions, self.display), self.display(top))
        self.reading.inputs += inputs(exclusions, self.directories, self.display, request.said)
        self.reading.unused += idle(exclusions) if self.directories else []
        self.reading.inputs += roots.left_out
        self.reading.unread += roots.unused
        self.reading.resources += roots.given
        self.reading.problems += roots.problems
        self.values, self.units = roots.values, roots.units
        return roots.modules

    def _idle(self, file: Path) -> None:
        """Say of a file that was given, and that no root uses, what it is."""
        self.idle.append(file)
        if file.name in REGISTERS:
            self.lying.append(file)
        elif file.name == "pyproject.toml" and find(file.parent, file.parent) != file:
            self.reading.unused.append(Unused("settings", self.display(file), NO_TABLE.using(file=self.display(file))))
        elif file.name in KNOWN or find(file.parent, file.parent) == file:
            self.reading.unread.append(Unread(shown := self.display(file), IDLE, Origin(file=shown)))
        else:
            self.problem(UNRECOGNISED, self.display(file))

    def _top(self, directory: Path) -> Path:
        """Return the top of a directory's project; where none can be told, where icplint runs, if it is above."""
        top = self.names.top(directory)
        if top != Path(top.anchor):
            return top
        return self.request.base if directory.is_relative_to(self.request.base) else directory

    def _passed(self, directory: str, names: list[str]) -> None:
        self.lying += [Path(directory, name) for name in REGISTERS if name in names]

    def _variables(self, directory: Path) -> Variables:
        """Return what is given to a root module."""
        from icplint.terraform.instances.variable_values import Variables

        request = self.request
        return Variables(
            flags=request.variables,
            files=request.variable_files,
            either=self.values.get(directory, ()),
            unit=self.units.get(directory),
            environment=request.environment,
        )

    def homes(self) -> Homes:
        """Return each root with the directory from which its settings and registers are looked for."""
        if not self.reading.roots:
            places = (*self.directories, *(file.parent for file in self.files))
            nowhere = self.idle or (self.request.paths and not places and self.reading.problems)
            return [] if nowhere else [("", next(iter(places), self.request.base))]
        return [(root.name, root.home) for root in self.reading.roots.values()]

    def beside_the_roots(self) -> None:
        """Read the registers, and note the settings, that were given or are found for the roots."""
        request, homes = self.request, self.homes()
        known = read_registers(request.registers, request.projects, homes, self._told)
        self.reading.add(known)
        read = [request.base / one.path for one in known.inputs]
        for file in map(self.display, unused(self.lying, read)):
            self.reading.unused.append(Unused("register", file, UNUSED.using(file=file)))
        self.reading.inputs += settings_of(request.projects, homes, self.display)

    def _told(self, file: Path) -> str:
        self.request.told(shown := self.display(file))
        return shown


def _opens_an_object(content: bytes) -> bool:
    """Return whether a file looks like JSON, in UTF-8 or, as PowerShell writes it, in UTF-16."""
    return content[:80].decode(json.detect_encoding(content), "ignore").lstrip()[:1] == "{"
