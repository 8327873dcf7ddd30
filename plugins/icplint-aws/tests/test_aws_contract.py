"""The contract of every plugin."""

from __future__ import annotations

from icplint_aws import PLUGIN

from icplint.testing import PluginContract


class TestContract(PluginContract):
    """Everything that icplint demands of a plugin."""

    plugin = PLUGIN
