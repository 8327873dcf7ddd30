terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "names" {
  type    = set(string)
  default = ["left", "right"]
}

variable "extra" {
  type    = map(string)
  default = {}
}

module "address" {
  source   = "../address"
  for_each = var.names
  label    = each.key
}

locals {
  first = sort(var.names)[0]
}

output "ips" {
  value = merge({ for name, address in module.address : name => address.ip }, var.extra)
}

output "first" {
  value = { ip = module.address[local.first].ips[0], name = local.first }
}

output "nested" {
  value = [for name in sort(var.names) : { name = name, addresses = module.address[name].ips }]
}
