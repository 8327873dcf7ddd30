"""For each command: examples of its use, and the exit codes, as its help shows them."""

from __future__ import annotations

from typing import Final

from icplint.model.dataclass import dataclass
from icplint.model.text import Text

Codes = tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class UsageExample:
    """A command line, and what it does."""

    line: str
    text: Text


@dataclass(frozen=True, slots=True)
class Usage:
    """What stands at the end of a command's help: at least one example, and the codes it exits with."""

    codes: Codes
    examples: tuple[UsageExample, ...]


def _code(code: str, en: str, zh: str) -> tuple[str, Text]:
    return code, Text(en=en, zh=zh)


def _use(line: str, en: str, zh: str) -> UsageExample:
    return UsageExample(line, Text(en=en, zh=zh))


_FAILED: Final = _code(
    "2",
    "the command line, the settings or an input is wrong, or something could not be read or written",
    "命令行、配置或输入有误，或者有内容无法读取或写入",
)
_PLAIN: Final = (_code("0", "done", "已完成"), _FAILED)
_ANSWERED: Final = (
    _code("0", "nothing at or above --fail-on", "没有达到 --fail-on 级别的违规"),
    _code(
        "1",
        "a violation at or above --fail-on; with --strict, a cannot-tell too",
        "存在达到 --fail-on 级别的违规；使用 --strict 时，“无法判断”也算在内",
    ),
    _FAILED,
)

COMMANDS: Final = {
    "": Usage(
        (_code("0, 1, 2", "as each command's help says", "见各命令的帮助"),),
        (
            _use("icplint check", "Check the root modules below this directory.", "检查当前目录下的各个根模块。"),
            _use("icplint check --help", "Show the options of check.", "显示 check 的选项。"),
        ),
    ),
    "check": Usage(
        _ANSWERED,
        (
            _use("icplint check", "Check the root modules below this directory.", "检查当前目录下的各个根模块。"),
            _use(
                "icplint check infra --filings filings.toml --strict",
                "Check a directory against a register; fail on doubt too.",
                "按备案清单检查一个目录；“无法判断”也返回失败。",
            ),
            _use(
                "icplint check plan.json -f sarif -o report.sarif",
                "Check a plan (terraform show -json), and write a report for a pipeline.",
                "检查 plan（terraform show -json 的输出），并生成供流水线使用的报告。",
            ),
        ),
    ),
    "scan": Usage(
        (
            *_ANSWERED,
            _code(
                "130, 143",
                "ended by Ctrl-C, or by SIGTERM; the report says what is missing",
                "被 Ctrl-C 或 SIGTERM 中断；报告中会注明缺少的内容",
            ),
        ),
        (
            _use(
                "icplint scan --profile production --region cn-hangzhou",
                "Read one region with a profile of the aliyun CLI.",
                "使用 aliyun CLI 的配置（profile）读取一个地域。",
            ),
            _use(
                "icplint scan --filings filings.toml --save replies",
                "Keep the replies; icplint check replies answers again without the account.",
                "保存响应；之后用 icplint check replies 即可重新检查，无需访问账号。",
            ),
            _use("icplint scan --print-policy", "Print the permissions that a scan needs.", "显示扫描所需的权限策略。"),
        ),
    ),
    "eligibility": Usage(
        _PLAIN,
        (
            _use("icplint eligibility infra", "Show the instances of a directory.", "列出一个目录中的实例。"),
            _use(
                "icplint eligibility state.json -f json -o codes.json",
                "Write those of a state (terraform show -json) for a program.",
                "将 state（terraform show -json 的输出）中的实例写成供程序读取的文件。",
            ),
        ),
    ),
    "graph": Usage(
        _PLAIN,
        (
            _use(
                "icplint graph infra --to www.example.com",
                "Follow one name to its servers.",
                "查看一个域名的访问路径。",
            ),
            _use(
                "icplint graph infra -f html -o graph.html",
                "Write a page for a browser.",
                "生成可在浏览器中查看的页面。",
            ),
        ),
    ),
    "explain": Usage(
        _PLAIN,
        (
            _use("icplint explain", "List the checks.", "列出全部检查项。"),
            _use("icplint explain unfiled-domain", "Explain one of them.", "说明其中一项。"),
        ),
    ),
    "eval": Usage(
        _PLAIN,
        (
            _use("icplint eval var.domain infra", "Show the value of a variable.", "显示变量的值。"),
            _use(
                "icplint eval 'upper(var.domain)' infra --var domain=example.cn",
                "Show what another value would make of an expression.",
                "换用另一个值，查看表达式的结果。",
            ),
        ),
    ),
    "baseline": Usage(
        _PLAIN,
        (
            _use(
                "icplint baseline write infra",
                "Accept what check finds today, so that it reports only what is new.",
                "接受 check 目前发现的问题，此后只报告新问题。",
            ),
            _use("icplint baseline prune infra", "Drop what no longer occurs.", "删除已不再出现的记录。"),
        ),
    ),
    "policy": Usage(
        _PLAIN,
        (_use("icplint policy --on 2026-11-24", "Show the rules of a day.", "显示某一天生效的规定。"),),
    ),
    "serve": Usage(
        (_code("0", "ended by SIGTERM or Ctrl-C", "被 SIGTERM 或 Ctrl-C 结束"), _FAILED),
        (
            _use(
                "icplint serve --run-task --key-file hmac.key --bind 0.0.0.0:8080",
                "Answer run tasks on all addresses of this machine.",
                "在本机所有地址上响应 run task。",
            ),
        ),
    ),
    "lsp": Usage(
        _PLAIN,
        (
            _use(
                "icplint lsp", "Run by an editor, on standard input and output.", "由编辑器启动，通过标准输入输出通信。"
            ),
        ),
    ),
    "init": Usage(
        _PLAIN,
        (_use("icplint init infra", "Write both files beside the root module.", "在根模块目录中生成这两个文件。"),),
    ),
    "filings": Usage(
        (_code("0, 1, 2", "as each command's help says", "见各命令的帮助"),),
        (_use("icplint filings check filings.toml", "Check a register.", "检查备案清单。"),),
    ),
    "filings template": Usage(
        _PLAIN,
        (_use("icplint filings template > template.toml", "Keep it in a file.", "将模板保存为文件。"),),
    ),
    "filings check": Usage(
        (
            _code("0", "no errors", "没有错误"),
            _code("1", "rows contradict each other", "存在相互矛盾的记录"),
            _code("2", "a row or the command line is wrong", "记录或命令行有误"),
        ),
        (
            _use(
                "icplint filings check filings.toml filings.csv",
                "Check two registers, also against each other.",
                "检查两份备案清单，以及两者是否矛盾。",
            ),
        ),
    ),
    "filings import": Usage(
        _PLAIN,
        (
            _use("icplint filings import filings.csv -o imported.toml", "Convert a spreadsheet.", "转换表格。"),
            _use(
                "icplint filings import --profile production -o account.toml",
                "Write the filings that an account holds with Alibaba Cloud.",
                "导出账号在阿里云的备案。",
            ),
        ),
    ),
    "filings lookup": Usage(
        (
            _code("0", "all are filed", "域名均已备案"),
            _code("1", "one is not filed", "有域名未备案"),
            _code("2", "of one, nothing is known, or the command line is wrong", "有域名无法判断，或命令行有误"),
        ),
        (_use("icplint filings lookup example.cn example.com", "Ask about two domains.", "查询两个域名。"),),
    ),
    "config": Usage(
        (_code("0, 1, 2", "as each command's help says", "见各命令的帮助"),),
        (_use("icplint config schema", "Print the schema of the settings.", "输出配置的 Schema。"),),
    ),
    "config schema": Usage(
        _PLAIN,
        (_use("icplint config schema > icplint.schema.json", "Keep it in a file.", "将 Schema 保存为文件。"),),
    ),
    "completion": Usage(
        _PLAIN,
        (
            _use(
                "icplint completion bash > ~/.local/share/bash-completion/completions/icplint",
                "Install it for bash.",
                "为 bash 安装。",
            ),
        ),
    ),
}
"""The path of a command below `icplint` -> what its help ends with."""
