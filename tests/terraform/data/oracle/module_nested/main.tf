resource "terraform_data" "eip" {
  input = "eip"
}

module "region" {
  source   = "./region"
  for_each = toset(["bj", "sh"])
  region   = each.key
  sites = {
    www = { address = each.key == "sh" ? terraform_data.eip.id : "192.0.2.1" }
    api = { address = terraform_data.eip.output, ports = [443, 8443] }
  }
}

module "loose" {
  source = "./region"
  region = terraform_data.eip.input
  sites  = { www = {} }
}

output "ids" {
  value = module.region["bj"].ids
}

output "id" {
  value = module.region["bj"].ids["www"]
}

output "names" {
  value = module.region["bj"].names
}

output "other_names" {
  value = module.region["sh"].names
}

output "default" {
  value = module.region["bj"].default
}

output "no_default" {
  value = module.region["sh"].default
}

output "deep" {
  value = module.region["sh"].deep
}

output "address" {
  value = module.region["sh"].sites["www"].address
}

output "server" {
  value = module.region["bj"].sites["api"].server.input.address
}

output "server_id" {
  value = module.region["bj"].sites["api"].server.id
}

output "port_inputs" {
  value = module.region["bj"].sites["api"].port_inputs
}

output "all_ids" {
  value = flatten([for r in module.region : values(r.ids)])
}

output "all_by_key" {
  value = merge([for k, r in module.region : { for s, id in r.ids : "${k}/${s}" => id }]...)
}

output "region_ids" {
  value = { for k, r in module.region : k => r.region_id }
}

output "path" {
  value = module.region["bj"].path
}

output "root" {
  value = module.region["bj"].root
}

output "root_path" {
  value = path.root
}

output "module_path" {
  value = path.module
}

output "cwd_is_absolute" {
  value = path.cwd == abspath(path.cwd)
}

output "workspace" {
  value = terraform.workspace
}

output "no_such_path" {
  value = path.nope
}

output "no_such_terraform" {
  value = terraform.nope
}

output "loose" {
  value = module.loose.names
}

output "loose_id" {
  value = module.loose.ids["www"]
}
