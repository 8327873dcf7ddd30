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

output "length_list" {
  value = length(local.list)
}

output "length_tuple" {
  value = length(local.tuple)
}

output "length_map" {
  value = length(local.map)
}

output "length_object" {
  value = length(local.object)
}

output "length_set" {
  value = length(local.set)
}

output "length_dynamic" {
  value = length(local.some)
}

output "length_partly" {
  value = length(["a", local.text])
}

output "length_toset" {
  value = length(toset(["a", local.text]))
}

output "length_toset_one" {
  value = length(toset([local.text]))
}

output "length_number" {
  value = length(local.number)
}

output "concat" {
  value = concat(local.list, ["a"])
}

output "concat_known" {
  value = concat(["a"], [local.text])
}

output "concat_lists" {
  value = concat(local.list, tolist(["c"]))
}

output "concat_length" {
  value = length(concat(["a"], [local.text]))
}

output "contains" {
  value = contains(local.list, "a")
}

output "contains_known" {
  value = contains(["a", local.text], "a")
}

output "contains_missing" {
  value = contains(["a", local.text], "b")
}

output "contains_value" {
  value = contains(["a", "b"], local.text)
}

output "contains_empty" {
  value = contains([], local.text)
}

output "contains_other_type" {
  value = contains([local.text], 1)
}

output "contains_prefix" {
  value = contains(["web-${local.id}"], "db-1")
}

output "element" {
  value = element(local.list, 1)
}

output "element_known" {
  value = element(["a", local.text], 0)
}

output "element_by_unknown" {
  value = element(["a", "b"], local.number)
}

output "flatten" {
  value = flatten([["a"], [local.text]])
}

output "flatten_unknown" {
  value = flatten([local.list, ["a"]])
}

output "flatten_object" {
  value = flatten([{ a = local.text }])
}

output "keys" {
  value = keys(local.map)
}

output "keys_object" {
  value = keys(local.object)
}

output "keys_known" {
  value = keys({ b = local.text, a = 1 })
}

output "values" {
  value = values(local.map)
}

output "values_object" {
  value = values(local.object)
}

output "values_known" {
  value = values({ b = local.text, a = 1 })
}

output "lookup" {
  value = lookup(local.map, "a", "d")
}

output "lookup_known" {
  value = lookup({ a = local.text }, "a", "d")
}

output "lookup_missing" {
  value = lookup({ a = local.text }, "b", "d")
}

output "lookup_by_unknown" {
  value = lookup({ a = "x" }, local.text, "d")
}

output "lookup_default" {
  value = lookup({ a = "x" }, "b", local.text)
}

output "lookup_none" {
  value = lookup({ a = "x" }, "b")
}

output "merge" {
  value = merge(local.map, { a = "z" })
}

output "merge_known" {
  value = merge({ a = local.text }, { b = "x" })
}

output "merge_maps" {
  value = merge(tomap({ a = "x" }), tomap({ b = local.text }))
}

output "merge_objects" {
  value = merge(local.object, { a = 1 })
}

output "merge_attribute" {
  value = merge({ a = local.text }, { b = "x" }).b
}

output "merge_unknown_attribute" {
  value = merge(local.object, { b = "x" }).b
}

output "distinct" {
  value = distinct(["a", local.text])
}

output "distinct_known" {
  value = distinct(["a", "a"])
}

output "distinct_list" {
  value = distinct(local.list)
}

output "compact" {
  value = compact(local.list)
}

output "sort" {
  value = sort(["b", local.text])
}

output "sort_length" {
  value = length(sort(["b", local.text]))
}

output "sort_unknown" {
  value = length(sort(local.list))
}

output "reverse" {
  value = reverse(["a", local.text])
}

output "reverse_unknown" {
  value = reverse(local.list)
}

output "reverse_tuple" {
  value = reverse(local.tuple)
}

output "slice" {
  value = slice(["a", local.text, "c"], 1, 3)
}

output "slice_unknown" {
  value = slice(local.list, 0, 1)
}

output "slice_by_unknown" {
  value = slice(["a", "b"], 0, local.number)
}

output "chunklist" {
  value = chunklist(["a", local.text, "c"], 2)
}

output "chunklist_unknown" {
  value = chunklist(local.list, 1)
}

output "zipmap" {
  value = zipmap(["a", "b"], [local.text, "x"])
}

output "zipmap_unknown_keys" {
  value = zipmap([local.text], ["x"])
}

output "zipmap_unknown" {
  value = zipmap(local.list, local.list)
}

output "setproduct" {
  value = setproduct(["a"], [local.text])
}

output "setproduct_unknown" {
  value = setproduct(local.list, ["x"])
}

output "setproduct_empty" {
  value = setproduct([], local.list)
}

output "setunion" {
  value = setunion(["a"], [local.text])
}

output "setintersection" {
  value = setintersection(["a"], [local.text])
}

output "setsubtract" {
  value = setsubtract(["a"], [local.text])
}

output "setunion_known" {
  value = setunion(["b"], ["a"])
}

output "transpose" {
  value = transpose({ a = ["x"], b = [local.text] })
}

output "matchkeys" {
  value = matchkeys(["a", "b"], ["x", "y"], [local.text])
}

output "index" {
  value = index(["a", local.text], "a")
}

output "index_unknown" {
  value = index([local.text, "a"], "a")
}

output "coalescelist" {
  value = coalescelist([], [local.text])
}

output "alltrue" {
  value = alltrue([true, local.truth])
}

output "alltrue_false" {
  value = alltrue([false, local.truth])
}

output "alltrue_after" {
  value = alltrue([local.truth, false])
}

output "anytrue" {
  value = anytrue([true, local.truth])
}

output "anytrue_after" {
  value = anytrue([local.truth, true])
}

output "anytrue_unknown" {
  value = anytrue([false, local.truth])
}

output "one" {
  value = one([local.text])
}

output "one_list" {
  value = one(local.list)
}

output "one_two" {
  value = one(["a", local.text])
}

output "one_empty" {
  value = one([])
}

output "sum" {
  value = sum([1, local.number])
}

output "sum_known" {
  value = sum([1, 2])
}

output "max" {
  value = max(1, local.number)
}

output "min" {
  value = min(local.number, 5)
}

output "max_list" {
  value = max(local.list...)
}

output "range" {
  value = range(local.number)
}

output "range_known" {
  value = range(3)
}

output "tolist" {
  value = tolist(local.set)
}

output "tolist_known" {
  value = tolist(["a", local.text])
}

output "tolist_length" {
  value = length(tolist(local.tuple))
}

output "toset" {
  value = toset(local.list)
}

output "toset_known" {
  value = toset(["a", local.text, "a"])
}

output "tomap" {
  value = tomap({ a = local.text, b = 1 })
}

output "tomap_object" {
  value = tomap(local.object)
}

output "expanded" {
  value = concat([local.list, ["x"]]...)
}

output "expanded_unknown" {
  value = concat(local.list...)
}

output "expanded_set" {
  value = max(toset([1, 2])...)
}

output "nonsensitive" {
  value = nonsensitive(sensitive(local.text))
}

output "issensitive" {
  value = issensitive(local.text)
}

output "issensitive_known" {
  value = issensitive("a")
}

output "issensitive_true" {
  value = issensitive(sensitive("a"))
}

output "timestamp" {
  value = timestamp()
}

output "uuid" {
  value = uuid()
}

output "bcrypt" {
  value = bcrypt("a")
}

output "abs" {
  value = abs(local.number)
}

output "ceil" {
  value = ceil(local.number)
}

output "floor" {
  value = floor(local.number)
}

output "log" {
  value = log(local.number, 2)
}

output "pow" {
  value = pow(local.number, 2)
}

output "signum" {
  value = signum(local.number)
}

output "parseint" {
  value = parseint(local.text, 16)
}

output "nosuch" {
  value = nosuchfunction(1)
}

output "too_few" {
  value = upper()
}

output "too_many" {
  value = upper("a", "b")
}
