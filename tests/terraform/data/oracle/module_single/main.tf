module "site" {
  source = "./site"
  name   = "www"
  tags   = { a = terraform_data.root.id, n = 1 }
}

module "other" {
  source  = "./site"
  name    = terraform_data.root.output
  address = { ip = terraform_data.root.id, zone = "b" }
  ports   = ["443", 80]
}

module "chained" {
  source  = "./site"
  name    = module.site.fixed
  address = module.site.id
}

resource "terraform_data" "root" {
  input = "root"
}

output "id" {
  value = module.site.id
}

output "name" {
  value = module.site.name
}

output "label" {
  value = module.site.label
}

output "address" {
  value = module.site.address
}

output "server" {
  value = module.site.server
}

output "server_input" {
  value = module.site.server.input.name
}

output "server_output" {
  value = module.site.server.output.address
}

output "ports" {
  value = module.site.ports
}

output "first_port" {
  value = module.site.ports[0]
}

output "port_inputs" {
  value = module.site.port_inputs
}

output "tags" {
  value = module.site.tags
}

output "tag" {
  value = module.site.tags["a"]
}

output "tag_missing" {
  value = module.site.tags["b"]
}

output "url" {
  value = module.site.url
}

output "url_prefix" {
  value = startswith(module.site.url, "http://")
}

output "fixed" {
  value = module.site.fixed
}

output "missing" {
  value = module.site.nope
}

output "whole_keys" {
  value = keys(module.site)
}

output "whole" {
  value = module.site
}

output "by_name" {
  value = module.site["fixed"]
}

output "splat" {
  value = module.site[*].fixed
}

output "other_name" {
  value = module.other.name
}

output "other_address" {
  value = module.other.address
}

output "other_server" {
  value = module.other.server.input.address
}

output "other_ports" {
  value = module.other.port_inputs
}

output "chained" {
  value = module.chained.address
}

output "chained_id" {
  value = module.chained.server.input.address
}

output "try_missing" {
  value = try(module.site.nope, "none")
}

output "joined" {
  value = join(",", module.other.ports)
}

output "undeclared_try" {
  value = try(module.site.server.nope, "none")
}

output "conditional" {
  value = true ? module.site.id : null
}
