"""Tables are read when asked for, and no others."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
import icplint.policy as policy
from icplint.policy import tables
assert "tomllib" not in sys.modules
read = []
real = tables.Path.read_text
tables.Path.read_text = lambda path, **options: read.append(path.name) or real(path, **options)
for _ in range(2):
    policy.region("alibaba", "cn-hangzhou"), policy.region_of_zone("alibaba", "cn-hangzhou-h")
print(read)
"""


def test_a_question_about_a_region_reads_the_regions_only_and_once() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['regions.toml']"
