resource "terraform_data" "key" {
  input = "www"
}

module "site" {
  source   = "./site"
  for_each = {
    www = { address = "192.0.2.1", tags = {} }
    api = { address = terraform_data.key.id, tags = { owner = "x" } }
  }
  name    = each.key
  address = each.value.address
  tags    = each.value.tags
}

module "named" {
  source   = "./site"
  for_each = toset(["b", "a"])
  name     = each.value
}

module "over" {
  source   = "./site"
  for_each = module.site
  name     = each.key
  address  = each.value.id
}

module "none" {
  source   = "./site"
  for_each = {}
  name     = each.key
}

output "ids" {
  value = { for k, m in module.site : k => m.id }
}

output "names" {
  value = values(module.site)[*].name
}

output "www" {
  value = module.site["www"].name
}

output "www_id" {
  value = module.site["www"].id
}

output "www_attribute" {
  value = module.site.www.id
}

output "api_address" {
  value = module.site["api"].address
}

output "api_server" {
  value = module.site["api"].server.input.address
}

output "api_output" {
  value = module.site["api"].server.output.address
}

output "missing" {
  value = module.site["nope"].id
}

output "missing_output" {
  value = module.site["www"].nope
}

output "keys" {
  value = keys(module.site)
}

output "length" {
  value = length(module.site)
}

output "filtered" {
  value = [for k, m in module.site : m.id if k == "api"]
}

output "filtered_by_name" {
  value = [for m in module.site : m.id if m.name == "www"]
}

output "filtered_by_id" {
  value = [for m in module.site : m.name if m.id == "x"]
}

output "set_names" {
  value = [for m in module.named : m.name]
}

output "set_one" {
  value = module.named["a"].id
}

output "over" {
  value = module.over["www"].address
}

output "over_all" {
  value = [for m in module.over : m.address]
}

output "by_unknown" {
  value = module.site[terraform_data.key.output].id
}

output "merged" {
  value = merge([for m in module.site : { (m.name) = m.id }]...)
}

output "merged_by_id" {
  value = merge([for m in module.site : { (m.id) = m.name }]...)
}

output "whole" {
  value = module.named
}

output "each_value_object" {
  value = module.site["api"].tags
}

output "none" {
  value = module.none
}

output "none_ids" {
  value = [for m in module.none : m.id]
}

output "url" {
  value = module.site["api"].url
}
