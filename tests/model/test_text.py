"""A text speaks both languages, and waits until somebody reads it."""

from __future__ import annotations

from icplint.model.text import Text, listing, plain

GREETING = Text(en="{name} is in {place}", zh="{name} 位于{place}")


def test_values_speak_the_readers_language() -> None:
    text = GREETING.using(name="x").using(place=Text(en="the mainland", zh="中国内地"))
    assert text.say("en") == "x is in the mainland"
    assert text.say("zh") == "x 位于中国内地"


def test_braces_without_values_stand() -> None:
    assert plain('provider "alicloud" { region = … }').say("zh") == 'provider "alicloud" { region = … }'
    assert GREETING.using(name="{x}", place=plain("{y}")).say("en") == "{x} is in {y}"


def test_equal_texts_are_one_in_a_set() -> None:
    assert len({GREETING.using(name="a"), GREETING.using(name="a"), GREETING.using(name="b")}) == 2


def test_an_enumeration_has_each_languages_comma() -> None:
    both = listing([plain("a"), Text(en="b", zh="乙")])
    assert (both.say("en"), both.say("zh")) == ("a, b", "a、乙")


def test_a_space_stands_between_chinese_and_latin_words_only() -> None:
    text = Text("{name} of {whose}", "{whose} 的 {name} 服务")
    hosting = Text("site hosting", "网站托管")
    assert text.using(name=hosting, whose="GitHub").say("zh") == "GitHub 的网站托管服务"
    assert text.using(name="CDN", whose=Text("Wangsu", "网宿科技")).say("zh") == "网宿科技的 CDN 服务"
    close = Text("{name} is {whose}'s", "{name} 是{whose}的服务")
    assert close.using(name="a.cn", whose=plain("Vercel")).say("zh") == "a.cn 是 Vercel 的服务"
    assert close.using(name="a.cn", whose=Text("Wangsu", "网宿科技")).say("zh") == "a.cn 是网宿科技的服务"
    assert text.using(name="备案", whose="京").say("zh") == "京 的 备案 服务", "what a user wrote stays apart"
    assert text.using(name=hosting, whose="GitHub").say("en") == "site hosting of GitHub"


def test_sentences_that_say_the_same_are_one_whatever_was_bound_first() -> None:
    sentence = Text(en="{a} {b}", zh="{b} {a}")
    one, other = sentence.using(a="x", b=plain("y")), sentence.using(b=plain("y"), a="x")
    assert one == other
    assert len({one, other}) == 1
    assert len({sentence.using(a=f"x{n}", b=n) for n in range(100)}) == 100
