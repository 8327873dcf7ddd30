variable "region" {
  type = string
}

variable "sites" {
  type = map(object({
    address = optional(string)
    ports   = optional(list(number), [80])
  }))
}

module "site" {
  source   = "../site"
  for_each = var.sites
  name     = "${each.key}.${var.region}"
  address  = each.value.address
  ports    = each.value.ports
}

module "default" {
  source = "../site"
  count  = var.region == "bj" ? 1 : 0
  name   = "default.${var.region}"
}

resource "terraform_data" "region" {
  input = var.region
}

output "ids" {
  value = { for k, m in module.site : k => m.id }
}

output "sites" {
  value = module.site
}

output "names" {
  value = [for m in module.site : m.name]
}

output "default" {
  value = one(module.default[*].id)
}

output "region_id" {
  value = terraform_data.region.id
}

output "path" {
  value = path.module
}

output "root" {
  value = path.root
}

output "deep" {
  value = module.site["www"].server.input.ports
}
