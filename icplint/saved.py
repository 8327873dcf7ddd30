"""Saved inventories: which cloud's a directory holds, or that it holds those of several."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from icplint.errors import ConfigError, reason
from icplint.files.writing import put
from icplint.model.cloud import MANIFEST, Cloud
from icplint.model.origin import Origin
from icplint.model.reading import Problem, Reading
from icplint.model.text import Text

DEFAULT: Final = "alibaba"
"""The cloud of a manifest that names none."""
KNOWN: Final = {"aws": "icplint-aws"}
"""Clouds that the project has plugins for, and their packages."""

NO_CLOUD: Final = Text(
    en="{directory} was saved by a scan of {cloud}, and nothing installed reads that cloud: pip install {package}",
    zh="{directory} 由 {cloud} 的扫描保存，但未安装读取该云的插件：请执行 pip install {package}",
)
NO_CLOUD_KNOWN: Final = Text(
    en="{directory} was saved by a scan of {cloud}, and nothing installed reads that cloud: install its plugin",
    zh="{directory} 由 {cloud} 的扫描保存，但未安装读取该云的插件：请安装对应插件",
)
NOT_EMPTY: Final = Text(
    en="{directory} holds files and is no saved inventory of several clouds: --save takes an empty directory here",
    zh="{directory} 中已有文件且不是多个云的已保存清单：此处 --save 需要空目录",
)
CANNOT_SAVE: Final = Text(en="{directory} cannot be written: {why}", zh="无法写入 {directory}：{why}")


def read(directory: Path, shown: str, clouds: Mapping[str, Cloud]) -> Reading:
    """Return what a saved inventory holds, read by the cloud that kept it; of several clouds, all of it."""
    document = _manifest(directory)
    if isinstance(names := document.get("clouds"), list):
        return Reading.of(read(directory / str(name), f"{shown}/{name}", clouds) for name in names)
    name = str(document.get("cloud", DEFAULT))
    if name in clouds:
        return clouds[name].saved(directory, shown)
    text = NO_CLOUD.using(package=KNOWN[name]) if name in KNOWN else NO_CLOUD_KNOWN
    return Reading(problems=[Problem(text.using(directory=shown, cloud=name), Origin(file=f"{shown}/{MANIFEST}"))])


def several(directory: Path, clouds: Iterable[str]) -> None:
    """Make a directory that holds the inventories of several clouds, each in one of its name; raises ConfigError."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()) and "clouds" not in _manifest(directory):
            raise ConfigError(NOT_EMPTY.using(directory=directory))
        put(json.dumps({"icplint-inventory": 1, "clouds": sorted(clouds)}, indent=1), directory / MANIFEST)
    except OSError as error:
        raise ConfigError(CANNOT_SAVE.using(directory=directory, why=reason(error))) from None


def _manifest(directory: Path) -> dict[str, Any]:
    """Return what a manifest says; a damaged one nothing, which the cloud that reads it then tells."""
    try:
        document = json.loads((directory / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return document if isinstance(document, dict) else {}
