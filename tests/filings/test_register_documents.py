"""The register as TOML: what is no register at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from icplint.filings.register import read
from icplint.model.reading import Input, Reading
from icplint.policy import Tables

PROVIDERS = Tables.core().providers

Register = Callable[[str | bytes], Reading]


def said(reading: Reading) -> list[tuple[int | None, str, str]]:
    """Return the line and the sentences of each problem."""
    return [(p.origin.line if p.origin else 0, p.text.say("en"), p.text.say("zh")) for p in reading.problems]


@pytest.mark.parametrize(
    ("content", "line", "en", "zh"),
    [
        (
            '# c\n[[filings]]\ndomain = "example.cn"\n',
            2,
            "a register has no table filings: did you mean [[filing]]?",
            "备案清单没有名为 filings 的表；是否应为 [[filing]]？",
        ),
        (
            "owner = 1\n",
            1,
            "a register has no table owner: it holds [[filing]], [[service_code]] and [[address]]",
            "备案清单没有名为 owner 的表；可用的表为 [[filing]]、[[service_code]]、[[address]]",
        ),
        (
            '\n[filing]\ndomain = "example.cn"\n',
            2,
            "filing must be a list of tables: write [[filing]] above each entry",
            "filing 应为表数组；请在每条记录之前写 [[filing]]",
        ),
        (
            'filing = [\n  "example.cn",\n]\n',
            2,
            "example.cn is no entry of filing: write a table with its keys under [[filing]]",
            "example.cn 不是 filing 的记录；请在 [[filing]] 之下逐项填写",
        ),
        (
            '[[filing]]\ndomain = "example.cn\n',
            2,
            "this is not valid TOML: Illegal character '\\n'",
            "不是合法的 TOML：Illegal character '\\n'",
        ),
        ("a = [\n1,\n", 2, "this is not valid TOML: Invalid value", "不是合法的 TOML：Invalid value"),
        (
            '# ok\nholder = "示例"\n'.encode("gb18030"),
            2,
            "this is not UTF-8, which TOML must be: save it as UTF-8",
            "文件不是 UTF-8 编码，而 TOML 必须使用 UTF-8；请另存为 UTF-8",
        ),
    ],
)
def test_a_bad_register(register: Register, content: str | bytes, line: int, en: str, zh: str) -> None:
    reading = register(content)
    assert said(reading)[0] == (line, en, zh)
    assert reading.complete == set()
    assert reading.inputs == [Input("register", "ops/filings.toml")]


@pytest.mark.parametrize("content", ["a = " + "9" * 5000, "a = " + "[" * 20000])
def test_what_the_parser_gives_up_on(register: Register, content: str) -> None:
    [(_, en, zh)] = said(register(content))
    assert en.startswith(("this is not valid TOML: ", "this register cannot be read: it is nested too deeply"))
    assert zh.startswith(("不是合法的 TOML：", "备案清单无法读取：嵌套过深"))


@pytest.mark.parametrize(
    ("name", "en", "zh"),
    [
        (
            "filings.json",
            "filings.json is not a register: a register is a .toml, .csv or .xlsx file",
            "filings.json 不是备案清单；备案清单应为 .toml、.csv 或 .xlsx 文件",
        ),
        (
            "filings.xls",
            "this is an old .xls workbook, or one with a password: save it as .xlsx without one",
            "这是旧版 .xls 工作簿，或设有密码；请取消密码并另存为 .xlsx",
        ),
        (
            "absent.toml",
            "there is no such register: `icplint filings template` writes one to fill in",
            "备案清单不存在；可用 `icplint filings template` 生成一份后填写",
        ),
        (
            "folder.toml",
            "this register cannot be read (Is a directory): check the path and its permissions",
            "备案清单无法读取（该路径是目录）；请检查路径和权限",
        ),
        (
            "x" * 300 + ".toml",
            "this register cannot be read (File name too long): check the path and its permissions",
            "备案清单无法读取（文件名过长）；请检查路径和权限",
        ),
    ],
)
def test_a_file_that_is_no_register(tmp_path: Path, name: str, en: str, zh: str) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "filings.json").touch()
    (tmp_path / "filings.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    reading = read(tmp_path / name, "ops/filings.toml", PROVIDERS)
    assert said(reading) == [(None, en, zh)]
    assert (reading.resources, reading.complete) == ([], set())


def test_a_path_that_cannot_be() -> None:
    [(line, en, zh)] = said(read(Path("nul\0.toml"), "ops/filings.toml", PROVIDERS))
    assert line is None
    assert en.startswith("this register cannot be read (")
    assert zh.startswith("备案清单无法读取（")
