"""Terraform's values: types, numbers, conversion, equality, what is known of unknown values, and limits."""
