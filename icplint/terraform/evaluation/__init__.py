"""Expressions -> values: scopes, operators, loops, splats, calls, templates."""
