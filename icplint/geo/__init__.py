"""Databases of addresses that the user has: where an address is, and whose."""
