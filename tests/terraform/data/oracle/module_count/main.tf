locals {
  number = terraform_data.amount.output
}

resource "terraform_data" "amount" {
  input = 1
}

module "site" {
  source  = "./site"
  count   = 2
  name    = "www${count.index}"
  address = count.index
  ports   = range(80, 81 + count.index)
}

module "single" {
  source = "./site"
  count  = 1
  name   = terraform_data.amount.id
}

module "none" {
  source = "./site"
  count  = 0
  name   = "none"
}

output "ids" {
  value = module.site[*].id
}

output "names" {
  value = module.site[*].name
}

output "first" {
  value = module.site[0].name
}

output "first_id" {
  value = module.site[0].id
}

output "first_url" {
  value = module.site[1].url
}

output "server" {
  value = module.site[1].server.input.name
}

output "length" {
  value = length(module.site)
}

output "beyond" {
  value = module.site[2].id
}

output "without_key" {
  value = module.site.id
}

output "none" {
  value = module.none
}

output "none_ids" {
  value = module.none[*].id
}

output "none_one" {
  value = one(module.none[*].id)
}

output "one_of" {
  value = one(module.single[*].id)
}

output "one_name" {
  value = one(module.single).name
}

output "for_names" {
  value = { for i, m in module.site : m.name => m.id }
}

output "fixed" {
  value = module.site[0].fixed
}

output "ports" {
  value = flatten(module.site[*].port_inputs)
}

output "ports_ids" {
  value = flatten(module.site[*].ports)
}

output "by_unknown" {
  value = module.site[local.number].name
}

output "try_none" {
  value = try(module.none[0].id, "none")
}

output "whole" {
  value = module.single
}

output "concatenated" {
  value = concat(module.site[*].name, module.single[*].name)
}

output "element" {
  value = element(module.site, 3).name
}

output "index_input" {
  value = module.site[1].address
}
