"""The plugins of this repository can be imported where they lie; one that is installed is not needed."""

from __future__ import annotations

import sys
from pathlib import Path

for project in sorted(Path(__file__).parent.glob("*/pyproject.toml")):
    sys.path.insert(0, str(project.parent))
sys.path.append(str(Path(__file__).parents[1] / "tests"))  # what misbehaves for the core does for them too
