"""A configuration or a state, and a register -> what the command line with this plugin in it says."""

from __future__ import annotations

from functools import partial

import pytest
from icplint_aws import PLUGIN

from icplint.testing import judged


@pytest.fixture
def judge() -> partial:
    return partial(judged, plugins=[PLUGIN])
