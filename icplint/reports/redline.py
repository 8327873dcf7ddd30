"""The metrics of a red line (红线卡点) in Flow of Alibaba Cloud DevOps (云效).

The object is the `RedlineInfo` that `redlineCheck` of Flow's step toolkit takes, as the vendor's own example of a
custom step builds it (RedlineSonar, https://help.aliyun.com/zh/yunxiao/user-guide/custom-steps-cli-tool-v2-recommend);
its spelling `readlineResults` is the toolkit's. That is all that is documented of it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from icplint.findings.run import Report
from icplint.model.text import Text
from icplint.reports.parts.counts import counts
from icplint.reports.report import Format, Style

METRICS: Final = (
    ("Blocker", Text(en="could not be read", zh="未能读取"), "Error"),
    ("Critical", Text(en="violations (error)", zh="违规（错误）"), "Error"),
    ("Major", Text(en="violations (warning)", zh="违规（警告）"), "Warning"),
    ("Minor", Text(en="violations (notice)", zh="违规（提示）"), "Default"),
    ("CannotTell", Text(en="cannot tell", zh="无法判断"), "Warning"),
    ("Unread", Text(en="not read", zh="未读取"), "Warning"),
    ("Suppressed", Text(en="suppressed", zh="已忽略"), "Default"),
)
"""Key, title and style of each metric: set a red line of type LE (at most) 0 on those that must be none."""


def render(report: Report, style: Style) -> str:
    """Return the metrics; `reportUrl` is empty, for the step to fill in where it puts the HTML report."""
    found = counts(report)
    refused = sum(part.fails for part in report.unread)
    values = {
        "Blocker": found["problem"] + refused,
        "Critical": found["error"],
        "Major": found["warning"],
        "Minor": found["info"],
        "CannotTell": found["cannot-tell"],
        "Unread": found["unread"],
        "Suppressed": found["suppressed"],
    }
    results: list[dict[str, Any]] = [
        {"key": key, "title": title.say(style.language), "value": values[key], "style": colour}
        for key, title, colour in METRICS
    ]
    return json.dumps({"title": "icplint", "reportUrl": "", "readlineResults": results}, ensure_ascii=False) + "\n"


FORMAT = Format(name="redline", render=render)
