"""`icplint.toml`, or `[tool.icplint]` in pyproject.toml -> what the project has settled for itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from icplint.errors import ConfigError, FileError, reason
from icplint.files.reading import Tree, bounded, lies, read_found, read_named, tree_of
from icplint.files.toml import read_toml
from icplint.files.written import meaningless
from icplint.filings.toml_lines import lines_of
from icplint.model import bounds
from icplint.model.dataclass import dataclass
from icplint.model.origin import Origin, display_path
from icplint.model.text import Text, closest
from icplint.policy import Policy, Suffix, Tables
from icplint.settings import own_suffixes
from icplint.suppressions import settings_entries

FAIL_ON: Final = ("error", "warning", "info", "never")

UNREADABLE: Final = Text(en="{file} cannot be read: {why}", zh="无法读取 {file}：{why}")
OUTSIDE: Final = Text(
    en="{key} in {file} names {path}, which lies outside of {tree}, so it is not read: settings that were found name "
    "only what lies in their own repository or directory; name it with --{key}, or the settings with --config",
    zh="{file} 中的 {key} 指定了 {tree} 之外的 {path}，因此不读取：自动找到的配置只能指定其所在代码库或目录内的文件；"
    "请用 --{key} 指定该文件，或用 --config 指定配置文件",
)
UNKNOWN_KEY: Final = Text(en="{file} has no setting {key}{hint}", zh="{file} 中没有设置项 {key}{hint_zh}")
WRONG_TYPE: Final = Text(en="{key} in {file} must be {kind}", zh="{file} 中的 {key} 必须是{kind}")
LIST: Final = Text(en="a list of strings", zh="字符串列表")
PATTERNS: Final = Text(
    en="a list of patterns as in .gitignore, each a string on one line",
    zh="模式列表（写法同 .gitignore），每个模式为单行字符串",
)
TABLE: Final = Text(
    en="a table of URLs by product, those of another cloud in a table of its name",
    zh="以产品为键、URL 为值的表（其他云的写在以其名称命名的子表中）",
)
BOOLEAN: Final = Text(en="true or false", zh=" true 或 false")
PATH: Final = Text(en="a path in quotes", zh="带引号的路径")
WORD: Final = Text(en="one of {words}", zh="以下之一：{words}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings in force. `file` is where they stand; None: there are none.

    `suffixes` have their providers as they are written: `policy` knows whom they mean.
    """

    file: Path | None = None
    filings: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    geo: tuple[Path, ...] = ()
    fail_on: str = "warning"
    strict: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: str | None = None
    endpoints: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    suffixes: tuple[Suffix, ...] = ()
    unfileable: Mapping[str, Origin] = field(default_factory=dict)
    suppress: tuple[settings_entries.SettingsEntry, ...] = ()
    baseline: Path | None = None

    def policy(self, on: date, tables: Tables) -> Policy:
        """Return the rules of a day by the tables of the run, and what the project knows beside them."""
        known = tables.providers
        own = tuple(replace(row, provider=known.named_in(row.provider)[0]) for row in self.suffixes)
        return Policy(on, tables, own_suffixes=own, unfileable=self.unfileable)

    def endpoints_of(self, cloud: str) -> Mapping[str, str]:
        """Return where the products of a cloud answer: Alibaba Cloud's by name, another's in the table of its name."""
        own = self.endpoints if cloud == "alibaba" else self.endpoints.get(cloud, {})
        return {name: url for name, url in own.items() if isinstance(url, str)} if isinstance(own, Mapping) else {}


KINDS: Final[Mapping[str, Text | None]] = {
    "filings": LIST,
    "exclude": PATTERNS,
    "geo": LIST,
    "select": LIST,
    "ignore": LIST,
    "strict": BOOLEAN,
    "fail-on": WORD.using(words=", ".join(FAIL_ON)),
    "lang": WORD.using(words="en, zh"),
    "endpoints": TABLE,
    "baseline": PATH,
    "suffix": None,
    "unfileable": None,
    "suppress": None,
}
"""The settings and what each must be; of those without a word, `own_suffixes` and `suppressions.entries` say it."""


def find(start: Path, last: Path | None = None) -> Path | None:
    """Return the configuration file that holds for `start`: the nearest one upwards, no further than `last`."""
    for directory in (start, *start.parents):
        if lies(directory / "icplint.toml"):
            return directory / "icplint.toml"
        project = directory / "pyproject.toml"
        if lies(project) and _has_settings(project):
            return project
        if directory == last:
            return None
    return None


def _has_settings(project: Path) -> bool:
    try:
        return b"[tool.icplint" in read_found(project)
    except FileError as error:
        place = Origin(file=display_path(project.absolute(), Path.cwd()))
        raise ConfigError(UNREADABLE.using(file=project.name, why=error.text), place) from None
    except OSError:  # of somebody else, above
        return False


def load(path: Path, *, named: bool = False, within: Path | None = None) -> Config:
    """Return the settings of a file; raises ConfigError with the key and what it must be.

    Settings that the user did not name may be a stranger's: what they name lies in their own tree, or `within` a wall.
    """
    tree = None if named else tree_of(path, within)
    try:
        text = (
            bounded(path.absolute(), bounds.SETTINGS, tree.read if tree else read_named).decode().replace("\r\n", "\n")
        )
        bounds.check_toml(text)
        document = read_toml(text)
    except (bounds.BoundsError, RecursionError) as error:
        why = error.text if isinstance(error, bounds.BoundsError) else bounds.NESTED
        raise ConfigError(UNREADABLE.using(file=path.name, why=why), Origin(file=path.name)) from None
    except (OSError, ValueError) as error:
        raise ConfigError(
            UNREADABLE.using(
                file=display_path(path.absolute(), Path.cwd()),
                why=reason(error) if isinstance(error, OSError) else str(error),
            ),
            Origin(file=display_path(path.absolute(), Path.cwd())),
        ) from None
    under = ("tool", "icplint") if path.name == "pyproject.toml" else ()
    settings = document.get("tool", {}).get("icplint", {}) if under else document
    for key, value in settings.items():
        _check(key, value, path)
        if tree:
            _keep_inside(key, value, path, tree)
    return Config(
        file=path,
        filings=tuple(path.parent / name for name in settings.get("filings", ())),
        exclude=tuple(settings.get("exclude", ())),
        geo=tuple(path.parent / name for name in settings.get("geo", ())),
        fail_on=settings.get("fail-on", "warning"),
        strict=settings.get("strict", False),
        select=tuple(settings.get("select", ())),
        ignore=tuple(settings.get("ignore", ())),
        lang=settings.get("lang"),
        endpoints=settings.get("endpoints", {}),
        baseline=path.parent / settings["baseline"] if "baseline" in settings else None,
        **_own(settings, text, path, under),
    )


def _own(settings: Mapping[str, Any], text: str, path: Path, under: tuple[str, ...]) -> dict[str, Any]:
    """Return what the project says in tables of its own, with their places; where it says nothing, none is looked for.

    Places are relative to where icplint runs.
    """
    if not settings.keys() & {"suffix", "unfileable", "suppress"}:
        return {}
    lines, file = lines_of(text, under), display_path(path.absolute(), Path.cwd())
    rows = own_suffixes.suffixes(settings.get("suffix", []), lines, file, ".".join((*under, "suffix")))
    closed = own_suffixes.unfileable(settings.get("unfileable", []), lines.keys.get("unfileable"), file)
    accepted = settings_entries.suppress(settings.get("suppress", []), lines, file, ".".join((*under, "suppress")))
    return {"suffixes": tuple(rows), "unfileable": closed, "suppress": tuple(accepted)}


def _check(key: str, value: Any, path: Path) -> None:
    if key not in KINDS:
        close = closest(key, KINDS)
        hint, hint_zh = (f"; did you mean {close}?", f"，是否想写 {close}？") if close else ("", "")
        raise ConfigError(
            UNKNOWN_KEY.using(file=path.name, key=key, hint=hint, hint_zh=hint_zh),
            Origin(file=display_path(path.absolute(), Path.cwd())),
        )
    kind = KINDS[key]
    if kind is None:
        return
    fits = {
        LIST: isinstance(value, list) and all(isinstance(v, str) for v in value),
        PATTERNS: isinstance(value, list)
        and all(isinstance(v, str) and not meaningless(v) and "\n" not in v for v in value),
        TABLE: isinstance(value, dict) and all(map(_is_endpoint, value.values())),
        BOOLEAN: isinstance(value, bool),
        PATH: isinstance(value, str) and bool(value.strip()),
    }.get(kind, value in (FAIL_ON if key == "fail-on" else ("en", "zh")))
    if not fits:
        raise ConfigError(
            WRONG_TYPE.using(file=path.name, key=key, kind=kind), Origin(file=display_path(path.absolute(), Path.cwd()))
        )


def _keep_inside(key: str, value: Any, path: Path, tree: Tree) -> None:
    """Refuse what a file of settings names outside of its tree."""
    for name in {"filings": value, "geo": value, "baseline": [value]}.get(key, ()):
        if not tree.holds(path.absolute().parent / name):
            place = Origin(file=display_path(path.absolute(), Path.cwd()))
            raise ConfigError(OUTSIDE.using(key=key, file=path.name, path=name, tree=tree.top.as_posix()), place)


def _is_endpoint(value: Any) -> bool:
    """Whether a value is a URL, or a cloud's own table of them."""
    return isinstance(value, str) or (isinstance(value, dict) and all(isinstance(v, str) for v in value.values()))
