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

output "try_known" {
  value = try("a", local.text)
}

output "try_unknown" {
  value = try(local.text, "b")
}

output "try_error" {
  value = try([][0], local.text)
}

output "try_error_known" {
  value = try([][0], "b")
}

output "try_partly" {
  value = try([local.text, "b"], "c")
}

output "try_partly_length" {
  value = length(try([local.text, "b"], []))
}

output "try_resource" {
  value = try(terraform_data.text.id, "none")
}

output "try_resource_input" {
  value = try(terraform_data.text.input, "none")
}

output "try_missing" {
  value = try(terraform_data.text.input.a, "none")
}

output "try_missing_output" {
  value = try(terraform_data.text.output.a, "none")
}

output "try_object" {
  value = try(local.object.name, "none")
}

output "try_object_missing" {
  value = try(local.object.nope, "none")
}

output "try_index" {
  value = try(local.list[0], "none")
}

output "try_dynamic" {
  value = try(local.some[0], "none")
}

output "try_dynamic_attribute" {
  value = try(local.some.a, "none")
}

output "try_nothing" {
  value = try()
}

output "try_all_fail" {
  value = try([][0], {}.a)
}

output "try_null" {
  value = try(null, local.text)
}

output "try_nil" {
  value = try(local.nil, "x")
}

output "try_tobool" {
  value = try(tobool(local.text), false)
}

output "try_tobool_known" {
  value = try(tobool("maybe"), false)
}

output "try_undeclared_function" {
  value = try(nosuch(1), "x")
}

output "try_conditional" {
  value = try(local.truth ? [][0] : "a", "b")
}

output "can_known" {
  value = can("a")
}

output "can_unknown" {
  value = can(local.text)
}

output "can_error" {
  value = can([][0])
}

output "can_index" {
  value = can(local.list[5])
}

output "can_tuple_index" {
  value = can(local.tuple[5])
}

output "can_object" {
  value = can(local.object.nope)
}

output "can_object_known" {
  value = can({ a = 1 }.a)
}

output "can_partly" {
  value = can([local.text])
}

output "can_resource" {
  value = can(terraform_data.text.nope)
}

output "can_regex" {
  value = can(regex("a", local.text))
}

output "can_regex_known" {
  value = can(regex("a", "b"))
}

output "can_tonumber" {
  value = can(tonumber(local.text))
}

output "can_nosuch" {
  value = can(nosuchfunction(1))
}

output "can_null" {
  value = can(null.a)
}

output "can_two" {
  value = can(1, 2)
}

output "can_none" {
  value = can()
}

output "try_expanded" {
  value = try([1, 2]...)
}

output "try_can" {
  value = try(can(local.text), false)
}

output "can_in_condition" {
  value = can(local.text) ? "a" : "b"
}

output "try_lookup" {
  value = try({ a = local.text }["b"], "d")
}

output "try_sensitive_s" {
  value = try(sensitive("a"), "b")
  sensitive = true
}

output "try_sensitive_unknown_s" {
  value = try(sensitive(local.text), "b")
  sensitive = true
}

output "can_sensitive" {
  value = can(sensitive("a"))
}
