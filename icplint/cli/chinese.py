"""The help of the command line, and the errors of its usage, in Chinese."""

from __future__ import annotations

import re
from typing import Any, Final

import typer

from icplint.cli.language import complain
from icplint.model.regex import regex

HEADINGS: Final = {
    "Arguments": "参数",
    "What to read": "读取的内容",
    "What is known": "已知信息",
    "Which checks, and what fails": "检查项与失败条件",
    "How to report": "报告方式",
    "Options": "其他选项",
    "Commands": "命令",
    "Examples": "示例",
    "Exit codes": "退出码",
    "Documentation": "文档",
}
USAGE: Final = "用法："
WORDS: Final = (("[default: ", "[默认："), ("[required]", "[必填]"), ("Show this message and exit.", "显示本帮助。"))
"""What typer adds by itself."""

HELP: Final = {
    "Check Terraform and Alibaba Cloud inventory for compliance with mainland China's ICP filing (ICP 备案).": (
        "检查 Terraform 和阿里云资源是否符合中国内地的 ICP 备案要求。"
    ),
    "The language of what is said, of any command.": "输出信息的语言，适用于所有命令。",
    "Print the version, and those of the plugins, and exit.": "显示版本号及各插件的版本号。",
    # check
    "Read Terraform and answer every check.": "读取 Terraform，逐项检查。",
    "Directories, files, plans or states; - for JSON on standard input.": (
        "目录、文件、plan 或 state；- 表示从标准输入读取 JSON。"
    ),
    "A register of filings; repeatable.": "备案清单文件，可多次指定。",
    "The day whose rules apply (default: today).": "按哪一天的规定检查（默认为今天）。",
    "How to report, text by default; repeatable.": "报告格式，默认为 text；可重复指定。",
    "Write it to a file.": "写入文件。",
    "Write the report to a file; the nth is of the nth format.": "将报告写入文件；第 n 个文件对应第 n 种格式。",
    "The language of the report.": "报告的语言。",
    "Only these checks: code, name or prefix; repeatable.": "只执行指定的检查项（代码、名称或前缀），可多次指定。",
    "Not these checks; repeatable.": "跳过指定的检查项，可多次指定。",
    "From which severity on to fail (default: warning).": "达到该级别即返回失败（默认为 warning）。",
    "Fail on cannot-tell too.": "存在“无法判断”时也返回失败。",
    "Report compliant answers too.": "同时列出合规项。",
    "Show every finding, whoever accepted it.": "显示所有问题，包括已忽略或已接受的。",
    "The findings that were accepted with icplint baseline write.": (
        "基线文件，即用 icplint baseline write 接受的问题。"
    ),
    "The configuration file.": "配置文件。",
    "Read no configuration file.": "不读取配置文件。",
    "Leave out what is found here, as in .gitignore; repeatable.": (
        "不查找匹配的目录（写法同 .gitignore），可多次指定。"
    ),
    "Look also where .gitignore says not to.": "同时查找 .gitignore 排除的目录。",
    "A value for a variable; repeatable.": "变量的值，可多次指定。",
    "A file of values for variables; repeatable.": "变量文件，可多次指定。",
    "Count the answers of each check instead.": "不列出具体结果，只统计各检查项的结果数量。",
    "Print only what counts at or above --fail-on, and no summary.": "只显示达到 --fail-on 级别的结果，不显示汇总。",
    "Say on standard error what is read, each call too, and how long it takes.": (
        "在标准错误输出中说明读取的内容（包括每次调用）和各阶段耗时。"
    ),
    "No colours.": "不使用颜色。",
    "A database of addresses (.mmdb, .xdb) for those that nothing describes; repeatable.": (
        "IP 地址库（.mmdb、.xdb），用于定位来源不明的地址，可多次指定。"
    ),
    "Ask public DNS about names whose records nobody showed (uses the network).": (
        "通过公共 DNS 查询没有解析记录可查的域名（会访问网络）。"
    ),
    "A resolver to ask instead of the system's; repeatable.": "指定 DNS 服务器代替系统设置，可多次指定。",
    "Read live accounts and answer every check.": "读取云账号，并执行所有检查。",
    "Accept today's findings; drop what is gone.": "接受当前的问题（基线），或删除已不再出现的记录。",
    "Serve the run tasks of HCP Terraform.": "为 HCP Terraform 提供 run task 服务。",
    "List the instances, and which can issue filing service codes.": "列出各实例能否申请备案服务码。",
    "Print the ways of every name, from its records to its servers.": "显示各域名从解析记录到服务器的访问路径。",
    "Explain a check, or list all.": "说明检查项，或列出全部。",
    "Evaluate a Terraform expression before any apply.": "计算 Terraform 表达式在 apply 之前的值。",
    "Print the completion script of a shell.": "输出 shell 的命令补全脚本。",
    # eligibility
    "List the instances: whether they can issue filing service codes, why not, codes used and left.": (
        "列出各实例：能否申请备案服务码、原因，以及已用和剩余的服务码数量。"
    ),
    # scan
    "Read live accounts of a cloud, and answer every check.": (
        "读取线上的阿里云账号，或插件所支持的其他云的账号，逐项检查。"
    ),
    "The cloud to read, alibaba by default; repeatable.": "读取哪个云，默认为 alibaba，可多次指定。",
    "A profile of the aliyun CLI; repeatable.": "aliyun CLI 的配置（profile），可多次指定。",
    "A profile of the cloud's own command line; repeatable.": "云厂商命令行工具的配置（profile），可多次指定。",
    "A role to assume, one account each; repeatable.": "扮演的 RAM 角色，每个角色对应一个账号，可多次指定。",
    "Only these regions; repeatable.": "只读取指定的地域，可多次指定。",
    "Only these products: ecs,cdn,…": "只读取指定的产品：ecs,cdn,… 等。",
    "Where a product answers; repeatable.": "产品的接入地址，可多次指定。",
    "How many calls at once.": "并发调用数。",
    "Keep the raw replies here, for check.": "将原始响应保存到该目录，供 check 使用。",
    "Do not ask whether domains on no list are filed.": "不查询清单之外的域名是否已备案。",
    "Print the least policy that a scan needs, and exit.": "显示扫描所需的最小权限策略。",
    # baseline
    "Accept today's findings (write), or prune what is gone.": (
        "将当前的问题写入基线（write），此后 check 只报告新问题；或删除基线中已不再出现的记录（prune）。"
    ),
    "What to do with the baseline.": "对基线的操作。",
    "The baseline; by default that of the settings, else icplint-baseline.json beside them or the first path.": (
        "基线文件；默认为配置中的基线，否则为配置文件或首个路径所在目录下的 icplint-baseline.json。"
    ),
    "The language of what is said.": "输出信息的语言。",
    # graph
    "Print the graph of names, records, CDN and OSS origins, addresses and servers.": (
        "显示域名、解析记录、CDN 与 OSS 源站、公网地址和服务器之间的关系图。"
    ),
    "As for check.": "与 check 相同。",
    "Only the way of this name.": "只显示该域名的访问路径。",
    "How to write it.": "输出格式。",
    "The language of the tree.": "树状图的语言。",
    # explain
    "Explain a check: why, examples, remedy, sources; without one, list all.": (
        "说明检查项的原因、示例、整改方法和依据；不指定时列出全部。"
    ),
    "Code or name of a check.": "检查项的代码或名称。",
    "The language of the page.": "说明的语言。",
    # eval
    "Evaluate a Terraform expression in a root module (default: .), as terraform console would before any apply.": (
        "在根模块（默认为当前目录）中计算 Terraform 表达式，结果与 apply 之前的 terraform console 一致。"
    ),
    "What to evaluate, and the root module.": "表达式，以及根模块所在目录。",
    "Read expressions as lines on standard input; answer each with a JSON object.": (
        "从标准输入逐行读取表达式，每行返回一个 JSON 对象。"
    ),
    "The language of the reasons and errors.": "原因和错误信息的语言。",
    # policy
    "Print the dated facts in force, each with its source.": "列出当日生效的政策条目及其依据。",
    "The day (default: today).": "日期（默认为今天）。",
    "The language of the facts.": "条目的语言。",
    # serve
    "Check the runs of HCP Terraform, as a run task.": ("作为 run task 检查 HCP Terraform 的每次运行。"),
    "Answer the run tasks of HCP Terraform.": "响应 HCP Terraform 的 run task。",
    "Where to listen.": "监听地址。",
    "A file with the HMAC key (default: ICPLINT_RUN_TASK_KEY of the environment).": (
        "存放 HMAC 密钥的文件（默认取环境变量 ICPLINT_RUN_TASK_KEY）。"
    ),
    "A host that may be called back (default: those of HCP Terraform); repeatable.": (
        "允许回调的主机（默认为 HCP Terraform 的主机），可多次指定。"
    ),
    "Call hosts without TLS too, for trials.": "允许不经 TLS 访问主机，仅供试用。",
    "How many runs to check at once.": "同时检查的任务数。",
    # lsp
    "Speak the Language Server Protocol, for editors.": "提供 Language Server Protocol 服务，供编辑器使用。",
    "The language of the diagnostics (default: the editor's).": "诊断信息的语言（默认与编辑器一致）。",
    # init
    "Write icplint.toml and filings.toml to begin with, from the names found in a directory.": (
        "根据目录中发现的域名，生成初始的 icplint.toml 和 filings.toml。"
    ),
    "Write settings and a register to begin with.": "生成初始的配置和备案清单。",
    "Where the files are to stand (default: .).": "写入文件的目录（默认为当前目录）。",
    # config
    "The settings.": "配置。",
    "Print the JSON schema of icplint.toml, for editors.": "输出 icplint.toml 的 JSON Schema，供编辑器使用。",
    # filings
    "The register of filings.": "备案清单。",
    "Print a commented register to start from.": "输出带注释的备案清单模板。",
    "Check a register: every bad row is reported with its line.": "检查备案清单，逐行报告错误。",
    "Check registers: every bad row is reported with its line, and rows that contradict each other.": (
        "检查备案清单，逐行报告错误以及相互矛盾的记录。"
    ),
    "The register, TOML or CSV.": "备案清单文件（TOML 或 CSV）。",
    "Registers: TOML, CSV or XLSX; - for standard input.": "备案清单文件（TOML、CSV 或 XLSX），- 表示标准输入。",
    "The language of the errors.": "错误信息的语言。",
    "Write a register as TOML, of a spreadsheet or an account; one with errors would claim to be whole, and is not.": (
        "将表格或账号中的备案写成 TOML 备案清单；存在错误时不输出，以免被当作完整清单。"
    ),
    "A register as CSV or XLSX, - for standard input; without it, the account's own filings.": (
        "CSV 或 XLSX 格式的备案清单，- 表示标准输入；省略时读取账号自身的备案。"
    ),
    "Ask Alibaba Cloud whether domains are filed with anybody at all (1: one is not, 2: of one, nothing is known).": (
        "向阿里云查询域名是否已备案（不论接入商）；有未备案的返回 1，有无法判断的返回 2。"
    ),
    "Names or URLs; their registrable domains are asked.": "域名或网址；按其主域名查询。",
    "Time for the whole scan: 15m, 90s, or minutes.": "整个扫描的时限：15m、90s 或分钟数。",
    # completion
    "Print the completion script of a shell (bash, zsh, fish, powershell), to be read by it when it starts.": (
        "输出命令补全脚本（bash、zsh、fish、powershell），供 shell 启动时加载。"
    ),
    "The shell.": "所用的 shell。",
    "Write the register to a file.": "将备案清单写入文件。",
}
"""Help texts as they stand in the commands -> Chinese; one that is missing stays English."""

WRONG: Final[type[Any]] = typer.BadParameter.__mro__[1]
"""What typer raises for a command line that it cannot use: the UsageError of the click that it ships with."""
MEANT: Final = regex(r" Did you mean '?(?P<one>[^'?]+)'?\?| \(Possible options: (?P<some>.+)\)")
SAID: Final = (
    (r"No such command '(.+?)'\.", "没有命令 {}"),
    (r"No such option: (\S+?)(?=$| )", "没有选项 {}"),
    (r"Missing command\.", "缺少命令"),
    (r"Missing argument '(.+)'\.", "缺少参数 {}"),
    (r"Missing option '(.+)'\.", "缺少选项 {}"),
    (r"Option '(.+)' requires an argument\.", "选项 {} 缺少值"),
    (r"Option '(.+)' does not take a value\.", "选项 {} 不接受值"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.+)\)", "多余的参数：{}"),
    (r"Invalid value for '(.+?)'(?: / '.+?')*: '(.+)' is not one of (.+)\.", "{} 的值“{}”无效，应为以下之一：{}"),
    (r"Invalid value for '(.+?)'(?: / '.+?')*: (.+) is not in the range (.+)\.", "{} 的值 {} 超出范围 {}"),
    (r"Invalid value for '(.+?)'(?: / '.+?')*: '(.+)' is not a valid int(?:eger)?(?: range)?\.", "{} 的值“{}”不是整数"),
    (r"Invalid value for '(.+?)'(?: / '.+?')*: (.+)", "{} 的值无效：{}"),
)
"""What typer says of it -> Chinese; another sentence stays English."""


def run(command: Any) -> None:
    """Run a command of typer in Chinese; ends as typer does, with SystemExit."""
    translate(command)
    try:
        code = command(standalone_mode=False)
    except WRONG as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            error.show()
        else:
            hint = f"{error.ctx.get_usage()}\n用 {error.ctx.command_path} -h 查看帮助。\n\n" if error.ctx else ""
            complain(f"{hint}错误：{usage_error(error.format_message())}")
        raise SystemExit(error.exit_code) from None
    except typer.Abort:
        raise SystemExit(1) from None
    raise SystemExit(code if isinstance(code, int) else 0)


def usage_error(message: str) -> str:
    """Return a sentence of typer's about a wrong command line in Chinese."""
    for english, chinese in SAID:
        if found := re.match(english, message):
            meant = MEANT.search(message)
            words = (word.replace("', '", "、").strip("'") for word in found.groups())
            return chinese.format(*words) + (f"，是否想用 {meant[meant.lastgroup or 0]}？" if meant else "")
    return message


def translate(command: Any) -> None:
    """Give a command of typer, and those below it, Chinese help texts."""
    command.help = _said(command.help)
    command.short_help = _said(command.short_help)
    command.context_class = _context(command.context_class)
    for parameter in command.params:
        if hasattr(parameter, "help"):
            parameter.help = _said(parameter.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)


def _said(text: str | None) -> str | None:
    return None if text is None else HELP.get(" ".join(text.split()), text)


def _context(base: Any) -> Any:
    """Return the context of a command with a formatter that says the usage in Chinese."""
    plain = base.formatter_class

    def write_usage(self: Any, prog: str, args: str = "", _prefix: str | None = None) -> None:
        plain.write_usage(self, prog, args, USAGE)

    methods = {"write_usage": write_usage}
    return type("ChineseContext", (base,), {"formatter_class": type("ChineseFormatter", (plain,), methods)})
