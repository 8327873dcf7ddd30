resource "terraform_data" "many" {
  for_each = sensitive(toset(["a"]))
}

output "ids" {
  value = keys(terraform_data.many)
}
