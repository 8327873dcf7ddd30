"""What can go wrong, as a user sees it.

IcplintError            one clear sentence, printed in one place; exit 2
├── SourceError         an input that cannot be read: has an origin
├── ConfigError         icplint.toml or an option
├── PolicyError         a dated fact that is missing or doubled
├── PluginError         a plugin that cannot be used: names its package
└── CheckError          a check that raised: ours to mend
"""

from __future__ import annotations

import errno
from typing import Final

from icplint.model.origin import Origin
from icplint.model.text import Text, plain

SYSTEM: Final = {
    errno.ENOENT: "没有该文件或目录",
    errno.EACCES: "没有权限",
    errno.EPERM: "不允许该操作",
    errno.EISDIR: "该路径是目录",
    errno.ENOTDIR: "该路径不是目录",
    errno.EROFS: "文件系统为只读",
    errno.ENOSPC: "磁盘空间不足",
    errno.EDQUOT: "超出磁盘配额",
    errno.EEXIST: "已存在同名的其他类型文件",
    errno.ELOOP: "符号链接层数过多",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ENXIO: "没有该设备",
    errno.EIO: "输入输出错误",
    errno.EBADF: "已关闭",
    errno.EPIPE: "管道已关闭",
}
"""What operating systems say most often, in Chinese; they themselves say it in the language of the machine."""


class FileError(OSError):
    """A file that icplint itself does not read, and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.say("en"))
        self.text = text


def reason(error: OSError) -> Text:
    """Return why the operating system, or icplint, refused a file."""
    if isinstance(error, FileError):
        return error.text
    english = error.strerror or str(error)
    return Text(en=english, zh=SYSTEM[error.errno]) if error.errno in SYSTEM else plain(english)


DEFECT: Final = Text(
    en="{error}: this is a defect of icplint, please report it", zh="{error}：这是 icplint 的缺陷，请反馈"
)
CLASH: Final = Text(
    en="{what} {name} is provided by both {first} and {second}: uninstall one of them",
    zh="{first} 与 {second} 都提供了{what} {name}：请卸载其中之一",
)


class IcplintError(Exception):
    """A sentence for the user, in both languages, and the place it speaks of."""

    def __init__(self, text: Text, origin: Origin | None = None) -> None:
        super().__init__(text.say("en"))
        self.text = text
        self.origin = origin


class SourceError(IcplintError):
    """An input, or a part of one, that cannot be read."""


class ConfigError(IcplintError):
    """A configuration file, an option or an environment variable that cannot be used."""


class PolicyError(IcplintError):
    """A dated fact that is missing for a day, or stated twice."""


class PluginError(IcplintError):
    """A plugin that cannot be loaded or clashes with another."""

    def __init__(self, package: str, text: Text) -> None:
        super().__init__(text)
        self.package = package


class CheckError(IcplintError):
    """A check that raised: a defect of the check, not of the user's input."""


def clash(what: Text, name: object, first: str, second: str) -> PluginError:
    """Return the error of two plugins that bring the same thing; the second is the one to blame."""
    return PluginError(second, CLASH.using(what=what, name=name, first=first, second=second))


def blamed(module: str) -> str:
    """Return the package of a module, as its users call it: icplint, or a plugin whose defect something is."""
    return module.partition(".")[0].replace("_", "-")
