"""Three-valued answers (Kleene's strong logic of indeterminacy) that carry their own evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from icplint.model.origin import Origin
from icplint.model.text import Language, Text


class Hidden:
    """Evidence that a sentence only counts: it is not told, and still says what the answer is about.

    Two of them are equal, as what is told of them is.
    """

    __slots__ = ("evidence",)

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        self.evidence = tuple(evidence)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hidden)

    def __hash__(self) -> int:
        return hash(Hidden)


class Evidence(NamedTuple):
    """One sentence of the argument, where to check it, and, for a doubt, what would settle it.

    `hidden` is what it stands for, where it only says how much more there is.
    """

    text: Text
    origin: Origin | None = None
    settle: Text | None = None
    hidden: Hidden | None = None

    def say(self, language: Language) -> str:
        """Return the sentence in `language`."""
        return self.text.say(language)


class Answer(NamedTuple):
    """Yes (True), no (False) or cannot tell (None), with the evidence in the order in which it is read.

    `&`, `|` and `~` are Kleene's. `bool()` refuses doubt, so that an `if` cannot swallow it.

    Tens of thousands of answers and of their evidence are made in a run, which is why they are not dataclasses.
    """

    value: bool | None
    evidence: tuple[Evidence, ...] = ()

    def __and__(self, other: Answer) -> Answer:
        return _combine(self, other, decisive=False)

    def __or__(self, other: Answer) -> Answer:
        return _combine(self, other, decisive=True)

    def __invert__(self) -> Answer:
        return Answer(None if self.value is None else not self.value, self.evidence)

    def __bool__(self) -> bool:
        if self.value is None:
            raise TypeError("cannot tell is neither true nor false: combine answers with & | ~, or look at .value")
        return self.value

    def because(self, *evidence: Evidence) -> Answer:
        """Return the same answer with `evidence` before its own; of a long argument the middle is only counted."""
        whole = evidence + self.evidence
        return Answer(self.value, whole if len(whole) <= LONGEST else _shortened(whole))

    def doubted(self, *doubt: Evidence) -> Answer:
        """Return a doubt with this answer's evidence, followed by the reasons for it."""
        return Answer(None, self.evidence + doubt)

    def and_more(self, others: Iterable[Evidence]) -> Answer:
        """Return a joint answer that counts more answers like those that it argues with, each as `more` has it."""
        told, found = self.evidence, list(others)
        if not found or self.value:
            return self
        if told and told[-1].text.en == _MORE.en:
            told, found = told[:-1], [told[-1], *found]
        return Answer(self.value, (*told, more(sum(map(_count, found)), found)))


FEW: Final = 5
"""Answers that a joint one argues with; of the others it says how many there are."""
LONGEST: Final = 20
"""Sentences of one argument; more would not be read."""
_HEAD: Final = 5
_TAIL: Final = 10
"""Sentences of a long argument that are told from its beginning and from its end."""
_MORE: Final = Text(en="and {count} more like these, not shown", zh="另有 {count} 项同类依据，从略")
_STEPS: Final = Text(en="{count} more steps lie between, not shown", zh="中间另有 {count} 个步骤，从略")


def _shortened(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return a long argument without its middle, of which it says how many sentences that was."""
    between = evidence[_HEAD:-_TAIL]
    count = sum(_count(e) if e.text.en == _STEPS.en else 1 for e in between)
    return (*evidence[:_HEAD], Evidence(_STEPS.using(count=count), hidden=Hidden(between)), *evidence[-_TAIL:])


def more(count: int, hidden: Iterable[Evidence]) -> Evidence:
    """Return what says that there are `count` more answers, whose evidence is hidden."""
    return Evidence(_MORE.using(count=count), hidden=Hidden(hidden))


def _count(counting: Evidence) -> int:
    return int(str(counting.text.values["count"]))


def _combine(a: Answer, b: Answer, *, decisive: bool) -> Answer:
    """A decisive answer needs no help from the other; short of that, both arguments are needed."""
    for answer in (a, b):
        if answer.value is decisive:
            return answer
    value = None if None in (a.value, b.value) else not decisive
    if decisive and value is None:
        # Of several ways, those that are certainly not taken do not matter to the doubt.
        a, b = (x if x.value is None else Answer(x.value) for x in (a, b))
    if not (a.evidence and b.evidence):
        return Answer(value, a.evidence or b.evidence)
    return Answer(value, a.evidence + tuple(e for e in b.evidence if e not in a.evidence))


def yes(text: Text, origin: Origin | None = None) -> Answer:
    """Return yes, because of `text`."""
    return Answer(True, (Evidence(text, origin),))


def no(text: Text, origin: Origin | None = None) -> Answer:
    """Return no, because of `text`."""
    return Answer(False, (Evidence(text, origin),))


def cannot_tell(text: Text, origin: Origin | None = None, settle: Text | None = None) -> Answer:
    """Return a doubt: `text` says why, `settle` what would end it."""
    return Answer(None, (Evidence(text, origin, settle),))


def any_of(answers: Iterable[Answer], otherwise: Answer) -> Answer:
    """Return yes if one is yes; `otherwise` where there is nothing to ask."""
    found = list(answers)
    if len(found) < 2:
        return found[0] if found else otherwise
    decisive = next((answer for answer in found if answer.value is True), None)
    return _joined(found, None, False) if decisive is None else decisive


def all_of(answers: Iterable[Answer]) -> Answer:
    """Return no if one is no, with the evidence of every no; else a doubt with every doubt; else yes."""
    return _joined(list(answers), False, None, True)


def _joined(answers: Sequence[Answer], *values: bool | None) -> Answer:
    """Return the answers of the first value that there is, with the evidence of each."""
    for value in values:
        deciding = [answer for answer in answers if answer.value is value]
        if deciding:
            return Answer(value, _merged(deciding))
    return Answer(True)


def _merged(answers: Iterable[Answer]) -> tuple[Evidence, ...]:
    """Return the evidence of the first few, each sentence once, and how many more there are that add to it."""
    told: list[Evidence] = []
    heard: set[Evidence] = set()
    hidden: list[Evidence] = []
    arguing = others = 0
    for answer in answers:
        new = []
        for evidence in answer.evidence:
            known = len(heard)
            heard.add(evidence)  # which is compared once: that takes as long as the sentence is
            if len(heard) > known:
                new.append(evidence)
        if not new:
            continue
        if not others and arguing < FEW and (not told or len(told) + len(new) <= LONGEST):
            arguing += 1
            told += new
        else:
            others += 1
            hidden += new
    return (*told, more(others, hidden)) if others else tuple(told)


def one_of(answers: Iterable[Answer], *doubt: Evidence) -> Answer:
    """Return the answer that all alternatives share; where they differ, or one doubts, a doubt with all of them."""
    found = list(answers)
    values = {answer.value for answer in found}
    if len(values) == 1 and None not in values:
        return found[0]
    return Answer(None, (*_merged(found), *doubt))
