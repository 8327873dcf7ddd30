"""Words beside the name of an access provider which say that it is none, is none any more, or is none yet."""

from __future__ import annotations

from typing import Final

from icplint.model.regex import regex

NAME: Final = "\0"
"""What stands for the name of a provider in the text that is looked through."""

_CHINESE: Final = regex(
    # Characters that deny, but for the places and words which contain them.
    r"无(?![锡限线界忧极])|非(?!凡)|未(?![来央])|不|没有|否|勿|(?<!虚)拟|曾(?!都)"
    r"|(?<![太中松固开平三五清高草])原(?!创|生)|[以之此从年月日]前|前(?=\s*(?:\0|接入))"
    r"|旧(?=\0|接入)|昔|历史|现\0|现(?:接入|为|改|已|在|是|由)|改(?:为|用|接)"
    r"|取消|注销|撤销|解除|吊销|失效|过期|到期|停用|停止|终止|下线|下架|删除|退出|退订|迁[出移走往至到]|转[出入移往]|搬"
    r"|更换|变更|待|计划|准备|预计|即将|将(?:接入|迁|转)|接入中|办理中|审核中|备案中|申请|驳回|失败|疑似|可能|或"
)
_ENGLISH: Final = regex(
    r"(?<![a-z0-9])(?:ex|not|non|no(?!\.)|never|none|nor|neither|without|except|unlike|former(?:ly)?|previous(?:ly)?|was"
    r"|were|used\s+to|old|past|until|till|before|after|cancell?ed|removed?|terminated|expired|ended|left|moved|moving"
    r"|migrat(?:ed|ing|ion)|withdrawn|revoked|discontinued|inactive|pending|planned|maybe|or|now|\w+n['’]t)(?![a-z0-9])"
)
_SIGNS: Final = regex(r"[!≠×✗✘❌→⇒?~]|[-=]>|>>")


def denied(text: str) -> bool:
    """Return whether a text, in lower case and with `NAME` for each known name, may mean another than it names."""
    return any(pattern.search(text) for pattern in (_CHINESE, _ENGLISH, _SIGNS))
