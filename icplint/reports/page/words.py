"""What the page itself says, by name; a name that ends in `-one` is its singular."""

from __future__ import annotations

from typing import Final

from icplint.model.text import Text
from icplint.reports.labels import LABELS

_OWN: Final = {
    "title": Text(en="ICP filing report", zh="ICP 备案合规报告"),
    "title-graph": Text(en="How names reach their servers", zh="域名访问路径图"),
    "rules-of": Text(en="by the rules of {day}", zh="依据 {day} 生效的规则"),
    "skip": Text(en="Skip to the content", zh="跳到正文"),
    "tools": Text(en="Page settings", zh="页面设置"),
    "theme": Text(en="Colours: {now}", zh="配色：{now}"),
    "theme-auto": Text(en="as the system", zh="跟随系统"),
    "theme-light": Text(en="light", zh="浅色"),
    "theme-dark": Text(en="dark", zh="深色"),
    "print": Text(en="Print", zh="打印"),
    "views": Text(en="Parts of the report", zh="报告内容"),
    "view-findings": Text(en="Findings", zh="检查结果"),
    "view-estate": Text(en="Estate", zh="资源全景"),
    "view-instances": Text(en="Service codes", zh="备案服务码"),
    "view-changes": Text(en="Changes", zh="变更"),
    "view-inputs": Text(en="What was read", zh="读取内容"),
    "n-unread": Text(en="{n} not read", zh="{n} 处未读取"),
    "foot": Text(
        en="This page is one file and asks no network for anything.", zh="本页面为独立文件，不会访问任何网络。"
    ),
}
_SUMMARY: Final = {
    "incomplete": Text(en="This report is incomplete", zh="本报告不完整"),
    "incomplete-why": Text(
        en="Errors: {errors}; parts not read: {unread}. Nothing here says that what was not read is in order.",
        zh="错误 {errors} 个，未读取 {unread} 处。未读取的部分不代表合规。",
    ),
    "partly-read": Text(en="Not everything was read", zh="部分内容未读取"),
    "partly-why": Text(
        en="Parts not read: {unread}. What depends on them cannot be told.",
        zh="未读取 {unread} 处，与之相关的结论为“无法判断”。",
    ),
    "verdict-bad": Text(en="{n} violations", zh="存在 {n} 项违规"),
    "verdict-bad-one": Text(en="1 violation", zh="存在 1 项违规"),
    "verdict-where": Text(en=", {n} registrable domains concerned", zh="，涉及 {n} 个主域名"),
    "verdict-where-one": Text(en=", 1 registrable domain concerned", zh="，涉及 1 个主域名"),
    "verdict-doubt": Text(en="No violation found, but {n} answers are in doubt", zh="未发现违规，但有 {n} 项无法判断"),
    "verdict-doubt-one": Text(en="No violation found, but 1 answer is in doubt", zh="未发现违规，但有 1 项无法判断"),
    "verdict-partial": Text(en="No violation in what could be read", zh="已读取的部分未发现违规"),
    "verdict-nothing": Text(en="There was nothing to judge", zh="没有可判断的对象"),
    "verdict-good": Text(en="All {n} answers are compliant", zh="全部 {n} 项检查均合规"),
    "verdict-good-one": Text(en="The one answer is compliant", zh="唯一一项检查合规"),
    "n-names": Text(en="{n} names", zh="{n} 个域名"),
    "n-names-one": Text(en="1 name", zh="1 个域名"),
    "n-domains": Text(en="{n} registrable domains", zh="{n} 个主域名"),
    "n-domains-one": Text(en="1 registrable domain", zh="1 个主域名"),
    "n-checks": Text(en="{n} checks", zh="{n} 个检查项"),
    "n-checks-one": Text(en="1 check", zh="1 个检查项"),
    "n-files": Text(en="{n} files", zh="{n} 个文件"),
    "n-files-one": Text(en="1 file", zh="1 个文件"),
    "by-outcome": Text(en="Filter by outcome", zh="按结果筛选"),
}
_FINDINGS: Final = {
    "filters": Text(en="Filters", zh="筛选"),
    "by-check": Text(en="Check", zh="检查项"),
    "by-domain": Text(en="Registrable domain", zh="主域名"),
    "search": Text(en="Search", zh="搜索"),
    "search-hint": Text(en="name, resource, file …", zh="域名、资源、文件……"),
    "reset": Text(en="Clear the filters", zh="清除筛选"),
    "showing": Text(en="Findings shown: {n} of {all}", zh="显示 {n} 项，共 {all} 项"),
    "none-pass": Text(en="No finding passes these filters.", zh="没有符合筛选条件的结果。"),
    "none-found": Text(en="There is nothing to show.", zh="没有可显示的内容。"),
    "more": Text(en="Show {n} more", zh="再显示 {n} 项"),
    "n-findings": Text(en="{n} findings", zh="{n} 项"),
    "n-findings-one": Text(en="1 finding", zh="1 项"),
    "chain": Text(en="The argument", zh="论据"),
    "remedy": Text(en="Remedy", zh="整改建议"),
    "settle": Text(en="What would settle it", zh="如何确认"),
    "accepted": Text(en="Accepted in writing", zh="已书面接受"),
    "until": Text(en="until {day}", zh="有效期至 {day}"),
    "for-good": Text(en="without an end", zh="长期有效"),
    "explain": Text(en="About the check {name}", zh="检查项 {name} 说明"),
    "fingerprint": Text(en="fingerprint", zh="指纹"),
    "in-estate": Text(en="Show in the estate", zh="在全景图中查看"),
    "filed": Text(en="filed", zh="已备案"),
    "unfiled": Text(en="not filed", zh="未备案"),
    "filing-unknown": Text(en="filing not known", zh="备案情况未知"),
    "access": Text(en="access provider: {who}", zh="接入商：{who}"),
    "way-of": Text(en="The way of {name}", zh="{name} 的访问路径"),
    "way-cut": Text(en="Only the first {n} steps are drawn.", zh="仅绘制前 {n} 个节点。"),
    "leads-unknown": Text(en="not known", zh="未知"),
    "place-mainland": Text(en="mainland", zh="内地"),
    "place-outside": Text(en="outside", zh="内地以外"),
    "place-unknown": Text(en="not known", zh="位置未知"),
}
_ESTATE: Final = {
    "column-website": Text(en="registrable domain", zh="主域名"),
    "column-name": Text(en="name", zh="域名"),
    "column-edge": Text(en="edge", zh="加速与防护"),
    "column-origin": Text(en="origin name", zh="源站域名"),
    "column-address": Text(en="address", zh="公网地址"),
    "column-balancer": Text(en="load balancer, gateway", zh="负载均衡、网关"),
    "column-host": Text(en="server, bucket", zh="实例、存储空间"),
    "origins": Text(en="origin names", zh="源站域名"),
    "unknown-end": Text(en="leads where nobody knows", zh="去向未知"),
    "more-sites": Text(en="{n} more domains", zh="其余 {n} 个主域名"),
    "more-sites-one": Text(en="1 more domain", zh="其余 1 个主域名"),
    "estate-label-one": Text(
        en="1 name and what it leads to; Enter goes in, arrows move",
        zh="1 个域名及其去向；按 Enter 进入，方向键移动",
    ),
    "estate-label": Text(
        en="{n} names and what they lead to; Enter goes in, arrows move",
        zh="{n} 个域名及其去向；按 Enter 进入，方向键移动",
    ),
    "estate-seek": Text(en="Find a name or a resource", zh="查找域名或资源"),
    "estate-tools": Text(en="Picture", zh="图形操作"),
    "estate-hint": Text(
        en="Choose a domain to open it, or a thing to see its ways.", zh="点击主域名可展开，点击节点可查看其访问路径。"
    ),
    "estate-keys": Text(
        en="Drag to move; Ctrl and wheel, or + and −, to zoom; 0 shows all; arrows walk from thing to thing.",
        zh="拖动可平移；Ctrl 加滚轮或 +、− 键可缩放；0 键显示全部；方向键在节点间移动。",
    ),
    "estate-limit": Text(
        en="The {shown} gravest of {all} domains are drawn one by one, the others together.",
        zh="共 {all} 个主域名，逐个绘制问题最严重的 {shown} 个，其余合并显示。",
    ),
    "members": Text(en="{n} in all", zh="共 {n} 个"),
    "members-one": Text(en="1 in all", zh="共 1 个"),
    "n-found": Text(en="{n} found", zh="找到 {n} 个"),
    "panel": Text(en="What is chosen", zh="所选节点"),
    "zoom-in": Text(en="Zoom in", zh="放大"),
    "zoom-out": Text(en="Zoom out", zh="缩小"),
    "fit": Text(en="Show all", zh="显示全部"),
    "open-all": Text(en="Open all domains", zh="展开全部"),
    "close-all": Text(en="Close all domains", zh="全部收起"),
}
_TABLES: Final = {
    "no-instances": Text(en="There is no instance in what was read.", zh="已读取的内容中没有任何实例。"),
    "changes-note": Text(
        en="What the plan does to names that are served today.", zh="该 plan 对目前已提供服务的域名所做的变更。"
    ),
    "change": Text(en="change", zh="变更"),
    "change-removed": Text(en="removed", zh="移除"),
    "change-moved": Text(en="moved", zh="迁移"),
    "what-happens": Text(en="what happens", zh="说明"),
    "no-changes": Text(en="No served name is taken away or moved.", zh="没有域名被移除或迁移。"),
    "input": Text(en="input", zh="输入"),
    "path": Text(en="path", zh="路径"),
    "files": Text(en="files", zh="文件数"),
    "input-configuration": Text(en="Terraform source", zh="Terraform 源码"),
    "input-module": Text(en="module", zh="模块"),
    "input-excluded": Text(en="left out", zh="已排除"),
    "input-plan": Text(en="plan", zh="plan"),
    "input-state": Text(en="state", zh="state"),
    "input-inventory": Text(en="live inventory", zh="云账号资源"),
    "input-register": Text(en="register of filings", zh="备案清单"),
    "input-settings": Text(en="settings", zh="配置"),
    "input-geo": Text(en="database of addresses", zh="IP 地址库"),
    "input-dns": Text(en="public DNS", zh="公共 DNS"),
    "unread-heading": Text(en="Not read", zh="未读取"),
    "all-read": Text(en="All that was asked for was read.", zh="所有指定内容均已读取。"),
    "fails": Text(en="fails the run", zh="导致检查未完成"),
}
_GRADES: Final = {name: LABELS[name] for name in ("error", "warning", "info", "cannot-tell", "compliant", "suppressed")}
WORDS: Final = {**_OWN, **_SUMMARY, **_FINDINGS, **_ESTATE, **_TABLES, **_GRADES}
