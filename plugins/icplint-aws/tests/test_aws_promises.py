"""What icplint says without this plugin, that the plugin knows a resource type, is true."""

from __future__ import annotations

import pytest
from icplint_aws import PLUGIN

from icplint.testing import doubted

READ = {row.kind for row in PLUGIN.rows()}


@pytest.mark.parametrize("kind", doubted("icplint-aws"))
def test_a_type_that_icplint_doubts_for_want_of_the_plugin_has_a_row(kind: str) -> None:
    assert kind in READ
