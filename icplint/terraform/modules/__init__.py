"""A directory's files as one module: declarations, variables, overrides, where called modules lie, Terragrunt."""
