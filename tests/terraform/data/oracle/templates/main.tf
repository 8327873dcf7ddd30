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

output "around" {
  value = "a-${local.text}-b"
}

output "two" {
  value = "${local.text}/${local.id}"
}

output "alone" {
  value = "${local.text}"
}

output "alone_number" {
  value = "${local.number}"
}

output "alone_list" {
  value = "${local.list}"
}

output "number" {
  value = "n${local.number}"
}

output "truth" {
  value = "t${local.truth}"
}

output "list" {
  value = "l${local.list}"
}

output "list_known" {
  value = "l${["a"]}"
}

output "dynamic" {
  value = "d${local.some}"
}

output "null" {
  value = "n${null}"
}

output "nil" {
  value = "n${local.nil}"
}

output "absent" {
  value = "n${local.absent}"
}

output "known" {
  value = "a${1}${true}${"b"}"
}

output "nested" {
  value = "a-${"b-${local.text}"}"
}

output "heredoc" {
  value = <<-EOT
    first ${local.text}
      second ${local.id}
  EOT
}

output "if_unknown" {
  value = "%{if local.truth}yes%{else}no%{endif}"
}

output "if_known" {
  value = "%{if true}${local.text}%{endif}!"
}

output "if_not_taken" {
  value = "%{if false}${local.text}%{endif}!"
}

output "if_unknown_text" {
  value = "a %{if local.truth}${local.text}%{else}${local.id}%{endif} b"
}

output "for_unknown" {
  value = "%{for v in local.list}${v}%{endfor}"
}

output "for_known" {
  value = "%{for v in ["x", "y"]}${v}-%{endfor}"
}

output "for_mixed" {
  value = "%{for v in ["x", local.text]}${v}-%{endfor}"
}

output "for_index" {
  value = "%{for i, v in [local.text]}${i}=${v}%{endfor}"
}

output "for_map" {
  value = "%{for k, v in { a = "x", b = local.text }}${k}=${v};%{endfor}"
}

output "for_dynamic" {
  value = "%{for v in local.some}${v}%{endfor}"
}

output "for_null" {
  value = "%{for v in [null]}${v}%{endfor}"
}

output "starts" {
  value = startswith("web-${local.id}", "web")
}

output "starts_not" {
  value = startswith("web-${local.id}", "db-")
}

output "starts_longer" {
  value = startswith("web-${local.id}", "web-12")
}

output "starts_last" {
  value = startswith("web-${local.id}", "web-")
}

output "starts_letter" {
  value = startswith("web${local.id}", "web")
}

output "starts_letter_shorter" {
  value = startswith("web${local.id}", "we")
}

output "starts_empty" {
  value = startswith(local.id, "")
}

output "starts_unknown" {
  value = startswith(local.id, "a")
}

output "starts_nested" {
  value = startswith("web-${"x-${local.id}"}", "db")
}

output "starts_format" {
  value = startswith(format("web-%s", local.id), "db-")
}

output "starts_join" {
  value = startswith(join("-", ["web", local.id]), "db-")
}

output "starts_upper" {
  value = startswith(upper("web-${local.id}"), "WEB")
}

output "starts_json" {
  value = startswith(jsonencode({ a = local.id }), "[")
}

output "starts_json_list" {
  value = startswith(jsonencode([local.id]), "[")
}

output "starts_json_text" {
  value = startswith(jsonencode(local.id), "x")
}

output "contains" {
  value = strcontains("web-${local.id}", "web")
}

output "ends" {
  value = endswith("${local.id}-web", "web")
}

output "prefix_digits" {
  value = startswith("10.0.${local.number}.1", "192.")
}

output "prefix_accent" {
  value = startswith("é-${local.id}", "a")
}

output "prefix_through" {
  value = "web-${local.id}x" == "db-" ? "a" : "b"
}
