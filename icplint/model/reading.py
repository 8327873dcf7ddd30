"""What came of reading one input: resources, and everything that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from pathlib import Path
from typing import Final

from icplint.model.comment import Comment
from icplint.model.dataclass import dataclass
from icplint.model.geo import GeoLookup
from icplint.model.names import host_name
from icplint.model.origin import Origin
from icplint.model.resource import Resource
from icplint.model.text import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """An error in an input: the run ends with exit 2, and the rest is still read."""

    text: Text
    origin: Origin | None = None


MOST_OF_A_FILE: Final = 20
"""Errors of one file that are told at once: after a mistake, many that follow are none."""
_MORE: Final = Text(
    en="there are {count} more errors in this file: correct those above first",
    zh="该文件另有 {count} 处错误：请先更正以上错误",
)


def told(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems, each once, and of one file the first of them with the number of the others."""
    order = list(dict.fromkeys(problems))
    many, met = Counter(map(_file, order)), Counter[str]()
    found = []
    for one in order:
        file = _file(one)
        met[file] += 1
        if not file or met[file] <= MOST_OF_A_FILE or many[file] == MOST_OF_A_FILE + 1:
            found.append(one)
        elif met[file] == MOST_OF_A_FILE + 1:
            found.append(Problem(_MORE.using(count=many[file] - MOST_OF_A_FILE), Origin(file=file)))
    return found


def _file(problem: Problem) -> str:
    return (problem.origin and problem.origin.file) or ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part that was not read and is not an error in what was written: a module that is not installed, a refused list.

    Of the second, which `fails` says, the run ends with exit 2; `lacks` holds the resource kinds and zones (as words of
    `Reading.complete`) of which there may be more than was read, `root` and `region` say where. What is `left_out`
    the user did not ask for.
    """

    what: str
    why: Text
    origin: Origin | None = None
    fails: bool = False
    lacks: frozenset[str] = frozenset()
    root: str = ""
    region: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Unused:
    """What lies beside what was read, and could have been used: `kind` is register, values, workspace or state.

    Of kind `pattern` is what a command line leaves out, where nothing fits it.

    `text` says what it is and how it is used.
    """

    kind: str
    path: str
    text: Text


@dataclass(frozen=True, slots=True)
class Input:
    """One thing that was read: `kind` is configuration, plan, state, inventory, register, settings, geo or dns.

    Of kind `module` is a directory that was not read by itself; `why` says through what it was. Of kind `excluded` is
    what left out directories; `why` says how many. `roots` are the names of the roots that a register or settings were
    found for.
    """

    kind: str
    path: str
    files: int = 1
    why: Text | None = None
    roots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Root:
    """What a root module, a plan, a state or an inventory is called, wherever one stands, and the path where it lies.

    `name` is `-` for what came on standard input without its source, and empty for an account.
    """

    name: str
    path: Path

    @property
    def home(self) -> Path:
        """The directory that it lies in, or is."""
        return self.path if self.path.is_dir() else self.path.parent


@dataclass(frozen=True, slots=True)
class ModuleCall:
    """A module as it is called: its address in the root module, the directory of its files, where the call stands."""

    address: str
    path: str
    origin: Origin
    outer: ModuleCall | None = None


def whole_zone(name: str) -> str:
    """Return the word of `Reading.complete` which says that every record of a DNS zone was listed.

    A source says it only of a zone whose name servers answer from what it listed: names of a zone that is delegated
    elsewhere are answered there. A zone that is delegated below it needs a word of its own.
    """
    return f"zone:{host_name(name)}"


def filing_of(domain: str) -> str:
    """Return the word of `Unread.lacks` for what a register leaves open: whether a registrable domain is filed."""
    return f"filing:{domain}"


@dataclass(slots=True)
class Reading:
    """Everything that the sources of a run yielded.

    `complete` holds what was listed in full: resource kinds (`filing`), and DNS zones as `whole_zone` writes them
    (`zone:example.cn`). Terraform never lists a zone in full: others may add records to it.

    `before` is what there was before the plans, if one of them changes or takes away something; else it is empty.
    `calls` are the modules that root modules call, each as often as it is called.
    `geo` knows something of addresses that nothing describes; None where the user gave no database of them.
    `comments` are the comments that hold the word which was asked for.
    `roots` are the roots that were read, by what `Resource.root` says. `unused` is what lies
    below the paths that were given, and that no root uses: registers, values, states.
    """

    resources: list[Resource] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    complete: set[str] = field(default_factory=set)
    before: list[Resource] = field(default_factory=list)
    calls: list[ModuleCall] = field(default_factory=list)
    geo: GeoLookup | None = None
    comments: list[Comment] = field(default_factory=list)
    roots: dict[str, Root] = field(default_factory=dict)
    unused: list[Unused] = field(default_factory=list)

    def add(self, other: Reading) -> None:
        """Take in what another source read."""
        self.resources += other.resources
        self.inputs += other.inputs
        self.problems += other.problems
        self.unread += other.unread
        self.complete |= other.complete
        self.before += other.before
        self.calls += other.calls
        self.geo = self.geo or other.geo
        self.comments += other.comments
        self.roots |= other.roots
        self.unused += other.unused

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Reading:
        """Return one reading of them all."""
        whole = cls()
        for reading in readings:
            whole.add(reading)
        return whole
