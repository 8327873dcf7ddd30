"""The register as TOML: what its rows come to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from icplint.filings.register import TEMPLATE, read
from icplint.model.origin import Origin
from icplint.model.reading import Input, Reading, filing_of
from icplint.model.resource import Resource
from icplint.policy import Tables

Register = Callable[[str | bytes], Reading]

GOOD = """\
[[filing]]
domain = "example.cn"
licence = "京ICP备2023001234号-1"
"""


def filing(**values: str) -> str:
    """Return an entry that is good but for `values`, which are TOML."""
    keys = {"domain": '"example.com"', "licence": '"京ICP备2023001234号-2"'} | values
    return "[[filing]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


def test_the_template_is_a_good_register() -> None:
    reading = read(TEMPLATE, "filings.toml", Tables.core().providers)
    assert reading.problems == []
    assert reading.complete == {"filing"}
    assert reading.inputs == [Input("register", "filings.toml")]
    assert [(r.kind, r.address, dict(r.values)) for r in reading.resources] == [
        (
            "filing",
            "example.cn",
            {
                "domain": "example.cn",
                "licence": "京ICP备2023001234号-1",
                "access_providers": ["alibaba"],
                "status": "filed",
                "filed_on": "2023-05-06",
                "kind": "website",
            },
        ),
        ("service_code", "i-bp1example/example.cn", {"instance": "i-bp1example", "domain": "example.cn"}),
        (
            "register_address",
            "203.0.113.0/24",
            {"cidr": "203.0.113.0/24", "location": "mainland", "provider": "self"},
        ),
    ]
    lines = TEMPLATE.read_text(encoding="utf-8").splitlines()
    headers = ["[[filing]]", "[[service_code]]", "[[address]]"]
    assert [lines[(r.origin.line or 0) - 1] for r in reading.resources] == headers


def test_what_is_not_written_is_absent(register: Register) -> None:
    reading = register(GOOD)
    assert reading.problems == []
    assert reading.resources == [
        Resource(
            kind="filing",
            address="example.cn",
            values={"domain": "example.cn", "licence": "京ICP备2023001234号-1", "status": "filed", "kind": "website"},
            origin=Origin(file="ops/filings.toml", line=1, column=1),
            root="ops/filings.toml:1:1",
        )
    ]


@pytest.mark.parametrize("content", ["", "\n# nothing yet\n", "\ufeff", "filing = []\n"])
def test_an_empty_register_says_that_nothing_is_filed(register: Register, content: str) -> None:
    reading = register(content)
    assert (reading.resources, reading.problems, reading.complete) == ([], [], {"filing"})


def test_spellings_are_understood(register: Register) -> None:
    reading = register(
        "\ufeff"
        + filing(
            domain='"WWW.例子.公司.cn."',
            licence='"京icp备２０２３００１２３４号-1"',
            access_providers='["阿里云", "腾讯云", "aliyun", "Example Hosting"]',
            status='"备案中"',
            filed_on='"2023年5月6日"',
        ).replace("\n", "\r\n")
    )
    assert reading.problems == []
    assert dict(reading.resources[0].values) == {
        "domain": "xn--fsqu00a.xn--55qx5d.cn",
        "licence": "京ICP备2023001234号-1",
        "access_providers": ["alibaba", "tencent", "example hosting"],
        "status": "pending",
        "filed_on": "2023-05-06",
        "kind": "website",
    }


@pytest.mark.parametrize(
    ("written", "known"),
    [('["阿里云", "未知"]', None), ('["unknown"]', None), ("[]", [])],
)
def test_providers_that_are_not_known(register: Register, written: str, known: list[str] | None) -> None:
    reading = register(filing(access_providers=written))
    assert reading.problems == []
    assert reading.resources[0].values.get("access_providers") == known


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("京ICP备2023001234号", "entity"),
        ("京ICP备2023001234号-1A", "app"),
        ("京ICP备2023001234号-1X", "mini-program"),
        ("京ICP备2023001234号-1K", "quick-app"),
    ],
)
def test_other_kinds_of_filing_are_told_apart(register: Register, number: str, kind: str) -> None:
    reading = register(filing(licence=f'"{number}"'))
    assert reading.problems == []
    assert (reading.resources[0].values["kind"], reading.resources[0].values["licence"]) == (kind, number)


def test_a_website_and_its_apps_may_share_a_domain(register: Register) -> None:
    app = filing(domain='"example.cn"', licence='"京ICP备2023001234号-2A"')
    other = filing(domain='"example.cn"', licence='"京ICP备2023001234号-3A"')
    reading = register(GOOD + app + other)
    assert reading.problems == []
    assert [r.values["kind"] for r in reading.resources] == ["website", "app", "app"]


def test_a_pending_filing_has_no_number_yet(register: Register) -> None:
    reading = register('[[filing]]\ndomain = "example.cn"\nlicence = ""\nstatus = "pending"\n')
    assert reading.problems == []
    assert dict(reading.resources[0].values) == {"domain": "example.cn", "status": "pending", "kind": "website"}


def test_codes_of_one_instance_for_one_domain_are_counted(register: Register) -> None:
    code = '[[service_code]]\ninstance = "i-1"\ndomain = "www.example.cn"\n'
    reading = register(code + code)
    assert reading.problems == []
    assert [(r.address, r.origin.line) for r in reading.resources] == [("i-1/example.cn", 1), ("i-1/example.cn#2", 4)]


def test_a_global_cloud_in_the_mainland_is_its_operation_there(register: Register) -> None:
    address = '[[address]]\ncidr = "{}"\nlocation = "{}"\nprovider = "亚马逊云"\n'
    reading = register(
        filing(access_providers='["AWS", "微软云"]')
        + address.format("203.0.113.1", "mainland")
        + address.format("203.0.113.2", "outside")
        + '[[address]]\ncidr = "203.0.113.3"\nlocation = "outside"\nprovider = "未知"\n'
    )
    assert reading.problems == []
    assert reading.resources[0].values["access_providers"] == ["aws-cn", "azure-cn"]
    assert [r.values.get("provider") for r in reading.resources[1:]] == ["aws-cn", "aws", None]


def test_a_number_that_is_to_be_filled_in_is_a_doubt_about_its_domain(register: Register) -> None:
    reading = register(GOOD + '\n[[filing]]\ndomain = "www.example.com.cn"\nlicence = " "\n')
    assert [r.address for r in reading.resources if r.kind == "filing"] == ["example.cn"]
    assert (reading.problems, reading.complete) == ([], {"filing"})
    [doubt] = reading.unread
    assert doubt.lacks == {filing_of("example.com.cn")}
    assert doubt.origin is not None
    assert doubt.origin.line == len(GOOD.splitlines()) + 4
