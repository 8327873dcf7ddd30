resource "terraform_data" "many" {
  for_each = ["a"]
}

output "ids" {
  value = terraform_data.many
}
