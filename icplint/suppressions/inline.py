"""Comments in Terraform -> suppressions of the findings at the lines and blocks that they speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

from icplint.checks.check import Check
from icplint.findings.run import Finding, Report
from icplint.graph.graph import Graph
from icplint.model.comment import Comment, CommentedCall
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.resource import Resource
from icplint.model.vocabulary import Domain
from icplint.suppressions.ignore_comment import ignore_comment
from icplint.suppressions.located import Located
from icplint.suppressions.module_paths import InModules, module_paths
from icplint.suppressions.rule import SuppressionRule, fault_of


def comment_rules(
    reading: Reading, report: Report, known: Sequence[Check], *, whole: bool
) -> Iterator[SuppressionRule]:
    """Yield the suppressions among the comments of a reading, each once, however many roots call its module."""
    comments: dict[Origin, Comment] = {}
    for comment in reading.comments:
        first = comments.get(comment.origin)
        comments[comment.origin] = comment._replace(calls=first.calls | comment.calls) if first else comment
    seen = _Seen(report, reading)
    for comment in comments.values():
        written = ignore_comment(comment.text)
        if written is None:
            continue
        inline = _Inline(comment, seen, whole)
        yield SuppressionRule(
            key=f"{comment.name or report.spans.file_name(comment.origin.file or '')}: {written.text}",
            origin=comment.origin,
            checks=written.checks,
            reason=written.reason,
            until=written.until,
            fault=written.fault or fault_of(written.checks, written.reason, known),
            spans=comment.spans,
            about=inline.about if comment.calls else None,
            spoken=inline.spoken,
        )


class _Seen:
    """What a run read and answered, by where it is."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.graph = report.graph
        self.findings = report.findings
        self.read = reading.resources

    @cached_property
    def resources(self) -> Located[Resource]:
        """The resources, each where it is declared."""
        return Located((resource.origin, resource) for resource in self.read)

    @cached_property
    def inside(self) -> InModules[Finding]:
        """The answers, each in the modules in which it begins."""
        return InModules((finding.origin.address, finding) for finding in self.findings)

    @cached_property
    def called(self) -> set[CommentedCall]:
        """The calls of the modules that hold a resource, themselves or in a module that they call."""
        return {CommentedCall(one.root, path) for one in self.read for path in module_paths(one.address)}

    @cached_property
    def names(self) -> Located[Finding]:
        """The answers about names, where they begin and where the name stands."""
        named = [finding for finding in self.findings if isinstance(finding.node, Domain)]
        return Located((place, finding) for finding in named for place in (finding.origin, finding.node.origin))


@dataclass(frozen=True, slots=True)
class _Inline:
    comment: Comment
    seen: _Seen
    whole: bool

    def about(self) -> Iterator[Finding]:
        """Yield the findings inside the modules that are called: they are at the calls that lead there, too.

        They begin in no other root besides.
        """
        calling: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for call in self.comment.calls:
            calling[call.path].add(call.root)
        inside: dict[int, Finding] = {}
        leading: dict[int, set[str]] = defaultdict(set)
        for path, callers in calling.items():
            for finding in self.seen.inside.of(path):
                inside[id(finding)] = finding
                leading[id(finding)] |= callers
        for one, finding in inside.items():
            roots = _roots(self.seen.graph, finding)
            if roots and roots <= leading[one]:
                yield finding

    def spoken(self, checks: Sequence[Check]) -> bool:
        """Return whether a suppression that matches nothing has nothing to match.

        What `count`, variables or a plan leave out may be there the next time. Where only a part of the project was
        read, another part may hold the name that leads to a server: only of a name that begins here enough is known.
        """
        block, calls = self.comment.block, self.comment.calls
        if not block:
            return True
        if self.whole:
            called = self.seen.called if calls else set()
            return any(True for _ in self.seen.resources.within(block)) or not calls.isdisjoint(called)
        named = (f for f in self.about() if isinstance(f.node, Domain)) if calls else ()
        return any(f.check in checks for f in chain(self.seen.names.within(block), named))


def _roots(graph: Graph, finding: Finding) -> set[str]:
    """Return the root modules in which a finding begins: a name may be declared at one address in several."""
    if not isinstance(finding.node, Domain):
        return {finding.node.root}
    edges = (edge for edge in graph.out(finding.node) if edge.origin.address == finding.origin.address)
    return {end.root for edge in edges for end in edge.ends}
