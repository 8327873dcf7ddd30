"""A name that is not known may be one that is: what is certain of that one is right whatever the unknown turns out to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest

Ask = Callable[..., dict[str, Any]]

REGISTER: Final = (
    '[[filing]]\ndomain = "filed-example.cn"\nlicence = "京ICP备2023001235号-1"\naccess_providers = ["alibaba"]\n'
    '[[address]]\ncidr = "198.51.100.0/24"\nlocation = "mainland"\nprovider = "alibaba"\n'
    '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "outside"\n'
)
HERE, ABROAD = '"198.51.100.1"', '"203.0.113.1"'
ZONE: Final = '"unfiled-example.cn"'
FREE: Final = 'resource "random_string" "s" {\n  length = 5\n}\nprovider "alicloud" {\n  region = "cn-hangzhou"\n}\n'
EITHER: Final = 'random_string.s.result == "x" ?'


def record(name: str, rr: str, value: str, zone: str = ZONE, kind: str = "A") -> str:
    body = f'  domain_name = {zone}\n  rr = {rr}\n  type = "{kind}"\n  value = {value}\n'
    return f'resource "alicloud_alidns_record" "{name}" {{\n{body}}}\n'


def cdn(name: str, domain: str, scope: str) -> str:
    body = f'  domain_name = {domain}\n  scope = "{scope}"\n  sources {{\n    content = {ABROAD}\n  }}\n'
    return f'resource "alicloud_cdn_domain_new" "{name}" {{\n{body}}}\n'


def rule(name: str, domain: str) -> str:
    """Return a balancer in the mainland that knows a name."""
    return (
        f'resource "alicloud_slb_load_balancer" "{name}" {{\n  address_type = "internet"\n}}\n'
        f'resource "alicloud_slb_rule" "{name}" {{\n  load_balancer_id = alicloud_slb_load_balancer.{name}.id\n'
        f"  domain = {domain}\n}}\n"
    )


def answers(ask: Ask, terraform: str, code: str = "ICP101") -> dict[str, str]:
    findings = ask({"main.tf": FREE + terraform, "filings.toml": REGISTER}, code)["findings"]
    return {finding["subject"]["key"]: finding["outcome"] for finding in findings}


KNOWN: Final = (
    record("a", '"a"', ABROAD)
    + record("b", '"b"', ABROAD)
    + record("c", '"c"', '"b.unfiled-example.cn"', kind="CNAME")
    + record("app", '"app-1"', ABROAD)
    + record("top", '"@"', ABROAD)
    + cdn("cdn", '"cdn.unfiled-example.cn"', "overseas")
    + record("wild", '"*.wild"', ABROAD)
    + cdn("deep", '"x.wild.unfiled-example.cn"', "overseas")
    + record("other", '"b"', ABROAD, zone='"other-example.cn"')
    + record("line", '"line"', ABROAD).replace("  type", '  line = "oversea"\n  type')
    + record("certain", '"certain"', HERE)
    + rule("rule", '"rule.unfiled-example.cn"')
    + record("home", '"*.home"', HERE)
    + rule("home", '"y.home.unfiled-example.cn"').replace('"internet"', '"intranet"')
)
ALL: Final = frozenset(
    f"{name}.unfiled-example.cn" for name in ("a", "b", "c", "app-1", "cdn", "*.wild", "x.wild", "line")
) | {"unfiled-example.cn"}
"""Names of the zone that are certainly not served from the mainland."""

UNKNOWNS: Final = {
    "one of two": (record("u", f'{EITHER} "a" : "z"', HERE), {"a.unfiled-example.cn"}),
    "led to by another": (record("u", f'{EITHER} "b" : "z"', HERE), {f"{n}.unfiled-example.cn" for n in "bc"}),
    "one of two zones": (
        record("u", '"b"', HERE, zone=f'{EITHER} "other-example.cn" : "unfiled-example.cn"'),
        {"b.other-example.cn", "b.unfiled-example.cn", "c.unfiled-example.cn"},
    ),
    "anything in a zone": (record("u", "random_string.s.result", HERE), ALL),
    "how it begins": (record("u", '"app-${random_string.s.result}"', HERE), {"app-1.unfiled-example.cn"}),
    "how it ends": (record("u", '"${random_string.s.result}-1"', HERE), {"app-1.unfiled-example.cn"}),
    "one label in a zone that is not known": (
        record("u", '"a"', HERE, zone='"${random_string.s.result}-example.cn"'),
        {"a.unfiled-example.cn"},
    ),
    "a wildcard or a name": (
        record("u", f'{EITHER} "*.wild" : "z"', HERE),
        {f"{n}wild.unfiled-example.cn" for n in ("*.", "x.")},
    ),
    "anything at all": (cdn("u", "random_string.s.result", "domestic"), ALL | {"b.other-example.cn"}),
    "a domain that ends in": (
        cdn("u", '"${random_string.s.result}.other-example.cn"', "domestic"),
        {"b.other-example.cn"},
    ),
    "abroad": (
        record("u", "random_string.s.result", ABROAD),
        {"rule.unfiled-example.cn", "y.home.unfiled-example.cn"},
    ),
    "abroad, of another name": (record("u", f'{EITHER} "z" : "y"', ABROAD), set()),
    "abroad, where a wildcard leads": (
        record("u", f'{EITHER} "y.home" : "z"', ABROAD).replace("  type", '  line = "oversea"\n  type'),
        {"y.home.unfiled-example.cn"},
    ),
    "a domain abroad, where a wildcard leads": (
        cdn("u", f'{EITHER} "y.home.unfiled-example.cn" : "z.unfiled-example.cn"', "overseas"),
        {"y.home.unfiled-example.cn"},
    ),
    "no website, but for a wildcard (RFC 4592)": (
        record("u", "random_string.s.result", HERE, kind="TXT"),
        {"y.home.unfiled-example.cn"},
    ),
    "a rule of a balancer": (
        rule("u", "random_string.s.result"),
        {f"{name}.unfiled-example.cn" for name in ("cdn", "x.wild", "line")},
    ),
    "two of them in a row": (
        record("u", f'{EITHER} "a" : "z"', '"b.unfiled-example.cn"', kind="CNAME")
        + record("v", f'{EITHER} "b" : "y"', HERE),
        {f"{n}.unfiled-example.cn" for n in "abc"},
    ),
}


def known(found: dict[str, str]) -> dict[str, str]:
    return {name: outcome for name, outcome in found.items() if not name.startswith("alicloud_")}


@pytest.mark.parametrize("what", UNKNOWNS)
def test_only_the_names_that_it_may_be_are_doubted(what: str, ask: Ask) -> None:
    before = known(answers(ask, KNOWN))
    unknown, doubted = UNKNOWNS[what]
    after = known(answers(ask, KNOWN + unknown))
    assert "cannot-tell" not in before.values()
    assert {name for name in before if after[name] != before[name]} == doubted
    assert {after[name] for name in doubted} <= {"cannot-tell"}


WORLDS: Final = ("a", "b", "z", "app-1", "app-2", "*.wild", "cdn", "line", "rule", "@", "certain", "deep.wild", "wild")


@pytest.mark.parametrize("value", [HERE, ABROAD])
@pytest.mark.parametrize("kind", ["record", "cdn", "rule"])
def test_whatever_the_name_turns_out_to_be_what_was_certain_was_right(kind: str, value: str, ask: Ask) -> None:
    def saying(name: str, unknown: bool) -> str:
        if kind == "record":
            return record("u", name, value)
        whole = name if unknown else name.strip('"').replace("@", "").strip(".")
        domain = "random_string.s.result" if unknown else f'"{whole}.unfiled-example.cn"'.replace('".', '"')
        scope = "domestic" if value is HERE else "overseas"
        return cdn("u", domain, scope) if kind == "cdn" else rule("u", domain)

    certain = {
        name: outcome
        for name, outcome in known(answers(ask, KNOWN + saying("random_string.s.result", True))).items()
        if outcome != "cannot-tell"
    }
    for world in WORLDS:
        found = answers(ask, KNOWN + saying(f'"{world}"', False))
        assert {name: found[name] for name in certain} == certain, world


def test_the_doubt_says_whose_name_it_is_and_what_settles_it(ask: Ask) -> None:
    files = {"main.tf": FREE + KNOWN + record("u", f'{EITHER} "a" : "z"', HERE), "filings.toml": REGISTER}
    for lang, said in (
        ("en", "is not known, and may be a.unfiled-example.cn"),
        ("zh", "可能就是 a.unfiled-example.cn"),
    ):
        (finding,) = (
            f for f in ask(files, "ICP101", lang=lang)["findings"] if f["subject"]["key"] == "a.unfiled-example.cn"
        )
        assert any("alicloud_alidns_record.u" in e["message"] and said in e["message"] for e in finding["evidence"])
        assert finding["remedy"]


def test_other_questions_are_doubted_as_well(ask: Ask) -> None:
    """The filing of a name that may be another's does not name Alibaba Cloud, whose server that other one reaches."""
    web = 'resource "alicloud_instance" "web" {\n  internet_max_bandwidth_out = 5\n}\n'
    register = REGISTER.replace('"alibaba"]', '"tencent"]')
    named = record("b", '"b"', ABROAD, zone='"filed-example.cn"')
    unknown = record("u", f'{EITHER} "b" : "z"', "alicloud_instance.web.public_ip", zone='"filed-example.cn"')
    for more, outcome in (("", "compliant"), (unknown, "cannot-tell")):
        files = {"main.tf": FREE + web + named + more, "filings.toml": register}
        found = {f["subject"]["key"]: f["outcome"] for f in ask(files, "ICP201")["findings"]}
        assert found["b.filed-example.cn"] == outcome
