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

output "list" {
  value = local.list[*]
}

output "tuple" {
  value = local.tuple[*]
}

output "known" {
  value = [{ a = local.text }, { a = "x" }][*].a
}

output "known_index" {
  value = [["a", local.text], ["c", "d"]][*][1]
}

output "text" {
  value = local.text[*]
}

output "text_length" {
  value = length(local.text[*])
}

output "id" {
  value = local.id[*]
}

output "id_length" {
  value = length(local.id[*])
}

output "object" {
  value = local.object[*].name
}

output "object_length" {
  value = length(local.object[*])
}

output "object_missing" {
  value = local.object[*].nope
}

output "known_object" {
  value = { a = local.text }[*].a
}

output "resource" {
  value = terraform_data.text[*].id
}

output "resource_input" {
  value = terraform_data.text[*].input
}

output "resource_length" {
  value = length(terraform_data.text[*])
}

output "resource_missing" {
  value = terraform_data.text[*].nope
}

output "null" {
  value = null[*]
}

output "null_attribute" {
  value = null[*].a
}

output "null_length" {
  value = length(null[*])
}

output "null_list" {
  value = tolist(null)[*]
}

output "nil" {
  value = local.nil[*]
}

output "nil_length" {
  value = length(local.nil[*])
}

output "absent" {
  value = local.absent[*]
}

output "dynamic" {
  value = local.some[*]
}

output "dynamic_attribute" {
  value = local.some[*].a
}

output "set" {
  value = local.set[*]
}

output "set_known" {
  value = toset(["b", "a"])[*]
}

output "set_of_objects" {
  value = toset([{ a = "x" }])[*].a
}

output "map" {
  value = local.map[*]
}

output "map_length" {
  value = length(local.map[*])
}

output "map_attribute" {
  value = local.map[*].a
}

output "attribute_splat" {
  value = [{ a = { b = local.text } }].*.a.b
}

output "attribute_splat_list" {
  value = local.list.*
}

output "attribute_splat_index" {
  value = [{ a = [local.text] }][*].a[0]
}

output "legacy_index" {
  value = local.list.0
}

output "then_index" {
  value = [{ a = local.text }, { a = "x" }][*].a[1]
}

output "then_function" {
  value = join(",", [{ a = local.text }][*].a)
}

output "then_length" {
  value = length([{ a = local.text }][*].a)
}

output "one_of" {
  value = one([local.text][*])
}

output "empty" {
  value = [][*].a
}

output "empty_list" {
  value = tolist([])[*]
}

output "conditional" {
  value = (local.truth ? terraform_data.text : null)[*].id
}

output "known_conditional" {
  value = (true ? terraform_data.text : null)[*].id
}

output "prefix" {
  value = "web-${local.id}"[*]
}

output "unknown_splat_type" {
  value = [for v in local.list[*] : v]
}

output "sensitive_s" {
  value = sensitive(["a"])[*]
  sensitive = true
}
