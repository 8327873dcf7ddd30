"""`.terraform/modules/modules.json`: what `terraform init` installed, and whether a call still asks for it."""

from __future__ import annotations

import json
from typing import Final, NamedTuple

from icplint.model.regex import regex
from icplint.model.text import Text
from icplint.terraform.values.tool_versions import allows, numbers_of

MANIFEST: Final = ".terraform/modules/modules.json"
MALFORMED: Final = Text(
    en="{path} is not what terraform init writes there, so no installed module is read: run terraform init again",
    zh="{path} 不是 terraform init 写入的内容，因此不读取任何已安装的模块：请重新执行 terraform init",
)
_OTHER_SOURCE: Final = Text(
    en="module {name} is not installed: modules.json holds {held} in its place",
    zh="模块 {name} 未安装：modules.json 中记录的是 {held}",
)
_OTHER_VERSION: Final = Text(
    en="module {name} is asked for in version {wanted}, and modules.json holds {held}",
    zh="模块 {name} 要求版本 {wanted}，而 modules.json 中记录的是 {held}",
)
_REGISTRY: Final = regex(r"(?:(?P<host>[\w-]+(?:\.[\w-]+)+(?::\d+)?)/)?[\w-]+/[\w-]+/[\w-]+(?://.*)?")
_HOSTED: Final = ("github.com/", "bitbucket.org/", "gitlab.com/")
_VERSION: Final = regex(r"v?(\d{1,9}(?:\.\d{1,9})*)")


class Installed(NamedTuple):
    """One installed module: where it came from, its version if a registry has one, and its directory."""

    source: str
    version: str
    directory: str

    def outdated(self, source: str, version: str | None) -> Text | None:
        """Return why this is not what a call asks for; None where it is, or where that is not known."""
        if self.source and not _same(self.source, source):
            return _OTHER_SOURCE.using(name=source, held=self.source)
        if version is not None and self.version and not _allows(version, self.version):
            return _OTHER_VERSION.using(name=source, wanted=version, held=self.version)
        return None


def read_manifest(text: bytes) -> dict[str, Installed] | None:
    """Return each installed module by the names of the calls that lead to it; None where the file has another shape."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    modules = document.get("Modules") if isinstance(document, dict) else None
    if not isinstance(modules, list):
        return None
    found: dict[str, Installed] = {}
    for one in modules:
        words = [one.get(word, "") for word in ("Key", "Source", "Version", "Dir")] if isinstance(one, dict) else [None]
        texts = [word for word in words if isinstance(word, str)]
        if len(texts) != 4:
            return None
        found[texts[0]] = Installed(*texts[1:])
    return found


def _same(held: str, asked: str) -> bool:
    """Return whether two sources are one; of a kind that Terraform spells in its own way, they are taken to be."""
    if match := _REGISTRY.fullmatch(asked):
        if asked.startswith(_HOSTED):
            return True
        whole = asked if match["host"] else f"registry.terraform.io/{asked}"
        return held in {asked, whole, whole.replace("terraform.io", "opentofu.org", 1)}
    return held == asked or not asked.startswith("git::")


def _allows(constraint: str, version: str) -> bool:
    found = _VERSION.fullmatch(version)
    return found is None or allows(constraint, numbers_of(found[1]))
