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

output "text_equal" {
  value = local.text == "text"
}

output "text_unequal" {
  value = local.text != "text"
}

output "same" {
  value = local.text == local.text
}

output "other_type" {
  value = local.text == 1
}

output "number_and_text" {
  value = local.number == "3"
}

output "id_and_null" {
  value = local.id == null
}

output "null_and_id" {
  value = null != local.id
}

output "output_and_null" {
  value = local.text == null
}

output "absent_and_null" {
  value = local.absent == null
}

output "nil_and_null" {
  value = local.nil == null
}

output "dynamic_and_null" {
  value = local.some == null
}

output "dynamic_and_text" {
  value = local.some == "a"
}

output "prefix_other" {
  value = "web-${local.id}" == "db-1"
}

output "prefix_same" {
  value = "web-${local.id}" == "web-1"
}

output "prefix_short" {
  value = "web-${local.id}" == "we"
}

output "prefix_null" {
  value = "web-${local.id}" == null
}

output "prefix_prefix" {
  value = "web-${local.id}" == "db-${local.id}"
}

output "template_only" {
  value = "${local.id}" == null
}

output "list_other_length" {
  value = [local.text] == ["a", "b"]
}

output "list_known_differs_first" {
  value = ["x", local.text] == ["y", "b"]
}

output "list_unknown_first" {
  value = [local.text, "x"] == ["b", "y"]
}

output "tuple_and_list" {
  value = ["a"] == tolist(["a"])
}

output "list_and_list" {
  value = local.list == tolist(["a", "b"])
}

output "list_and_tuple" {
  value = local.list == ["a", "b"]
}

output "list_of_unknowns" {
  value = tolist([local.text]) == tolist(["a"])
}

output "list_of_unknowns_length" {
  value = tolist([local.text, "b"]) == tolist(["a"])
}

output "map_and_object" {
  value = local.map == { a = "x", b = "y" }
}

output "map_and_map" {
  value = local.map == tomap({ a = "x" })
}

output "map_other_keys" {
  value = tomap({ a = local.text }) == tomap({ b = "x" })
}

output "object_and_object" {
  value = local.object == { name = "x", ports = [80, 443] }
}

output "object_other_names" {
  value = { a = local.text } == { b = "x" }
}

output "object_same_names" {
  value = { a = local.text } == { a = "x" }
}

output "object_in_part" {
  value = { a = local.text, b = null } == { a = "x", b = null }
}

output "object_and_null" {
  value = { a = local.text } == null
}

output "resource_and_null" {
  value = terraform_data.text == null
}

output "resource_and_itself" {
  value = terraform_data.text == terraform_data.text
}

output "resource_and_other" {
  value = terraform_data.text == terraform_data.number
}

output "set_and_set" {
  value = local.set == toset(["a", "b"])
}

output "set_of_unknown" {
  value = toset([local.text]) == toset(["a"])
}

output "truth_and_true" {
  value = local.truth == true
}

output "truth_and_text" {
  value = local.truth == "true"
}

output "sum_and_null" {
  value = (local.number + 1) == null
}

output "number_in_range" {
  value = (local.truth ? 1 : 5) == 7
}

output "number_in_range_too" {
  value = (local.truth ? 1 : 5) == 3
}

output "length_and_negative" {
  value = length(local.list) == -1
}

output "length_and_two" {
  value = length(local.list) == 2
}

output "null_and_null" {
  value = local.nil == local.nil
}

output "empty_and_list" {
  value = local.list == []
}

output "some_and_some" {
  value = local.some == local.some
}

output "tuple_dynamic" {
  value = [local.some] == [1, 2]
}

output "tuple_dynamic_same" {
  value = [local.some] == [1]
}
