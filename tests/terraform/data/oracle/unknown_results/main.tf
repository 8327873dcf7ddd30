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

resource "terraform_data" "json" {
  input = "{\"a\": \"x\"}"
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
  any    = jsondecode(terraform_data.json.output)
  named  = "web-${terraform_data.text.output}"
  part   = ["a", terraform_data.text.output]
  listed = tolist(["a", terraform_data.text.output])
  keyed  = { a = "x", b = terraform_data.text.output }
  mapped = tomap({ a = "x", b = terraform_data.text.output })
  twice  = toset(["a", terraform_data.text.output])
}

output "o0" {
  value = upper(upper(local.text))
}

output "o1" {
  value = upper(lower(local.named))
}

output "o2" {
  value = upper(join("-", local.listed))
}

output "o3" {
  value = upper(join("-", ["web", local.text]))
}

output "o4" {
  value = upper(format("web-%s", local.text))
}

output "o5" {
  value = upper(coalesce(local.text, "c"))
}

output "o6" {
  value = upper((local.truth ? "web-a" : "web-b"))
}

output "o7" {
  value = upper((local.truth ? "web-a" : null))
}

output "o8" {
  value = upper("web-${local.number}")
}

output "o9" {
  value = upper(tostring(local.number))
}

output "o10" {
  value = upper(jsonencode({ a = local.text }))
}

output "o11" {
  value = upper(try(local.any, "a"))
}

output "o12" {
  value = upper(element(local.list, 0))
}

output "o13" {
  value = upper(one(local.list))
}

output "o14" {
  value = upper(lookup(local.map, "a", "d"))
}

output "o15" {
  value = upper(terraform_data.text.id)
}

output "o16" {
  value = upper(base64encode(local.text))
}

output "o17" {
  value = upper(trimspace(local.named))
}

output "o18" {
  value = upper(replace(local.named, "a", "b"))
}

output "o19" {
  value = upper(substr(local.named, 0, 2))
}

output "o20" {
  value = length(upper(local.text))
}

output "o21" {
  value = length(lower(local.named))
}

output "o22" {
  value = length(join("-", local.listed))
}

output "o23" {
  value = length(join("-", ["web", local.text]))
}

output "o24" {
  value = length(format("web-%s", local.text))
}

output "o25" {
  value = length(coalesce(local.text, "c"))
}

output "o26" {
  value = length((local.truth ? "web-a" : "web-b"))
}

output "o27" {
  value = length((local.truth ? "web-a" : null))
}

output "o28" {
  value = length("web-${local.number}")
}

output "o29" {
  value = length(tostring(local.number))
}

output "o30" {
  value = length(jsonencode({ a = local.text }))
}

output "o31" {
  value = length(try(local.any, "a"))
}

output "o32" {
  value = length(element(local.list, 0))
}

output "o33" {
  value = length(one(local.list))
}

output "o34" {
  value = length(lookup(local.map, "a", "d"))
}

output "o35" {
  value = length(terraform_data.text.id)
}

output "o36" {
  value = length(base64encode(local.text))
}

output "o37" {
  value = length(trimspace(local.named))
}

output "o38" {
  value = length(replace(local.named, "a", "b"))
}

output "o39" {
  value = length(substr(local.named, 0, 2))
}

output "o40" {
  value = "p-${upper(local.text)}"
}

output "o41" {
  value = "p-${lower(local.named)}"
}

output "o42" {
  value = "p-${join("-", local.listed)}"
}

output "o43" {
  value = "p-${join("-", ["web", local.text])}"
}

output "o44" {
  value = "p-${format("web-%s", local.text)}"
}

output "o45" {
  value = "p-${coalesce(local.text, "c")}"
}

output "o46" {
  value = "p-${(local.truth ? "web-a" : "web-b")}"
}

output "o47" {
  value = "p-${(local.truth ? "web-a" : null)}"
}

output "o48" {
  value = "p-${"web-${local.number}"}"
}

output "o49" {
  value = "p-${tostring(local.number)}"
}

output "o50" {
  value = "p-${jsonencode({ a = local.text })}"
}

output "o51" {
  value = "p-${try(local.any, "a")}"
}

output "o52" {
  value = "p-${element(local.list, 0)}"
}

output "o53" {
  value = "p-${one(local.list)}"
}

output "o54" {
  value = "p-${lookup(local.map, "a", "d")}"
}

output "o55" {
  value = "p-${terraform_data.text.id}"
}

output "o56" {
  value = "p-${base64encode(local.text)}"
}

output "o57" {
  value = "p-${trimspace(local.named)}"
}

output "o58" {
  value = "p-${replace(local.named, "a", "b")}"
}

output "o59" {
  value = "p-${substr(local.named, 0, 2)}"
}

output "o60" {
  value = [upper(local.text), 1]
}

output "o61" {
  value = [lower(local.named), 1]
}

output "o62" {
  value = [join("-", local.listed), 1]
}

output "o63" {
  value = [join("-", ["web", local.text]), 1]
}

output "o64" {
  value = [format("web-%s", local.text), 1]
}

output "o65" {
  value = [coalesce(local.text, "c"), 1]
}

output "o66" {
  value = [(local.truth ? "web-a" : "web-b"), 1]
}

output "o67" {
  value = [(local.truth ? "web-a" : null), 1]
}

output "o68" {
  value = ["web-${local.number}", 1]
}

output "o69" {
  value = [tostring(local.number), 1]
}

output "o70" {
  value = [jsonencode({ a = local.text }), 1]
}

output "o71" {
  value = [try(local.any, "a"), 1]
}

output "o72" {
  value = [element(local.list, 0), 1]
}

output "o73" {
  value = [one(local.list), 1]
}

output "o74" {
  value = [lookup(local.map, "a", "d"), 1]
}

output "o75" {
  value = [terraform_data.text.id, 1]
}

output "o76" {
  value = [base64encode(local.text), 1]
}

output "o77" {
  value = [trimspace(local.named), 1]
}

output "o78" {
  value = [replace(local.named, "a", "b"), 1]
}

output "o79" {
  value = [substr(local.named, 0, 2), 1]
}

output "o80" {
  value = upper(local.text) == "a"
}

output "o81" {
  value = lower(local.named) == "a"
}

output "o82" {
  value = join("-", local.listed) == "a"
}

output "o83" {
  value = join("-", ["web", local.text]) == "a"
}

output "o84" {
  value = format("web-%s", local.text) == "a"
}

output "o85" {
  value = coalesce(local.text, "c") == "a"
}

output "o86" {
  value = (local.truth ? "web-a" : "web-b") == "a"
}

output "o87" {
  value = (local.truth ? "web-a" : null) == "a"
}

output "o88" {
  value = "web-${local.number}" == "a"
}

output "o89" {
  value = tostring(local.number) == "a"
}

output "o90" {
  value = jsonencode({ a = local.text }) == "a"
}

output "o91" {
  value = try(local.any, "a") == "a"
}

output "o92" {
  value = element(local.list, 0) == "a"
}

output "o93" {
  value = one(local.list) == "a"
}

output "o94" {
  value = lookup(local.map, "a", "d") == "a"
}

output "o95" {
  value = terraform_data.text.id == "a"
}

output "o96" {
  value = base64encode(local.text) == "a"
}

output "o97" {
  value = trimspace(local.named) == "a"
}

output "o98" {
  value = replace(local.named, "a", "b") == "a"
}

output "o99" {
  value = substr(local.named, 0, 2) == "a"
}

output "o100" {
  value = coalesce(upper(local.text), "d")
}

output "o101" {
  value = coalesce(lower(local.named), "d")
}

output "o102" {
  value = coalesce(join("-", local.listed), "d")
}

output "o103" {
  value = coalesce(join("-", ["web", local.text]), "d")
}

output "o104" {
  value = coalesce(format("web-%s", local.text), "d")
}

output "o105" {
  value = coalesce(coalesce(local.text, "c"), "d")
}

output "o106" {
  value = coalesce((local.truth ? "web-a" : "web-b"), "d")
}

output "o107" {
  value = coalesce((local.truth ? "web-a" : null), "d")
}

output "o108" {
  value = coalesce("web-${local.number}", "d")
}

output "o109" {
  value = coalesce(tostring(local.number), "d")
}

output "o110" {
  value = coalesce(jsonencode({ a = local.text }), "d")
}

output "o111" {
  value = coalesce(try(local.any, "a"), "d")
}

output "o112" {
  value = coalesce(element(local.list, 0), "d")
}

output "o113" {
  value = coalesce(one(local.list), "d")
}

output "o114" {
  value = coalesce(lookup(local.map, "a", "d"), "d")
}

output "o115" {
  value = coalesce(terraform_data.text.id, "d")
}

output "o116" {
  value = coalesce(base64encode(local.text), "d")
}

output "o117" {
  value = coalesce(trimspace(local.named), "d")
}

output "o118" {
  value = coalesce(replace(local.named, "a", "b"), "d")
}

output "o119" {
  value = coalesce(substr(local.named, 0, 2), "d")
}

output "o120" {
  value = join(",", [upper(local.text), "b"])
}

output "o121" {
  value = join(",", [lower(local.named), "b"])
}

output "o122" {
  value = join(",", [join("-", local.listed), "b"])
}

output "o123" {
  value = join(",", [join("-", ["web", local.text]), "b"])
}

output "o124" {
  value = join(",", [format("web-%s", local.text), "b"])
}

output "o125" {
  value = join(",", [coalesce(local.text, "c"), "b"])
}

output "o126" {
  value = join(",", [(local.truth ? "web-a" : "web-b"), "b"])
}

output "o127" {
  value = join(",", [(local.truth ? "web-a" : null), "b"])
}

output "o128" {
  value = join(",", ["web-${local.number}", "b"])
}

output "o129" {
  value = join(",", [tostring(local.number), "b"])
}

output "o130" {
  value = join(",", [jsonencode({ a = local.text }), "b"])
}

output "o131" {
  value = join(",", [try(local.any, "a"), "b"])
}

output "o132" {
  value = join(",", [element(local.list, 0), "b"])
}

output "o133" {
  value = join(",", [one(local.list), "b"])
}

output "o134" {
  value = join(",", [lookup(local.map, "a", "d"), "b"])
}

output "o135" {
  value = join(",", [terraform_data.text.id, "b"])
}

output "o136" {
  value = join(",", [base64encode(local.text), "b"])
}

output "o137" {
  value = join(",", [trimspace(local.named), "b"])
}

output "o138" {
  value = join(",", [replace(local.named, "a", "b"), "b"])
}

output "o139" {
  value = join(",", [substr(local.named, 0, 2), "b"])
}

output "o140" {
  value = tostring(upper(local.text))
}

output "o141" {
  value = tostring(lower(local.named))
}

output "o142" {
  value = tostring(join("-", local.listed))
}

output "o143" {
  value = tostring(join("-", ["web", local.text]))
}

output "o144" {
  value = tostring(format("web-%s", local.text))
}

output "o145" {
  value = tostring(coalesce(local.text, "c"))
}

output "o146" {
  value = tostring((local.truth ? "web-a" : "web-b"))
}

output "o147" {
  value = tostring((local.truth ? "web-a" : null))
}

output "o148" {
  value = tostring("web-${local.number}")
}

output "o149" {
  value = tostring(tostring(local.number))
}

output "o150" {
  value = tostring(jsonencode({ a = local.text }))
}

output "o151" {
  value = tostring(try(local.any, "a"))
}

output "o152" {
  value = tostring(element(local.list, 0))
}

output "o153" {
  value = tostring(one(local.list))
}

output "o154" {
  value = tostring(lookup(local.map, "a", "d"))
}

output "o155" {
  value = tostring(terraform_data.text.id)
}

output "o156" {
  value = tostring(base64encode(local.text))
}

output "o157" {
  value = tostring(trimspace(local.named))
}

output "o158" {
  value = tostring(replace(local.named, "a", "b"))
}

output "o159" {
  value = tostring(substr(local.named, 0, 2))
}

output "o160" {
  value = try(upper(local.text), 1)
}

output "o161" {
  value = try(lower(local.named), 1)
}

output "o162" {
  value = try(join("-", local.listed), 1)
}

output "o163" {
  value = try(join("-", ["web", local.text]), 1)
}

output "o164" {
  value = try(format("web-%s", local.text), 1)
}

output "o165" {
  value = try(coalesce(local.text, "c"), 1)
}

output "o166" {
  value = try((local.truth ? "web-a" : "web-b"), 1)
}

output "o167" {
  value = try((local.truth ? "web-a" : null), 1)
}

output "o168" {
  value = try("web-${local.number}", 1)
}

output "o169" {
  value = try(tostring(local.number), 1)
}

output "o170" {
  value = try(jsonencode({ a = local.text }), 1)
}

output "o171" {
  value = try(try(local.any, "a"), 1)
}

output "o172" {
  value = try(element(local.list, 0), 1)
}

output "o173" {
  value = try(one(local.list), 1)
}

output "o174" {
  value = try(lookup(local.map, "a", "d"), 1)
}

output "o175" {
  value = try(terraform_data.text.id, 1)
}

output "o176" {
  value = try(base64encode(local.text), 1)
}

output "o177" {
  value = try(trimspace(local.named), 1)
}

output "o178" {
  value = try(replace(local.named, "a", "b"), 1)
}

output "o179" {
  value = try(substr(local.named, 0, 2), 1)
}

output "o180" {
  value = format("q%s", upper(local.text))
}

output "o181" {
  value = format("q%s", lower(local.named))
}

output "o182" {
  value = format("q%s", join("-", local.listed))
}

output "o183" {
  value = format("q%s", join("-", ["web", local.text]))
}

output "o184" {
  value = format("q%s", format("web-%s", local.text))
}

output "o185" {
  value = format("q%s", coalesce(local.text, "c"))
}

output "o186" {
  value = format("q%s", (local.truth ? "web-a" : "web-b"))
}

output "o187" {
  value = format("q%s", (local.truth ? "web-a" : null))
}

output "o188" {
  value = format("q%s", "web-${local.number}")
}

output "o189" {
  value = format("q%s", tostring(local.number))
}

output "o190" {
  value = format("q%s", jsonencode({ a = local.text }))
}

output "o191" {
  value = format("q%s", try(local.any, "a"))
}

output "o192" {
  value = format("q%s", element(local.list, 0))
}

output "o193" {
  value = format("q%s", one(local.list))
}

output "o194" {
  value = format("q%s", lookup(local.map, "a", "d"))
}

output "o195" {
  value = format("q%s", terraform_data.text.id)
}

output "o196" {
  value = format("q%s", base64encode(local.text))
}

output "o197" {
  value = format("q%s", trimspace(local.named))
}

output "o198" {
  value = format("q%s", replace(local.named, "a", "b"))
}

output "o199" {
  value = format("q%s", substr(local.named, 0, 2))
}

output "o200" {
  value = substr("x${upper(local.text)}", 0, 1)
}

output "o201" {
  value = substr("x${lower(local.named)}", 0, 1)
}

output "o202" {
  value = substr("x${join("-", local.listed)}", 0, 1)
}

output "o203" {
  value = substr("x${join("-", ["web", local.text])}", 0, 1)
}

output "o204" {
  value = substr("x${format("web-%s", local.text)}", 0, 1)
}

output "o205" {
  value = substr("x${coalesce(local.text, "c")}", 0, 1)
}

output "o206" {
  value = substr("x${(local.truth ? "web-a" : "web-b")}", 0, 1)
}

output "o207" {
  value = substr("x${(local.truth ? "web-a" : null)}", 0, 1)
}

output "o208" {
  value = substr("x${"web-${local.number}"}", 0, 1)
}

output "o209" {
  value = substr("x${tostring(local.number)}", 0, 1)
}

output "o210" {
  value = substr("x${jsonencode({ a = local.text })}", 0, 1)
}

output "o211" {
  value = substr("x${try(local.any, "a")}", 0, 1)
}

output "o212" {
  value = substr("x${element(local.list, 0)}", 0, 1)
}

output "o213" {
  value = substr("x${one(local.list)}", 0, 1)
}

output "o214" {
  value = substr("x${lookup(local.map, "a", "d")}", 0, 1)
}

output "o215" {
  value = substr("x${terraform_data.text.id}", 0, 1)
}

output "o216" {
  value = substr("x${base64encode(local.text)}", 0, 1)
}

output "o217" {
  value = substr("x${trimspace(local.named)}", 0, 1)
}

output "o218" {
  value = substr("x${replace(local.named, "a", "b")}", 0, 1)
}

output "o219" {
  value = substr("x${substr(local.named, 0, 2)}", 0, 1)
}

output "o220" {
  value = replace(upper(local.text), "a", "b")
}

output "o221" {
  value = replace(lower(local.named), "a", "b")
}

output "o222" {
  value = replace(join("-", local.listed), "a", "b")
}

output "o223" {
  value = replace(join("-", ["web", local.text]), "a", "b")
}

output "o224" {
  value = replace(format("web-%s", local.text), "a", "b")
}

output "o225" {
  value = replace(coalesce(local.text, "c"), "a", "b")
}

output "o226" {
  value = replace((local.truth ? "web-a" : "web-b"), "a", "b")
}

output "o227" {
  value = replace((local.truth ? "web-a" : null), "a", "b")
}

output "o228" {
  value = replace("web-${local.number}", "a", "b")
}

output "o229" {
  value = replace(tostring(local.number), "a", "b")
}

output "o230" {
  value = replace(jsonencode({ a = local.text }), "a", "b")
}

output "o231" {
  value = replace(try(local.any, "a"), "a", "b")
}

output "o232" {
  value = replace(element(local.list, 0), "a", "b")
}

output "o233" {
  value = replace(one(local.list), "a", "b")
}

output "o234" {
  value = replace(lookup(local.map, "a", "d"), "a", "b")
}

output "o235" {
  value = replace(terraform_data.text.id, "a", "b")
}

output "o236" {
  value = replace(base64encode(local.text), "a", "b")
}

output "o237" {
  value = replace(trimspace(local.named), "a", "b")
}

output "o238" {
  value = replace(replace(local.named, "a", "b"), "a", "b")
}

output "o239" {
  value = replace(substr(local.named, 0, 2), "a", "b")
}

output "o240" {
  value = startswith(upper(local.text), "web-")
}

output "o241" {
  value = startswith(lower(local.named), "web-")
}

output "o242" {
  value = startswith(join("-", local.listed), "web-")
}

output "o243" {
  value = startswith(join("-", ["web", local.text]), "web-")
}

output "o244" {
  value = startswith(format("web-%s", local.text), "web-")
}

output "o245" {
  value = startswith(coalesce(local.text, "c"), "web-")
}

output "o246" {
  value = startswith((local.truth ? "web-a" : "web-b"), "web-")
}

output "o247" {
  value = startswith((local.truth ? "web-a" : null), "web-")
}

output "o248" {
  value = startswith("web-${local.number}", "web-")
}

output "o249" {
  value = startswith(tostring(local.number), "web-")
}

output "o250" {
  value = startswith(jsonencode({ a = local.text }), "web-")
}

output "o251" {
  value = startswith(try(local.any, "a"), "web-")
}

output "o252" {
  value = startswith(element(local.list, 0), "web-")
}

output "o253" {
  value = startswith(one(local.list), "web-")
}

output "o254" {
  value = startswith(lookup(local.map, "a", "d"), "web-")
}

output "o255" {
  value = startswith(terraform_data.text.id, "web-")
}

output "o256" {
  value = startswith(base64encode(local.text), "web-")
}

output "o257" {
  value = startswith(trimspace(local.named), "web-")
}

output "o258" {
  value = startswith(replace(local.named, "a", "b"), "web-")
}

output "o259" {
  value = startswith(substr(local.named, 0, 2), "web-")
}

output "o260" {
  value = split("-", upper(local.text))
}

output "o261" {
  value = split("-", lower(local.named))
}

output "o262" {
  value = split("-", join("-", local.listed))
}

output "o263" {
  value = split("-", join("-", ["web", local.text]))
}

output "o264" {
  value = split("-", format("web-%s", local.text))
}

output "o265" {
  value = split("-", coalesce(local.text, "c"))
}

output "o266" {
  value = split("-", (local.truth ? "web-a" : "web-b"))
}

output "o267" {
  value = split("-", (local.truth ? "web-a" : null))
}

output "o268" {
  value = split("-", "web-${local.number}")
}

output "o269" {
  value = split("-", tostring(local.number))
}

output "o270" {
  value = split("-", jsonencode({ a = local.text }))
}

output "o271" {
  value = split("-", try(local.any, "a"))
}

output "o272" {
  value = split("-", element(local.list, 0))
}

output "o273" {
  value = split("-", one(local.list))
}

output "o274" {
  value = split("-", lookup(local.map, "a", "d"))
}

output "o275" {
  value = split("-", terraform_data.text.id)
}

output "o276" {
  value = split("-", base64encode(local.text))
}

output "o277" {
  value = split("-", trimspace(local.named))
}

output "o278" {
  value = split("-", replace(local.named, "a", "b"))
}

output "o279" {
  value = split("-", substr(local.named, 0, 2))
}

output "o280" {
  value = { a = upper(local.text) }.a
}

output "o281" {
  value = { a = lower(local.named) }.a
}

output "o282" {
  value = { a = join("-", local.listed) }.a
}

output "o283" {
  value = { a = join("-", ["web", local.text]) }.a
}

output "o284" {
  value = { a = format("web-%s", local.text) }.a
}

output "o285" {
  value = { a = coalesce(local.text, "c") }.a
}

output "o286" {
  value = { a = (local.truth ? "web-a" : "web-b") }.a
}

output "o287" {
  value = { a = (local.truth ? "web-a" : null) }.a
}

output "o288" {
  value = { a = "web-${local.number}" }.a
}

output "o289" {
  value = { a = tostring(local.number) }.a
}

output "o290" {
  value = { a = jsonencode({ a = local.text }) }.a
}

output "o291" {
  value = { a = try(local.any, "a") }.a
}

output "o292" {
  value = { a = element(local.list, 0) }.a
}

output "o293" {
  value = { a = one(local.list) }.a
}

output "o294" {
  value = { a = lookup(local.map, "a", "d") }.a
}

output "o295" {
  value = { a = terraform_data.text.id }.a
}

output "o296" {
  value = { a = base64encode(local.text) }.a
}

output "o297" {
  value = { a = trimspace(local.named) }.a
}

output "o298" {
  value = { a = replace(local.named, "a", "b") }.a
}

output "o299" {
  value = { a = substr(local.named, 0, 2) }.a
}

output "o300" {
  value = [for v in [upper(local.text)] : v][0]
}

output "o301" {
  value = [for v in [lower(local.named)] : v][0]
}

output "o302" {
  value = [for v in [join("-", local.listed)] : v][0]
}

output "o303" {
  value = [for v in [join("-", ["web", local.text])] : v][0]
}

output "o304" {
  value = [for v in [format("web-%s", local.text)] : v][0]
}

output "o305" {
  value = [for v in [coalesce(local.text, "c")] : v][0]
}

output "o306" {
  value = [for v in [(local.truth ? "web-a" : "web-b")] : v][0]
}

output "o307" {
  value = [for v in [(local.truth ? "web-a" : null)] : v][0]
}

output "o308" {
  value = [for v in ["web-${local.number}"] : v][0]
}

output "o309" {
  value = [for v in [tostring(local.number)] : v][0]
}

output "o310" {
  value = [for v in [jsonencode({ a = local.text })] : v][0]
}

output "o311" {
  value = [for v in [try(local.any, "a")] : v][0]
}

output "o312" {
  value = [for v in [element(local.list, 0)] : v][0]
}

output "o313" {
  value = [for v in [one(local.list)] : v][0]
}

output "o314" {
  value = [for v in [lookup(local.map, "a", "d")] : v][0]
}

output "o315" {
  value = [for v in [terraform_data.text.id] : v][0]
}

output "o316" {
  value = [for v in [base64encode(local.text)] : v][0]
}

output "o317" {
  value = [for v in [trimspace(local.named)] : v][0]
}

output "o318" {
  value = [for v in [replace(local.named, "a", "b")] : v][0]
}

output "o319" {
  value = [for v in [substr(local.named, 0, 2)] : v][0]
}

output "o320" {
  value = toset([upper(local.text), "a"])
}

output "o321" {
  value = toset([lower(local.named), "a"])
}

output "o322" {
  value = toset([join("-", local.listed), "a"])
}

output "o323" {
  value = toset([join("-", ["web", local.text]), "a"])
}

output "o324" {
  value = toset([format("web-%s", local.text), "a"])
}

output "o325" {
  value = toset([coalesce(local.text, "c"), "a"])
}

output "o326" {
  value = toset([(local.truth ? "web-a" : "web-b"), "a"])
}

output "o327" {
  value = toset([(local.truth ? "web-a" : null), "a"])
}

output "o328" {
  value = toset(["web-${local.number}", "a"])
}

output "o329" {
  value = toset([tostring(local.number), "a"])
}

output "o330" {
  value = toset([jsonencode({ a = local.text }), "a"])
}

output "o331" {
  value = toset([try(local.any, "a"), "a"])
}

output "o332" {
  value = toset([element(local.list, 0), "a"])
}

output "o333" {
  value = toset([one(local.list), "a"])
}

output "o334" {
  value = toset([lookup(local.map, "a", "d"), "a"])
}

output "o335" {
  value = toset([terraform_data.text.id, "a"])
}

output "o336" {
  value = toset([base64encode(local.text), "a"])
}

output "o337" {
  value = toset([trimspace(local.named), "a"])
}

output "o338" {
  value = toset([replace(local.named, "a", "b"), "a"])
}

output "o339" {
  value = toset([substr(local.named, 0, 2), "a"])
}

output "o340" {
  value = trimprefix(upper(local.text), "web-")
}

output "o341" {
  value = trimprefix(lower(local.named), "web-")
}

output "o342" {
  value = trimprefix(join("-", local.listed), "web-")
}

output "o343" {
  value = trimprefix(join("-", ["web", local.text]), "web-")
}

output "o344" {
  value = trimprefix(format("web-%s", local.text), "web-")
}

output "o345" {
  value = trimprefix(coalesce(local.text, "c"), "web-")
}

output "o346" {
  value = trimprefix((local.truth ? "web-a" : "web-b"), "web-")
}

output "o347" {
  value = trimprefix((local.truth ? "web-a" : null), "web-")
}

output "o348" {
  value = trimprefix("web-${local.number}", "web-")
}

output "o349" {
  value = trimprefix(tostring(local.number), "web-")
}

output "o350" {
  value = trimprefix(jsonencode({ a = local.text }), "web-")
}

output "o351" {
  value = trimprefix(try(local.any, "a"), "web-")
}

output "o352" {
  value = trimprefix(element(local.list, 0), "web-")
}

output "o353" {
  value = trimprefix(one(local.list), "web-")
}

output "o354" {
  value = trimprefix(lookup(local.map, "a", "d"), "web-")
}

output "o355" {
  value = trimprefix(terraform_data.text.id, "web-")
}

output "o356" {
  value = trimprefix(base64encode(local.text), "web-")
}

output "o357" {
  value = trimprefix(trimspace(local.named), "web-")
}

output "o358" {
  value = trimprefix(replace(local.named, "a", "b"), "web-")
}

output "o359" {
  value = trimprefix(substr(local.named, 0, 2), "web-")
}

output "o360" {
  value = upper(local.text) != null
}

output "o361" {
  value = lower(local.named) != null
}

output "o362" {
  value = join("-", local.listed) != null
}

output "o363" {
  value = join("-", ["web", local.text]) != null
}

output "o364" {
  value = format("web-%s", local.text) != null
}

output "o365" {
  value = coalesce(local.text, "c") != null
}

output "o366" {
  value = (local.truth ? "web-a" : "web-b") != null
}

output "o367" {
  value = (local.truth ? "web-a" : null) != null
}

output "o368" {
  value = "web-${local.number}" != null
}

output "o369" {
  value = tostring(local.number) != null
}

output "o370" {
  value = jsonencode({ a = local.text }) != null
}

output "o371" {
  value = try(local.any, "a") != null
}

output "o372" {
  value = element(local.list, 0) != null
}

output "o373" {
  value = one(local.list) != null
}

output "o374" {
  value = lookup(local.map, "a", "d") != null
}

output "o375" {
  value = terraform_data.text.id != null
}

output "o376" {
  value = base64encode(local.text) != null
}

output "o377" {
  value = trimspace(local.named) != null
}

output "o378" {
  value = replace(local.named, "a", "b") != null
}

output "o379" {
  value = substr(local.named, 0, 2) != null
}

output "o380" {
  value = local.truth ? upper(local.text) : "b"
}

output "o381" {
  value = local.truth ? lower(local.named) : "b"
}

output "o382" {
  value = local.truth ? join("-", local.listed) : "b"
}

output "o383" {
  value = local.truth ? join("-", ["web", local.text]) : "b"
}

output "o384" {
  value = local.truth ? format("web-%s", local.text) : "b"
}

output "o385" {
  value = local.truth ? coalesce(local.text, "c") : "b"
}

output "o386" {
  value = local.truth ? (local.truth ? "web-a" : "web-b") : "b"
}

output "o387" {
  value = local.truth ? (local.truth ? "web-a" : null) : "b"
}

output "o388" {
  value = local.truth ? "web-${local.number}" : "b"
}

output "o389" {
  value = local.truth ? tostring(local.number) : "b"
}

output "o390" {
  value = local.truth ? jsonencode({ a = local.text }) : "b"
}

output "o391" {
  value = local.truth ? try(local.any, "a") : "b"
}

output "o392" {
  value = local.truth ? element(local.list, 0) : "b"
}

output "o393" {
  value = local.truth ? one(local.list) : "b"
}

output "o394" {
  value = local.truth ? lookup(local.map, "a", "d") : "b"
}

output "o395" {
  value = local.truth ? terraform_data.text.id : "b"
}

output "o396" {
  value = local.truth ? base64encode(local.text) : "b"
}

output "o397" {
  value = local.truth ? trimspace(local.named) : "b"
}

output "o398" {
  value = local.truth ? replace(local.named, "a", "b") : "b"
}

output "o399" {
  value = local.truth ? substr(local.named, 0, 2) : "b"
}

output "o400" {
  value = local.truth ? upper(local.text) : null
}

output "o401" {
  value = local.truth ? lower(local.named) : null
}

output "o402" {
  value = local.truth ? join("-", local.listed) : null
}

output "o403" {
  value = local.truth ? join("-", ["web", local.text]) : null
}

output "o404" {
  value = local.truth ? format("web-%s", local.text) : null
}

output "o405" {
  value = local.truth ? coalesce(local.text, "c") : null
}

output "o406" {
  value = local.truth ? (local.truth ? "web-a" : "web-b") : null
}

output "o407" {
  value = local.truth ? (local.truth ? "web-a" : null) : null
}

output "o408" {
  value = local.truth ? "web-${local.number}" : null
}

output "o409" {
  value = local.truth ? tostring(local.number) : null
}

output "o410" {
  value = local.truth ? jsonencode({ a = local.text }) : null
}

output "o411" {
  value = local.truth ? try(local.any, "a") : null
}

output "o412" {
  value = local.truth ? element(local.list, 0) : null
}

output "o413" {
  value = local.truth ? one(local.list) : null
}

output "o414" {
  value = local.truth ? lookup(local.map, "a", "d") : null
}

output "o415" {
  value = local.truth ? terraform_data.text.id : null
}

output "o416" {
  value = local.truth ? base64encode(local.text) : null
}

output "o417" {
  value = local.truth ? trimspace(local.named) : null
}

output "o418" {
  value = local.truth ? replace(local.named, "a", "b") : null
}

output "o419" {
  value = local.truth ? substr(local.named, 0, 2) : null
}
