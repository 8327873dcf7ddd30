"""Why a value is not known, in the words that a report prints, and what would settle it."""

from __future__ import annotations

from typing import Final

from icplint.model.text import Text

AFTER_APPLY: Final = Text(en="known only after apply", zh="apply 之后才能确定")
SETTLE_AFTER_APPLY: Final = Text(
    en="check the state after apply (terraform show -json), or the live account",
    zh="apply 之后检查状态（terraform show -json），或检查线上账号",
)
MENTIONED: Final = Text(
    en="known only after apply: the plan tells that it is made of {name}, not whether it is that as it stands",
    zh="apply 之后才能确定：plan 只说明该值由 {name} 得出，未说明是否原样引用",
)
SETTLE_BESIDE_SOURCE: Final = Text(
    en="check the plan in the directory of its configuration: its expressions say the rest, or check the state",
    zh="在配置所在目录中检查该 plan（表达式会说明其余部分），或在 apply 之后检查状态",
)
SETTLE_ACCOUNT: Final = Text(en="check the live account (icplint scan)", zh="检查线上账号（icplint scan）")
NO_VALUE: Final = Text(en="variable {name} has no value", zh="变量 {name} 没有赋值")
SETTLE_NO_VALUE: Final = Text(
    en="give {name} a value with --var {name}=…, --var-file or TF_VAR_{name}, or check the plan",
    zh="通过 --var {name}=…、--var-file 或 TF_VAR_{name} 为变量 {name} 赋值，或检查 plan",
)
NOT_IN_PLAN: Final = Text(
    en="the plan does not say which value variable {name} had when it was made", zh="plan 中没有变量 {name} 当时的取值"
)
SETTLE_NOT_IN_PLAN: Final = Text(
    en="check the state after apply together with its configuration, or use a variable that is not ephemeral",
    zh="apply 之后将 state 与其配置一起检查，或改用非临时（ephemeral）变量",
)
DATA_SOURCE: Final = Text(
    en="data source {address} is read by terraform plan", zh="数据源 {address} 在 terraform plan 时才读取"
)
SETTLE_PLAN: Final = Text(
    en="check the plan (terraform show -json) instead of the source",
    zh="改为检查 plan（terraform show -json），而不是源码",
)
EPHEMERAL: Final = Text(
    en="what ephemeral resource {address} holds exists only while Terraform runs, and is stored nowhere",
    zh="临时资源（ephemeral）{address} 的值只在 Terraform 运行期间存在，不会保存到任何地方",
)
EPHEMERAL_OR_NOT: Final = Text(
    en="ephemeralasnull() makes null of what is ephemeral, and icplint does not follow what is",
    zh="ephemeralasnull() 会将临时（ephemeral）值变为 null，而 icplint 不追踪哪些值是临时值",
)
SENSITIVE: Final = Text(en="the value is sensitive, so it is not looked at", zh="该值标记为敏感，因此不读取")
NOT_INSTALLED: Final = Text(en="module {name} is not installed", zh="模块 {name} 未安装")
SETTLE_INSTALL: Final = Text(en="run terraform init, then check again", zh="执行 terraform init 后重新检查")
MISSING_MODULE: Final = Text(en="module {name} cannot be read", zh="模块 {name} 无法读取")
BROKEN_FILE: Final = Text(
    en="{name} is not declared in what could be read, and {file} has a syntax error",
    zh="在可读取的部分中没有声明 {name}，而 {file} 存在语法错误",
)
SETTLE_BROKEN: Final = Text(en="mend the file that cannot be read", zh="修复无法读取的文件")
REFUSED: Final = Text(en="Terraform would refuse the expression: {message}", zh="Terraform 会拒绝该表达式：{message}")
SETTLE_REFUSED: Final = Text(en="mend the expression at {place}", zh="修复 {place} 处的表达式")
UNSUPPORTED: Final = Text(en="icplint does not evaluate {what} yet", zh="icplint 暂不支持求值 {what}")
TOO_LARGE: Final = Text(en="{name} is too large to evaluate: {why}", zh="{name} 过大，无法求值：{why}")
SETTLE_TOO_LARGE: Final = Text(
    en="make the expression at {place} smaller, or check the plan (terraform show -json) instead of the source",
    zh="缩小 {place} 处的表达式，或改为检查 plan（terraform show -json），而不是源码",
)
IMPURE: Final = Text(en="{name}() has a new result on every run", zh="{name}() 每次运行的结果都不同")
TOO_MANY: Final = Text(
    en="there are {count} instances of {address}, more than the {most} that icplint tells apart",
    zh="{address} 有 {count} 个实例，超过 icplint 逐一区分的上限（{most} 个）",
)
TOO_MANY_IN_ALL: Final = Text(
    en="with the {count} instances of {address} there are more than the {most} in all that icplint tells apart",
    zh="加上 {address} 的 {count} 个实例，实例总数超过 icplint 逐一区分的上限（{most} 个）",
)
FULL: Final = Text(
    en="there are more than the {most} instances in all that icplint tells apart",
    zh="实例总数超过 icplint 逐一区分的上限（{most} 个）",
)
ANY_ELEMENT: Final = Text(en="it stands for any element", zh="代表任意一个元素")
ORDER_OF_SET: Final = Text(
    en="it is one of several nested blocks, whose order the provider makes",
    zh="它来自多个嵌套块之一，其顺序由 provider 决定",
)
