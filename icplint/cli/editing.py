"""python -P -m icplint.cli.editing LIMITS: the worker of `icplint lsp`, which reads what is being typed."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from icplint.cli.answers import Answering
from icplint.cli.inputs import begin
from icplint.cli.options import CheckOptions, TerraformSources
from icplint.cli.output import prepare

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from icplint.findings.run import Report


def report_of(folder: Path, unsaved: Mapping[Path, bytes]) -> Report:
    """Return what `icplint check` would say that stands in a folder, were the files saved."""
    os.chdir(folder)
    session = replace(begin(["."], TerraformSources()), unsaved=unsaved)
    answering = Answering(asked=CheckOptions(), session=session)
    reading = session.read_files()
    return answering.settled(reading, answering.scopes(reading))


def main() -> None:
    """Load all that a check needs before the first is asked for, and answer."""
    prepare()
    from icplint.findings import changes  # noqa: F401 - as long as somebody still opens a file
    from icplint.graph import build  # noqa: F401
    from icplint.inputs import configurations  # noqa: F401 - as long as somebody still opens a file
    from icplint.lsp.questions import answer_all
    from icplint.registry import registry

    registry()
    answer_all(report_of)


if __name__ == "__main__":
    main()
