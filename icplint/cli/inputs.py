"""What a command reads: its settings, its registers, and everything under its paths."""

from __future__ import annotations

import os
import sys
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from icplint import __version__
from icplint.cli.journal import NO_SETTINGS, READING, RULES, SETTINGS, Journal
from icplint.cli.language import NOT_READ, WARNING, reader_language, speak
from icplint.cli.options import Sources, TerraformSources, day
from icplint.cli.output import spare
from icplint.cli.resolving import asking_for, replayed
from icplint.errors import ConfigError
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin, display_path
from icplint.model.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from icplint.dns.asking import Resolution
    from icplint.graph.graph import Graph
    from icplint.inputs.projects import Projects
    from icplint.model.geo import GeoLookup
    from icplint.model.reading import Reading
    from icplint.model.text import Language
    from icplint.policy import Policy
    from icplint.registry import Registry
    from icplint.settings.config import Config

WITHIN: Final = "ICPLINT_WITHIN"
"""A directory: what was found by a link, a module's source or settings that were not named is read only inside it."""
UNREAD: Final = Text(en="{what}: {why}", zh="{what}：{why}")
COMMAND: Final = Text(
    en="{path} does not exist; it is a command, and one is given at a time",
    zh="{path} 不存在；它是命令，每次只能执行一个",
)
ONE_INPUT: Final = Text(
    en="standard input (-) can be one thing only: give the other as a file",
    zh="标准输入（-）只能用于一项：请将另一项保存为文件",
)
EMPTY_PATH: Final = Text(en="an empty path: is a variable unset?", zh="路径为空：是否有变量未赋值？")
NO_FILE: Final = Text(en="{option} {file}: there is no such file", zh="{option} {file}：文件不存在")
BAD_VARIABLE: Final = Text(en="--var takes NAME=VALUE, not {text}", zh="--var 的格式为 NAME=VALUE，而不是 {text}")


def _no_commands(paths: Sequence[str]) -> None:
    """Raise ConfigError where nothing, or a further command, stands in the place of a path."""
    if any(not path.strip() for path in paths):
        raise ConfigError(EMPTY_PATH)
    from icplint.cli.commands import COMMANDS, GROUPS

    for path in paths:
        if path in {**COMMANDS, **GROUPS} and not Path(path).exists():
            raise ConfigError(COMMAND.using(path=path))


def _all_there(options: Sources) -> None:
    """Raise ConfigError for a file that an option names and that does not exist: what it would say is not guessed."""
    for register in options.filings or ():
        if register != Path("-") and not os.path.lexists(register):
            from icplint.filings.register import NO_REGISTER

            raise ConfigError(NO_REGISTER, Origin(file=register.as_posix()))
    values = options.var_file if isinstance(options, TerraformSources) else None
    for option, files in (("--geo", options.geo), ("--var-file", values)):
        for file in files or ():
            if not os.path.lexists(file):
                raise ConfigError(NO_FILE.using(option=option, file=file.as_posix()))


def projects_for(options: Sources) -> Projects:
    """Return what finds the settings and registers of each root, with what the command line says instead."""
    from icplint.inputs.projects import Projects
    from icplint.settings import config as configuration

    given = configuration.load(options.config, named=True) if options.config is not None else None
    if given is None and options.isolated:
        given = configuration.Config()
    return Projects(given=given, registers=[_register(file) for file in options.filings or ()], within=wall())


def _register(file: Path) -> Path:
    """Return where a register lies; `-` is what stands on standard input."""
    from icplint.filings.register import STANDARD

    return STANDARD if file == Path("-") else file.absolute()


def wall() -> Path | None:
    """Return the directory outside of which nothing is read that was only found, where the environment says so."""
    within = os.environ.get(WITHIN)
    return Path(within).resolve() if within else None


def start_of(paths: Sequence[str]) -> Path:
    """Return the directory that stands for all paths where only one can be had, whatever order they are given in."""
    places = [Path(os.path.realpath(path)) for path in paths if path != "-"]
    first = min(places, default=Path.cwd())
    return first if first.is_dir() else first.parent


def variables(texts: Sequence[str]) -> dict[str, str]:
    """Return the values of `NAME=VALUE`; raises ConfigError."""
    pairs = (text.partition("=") for text in texts)
    values = {}
    for name, equals, value in pairs:
        if not equals or not name:
            raise ConfigError(BAD_VARIABLE.using(text=name))
        values[name] = value
    return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A command that knows where it stands, and has still to read.

    `settings` are those of the command as a whole: its language, the endpoints of a scan, what holds for live things.
    `atlases` are the databases of addresses that settings name, by their paths, once they are read.
    `asking` asks public DNS, if that is wanted; `unsaved` is what an editor has of files, by absolute path.
    """

    paths: Sequence[str]
    options: Sources
    projects: Projects
    settings: Config
    language: Language
    asking: Resolution | None
    known: Registry
    journal: Journal
    unsaved: Mapping[Path, bytes] = field(default_factory=dict)
    atlases: dict[tuple[Path, ...], GeoLookup | None] = field(default_factory=dict)

    @property
    def policy(self) -> Policy:
        """The rules of the day that is asked for, and what the project knows beside them."""
        return self.settings.policy(day(self.options.on), self.known.tables)

    def read(self) -> Reading:
        """Return everything that the paths, registers and databases hold, and what public DNS says of it."""
        reading = self.read_files()
        self.look_up(reading)
        return reading

    def read_files(self) -> Reading:
        """Return everything that the paths, registers and databases hold."""
        with self.journal.phase(READING):
            reading = self._gathered()
        self.journal.read(reading.inputs)
        return reading

    def _gathered(self) -> Reading:
        from icplint.inputs.read import read_inputs
        from icplint.inputs.request import STDIN, Request

        options = self.options
        terraform = options if isinstance(options, TerraformSources) else TerraformSources()
        request = Request(
            paths=self.paths,
            base=Path.cwd(),
            projects=self.projects,
            databases=[d.absolute() for d in options.geo or ()],
            variables=variables(terraform.var or ()),
            variable_files=[f.absolute() for f in terraform.var_file or ()],
            environment=dict(os.environ),
            tables=self.known.tables,
            sources=lambda: self.known.sources,
            clouds=lambda: self.known.clouds,
            told=self.journal.told,
            said=self.journal.say if self.journal.verbose else None,
            exclude=terraform.exclude or (),
            ignoring=not terraform.no_ignore,
            stdin=sys.stdin.buffer.read() if STDIN in self.paths else b"",
            unsaved=self.unsaved,
            within=wall(),
        )
        reading = read_inputs(request)
        if not options.geo:
            self._open_databases(reading)
        return reading

    def _open_databases(self, reading: Reading) -> None:
        """Read the databases of addresses that settings name; where all name the same, the reading has them."""
        found = {self.projects.settings(root.home).geo for root in reading.roots.values()} or {self.settings.geo}
        for files in sorted(found - {()}):
            from icplint.geo.databases import read_databases

            opened = read_databases([file.absolute() for file in files], partial(display_path, base=Path.cwd()))
            self.atlases[files] = opened.geo
            reading.inputs += [one for one in opened.inputs if one not in reading.inputs]
            reading.problems += opened.problems
        if len(found) == 1:
            reading.geo = self.atlases.get(found.pop())

    def look_up(self, reading: Reading) -> None:
        """Add to a reading what public DNS says of the names in it, where that is asked for."""
        if self.asking is not None:
            from icplint.inputs.public_dns import look_up

            look_up(reading, self.asking, self.known.table, self.policy)

    def spare(self, outputs: Iterable[Path | None], reading: Reading, beside: Iterable[Path] = ()) -> None:
        """Raise ConfigError for an output that would replace what was read: by the reading, and `beside`."""
        options = self.options
        given = options.var_file or () if isinstance(options, TerraformSources) else ()
        read = (*(one.path for one in reading.inputs), *map(str, given), *map(str, beside))
        spare(outputs, read, (one.path for one in reading.inputs if one.kind == "inventory"))

    def graph(self, reading: Reading) -> Graph:
        """Return the graph of what was read, by all that the settings of its roots know."""
        found = [self.projects.settings(root.home) for root in reading.roots.values()] or [self.settings]
        if len({id(one) for one in found}) == 1:
            return self.graph_with(reading, found[0])
        rows = {row.pattern: row for one in found for row in one.suffixes}
        closed = {suffix: place for one in found for suffix, place in one.unfileable.items()}
        geo = next((one.geo for one in found if one.geo), ())
        return self.graph_with(reading, replace(found[0], suffixes=tuple(rows.values()), unfileable=closed, geo=geo))

    def graph_with(self, reading: Reading, settings: Config) -> Graph:
        """Return the graph of what was read, by what these settings know."""
        from icplint.graph.build import build

        atlas = self.atlases.get(settings.geo, reading.geo)
        known = reading if atlas is reading.geo else replace(reading, geo=atlas)
        return build(known, self.known.table, settings.policy(day(self.options.on), self.known.tables), os.environ)

    def ended(self, reading: Reading) -> int:
        """Say on standard error what could not be read, and return the exit code of a command that only shows."""
        from icplint.model.reading import told

        for problem in told(reading.problems):
            speak(problem.text, problem.origin, self.language)
        for one in reading.unused:
            if one.kind == "pattern":
                speak(one.text, None, self.language, WARNING)
        for part in reading.unread:
            speak(UNREAD.using(what=part.what, why=part.why), part.origin, self.language, NOT_READ)
        return 2 if reading.problems or any(part.fails for part in reading.unread) else 0


def begin(paths: Sequence[str], options: Sources, *, verbose: bool = False) -> Session:
    """Return what holds for a command that stands at these paths; raises ConfigError for options that do not fit."""
    reader_language(options.lang)
    _no_commands(paths)
    if [*paths, *map(str, options.filings or ())].count("-") > 1:
        raise ConfigError(ONE_INPUT)
    _all_there(options)
    projects = projects_for(options)
    settings = projects.settings(start_of(paths))
    language = reader_language(options.lang or settings.lang)
    journal = Journal(language=language, verbose=verbose)
    journal.say(RULES.using(version=__version__, day=day(options.on)))
    journal.say(SETTINGS.using(file=settings.file.as_posix()) if settings.file else NO_SETTINGS)
    from icplint.registry import registry

    return Session(
        paths=paths,
        options=options,
        projects=projects,
        settings=settings,
        language=language,
        asking=asking_for(options.resolve, options.resolver) or replayed(paths),
        known=registry(),
        journal=journal,
    )
