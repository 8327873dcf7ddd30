resource "terraform_data" "text" {
  input = "text"
}

resource "terraform_data" "number" {
  input = 3
}

resource "terraform_data" "truth" {
  input = true
}

resource "terraform_data" "list" {
  input = tolist(["a", "b"])
}

resource "terraform_data" "tuple" {
  input = ["a", 1, true]
}

resource "terraform_data" "map" {
  input = tomap({ a = "x", b = "y" })
}

resource "terraform_data" "object" {
  input = { name = "x", ports = [80, 443] }
}

resource "terraform_data" "set" {
  input = toset(["a", "b"])
}

resource "terraform_data" "bare" {
}

locals {
  id     = terraform_data.bare.id
  text   = terraform_data.text.output
  number = terraform_data.number.output
  truth  = terraform_data.truth.output
  list   = terraform_data.list.output
  tuple  = terraform_data.tuple.output
  map    = terraform_data.map.output
  object = terraform_data.object.output
  set    = terraform_data.set.output
  absent = terraform_data.bare.output
  nil    = terraform_data.truth.output ? null : "n"
  some   = [for v in ["a", "b"] : v if terraform_data.truth.output]
}

output "variable" {
  value = var.nope
}

output "local" {
  value = local.nope
}

output "resource" {
  value = terraform_data.nope.id
}

output "resource_attribute" {
  value = terraform_data.text.nope
}

output "kind" {
  value = nothing.here.id
}

output "module" {
  value = module.nope.x
}

output "data" {
  value = data.terraform_remote_state.nope.outputs
}

output "in_try" {
  value = try(local.nope, 1)
}

output "in_can" {
  value = can(var.nope)
}

output "in_branch" {
  value = true ? 1 : local.nope
}

output "in_unknown_branch" {
  value = local.truth ? 1 : terraform_data.nope.id
}

output "in_for" {
  value = [for v in ["a"] : local.nope]
}

output "in_template" {
  value = "a-${local.nope}"
}

output "in_function" {
  value = upper(local.nope)
}

output "in_index" {
  value = ["a"][local.nope]
}

output "for_name" {
  value = [for v in ["a"] : w]
}

output "for_name_known" {
  value = [for v in ["a"] : v]
}

output "shadowed" {
  value = [for terraform_data in [{ x = 1 }] : terraform_data.x]
}

output "each" {
  value = each.value
}

output "count" {
  value = count.index
}

output "self" {
  value = self.id
}

output "path" {
  value = path.here
}

output "function" {
  value = nope("a")
}

output "function_in_try" {
  value = try(nope("a"), "b")
}

output "function_namespace" {
  value = nope::nope("a")
}

output "core" {
  value = core::upper("a")
}

output "core_nope" {
  value = core::nope("a")
}
