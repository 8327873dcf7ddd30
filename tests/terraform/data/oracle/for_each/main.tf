locals {
  sites = {
    www = { port = 80 }
    api = { port = 443 }
  }
  key = terraform_data.key.output
}

resource "terraform_data" "key" {
  input = "www"
}

resource "terraform_data" "site" {
  for_each = local.sites
  input    = each.value
}

resource "terraform_data" "name" {
  for_each = toset(["b", "a"])
  input    = "${each.key}-${each.value}"
}

resource "terraform_data" "chained" {
  for_each = terraform_data.site
  input    = { id = each.value.id, name = each.key, port = each.value.input.port }
}

resource "terraform_data" "unknown_values" {
  for_each = { a = terraform_data.key.id, b = "known" }
  input    = each.value
}

resource "terraform_data" "none" {
  for_each = {}
  input    = each.key
}

resource "terraform_data" "special" {
  for_each = toset(["a.b/c", "say \"hi\""])
  input    = each.value
}

output "all" {
  value = terraform_data.site
}

output "keys" {
  value = keys(terraform_data.site)
}

output "ids" {
  value = { for k, s in terraform_data.site : k => s.id }
}

output "inputs" {
  value = values(terraform_data.site)[*].input
}

output "id_list" {
  value = values(terraform_data.site)[*].id
}

output "one_site" {
  value = terraform_data.site["www"].id
}

output "one_input" {
  value = terraform_data.site["www"].input
}

output "one_output" {
  value = terraform_data.site["www"].output.port
}

output "by_attribute" {
  value = terraform_data.site.www.input
}

output "missing" {
  value = terraform_data.site["nope"].id
}

output "number_key" {
  value = terraform_data.site[0].id
}

output "splat" {
  value = terraform_data.site[*].id
}

output "length" {
  value = length(terraform_data.site)
}

output "of_set" {
  value = terraform_data.name["a"].input
}

output "of_sets" {
  value = [for n in terraform_data.name : n.input]
}

output "set_keys" {
  value = keys(terraform_data.name)
}

output "chained" {
  value = terraform_data.chained["www"].input
}

output "chained_ids" {
  value = [for c in terraform_data.chained : c.input.id]
}

output "chained_output" {
  value = terraform_data.chained["api"].output.name
}

output "unknown_values" {
  value = terraform_data.unknown_values["a"].input
}

output "unknown_values_all" {
  value = [for k, v in terraform_data.unknown_values : "${k}=${v.input}"]
}

output "none" {
  value = terraform_data.none
}

output "none_keys" {
  value = keys(terraform_data.none)
}

output "lookup" {
  value = lookup(terraform_data.site, "www").input
}

output "lookup_missing" {
  value = lookup(terraform_data.site, "nope", null)
}

output "try_missing" {
  value = try(terraform_data.site["nope"].id, "none")
}

output "contains" {
  value = contains(keys(terraform_data.site), "www")
}

output "filtered" {
  value = [for k, s in terraform_data.site : s.id if k != "www"]
}

output "filtered_by_input" {
  value = [for k, s in terraform_data.site : k if s.input.port > 80]
}

output "filtered_by_output" {
  value = [for k, s in terraform_data.site : k if s.output.port > 80]
}

output "sorted" {
  value = sort(keys(terraform_data.site))
}

output "merged" {
  value = merge({ for k, s in terraform_data.site : k => s.id }, { extra = "x" })
}

output "zipped" {
  value = zipmap(keys(terraform_data.site), values(terraform_data.site)[*].id)
}

output "special" {
  value = terraform_data.special["a.b/c"].input
}

output "quoted" {
  value = terraform_data.special["say \"hi\""].input
}

output "unknown_key" {
  value = terraform_data.site[local.key].input
}

output "grouped" {
  value = { for k, s in terraform_data.site : s.input.port => k... }
}

output "single_key" {
  value = one([for k, s in terraform_data.site : s.id if s.input.port == 443])
}
