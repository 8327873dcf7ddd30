"""Makes Terraform of any size to measure icplint on: N files of five resources each, or a plan of N megabytes."""

from __future__ import annotations

import argparse
from pathlib import Path

import hcl
import plan
import sites


def write(directory: Path, files: int, domains: int = sites.DOMAINS) -> None:
    """Write a root module of `files` sites, its provider and variables, and the register of their domains beside it."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in (*hcl.files(files, domains), ("filings.toml", sites.filings(domains))):
        (directory / name).write_text(content, encoding="utf-8")


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path, nargs="?", help="where to write Terraform files and filings.toml")
    parser.add_argument("--files", type=int, default=1000, help="how many files of five resources (default: 1000)")
    parser.add_argument("--domains", type=int, default=sites.DOMAINS, help="which share how many domains (default: 50)")
    parser.add_argument("--plan", type=Path, metavar="FILE", help="where to write a plan as JSON")
    parser.add_argument("--megabytes", type=float, default=6, help="how large the plan is (default: 6)")
    given = parser.parse_args()
    if not (given.directory or given.plan):
        parser.error("nothing to write: give a directory, --plan FILE, or both")
    if given.directory:
        write(given.directory, given.files, given.domains)
    if given.plan:
        given.plan.write_text(plan.plan(given.megabytes), encoding="utf-8")


if __name__ == "__main__":
    main()
