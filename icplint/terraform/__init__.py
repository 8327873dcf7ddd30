"""Reads Terraform as Terraform does; knows nothing of ICP, and could be a library of its own."""
