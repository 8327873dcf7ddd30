"""Source text -> syntax tree: the native and the JSON syntax, and recovery from what Terraform refuses."""
