"""HCP Terraform's run tasks: a plan is asked about, fetched and checked, and the verdict goes back."""
