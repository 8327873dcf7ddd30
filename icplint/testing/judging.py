"""Configurations, plans, states and registers -> what the real command line says of them, with a plugin in it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch

from icplint import registry
from icplint.model.dataclass import dataclass
from icplint.plugin_api import Plugin

DAY: Final = "2026-11-24"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


@contextmanager
def using(*plugins: Plugin) -> Iterator[registry.Registry]:
    """Let the core have these plugins and no others, whatever is installed."""
    with patch.object(registry, "installed", lambda: iter((registry.CORE, *plugins))):
        yield registry.registry()


def icplint(*arguments: str | Path, environment: Mapping[str, str] | None = None) -> Said:
    """Run a command line of icplint in this process; of the environment it sees PATH and what is given."""
    from icplint.cli import main

    out, err = StringIO(), StringIO()
    seen = {"PATH": os.environ.get("PATH", ""), **(environment or {})}
    argv = ["icplint", *map(str, arguments)]
    with patch.dict(os.environ, seen, clear=True), patch.object(sys, "argv", argv):
        try:
            with redirect_stdout(out), redirect_stderr(err):
                main()
        except SystemExit as ended:
            code = ended.code
    return Said(code if isinstance(code, int) else int(code is not None), out.getvalue(), err.getvalue())


class Judged:
    """A report: outcomes by code and subject, and the sentences of each argument."""

    def __init__(self, report: Mapping[str, Any]) -> None:
        self.report = report

    def of(self, code: str) -> dict[str, str]:
        """Return the outcomes of one check by subject."""
        return {f["subject"]["key"]: f["outcome"] for f in self.report["findings"] if f["code"] == code}

    def why(self, code: str, key: str) -> list[str]:
        """Return the sentences about one subject."""
        return [evidence["message"] for evidence in self._one(code, key)["evidence"]]

    def settle(self, code: str, key: str) -> list[str]:
        """Return what would settle a doubt about one subject."""
        found: list[str] = self._one(code, key)["settle"]
        return found

    def _one(self, code: str, key: str) -> Mapping[str, Any]:
        findings: Sequence[Mapping[str, Any]] = self.report["findings"]
        (found,) = (f for f in findings if f["code"] == code and f["subject"]["key"] == key)
        return found


def judged(
    source: str | Mapping[str, Any],
    register: str = "",
    *,
    plugins: Sequence[Plugin] = (),
    on: str = DAY,
    lang: str = "en",
    environment: Mapping[str, str] | None = None,
) -> Judged:
    """Return what every check says of HCL, or of the JSON of a plan or state, with a register as TOML.

    Raises AssertionError where something could not be read.
    """
    with TemporaryDirectory() as place, chdir(place), using(*plugins):
        name, text = ("main.tf", source) if isinstance(source, str) else ("document.json", json.dumps(source))
        Path(name).write_text(text, encoding="utf-8")
        Path("filings.toml").write_text(register, encoding="utf-8")
        options = ("--filings", "filings.toml", "--all", "--format", "json", "--isolated", "--lang", lang, "--on", on)
        path = "." if isinstance(source, str) else name
        said = icplint("check", path, *options, environment=environment)
    if said.err or not said.out:
        raise AssertionError(said.err)
    report = json.loads(said.out)
    if report["errors"] or report["unread"]:
        raise AssertionError(report["errors"] + report["unread"])
    return Judged(report)


def filed(*providers: str, domain: str = "example.cn") -> str:
    """Return a register in which a domain is filed with these access providers."""
    row = f'[[filing]]\ndomain = "{domain}"\nlicence = "京ICP备2023001234号-1"\n'
    return f"{row}access_providers = {json.dumps(providers)}\n"


def state(*resources: tuple[str, Mapping[str, Any]], provider: str) -> dict[str, Any]:
    """Return what `terraform show -json` shows of a state with these resources: address -> values.

    An address that begins with `data.` is a data source; `provider` is written as `hashicorp/aws`.
    """
    return {
        "format_version": "1.0",
        "terraform_version": "1.11.4",
        "values": {
            "root_module": {
                "resources": [
                    {
                        "address": address,
                        "mode": "data" if address.startswith("data.") else "managed",
                        "type": address.removeprefix("data.").split(".")[0],
                        "name": address.rpartition(".")[2],
                        "provider_name": f"registry.terraform.io/{provider}",
                        "schema_version": 0,
                        "values": values,
                        "sensitive_values": {},
                    }
                    for address, values in resources
                ]
            }
        },
    }
