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
  value = upper(local.text)
}

output "lower" {
  value = lower(local.text)
}

output "title" {
  value = title(local.text)
}

output "chomp" {
  value = chomp(local.text)
}

output "trim" {
  value = trim(local.text, "x")
}

output "trimspace" {
  value = trimspace(local.text)
}

output "trimprefix" {
  value = trimprefix(local.text, "x")
}

output "trimsuffix" {
  value = trimsuffix(local.text, "x")
}

output "replace" {
  value = replace(local.text, "a", "b")
}

output "replace_known" {
  value = replace("abc", local.text, "x")
}

output "regex" {
  value = regex("a", local.text)
}

output "regex_groups" {
  value = regex("(?P<x>a)(b)", "ab")
}

output "regex_typed" {
  value = regex("(a)(b)", local.text)
}

output "regex_named" {
  value = regex("(?P<x>a)", local.text)
}

output "regex_named_attribute" {
  value = regex("(?P<x>a)", local.text).x
}

output "regexall" {
  value = regexall("a", local.text)
}

output "split" {
  value = split(",", local.text)
}

output "split_first" {
  value = split(",", local.text)[0]
}

output "split_length" {
  value = length(split(",", local.text))
}

output "join" {
  value = join(",", [local.text, "a"])
}

output "join_known" {
  value = join(",", ["a", "b"])
}

output "join_list" {
  value = join(",", local.list)
}

output "join_set" {
  value = join(",", local.set)
}

output "join_number" {
  value = join(",", [1, local.number])
}

output "format_s" {
  value = format("%s-%d", local.text, 1)
  sensitive = true
}

output "format_d" {
  value = format("%d", local.number)
}

output "format_bad" {
  value = format("%d", local.text)
}

output "format_unknown" {
  value = format(local.text, 1)
}

output "format_many" {
  value = format("a", local.text)
}

output "formatlist" {
  value = formatlist("%s!", ["a", local.text])
}

output "formatlist_unknown" {
  value = formatlist("%s!", local.list)
}

output "formatlist_known" {
  value = formatlist("%s-%s", ["a", "b"], "c")
}

output "formatlist_length" {
  value = length(formatlist("%s!", ["a", local.text]))
}

output "substr" {
  value = substr(local.text, 0, 2)
}

output "strrev" {
  value = strrev(local.text)
}

output "length" {
  value = length(local.text)
}

output "indent" {
  value = indent(2, local.text)
}

output "startswith" {
  value = startswith(local.text, "a")
}

output "endswith" {
  value = endswith(local.text, "a")
}

output "strcontains" {
  value = strcontains(local.text, "a")
}

output "base64encode" {
  value = base64encode(local.text)
}

output "base64decode" {
  value = base64decode(local.text)
}

output "urlencode" {
  value = urlencode(local.text)
}

output "jsonencode" {
  value = jsonencode([local.text])
}

output "jsondecode" {
  value = jsondecode(local.text)
}

output "jsondecode_attribute" {
  value = jsondecode(local.text).a
}

output "jsondecode_text" {
  value = jsondecode(jsonencode(local.text))
}

output "yamldecode" {
  value = yamldecode(local.text)
}

output "yamlencode" {
  value = yamlencode({ a = local.text })
}

output "csvdecode" {
  value = csvdecode(local.text)
}

output "md5" {
  value = md5(local.text)
}

output "sha256" {
  value = sha256(local.text)
}

output "base64sha256" {
  value = base64sha256(local.text)
}

output "uuidv5" {
  value = uuidv5("dns", local.text)
}

output "tostring" {
  value = tostring(local.number)
}

output "tonumber" {
  value = tonumber(local.text)
}

output "tobool" {
  value = tobool(local.text)
}

output "templatestring" {
  value = templatestring(local.text, { a = 1 })
}

output "cidrhost" {
  value = cidrhost("10.0.0.0/8", local.number)
}

output "cidrsubnet" {
  value = cidrsubnet(local.text, 8, 1)
}

output "cidrsubnets" {
  value = cidrsubnets("10.0.0.0/8", local.number)
}

output "cidrnetmask" {
  value = cidrnetmask(local.text)
}

output "timeadd" {
  value = timeadd(local.text, "1h")
}

output "formatdate" {
  value = formatdate("YYYY", local.text)
}

output "timecmp" {
  value = timecmp(local.text, "2024-01-01T00:00:00Z")
}

output "basename" {
  value = basename(local.text)
}

output "dirname" {
  value = dirname("${local.text}/a")
}

output "abspath" {
  value = abspath(local.text)
}

output "pathexpand" {
  value = pathexpand(local.text)
}

output "fileexists" {
  value = fileexists(local.text)
}

output "file" {
  value = file(local.text)
}

output "fileset" {
  value = fileset(local.text, "*.nothing")
}

output "list_argument" {
  value = upper(local.list)
}

output "number_argument" {
  value = upper(local.number)
}

output "bad_argument" {
  value = upper(["a"])
}

output "dynamic_argument" {
  value = upper(local.some)
}
