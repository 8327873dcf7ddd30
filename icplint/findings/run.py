"""Every check, asked about every node that it concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from icplint.checks.check import Check, Severity
from icplint.errors import CheckError, IcplintError, blamed
from icplint.findings.spans import Spans
from icplint.graph.graph import Graph
from icplint.model.answer import Answer
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.printable import octets
from icplint.model.reading import Input, ModuleCall, Problem, Reading, Root, Unread, Unused, told
from icplint.model.text import Text
from icplint.model.unknown import Unknown
from icplint.model.vocabulary import Domain, Filing, Node
from icplint.questions.filings import filing_domain, subjects
from icplint.views.labels import labelled, more

if TYPE_CHECKING:
    from icplint.findings.changes import Change
    from icplint.model.suppressed_by import SuppressedBy

DOUBT = Text(en="cannot tell whether {violation}", zh="无法判断以下情况是否成立：{violation}")
COMPLIANT = Text(en="{key} passes {check}", zh="{key} 通过 {check} 检查")
RAISED = Text(
    en="the check {check} failed on {key} ({error}): this is a defect of {whose}, please report it",
    zh="检查项 {check} 在处理 {key} 时出错（{error}）：这是 {whose} 的缺陷，请反馈",
)
ITS_DOMAIN = Text(en="its registrable domain", zh="其主域名")
SUPPRESSED = "suppressed"
OUTCOMES = {True: "violation", False: "compliant", None: "cannot-tell"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A check's answer about one node, on one day.

    `root` is what the root of the subject is called, wherever one stands, if that tells the subject apart: of a known
    name it is empty. `roots` are all that the finding is about (see `spans`). `told` is what a reader is told of the
    subject beside its key. `strict`: a doubt fails the run.
    """

    check: Check
    node: Node
    answer: Answer
    severity: Severity
    filing_domain: str | None
    root: str = ""
    roots: tuple[Root, ...] = ()
    told: tuple[str, ...] = ()
    suppressed: SuppressedBy | None = None
    strict: bool = False

    @property
    def outcome(self) -> str:
        return OUTCOMES[self.answer.value]

    @property
    def label(self) -> Text:
        """The subject as a reader is told of it: its key, and what tells it from others of that key."""
        return labelled(self.node.key, self.told)

    @property
    def message(self) -> Text:
        """The accusation, the doubt about it, or that there is nothing to say."""
        if self.answer.value is False:
            return COMPLIANT.using(check=self.check.name, key=self.label)
        violation = self.check.violation.using(key=self.label, domain=self.filing_domain or ITS_DOMAIN)
        return violation if self.answer.value else DOUBT.using(violation=violation)

    @property
    def remedy(self) -> Text:
        return self.check.remedy.using(key=self.label, domain=self.filing_domain or ITS_DOMAIN)

    @property
    def settle(self) -> list[Text]:
        """What would settle a doubt, each thing once."""
        return list(dict.fromkeys(e.settle for e in self.answer.evidence if e.settle is not None))

    @property
    def origin(self) -> Origin:
        """The place to look first: for a name, where its way begins."""
        first = next((e for e in self.answer.evidence if e.origin is not None), None)
        if isinstance(self.node, Domain) and self.answer.value is not False and first and first.origin:
            return first.origin if first.origin.address else self.node.origin
        return self.node.origin

    @property
    def fingerprint(self) -> str:
        """What the finding is, whatever line it stands in: its check and its subject."""
        return fingerprint(self.check.code, self.node.kind, self.node.key, self.root)


def fingerprint(code: str, kind: str, key: str, root: str = "") -> str:
    """Return what stands for a finding of the check `code` about the subject `key`: 32 hexadecimal digits.

    `root` is the root that tells the subject apart; that at the top of a project adds nothing.
    """
    from hashlib import sha256  # a text report has none

    told = "" if root in {"", "."} else f"\n{root}"
    return sha256(octets(f"{code}\n{kind}\n{key}{told}")).hexdigest()[:32]


def _no_lines(_file: str) -> Sequence[str]:
    return ()


@dataclass(slots=True, kw_only=True)
class Report:
    """All that a run has to say; every format renders this and nothing else.

    `findings` holds compliant answers and suppressed ones too; `checks` are those that were asked. `graph` is what they
    were asked about. `source` gives the lines of a file that an origin names; none, where it cannot be read. `strict`:
    what was not read fails the run, and so does what is open. `unused` is what was passed by.
    """

    on: str
    graph: Graph
    spans: Spans
    checks: Sequence[Check] = ()
    source: Callable[[str], Sequence[str]] = _no_lines
    findings: list[Finding] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    calls: list[ModuleCall] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    show_compliant: bool = False
    strict: bool = False

    @property
    def reported(self) -> list[Finding]:
        """What is held against somebody, or in doubt; with `show_compliant`, what is well too."""
        return [f for f in self.findings if not f.suppressed and (f.answer.value is not False or self.show_compliant)]

    @property
    def listed(self) -> list[Finding]:
        """What a record of the run holds: what is shown, and what is suppressed."""
        return [f for f in self.findings if f.suppressed or f.answer.value is not False or self.show_compliant]

    @property
    def suppressed(self) -> list[Finding]:
        return [f for f in self.findings if f.suppressed]

    @property
    def open(self) -> bool:
        """Whether there was nothing to judge, and it is not known whether there is nothing."""
        return not self.findings and not self.changes and bool(self.graph.unmet)

    def arrange(self) -> None:
        """Put the findings into the order in which every format has them."""
        self.findings.sort(key=lambda f: (f.origin.order, f.check.code, f.node.key, f.root))

    def count(self, outcome: str) -> int:
        """Return how many findings have an outcome; suppressed ones count as `suppressed` alone."""
        if outcome == SUPPRESSED:
            return len(self.suppressed)
        return sum(1 for f in self.findings if f.outcome == outcome and not f.suppressed)


def run(graph: Graph, checks: Iterable[Check], reading: Reading) -> Report:
    """Ask every check; a check that raises costs its answer, and is named."""
    asked = list(checks)
    report = Report(
        on=graph.policy.on.isoformat(),
        graph=graph,
        spans=Spans.of(graph, reading),
        checks=asked,
        inputs=reading.inputs,
        problems=told(reading.problems),
        unread=reading.unread,
        calls=reading.calls,
        unused=reading.unused,
    )
    for check in asked:
        ask(report, check, subjects(graph, check.subject))
    report.arrange()
    return report


def ask(report: Report, check: Check, nodes: Iterable[Node]) -> None:
    """Add a check's answers about these nodes to a report."""
    graph = report.graph
    for node in nodes:
        try:
            if check.concerns is not None and not check.concerns(graph, node):
                continue
            answer, severity = check.ask(graph, node), check.weight_of(graph, node)
        except IcplintError:
            raise
        except Exception as error:  # noqa: BLE001 - a defect of one check must not hide the answers of the others
            failed = CheckError(
                RAISED.using(check=check.name, key=node.key, error=repr(error), whose=blamed(check.ask.__module__)),
                node.origin,
            )
            report.problems.append(Problem(failed.text, failed.origin))
            continue
        report.findings.append(
            Finding(
                check=check,
                node=node,
                answer=answer,
                severity=severity,
                filing_domain=_filing_domain(graph, node),
                root=report.spans.name_of(node),
                roots=report.spans.roots_of(node, answer.evidence),
                told=more(graph, node),
            )
        )


def _filing_domain(graph: Graph, node: Node) -> str | None:
    if isinstance(node, Filing):
        return node.key
    domain = filing_domain(graph, node) if isinstance(node, Domain) else None
    return None if isinstance(domain, Unknown) else domain
