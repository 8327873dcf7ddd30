"""The JSON documents that Terraform exports: plans and states."""
