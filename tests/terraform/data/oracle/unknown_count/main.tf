resource "terraform_data" "amount" {
  input = 2
}

resource "terraform_data" "many" {
  count = terraform_data.amount.output
}

output "ids" {
  value = terraform_data.many[*].id
}
