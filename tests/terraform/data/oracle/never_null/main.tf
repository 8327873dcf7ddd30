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

output "upper" {
  value = upper(local.text) == null
}

output "lower" {
  value = lower(local.text) == null
}

output "title" {
  value = title(local.text) == null
}

output "chomp" {
  value = chomp(local.text) == null
}

output "trimspace" {
  value = trimspace(local.text) == null
}

output "strrev" {
  value = strrev(local.text) == null
}

output "base64encode" {
  value = base64encode(local.text) == null
}

output "base64decode" {
  value = base64decode(local.text) == null
}

output "urlencode" {
  value = urlencode(local.text) == null
}

output "jsondecode" {
  value = jsondecode(local.text) == null
}

output "yamldecode" {
  value = yamldecode(local.text) == null
}

output "md5" {
  value = md5(local.text) == null
}

output "sha1" {
  value = sha1(local.text) == null
}

output "sha256" {
  value = sha256(local.text) == null
}

output "base64sha256" {
  value = base64sha256(local.text) == null
}

output "base64gzip" {
  value = base64gzip(local.text) == null
}

output "tonumber" {
  value = tonumber(local.text) == null
}

output "tobool" {
  value = tobool(local.text) == null
}

output "basename" {
  value = basename(local.text) == null
}

output "dirname" {
  value = dirname(local.text) == null
}

output "abspath" {
  value = abspath(local.text) == null
}

output "pathexpand" {
  value = pathexpand(local.text) == null
}

output "fileexists" {
  value = fileexists(local.text) == null
}

output "file" {
  value = file(local.text) == null
}

output "filebase64" {
  value = filebase64(local.text) == null
}

output "filemd5" {
  value = filemd5(local.text) == null
}

output "sensitive" {
  value = sensitive(local.text) == null
}

output "nonsensitive" {
  value = nonsensitive(local.text) == null
}

output "issensitive" {
  value = issensitive(local.text) == null
}

output "ephemeralasnull" {
  value = ephemeralasnull(local.text) == null
}

output "can" {
  value = can(local.text) == null
}

output "cidrnetmask" {
  value = cidrnetmask(local.text) == null
}

output "tostring_of" {
  value = tostring(local.number) == null
}

output "trim_of" {
  value = trim(local.text, "x") == null
}

output "trimprefix_of" {
  value = trimprefix(local.text, "x") == null
}

output "replace_of" {
  value = replace(local.text, "a", "b") == null
}

output "substr_of" {
  value = substr(local.text, 0, 1) == null
}

output "split_of" {
  value = split(",", local.text) == null
}

output "join_of" {
  value = join(",", local.list) == null
}

output "format_of" {
  value = format("%s", local.text) == null
}

output "formatlist_of" {
  value = formatlist("%s", local.list) == null
}

output "indent_of" {
  value = indent(1, local.text) == null
}

output "startswith_of" {
  value = startswith(local.text, "a") == null
}

output "endswith_of" {
  value = endswith(local.text, "a") == null
}

output "strcontains_of" {
  value = strcontains(local.text, "a") == null
}

output "regex_of" {
  value = regex("a", local.text) == null
}

output "regexall_of" {
  value = regexall("a", local.text) == null
}

output "jsonencode_of" {
  value = jsonencode(local.text) == null
}

output "yamlencode_of" {
  value = yamlencode(local.text) == null
}

output "csvdecode_of" {
  value = csvdecode(local.text) == null
}

output "uuidv5_of" {
  value = uuidv5("dns", local.text) == null
}

output "templatestring_of" {
  value = templatestring(local.text, {}) == null
}

output "templatefile_of" {
  value = templatefile(local.text, {}) == null
}

output "try_of" {
  value = try(local.text) == null
}

output "textencodebase64_of" {
  value = textencodebase64(local.text, "UTF-8") == null
}

output "textdecodebase64_of" {
  value = textdecodebase64(local.text, "UTF-8") == null
}

output "cidrhost_of" {
  value = cidrhost("10.0.0.0/8", local.number) == null
}

output "cidrsubnet_of" {
  value = cidrsubnet(local.text, 8, 1) == null
}

output "cidrsubnets_of" {
  value = cidrsubnets(local.text, 8) == null
}

output "timeadd_of" {
  value = timeadd(local.text, "1h") == null
}

output "timecmp_of" {
  value = timecmp(local.text, local.text) == null
}

output "formatdate_of" {
  value = formatdate("YYYY", local.text) == null
}

output "timestamp_of" {
  value = timestamp() == null
}

output "uuid_of" {
  value = uuid() == null
}

output "bcrypt_of" {
  value = bcrypt(local.text) == null
}

output "fileset_of" {
  value = fileset(local.text, "*") == null
}

output "length_of" {
  value = length(local.list) == null
}

output "concat_of" {
  value = concat(local.list, local.list) == null
}

output "contains_of" {
  value = contains(local.list, "a") == null
}

output "element_of" {
  value = element(local.list, 0) == null
}

output "flatten_of" {
  value = flatten(tolist([local.list])) == null
}

output "keys_of" {
  value = keys(local.map) == null
}

output "values_of" {
  value = values(local.map) == null
}

output "lookup_of" {
  value = lookup(local.map, "a", "d") == null
}

output "lookup_plain_of" {
  value = lookup(local.map, "a") == null
}

output "merge_of" {
  value = merge(local.map, local.map) == null
}

output "distinct_of" {
  value = distinct(local.list) == null
}

output "compact_of" {
  value = compact(local.list) == null
}

output "sort_of" {
  value = sort(local.list) == null
}

output "reverse_of" {
  value = reverse(local.list) == null
}

output "slice_of" {
  value = slice(local.list, 0, 1) == null
}

output "chunklist_of" {
  value = chunklist(local.list, 1) == null
}

output "zipmap_of" {
  value = zipmap(local.list, local.list) == null
}

output "setproduct_of" {
  value = setproduct(local.list, local.list) == null
}

output "setunion_of" {
  value = setunion(local.set, local.set) == null
}

output "setintersection_of" {
  value = setintersection(local.set, local.set) == null
}

output "setsubtract_of" {
  value = setsubtract(local.set, local.set) == null
}

output "transpose_of" {
  value = transpose(tomap({ a = local.list })) == null
}

output "matchkeys_of" {
  value = matchkeys(local.list, local.list, local.list) == null
}

output "index_of" {
  value = index(local.list, "a") == null
}

output "coalesce_of" {
  value = coalesce(local.text, "a") == null
}

output "coalescelist_of" {
  value = coalescelist(local.list, local.list) == null
}

output "alltrue_of" {
  value = alltrue(tolist([local.truth])) == null
}

output "anytrue_of" {
  value = anytrue(tolist([local.truth])) == null
}

output "one_of" {
  value = one(local.list) == null
}

output "sum_of" {
  value = sum(tolist([local.number])) == null
}

output "max_of" {
  value = max(local.number, 1) == null
}

output "min_of" {
  value = min(local.number, 1) == null
}

output "range_of" {
  value = range(local.number) == null
}

output "tolist_of" {
  value = tolist(local.set) == null
}

output "toset_of" {
  value = toset(local.list) == null
}

output "tomap_of" {
  value = tomap(local.map) == null
}

output "abs_of" {
  value = abs(local.number) == null
}

output "ceil_of" {
  value = ceil(local.number) == null
}

output "floor_of" {
  value = floor(local.number) == null
}

output "log_of" {
  value = log(local.number, 2) == null
}

output "pow_of" {
  value = pow(local.number, 2) == null
}

output "signum_of" {
  value = signum(local.number) == null
}

output "parseint_of" {
  value = parseint(local.text, 16) == null
}

output "plus_of" {
  value = (local.number + 1) == null
}

output "and_of" {
  value = (local.truth && true) == null
}

output "not_of" {
  value = (!local.truth) == null
}

output "less_of" {
  value = (local.number < 1) == null
}

output "equals_of" {
  value = (local.text == "a") == null
}

output "conditional_of" {
  value = (local.truth ? local.id : "a") == null
}

output "conditional_null_of" {
  value = (local.truth ? local.id : null) == null
}

output "template_of" {
  value = "a${local.text}" == null
}

output "directive_of" {
  value = "%{for v in local.list}${v}%{endfor}" == null
}

output "splat_of" {
  value = local.list[*] == null
}

output "splat_attribute_of" {
  value = local.set[*] == null
}

output "attribute_of" {
  value = local.object.name == null
}

output "element_of_of" {
  value = local.list[0] == null
}

output "trimsuffix_of" {
  value = trimsuffix(local.text, "x") == null
}
