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

locals {
  whole = terraform_data.text
}

resource "terraform_data" "other" {
  input = "other"
}

resource "terraform_data" "triggered" {
  triggers_replace = [terraform_data.text.id, "x"]
}

resource "terraform_data" "chained" {
  input = terraform_data.text.id
}

resource "terraform_data" "prefixed" {
  input = "web-${terraform_data.text.id}"
}

resource "terraform_data" "partly" {
  input = { known = "x", unknown = terraform_data.text.id }
}

resource "terraform_data" "nothing" {
  input = null
}

resource "terraform_data" "typed_nothing" {
  input = tostring(null)
}

resource "terraform_data" "dynamic" {
  input = local.some
}

output "resource" {
  value = terraform_data.text
}

output "resource_bare" {
  value = terraform_data.bare
}

output "in_object" {
  value = { data = terraform_data.text, other = 1 }
}

output "in_list" {
  value = [terraform_data.text, terraform_data.bare]
}

output "attributes" {
  value = keys(terraform_data.text)
}

output "values" {
  value = values(terraform_data.text)
}

output "length" {
  value = length(terraform_data.text)
}

output "encoded" {
  value = jsonencode(terraform_data.text)
}

output "encoded_input" {
  value = jsonencode(terraform_data.text.input)
}

output "merged" {
  value = merge(terraform_data.text, { extra = true })
}

output "merged_id" {
  value = merge(terraform_data.text, { extra = true }).id
}

output "merged_input" {
  value = merge(terraform_data.text, { extra = true }).input
}

output "local_input" {
  value = local.whole.input
}

output "local_output" {
  value = local.whole.output
}

output "local_missing" {
  value = local.whole.nope
}

output "conditional" {
  value = true ? terraform_data.text : null
}

output "conditional_input" {
  value = (true ? terraform_data.text : null).input
}

output "by_unknown" {
  value = local.truth ? terraform_data.text : terraform_data.bare
}

output "by_unknown_input" {
  value = (local.truth ? terraform_data.text : terraform_data.other).input
}

output "list_lookup" {
  value = [terraform_data.text, terraform_data.other][1].input
}

output "tolist_of" {
  value = tolist([terraform_data.text, terraform_data.other])
}

output "tolist_inputs" {
  value = tolist([terraform_data.text, terraform_data.other])[*].input
}

output "map_of" {
  value = { for k in ["a"] : k => terraform_data.text }
}

output "object_input" {
  value = terraform_data.object.input.ports[1]
}

output "object_output" {
  value = terraform_data.object.output.ports[1]
}

output "nested" {
  value = { a = { b = terraform_data.object.output } }.a.b.name
}

output "triggers" {
  value = terraform_data.triggered.triggers_replace
}

output "triggers_unknown" {
  value = terraform_data.triggered.triggers_replace[0]
}

output "unknown_input" {
  value = terraform_data.chained.input
}

output "unknown_input_output" {
  value = terraform_data.chained.output
}

output "prefix_input" {
  value = startswith(terraform_data.prefixed.input, "db-")
}

output "prefix_output" {
  value = startswith(terraform_data.prefixed.output, "db-")
}

output "partly_input" {
  value = terraform_data.partly.input
}

output "partly_output" {
  value = terraform_data.partly.output
}

output "partly_output_known" {
  value = terraform_data.partly.output.known
}

output "null_input" {
  value = terraform_data.nothing.input
}

output "null_output" {
  value = terraform_data.nothing.output
}

output "typed_null_input" {
  value = terraform_data.typed_nothing.output
}

output "dynamic_output" {
  value = terraform_data.dynamic.output
}

output "dynamic_input" {
  value = terraform_data.dynamic.input
}
