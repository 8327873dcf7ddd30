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

output "above" {
  value = (local.truth ? 1 : 5) > 0
}

output "below" {
  value = (local.truth ? 1 : 5) < 10
}

output "at_least" {
  value = (local.truth ? 1 : 5) >= 1
}

output "at_least_more" {
  value = (local.truth ? 1 : 5) >= 2
}

output "at_most" {
  value = (local.truth ? 1 : 5) <= 5
}

output "outside" {
  value = (local.truth ? 1 : 5) > 5
}

output "outside_or_equal" {
  value = (local.truth ? 1 : 5) >= 6
}

output "below_or_equal" {
  value = (local.truth ? 1 : 5) <= 0
}

output "reversed" {
  value = 10 > (local.truth ? 1 : 5)
}

output "both" {
  value = (local.truth ? 1 : 5) < (local.truth ? 7 : 9)
}

output "touching" {
  value = (local.truth ? 1 : 5) < (local.truth ? 5 : 9)
}

output "sum" {
  value = (local.truth ? 1 : 5) + 1 > 0
}

output "nested" {
  value = (local.truth ? 1 : local.truth ? 2 : 3) < 4
}

output "unbounded" {
  value = (local.truth ? 1 : local.number) > 0
}

output "text_numbers" {
  value = (local.truth ? "1" : "5") > 0
}

output "length_list" {
  value = length(local.list) >= 0
}

output "length_list_negative" {
  value = length(local.list) < 0
}

output "length_text" {
  value = length("web-${local.id}") > 2
}

output "length_text_least" {
  value = length("web-${local.id}") >= 4
}

output "length_set" {
  value = length(toset([local.text, "a", "b"])) <= 3
}

output "length_set_more" {
  value = length(toset([local.text, "a", "b"])) > 3
}

output "length_set_zero" {
  value = length(toset([local.text, "a"])) > 0
}

output "absolute" {
  value = abs(local.number) >= 0
}

output "same_number" {
  value = (local.truth ? 2 : 2) + 1
}

output "same_text" {
  value = local.truth ? "x" : "x"
}

output "same_list" {
  value = local.truth ? tolist(["x"]) : tolist(["y"])
}
