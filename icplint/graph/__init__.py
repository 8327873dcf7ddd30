"""Domains, records, addresses and servers, tied together by name."""
