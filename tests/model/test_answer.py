"""Answers combine as Kleene's strong logic of indeterminacy says, and carry the evidence that decided."""

from __future__ import annotations

from itertools import product

import pytest

from icplint.model.answer import Answer, Evidence, all_of, any_of, cannot_tell, no, one_of, yes
from icplint.model.text import plain

YES, NO, DOUBT = yes(plain("yes")), no(plain("no")), cannot_tell(plain("doubt"))
# Stephen Kleene, Introduction to Metamathematics (1952), section 64.
AND = {(True, True): True, (True, None): None, (True, False): False, (None, None): None, (None, False): False}
OR = {(False, False): False, (False, None): None, (False, True): True, (None, None): None, (None, True): True}


@pytest.mark.parametrize(("a", "b"), list(product((YES, NO, DOUBT), repeat=2)))
def test_the_tables_are_kleenes(a: Answer, b: Answer) -> None:
    conjunction = AND.get((a.value, b.value), AND.get((b.value, a.value), False))
    disjunction = OR.get((a.value, b.value), OR.get((b.value, a.value), True))
    assert (a & b).value is conjunction
    assert (a | b).value is disjunction
    assert (~(a & b)).value is (~a | ~b).value


@pytest.mark.parametrize("answer", [YES, NO, DOUBT])
def test_negation_keeps_the_evidence(answer: Answer) -> None:
    assert (~answer).evidence == answer.evidence
    assert (~~answer).value is answer.value


def test_a_doubt_is_neither_true_nor_false() -> None:
    assert bool(YES)
    assert not bool(NO)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(DOUBT)


def test_what_decides_needs_no_help() -> None:
    assert said(DOUBT & NO) == ["no"]
    assert said(YES & NO) == ["no"]
    assert said(NO | YES) == ["yes"]


def test_an_argument_needs_both_its_halves_in_order() -> None:
    assert said(YES & yes(plain("and yes"))) == ["yes", "and yes"]
    assert said(YES & DOUBT) == ["yes", "doubt"]
    assert said(DOUBT & YES) == ["doubt", "yes"]


def test_a_way_not_taken_is_no_part_of_the_doubt() -> None:
    assert said(NO | DOUBT) == ["doubt"]
    assert said(any_of([NO, DOUBT, NO], NO)) == ["doubt"]


def test_nothing_to_ask_is_the_otherwise() -> None:
    assert any_of([], DOUBT) is DOUBT


def test_alternatives_answer_only_what_they_share() -> None:
    doubt = Evidence(plain("one of these"))
    assert one_of([YES, yes(plain("too"))], doubt) == YES
    assert one_of([NO, NO], doubt) == NO
    assert said(one_of([YES, NO], doubt)) == ["yes", "no", "one of these"]
    assert one_of([YES, DOUBT], doubt).value is None


def test_all_of_tells_every_reason_against() -> None:
    assert said(all_of([NO, YES, no(plain("nor this")), DOUBT])) == ["no", "nor this"]
    assert said(all_of([YES, DOUBT])) == ["doubt"]
    assert all_of([YES, YES]).value is True
    assert all_of([]).value is True


def said(answer: Answer) -> list[str]:
    """Return the evidence in English."""
    return [evidence.say("en") for evidence in answer.evidence]
