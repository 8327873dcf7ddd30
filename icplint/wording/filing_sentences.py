"""What the graph's answers say of filings and registers, in English and Chinese."""

from __future__ import annotations

from typing import Final

from icplint.model.text import Text

# Filings

FILED: Final = Text(en="{domain} is filed: {licence}", zh="{domain} 已备案：{licence}")
NOTHING_TO_FILE: Final = Text(en="{name} is no name that can be filed", zh="{name} 不是需要备案的域名")
PENDING: Final = Text(en="the filing of {domain} is still pending", zh="{domain} 的备案仍在审核中")
CANCELLED: Final = Text(en="the filing of {domain} was cancelled", zh="{domain} 的备案已注销")
UNLISTED: Final = Text(
    en="the register lists {count} filings; {domain} is not among them", zh="备案清单共 {count} 条，其中没有 {domain}"
)
UNLISTED_ONE: Final = Text(
    en="the register lists one filing, which is not for {domain}", zh="备案清单仅有 1 条，其中没有 {domain}"
)
UNLISTED_NONE: Final = Text(en="the register lists no filing", zh="备案清单为空")
NOT_BEHIND_CDN: Final = Text(en="{name} is not behind a CDN or another proxy", zh="{name} 未使用 CDN 等代理")
OWN: Final = Text(
    en="{name} is Alibaba Cloud's own; no other provider is involved", zh="{name} 属于阿里云，不涉及其他接入商"
)
APP_ONLY: Final = Text(
    en="{domain} has {subject} only, which does not cover a website", zh="{domain} 仅有{subject}，网站须另行备案"
)
CLOSED: Final = Text(en="names under .{suffix} cannot be filed", zh=".{suffix} 后缀的域名不能备案")
SUBJECTS: Final = {
    "app": Text(en="an app filing", zh="APP 备案"),
    "mini-program": Text(en="a mini-program filing", zh="小程序备案"),
    "quick-app": Text(en="a quick-app filing", zh="快应用备案"),
}
REGISTER_BROKEN: Final = Text(
    en="{file} has errors, so it may list {domain} all the same", zh="{file} 存在错误，因此无法断定其中没有 {domain}"
)
SETTLE_REGISTER: Final = Text(en="mend the rows named in the errors", zh="修正报错的各行")
UNFILLED: Final = Text(
    en="the register names {domain} and does not tell whether it is filed",
    zh="备案清单列有 {domain}，但未能说明其是否已备案",
)
SETTLE_UNFILLED: Final = Text(
    en="write its number and its status in the register, or delete the entry if it is not filed",
    zh="在备案清单中填写其备案号和状态；未备案的，删除该记录",
)
PROVIDERS_LEFT_OPEN: Final = Text(
    en="another row of the register names {domain} and does not tell whether it is filed, nor with whom",
    zh="备案清单另有一条 {domain} 的记录，未能说明其是否已备案及其接入商",
)
NO_REGISTER: Final = Text(
    en="no register of filings was given, so whether {domain} is filed is not known",
    zh="未提供备案清单，无法得知 {domain} 是否已备案",
)
SETTLE_NO_REGISTER: Final = Text(
    en="list your filings in filings.toml, or give the file with --filings",
    zh="在 filings.toml 中列出备案，或用 --filings 指定文件",
)
NOT_ON_RECORD: Final = Text(
    en="no filing of {domain} with Alibaba Cloud is on record", zh="没有 {domain} 的阿里云备案记录"
)
PROVIDERS_UNKNOWN: Final = Text(
    en="the access providers of the filing of {domain} are not known: {why}", zh="{domain} 备案的接入商未知：{why}"
)
HAS_PROVIDER: Final = Text(
    en="{provider} is an access provider of the filing of {domain}", zh="{provider}是 {domain} 备案的接入商"
)
NO_PROVIDER_AT_ALL: Final = Text(en="the filing of {domain} names no access provider", zh="{domain} 的备案未登记接入商")
OTHER_OPERATOR: Final = Text(
    en="the filing of {domain} names {others}; whether it holds at {provider} too is stated nowhere",
    zh="{domain} 备案的接入商为{others}，没有资料说明是否同样适用于{provider}",
)
STRANGE_PROVIDER: Final = Text(
    en="the access provider {word} of the filing of {domain} is not one that icplint knows",
    zh="icplint 不认识 {domain} 备案的接入商“{word}”",
)
SETTLE_STRANGE: Final = Text(
    en="write its name as icplint knows it (alibaba, tencent …), or other where it is another one",
    zh="改写为 icplint 认识的名称（alibaba、tencent 等），确为其他接入商的请写 other",
)
LACKS_PROVIDER: Final = Text(
    en="the filing of {domain} names {others} as access provider, not {provider}",
    zh="{domain} 备案的接入商为{others}，不包括{provider}",
)

# Registers that contradict each other

ROW: Final = Text(
    en="a register has {domain} as {status}, {licence}, access providers {providers}",
    zh="备案清单记载 {domain} {status}，{licence}，接入商：{providers}",
)
STATUSES: Final = {
    "filed": Text(en="filed", zh="已备案"),
    "pending": Text(en="pending", zh="备案中"),
    "cancelled": Text(en="cancelled", zh="已注销"),
}
NO_NUMBER: Final = Text(en="without a number", zh="无备案号")
PROVIDERS_OPEN: Final = Text(en="not said", zh="未说明")
NONE: Final = Text(en="none", zh="无")
CONTRADICTED_STATUS: Final = Text(
    en="the registers contradict each other on whether {domain} is filed", zh="{domain} 是否已备案，各清单记载相互矛盾"
)
CONTRADICTED_PROVIDERS: Final = Text(
    en="the registers contradict each other on the access providers of {domain}",
    zh="{domain} 的接入商，各清单记载相互矛盾",
)
CONTRADICTED_ENTITY: Final = Text(
    en="{domain} stands under two entities, where a domain is filed by one only",
    zh="{domain} 登记在两个备案主体名下，而一个域名只能由一个主体备案",
)
SETTLE_STATUS: Final = Text(
    en="look the filing up at beian.miit.gov.cn, and mend the row that is out of date",
    zh="在 beian.miit.gov.cn 核对备案信息，更正过时的记录",
)
SETTLE_CONTRADICTED: Final = Text(
    en="list every access provider in both rows, and leave them out of a register that does not know all",
    zh="在各清单中写全所有接入商；不掌握全部接入商的清单请将该项留空",
)
ROWS: Final = Text(en="{text}: {first} ({place}), but here {second}", zh="{text}：{first}（{place}），而此处：{second}")
DIFFERS = Text(
    en="{name} is declared with {what} = {declared}; the account has {live}",
    zh="{name} 的声明为 {what} = {declared}，账号中实际为 {live}",
)
