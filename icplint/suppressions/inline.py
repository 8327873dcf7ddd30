"""Comments in Terraform -> suppressions of the findings at the lines and blocks that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import Final

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
from icplint.suppressions.rule import SuppressionRule, fault_of

_MODULE: Final = re.compile(r'module\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.')


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
            covers=inline.covers if comment.calls else None,
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
    def names(self) -> Located[Finding]:
        """The answers about names, where they begin and where the name stands."""
        named = [finding for finding in self.findings if isinstance(finding.node, Domain)]
        return Located((place, finding) for finding in named for place in (finding.origin, finding.node.origin))


@dataclass(frozen=True, slots=True)
class _Inline:
    comment: Comment
    seen: _Seen
    whole: bool

    def covers(self, finding: Finding) -> bool:
        """A finding inside a module is at the calls that lead there, too."""
        return _calls(self.seen.graph, finding, self.comment.calls)

    def spoken(self, checks: Sequence[Check]) -> bool:
        """Return whether a suppression that matches nothing has nothing to match.

        What `count`, variables or a plan leave out may be there the next time. Where only a part of the project was
        read, another part may hold the name that leads to a server: only of a name that begins here enough is known.
        """
        block, calls = self.comment.block, self.comment.calls
        if not block:
            return True
        if self.whole:
            inside = (r for r in self.seen.read if any(c.root == r.root and _leads(c, r.address) for c in calls))
            return any(True for _ in chain(self.seen.resources.within(block), inside if calls else ()))
        named = (f for f in self.seen.findings if isinstance(f.node, Domain) and self.covers(f))
        return any(f.check in checks for f in chain(self.seen.names.within(block), named if calls else ()))


def _calls(graph: Graph, finding: Finding, calls: Iterable[CommentedCall]) -> bool:
    """Whether a finding begins inside one of these module calls, and in no other root besides."""
    address = finding.origin.address
    leading = [call.root for call in calls if address and _leads(call, address)]
    roots = _roots(graph, finding) if leading else set()
    return bool(roots) and roots <= set(leading)


def _leads(call: CommentedCall, address: str) -> bool:
    """Whether an address is inside the module that a call leads to, whatever the keys of instances."""
    at = 0
    for name in call.path:
        found = _MODULE.match(address, at)
        if found is None or found[1] != name:
            return False
        at = found.end()
    return True


def _roots(graph: Graph, finding: Finding) -> set[str]:
    """Return the root modules in which a finding begins: a name may be declared at one address in several."""
    if not isinstance(finding.node, Domain):
        return {finding.node.root}
    edges = (edge for edge in graph.out(finding.node) if edge.origin.address == finding.origin.address)
    return {end.root for edge in edges for end in edge.ends}
