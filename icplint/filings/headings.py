"""What the columns of registers are called, in the ministry's system, the exports of others and lists of assets."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from icplint.filings.words import spellings
from icplint.model.regex import regex
from icplint.model.text import closest, folded

# Of several columns that mean the same field, the first that is filled counts: a website's number says more.
_HEADINGS: Final[Mapping[str, str]] = {
    "domain": "domain domainname domains 域名 网站域名 主域名 备案域名 已备案域名 顶级域名 一级域名 "
    "根域名 注册域名 域名名称 网站域名列表 域名列表 domainlist 网站首页网址 首页网址 "
    "域名/app包名 服务域名 域名信息 "
    "网站首页地址 首页url 网站首页url 网址 网站网址 网站地址 websiteurl siteurl website url",
    "licence": "licence license servicelicence 网站备案号 网站备案/许可证号 服务备案号 服务备案/许可证号 "
    "互联网信息服务备案号 icp备案号 icp备案号/许可证号 "
    "备案号 备案编号 备案号码 备案许可证号 icp备案/许可证号 备案/许可证号 "
    "icp备案/许可证 网站icp备案号 icp备案编号 icp备案号码 icp备案 icp号 域名备案号 "
    "域名icp备案号 网站备案编号 网站备案许可证号 icplicense icplicence icplicenseno. icplicenceno. icplicensenumber "
    "icpnumber icpno. icpno "
    "icpfilingnumber icpfilingno. icprecordnumber icprecordal icpfiling icp recordnumber "
    "filingnumber licensenumber licencenumber filingno. app备案号 小程序备案号 mainlicence "
    "主体备案号 主体备案/许可证号 主体备案编号 icp主体备案号 entitylicense",
    "holder": "holder unitname 主办单位 主办单位名称 主办者名称 主办者 主办单位/个人 备案主体 "
    "备案主体名称 主体名称 备案单位 备案单位名称 备案公司 单位名称 公司名称 企业名称 公司 "
    "所属公司 companyname company organization organisation entityname unit",
    "access_providers": "access_providers accessprovider accessproviders 接入商 接入服务商 接入商名称 "
    "接入服务商名称 网站接入商 网站接入服务商 网站接入服务商名称 接入服务单位 接入服务提供者 "
    "接入服务提供者名称 接入单位 网站接入服务提供者 备案接入商 备案服务商 备案平台 云厂商 cloudprovider",
    "status": "status 状态 备案状态 网站备案状态 服务备案状态 icp备案状态 域名备案状态 是否备案 "
    "是否已备案 filingstatus icpstatus recordstatus",
    "filed_on": "filed_on updaterecordtime 审核时间 审核日期 审核通过时间 审核通过日期 备案时间 备案日期 "
    "备案通过时间 备案通过日期 备案审核时间 备案审核日期 备案审核通过时间 管局审核通过时间 "
    "通过时间 通过日期 approvaldate approvedon filingdate recorddate filedon",
}
HEADINGS: Final = spellings(_HEADINGS)
PREFERENCE: Final = tuple(HEADINGS)

_LIKE_THEM: Final = frozenset(
    {"icp许可证号", "icp证号", "经营许可证号", "备案类型", "备案主体类型", "备案状态码", "备案服务号", "备案服务码"}
) | {
    f"{what}状态"
    for what in ("域名", "网站", "服务", "app", "解析", "服务器", "主机", "注册", "实名认证", "证书", "资产")
}
"""Columns that come near to those of a register, and mean another thing."""

_NEVER_MEANT: Final = frozenset({"cloudprovider"})
"""Headings that come near to those of other matters: a DNS provider's, a hosting provider's."""

REQUIRED: Final = {"domain": "域名", "licence": "备案号"}
_TOLD: Final = frozenset({*REQUIRED, "status", "access_providers"})
"""The fields that an answer depends on: a slip of the pen in the heading of one is told."""

_NEAR: Final = 0.75
"""How alike a heading must be to a known one: two Chinese characters of three are not a slip of the pen."""
_NOTES: Final = regex(r"\([^()]*\)|[*:]")


def heading(text: str) -> str:
    """Return a heading as headings are compared: without marks and remarks, as in `域名（必填）*`."""
    name = folded(text)
    return name if name in HEADINGS else _NOTES.sub("", name.replace("_", "") if name.isascii() else name)


def nearly(name: str, there: Collection[str]) -> str | None:
    """Return the heading that a name is almost, of a field that is not there yet and that answers depend on."""
    if name in HEADINGS or name in _LIKE_THEM or name.startswith(("公安", "公网安")):
        return None
    near = closest(name, HEADINGS.keys() - _NEVER_MEANT, _NEAR)
    return near if near and HEADINGS[near] in _TOLD.difference(there) else None
