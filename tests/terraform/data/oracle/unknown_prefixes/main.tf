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
  value = startswith("web-${local.text}", "web-")
}

output "o1" {
  value = startswith("web-${local.text}", "x")
}

output "o2" {
  value = "web-${local.text}" == "web-"
}

output "o3" {
  value = "web-${local.text}" == "x"
}

output "o4" {
  value = "web-${local.text}" == ""
}

output "o5" {
  value = "web-${local.text}" != null
}

output "o6" {
  value = startswith("web-${local.text}", "")
}

output "o7" {
  value = "${"web-${local.text}"}!" == "y!"
}

output "o8" {
  value = coalesce("web-${local.text}", "z")
}

output "o9" {
  value = startswith("a${"web-${local.text}"}", "aweb")
}

output "o10" {
  value = ["web-${local.text}"] == ["q"]
}

output "o11" {
  value = toset(["web-${local.text}"]) == toset(["q"])
}

output "o12" {
  value = startswith("${local.text}-web", "web-")
}

output "o13" {
  value = startswith("${local.text}-web", "x")
}

output "o14" {
  value = "${local.text}-web" == "web-"
}

output "o15" {
  value = "${local.text}-web" == "x"
}

output "o16" {
  value = "${local.text}-web" == ""
}

output "o17" {
  value = "${local.text}-web" != null
}

output "o18" {
  value = startswith("${local.text}-web", "")
}

output "o19" {
  value = "${"${local.text}-web"}!" == "y!"
}

output "o20" {
  value = coalesce("${local.text}-web", "z")
}

output "o21" {
  value = startswith("a${"${local.text}-web"}", "aweb")
}

output "o22" {
  value = ["${local.text}-web"] == ["q"]
}

output "o23" {
  value = toset(["${local.text}-web"]) == toset(["q"])
}

output "o24" {
  value = startswith(format("web-%s", local.text), "x")
}

output "o25" {
  value = format("web-%s", local.text) == "web-"
}

output "o26" {
  value = format("web-%s", local.text) == "x"
}

output "o27" {
  value = format("web-%s", local.text) == ""
}

output "o28" {
  value = startswith(format("web-%s", local.text), "")
}

output "o29" {
  value = "${format("web-%s", local.text)}!" == "y!"
}

output "o30" {
  value = coalesce(format("web-%s", local.text), "z")
}

output "o31" {
  value = startswith("a${format("web-%s", local.text)}", "aweb")
}

output "o32" {
  value = [format("web-%s", local.text)] == ["q"]
}

output "o33" {
  value = toset([format("web-%s", local.text)]) == toset(["q"])
}

output "o34" {
  value = startswith(format("%s-web", local.text), "web-")
}

output "o35" {
  value = startswith(format("%s-web", local.text), "x")
}

output "o36" {
  value = format("%s-web", local.text) == "web-"
}

output "o37" {
  value = format("%s-web", local.text) == "x"
}

output "o38" {
  value = format("%s-web", local.text) == ""
}

output "o39" {
  value = format("%s-web", local.text) != null
}

output "o40" {
  value = startswith(format("%s-web", local.text), "")
}

output "o41" {
  value = "${format("%s-web", local.text)}!" == "y!"
}

output "o42" {
  value = coalesce(format("%s-web", local.text), "z")
}

output "o43" {
  value = startswith("a${format("%s-web", local.text)}", "aweb")
}

output "o44" {
  value = [format("%s-web", local.text)] == ["q"]
}

output "o45" {
  value = toset([format("%s-web", local.text)]) == toset(["q"])
}

output "o46" {
  value = startswith(join("-", ["web", local.text]), "x")
}

output "o47" {
  value = join("-", ["web", local.text]) == "web-"
}

output "o48" {
  value = join("-", ["web", local.text]) == "x"
}

output "o49" {
  value = join("-", ["web", local.text]) == ""
}

output "o50" {
  value = startswith(join("-", ["web", local.text]), "")
}

output "o51" {
  value = "${join("-", ["web", local.text])}!" == "y!"
}

output "o52" {
  value = coalesce(join("-", ["web", local.text]), "z")
}

output "o53" {
  value = startswith("a${join("-", ["web", local.text])}", "aweb")
}

output "o54" {
  value = [join("-", ["web", local.text])] == ["q"]
}

output "o55" {
  value = toset([join("-", ["web", local.text])]) == toset(["q"])
}

output "o56" {
  value = startswith(join("-", [local.text, "web"]), "web-")
}

output "o57" {
  value = startswith(join("-", [local.text, "web"]), "x")
}

output "o58" {
  value = join("-", [local.text, "web"]) == "web-"
}

output "o59" {
  value = join("-", [local.text, "web"]) == "x"
}

output "o60" {
  value = join("-", [local.text, "web"]) == ""
}

output "o61" {
  value = join("-", [local.text, "web"]) != null
}

output "o62" {
  value = startswith(join("-", [local.text, "web"]), "")
}

output "o63" {
  value = "${join("-", [local.text, "web"])}!" == "y!"
}

output "o64" {
  value = coalesce(join("-", [local.text, "web"]), "z")
}

output "o65" {
  value = startswith("a${join("-", [local.text, "web"])}", "aweb")
}

output "o66" {
  value = [join("-", [local.text, "web"])] == ["q"]
}

output "o67" {
  value = toset([join("-", [local.text, "web"])]) == toset(["q"])
}

output "o68" {
  value = startswith(upper("web-${local.text}"), "web-")
}

output "o69" {
  value = startswith(upper("web-${local.text}"), "x")
}

output "o70" {
  value = upper("web-${local.text}") == "web-"
}

output "o71" {
  value = upper("web-${local.text}") == "x"
}

output "o72" {
  value = upper("web-${local.text}") == ""
}

output "o73" {
  value = upper("web-${local.text}") != null
}

output "o74" {
  value = startswith(upper("web-${local.text}"), "")
}

output "o75" {
  value = "${upper("web-${local.text}")}!" == "y!"
}

output "o76" {
  value = coalesce(upper("web-${local.text}"), "z")
}

output "o77" {
  value = startswith("a${upper("web-${local.text}")}", "aweb")
}

output "o78" {
  value = [upper("web-${local.text}")] == ["q"]
}

output "o79" {
  value = toset([upper("web-${local.text}")]) == toset(["q"])
}

output "o80" {
  value = startswith(lower("WEB-${local.text}"), "web-")
}

output "o81" {
  value = startswith(lower("WEB-${local.text}"), "x")
}

output "o82" {
  value = lower("WEB-${local.text}") == "web-"
}

output "o83" {
  value = lower("WEB-${local.text}") == "x"
}

output "o84" {
  value = lower("WEB-${local.text}") == ""
}

output "o85" {
  value = lower("WEB-${local.text}") != null
}

output "o86" {
  value = startswith(lower("WEB-${local.text}"), "")
}

output "o87" {
  value = "${lower("WEB-${local.text}")}!" == "y!"
}

output "o88" {
  value = coalesce(lower("WEB-${local.text}"), "z")
}

output "o89" {
  value = startswith("a${lower("WEB-${local.text}")}", "aweb")
}

output "o90" {
  value = [lower("WEB-${local.text}")] == ["q"]
}

output "o91" {
  value = toset([lower("WEB-${local.text}")]) == toset(["q"])
}

output "o92" {
  value = startswith(title("web-${local.text}"), "web-")
}

output "o93" {
  value = startswith(title("web-${local.text}"), "x")
}

output "o94" {
  value = title("web-${local.text}") == "web-"
}

output "o95" {
  value = title("web-${local.text}") == "x"
}

output "o96" {
  value = title("web-${local.text}") == ""
}

output "o97" {
  value = title("web-${local.text}") != null
}

output "o98" {
  value = startswith(title("web-${local.text}"), "")
}

output "o99" {
  value = "${title("web-${local.text}")}!" == "y!"
}

output "o100" {
  value = coalesce(title("web-${local.text}"), "z")
}

output "o101" {
  value = startswith("a${title("web-${local.text}")}", "aweb")
}

output "o102" {
  value = [title("web-${local.text}")] == ["q"]
}

output "o103" {
  value = toset([title("web-${local.text}")]) == toset(["q"])
}

output "o104" {
  value = startswith(replace("web-${local.text}", "w", "x"), "web-")
}

output "o105" {
  value = startswith(replace("web-${local.text}", "w", "x"), "x")
}

output "o106" {
  value = replace("web-${local.text}", "w", "x") == "web-"
}

output "o107" {
  value = replace("web-${local.text}", "w", "x") == "x"
}

output "o108" {
  value = replace("web-${local.text}", "w", "x") == ""
}

output "o109" {
  value = replace("web-${local.text}", "w", "x") != null
}

output "o110" {
  value = startswith(replace("web-${local.text}", "w", "x"), "")
}

output "o111" {
  value = "${replace("web-${local.text}", "w", "x")}!" == "y!"
}

output "o112" {
  value = coalesce(replace("web-${local.text}", "w", "x"), "z")
}

output "o113" {
  value = startswith("a${replace("web-${local.text}", "w", "x")}", "aweb")
}

output "o114" {
  value = [replace("web-${local.text}", "w", "x")] == ["q"]
}

output "o115" {
  value = toset([replace("web-${local.text}", "w", "x")]) == toset(["q"])
}

output "o116" {
  value = startswith(trimspace(" web-${local.text}"), "web-")
}

output "o117" {
  value = startswith(trimspace(" web-${local.text}"), "x")
}

output "o118" {
  value = trimspace(" web-${local.text}") == "web-"
}

output "o119" {
  value = trimspace(" web-${local.text}") == "x"
}

output "o120" {
  value = trimspace(" web-${local.text}") == ""
}

output "o121" {
  value = trimspace(" web-${local.text}") != null
}

output "o122" {
  value = startswith(trimspace(" web-${local.text}"), "")
}

output "o123" {
  value = "${trimspace(" web-${local.text}")}!" == "y!"
}

output "o124" {
  value = coalesce(trimspace(" web-${local.text}"), "z")
}

output "o125" {
  value = startswith("a${trimspace(" web-${local.text}")}", "aweb")
}

output "o126" {
  value = [trimspace(" web-${local.text}")] == ["q"]
}

output "o127" {
  value = toset([trimspace(" web-${local.text}")]) == toset(["q"])
}

output "o128" {
  value = startswith(trimprefix("web-${local.text}", "web-"), "web-")
}

output "o129" {
  value = startswith(trimprefix("web-${local.text}", "web-"), "x")
}

output "o130" {
  value = trimprefix("web-${local.text}", "web-") == "web-"
}

output "o131" {
  value = trimprefix("web-${local.text}", "web-") == "x"
}

output "o132" {
  value = trimprefix("web-${local.text}", "web-") == ""
}

output "o133" {
  value = trimprefix("web-${local.text}", "web-") != null
}

output "o134" {
  value = startswith(trimprefix("web-${local.text}", "web-"), "")
}

output "o135" {
  value = "${trimprefix("web-${local.text}", "web-")}!" == "y!"
}

output "o136" {
  value = coalesce(trimprefix("web-${local.text}", "web-"), "z")
}

output "o137" {
  value = startswith("a${trimprefix("web-${local.text}", "web-")}", "aweb")
}

output "o138" {
  value = [trimprefix("web-${local.text}", "web-")] == ["q"]
}

output "o139" {
  value = toset([trimprefix("web-${local.text}", "web-")]) == toset(["q"])
}

output "o140" {
  value = startswith(trimsuffix("web-${local.text}", "x"), "web-")
}

output "o141" {
  value = startswith(trimsuffix("web-${local.text}", "x"), "x")
}

output "o142" {
  value = trimsuffix("web-${local.text}", "x") == "web-"
}

output "o143" {
  value = trimsuffix("web-${local.text}", "x") == "x"
}

output "o144" {
  value = trimsuffix("web-${local.text}", "x") == ""
}

output "o145" {
  value = trimsuffix("web-${local.text}", "x") != null
}

output "o146" {
  value = startswith(trimsuffix("web-${local.text}", "x"), "")
}

output "o147" {
  value = "${trimsuffix("web-${local.text}", "x")}!" == "y!"
}

output "o148" {
  value = coalesce(trimsuffix("web-${local.text}", "x"), "z")
}

output "o149" {
  value = startswith("a${trimsuffix("web-${local.text}", "x")}", "aweb")
}

output "o150" {
  value = [trimsuffix("web-${local.text}", "x")] == ["q"]
}

output "o151" {
  value = toset([trimsuffix("web-${local.text}", "x")]) == toset(["q"])
}

output "o152" {
  value = startswith(substr("web-${local.text}", 0, 4), "web-")
}

output "o153" {
  value = startswith(substr("web-${local.text}", 0, 4), "x")
}

output "o154" {
  value = substr("web-${local.text}", 0, 4) == "web-"
}

output "o155" {
  value = substr("web-${local.text}", 0, 4) == "x"
}

output "o156" {
  value = substr("web-${local.text}", 0, 4) == ""
}

output "o157" {
  value = substr("web-${local.text}", 0, 4) != null
}

output "o158" {
  value = startswith(substr("web-${local.text}", 0, 4), "")
}

output "o159" {
  value = "${substr("web-${local.text}", 0, 4)}!" == "y!"
}

output "o160" {
  value = coalesce(substr("web-${local.text}", 0, 4), "z")
}

output "o161" {
  value = startswith("a${substr("web-${local.text}", 0, 4)}", "aweb")
}

output "o162" {
  value = [substr("web-${local.text}", 0, 4)] == ["q"]
}

output "o163" {
  value = toset([substr("web-${local.text}", 0, 4)]) == toset(["q"])
}

output "o164" {
  value = startswith(base64encode("web-${local.text}"), "web-")
}

output "o165" {
  value = startswith(base64encode("web-${local.text}"), "x")
}

output "o166" {
  value = base64encode("web-${local.text}") == "web-"
}

output "o167" {
  value = base64encode("web-${local.text}") == "x"
}

output "o168" {
  value = base64encode("web-${local.text}") == ""
}

output "o169" {
  value = base64encode("web-${local.text}") != null
}

output "o170" {
  value = startswith(base64encode("web-${local.text}"), "")
}

output "o171" {
  value = "${base64encode("web-${local.text}")}!" == "y!"
}

output "o172" {
  value = coalesce(base64encode("web-${local.text}"), "z")
}

output "o173" {
  value = startswith("a${base64encode("web-${local.text}")}", "aweb")
}

output "o174" {
  value = [base64encode("web-${local.text}")] == ["q"]
}

output "o175" {
  value = toset([base64encode("web-${local.text}")]) == toset(["q"])
}

output "o176" {
  value = startswith(jsonencode(local.text), "web-")
}

output "o177" {
  value = startswith(jsonencode(local.text), "x")
}

output "o178" {
  value = jsonencode(local.text) == "web-"
}

output "o179" {
  value = jsonencode(local.text) == "x"
}

output "o180" {
  value = jsonencode(local.text) == ""
}

output "o181" {
  value = jsonencode(local.text) != null
}

output "o182" {
  value = startswith(jsonencode(local.text), "")
}

output "o183" {
  value = "${jsonencode(local.text)}!" == "y!"
}

output "o184" {
  value = coalesce(jsonencode(local.text), "z")
}

output "o185" {
  value = startswith("a${jsonencode(local.text)}", "aweb")
}

output "o186" {
  value = [jsonencode(local.text)] == ["q"]
}

output "o187" {
  value = toset([jsonencode(local.text)]) == toset(["q"])
}

output "o188" {
  value = startswith(jsonencode(local.number), "web-")
}

output "o189" {
  value = startswith(jsonencode(local.number), "x")
}

output "o190" {
  value = jsonencode(local.number) == "web-"
}

output "o191" {
  value = jsonencode(local.number) == "x"
}

output "o192" {
  value = jsonencode(local.number) == ""
}

output "o193" {
  value = jsonencode(local.number) != null
}

output "o194" {
  value = startswith(jsonencode(local.number), "")
}

output "o195" {
  value = "${jsonencode(local.number)}!" == "y!"
}

output "o196" {
  value = coalesce(jsonencode(local.number), "z")
}

output "o197" {
  value = startswith("a${jsonencode(local.number)}", "aweb")
}

output "o198" {
  value = [jsonencode(local.number)] == ["q"]
}

output "o199" {
  value = toset([jsonencode(local.number)]) == toset(["q"])
}

output "o200" {
  value = startswith(jsonencode(local.list), "web-")
}

output "o201" {
  value = startswith(jsonencode(local.list), "x")
}

output "o202" {
  value = jsonencode(local.list) == "web-"
}

output "o203" {
  value = jsonencode(local.list) == "x"
}

output "o204" {
  value = jsonencode(local.list) == ""
}

output "o205" {
  value = jsonencode(local.list) != null
}

output "o206" {
  value = startswith(jsonencode(local.list), "")
}

output "o207" {
  value = "${jsonencode(local.list)}!" == "y!"
}

output "o208" {
  value = coalesce(jsonencode(local.list), "z")
}

output "o209" {
  value = startswith("a${jsonencode(local.list)}", "aweb")
}

output "o210" {
  value = [jsonencode(local.list)] == ["q"]
}

output "o211" {
  value = toset([jsonencode(local.list)]) == toset(["q"])
}

output "o212" {
  value = startswith(jsonencode(local.object), "web-")
}

output "o213" {
  value = startswith(jsonencode(local.object), "x")
}

output "o214" {
  value = jsonencode(local.object) == "web-"
}

output "o215" {
  value = jsonencode(local.object) == "x"
}

output "o216" {
  value = jsonencode(local.object) == ""
}

output "o217" {
  value = jsonencode(local.object) != null
}

output "o218" {
  value = startswith(jsonencode(local.object), "")
}

output "o219" {
  value = "${jsonencode(local.object)}!" == "y!"
}

output "o220" {
  value = coalesce(jsonencode(local.object), "z")
}

output "o221" {
  value = startswith("a${jsonencode(local.object)}", "aweb")
}

output "o222" {
  value = [jsonencode(local.object)] == ["q"]
}

output "o223" {
  value = toset([jsonencode(local.object)]) == toset(["q"])
}

output "o224" {
  value = startswith(jsonencode(local.part), "web-")
}

output "o225" {
  value = startswith(jsonencode(local.part), "x")
}

output "o226" {
  value = jsonencode(local.part) == "web-"
}

output "o227" {
  value = jsonencode(local.part) == "x"
}

output "o228" {
  value = jsonencode(local.part) == ""
}

output "o229" {
  value = jsonencode(local.part) != null
}

output "o230" {
  value = startswith(jsonencode(local.part), "")
}

output "o231" {
  value = "${jsonencode(local.part)}!" == "y!"
}

output "o232" {
  value = coalesce(jsonencode(local.part), "z")
}

output "o233" {
  value = startswith("a${jsonencode(local.part)}", "aweb")
}

output "o234" {
  value = [jsonencode(local.part)] == ["q"]
}

output "o235" {
  value = toset([jsonencode(local.part)]) == toset(["q"])
}

output "o236" {
  value = startswith(jsonencode(local.map), "web-")
}

output "o237" {
  value = startswith(jsonencode(local.map), "x")
}

output "o238" {
  value = jsonencode(local.map) == "web-"
}

output "o239" {
  value = jsonencode(local.map) == "x"
}

output "o240" {
  value = jsonencode(local.map) == ""
}

output "o241" {
  value = jsonencode(local.map) != null
}

output "o242" {
  value = startswith(jsonencode(local.map), "")
}

output "o243" {
  value = "${jsonencode(local.map)}!" == "y!"
}

output "o244" {
  value = coalesce(jsonencode(local.map), "z")
}

output "o245" {
  value = startswith("a${jsonencode(local.map)}", "aweb")
}

output "o246" {
  value = [jsonencode(local.map)] == ["q"]
}

output "o247" {
  value = toset([jsonencode(local.map)]) == toset(["q"])
}

output "o248" {
  value = startswith(jsonencode(local.any), "web-")
}

output "o249" {
  value = startswith(jsonencode(local.any), "x")
}

output "o250" {
  value = jsonencode(local.any) == "web-"
}

output "o251" {
  value = jsonencode(local.any) == "x"
}

output "o252" {
  value = jsonencode(local.any) == ""
}

output "o253" {
  value = jsonencode(local.any) != null
}

output "o254" {
  value = startswith(jsonencode(local.any), "")
}

output "o255" {
  value = "${jsonencode(local.any)}!" == "y!"
}

output "o256" {
  value = coalesce(jsonencode(local.any), "z")
}

output "o257" {
  value = startswith("a${jsonencode(local.any)}", "aweb")
}

output "o258" {
  value = [jsonencode(local.any)] == ["q"]
}

output "o259" {
  value = toset([jsonencode(local.any)]) == toset(["q"])
}

output "o260" {
  value = startswith(jsonencode({ a = local.text }), "x")
}

output "o261" {
  value = jsonencode({ a = local.text }) == "web-"
}

output "o262" {
  value = jsonencode({ a = local.text }) == "x"
}

output "o263" {
  value = jsonencode({ a = local.text }) == ""
}

output "o264" {
  value = startswith(jsonencode({ a = local.text }), "")
}

output "o265" {
  value = "${jsonencode({ a = local.text })}!" == "y!"
}

output "o266" {
  value = coalesce(jsonencode({ a = local.text }), "z")
}

output "o267" {
  value = startswith("a${jsonencode({ a = local.text })}", "aweb")
}

output "o268" {
  value = [jsonencode({ a = local.text })] == ["q"]
}

output "o269" {
  value = toset([jsonencode({ a = local.text })]) == toset(["q"])
}

output "o270" {
  value = startswith(jsonencode([local.text]), "web-")
}

output "o271" {
  value = startswith(jsonencode([local.text]), "x")
}

output "o272" {
  value = jsonencode([local.text]) == "web-"
}

output "o273" {
  value = jsonencode([local.text]) == "x"
}

output "o274" {
  value = jsonencode([local.text]) == ""
}

output "o275" {
  value = jsonencode([local.text]) != null
}

output "o276" {
  value = startswith(jsonencode([local.text]), "")
}

output "o277" {
  value = "${jsonencode([local.text])}!" == "y!"
}

output "o278" {
  value = coalesce(jsonencode([local.text]), "z")
}

output "o279" {
  value = startswith("a${jsonencode([local.text])}", "aweb")
}

output "o280" {
  value = [jsonencode([local.text])] == ["q"]
}

output "o281" {
  value = toset([jsonencode([local.text])]) == toset(["q"])
}

output "o282" {
  value = startswith((local.truth ? "web-a" : "web-b"), "x")
}

output "o283" {
  value = (local.truth ? "web-a" : "web-b") == "web-"
}

output "o284" {
  value = (local.truth ? "web-a" : "web-b") == "x"
}

output "o285" {
  value = (local.truth ? "web-a" : "web-b") == ""
}

output "o286" {
  value = startswith((local.truth ? "web-a" : "web-b"), "")
}

output "o287" {
  value = "${(local.truth ? "web-a" : "web-b")}!" == "y!"
}

output "o288" {
  value = coalesce((local.truth ? "web-a" : "web-b"), "z")
}

output "o289" {
  value = startswith("a${(local.truth ? "web-a" : "web-b")}", "aweb")
}

output "o290" {
  value = [(local.truth ? "web-a" : "web-b")] == ["q"]
}

output "o291" {
  value = toset([(local.truth ? "web-a" : "web-b")]) == toset(["q"])
}

output "o292" {
  value = startswith(coalesce(local.text, "web"), "web-")
}

output "o293" {
  value = startswith(coalesce(local.text, "web"), "x")
}

output "o294" {
  value = coalesce(local.text, "web") == "web-"
}

output "o295" {
  value = coalesce(local.text, "web") == "x"
}

output "o296" {
  value = coalesce(local.text, "web") == ""
}

output "o297" {
  value = coalesce(local.text, "web") != null
}

output "o298" {
  value = startswith(coalesce(local.text, "web"), "")
}

output "o299" {
  value = "${coalesce(local.text, "web")}!" == "y!"
}

output "o300" {
  value = coalesce(coalesce(local.text, "web"), "z")
}

output "o301" {
  value = startswith("a${coalesce(local.text, "web")}", "aweb")
}

output "o302" {
  value = [coalesce(local.text, "web")] == ["q"]
}

output "o303" {
  value = toset([coalesce(local.text, "web")]) == toset(["q"])
}

output "o304" {
  value = startswith(coalesce("web-${local.text}", "web"), "web-")
}

output "o305" {
  value = startswith(coalesce("web-${local.text}", "web"), "x")
}

output "o306" {
  value = coalesce("web-${local.text}", "web") == "web-"
}

output "o307" {
  value = coalesce("web-${local.text}", "web") == "x"
}

output "o308" {
  value = coalesce("web-${local.text}", "web") == ""
}

output "o309" {
  value = coalesce("web-${local.text}", "web") != null
}

output "o310" {
  value = startswith(coalesce("web-${local.text}", "web"), "")
}

output "o311" {
  value = "${coalesce("web-${local.text}", "web")}!" == "y!"
}

output "o312" {
  value = coalesce(coalesce("web-${local.text}", "web"), "z")
}

output "o313" {
  value = startswith("a${coalesce("web-${local.text}", "web")}", "aweb")
}

output "o314" {
  value = [coalesce("web-${local.text}", "web")] == ["q"]
}

output "o315" {
  value = toset([coalesce("web-${local.text}", "web")]) == toset(["q"])
}

output "o316" {
  value = startswith(tostring(local.text), "web-")
}

output "o317" {
  value = startswith(tostring(local.text), "x")
}

output "o318" {
  value = tostring(local.text) == "web-"
}

output "o319" {
  value = tostring(local.text) == "x"
}

output "o320" {
  value = tostring(local.text) == ""
}

output "o321" {
  value = tostring(local.text) != null
}

output "o322" {
  value = startswith(tostring(local.text), "")
}

output "o323" {
  value = "${tostring(local.text)}!" == "y!"
}

output "o324" {
  value = coalesce(tostring(local.text), "z")
}

output "o325" {
  value = startswith("a${tostring(local.text)}", "aweb")
}

output "o326" {
  value = [tostring(local.text)] == ["q"]
}

output "o327" {
  value = toset([tostring(local.text)]) == toset(["q"])
}

output "o328" {
  value = startswith(indent(2, "web-${local.text}"), "web-")
}

output "o329" {
  value = startswith(indent(2, "web-${local.text}"), "x")
}

output "o330" {
  value = indent(2, "web-${local.text}") == "web-"
}

output "o331" {
  value = indent(2, "web-${local.text}") == "x"
}

output "o332" {
  value = indent(2, "web-${local.text}") == ""
}

output "o333" {
  value = indent(2, "web-${local.text}") != null
}

output "o334" {
  value = startswith(indent(2, "web-${local.text}"), "")
}

output "o335" {
  value = "${indent(2, "web-${local.text}")}!" == "y!"
}

output "o336" {
  value = coalesce(indent(2, "web-${local.text}"), "z")
}

output "o337" {
  value = startswith("a${indent(2, "web-${local.text}")}", "aweb")
}

output "o338" {
  value = [indent(2, "web-${local.text}")] == ["q"]
}

output "o339" {
  value = toset([indent(2, "web-${local.text}")]) == toset(["q"])
}

output "o340" {
  value = startswith(chomp("web-${local.text}"), "web-")
}

output "o341" {
  value = startswith(chomp("web-${local.text}"), "x")
}

output "o342" {
  value = chomp("web-${local.text}") == "web-"
}

output "o343" {
  value = chomp("web-${local.text}") == "x"
}

output "o344" {
  value = chomp("web-${local.text}") == ""
}

output "o345" {
  value = chomp("web-${local.text}") != null
}

output "o346" {
  value = startswith(chomp("web-${local.text}"), "")
}

output "o347" {
  value = "${chomp("web-${local.text}")}!" == "y!"
}

output "o348" {
  value = coalesce(chomp("web-${local.text}"), "z")
}

output "o349" {
  value = startswith("a${chomp("web-${local.text}")}", "aweb")
}

output "o350" {
  value = [chomp("web-${local.text}")] == ["q"]
}

output "o351" {
  value = toset([chomp("web-${local.text}")]) == toset(["q"])
}

output "o352" {
  value = startswith(urlencode("web-${local.text}"), "web-")
}

output "o353" {
  value = startswith(urlencode("web-${local.text}"), "x")
}

output "o354" {
  value = urlencode("web-${local.text}") == "web-"
}

output "o355" {
  value = urlencode("web-${local.text}") == "x"
}

output "o356" {
  value = urlencode("web-${local.text}") == ""
}

output "o357" {
  value = urlencode("web-${local.text}") != null
}

output "o358" {
  value = startswith(urlencode("web-${local.text}"), "")
}

output "o359" {
  value = "${urlencode("web-${local.text}")}!" == "y!"
}

output "o360" {
  value = coalesce(urlencode("web-${local.text}"), "z")
}

output "o361" {
  value = startswith("a${urlencode("web-${local.text}")}", "aweb")
}

output "o362" {
  value = [urlencode("web-${local.text}")] == ["q"]
}

output "o363" {
  value = toset([urlencode("web-${local.text}")]) == toset(["q"])
}

output "o364" {
  value = startswith(strrev("web-${local.text}"), "web-")
}

output "o365" {
  value = startswith(strrev("web-${local.text}"), "x")
}

output "o366" {
  value = strrev("web-${local.text}") == "web-"
}

output "o367" {
  value = strrev("web-${local.text}") == "x"
}

output "o368" {
  value = strrev("web-${local.text}") == ""
}

output "o369" {
  value = strrev("web-${local.text}") != null
}

output "o370" {
  value = startswith(strrev("web-${local.text}"), "")
}

output "o371" {
  value = "${strrev("web-${local.text}")}!" == "y!"
}

output "o372" {
  value = coalesce(strrev("web-${local.text}"), "z")
}

output "o373" {
  value = startswith("a${strrev("web-${local.text}")}", "aweb")
}

output "o374" {
  value = [strrev("web-${local.text}")] == ["q"]
}

output "o375" {
  value = toset([strrev("web-${local.text}")]) == toset(["q"])
}

output "o376" {
  value = startswith(yamlencode(local.text), "web-")
}

output "o377" {
  value = startswith(yamlencode(local.text), "x")
}

output "o378" {
  value = yamlencode(local.text) == "web-"
}

output "o379" {
  value = yamlencode(local.text) == "x"
}

output "o380" {
  value = yamlencode(local.text) == ""
}

output "o381" {
  value = yamlencode(local.text) != null
}

output "o382" {
  value = startswith(yamlencode(local.text), "")
}

output "o383" {
  value = "${yamlencode(local.text)}!" == "y!"
}

output "o384" {
  value = coalesce(yamlencode(local.text), "z")
}

output "o385" {
  value = startswith("a${yamlencode(local.text)}", "aweb")
}

output "o386" {
  value = [yamlencode(local.text)] == ["q"]
}

output "o387" {
  value = toset([yamlencode(local.text)]) == toset(["q"])
}

output "o388" {
  value = startswith(abspath("/web-${local.text}"), "web-")
}

output "o389" {
  value = startswith(abspath("/web-${local.text}"), "x")
}

output "o390" {
  value = abspath("/web-${local.text}") == "web-"
}

output "o391" {
  value = abspath("/web-${local.text}") == "x"
}

output "o392" {
  value = abspath("/web-${local.text}") == ""
}

output "o393" {
  value = abspath("/web-${local.text}") != null
}

output "o394" {
  value = startswith(abspath("/web-${local.text}"), "")
}

output "o395" {
  value = "${abspath("/web-${local.text}")}!" == "y!"
}

output "o396" {
  value = coalesce(abspath("/web-${local.text}"), "z")
}

output "o397" {
  value = startswith("a${abspath("/web-${local.text}")}", "aweb")
}

output "o398" {
  value = [abspath("/web-${local.text}")] == ["q"]
}

output "o399" {
  value = toset([abspath("/web-${local.text}")]) == toset(["q"])
}

output "o400" {
  value = startswith(basename("/web/${local.text}"), "web-")
}

output "o401" {
  value = startswith(basename("/web/${local.text}"), "x")
}

output "o402" {
  value = basename("/web/${local.text}") == "web-"
}

output "o403" {
  value = basename("/web/${local.text}") == "x"
}

output "o404" {
  value = basename("/web/${local.text}") == ""
}

output "o405" {
  value = basename("/web/${local.text}") != null
}

output "o406" {
  value = startswith(basename("/web/${local.text}"), "")
}

output "o407" {
  value = "${basename("/web/${local.text}")}!" == "y!"
}

output "o408" {
  value = coalesce(basename("/web/${local.text}"), "z")
}

output "o409" {
  value = startswith("a${basename("/web/${local.text}")}", "aweb")
}

output "o410" {
  value = [basename("/web/${local.text}")] == ["q"]
}

output "o411" {
  value = toset([basename("/web/${local.text}")]) == toset(["q"])
}

output "o412" {
  value = startswith(dirname("/web/${local.text}"), "web-")
}

output "o413" {
  value = startswith(dirname("/web/${local.text}"), "x")
}

output "o414" {
  value = dirname("/web/${local.text}") == "web-"
}

output "o415" {
  value = dirname("/web/${local.text}") == "x"
}

output "o416" {
  value = dirname("/web/${local.text}") == ""
}

output "o417" {
  value = dirname("/web/${local.text}") != null
}

output "o418" {
  value = startswith(dirname("/web/${local.text}"), "")
}

output "o419" {
  value = "${dirname("/web/${local.text}")}!" == "y!"
}

output "o420" {
  value = coalesce(dirname("/web/${local.text}"), "z")
}

output "o421" {
  value = startswith("a${dirname("/web/${local.text}")}", "aweb")
}

output "o422" {
  value = [dirname("/web/${local.text}")] == ["q"]
}

output "o423" {
  value = toset([dirname("/web/${local.text}")]) == toset(["q"])
}

output "o424" {
  value = startswith(md5(local.text), "web-")
}

output "o425" {
  value = startswith(md5(local.text), "x")
}

output "o426" {
  value = md5(local.text) == "web-"
}

output "o427" {
  value = md5(local.text) == "x"
}

output "o428" {
  value = md5(local.text) == ""
}

output "o429" {
  value = md5(local.text) != null
}

output "o430" {
  value = startswith(md5(local.text), "")
}

output "o431" {
  value = "${md5(local.text)}!" == "y!"
}

output "o432" {
  value = coalesce(md5(local.text), "z")
}

output "o433" {
  value = startswith("a${md5(local.text)}", "aweb")
}

output "o434" {
  value = [md5(local.text)] == ["q"]
}

output "o435" {
  value = toset([md5(local.text)]) == toset(["q"])
}

output "o436" {
  value = startswith(cidrhost("10.0.0.0/8", local.number), "web-")
}

output "o437" {
  value = startswith(cidrhost("10.0.0.0/8", local.number), "x")
}

output "o438" {
  value = cidrhost("10.0.0.0/8", local.number) == "web-"
}

output "o439" {
  value = cidrhost("10.0.0.0/8", local.number) == "x"
}

output "o440" {
  value = cidrhost("10.0.0.0/8", local.number) == ""
}

output "o441" {
  value = cidrhost("10.0.0.0/8", local.number) != null
}

output "o442" {
  value = startswith(cidrhost("10.0.0.0/8", local.number), "")
}

output "o443" {
  value = "${cidrhost("10.0.0.0/8", local.number)}!" == "y!"
}

output "o444" {
  value = coalesce(cidrhost("10.0.0.0/8", local.number), "z")
}

output "o445" {
  value = startswith("a${cidrhost("10.0.0.0/8", local.number)}", "aweb")
}

output "o446" {
  value = [cidrhost("10.0.0.0/8", local.number)] == ["q"]
}

output "o447" {
  value = toset([cidrhost("10.0.0.0/8", local.number)]) == toset(["q"])
}

output "o448" {
  value = startswith(timeadd("2026-11-24T00:00:00Z", local.text), "web-")
}

output "o449" {
  value = startswith(timeadd("2026-11-24T00:00:00Z", local.text), "x")
}

output "o450" {
  value = timeadd("2026-11-24T00:00:00Z", local.text) == "web-"
}

output "o451" {
  value = timeadd("2026-11-24T00:00:00Z", local.text) == "x"
}

output "o452" {
  value = timeadd("2026-11-24T00:00:00Z", local.text) == ""
}

output "o453" {
  value = timeadd("2026-11-24T00:00:00Z", local.text) != null
}

output "o454" {
  value = startswith(timeadd("2026-11-24T00:00:00Z", local.text), "")
}

output "o455" {
  value = "${timeadd("2026-11-24T00:00:00Z", local.text)}!" == "y!"
}

output "o456" {
  value = coalesce(timeadd("2026-11-24T00:00:00Z", local.text), "z")
}

output "o457" {
  value = startswith("a${timeadd("2026-11-24T00:00:00Z", local.text)}", "aweb")
}

output "o458" {
  value = [timeadd("2026-11-24T00:00:00Z", local.text)] == ["q"]
}

output "o459" {
  value = toset([timeadd("2026-11-24T00:00:00Z", local.text)]) == toset(["q"])
}

output "o460" {
  value = startswith("%{ if local.truth }web%{ else }x%{ endif }", "web-")
}

output "o461" {
  value = startswith("%{ if local.truth }web%{ else }x%{ endif }", "x")
}

output "o462" {
  value = "%{ if local.truth }web%{ else }x%{ endif }" == "web-"
}

output "o463" {
  value = "%{ if local.truth }web%{ else }x%{ endif }" == "x"
}

output "o464" {
  value = "%{ if local.truth }web%{ else }x%{ endif }" == ""
}

output "o465" {
  value = "%{ if local.truth }web%{ else }x%{ endif }" != null
}

output "o466" {
  value = startswith("%{ if local.truth }web%{ else }x%{ endif }", "")
}

output "o467" {
  value = "${"%{ if local.truth }web%{ else }x%{ endif }"}!" == "y!"
}

output "o468" {
  value = coalesce("%{ if local.truth }web%{ else }x%{ endif }", "z")
}

output "o469" {
  value = startswith("a${"%{ if local.truth }web%{ else }x%{ endif }"}", "aweb")
}

output "o470" {
  value = ["%{ if local.truth }web%{ else }x%{ endif }"] == ["q"]
}

output "o471" {
  value = toset(["%{ if local.truth }web%{ else }x%{ endif }"]) == toset(["q"])
}

output "o472" {
  value = startswith("web-%{ if local.truth }a%{ endif }", "web-")
}

output "o473" {
  value = startswith("web-%{ if local.truth }a%{ endif }", "x")
}

output "o474" {
  value = "web-%{ if local.truth }a%{ endif }" == "web-"
}

output "o475" {
  value = "web-%{ if local.truth }a%{ endif }" == "x"
}

output "o476" {
  value = "web-%{ if local.truth }a%{ endif }" == ""
}

output "o477" {
  value = "web-%{ if local.truth }a%{ endif }" != null
}

output "o478" {
  value = startswith("web-%{ if local.truth }a%{ endif }", "")
}

output "o479" {
  value = "${"web-%{ if local.truth }a%{ endif }"}!" == "y!"
}

output "o480" {
  value = coalesce("web-%{ if local.truth }a%{ endif }", "z")
}

output "o481" {
  value = startswith("a${"web-%{ if local.truth }a%{ endif }"}", "aweb")
}

output "o482" {
  value = ["web-%{ if local.truth }a%{ endif }"] == ["q"]
}

output "o483" {
  value = toset(["web-%{ if local.truth }a%{ endif }"]) == toset(["q"])
}

output "o484" {
  value = startswith("web-%{ for v in local.list }${v}%{ endfor }", "web-")
}

output "o485" {
  value = startswith("web-%{ for v in local.list }${v}%{ endfor }", "x")
}

output "o486" {
  value = "web-%{ for v in local.list }${v}%{ endfor }" == "web-"
}

output "o487" {
  value = "web-%{ for v in local.list }${v}%{ endfor }" == "x"
}

output "o488" {
  value = "web-%{ for v in local.list }${v}%{ endfor }" == ""
}

output "o489" {
  value = "web-%{ for v in local.list }${v}%{ endfor }" != null
}

output "o490" {
  value = startswith("web-%{ for v in local.list }${v}%{ endfor }", "")
}

output "o491" {
  value = "${"web-%{ for v in local.list }${v}%{ endfor }"}!" == "y!"
}

output "o492" {
  value = coalesce("web-%{ for v in local.list }${v}%{ endfor }", "z")
}

output "o493" {
  value = startswith("a${"web-%{ for v in local.list }${v}%{ endfor }"}", "aweb")
}

output "o494" {
  value = ["web-%{ for v in local.list }${v}%{ endfor }"] == ["q"]
}

output "o495" {
  value = toset(["web-%{ for v in local.list }${v}%{ endfor }"]) == toset(["q"])
}
