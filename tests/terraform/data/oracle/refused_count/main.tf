resource "terraform_data" "many" {
  count = "two"
}

output "ids" {
  value = terraform_data.many[*].id
}
