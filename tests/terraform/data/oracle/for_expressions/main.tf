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
  value = [for v in local.list : upper(v)]
}

output "list_known" {
  value = [for v in ["a", local.text] : "${v}!"]
}

output "list_index" {
  value = [for i, v in [local.text, "b"] : "${i}-${v}"]
}

output "map" {
  value = [for k, v in local.map : k]
}

output "map_known" {
  value = [for k, v in { a = local.text, b = "x" } : "${k}=${v}"]
}

output "set" {
  value = [for v in toset(["b", "a"]) : v]
}

output "set_unknown" {
  value = [for v in local.set : v]
}

output "set_partly" {
  value = [for v in toset(["a", local.text]) : v]
}

output "tuple" {
  value = [for v in local.tuple : v]
}

output "object" {
  value = [for k, v in local.object : k]
}

output "dynamic" {
  value = [for v in local.some : v]
}

output "resource" {
  value = [for k, v in terraform_data.text : k]
}

output "resource_values" {
  value = [for k, v in terraform_data.text : v]
}

output "text" {
  value = [for v in local.text : v]
}

output "number" {
  value = [for v in 3 : v]
}

output "null" {
  value = [for v in null : v]
}

output "nil" {
  value = [for v in local.nil : v]
}

output "absent" {
  value = [for v in local.absent : v]
}

output "if_known" {
  value = [for v in ["a", "b", local.text] : v if true]
}

output "if_filter" {
  value = [for i, v in ["a", local.text] : v if i > 0]
}

output "if_unknown" {
  value = [for v in ["a", "b"] : v if local.truth]
}

output "if_unknown_one" {
  value = [for v in ["a", local.text] : v if v != "a"]
}

output "if_unknown_first" {
  value = [for v in [local.text, "a"] : v if v != "b"]
}

output "if_null" {
  value = [for v in ["a"] : v if null]
}

output "if_null_empty" {
  value = [for v in [] : v if null]
}

output "if_nil" {
  value = [for v in ["a"] : v if local.nil]
}

output "if_text" {
  value = [for v in ["a"] : v if "x"]
}

output "if_text_true" {
  value = [for v in ["a"] : v if "true"]
}

output "if_unknown_list" {
  value = [for v in ["a"] : v if local.list]
}

output "if_on_value_null" {
  value = [for v in ["a", null] : v if v]
}

output "if_not_null" {
  value = [for v in ["a", null, local.text] : v if v != null]
}

output "if_id_not_null" {
  value = [for v in ["a", null, local.id] : v if v != null]
}

output "if_prefix" {
  value = [for v in ["a", "web-${local.id}"] : v if startswith(v, "web-")]
}

output "if_error_body" {
  value = [for v in ["a"] : v[0][1] if local.truth]
}

output "object_of" {
  value = { for k, v in { a = local.text } : upper(k) => v }
}

output "object_of_list" {
  value = { for v in local.list : v => v }
}

output "object_unknown_key" {
  value = { for v in ["a", local.text] : v => 1 }
}

output "object_unknown_key_only" {
  value = { for v in [local.text] : v => "x" }
}

output "object_if" {
  value = { for v in ["a", "b"] : v => local.text if v != "a" }
}

output "object_if_unknown" {
  value = { for v in ["a", "b"] : v => v if local.truth }
}

output "object_null_key" {
  value = { for v in [null] : v => 1 }
}

output "object_number_key" {
  value = { for i, v in [local.text] : i => v }
}

output "object_list_key" {
  value = { for v in [[]] : v => v }
}

output "object_duplicate" {
  value = { for v in ["a", "a"] : v => 1 }
}

output "object_duplicate_after_unknown" {
  value = { for v in [local.text, "a", "a"] : v => 1 }
}

output "object_error_with_unknown_key" {
  value = { for v in [local.text] : v => v[0] }
}

output "group" {
  value = { for v in ["a", "b", "a"] : v => local.text... }
}

output "group_mixed" {
  value = { for i, v in ["a", "b", "a"] : v => i... }
}

output "group_unknown" {
  value = { for v in ["a", local.text] : v => 1... }
}

output "nested" {
  value = [for v in [["a", local.text], ["c"]] : [for w in v : "${w}!"]]
}

output "nested_unknown" {
  value = [for v in [local.list] : [for w in v : w]]
}

output "shadow" {
  value = [for local in ["a"] : local]
}

output "flattened" {
  value = flatten([for v in ["a", "b"] : [for w in [1, local.number] : "${v}${w}"]])
}

output "chained" {
  value = [for v in [for w in ["a", local.text] : { name = w }] : v.name]
}

output "keys_of" {
  value = keys({ for v in ["b", "a"] : v => local.text })
}

output "values_of" {
  value = values({ for v in ["b", "a"] : v => local.text })
}

output "length_of" {
  value = length([for v in ["b", "a"] : local.text])
}

output "sensitive_coll_s" {
  value = [for v in sensitive(["a"]) : v]
  sensitive = true
}

output "sensitive_element" {
  value = [for v in [sensitive("a")] : v]
}

output "sensitive_condition" {
  value = [for v in ["a"] : v if sensitive(true)]
}

output "sensitive_key" {
  value = { for v in ["a"] : sensitive(v) => 1 }
}
