"""Comments in Terraform -> suppressions of the findings at the lines and blocks that they speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from icplint.checks.check import Check
from icplint.graph.graph import Graph
from icplint.model.origin import Origin
from icplint.model.reading import Reading
from icplint.model.remark import Call, Remark, Span
from icplint.model.vocabulary import Domain
from icplint.run import Finding, Report
from icplint.suppressions.directive import directive
from icplint.suppressions.exemption import Exemption, fault_of

_MODULE: Final = re.compile(r'module\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.')


def exemptions(reading: Reading, report: Report, known: Sequence[Check], *, whole: bool) -> Iterator[Exemption]:
    """Yield the suppressions among the remarks of a reading, each once, however many roots call its module."""
    remarks: dict[Origin, Remark] = {}
    for remark in reading.remarks:
        seen = remarks.get(remark.origin)
        remarks[remark.origin] = remark._replace(calls=seen.calls | remark.calls) if seen else remark
    for remark in remarks.values():
        written = directive(remark.text)
        if written is None:
            continue
        inline = _Inline(remark, report, reading, whole)
        yield Exemption(
            key=f"{remark.name or remark.origin.file}: {written.shown}",
            origin=remark.origin,
            checks=written.checks,
            reason=written.reason,
            until=written.until,
            fault=written.fault or fault_of(written.checks, written.reason, known),
            covers=inline.covers,
            spoken=inline.spoken,
        )


@dataclass(frozen=True, slots=True)
class _Inline:
    remark: Remark
    report: Report
    reading: Reading
    whole: bool

    def covers(self, finding: Finding) -> bool:
        """A finding is where its argument begins; inside a module it is at the calls that lead there, too."""
        return self._at(self.remark.spans, finding.origin) or bool(
            self.remark.calls and _calls(self.report.graph, finding, self.remark.calls)
        )

    def spoken(self, checks: Sequence[Check]) -> bool:
        """Return whether a suppression that matches nothing has nothing to match.

        What `count`, variables or a plan leave out may be there the next time. Where only a part of the project was
        read, another part may hold the name that leads to a server: only of a name that begins here enough is known.
        """
        if not self.remark.block:
            return True
        if not self.whole:
            named = (f for f in self.report.findings if f.check in checks and isinstance(f.node, Domain))
            return any(self._in_block(finding) for finding in named)
        found = self.reading.resources
        return any(
            self._at(self.remark.block, r.origin)
            or any(call.root == r.root and _leads(call, r.address) for call in self.remark.calls)
            for r in found
        )

    def _in_block(self, finding: Finding) -> bool:
        places = (finding.origin, finding.node.origin)
        return any(self._at(self.remark.block, place) for place in places) or bool(
            self.remark.calls and _calls(self.report.graph, finding, self.remark.calls)
        )

    @staticmethod
    def _at(spans: Iterable[Span], place: Origin) -> bool:
        return any(span.holds(place) for span in spans)


def _calls(graph: Graph, finding: Finding, calls: Iterable[Call]) -> bool:
    """Whether a finding begins inside one of these module calls, and in no other root besides."""
    address = finding.origin.address
    leading = [call.root for call in calls if address and _leads(call, address)]
    roots = _roots(graph, finding) if leading else set()
    return bool(roots) and roots <= set(leading)


def _leads(call: Call, address: str) -> bool:
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
    ties = (tie for tie in graph.out(finding.node) if tie.origin.address == finding.origin.address)
    return {end.root for tie in ties for end in tie.ends}
