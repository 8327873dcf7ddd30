"""How far the edges of a graph are followed."""

from __future__ import annotations

from typing import Final

DEEPEST: Final = 64
"""Nodes on one path that goes round: resolvers give up after a dozen CNAMEs, real sites put three proxies in a row.

So many references may pass on others, too.
"""
