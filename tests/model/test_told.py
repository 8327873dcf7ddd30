"""What is said of a file is as much as somebody reads."""

from __future__ import annotations

from icplint.model.origin import Origin
from icplint.model.reading import MOST_OF_A_FILE, Problem, told
from icplint.model.text import MOST_SAID, Text, plain


def of(file: str | None, count: int) -> list[Problem]:
    return [Problem(plain(f"mistake {n}"), Origin(file=file, line=n)) for n in range(count)]


def test_of_many_errors_in_a_file_the_first_are_told_and_the_others_counted() -> None:
    few, many, nowhere = of("few.tf", MOST_OF_A_FILE + 1), of("many.tf", 500), of(None, 100)
    found = told([*many[:30], *few, *many, *nowhere])
    said = [one.text.say("en") for one in found if one.origin and one.origin.file == "many.tf"]
    assert said == [
        *(f"mistake {n}" for n in range(MOST_OF_A_FILE)),
        f"there are {500 - MOST_OF_A_FILE} more errors in this file: correct those above first",
    ]
    assert [one for one in found if one in few] == few
    assert [one for one in found if one in nowhere] == nowhere


def test_a_long_value_is_cut_and_what_it_stands_in_is_not() -> None:
    said = Text(en="no setting {word}: remove it", zh="没有设置项 {word}：请删除").using(word="a" * 900_000)
    assert said.say("en") == f"no setting {'a' * MOST_SAID}…: remove it"
    assert said.say("zh").endswith("…：请删除")
