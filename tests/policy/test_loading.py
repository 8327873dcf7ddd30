"""Tables are read when asked for, and no others."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
from icplint.policy import Tables, owners
assert "tomllib" not in sys.modules
read = []
real = owners.Path.read_text
owners.Path.read_text = lambda path, **options: read.append(path.name) or real(path, **options)
for _ in range(2):
    regions = Tables.core().regions
    regions.find("alibaba", "cn-hangzhou"), regions.of_zone("alibaba", "cn-hangzhou-h")
print(read)
"""


def test_a_question_about_a_region_reads_the_regions_only_and_once() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['regions.toml']"
