"""Record what the vendor's own packages say of the calls that a scan makes: `record_sdk.py DIRECTORY > data/sdk.json`.

DIRECTORY is where the packages of PACKAGES were installed (pip install --no-deps --target). They are generated from the
API's own metadata: versions, styles and paths of actions, parameters and which are required, the largest page, the
fields of replies at any depth. They are parsed, never imported.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from icplint.alibaba.listing import REGIONS
from icplint.registry import registry

PACKAGES: Final = {
    "alb": "alb20200616",
    "alidns": "alidns20150109",
    "apigateway": "cloudapi20160714",
    "cdn": "cdn20180510",
    "companyreg": "companyreg20260423",
    "dcdn": "dcdn20180115",
    "ddoscoo": "ddoscoo20200101",
    "domain": "domain20180129",
    "ecs": "ecs20140526",
    "eipanycast": "eipanycast20200309",
    "esa": "esa20240910",
    "fc": "fc20230330",
    "ga": "ga20191120",
    "live": "live20161101",
    "nlb": "nlb20220430",
    "slb": "slb20140515",
    "sts": "sts20150401",
    "swas": "swas_open20200601",
    "vod": "vod20170321",
    "vpc": "vpc20160428",
    "waf": "waf_openapi20211001",
}
LARGEST: Final = (r"[Mm]aximum value(?: is)?[: ]*\**(\d+)", r"\d+\**(?: to |[~-])\**(\d+)", r"[Uu]p to \**(\d+)")
REQUIRED: Final = "This parameter is required."
PAGES: Final = ("PageSize", "MaxResults", "limit", "Limit")


class Models:
    """The classes of a package by name."""

    def __init__(self, package: Path) -> None:
        folder = package / "models"
        files = sorted(folder.glob("*.py")) if folder.is_dir() else [package / "models.py"]
        self._found: dict[str, tuple[ast.ClassDef, str]] = {}
        for file in files:
            text = file.read_text(encoding="utf-8")
            for node in ast.parse(text).body:
                if isinstance(node, ast.ClassDef):
                    self._found[node.name] = (node, ast.get_source_segment(text, node) or "")

    def fields(self, name: str, above: tuple[str, ...] = ()) -> Any:
        """Return what a class of replies holds: names with what is below each, lists as one of their items."""
        if name not in self._found or name in above:
            return "dict"
        methods = {node.name: node for node in self._found[name][0].body if isinstance(node, ast.FunctionDef)}
        types = {each.arg: ast.unparse(each.annotation) for each in methods["__init__"].args.args if each.annotation}
        found = {}
        for field, own, below in _read(methods["from_map"]):
            inside = self.fields(below, (*above, name)) if below else types[own].removeprefix("List[").removesuffix("]")
            found[field] = [inside] if types[own].startswith("List[") else inside
        return found

    def parameters(self, name: str) -> dict[str, str]:
        """Return the names of a request's parameters, each with what is said of it."""
        if name not in self._found:
            return {}
        _, text = self._found[name]
        wire = dict(re.findall(r"if self\.(\w+) is not None:\s+result\['(\w+)'\]", text))
        said = re.findall(r"((?:^ *#.*\n)*) *self\.(\w+) = \2\b", text, re.MULTILINE)
        return {
            wire[own]: " ".join(re.sub(r"^ *#", "", words, flags=re.MULTILINE).split())
            for words, own in said
            if own in wire
        }


def _read(function: ast.FunctionDef) -> Iterator[tuple[str, str, str]]:
    """Yield each field that is read, the attribute that it is read into, and the class of what is below it."""
    for branch in ast.walk(function):
        if isinstance(branch, ast.If) and (
            field := re.match(r"m\.get\('([^']+)'\) is not None", ast.unparse(branch.test))
        ):
            body = "\n".join(ast.unparse(line) for line in branch.body)
            own, made = re.search(r"self\.(\w+)", body), re.search(r"(\w+)\(\)", body)
            yield field[1], own[1] if own else "", made[1] if made else ""


def called(package: Path) -> dict[str, dict[str, str]]:
    """Return what each action is called with."""
    text = (package / "client.py").read_text(encoding="utf-8")
    actions: dict[str, dict[str, str]] = {}
    for block in re.findall(r"Params\(\n(.*?)\n\s+\)", text, re.DOTALL):
        said = dict(re.findall(r"(\w+)\s*=\s*f?'([^']*)'", block))
        actions.setdefault(
            said["action"], {name: said.get(name, "") for name in ("version", "style", "pathname", "method")}
        )
    return actions


def largest(words: str) -> int | None:
    """Return the largest page that is said."""
    return next((int(found[1]) for pattern in LARGEST if (found := re.search(pattern, words))), None)


def record(top: Path) -> dict[str, Any]:
    """Return what the packages say of every product, and of every action that a scan calls."""
    found: dict[str, Any] = {}
    for product, name in PACKAGES.items():
        package = top / f"alibabacloud_{name}"
        actions = called(package)
        models = Models(package)
        (version,) = (path.name.split("-")[1].removesuffix(".dist-info") for path in top.glob(f"{package.name}-*"))
        asked = {one.action for one in (REGIONS, *registry().listings) if one.product == product}
        found[product] = {"package": f"{package.name} {version}", "actions": {}}
        for action in sorted(asked or {"AssumeRole"}):
            if action in actions:
                found[product]["actions"][action] = _action(models, action, actions[action])
    return found


def _action(models: Models, action: str, said: dict[str, str]) -> dict[str, Any]:
    parameters = models.parameters(f"{action}Request")
    size = next((largest(parameters[name]) for name in PAGES if name in parameters), None)
    whole = models.fields(f"{action}Response")
    return said | {
        "parameters": sorted(parameters),
        "required": sorted(name for name, words in parameters.items() if REQUIRED in words),
        "largest page": size,
        "reply": whole["body"],
    }


if __name__ == "__main__":
    json.dump(record(Path(sys.argv[1])), sys.stdout, indent=1, sort_keys=True)
