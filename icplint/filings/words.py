"""The words of a register, in both languages: statuses, access providers, headings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

_EXCERPT: Final = 60


class Status(StrEnum):
    """How far a filing has come."""

    FILED = "filed"
    PENDING = "pending"
    CANCELLED = "cancelled"


def _spellings(table: Mapping[str, str]) -> dict[str, str]:
    return {folded(word): meaning for meaning, words in table.items() for word in (meaning, *words.split())}


def folded(text: str) -> str:
    """Return `text` as words are compared: NFKC, lower case, without white space."""
    return "".join(unicodedata.normalize("NFKC", text).lower().split())


def excerpt(value: object) -> str:
    """Return `value` on one line, short enough to stand in a sentence."""
    text = re.sub(r"\s+", " ", str(value).strip())
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"


_STATUSES: Final = _spellings(
    {
        Status.FILED: "已备案 备案成功 备案通过 备案完成 审核通过 已通过 正常 有效 变更备案中 变更中 是",
        Status.PENDING: "备案中 审核中 初审中 待审核 待备案 管局审核 管局审核中",
        Status.CANCELLED: "已注销 注销 备案已注销 备案注销 已取消 取消备案 已吊销 已失效",
    }
)

NEVER_FILED: Final = frozenset({"未备案", "无备案", "没有备案", "无需备案", "不需要备案", "免备案", "否"})
"""How a ledger of all domains marks those without a filing, which a register leaves out."""

# The two operators of AWS in China are access providers in their own right, one by region.
_PROVIDERS: Final = _spellings(
    {
        "alibaba": "aliyun alicloud alibabacloud 阿里云 阿里 阿里巴巴 万网 阿里云(万网) "
        "阿里云计算有限公司 北京万网志成科技有限公司",
        "tencent": "tencentcloud qcloud dnspod 腾讯云 腾讯 腾讯云计算(北京)有限责任公司",
        "huawei": "huaweicloud 华为云 华为 华为软件技术有限公司 华为云计算技术有限公司",
        "baidu": "baiducloud bce 百度智能云 百度云 百度 北京百度网讯科技有限公司",
        "aws": "亚马逊云 亚马逊云科技 亚马逊",
        "aws-cn": "awschina 亚马逊云科技(中国)",
        "sinnet": "光环新网 北京光环新网科技股份有限公司",
        "nwcd": "西云数据 宁夏西云数据科技有限公司",
        "azure": "微软云",
        "azure-cn": "azurechina azure中国 azure中国(世纪互联) 世纪互联蓝云 蓝云 上海蓝云网络科技有限公司",
        "volcengine": "火山引擎 北京火山引擎科技有限公司",
        "jdcloud": "京东云",
        "ksyun": "kingsoft kingsoftcloud 金山云",
        "ctyun": "天翼云",
        "ecloud": "移动云",
        "cucloud": "联通云",
        "ucloud": "优刻得",
        "qingcloud": "青云",
        "qiniu": "七牛云 七牛",
        "upyun": "又拍云",
        "wangsu": "网宿科技 网宿 网宿科技股份有限公司",
        "west": "西部数码",
        "baishan": "白山云",
        "chinacache": "蓝汛",
        "bunny": "bunny.net",
        "fly": "fly.io",
        "readthedocs": "readthedocs.org",
        "self": "自建 自有机房 自建机房",
    }
)

_IN_MAINLAND: Final = {"aws": "aws-cn", "azure": "azure-cn"}
NOT_KNOWN: Final = frozenset({"unknown", "未知", "不详", "不明", "无", "-", "/", "n/a"})

# Of several columns that mean the same field, the first that is filled counts: a website's number says more.
_HEADINGS: Final[Mapping[str, str]] = {
    "domain": "domain 域名 网站域名 主域名 备案域名 已备案域名 顶级域名 一级域名",
    "licence": "licence license servicelicence 网站备案号 网站备案/许可证号 服务备案号 icp备案号 备案号 备案编号 "
    "icp备案/许可证号 备案/许可证号 icp备案编号 app备案号 小程序备案号 mainlicence 主体备案号 主体备案/许可证号",
    "holder": "holder unitname 主办单位 主办单位名称 主办者名称 备案主体 主体名称",
    "access_providers": "access_providers 接入商 接入服务商 接入商名称 接入服务商名称 网站接入商 网站接入服务商 "
    "接入服务单位",
    "status": "status 状态 备案状态 网站备案状态 是否备案 是否已备案",
    "filed_on": "filed_on updaterecordtime 审核时间 审核日期 审核通过时间 审核通过日期 备案时间 备案日期 "
    "备案通过时间 备案通过日期 通过时间 通过日期",
}
HEADINGS: Final = _spellings(_HEADINGS)
PREFERENCE: Final = tuple(HEADINGS)

# Columns that come near to those of a register, and are none: other regimes, other people, other states.
IGNORED_HEADINGS: Final = frozenset(
    {"公安备案号", "公安备案编号", "公安联网备案号", "公网安备号", "icp许可证号", "icp证号", "经营许可证号"}
    | {"备案类型", "域名状态", "网站状态", "app状态"}
)
_NOTES: Final = re.compile(r"\([^()]*\)|[*:]")


def heading(text: str) -> str:
    """Return a heading as headings are compared: without marks and remarks, as in `域名（必填）*`."""
    name = folded(text)
    return name if name in HEADINGS else _NOTES.sub("", name)


def status(word: str) -> Status | None:
    """Return the status that `word` means, in English or Chinese."""
    found = _STATUSES.get(folded(word))
    return None if found is None else Status(found)


def provider(word: str) -> str:
    """Return icplint's word for an access provider; one that is in no table stays as it is, in lower case."""
    found = _PROVIDERS.get(folded(word))
    return found or " ".join(unicodedata.normalize("NFKC", word).lower().split())


def in_mainland(word: str) -> str:
    """Return the provider that `word` means in the mainland, where every access provider is."""
    return _IN_MAINLAND.get(word, word)
