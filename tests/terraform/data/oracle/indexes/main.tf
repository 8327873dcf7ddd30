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
  value = local.list[0]
}

output "list_beyond" {
  value = local.list[7]
}

output "list_negative" {
  value = local.list[-1]
}

output "list_text" {
  value = local.list["0"]
}

output "list_name" {
  value = local.list["a"]
}

output "list_fraction" {
  value = local.list[0.5]
}

output "list_unknown" {
  value = ["a", "b"][local.number]
}

output "list_typed_unknown" {
  value = tolist(["a", "b"])[local.number]
}

output "list_unknown_text" {
  value = tolist(["a", "b"])[local.text]
}

output "list_both" {
  value = local.list[local.number]
}

output "list_dynamic" {
  value = ["a"][local.some]
}

output "list_null" {
  value = ["a"][null]
}

output "list_nil" {
  value = ["a"][local.nil]
}

output "tuple" {
  value = local.tuple[1]
}

output "tuple_beyond" {
  value = local.tuple[3]
}

output "tuple_plus" {
  value = local.tuple[1] + 1
}

output "tuple_typed" {
  value = local.tuple[1] == "x"
}

output "tuple_unknown" {
  value = local.tuple[local.number]
}

output "map" {
  value = local.map["a"]
}

output "map_attribute" {
  value = local.map.zzz
}

output "map_unknown" {
  value = { a = "x" }[local.text]
}

output "map_typed_unknown" {
  value = tomap({ a = "x" })[local.text]
}

output "map_number" {
  value = tomap({ "1" = "x" })[1]
}

output "object" {
  value = local.object["name"]
}

output "object_attribute" {
  value = local.object.name
}

output "object_missing" {
  value = local.object.nope
}

output "object_missing_index" {
  value = local.object["nope"]
}

output "object_unknown" {
  value = { a = 1 }[local.text]
}

output "object_deep" {
  value = local.object.ports[1]
}

output "object_deep_beyond" {
  value = local.object.ports[5]
}

output "set" {
  value = local.set[0]
}

output "set_known" {
  value = toset(["a"])[0]
}

output "text" {
  value = local.text[0]
}

output "text_attribute" {
  value = local.text.a
}

output "number_attribute" {
  value = local.number.a
}

output "list_attribute" {
  value = local.list.a
}

output "null_attribute" {
  value = null.a
}

output "null_index" {
  value = null[0]
}

output "nil_attribute" {
  value = local.nil.a
}

output "absent_attribute" {
  value = local.absent.a
}

output "dynamic" {
  value = local.some[0]
}

output "dynamic_attribute" {
  value = local.some.a.b[3]
}

output "known" {
  value = ["a", local.text][1]
}

output "known_other" {
  value = ["a", local.text][0]
}

output "known_beyond" {
  value = ["a", local.text][2]
}

output "known_map" {
  value = { a = local.text, b = "x" }.b
}

output "known_map_unknown" {
  value = { a = local.text, b = "x" }["a"]
}

output "resource" {
  value = terraform_data.text["id"]
}

output "resource_missing" {
  value = terraform_data.text.nope
}

output "resource_missing_index" {
  value = terraform_data.text["nope"]
}

output "resource_by_unknown" {
  value = terraform_data.text[local.text]
}

output "resource_input" {
  value = terraform_data.object.input.ports[0]
}

output "resource_input_missing" {
  value = terraform_data.object.input.nope
}

output "resource_trigger" {
  value = terraform_data.text.triggers_replace
}

output "resource_trigger_attribute" {
  value = terraform_data.text.triggers_replace.a
}

output "resource_prefix" {
  value = resource.terraform_data.text.input
}

output "element_beyond" {
  value = element(["a", local.text], 3)
}

output "element_unknown" {
  value = element(local.list, 0)
}

output "element_tuple" {
  value = element(local.tuple, 1)
}

output "sensitive_key_s" {
  value = ["a"][sensitive(0)]
  sensitive = true
}

output "sensitive_collection_s" {
  value = sensitive(["a"])[0]
  sensitive = true
}
