"""The grammar of ICP filing numbers, and the names of what is mistaken for one."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import Final

from icplint.filings.words import excerpt
from icplint.model.dataclass import dataclass
from icplint.model.regex import regex
from icplint.model.text import Text


class FilingKind(StrEnum):
    """What a filing number was given to."""

    WEBSITE = "website"
    APP = "app"
    MINI_PROGRAM = "mini-program"
    QUICK_APP = "quick-app"
    ENTITY = "entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """One filing number, `京ICP备2023001234号-1`; `text` is its canonical spelling, `ordinal` is None for an entity."""

    province: str
    serial: str
    ordinal: int | None
    kind: FilingKind
    text: str

    @property
    def covers_websites(self) -> bool:
        """Whether a website may stand on it: its own number, or that of the entity that holds it."""
        return self.kind in (FilingKind.WEBSITE, FilingKind.ENTITY)


EXAMPLE: Final = "京ICP备2023001234号-1"
_PROVINCE: Final = "[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新]"
_LETTERS: Final = {"A": FilingKind.APP, "X": FilingKind.MINI_PROGRAM, "K": FilingKind.QUICK_APP}
_TAIL: Final = "(?P<ordinal>[1-9][0-9]{0,3})(?P<letter>[AXK])?"
_NUMBER: Final = regex(f"(?P<province>{_PROVINCE})ICP备(?P<serial>[0-9]{{8}}|[0-9]{{10}})号(?:-{_TAIL})?")
_ALONE: Final = regex(f"{_NUMBER.pattern}(?![0-9A-Z-])")
_LOOSE: Final = regex(
    f"(?P<province>{_PROVINCE})(?P<name>ICP备|备ICP|ICP)(?P<serial>[0-9]+)(?P<mark>号?)"
    "(?P<dash>-?)(?P<tail>[0-9A-Z]*)(?P<late>号?)"
)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－_", "-") | dict.fromkeys("\u200b\u200c\u200d\ufeff"))


def _instead(en: str, zh: str) -> Text:
    """Return a sentence on a number of another regime, which ends in how the right one looks."""
    return Text(
        f"{{number}} is {en}: write the ICP filing number, such as {EXAMPLE}",
        f"{{number}} 是{zh}；请填写 ICP 备案号，形如 {EXAMPLE}",
    )


# Other regimes (https://beian.mps.gov.cn, the telecom regulations, and jokes) by what gives them away.
_OTHERS: Final = (
    (
        regex(r"公网安备|^[0-9]{14}号?$"),
        _instead(
            "a public-security filing (公安联网备案), which is a separate regime",
            "公安联网备案号，与 ICP 备案是两套制度，不能互相代替",
        ),
    ),
    (
        regex(r"ICP证"),
        _instead(
            "a commercial ICP licence (ICP证), which is held besides an ICP filing and never instead of it",
            "经营性 ICP 许可证（ICP证）号，须在备案之外另行取得，不能代替备案",
        ),
    ),
    (
        regex(r"(?:[AB][12][.、,]?)+-?[0-9]{8}"),
        _instead(
            "a licence for value-added telecom services (增值电信业务经营许可证), which is no ICP filing",
            "增值电信业务经营许可证号，不是 ICP 备案",
        ),
    ),
    (
        regex(r"[萌团喵]ICP备"),
        _instead(
            "the number of a joke register that imitates ICP filings and has no legal effect",
            "民间仿制的娱乐性“备案”编号，没有法律效力",
        ),
    ),
)
_KINDS: Final = {
    FilingKind.WEBSITE: Text("a website filing", "网站备案"),
    FilingKind.ENTITY: Text("the filing of an entity", "主体备案"),
    FilingKind.APP: Text("an app filing, which does not cover a website", "APP 备案，不能代替网站备案"),
    FilingKind.MINI_PROGRAM: Text(
        "a mini-program filing, which does not cover a website", "小程序备案，不能代替网站备案"
    ),
    FilingKind.QUICK_APP: Text("a quick-app filing, which does not cover a website", "快应用备案，不能代替网站备案"),
}


def naming(kind: FilingKind) -> Text:
    """Return the name of what `kind` is, saying so where it does not cover a website."""
    return _KINDS[kind]


def parse(text: str) -> Licence | Text:
    """Return the filing number that `text` spells, else a sentence that says what it is instead and what to write.

    Full-width characters, spaces and `icp` in lower case are accepted. Source: 备案号FAQ.md of AlibabaCloudDocs/icp,
    https://github.com/AlibabaCloudDocs/icp; -1A and -1X were seen in public, -1K was not.
    """
    number = _normal(text)
    if match := _NUMBER.fullmatch(number):
        return _licence(match)
    return _fault(number).using(number=excerpt(text))


def holds_more(text: str) -> bool:
    """Return whether a text holds a filing number and something else: another number, a remark."""
    number = _normal(text)
    return _NUMBER.fullmatch(number) is None and _ALONE.search(number) is not None


def _normal(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).translate(_DASHES).split()).upper()


def _licence(match: re.Match[str]) -> Licence:
    ordinal = match["ordinal"]
    return Licence(
        province=match["province"],
        serial=match["serial"],
        ordinal=int(ordinal) if ordinal else None,
        kind=_LETTERS[match["letter"]] if match["letter"] else FilingKind.WEBSITE if ordinal else FilingKind.ENTITY,
        text=match[0],
    )


def _fault(number: str) -> Text:
    if match := _ALONE.search(number):
        return Text(
            "{number} holds more than the number: write {right} alone", "“{number}”含有多余内容；请只填写 {right}"
        ).using(right=match[0])
    for sign, text in _OTHERS:
        if sign.search(number):
            return text
    if match := _LOOSE.fullmatch(number):
        return _misspelled(match)
    if number.startswith("ICP备"):
        return Text(
            f"{{number}} lacks the short name of the province before ICP备: write it as in {EXAMPLE}",
            f"{{number}} 的“ICP备”之前缺少省份简称；应写作 {EXAMPLE} 的形式",
        )
    if match := re.match(rf"(?!{_PROVINCE})([^\x00-\x7f])ICP备", number):
        return Text(
            f"{{number}} begins with {{province}}, which is no province's short name: write it as in {EXAMPLE}",
            f"{{number}} 开头的“{{province}}”不是省份简称；应写作 {EXAMPLE} 的形式",
        ).using(province=match[1])
    return Text(
        f"{{number}} is not an ICP filing number: write it as in {EXAMPLE}",
        f"“{{number}}”不是 ICP 备案号；应写作 {EXAMPLE} 的形式",
    )


def _misspelled(match: re.Match[str]) -> Text:
    """Return what is wrong with a number whose parts can be told apart, and how to write it."""
    digits = len(match["serial"])
    if digits not in (8, 10):
        many = "s" * (digits > 1)
        return Text(
            f"{{number}} has a serial of {{digits}} digit{many}, where ICP filings have 8 or 10: compare it with the "
            "certificate",
            "{number} 的“号”前有 {digits} 位数字，而 ICP 备案号应为 8 位或 10 位；请与备案信息核对",
        ).using(digits=digits)
    tail = match["tail"]
    if (tail or match["dash"]) and not re.fullmatch(_TAIL, tail):
        return Text(
            "{number} ends in {tail}, where a website has its ordinal, such as -1, "
            "and an app, mini-program or quick app -1A, -1X or -1K",
            "{number} 的结尾“{tail}”有误；网站应以 -1 这样的序号结尾，APP、小程序、快应用则为 -1A、-1X、-1K",
        ).using(tail=f"{match['dash']}{tail}")
    right = f"{match['province']}ICP备{match['serial']}号{f'-{tail}' if tail else ''}"
    if match["name"] == "ICP备" and match["late"]:
        text = Text(
            "{number} has 号 in the wrong place, after the ordinal: write {right}",
            "{number} 的“号”位置有误，应在网站序号之前；应写作 {right}",
        )
    elif match["name"] == "ICP备" and not match["mark"]:
        text = Text("{number} lacks 号 after the serial: write {right}", "{number} 缺少“号”字；应写作 {right}")
    else:
        text = Text(
            "{number} is not how an ICP filing number is written: write {right}", "{number} 的写法有误；应写作 {right}"
        )
    return text.using(right=right)
