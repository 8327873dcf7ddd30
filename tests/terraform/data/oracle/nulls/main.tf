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

output "literal" {
  value = null
}

output "in_list" {
  value = [null, local.text]
}

output "in_object" {
  value = { a = null, b = local.text }
}

output "in_tolist" {
  value = tolist([null, "a"])
}

output "in_tomap" {
  value = tomap({ a = null })
}

output "in_toset" {
  value = toset([null, "a"])
}

output "absent" {
  value = local.absent
}

output "nil" {
  value = local.nil
}

output "coalesced" {
  value = coalesce(null, local.text)
}

output "coalesced_known" {
  value = coalesce(null, "a")
}

output "coalesced_unknown_first" {
  value = coalesce(local.text, "a")
}

output "coalesced_empty" {
  value = coalesce("", local.text)
}

output "coalescelist_unknown" {
  value = coalescelist(local.list, ["a"])
}

output "coalescelist_known" {
  value = coalescelist([], ["a"])
}

output "concat" {
  value = concat([null], [local.text])
}

output "joined" {
  value = join(",", ["a", null])
}

output "compacted" {
  value = compact(["a", null, ""])
}

output "compacted_unknown" {
  value = compact(["a", local.text])
}

output "lengthed" {
  value = length(null)
}

output "upper" {
  value = upper(null)
}

output "merged" {
  value = merge({ a = 1 }, null)
}

output "merged_unknown" {
  value = merge({ a = 1 }, { a = local.text })
}

output "lookup_default" {
  value = lookup({ a = null }, "a", "d")
}

output "equal" {
  value = null == null
}

output "typed_equal" {
  value = tostring(null) == null
}

output "conditional" {
  value = null == null ? local.text : "a"
}

output "input" {
  value = terraform_data.bare.input
}

output "template" {
  value = "${null}"
}

output "number" {
  value = null + 1
}

output "contains" {
  value = contains([null], null)
}

output "jsonencoded" {
  value = jsonencode({ a = null })
}

output "jsonencoded_unknown" {
  value = jsonencode({ a = local.text })
}

output "tostring" {
  value = tostring(null)
}

output "tolist" {
  value = tolist(null)
}

output "one_empty" {
  value = one([])
}

output "one_unknown" {
  value = one([local.text])
}

output "try" {
  value = try(null.a, "x")
}

output "distinct" {
  value = distinct([null, null])
}

output "formatted" {
  value = format("%v", null)
}

output "formatted_text" {
  value = format("%s", null)
}
