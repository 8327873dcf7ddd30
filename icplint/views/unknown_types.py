"""What a run met and icplint does not know: where such types are, silence is not an all-clear."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from icplint.graph.graph import Graph
from icplint.model.outages import GRANT
from icplint.model.text import Text

FEW: Final = 10
"""How many types a sentence names."""
NOTHING: Final = Text(
    en="nothing that was read names or serves a public website, so there was nothing to judge",
    zh="已读取的内容中没有公网域名或为网站提供服务的资源，因此没有可判断的对象",
)
UNREAD: Final = Text(
    en="nothing could be read, so nothing was judged: what was not read says why",
    zh="没有读取到任何内容，因此未作判断：原因见未读取的内容",
)
REFUSED: Final = Text(
    en="nothing could be read, so nothing was judged: every list was refused; icplint scan --print-policy prints the "
    "permissions that a scan needs",
    zh="没有读取到任何内容，因此未作判断：所有列表均被拒绝；icplint scan --print-policy 可输出扫描所需的权限",
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


def none_read(graph: Graph) -> Text | None:
    """Return what is said where all that was to be read was refused, or failed; None where something was read."""
    failed = [part for part in graph.unread if part.fails]
    if not failed or graph.complete or any(True for _ in graph.nodes()):
        return None
    return REFUSED if any(GRANT in part.why.values for part in failed) else UNREAD


def _named(unmet: Mapping[str, int]) -> Text | str:
    """Return the types by name; how many there are of one follows where there are several."""
    shown = [f"{kind} ({count})" if count > 1 else kind for kind, count in sorted(unmet.items())]
    types = ", ".join(shown[:FEW])
    return MORE.using(types=types, n=len(shown) - FEW) if len(shown) > FEW else types
