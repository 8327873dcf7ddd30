"""Saved inventories: which cloud's a directory holds, or that it holds those of several."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from icplint.errors import ConfigError, reason
from icplint.files.reading import read_document
from icplint.files.writing import put
from icplint.model.cloud import MANIFEST, Cloud
from icplint.model.origin import Origin
from icplint.model.packages import installing
from icplint.model.reading import Problem, Reading
from icplint.model.regex import regex
from icplint.model.text import Text

VERSION: Final = 1
"""Of the form that is written, and of the only one that is read."""
_NAME: Final = regex(r"[a-z0-9][a-z0-9_-]{0,40}")
DEFAULT: Final = "alibaba"
"""The cloud of a manifest that names none."""
KNOWN: Final = {"aws": "icplint-aws"}
"""Clouds that the project has plugins for, and their packages."""

DAMAGED: Final = Text(
    en="{file} is not what a scan saves, so this inventory was not read: scan again",
    zh="{file} 不是扫描所保存的内容，该清单未读取：请重新扫描",
)
OTHER_VERSION: Final = Text(
    en="{directory} is no inventory of a version that this icplint reads: scan again",
    zh="{directory} 的清单版本不受当前 icplint 支持：请重新扫描",
)
NO_CLOUD: Final = Text(
    en="{directory} was saved by a scan of {cloud}, and nothing installed reads that cloud: {install}",
    zh="{directory} 由 {cloud} 的扫描保存，但未安装读取该云的插件：请执行 {install}",
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
    """Return what a saved inventory holds, read by the cloud that kept it; of several clouds, all of it.

    What is edited, damaged or of another version is a problem of the reading.
    """
    place = Origin(file=f"{shown}/{MANIFEST}")
    try:
        document = _manifest(directory)
    except (OSError, ValueError, RecursionError):
        return Reading(problems=[Problem(DAMAGED.using(file=MANIFEST), place)])
    if document.get("icplint-inventory", VERSION) != VERSION:  # a plugin may have left it out
        return Reading(problems=[Problem(OTHER_VERSION.using(directory=shown), place)])
    if (names := document.get("clouds")) is not None:
        return _of_several(directory, shown, names, clouds)
    name = document.get("cloud", DEFAULT)
    if not _is_name(name):
        return Reading(problems=[Problem(DAMAGED.using(file=MANIFEST), place)])
    if name in clouds:
        return clouds[name].saved(directory, shown)
    text = NO_CLOUD.using(install=installing(KNOWN[name])) if name in KNOWN else NO_CLOUD_KNOWN
    return Reading(problems=[Problem(text.using(directory=shown, cloud=name), place)])


def _of_several(directory: Path, shown: str, names: Any, clouds: Mapping[str, Cloud]) -> Reading:
    """Read each cloud's own directory: one of its name that lies there, and holds that cloud only."""
    place = Origin(file=f"{shown}/{MANIFEST}")
    if not isinstance(names, list) or not names or not all(map(_is_name, names)):
        return Reading(problems=[Problem(DAMAGED.using(file=MANIFEST), place)])
    readings = []
    for name in dict.fromkeys(names):
        inner = directory / name
        try:
            one = not inner.is_symlink() and _manifest(inner).get("cloud", DEFAULT) == name
        except (OSError, ValueError):
            one = False
        damaged = Problem(DAMAGED.using(file=f"{name}/{MANIFEST}"), Origin(file=f"{shown}/{name}/{MANIFEST}"))
        readings.append(read(inner, f"{shown}/{name}", clouds) if one else Reading(problems=[damaged]))
    return Reading.of(readings)


def _is_name(word: Any) -> bool:
    return isinstance(word, str) and bool(_NAME.fullmatch(word))


def several(directory: Path, clouds: Iterable[str]) -> None:
    """Make a directory that holds the inventories of several clouds, each in one of its name; raises ConfigError."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        if any(directory.iterdir()) and not _holds_several(directory):
            raise ConfigError(NOT_EMPTY.using(directory=directory))
        put(json.dumps({"icplint-inventory": VERSION, "clouds": sorted(clouds)}, indent=1), directory / MANIFEST)
    except OSError as error:
        raise ConfigError(CANNOT_SAVE.using(directory=directory, why=reason(error))) from None


def _holds_several(directory: Path) -> bool:
    try:
        return "clouds" in _manifest(directory)
    except (OSError, ValueError):
        return False


def _manifest(directory: Path) -> dict[str, Any]:
    """Return what a manifest says; raises OSError or ValueError where it is not one."""
    document = read_document(directory / MANIFEST)
    if not isinstance(document, dict):
        raise ValueError(MANIFEST)  # noqa: TRY004 - as for every other document that is none
    return document
