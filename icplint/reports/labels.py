"""The words that stand over what a report has to say, the same in every format."""

from __future__ import annotations

from typing import Final

from icplint.model.text import Text

LABELS: Final = {
    "error": Text(en="error", zh="错误"),
    "warning": Text(en="warning", zh="警告"),
    "info": Text(en="info", zh="提示"),
    "cannot-tell": Text(en="cannot tell", zh="无法判断"),
    "compliant": Text(en="compliant", zh="合规"),
    "suppressed": Text(en="suppressed", zh="已忽略"),
    "remedy": Text(en="remedy", zh="整改建议"),
    "settle": Text(en="to settle it", zh="如何确认"),
    "more": Text(en="more", zh="详情"),
    "change": Text(en="change", zh="变更"),
    "unread": Text(en="not read", zh="未读取"),
}
