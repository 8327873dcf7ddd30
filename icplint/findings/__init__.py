"""Checks x subjects -> findings, each with the roots that it is about and what a plan changes."""
