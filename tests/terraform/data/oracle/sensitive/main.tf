variable "secret" {
  type      = string
  default   = "hush"
  sensitive = true
}

variable "number" {
  default   = 1
  sensitive = true
}

variable "flag" {
  default   = true
  sensitive = true
}

variable "list" {
  default   = ["a", "b"]
  sensitive = true
}

resource "terraform_data" "text" {
  input = "text"
}

resource "terraform_data" "truth" {
  input = true
}

resource "terraform_data" "secret" {
  input = var.secret
}

resource "terraform_data" "inside" {
  input = { hidden = var.secret, open = "x" }
}

resource "terraform_data" "counted" {
  count = var.number
}

module "hidden" {
  source = "./hidden"
}

output "plain" {
  value = sensitive("a")
}

output "plain_s" {
  value = sensitive("a")
  sensitive = true
}

output "variable_s" {
  value = var.secret
  sensitive = true
}

output "variable_plain" {
  value = var.secret
}

output "variable_length" {
  value = length(var.secret)
}

output "template" {
  value = "a-${var.secret}"
}

output "template_s" {
  value = "a-${var.secret}"
  sensitive = true
}

output "in_list" {
  value = ["a", var.secret]
}

output "in_list_s" {
  value = ["a", var.secret]
  sensitive = true
}

output "in_object_s" {
  value = { a = var.secret, b = "x" }
  sensitive = true
}

output "other_attribute" {
  value = { a = var.secret, b = "x" }.b
}

output "secret_attribute" {
  value = { a = var.secret, b = "x" }.a
}

output "list_known" {
  value = ["a", var.secret][0]
}

output "operator" {
  value = var.number + 1
}

output "operator_s" {
  value = var.number + 1
  sensitive = true
}

output "equal_s" {
  value = var.secret == "x"
  sensitive = true
}

output "equal_inside" {
  value = { a = var.secret } == { a = "x" }
}

output "condition_s" {
  value = var.flag ? "a" : "b"
  sensitive = true
}

output "condition" {
  value = var.flag ? "a" : "b"
}

output "other_branch" {
  value = true ? "a" : var.secret
}

output "branch_inside" {
  value = true ? "a" : [var.secret][0]
}

output "branch_list" {
  value = true ? ["a"] : [var.secret]
}

output "unknown_condition_s" {
  value = terraform_data.truth.output ? var.secret : "b"
  sensitive = true
}

output "unknown_s" {
  value = "${terraform_data.text.id}${var.secret}"
  sensitive = true
}

output "length_list" {
  value = length([var.secret])
}

output "length_secret_list" {
  value = length(var.list)
}

output "keys_of" {
  value = keys({ (var.secret) = 1 })
}

output "keys_inside" {
  value = keys({ a = var.secret })
}

output "values_inside_s" {
  value = values({ a = var.secret })
  sensitive = true
}

output "element_of" {
  value = element(["a", var.secret], 0)
}

output "join_s" {
  value = join(",", ["a", var.secret])
  sensitive = true
}

output "toset_s" {
  value = toset(["a", var.secret])
  sensitive = true
}

output "for_s" {
  value = [for v in var.list : v]
  sensitive = true
}

output "for_inside" {
  value = [for v in ["a"] : v if v != var.secret]
}

output "nonsensitive" {
  value = nonsensitive(var.secret)
}

output "nonsensitive_known" {
  value = nonsensitive("a")
}

output "nonsensitive_deep" {
  value = nonsensitive([var.secret])[0]
}

output "issensitive" {
  value = issensitive(var.secret)
}

output "issensitive_inside" {
  value = issensitive([var.secret])
}

output "issensitive_element" {
  value = issensitive([var.secret][0])
}

output "issensitive_set" {
  value = issensitive(toset([var.secret]))
}

output "issensitive_unknown" {
  value = issensitive(terraform_data.text.id)
}

output "input_s" {
  value = terraform_data.secret.input
  sensitive = true
}

output "output" {
  value = terraform_data.secret.output
}

output "id_of" {
  value = terraform_data.secret.id
}

output "inside_input_s" {
  value = terraform_data.inside.input
  sensitive = true
}

output "inside_input_known" {
  value = terraform_data.inside.input.open
}

output "inside_output" {
  value = terraform_data.inside.output
}

output "jsonencode_s" {
  value = jsonencode({ a = var.secret })
  sensitive = true
}

output "jsonencode" {
  value = jsonencode({ a = var.secret })
}

output "try_s" {
  value = try(var.secret, "x")
  sensitive = true
}

output "try_other" {
  value = try("x", var.secret)
}

output "can" {
  value = can(var.secret)
}

output "coalesce" {
  value = coalesce("a", var.secret)
}

output "lookup" {
  value = lookup({ a = var.secret, b = "x" }, "b", "y")
}

output "merge_s" {
  value = merge({ a = var.secret }, { b = 1 })
  sensitive = true
}

output "merge_other" {
  value = merge({ a = var.secret }, { b = 1 }).b
}

output "splat_s" {
  value = var.list[*]
  sensitive = true
}

output "splat_length" {
  value = length(var.list[*])
}

output "index_s" {
  value = var.list[0]
  sensitive = true
}

output "null_s" {
  value = sensitive(null)
  sensitive = true
}

output "null_plain" {
  value = sensitive(null)
}

output "module_output_s" {
  value = module.hidden.secret
  sensitive = true
}

output "module_open" {
  value = module.hidden.open
}

output "count_length" {
  value = length(terraform_data.counted)
}

output "zip_s" {
  value = zipmap(["a"], [var.secret])
  sensitive = true
}

output "contains_s" {
  value = contains([var.secret], "x")
  sensitive = true
}

output "concat_s" {
  value = concat(var.list, ["x"])
  sensitive = true
}

output "concat_inside" {
  value = concat([var.secret], ["x"])[1]
}

output "flatten_s" {
  value = flatten([[var.secret]])
  sensitive = true
}

output "setproduct_s" {
  value = setproduct(["a"], [var.secret])
  sensitive = true
}

output "distinct_s" {
  value = distinct([var.secret, "a"])
  sensitive = true
}

output "tomap_other" {
  value = tomap({ a = var.secret, b = "x" })["b"]
}

output "tolist_other" {
  value = tolist(["x", var.secret])[0]
}

output "one_s" {
  value = one([var.secret])
  sensitive = true
}

output "reverse_other" {
  value = reverse(["x", var.secret])[1]
}

output "slice_other" {
  value = slice(["x", var.secret], 0, 1)
}

output "chunk_other" {
  value = chunklist(["x", var.secret], 1)[0]
}
