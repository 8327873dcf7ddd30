"""The words of a register, in both languages: what a status is called, and the words for unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from icplint.model.text import folded

_EXCERPT: Final = 60


class Status(StrEnum):
    """How far a filing has come."""

    FILED = "filed"
    PENDING = "pending"
    CANCELLED = "cancelled"


def spellings(table: Mapping[str, str]) -> dict[str, str]:
    """Return what each word of a table means, folded; the words of a row stand between spaces."""
    return {folded(word): meaning for meaning, words in table.items() for word in (meaning, *words.split())}


def excerpt(value: object) -> str:
    """Return `value` on one line, short enough to stand in a sentence."""
    text = re.sub(r"\s+", " ", str(value).strip())
    return text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…"


_STATUSES: Final = spellings(
    {
        Status.FILED: "已备案 备案成功 备案通过 备案完成 已完成备案 审核通过 已通过 正常 有效 变更备案中 变更中 "
        "是 已接入 接入成功 已完成 approved active valid completed complete passed yes",
        Status.PENDING: "备案中 审核中 初审中 待审核 待备案 管局审核 管局审核中 待管局审核 已提交管局 办理中 "
        "备案办理中 正在办理 正在备案 申请中 备案申请中 提交中 待提交 已提交 待初审 初审通过 "
        "待短信核验 短信核验中 短信核验 待核验 待核身 资料准备中 待完善 首次备案中 新增备案中 "
        "驳回 已驳回 审核驳回 初审驳回 管局驳回 备案驳回 审核不通过 备案失败 inprogress submitted "
        "inreview underreview rejected applying",
        Status.CANCELLED: "已注销 注销 注销备案 备案已注销 备案注销 主体已注销 已取消 取消备案 已吊销 已失效 已过期 "
        "过期 失效 无效 被注销 被吊销 注销成功 注销完成 canceled revoked expired invalid",
    }
)
ENTERING: Final = frozenset(
    {"接入中", "接入备案中", "新增接入中", "接入审核中", "转入中", "转接入中", "待接入", "接入办理中"}
)
"""Somebody's filing, whose next access provider is still to be recorded: who has it by now, the word does not say."""

NEVER_FILED: Final = frozenset(
    {"未备案", "无备案", "没有备案", "尚未备案", "暂未备案", "未申请", "无需备案", "不需要备案", "不需备案", "不用备案"}
    | {"免备案", "境外无需备案", "否", "notfiled", "notrequired", "none", "no"}
)
"""How a ledger of all domains marks those without a filing, which a register leaves out."""

_IN_MAINLAND: Final = {"aws": "aws-cn", "azure": "azure-cn"}
NOT_KNOWN: Final = frozenset({"unknown", "未知", "不详", "不明", "无", "-", "/", "n/a"})

EMPTY: Final = frozenset(
    {"-", "--", "—", "——", "–", "−", "/", "//", "\\", "无", "暂无", "n/a", "na", "null", "nil"}
) | {
    "none",
    "空",
    "暂缺",
}
"""How a cell says that there is nothing to say."""


def status(word: str) -> Status | None:
    """Return the status that `word` means, in English or Chinese; where one enters another provider, it is filed."""
    found = Status.FILED if folded(word) in ENTERING else _STATUSES.get(folded(word))
    return None if found is None else Status(found)


def in_mainland(word: str) -> str:
    """Return the provider that `word` means in the mainland, where every access provider is."""
    return _IN_MAINLAND.get(word, word)
