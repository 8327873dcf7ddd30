"""How far the edges of a graph are followed."""

from __future__ import annotations

from typing import Final

DEEPEST: Final = 64
"""Nodes on one path: resolvers give up after a dozen CNAMEs, and real sites put at most three proxies before a host."""
