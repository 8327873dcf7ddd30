"""What the graph's answers say, in English and Chinese."""

from __future__ import annotations

from typing import Final

from icplint.model.text import Text

# Ways

LOOP: Final = Text(en="{name} leads back to itself", zh="{name} 的解析又指回自身")
TOO_LONG: Final = Text(
    en="the way to {name} leads over more than {most} stations, and is not followed any further",
    zh="到 {name} 的路径已超过 {most} 个节点，未继续追踪",
)
TOO_MANY: Final = Text(
    en="too many ways lead to {name} and the like for all of them to be followed",
    zh="通向 {name} 等的路径过多，未全部追踪",
)
SETTLE_WAYS: Final = Text(
    en="see whether what leads there is meant so, and check the directories one by one",
    zh="请确认这些指向是否符合预期，并分别检查各目录",
)
PUBLISHES: Final = Text(en="a record of this type is served", zh="该类型的记录对外提供服务")
OTHER_RECORD: Final = Text(
    en="{record} is of type {type}, by which no website is served", zh="{record} 的类型为 {type}，不用于提供网站服务"
)
DELEGATED: Final = Text(
    en="{name} and all names below it are delegated to other name servers, whose records were not read",
    zh="{name} 及其下级域名已授权（NS）给其他 DNS 服务器，未读取到其解析记录",
)
UNKNOWN_RECORD: Final = Text(
    en="{record} is of type {type}, which icplint does not know",
    zh="{record} 的类型为 {type}，icplint 暂不支持该类型",
)
EMPTY_RECORD: Final = Text(
    en="nothing that was read says what {record} answers", zh="已读取的内容中没有 {record} 的解析结果"
)
RECORD_TYPE: Final = Text(en="the type of {record} is not known: {why}", zh="{record} 的记录类型未知：{why}")
RECORD_STATUS: Final = Text(en="whether {record} is enabled is not known: {why}", zh="{record} 是否启用未知：{why}")
ENABLED: Final = Text(en="{record} is enabled", zh="{record} 已启用")
DISABLED: Final = Text(en="{record} is disabled, so nobody gets this answer", zh="{record} 已停用，不会被解析")
PRIVATE: Final = Text(
    en="{words} is a private address, which no visitor reaches", zh="{words} 是内网地址，公网访问不到"
)
LEADS_UNKNOWN: Final = Text(en="what {words} leads to is not known: {why}", zh="{words} 指向何处未知：{why}")
ONE_OF: Final = Text(en="it is one of {names}, and these differ", zh="指向 {names} 中的一个，而它们的情况各不相同")
SOME_NUMBER: Final = Text(en="how many of {name} there are is not known", zh="{name} 的数量未知")
MAY_SERVE: Final = Text(en="whether {name} serves a website is not known", zh="{name} 是否提供网站服务未知")
SERVES_NOTHING: Final = Text(en="{name} serves no visitors", zh="{name} 不对外提供服务")

HAS_RECORD: Final = Text(
    en="{name} has {article} {type} record with {words}", zh="{name} 有一条 {type} 记录，值为 {words}"
)
HAS_RECORD_ON_LINE: Final = Text(
    en="{name} has {article} {type} record with {words} (line {line})",
    zh="{name} 有一条 {type} 记录，值为 {words}（线路 {line}）",
)
HAS_SOME_RECORD: Final = Text(
    en="{name} has a record of a type not known with {words}", zh="{name} 有一条类型未知的记录，值为 {words}"
)
RESOLVED: Final = Text(
    en="the resolver {resolver} answers {name} with the {type} record {words}",
    zh="DNS 服务器 {resolver} 返回的 {name} 的 {type} 记录为 {words}",
)
POOLED: Final = Text(
    en="{by} lets the traffic manager answer {name} with {words}", zh="{by} 使流量管理将 {name} 解析到 {words}"
)
UNKNOWN_VALUE: Final = Text(en="a value that is not known", zh="未知值")
FORWARDED: Final = Text(
    en="{name} is answered by the URL forwarder of Alibaba Cloud DNS, which stands in mainland China",
    zh="{name} 由阿里云云解析的 URL 转发服务器响应，该服务器位于中国内地",
)
ORIGIN: Final = Text(en="{name} fetches from the origin {words}", zh="{name} 的源站为 {words}")
BINDS: Final = Text(en="{by} binds that address to {end}", zh="{by} 将该地址绑定到 {end}")
CNAME_BOUND: Final = Text(en="{by} binds the name {name} to {end}", zh="{by} 将域名 {name} 绑定到 {end}")
BELONGS: Final = Text(en="{words} is an address of {end}", zh="{words} 是 {end} 的地址")
SERVES: Final = Text(en="{by} serves {name}", zh="{by} 为 {name} 提供服务")
ACCELERATED: Final = Text(en="{by} puts {name} on {service}", zh="{by} 将 {name} 接入 {service}")
ANSWERS_AT: Final = Text(en="{name} answers at {end}", zh="{name} 的接入点为 {end}")
HANDED: Final = Text(en="{by} is given {name}", zh="{by} 的参数中有 {name}")
RECORDED: Final = Text(en="{by} looks like a DNS record of {name}", zh="{by} 看起来是 {name} 的解析记录")
LEADS: Final = Text(en="{name} leads to {end}", zh="{name} 指向 {end}")
FORWARDS: Final = Text(en="{name} forwards to {end}", zh="{name} 将流量转发到 {end}")

# Places

PLACED: Final = Text(en="{name} is in {region}, mainland China{where}", zh="{name} 位于中国内地地域 {region}{where_zh}")
PLACED_OUTSIDE: Final = Text(
    en="{name} is in {region}, outside mainland China{where}", zh="{name} 位于中国内地以外的地域 {region}{where_zh}"
)
REGION_UNKNOWN: Final = Text(en="the region of {name} is not known: {why}", zh="{name} 所在地域未知：{why}")
REGION_UNHEARD: Final = Text(
    en="{name} is in {region}, a region that icplint does not know", zh="{name} 位于 {region}，icplint 未收录该地域"
)
SETTLE_HALTED: Final = Text(
    en="take the records away that lead to it, or see to the filing before it runs again",
    zh="删除指向它的解析记录，或在恢复运行前办妥备案",
)
SETTLE_REGION: Final = Text(en="see whether the region's name is spelled right", zh="请核对地域名称是否正确")
PUBLIC: Final = Text(en="{name} has a public address", zh="{name} 有公网地址")
PUBLIC_UNKNOWN: Final = Text(
    en="whether {name} has a public address is not known: {why}", zh="{name} 是否有公网地址未知：{why}"
)
MAY_BE_PUBLIC: Final = Text(
    en="whether visitors reach {name} is not known: {why}", zh="{name} 是否可从公网访问未知：{why}"
)
MADE_PUBLIC: Final = Text(en="{address} makes {name} public", zh="{name} 通过{address} 对公网开放")
INTRANET: Final = Text(en="{name} has no public address", zh="{name} 没有公网地址")
SCOPE: Final = Text(
    en="{the} answers {name} from the mainland ({word} {scope})",
    zh="{service} 从中国内地节点响应 {name}（加速区域 {word} = {scope}）",
)
SCOPE_ASSUMED: Final = Text(
    en="{the} answers {name} from the mainland ({scope}, the default, as no scope is given)",
    zh="{service} 从中国内地节点响应 {name}（未指定 scope，默认为 {scope}）",
)
SCOPE_OVERSEAS: Final = Text(
    en="{the} answers {name} from outside the mainland ({word} {scope})",
    zh="{service} 从中国内地以外的节点响应 {name}（{word} = {scope}）",
)
CLOUDFLARE: Final = Text(
    en="Cloudflare answers {name} from outside the mainland, unless the zone is on its China Network, "
    "which Terraform does not show",
    zh="Cloudflare 从中国内地以外的节点响应 {name}（若该域名接入了 Cloudflare 中国网络则不然，Terraform 中看不出）",
)
SCOPE_UNKNOWN: Final = Text(
    en="the {service} scope of {name} is not known: {why}", zh="{name} 的 {service} 加速区域未知：{why}"
)
SCOPE_UNHEARD: Final = Text(
    en="the {service} scope of {name} is {scope}, which is no scope",
    zh="{name} 的 {service} 加速区域为 {scope}，不是有效取值",
)
NO_EDGES: Final = Text(
    en="nothing that was read says in which regions {name} answers", zh="已读取的内容中没有说明 {name} 在哪些地域接入"
)
NO_MEMBERS: Final = Text(
    en="nothing that was read says which servers stand behind {name}",
    zh="已读取的内容中没有说明 {name} 后面有哪些服务器",
)
IDLE: Final = Text(
    en="{name} is not proxied: visitors are led straight to the origin", zh="{name} 未启用代理，访问直接到达源站"
)
STOPPED: Final = Text(en="{name} is stopped", zh="{name} 已停用")
LED_UNKNOWN: Final = Text(
    en="whether the visitors of {name} are then led to its origin is not known: {why}",
    zh="{name} 停用后访问是否到达源站未知：{why}",
)
ANSWERS_ITSELF: Final = Text(en="{name} answers by itself and has no origin", zh="{name} 自身响应访问，没有源站")
ACTIVE_UNKNOWN: Final = Text(
    en="whether {name} is proxied or led straight to the origin is not known: {why}",
    zh="{name} 是经代理还是直接到达源站未知：{why}",
)
ADDRESS_UNKNOWN: Final = Text(en="where {name} stands is not known: {why}", zh="{name} 的位置未知：{why}")
NOT_PUBLIC: Final = Text(en="{name} is no public address", zh="{name} 不是公网地址")
NOBODY_PLACES: Final = Text(
    en="nothing that was read says where {name} is", zh="已读取的内容中没有说明 {name} 位于何处"
)
SETTLE_ADDRESS: Final = Text(
    en="state it in the register: [[address]] cidr = …, location = …, provider = …",
    zh="在备案清单中写明：[[address]] cidr = …, location = …, provider = …",
)
STATED_MAINLAND: Final = Text(
    en="the register places {name} in the mainland ({cidr})", zh="备案清单写明 {name} 位于中国内地（{cidr}）"
)
STATED_OUTSIDE: Final = Text(
    en="the register places {name} outside the mainland ({cidr})", zh="备案清单写明 {name} 位于中国内地以外（{cidr}）"
)
SIGHTED_MAINLAND: Final = Text(
    en="according to {file} ({made}), which may be wrong, {name} is in mainland China ({place})",
    zh="据 {file}（{made}，可能有误），{name} 位于中国内地（{place}）",
)
SIGHTED_OUTSIDE: Final = Text(
    en="according to {file} ({made}), which may be wrong, {name} is outside mainland China ({place})",
    zh="据 {file}（{made}，可能有误），{name} 位于中国内地以外（{place}）",
)
SIGHTINGS_DIFFER: Final = Text(
    en="the databases of addresses differ on where {name} is", zh="各 IP 地址库对 {name} 位置的记载不一致"
)
NAME_UNKNOWN: Final = Text(en="the name declared by {name} is not known: {why}", zh="{name} 中的域名未知：{why}")
MAY_BE: Final = Text(
    en="the name declared by {by} is not known, and may be {name}: {why}",
    zh="{by} 中的域名未知，可能就是 {name}：{why}",
)
SETTLE_MAY_BE: Final = Text(en="check the plan or the state", zh="检查 plan 或 state")
NOBODY_SHOWED: Final = Text(
    en="nothing that was read says what {name} resolves to", zh="已读取的内容中没有 {name} 的解析记录"
)
SETTLE_ZONE: Final = Text(
    en="check the configuration that holds its DNS records together with this one, or ask public DNS (--resolve); "
    "where a provider's names lead may be said in icplint.toml ([[suffix]])",
    zh="与包含其解析记录的配置一起检查，或用 --resolve 查询公共 DNS；"
    "服务商域名的位置可在 icplint.toml 的 [[suffix]] 中说明",
)
SUFFIX_MAINLAND: Final = Text(
    en="{name} is {service} of {provider} in mainland China", zh="{name} 是{provider}位于中国内地的 {service} 服务"
)
SUFFIX_OUTSIDE: Final = Text(
    en="{name} is {service} of {provider} outside mainland China",
    zh="{name} 是{provider}位于中国内地以外的 {service} 服务",
)
SUFFIX_DEPENDS: Final = Text(
    en="{name} is {service} of {provider}, whose name does not tell where it answers from",
    zh="{name} 是{provider}的 {service} 服务，仅凭域名无法判断节点位置",
)
SUFFIX_PRIVATE: Final = Text(
    en="{name} is {service} of {provider} inside a private network, which no visitor reaches",
    zh="{name} 是{provider} {service} 的内网地址，公网访问不到",
)
SUFFIX_OWN: Final = Text(en="{said}, as the row {pattern} says", zh="{said}（依据配置中的后缀 {pattern}）")
SETTLE_SERVICE: Final = Text(
    en="check the configuration or the account that holds the service together with this one",
    zh="与声明该服务的配置或账号一起检查",
)

UNMODELLED: Final = Text(
    en="icplint does not know {product} yet, so where {name} answers from is not known",
    zh="icplint 暂不支持 {product}，无法得知 {name} 从何处提供服务",
)
UNREAD_MODULE: Final = Text(
    en="{name} was not read, so where it serves names from is not known: {why}",
    zh="未读取 {name}，无法得知它从何处提供服务：{why}",
)
SETTLE_UNMODELLED: Final = Text(
    en="ask public DNS where the name leads (--resolve), or check the configuration that holds its DNS records "
    "together with this one",
    zh="用 --resolve 查询公共 DNS 以确认域名指向，或与包含其解析记录的配置一起检查",
)
SETTLE_RECORDED: Final = Text(
    en="look the record up where the zone is kept, or in the plan, and see what its value leads to; ask public DNS "
    "where the name leads now (--resolve)",
    zh="到托管该域的 DNS 服务商处或在 plan 中查看该记录，确认其记录值指向何处；也可用 --resolve 查询域名目前的实际指向",
)
IN_A_PLUGIN: Final = Text(
    en="{product} is known to the plugin {plugin} only, so where {name} answers from is not known",
    zh="{product} 由插件 {plugin} 支持，但未安装该插件，无法得知 {name} 从何处提供服务",
)
INSTALL: Final = Text(en="pip install {plugin}", zh="执行 pip install {plugin}")

# Whose host it is

NO_TRANSFER: Final = Text(
    en="{name} needs a filing, but not one with {provider}", zh="{name} 需要备案，但不要求接入{provider}"
)
ON_CDN: Final = Text(
    en="{name} answers at its own edge, and its origin is asked about apart",
    zh="{name} 由边缘节点响应，源站另行判断",
)
OTHERS: Final = Text(en="{name} belongs to {provider}", zh="{name} 属于{provider}")
WHOSE: Final = Text(en="nothing that was read says whose {name} is", zh="已读取的内容中没有说明 {name} 属于哪家服务商")
OWNED: Final = Text(
    en="according to {file} ({made}), {name} is in a network of {owner}, which does not prove whose host it is",
    zh="据 {file}（{made}），{name} 的网络归属于 {owner}，但不足以断定其服务商",
)
NO_RULE: Final = Text(
    en="no rule says whether {name} demands a filing with its provider",
    zh="尚无规定说明 {name} 的备案是否须接入其服务商",
)
NO_ORIGIN: Final = Text(
    en="nothing that was read says what the origin of {name} is", zh="已读取的内容中没有 {name} 的源站"
)
WEAK: Final = Text(
    en="that {name} belongs to {provider} is known from a public list of names only",
    zh="{name} 属于{provider}仅来自公开名单，可信度较低",
)
OWN_ROOM: Final = Text(
    en="{name} stands in a data centre of one's own, whose access provider is its carrier",
    zh="{name} 位于自建机房，其接入商应为机房的网络接入商",
)
SETTLE_OWN_ROOM: Final = Text(
    en="name the carrier as provider of the [[address]] in the register",
    zh="在备案清单的 [[address]] 中将 provider 写为该网络接入商",
)
