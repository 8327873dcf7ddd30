"""What a run met and icplint does not know: where such types are, silence is no all-clear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from icplint.model.text import Text

FEW: Final = 10
"""How many types a sentence names."""
NOTHING: Final = Text(
    en="nothing that was read names or serves a public website, so there was nothing to judge",
    zh="已读取的内容中没有公网域名或为网站提供服务的资源，因此没有可判断的对象",
)
PERHAPS: Final = Text(
    en="nothing that was read is known to name or serve a public website, but whether these resource types do, which "
    "icplint does not know yet, is open: {types}",
    zh="已读取的内容中未发现公网域名或为网站提供服务的资源，但以下资源类型 icplint 暂不支持，"
    "无法判断其是否涉及网站：{types}",
)
MET: Final = Text(
    en="icplint does not know these resource types yet, and judged only the names and addresses in them: {types}",
    zh="以下资源类型 icplint 暂不支持，仅根据其中的域名和地址进行了判断：{types}",
)
MORE: Final = Text(en="{types} and {n} more", zh="{types} 等（另有 {n} 种）")


def met(unmet: Mapping[str, int]) -> Text | None:
    """Return which types were met that icplint does not know, each with how often; None where it knows all."""
    return MET.using(types=_named(unmet)) if unmet else None


def nothing(unmet: Mapping[str, int]) -> Text:
    """Return what is said where nothing was judged."""
    return PERHAPS.using(types=_named(unmet)) if unmet else NOTHING


def _named(unmet: Mapping[str, int]) -> Text | str:
    """Return the types by name; how many there are of one follows where there are several."""
    shown = [f"{kind} ({count})" if count > 1 else kind for kind, count in sorted(unmet.items())]
    types = ", ".join(shown[:FEW])
    return MORE.using(types=types, n=len(shown) - FEW) if len(shown) > FEW else types
