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

output "plus" {
  value = local.number + 1
}

output "plus_left" {
  value = 1 + local.number
}

output "minus" {
  value = local.number - local.number
}

output "times_zero" {
  value = local.number * 0
}

output "divided" {
  value = local.number / 2
}

output "divided_by_zero" {
  value = local.number / 0 > 1
}

output "modulo" {
  value = local.number % 2
}

output "negated" {
  value = -local.number
}

output "text_as_number" {
  value = "${local.text}" + 1
}

output "text_plus" {
  value = local.text + 1
}

output "truth_plus" {
  value = local.truth + 1
}

output "list_plus" {
  value = local.list + 1
}

output "null_plus" {
  value = null + local.number
}

output "absent_plus" {
  value = local.absent + 1
}

output "and_false" {
  value = local.truth && false
}

output "and_true" {
  value = true && local.truth
}

output "or_true" {
  value = local.truth || true
}

output "or_false" {
  value = false || local.truth
}

output "not" {
  value = !local.truth
}

output "not_text" {
  value = !local.text
}

output "and_text" {
  value = local.text && true
}

output "and_number" {
  value = local.number && true
}

output "null_and" {
  value = null && local.truth
}

output "less" {
  value = local.number < 5
}

output "less_or_equal" {
  value = local.number <= local.number
}

output "greater" {
  value = 5 > local.number
}

output "greater_than_text" {
  value = local.text > "a"
}

output "precedence" {
  value = local.number + 2 * 3 > 5 && local.truth
}

output "parenthesised" {
  value = (local.number + 2) * 3
}

output "minus_minus" {
  value = - -local.number
}

output "dynamic_plus" {
  value = local.some + 1
}

output "dynamic_and" {
  value = local.some && true
}
