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

output "e1" {
  value = { for i, v in sort(toset(["a", local.text])) : i => v }
}

output "e2" {
  value = [for v in [for v in toset(["a", local.text]) : v if v != local.set] : "${"a"}" if contains(toset(["a", local.text]), local.absent)]
}

output "e3" {
  value = ("true" ? { a = local.truth, b = [] } : tomap({}))
}

output "e4" {
  value = chunklist(toset(["a", local.text]), 1)
}

output "e5" {
  value = tolist(toset(["a", local.text]))
}

output "e6" {
  value = sort(toset(["a", local.text]))[*]
}

output "e7" {
  value = alltrue(range(0))
}

output "e8" {
  value = { for k, v in { for v in toset(["a", local.text]) : v => v } : k => v if startswith([local.number, 1], "web-") }
}

output "e9" {
  value = try({ for i, v in local.tuple : i => v }.a, terraform_data.text.a.b)
}

output "e10" {
  value = [for v in (true ? terraform_data.bare : terraform_data.object.input) : v if v != "a"]
}

output "e11" {
  value = ((tolist(["b", "a"]) == sort(local.tuple)) ? { for i, v in ((local.truth ? 1 : 5) < 1.5) : v => i... } : { a = local.text, b = null })
}

output "e12" {
  value = tomap({ for i, v in [local.nil, toset(["a", local.text])] : v => i... })
}

output "e13" {
  value = try((contains([local.truth, false], local.nil) ? concat([], terraform_data.text) : null), local.id)
}

output "e14" {
  value = (can(values(terraform_data.object.input)) ? local.object : zipmap(toset([]), tolist([])[*]))
}

output "e15" {
  value = jsonencode(((2 != null) ? { a = null, b = tolist([]) } : local.map))
}

output "e16" {
  value = (["a", local.text][-(0)] != null)
}

output "e17" {
  value = ({ for v in toset(["a", local.text]) : v => v } < sum(local.list)) ? -(tonumber("b")) : ((local.truth ? 1 : 5) < abs((local.truth ? 1 : 5)))
}

output "e18" {
  value = try(length(local.nil), terraform_data.text)
}

output "e19" {
  value = try(range(((local.truth ? 1 : 5) ? local.absent : local.nil)), "web-${local.id}")
}

output "e20" {
  value = length((true ? [1, 2] : tolist(["a"])))
}

output "e21" {
  value = tomap({ a = null, b = { c = 1 } })
}

output "e22" {
  value = (local.truth ? [for v in [] : v] : local.list)
}

output "e23" {
  value = one(toset([local.text, "a"]))
}

output "e24" {
  value = tolist([null, { a = 1 }])
}
