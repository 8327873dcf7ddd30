"""The bytes of a JSON document -> what is in it, or a sentence that says why it cannot be read."""

from __future__ import annotations

import json
from typing import Any, Final

from icplint.model.bounds import CROWDED, EXPORT_LEVELS, crowded, deeper
from icplint.model.text import Text

NOT_JSON: Final = Text(en="{path} is not valid JSON: {why}", zh="{path} 不是有效的 JSON：{why}")
NOTHING: Final = Text(en="it is empty", zh="内容为空")
LOG: Final = Text(
    en="{path} is the log of terraform plan -json: write the plan with -out=FILE, and give icplint "
    "what terraform show -json FILE prints",
    zh="{path} 是 terraform plan -json 的日志：请用 -out=FILE 保存 plan，再提供 terraform show -json FILE 的输出",
)
DEEP: Final = Text(
    en="{path} is nested more than {most} levels deep, which nothing is that Terraform exports: export it again",
    zh="{path} 的嵌套超过 {most} 层，不是 Terraform 导出的文件：请重新导出",
)

_RUNS: Final = (b"}" * 20, b"]" * 20, b"}]" * 10, b" " * EXPORT_LEVELS, b"\t" * EXPORT_LEVELS)
"""How what is deeply nested ends, or is indented."""


def decoded(content: bytes) -> Any:
    """Return the JSON document, or a Text with a gap for the `path` of it that says what is wrong."""
    if not content.strip():
        return NOT_JSON.using(why=NOTHING)
    if crowded(content):
        return NOT_JSON.using(why=CROWDED)
    try:
        document = json.loads(content)
    except RecursionError:
        return DEEP.using(most=EXPORT_LEVELS)
    except ValueError as error:
        log = b'"@level"' in content.partition(b"\n")[0]
        return LOG if log else NOT_JSON.using(why=str(error))
    suspicious = any(run in content for run in _RUNS)  # to walk through a plan of 6 MB takes 30 ms
    return DEEP.using(most=EXPORT_LEVELS) if suspicious and deeper(document, EXPORT_LEVELS) else document
