"""How far the edges of a graph are followed."""

from __future__ import annotations

from typing import Final

DEEPEST: Final = 64
"""Nodes on one way: resolvers give up after a dozen CNAMEs, and nobody puts more than three edges before a host."""
