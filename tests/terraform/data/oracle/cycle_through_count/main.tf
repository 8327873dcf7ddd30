resource "terraform_data" "a" {
  count = length(local.list)
}

locals {
  list = [for a in terraform_data.a : a.id]
}

output "a" {
  value = terraform_data.a[*].id
}
