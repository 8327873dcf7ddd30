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

output "both_known" {
  value = local.truth ? "a" : "b"
}

output "one_unknown" {
  value = local.truth ? local.text : "b"
}

output "both_unknown" {
  value = local.truth ? local.text : local.id
}

output "condition_known" {
  value = true ? local.text : "b"
}

output "condition_known_other" {
  value = true ? "a" : local.text
}

output "number_and_text" {
  value = local.truth ? 1 : "b"
}

output "known_number_and_text" {
  value = true ? 1 : local.text
}

output "true_and_number" {
  value = local.truth ? true : 1
}

output "known_true_and_number" {
  value = true ? true : 1
}

output "tuples" {
  value = local.truth ? ["a"] : ["b", "c"]
}

output "tuples_same" {
  value = local.truth ? ["a"] : ["b"]
}

output "tuple_and_null" {
  value = local.truth ? ["a"] : null
}

output "objects" {
  value = local.truth ? { a = 1 } : { b = "x" }
}

output "objects_known" {
  value = true ? { a = 1 } : { b = "x" }
}

output "objects_same" {
  value = local.truth ? { a = 1, b = local.text } : { a = 2, b = "x" }
}

output "objects_partly" {
  value = true ? { a = 1, b = local.text } : { a = "2", b = "x" }
}

output "lists_same_length" {
  value = local.truth ? tolist(["a"]) : tolist(["b"])
}

output "lists_of_lengths" {
  value = local.truth ? tolist(["a"]) : tolist(["b", "c"])
}

output "lists_empty" {
  value = local.truth ? tolist([]) : toset([])
}

output "lists_empty_same" {
  value = length(local.truth ? slice(tolist(["a"]), 0, 0) : slice(tolist(["b"]), 0, 0))
}

output "sets_one" {
  value = local.truth ? toset(["a"]) : toset(["b"])
}

output "maps" {
  value = local.truth ? tomap({ a = "x" }) : tomap({ b = "y" })
}

output "null_and_null" {
  value = local.truth ? null : null
}

output "null_and_text" {
  value = local.truth ? null : "a"
}

output "null_known" {
  value = true ? null : local.text
}

output "null_known_other" {
  value = false ? null : local.text
}

output "numbers_same" {
  value = local.truth ? 1 : 1
}

output "numbers_same_unknown" {
  value = local.truth ? local.number : local.number
}

output "condition_text" {
  value = local.text ? 1 : 2
}

output "condition_list" {
  value = local.list ? 1 : 2
}

output "condition_number" {
  value = local.number ? 1 : 2
}

output "condition_known_text" {
  value = "true" ? 1 : 2
}

output "condition_bad_text" {
  value = "yes" ? 1 : 2
}

output "condition_null" {
  value = null ? 1 : 2
}

output "condition_nil" {
  value = local.nil ? 1 : 2
}

output "condition_dynamic" {
  value = local.some ? 1 : 2
}

output "error_not_taken" {
  value = true ? "a" : [][0]
}

output "error_taken" {
  value = false ? "a" : [][0]
}

output "error_unknown" {
  value = local.truth ? "a" : [][0]
}

output "error_unknown_typed" {
  value = (local.truth ? "a" : tolist([])[0]) == 1
}

output "dynamic_branch" {
  value = local.truth ? local.some : "a"
}

output "dynamic_known" {
  value = true ? local.some : "a"
}

output "dynamic_known_other" {
  value = false ? local.some : "a"
}

output "nested" {
  value = local.truth ? (local.truth ? local.text : local.id) : "c"
}

output "nested_condition" {
  value = (local.truth ? local.truth : false) ? "x" : "y"
}

output "equals_condition" {
  value = local.text == "text" ? local.id : "none"
}

output "length_condition" {
  value = length(local.list) > 0 ? local.list[0] : "none"
}

output "list_or_empty" {
  value = local.truth ? local.list : []
}

output "list_or_tolist" {
  value = local.truth ? local.list : tolist([])
}

output "map_or_empty" {
  value = local.truth ? local.map : {}
}

output "object_or_null" {
  value = local.truth ? local.object : null
}

output "object_attribute" {
  value = (local.truth ? local.object : null).name
}

output "object_known_attribute" {
  value = (true ? local.object : null).name
}

output "resource_or_null" {
  value = local.truth ? terraform_data.text : null
}

output "resource_known" {
  value = true ? terraform_data.text : null
}
