"""`python -m icplint`, for whoever has the package and not the command."""

from __future__ import annotations

from icplint.cli import main

main()
