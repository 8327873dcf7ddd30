resource "terraform_data" "amount" {
  input = 2
}

module "many" {
  source = "./pass"
  count  = terraform_data.amount.output
}

output "ids" {
  value = module.many[*].out
}
