"""Paths on a command line -> everything that they hold, read once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint.errors import reason
from icplint.files.reading import Trees, read_named
from icplint.inputs.excluded import empty, exclusions_for, idle, inputs
from icplint.inputs.exported_documents import ExportedDocuments
from icplint.inputs.projects import REGISTERS, SERVING, told_apart, unused
from icplint.inputs.registers import Homes, read_registers, settings_of
from icplint.inputs.request import STDIN, Request
from icplint.inputs.session import UNRECOGNISED, InputSession
from icplint.model.cloud import MANIFEST
from icplint.model.origin import Origin
from icplint.model.reading import Reading, Root, Unread, Unused
from icplint.model.text import Text, did_you_mean, plain
from icplint.settings.config import find
from icplint.terraform.modules.files import PINS

if TYPE_CHECKING:
    from icplint.terraform.instances.variable_values import Variables
    from icplint.terraform.modules.terragrunt import Unit


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


def read_inputs(request: Request) -> Reading:
    """Return one reading of every path, register and database.

    What cannot be read is a problem; the rest is still read. Paths are read in one order, whatever order they are given
    in, and each place once, whatever way leads to it.
    """
    reader = _InputReader(request)
    for name, path in sorted(_places(request).items(), key=lambda item: (item[1] is None, item[1])):
        reader.take(name, path)
    reader.exported.enter()
    reader.exported.look_back()
    reader.configurations()
    reader.session.reading.roots = told_apart(reader.session.reading.roots)
    reader.beside_the_roots()
    if request.databases:
        from icplint.geo.databases import read_databases

        reader.session.reading.add(read_databases(request.databases, reader.session.display))
    return reader.session.reading


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
        named = [_real(request.base / name) for name in request.paths if name != STDIN]
        within = [path if path.is_dir() else path.parent for path in named]
        self.request = request
        self.session = InputSession(request, Trees(request.base, within, request.within))
        self.exported = ExportedDocuments(self.session)
        self.directories: list[Path] = []
        self.files: list[Path] = []
        self.idle: list[Path] = []
        self.values: dict[Path, list[Path]] = {}
        self.units: dict[Path, Unit] = {}
        self.lying: list[Path] = []
        self.exclusions = exclusions_for(
            request.projects,
            base=request.base,
            given=request.exclude,
            ignoring=request.ignoring,
            within=request.within,
        )

    def take(self, name: str, path: Path | None) -> None:
        """Read a JSON document now; note a directory or a Terraform file for later, when all are known."""
        if path is None:
            self.exported.read(self.request.stdin, STDIN, self.request.base)
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
            self.session.problem(
                ELSEWHERE if away else MISSING.using(hint=_beside(path)), name if away else Path(name).as_posix()
            )
            return
        except OSError as error:
            self.session.problem(UNREADABLE.using(why=reason(error)), self.session.display(path))
            return
        self._file(path, content)

    def _inventory(self, directory: Path) -> None:
        from icplint.inputs import saved_inventories

        found = saved_inventories.read(directory, self.session.display(directory), self.request.clouds())
        self.session.reading.add(found)
        for account in {resource.root for resource in found.resources} - {""}:
            self.session.reading.roots.setdefault(account, Root("", directory))

    def _file(self, path: Path, content: bytes) -> None:
        if path.name.endswith(SERVING) or path.name in PINS:
            self.files.append(path)
        elif content[:4] == b"PK\x03\x04":
            self.session.problem(BINARY_PLAN, self.session.display(path))
        elif _opens_an_object(content) and not path.name.endswith(IN_JSON):
            self.exported.read(content, self.session.display(path), path if path.is_file() else self.request.base)
        elif path.name.endswith(TERRAFORM):
            self.files.append(path)
        else:
            self.session.problem(UNRECOGNISED, self.session.display(path))

    def configurations(self) -> None:
        """Read every root module that the paths name, and the sources of plans."""
        asked = self._roots()
        if asked or self.exported.beside:
            from icplint.inputs.configurations import Configurations

            every = list(dict.fromkeys((*self.exported.beside, *asked)))
            configurations = Configurations(
                self.session.reading,
                self.session.loader,
                self.exported.beside,
                self._variables,
                every,
                self.exported.taken,
            )
            wanted = frozenset(asked)
            for directory in every:
                if directory in wanted:
                    self.session.root_of(directory)
                configurations.read(directory, asked=directory in wanted)
        if self.request.variables and asked:
            from icplint.terraform.instances.variable_values import undeclared

            self.session.reading.problems += undeclared(
                self.request.variables, [self.session.loader.module(root) for root in self._sources(asked)]
            )

    def _sources(self, roots: Iterable[Path]) -> list[Path]:
        """Return the directories whose files declare the variables of the roots."""
        units = ((root, self.units.get(root)) for root in roots)
        return [root if unit is None or unit.module is None else unit.module for root, unit in units]

    def _roots(self) -> list[Path]:
        if not (self.directories or self.files):
            return []
        from icplint.inputs.roots import find_roots

        request, exclusions = self.request, self.exclusions
        serves = request.projects.serves
        roots = find_roots(
            self.directories, self.files, self.session.loader, self._top, serves, self._passed, exclusions
        )
        for file in roots.idle:
            self._idle(file)
        for top in roots.empty:
            self.session.problem(empty(top, exclusions, self.session.display), self.session.display(top))
        self.session.reading.inputs += inputs(exclusions, self.directories, self.session.display, request.said)
        self.session.reading.unused += idle(exclusions) if self.directories else []
        self.session.reading.inputs += roots.left_out
        self.session.reading.unread += roots.unused
        self.session.reading.resources += roots.given
        self.session.reading.problems += roots.problems
        self.values, self.units = roots.values, roots.units
        return roots.modules

    def _idle(self, file: Path) -> None:
        """Say of a file that was given, and that no root uses, what it is."""
        self.idle.append(file)
        if file.name in REGISTERS:
            self.lying.append(file)
        elif file.name == "pyproject.toml" and find(file.parent, file.parent) != file:
            self.session.reading.unused.append(
                Unused("settings", self.session.display(file), NO_TABLE.using(file=self.session.display(file)))
            )
        elif file.name in KNOWN or find(file.parent, file.parent) == file:
            self.session.reading.unread.append(Unread(shown := self.session.display(file), IDLE, Origin(file=shown)))
        else:
            self.session.problem(UNRECOGNISED, self.session.display(file))

    def _top(self, directory: Path) -> Path:
        """Return the top of a directory's project; where none can be told, where icplint runs, if it is above."""
        top = self.session.names.top(directory)
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
        if not self.session.reading.roots:
            places = (*self.directories, *(file.parent for file in self.files))
            nowhere = self.idle or (self.request.paths and not places and self.session.reading.problems)
            return [] if nowhere else [("", next(iter(places), self.request.base))]
        return [(root.name, root.home) for root in self.session.reading.roots.values()]

    def beside_the_roots(self) -> None:
        """Read the registers, and note the settings, that were given or are found for the roots."""
        request, homes = self.request, self.homes()
        known = read_registers(request.registers, request.projects, homes, self._told, request.tables.providers)
        self.session.reading.add(known)
        read = [request.base / one.path for one in known.inputs]
        for file in map(self.session.display, unused(self.lying, read)):
            self.session.reading.unused.append(Unused("register", file, UNUSED.using(file=file)))
        self.session.reading.inputs += settings_of(request.projects, homes, self.session.display)

    def _told(self, file: Path) -> str:
        self.request.told(shown := self.session.display(file))
        return shown


def _opens_an_object(content: bytes) -> bool:
    """Return whether a file looks like JSON, in UTF-8 or, as PowerShell writes it, in UTF-16."""
    return content[:80].decode(json.detect_encoding(content), "ignore").lstrip()[:1] == "{"
