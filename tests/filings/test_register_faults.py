"""The register as TOML: every bad row is reported with its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from icplint.model.reading import Input, Reading

Register = Callable[[str | bytes], Reading]

GOOD = """\
[[filing]]
domain = "example.cn"
licence = "京ICP备2023001234号-1"
"""


def said(reading: Reading) -> list[tuple[int | None, str, str]]:
    """Return the line and the sentences of each problem."""
    return [(p.origin.line if p.origin else 0, p.text.say("en"), p.text.say("zh")) for p in reading.problems]


def filing(**values: str) -> str:
    """Return an entry that is good but for `values`, which are TOML."""
    keys = {"domain": '"example.com"', "licence": '"京ICP备2023001234号-2"'} | values
    return "[[filing]]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())


@pytest.mark.parametrize(
    ("values", "line", "en", "zh"),
    [
        (
            {"license": '"x"'},
            4,
            "filing has no key license: did you mean licence?",
            "filing 没有 license 这一项；是否应为 licence？",
        ),
        (
            {"owner_email": '"x"'},
            4,
            "filing has no key owner_email: its keys are domain, licence, holder, access_providers, status, filed_on",
            "filing 没有 owner_email 这一项；可用的项为 domain, licence, holder, access_providers, status, filed_on",
        ),
        ({"domain": '" "'}, 2, "this filing has no domain: write one", "这条 filing 记录缺少 domain；请补充"),
        (
            {"licence": '""', "status": '"filed"'},
            3,
            "example.com has no licence: write its filing number, or status pending while there is none",
            "example.com 缺少备案号（licence）；请填写备案号，尚未取得备案号的请将状态（status）填为 pending（备案中）",
        ),
        (
            {"domain": '"https://example.cn/"'},
            2,
            "https://example.cn/ is not a domain name: write one name alone, without scheme, port or path",
            "“https://example.cn/”不是合法的域名；请只填写一个域名，不要带协议、端口或路径",
        ),
        (
            {"domain": '"203.0.113.1"'},
            2,
            "203.0.113.1 is an address: a register holds domain names, and addresses stand under [[address]]",
            "203.0.113.1 是 IP 地址；备案清单只登记域名，IP 地址请填写在 [[address]] 之下",
        ),
        (
            {"domain": '"com.cn"'},
            2,
            "com.cn is a public suffix, under which others register: write the domain that was filed",
            "com.cn 是公共后缀，本身不能备案；请填写实际备案的域名",
        ),
        (
            {"domain": '"example.nosuchsuffix"'},
            2,
            "example.nosuchsuffix stands under no known suffix: check how the domain is spelled",
            "example.nosuchsuffix 的后缀不存在；请检查域名是否写错",
        ),
        ({"domain": "5"}, 2, "domain must be text in quotes, not 5", "domain 应为带引号的文本，而不是 5"),
        ({"licence": "2023001234"}, 3, "licence must be text in quotes, not 2023001234", None),
        ({"holder": "true"}, 4, "holder must be text in quotes, not true", "holder 应为带引号的文本，而不是 true"),
        (
            {"access_providers": '"alibaba"'},
            4,
            'access_providers must be a list of text, such as ["alibaba"], not "alibaba"',
            'access_providers 应为文本列表，例如 ["alibaba"]，而不是 "alibaba"',
        ),
        ({"access_providers": "[1]"}, 4, "access_providers must be text in quotes, not 1", None),
        (
            {"status": '"approved?"'},
            4,
            "approved? is no status: write filed, pending or cancelled, and leave out a domain that was never filed",
            (
                "“approved?”不是有效的备案状态；请填写 filed（已备案）、pending（备案中）或 cancelled（已注销），"
                "从未备案的域名不要列入"
            ),
        ),
        (
            {"filed_on": '"2023-02-30"'},
            4,
            "2023-02-30 is no date: write it as 2023-05-06",
            "2023-02-30 不是有效的日期；应写作 2023-05-06 的形式",
        ),
        ({"filed_on": "20230506"}, 4, "20230506 is no date: write it as 2023-05-06", None),
        ({"filed_on": "10:00:00"}, 4, "10:00:00 is no date: write it as 2023-05-06", None),
    ],
)
def test_a_bad_filing(register: Register, values: dict[str, str], line: int, en: str, zh: str | None) -> None:
    reading = register(filing(**values))
    [problem] = said(reading)
    assert problem[:2] == (line, en)
    assert zh is None or problem[2] == zh
    assert (reading.resources, reading.complete) == ([], set())
    assert reading.inputs == [Input("register", "ops/filings.toml")]


def test_every_fault_of_a_row_is_reported(register: Register) -> None:
    reading = register('[[filing]]\nstatus = "x"\nlicense = "y"\n')
    assert [(line, en.split(":")[0]) for line, en, _ in said(reading)] == [
        (1, "this filing has no domain"),
        (1, "this filing has no licence"),
        (2, "x is no status"),
        (3, "filing has no key license"),
    ]


def test_a_domain_is_registered_once(register: Register) -> None:
    again = filing(domain='"WWW.example.cn"', licence='"京ICP备2023001234号-1"')
    assert [r.address for r in register(GOOD + "\n" + again).resources] == ["example.cn"]
    again += 'status = "cancelled"\n'
    assert said(register(GOOD + "\n" + again)) == [
        (
            5,
            "WWW.example.cn, which stands for example.cn, is on line 1 already, with another status: keep one row of the two",
            "WWW.example.cn（即 example.cn）已在第 1 行登记，且 status 不同；两行请只保留一行",
        )
    ]


def test_several_websites_may_share_a_domain(register: Register) -> None:
    reading = register(GOOD + filing(domain='"bbs.example.cn"', access_providers='["tencent"]'))
    assert reading.problems == []
    assert [(r.address, r.values["licence"]) for r in reading.resources] == [
        ("example.cn", "京ICP备2023001234号-1"),
        ("example.cn", "京ICP备2023001234号-2"),
    ]


def test_an_app_is_registered_once(register: Register) -> None:
    app = filing(licence='"京ICP备2023001234号-2A"')
    assert said(register(app + app)) == []
    assert said(register(app + app + 'status = "cancelled"\n')) == [
        (
            4,
            "example.com is on line 1 already, with another status: keep one row of the two",
            "example.com 已在第 1 行登记，且 status 不同；两行请只保留一行",
        )
    ]


def test_the_good_rows_of_a_bad_register_are_read(register: Register) -> None:
    reading = register(filing(licence='"京ICP证030173号"') + GOOD)
    assert said(reading) == [
        (
            3,
            (
                "京ICP证030173号 is a commercial ICP licence (ICP证), which is held besides an ICP filing and never "
                "instead of it: write the ICP filing number, such as 京ICP备2023001234号-1"
            ),
            (
                "京ICP证030173号 是经营性 ICP 许可证（ICP证）号，须在备案之外另行取得，不能代替备案；"
                "请填写 ICP 备案号，形如 京ICP备2023001234号-1"
            ),
        )
    ]
    assert [(r.address, r.origin.line) for r in reading.resources] == [("example.cn", 4)]
    assert reading.complete == set()


@pytest.mark.parametrize(
    ("content", "line", "en", "zh"),
    [
        (
            '[[service_code]]\ndomain = "example.cn"\n',
            1,
            "this service_code has no instance: write one",
            "这条 service_code 记录缺少 instance；请补充",
        ),
        (
            '[[address]]\ncidr = "203.0.113.5/24"\nlocation = "outside"\n',
            2,
            "203.0.113.5/24 is an address inside its network: write 203.0.113.0/24, or the address alone",
            "203.0.113.5/24 是网段内的单个地址；请写 203.0.113.0/24，或只写该地址",
        ),
        (
            '[[address]]\ncidr = "203.0.113.0/33"\nlocation = "outside"\n',
            2,
            "203.0.113.0/33 is not a network: write it as 203.0.113.0/24 or 2001:db8::/32",
            "“203.0.113.0/33”不是合法的网段；应写作 203.0.113.0/24 或 2001:db8::/32 的形式",
        ),
        (
            '[[address]]\ncidr = "203.0.113.0/24"\nlocation = "china"\n',
            3,
            "china is no location: write mainland, or outside for Hong Kong, Macau, Taiwan and abroad",
            "“china”不是有效的位置；中国大陆境内填 mainland，港澳台及境外填 outside",
        ),
        (
            (
                '[[address]]\ncidr = "203.0.113.7"\nlocation = "outside"\n'
                '[[address]]\ncidr = "203.0.113.7/32"\nlocation = "mainland"\ndomain = 1\n'
            ),
            4,
            "203.0.113.7/32 is on line 1 already, with another location: keep one row of the two",
            "203.0.113.7/32 已在第 1 行登记，且 location 不同；两行请只保留一行",
        ),
    ],
)
def test_a_bad_code_or_address(register: Register, content: str | bytes, line: int, en: str, zh: str) -> None:
    reading = register(content)
    assert said(reading)[0] == (line, en, zh)
    assert reading.complete == set()
    assert reading.inputs == [Input("register", "ops/filings.toml")]


def test_inline_entries_have_their_lines(register: Register) -> None:
    reading = register(
        "filing = [\n"
        '  {domain = "example.cn", licence = "京ICP备2023001234号-1"},\n'
        '  {domain = "example.com", licence = "京ICP备2023001234"},\n'
        "]\n"
    )
    assert [r.origin.line for r in reading.resources] == [2]
    assert said(reading) == [
        (
            3,
            "京ICP备2023001234 lacks 号 after the serial: write 京ICP备2023001234号",
            "京ICP备2023001234 缺少“号”字；应写作 京ICP备2023001234号",
        )
    ]
