"""Reads live Alibaba Cloud accounts: rows say which calls to make, one generic client makes them."""
