"""A baseline: the findings of a day that a project accepted all at once, and what is left of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from icplint.findings.run import Finding, Report
from icplint.model.answer import Evidence
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.suppressed_by import SuppressedBy
from icplint.model.text import Text
from icplint.suppressions.extent import Extent

ACCEPTED: Final = Text(en="accepted in the baseline", zh="已在基线中接受")
WORSE: Final = Text(
    en="the baseline accepts that nobody could tell; it is a violation now", zh="基线仅接受“无法判断”，现已确认违规"
)
VIOLATION: Final = "violation"

Identity = tuple[str, str, str]


class BaselineEntry(NamedTuple):
    """An accepted finding: check and subject, and the outcome that was accepted.

    `root` tells subjects that are called alike in several roots apart: a directory or a document from the baseline's
    own directory; None where the subject has one name for all. An older icplint wrote none for documents.
    """

    code: str
    check: str
    kind: str
    key: str
    outcome: str
    root: str | None = None
    line: int | None = None

    @property
    def identity(self) -> Identity:
        return (self.code, self.kind, self.key)

    def accepts(self, outcome: str) -> bool:
        """A violation that was accepted may turn doubtful; a doubt that turns into a violation is news."""
        return self.outcome in {VIOLATION, outcome}


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The entries of a file, and the root modules and documents that were read when it was written."""

    file: str
    entries: tuple[BaselineEntry, ...]
    read: frozenset[str]


class Comparison:
    """A baseline beside the findings of a run.

    `accepted` and `notes` are by the id of a finding; `met` are the entries that accept one, `vague` those of them that
    say nothing of the root that tells its subject apart.
    """

    def __init__(self, baseline: Baseline, findings: Iterable[Finding], extent: Extent) -> None:
        self.baseline = baseline
        self.extent = extent
        self.accepted: dict[int, SuppressedBy] = {}
        self.notes: dict[int, Evidence] = {}
        self.met: set[BaselineEntry] = set()
        self.vague: set[BaselineEntry] = set()
        known: dict[Identity, list[BaselineEntry]] = defaultdict(list)
        for entry in baseline.entries:
            known[entry.identity].append(entry)
        for finding in findings:
            self._compare(finding, known)

    def _compare(self, finding: Finding, known: Mapping[Identity, Sequence[BaselineEntry]]) -> None:
        root = self.extent.place(finding.node.root)
        found = [entry for entry in known.get(identity(finding), ()) if _same(entry.root, root)]
        accepting = [entry for entry in found if entry.accepts(finding.outcome)]
        self.met.update(accepting)
        self.vague.update(entry for entry in accepting if root is not None and entry.root is None)
        if accepting:
            self.accepted[id(finding)] = SuppressedBy(reason=ACCEPTED, origin=self._origin(accepting[0]))
        elif found:
            self.notes[id(finding)] = Evidence(WORSE, self._origin(found[0]))

    def _origin(self, entry: BaselineEntry) -> Origin:
        return Origin(file=self.baseline.file, line=entry.line)

    def gone(
        self, report: Report, asked: AbstractSet[str], clean: Mapping[Identity, Sequence[str]]
    ) -> list[BaselineEntry]:
        """Return the entries that no longer occur; `clean` are the roots in which a check found nothing wrong.

        Of a check that was not `asked`, of a run that read less than the baseline was written of or could not read
        something, that is not known: but where everything was read that the baseline was written of, an answer that
        nothing is wrong settles it, whatever else could not be read.
        """
        if report.problems or not all(map(self.extent.covers, self.baseline.read)):
            return []
        left = [entry for entry in self.baseline.entries if entry.code in asked and entry not in self.met]
        return [entry for entry in left if self._is_clean(entry, clean)] if report.unread else left

    def _is_clean(self, entry: BaselineEntry, clean: Mapping[Identity, Sequence[str]]) -> bool:
        return any(_same(entry.root, self.extent.place(root)) for root in clean.get(entry.identity, ()))


def accepted(findings: Iterable[Finding], extent: Extent) -> list[BaselineEntry]:
    """Return the entries that accept these findings, each once, in the order of a file."""
    entries = {
        BaselineEntry(f.check.code, f.check.name, f.node.kind, f.node.key, f.outcome, extent.place(f.node.root))
        for f in findings
    }
    return sorted(entries, key=order)


def without(entries: Iterable[BaselineEntry], others: Iterable[BaselineEntry]) -> list[BaselineEntry]:
    """Return the entries that are about another subject or check than all others."""
    known: dict[Identity, list[str | None]] = defaultdict(list)
    for other in others:
        known[other.identity].append(other.root)
    return [entry for entry in entries if not any(_same(entry.root, root) for root in known.get(entry.identity, ()))]


def order(entry: BaselineEntry) -> tuple[str, ...]:
    """Return the key by which a file is sorted."""
    return (entry.code, entry.kind, entry.key, entry.root or "", entry.outcome)


def identity(finding: Finding) -> Identity:
    """Return what a finding is known by: check and subject."""
    return (finding.check.code, finding.node.kind, finding.node.key)


def _same(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other
