"""A check's page: what `icplint explain` prints, and the examples that the tests run."""

from __future__ import annotations

import re

from icplint import HOME, __version__
from icplint.checks.check import Check
from icplint.model.text import Text


def source(check: Check) -> str:
    """Return the page as it is written, in both languages."""
    from importlib.resources import files

    module = check.ask.__module__
    package, _, stem = module.rpartition(".")
    return files(package).joinpath(f"{stem}.md").read_text(encoding="utf-8")


def page(check: Check) -> Text:
    """Return the page in each language: its title, its own words, and the examples."""
    written = source(check)
    title = written.split("\n", 1)[0]
    examples = section(written, "Examples")
    return Text(
        f"{title}\n\n{section(written, 'en')}\n\n## Examples\n\n{examples}\n",
        f"{title}\n\n{section(written, 'zh')}\n\n## 示例\n\n{examples}\n",
    )


def section(written: str, name: str) -> str:
    """Return what stands under `## name`, up to the next heading of that level."""
    found = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", written, re.DOTALL | re.MULTILINE)
    return found.group(1).strip() if found else ""


def address(check: Check) -> str | None:
    """Return where the page stands on the web, in the version that runs; None for a check that a plugin brings."""
    package, _, stem = check.ask.__module__.rpartition(".")
    if package != "icplint.checks":
        return None
    return f"{HOME}/blob/v{__version__}/icplint/checks/{stem}.md"
