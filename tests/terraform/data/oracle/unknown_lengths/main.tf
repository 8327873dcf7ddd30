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
  value = length(local.list) > 0
}

output "o1" {
  value = length(local.list) >= 1
}

output "o2" {
  value = length(local.list) < 100
}

output "o3" {
  value = length(toset(local.list))
}

output "o4" {
  value = [for v in local.list : "k"]
}

output "o5" {
  value = try(local.list[3], "none")
}

output "o6" {
  value = length(local.listed) > 0
}

output "o7" {
  value = length(local.listed) == 0
}

output "o8" {
  value = local.listed == null
}

output "o9" {
  value = length(local.listed) >= 1
}

output "o10" {
  value = length(local.listed) < 100
}

output "o11" {
  value = local.listed == tolist([])
}

output "o12" {
  value = length(toset(local.listed))
}

output "o13" {
  value = [for v in local.listed : "k"]
}

output "o14" {
  value = try(local.listed[3], "none")
}

output "o15" {
  value = can(local.listed[0])
}

output "o16" {
  value = length(local.set) > 0
}

output "o17" {
  value = length(local.set) == 0
}

output "o18" {
  value = local.set == null
}

output "o19" {
  value = length(local.set) >= 1
}

output "o20" {
  value = length(local.set) < 100
}

output "o21" {
  value = local.set == tolist([])
}

output "o22" {
  value = length(toset(local.set))
}

output "o23" {
  value = [for v in local.set : "k"]
}

output "o24" {
  value = try(local.set[3], "none")
}

output "o25" {
  value = can(local.set[0])
}

output "o26" {
  value = length(local.twice) > 0
}

output "o27" {
  value = local.twice == null
}

output "o28" {
  value = length(local.twice) >= 1
}

output "o29" {
  value = length(local.twice) < 100
}

output "o30" {
  value = local.twice == tolist([])
}

output "o31" {
  value = length(toset(local.twice))
}

output "o32" {
  value = [for v in local.twice : "k"]
}

output "o33" {
  value = try(local.twice[3], "none")
}

output "o34" {
  value = can(local.twice[0])
}

output "o35" {
  value = length(local.some) > 0
}

output "o36" {
  value = local.some == null
}

output "o37" {
  value = length(local.some) >= 1
}

output "o38" {
  value = length(local.some) < 100
}

output "o39" {
  value = local.some == tolist([])
}

output "o40" {
  value = length(toset(local.some))
}

output "o41" {
  value = [for v in local.some : "k"]
}

output "o42" {
  value = try(local.some[3], "none")
}

output "o43" {
  value = can(local.some[0])
}

output "o44" {
  value = length(local.any) > 0
}

output "o45" {
  value = length(local.any) == 0
}

output "o46" {
  value = length(local.any) >= 1
}

output "o47" {
  value = length(local.any) < 100
}

output "o48" {
  value = local.any == tolist([])
}

output "o49" {
  value = length(toset(local.any))
}

output "o50" {
  value = [for v in local.any : "k"]
}

output "o51" {
  value = try(local.any[3], "none")
}

output "o52" {
  value = can(local.any[0])
}

output "o53" {
  value = length(concat(local.list, ["z"]))
}

output "o54" {
  value = length(concat(local.list, ["z"])) > 0
}

output "o55" {
  value = length(concat(local.list, ["z"])) == 0
}

output "o56" {
  value = concat(local.list, ["z"]) == []
}

output "o57" {
  value = concat(local.list, ["z"]) == null
}

output "o58" {
  value = length(concat(local.list, ["z"])) >= 1
}

output "o59" {
  value = length(concat(local.list, ["z"])) < 100
}

output "o60" {
  value = concat(local.list, ["z"]) == tolist([])
}

output "o61" {
  value = length(toset(concat(local.list, ["z"])))
}

output "o62" {
  value = [for v in concat(local.list, ["z"]) : "k"]
}

output "o63" {
  value = try(concat(local.list, ["z"])[3], "none")
}

output "o64" {
  value = can(concat(local.list, ["z"])[0])
}

output "o65" {
  value = length(concat(["z"], local.list))
}

output "o66" {
  value = length(concat(["z"], local.list)) > 0
}

output "o67" {
  value = length(concat(["z"], local.list)) == 0
}

output "o68" {
  value = concat(["z"], local.list) == []
}

output "o69" {
  value = concat(["z"], local.list) == null
}

output "o70" {
  value = length(concat(["z"], local.list)) >= 1
}

output "o71" {
  value = length(concat(["z"], local.list)) < 100
}

output "o72" {
  value = concat(["z"], local.list) == tolist([])
}

output "o73" {
  value = length(toset(concat(["z"], local.list)))
}

output "o74" {
  value = [for v in concat(["z"], local.list) : "k"]
}

output "o75" {
  value = try(concat(["z"], local.list)[3], "none")
}

output "o76" {
  value = can(concat(["z"], local.list)[0])
}

output "o77" {
  value = length(setunion(local.set, ["z"]))
}

output "o78" {
  value = length(setunion(local.set, ["z"])) > 0
}

output "o79" {
  value = length(setunion(local.set, ["z"])) == 0
}

output "o80" {
  value = setunion(local.set, ["z"]) == []
}

output "o81" {
  value = setunion(local.set, ["z"]) == null
}

output "o82" {
  value = length(setunion(local.set, ["z"])) >= 1
}

output "o83" {
  value = length(setunion(local.set, ["z"])) < 100
}

output "o84" {
  value = setunion(local.set, ["z"]) == tolist([])
}

output "o85" {
  value = length(toset(setunion(local.set, ["z"])))
}

output "o86" {
  value = [for v in setunion(local.set, ["z"]) : "k"]
}

output "o87" {
  value = try(setunion(local.set, ["z"])[3], "none")
}

output "o88" {
  value = can(setunion(local.set, ["z"])[0])
}

output "o89" {
  value = length(reverse(local.list))
}

output "o90" {
  value = length(reverse(local.list)) > 0
}

output "o91" {
  value = length(reverse(local.list)) == 0
}

output "o92" {
  value = reverse(local.list) == []
}

output "o93" {
  value = reverse(local.list) == null
}

output "o94" {
  value = length(reverse(local.list)) >= 1
}

output "o95" {
  value = length(reverse(local.list)) < 100
}

output "o96" {
  value = reverse(local.list) == tolist([])
}

output "o97" {
  value = length(toset(reverse(local.list)))
}

output "o98" {
  value = [for v in reverse(local.list) : "k"]
}

output "o99" {
  value = try(reverse(local.list)[3], "none")
}

output "o100" {
  value = can(reverse(local.list)[0])
}

output "o101" {
  value = length(distinct(local.list))
}

output "o102" {
  value = length(distinct(local.list)) > 0
}

output "o103" {
  value = length(distinct(local.list)) == 0
}

output "o104" {
  value = distinct(local.list) == []
}

output "o105" {
  value = distinct(local.list) == null
}

output "o106" {
  value = length(distinct(local.list)) >= 1
}

output "o107" {
  value = length(distinct(local.list)) < 100
}

output "o108" {
  value = distinct(local.list) == tolist([])
}

output "o109" {
  value = length(toset(distinct(local.list)))
}

output "o110" {
  value = [for v in distinct(local.list) : "k"]
}

output "o111" {
  value = try(distinct(local.list)[3], "none")
}

output "o112" {
  value = can(distinct(local.list)[0])
}

output "o113" {
  value = length(distinct(local.part))
}

output "o114" {
  value = length(distinct(local.part)) > 0
}

output "o115" {
  value = length(distinct(local.part)) == 0
}

output "o116" {
  value = distinct(local.part) == []
}

output "o117" {
  value = distinct(local.part) == null
}

output "o118" {
  value = length(distinct(local.part)) >= 1
}

output "o119" {
  value = length(distinct(local.part)) < 100
}

output "o120" {
  value = distinct(local.part) == tolist([])
}

output "o121" {
  value = length(toset(distinct(local.part)))
}

output "o122" {
  value = [for v in distinct(local.part) : "k"]
}

output "o123" {
  value = try(distinct(local.part)[3], "none")
}

output "o124" {
  value = can(distinct(local.part)[0])
}

output "o125" {
  value = length(sort(local.list))
}

output "o126" {
  value = length(sort(local.list)) > 0
}

output "o127" {
  value = length(sort(local.list)) == 0
}

output "o128" {
  value = sort(local.list) == []
}

output "o129" {
  value = sort(local.list) == null
}

output "o130" {
  value = length(sort(local.list)) >= 1
}

output "o131" {
  value = length(sort(local.list)) < 100
}

output "o132" {
  value = sort(local.list) == tolist([])
}

output "o133" {
  value = length(toset(sort(local.list)))
}

output "o134" {
  value = [for v in sort(local.list) : "k"]
}

output "o135" {
  value = try(sort(local.list)[3], "none")
}

output "o136" {
  value = can(sort(local.list)[0])
}

output "o137" {
  value = length(compact(local.part))
}

output "o138" {
  value = length(compact(local.part)) > 0
}

output "o139" {
  value = length(compact(local.part)) == 0
}

output "o140" {
  value = compact(local.part) == []
}

output "o141" {
  value = compact(local.part) == null
}

output "o142" {
  value = length(compact(local.part)) >= 1
}

output "o143" {
  value = length(compact(local.part)) < 100
}

output "o144" {
  value = compact(local.part) == tolist([])
}

output "o145" {
  value = length(toset(compact(local.part)))
}

output "o146" {
  value = [for v in compact(local.part) : "k"]
}

output "o147" {
  value = try(compact(local.part)[3], "none")
}

output "o148" {
  value = can(compact(local.part)[0])
}

output "o149" {
  value = length(keys(local.map)) > 0
}

output "o150" {
  value = length(keys(local.map)) == 0
}

output "o151" {
  value = keys(local.map) == null
}

output "o152" {
  value = length(keys(local.map)) >= 1
}

output "o153" {
  value = length(keys(local.map)) < 100
}

output "o154" {
  value = keys(local.map) == tolist([])
}

output "o155" {
  value = length(toset(keys(local.map)))
}

output "o156" {
  value = [for v in keys(local.map) : "k"]
}

output "o157" {
  value = try(keys(local.map)[3], "none")
}

output "o158" {
  value = can(keys(local.map)[0])
}

output "o159" {
  value = length(values(local.map))
}

output "o160" {
  value = length(values(local.map)) > 0
}

output "o161" {
  value = length(values(local.map)) == 0
}

output "o162" {
  value = values(local.map) == []
}

output "o163" {
  value = values(local.map) == null
}

output "o164" {
  value = length(values(local.map)) >= 1
}

output "o165" {
  value = length(values(local.map)) < 100
}

output "o166" {
  value = values(local.map) == tolist([])
}

output "o167" {
  value = length(toset(values(local.map)))
}

output "o168" {
  value = [for v in values(local.map) : "k"]
}

output "o169" {
  value = try(values(local.map)[3], "none")
}

output "o170" {
  value = can(values(local.map)[0])
}

output "o171" {
  value = length(split(",", local.text))
}

output "o172" {
  value = length(split(",", local.text)) > 0
}

output "o173" {
  value = length(split(",", local.text)) == 0
}

output "o174" {
  value = split(",", local.text) == null
}

output "o175" {
  value = length(split(",", local.text)) >= 1
}

output "o176" {
  value = length(split(",", local.text)) < 100
}

output "o177" {
  value = split(",", local.text) == tolist([])
}

output "o178" {
  value = length(toset(split(",", local.text)))
}

output "o179" {
  value = [for v in split(",", local.text) : "k"]
}

output "o180" {
  value = try(split(",", local.text)[3], "none")
}

output "o181" {
  value = can(split(",", local.text)[0])
}

output "o182" {
  value = length((local.truth ? ["a"] : ["b"]))
}

output "o183" {
  value = length((local.truth ? ["a"] : ["b"])) > 0
}

output "o184" {
  value = length((local.truth ? ["a"] : ["b"])) == 0
}

output "o185" {
  value = (local.truth ? ["a"] : ["b"]) == []
}

output "o186" {
  value = (local.truth ? ["a"] : ["b"]) == null
}

output "o187" {
  value = length((local.truth ? ["a"] : ["b"])) >= 1
}

output "o188" {
  value = length((local.truth ? ["a"] : ["b"])) < 100
}

output "o189" {
  value = (local.truth ? ["a"] : ["b"]) == tolist([])
}

output "o190" {
  value = length(toset((local.truth ? ["a"] : ["b"])))
}

output "o191" {
  value = [for v in (local.truth ? ["a"] : ["b"]) : "k"]
}

output "o192" {
  value = try((local.truth ? ["a"] : ["b"])[3], "none")
}

output "o193" {
  value = can((local.truth ? ["a"] : ["b"])[0])
}

output "o194" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b"])))
}

output "o195" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b"]))) > 0
}

output "o196" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b"]))) == 0
}

output "o197" {
  value = (local.truth ? tolist(["a"]) : tolist(["b"])) == []
}

output "o198" {
  value = (local.truth ? tolist(["a"]) : tolist(["b"])) == null
}

output "o199" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b"]))) >= 1
}

output "o200" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b"]))) < 100
}

output "o201" {
  value = (local.truth ? tolist(["a"]) : tolist(["b"])) == tolist([])
}

output "o202" {
  value = length(toset((local.truth ? tolist(["a"]) : tolist(["b"]))))
}

output "o203" {
  value = [for v in (local.truth ? tolist(["a"]) : tolist(["b"])) : "k"]
}

output "o204" {
  value = try((local.truth ? tolist(["a"]) : tolist(["b"]))[3], "none")
}

output "o205" {
  value = can((local.truth ? tolist(["a"]) : tolist(["b"]))[0])
}

output "o206" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b", "c"])))
}

output "o207" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b", "c"]))) > 0
}

output "o208" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b", "c"]))) == 0
}

output "o209" {
  value = (local.truth ? tolist(["a"]) : tolist(["b", "c"])) == []
}

output "o210" {
  value = (local.truth ? tolist(["a"]) : tolist(["b", "c"])) == null
}

output "o211" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b", "c"]))) >= 1
}

output "o212" {
  value = length((local.truth ? tolist(["a"]) : tolist(["b", "c"]))) < 100
}

output "o213" {
  value = (local.truth ? tolist(["a"]) : tolist(["b", "c"])) == tolist([])
}

output "o214" {
  value = length(toset((local.truth ? tolist(["a"]) : tolist(["b", "c"]))))
}

output "o215" {
  value = [for v in (local.truth ? tolist(["a"]) : tolist(["b", "c"])) : "k"]
}

output "o216" {
  value = try((local.truth ? tolist(["a"]) : tolist(["b", "c"]))[3], "none")
}

output "o217" {
  value = can((local.truth ? tolist(["a"]) : tolist(["b", "c"]))[0])
}

output "o218" {
  value = length((local.truth ? toset(["a"]) : toset([])))
}

output "o219" {
  value = length((local.truth ? toset(["a"]) : toset([]))) > 0
}

output "o220" {
  value = length((local.truth ? toset(["a"]) : toset([]))) == 0
}

output "o221" {
  value = (local.truth ? toset(["a"]) : toset([])) == []
}

output "o222" {
  value = (local.truth ? toset(["a"]) : toset([])) == null
}

output "o223" {
  value = length((local.truth ? toset(["a"]) : toset([]))) >= 1
}

output "o224" {
  value = length((local.truth ? toset(["a"]) : toset([]))) < 100
}

output "o225" {
  value = (local.truth ? toset(["a"]) : toset([])) == tolist([])
}

output "o226" {
  value = length(toset((local.truth ? toset(["a"]) : toset([]))))
}

output "o227" {
  value = [for v in (local.truth ? toset(["a"]) : toset([])) : "k"]
}

output "o228" {
  value = try((local.truth ? toset(["a"]) : toset([]))[3], "none")
}

output "o229" {
  value = can((local.truth ? toset(["a"]) : toset([]))[0])
}

output "o230" {
  value = length(tolist(local.set))
}

output "o231" {
  value = length(tolist(local.set)) > 0
}

output "o232" {
  value = length(tolist(local.set)) == 0
}

output "o233" {
  value = tolist(local.set) == []
}

output "o234" {
  value = tolist(local.set) == null
}

output "o235" {
  value = length(tolist(local.set)) >= 1
}

output "o236" {
  value = length(tolist(local.set)) < 100
}

output "o237" {
  value = tolist(local.set) == tolist([])
}

output "o238" {
  value = length(toset(tolist(local.set)))
}

output "o239" {
  value = [for v in tolist(local.set) : "k"]
}

output "o240" {
  value = try(tolist(local.set)[3], "none")
}

output "o241" {
  value = can(tolist(local.set)[0])
}

output "o242" {
  value = length(toset(local.list)) > 0
}

output "o243" {
  value = length(toset(local.list)) == 0
}

output "o244" {
  value = toset(local.list) == []
}

output "o245" {
  value = toset(local.list) == null
}

output "o246" {
  value = length(toset(local.list)) >= 1
}

output "o247" {
  value = length(toset(local.list)) < 100
}

output "o248" {
  value = toset(local.list) == tolist([])
}

output "o249" {
  value = length(toset(toset(local.list)))
}

output "o250" {
  value = [for v in toset(local.list) : "k"]
}

output "o251" {
  value = try(toset(local.list)[3], "none")
}

output "o252" {
  value = can(toset(local.list)[0])
}

output "o253" {
  value = length(toset(local.part))
}

output "o254" {
  value = length(toset(local.part)) > 0
}

output "o255" {
  value = length(toset(local.part)) == 0
}

output "o256" {
  value = toset(local.part) == []
}

output "o257" {
  value = toset(local.part) == null
}

output "o258" {
  value = length(toset(local.part)) >= 1
}

output "o259" {
  value = length(toset(local.part)) < 100
}

output "o260" {
  value = toset(local.part) == tolist([])
}

output "o261" {
  value = length(toset(toset(local.part)))
}

output "o262" {
  value = [for v in toset(local.part) : "k"]
}

output "o263" {
  value = try(toset(local.part)[3], "none")
}

output "o264" {
  value = can(toset(local.part)[0])
}

output "o265" {
  value = length([for v in local.list : v]) > 0
}

output "o266" {
  value = length([for v in local.list : v]) == 0
}

output "o267" {
  value = [for v in local.list : v] == []
}

output "o268" {
  value = [for v in local.list : v] == null
}

output "o269" {
  value = length([for v in local.list : v]) >= 1
}

output "o270" {
  value = length([for v in local.list : v]) < 100
}

output "o271" {
  value = [for v in local.list : v] == tolist([])
}

output "o272" {
  value = length(toset([for v in local.list : v]))
}

output "o273" {
  value = [for v in [for v in local.list : v] : "k"]
}

output "o274" {
  value = try([for v in local.list : v][3], "none")
}

output "o275" {
  value = can([for v in local.list : v][0])
}

output "o276" {
  value = length(local.list[*])
}

output "o277" {
  value = length(local.list[*]) > 0
}

output "o278" {
  value = length(local.list[*]) == 0
}

output "o279" {
  value = local.list[*] == []
}

output "o280" {
  value = local.list[*] == null
}

output "o281" {
  value = length(local.list[*]) >= 1
}

output "o282" {
  value = length(local.list[*]) < 100
}

output "o283" {
  value = local.list[*] == tolist([])
}

output "o284" {
  value = length(toset(local.list[*]))
}

output "o285" {
  value = [for v in local.list[*] : "k"]
}

output "o286" {
  value = try(local.list[*][3], "none")
}

output "o287" {
  value = can(local.list[*][0])
}

output "o288" {
  value = length(chunklist(local.part, 1))
}

output "o289" {
  value = length(chunklist(local.part, 1)) > 0
}

output "o290" {
  value = length(chunklist(local.part, 1)) == 0
}

output "o291" {
  value = chunklist(local.part, 1) == []
}

output "o292" {
  value = chunklist(local.part, 1) == null
}

output "o293" {
  value = length(chunklist(local.part, 1)) >= 1
}

output "o294" {
  value = length(chunklist(local.part, 1)) < 100
}

output "o295" {
  value = chunklist(local.part, 1) == tolist([])
}

output "o296" {
  value = length(toset(chunklist(local.part, 1)))
}

output "o297" {
  value = [for v in chunklist(local.part, 1) : "k"]
}

output "o298" {
  value = try(chunklist(local.part, 1)[3], "none")
}

output "o299" {
  value = can(chunklist(local.part, 1)[0])
}

output "o300" {
  value = length(flatten([local.part, local.list]))
}

output "o301" {
  value = length(flatten([local.part, local.list])) > 0
}

output "o302" {
  value = length(flatten([local.part, local.list])) == 0
}

output "o303" {
  value = flatten([local.part, local.list]) == []
}

output "o304" {
  value = flatten([local.part, local.list]) == null
}

output "o305" {
  value = length(flatten([local.part, local.list])) >= 1
}

output "o306" {
  value = length(flatten([local.part, local.list])) < 100
}

output "o307" {
  value = flatten([local.part, local.list]) == tolist([])
}

output "o308" {
  value = length(toset(flatten([local.part, local.list])))
}

output "o309" {
  value = [for v in flatten([local.part, local.list]) : "k"]
}

output "o310" {
  value = try(flatten([local.part, local.list])[3], "none")
}

output "o311" {
  value = can(flatten([local.part, local.list])[0])
}

output "o312" {
  value = length(slice(local.list, 0, 1))
}

output "o313" {
  value = length(slice(local.list, 0, 1)) > 0
}

output "o314" {
  value = length(slice(local.list, 0, 1)) == 0
}

output "o315" {
  value = slice(local.list, 0, 1) == []
}

output "o316" {
  value = slice(local.list, 0, 1) == null
}

output "o317" {
  value = length(slice(local.list, 0, 1)) >= 1
}

output "o318" {
  value = length(slice(local.list, 0, 1)) < 100
}

output "o319" {
  value = slice(local.list, 0, 1) == tolist([])
}

output "o320" {
  value = length(toset(slice(local.list, 0, 1)))
}

output "o321" {
  value = [for v in slice(local.list, 0, 1) : "k"]
}

output "o322" {
  value = try(slice(local.list, 0, 1)[3], "none")
}

output "o323" {
  value = can(slice(local.list, 0, 1)[0])
}

output "o324" {
  value = length(setproduct(["a"], local.part))
}

output "o325" {
  value = length(setproduct(["a"], local.part)) > 0
}

output "o326" {
  value = length(setproduct(["a"], local.part)) == 0
}

output "o327" {
  value = setproduct(["a"], local.part) == []
}

output "o328" {
  value = setproduct(["a"], local.part) == null
}

output "o329" {
  value = length(setproduct(["a"], local.part)) >= 1
}

output "o330" {
  value = length(setproduct(["a"], local.part)) < 100
}

output "o331" {
  value = setproduct(["a"], local.part) == tolist([])
}

output "o332" {
  value = length(toset(setproduct(["a"], local.part)))
}

output "o333" {
  value = [for v in setproduct(["a"], local.part) : "k"]
}

output "o334" {
  value = try(setproduct(["a"], local.part)[3], "none")
}

output "o335" {
  value = can(setproduct(["a"], local.part)[0])
}

output "o336" {
  value = length(setproduct(local.list, local.part))
}

output "o337" {
  value = length(setproduct(local.list, local.part)) > 0
}

output "o338" {
  value = length(setproduct(local.list, local.part)) == 0
}

output "o339" {
  value = setproduct(local.list, local.part) == []
}

output "o340" {
  value = setproduct(local.list, local.part) == null
}

output "o341" {
  value = length(setproduct(local.list, local.part)) >= 1
}

output "o342" {
  value = length(setproduct(local.list, local.part)) < 100
}

output "o343" {
  value = setproduct(local.list, local.part) == tolist([])
}

output "o344" {
  value = length(toset(setproduct(local.list, local.part)))
}

output "o345" {
  value = [for v in setproduct(local.list, local.part) : "k"]
}

output "o346" {
  value = try(setproduct(local.list, local.part)[3], "none")
}

output "o347" {
  value = can(setproduct(local.list, local.part)[0])
}

output "o348" {
  value = length(zipmap(["a"], local.part))
}

output "o349" {
  value = length(zipmap(["a"], local.part)) > 0
}

output "o350" {
  value = length(zipmap(["a"], local.part)) == 0
}

output "o351" {
  value = zipmap(["a"], local.part) == []
}

output "o352" {
  value = zipmap(["a"], local.part) == null
}

output "o353" {
  value = length(zipmap(["a"], local.part)) >= 1
}

output "o354" {
  value = length(zipmap(["a"], local.part)) < 100
}

output "o355" {
  value = zipmap(["a"], local.part) == tolist([])
}

output "o356" {
  value = length(toset(zipmap(["a"], local.part)))
}

output "o357" {
  value = [for v in zipmap(["a"], local.part) : "k"]
}

output "o358" {
  value = try(zipmap(["a"], local.part)[3], "none")
}

output "o359" {
  value = can(zipmap(["a"], local.part)[0])
}

output "o360" {
  value = length(merge(local.map, { z = 1 }))
}

output "o361" {
  value = length(merge(local.map, { z = 1 })) > 0
}

output "o362" {
  value = length(merge(local.map, { z = 1 })) == 0
}

output "o363" {
  value = merge(local.map, { z = 1 }) == []
}

output "o364" {
  value = merge(local.map, { z = 1 }) == null
}

output "o365" {
  value = length(merge(local.map, { z = 1 })) >= 1
}

output "o366" {
  value = length(merge(local.map, { z = 1 })) < 100
}

output "o367" {
  value = merge(local.map, { z = 1 }) == tolist([])
}

output "o368" {
  value = length(toset(merge(local.map, { z = 1 })))
}

output "o369" {
  value = [for v in merge(local.map, { z = 1 }) : "k"]
}

output "o370" {
  value = try(merge(local.map, { z = 1 })[3], "none")
}

output "o371" {
  value = can(merge(local.map, { z = 1 })[0])
}

output "o372" {
  value = length(range(local.number))
}

output "o373" {
  value = length(range(local.number)) > 0
}

output "o374" {
  value = length(range(local.number)) == 0
}

output "o375" {
  value = range(local.number) == []
}

output "o376" {
  value = range(local.number) == null
}

output "o377" {
  value = length(range(local.number)) >= 1
}

output "o378" {
  value = length(range(local.number)) < 100
}

output "o379" {
  value = range(local.number) == tolist([])
}

output "o380" {
  value = length(toset(range(local.number)))
}

output "o381" {
  value = [for v in range(local.number) : "k"]
}

output "o382" {
  value = try(range(local.number)[3], "none")
}

output "o383" {
  value = can(range(local.number)[0])
}

output "o384" {
  value = length(formatlist("%s", local.part))
}

output "o385" {
  value = length(formatlist("%s", local.part)) > 0
}

output "o386" {
  value = length(formatlist("%s", local.part)) == 0
}

output "o387" {
  value = formatlist("%s", local.part) == []
}

output "o388" {
  value = formatlist("%s", local.part) == null
}

output "o389" {
  value = length(formatlist("%s", local.part)) >= 1
}

output "o390" {
  value = length(formatlist("%s", local.part)) < 100
}

output "o391" {
  value = formatlist("%s", local.part) == tolist([])
}

output "o392" {
  value = length(toset(formatlist("%s", local.part)))
}

output "o393" {
  value = [for v in formatlist("%s", local.part) : "k"]
}

output "o394" {
  value = try(formatlist("%s", local.part)[3], "none")
}

output "o395" {
  value = can(formatlist("%s", local.part)[0])
}

output "o396" {
  value = length(formatlist("%s", local.list))
}

output "o397" {
  value = length(formatlist("%s", local.list)) > 0
}

output "o398" {
  value = length(formatlist("%s", local.list)) == 0
}

output "o399" {
  value = formatlist("%s", local.list) == []
}

output "o400" {
  value = formatlist("%s", local.list) == null
}

output "o401" {
  value = length(formatlist("%s", local.list)) >= 1
}

output "o402" {
  value = length(formatlist("%s", local.list)) < 100
}

output "o403" {
  value = formatlist("%s", local.list) == tolist([])
}

output "o404" {
  value = length(toset(formatlist("%s", local.list)))
}

output "o405" {
  value = [for v in formatlist("%s", local.list) : "k"]
}

output "o406" {
  value = try(formatlist("%s", local.list)[3], "none")
}

output "o407" {
  value = can(formatlist("%s", local.list)[0])
}

output "o408" {
  value = length(matchkeys(local.part, local.part, ["a"]))
}

output "o409" {
  value = length(matchkeys(local.part, local.part, ["a"])) > 0
}

output "o410" {
  value = length(matchkeys(local.part, local.part, ["a"])) == 0
}

output "o411" {
  value = matchkeys(local.part, local.part, ["a"]) == []
}

output "o412" {
  value = matchkeys(local.part, local.part, ["a"]) == null
}

output "o413" {
  value = length(matchkeys(local.part, local.part, ["a"])) >= 1
}

output "o414" {
  value = length(matchkeys(local.part, local.part, ["a"])) < 100
}

output "o415" {
  value = matchkeys(local.part, local.part, ["a"]) == tolist([])
}

output "o416" {
  value = length(toset(matchkeys(local.part, local.part, ["a"])))
}

output "o417" {
  value = [for v in matchkeys(local.part, local.part, ["a"]) : "k"]
}

output "o418" {
  value = try(matchkeys(local.part, local.part, ["a"])[3], "none")
}

output "o419" {
  value = can(matchkeys(local.part, local.part, ["a"])[0])
}

output "o420" {
  value = length(coalescelist(local.list, ["a"]))
}

output "o421" {
  value = length(coalescelist(local.list, ["a"])) > 0
}

output "o422" {
  value = length(coalescelist(local.list, ["a"])) == 0
}

output "o423" {
  value = coalescelist(local.list, ["a"]) == []
}

output "o424" {
  value = coalescelist(local.list, ["a"]) == null
}

output "o425" {
  value = length(coalescelist(local.list, ["a"])) >= 1
}

output "o426" {
  value = length(coalescelist(local.list, ["a"])) < 100
}

output "o427" {
  value = coalescelist(local.list, ["a"]) == tolist([])
}

output "o428" {
  value = length(toset(coalescelist(local.list, ["a"])))
}

output "o429" {
  value = [for v in coalescelist(local.list, ["a"]) : "k"]
}

output "o430" {
  value = try(coalescelist(local.list, ["a"])[3], "none")
}

output "o431" {
  value = can(coalescelist(local.list, ["a"])[0])
}

output "o432" {
  value = length(try(local.list, []))
}

output "o433" {
  value = length(try(local.list, [])) > 0
}

output "o434" {
  value = length(try(local.list, [])) == 0
}

output "o435" {
  value = try(local.list, []) == []
}

output "o436" {
  value = try(local.list, []) == null
}

output "o437" {
  value = length(try(local.list, [])) >= 1
}

output "o438" {
  value = length(try(local.list, [])) < 100
}

output "o439" {
  value = try(local.list, []) == tolist([])
}

output "o440" {
  value = length(toset(try(local.list, [])))
}

output "o441" {
  value = [for v in try(local.list, []) : "k"]
}

output "o442" {
  value = try(try(local.list, [])[3], "none")
}

output "o443" {
  value = can(try(local.list, [])[0])
}

output "o444" {
  value = length(regexall("a", local.text))
}

output "o445" {
  value = length(regexall("a", local.text)) > 0
}

output "o446" {
  value = length(regexall("a", local.text)) == 0
}

output "o447" {
  value = regexall("a", local.text) == []
}

output "o448" {
  value = regexall("a", local.text) == null
}

output "o449" {
  value = length(regexall("a", local.text)) >= 1
}

output "o450" {
  value = length(regexall("a", local.text)) < 100
}

output "o451" {
  value = regexall("a", local.text) == tolist([])
}

output "o452" {
  value = length(toset(regexall("a", local.text)))
}

output "o453" {
  value = [for v in regexall("a", local.text) : "k"]
}

output "o454" {
  value = try(regexall("a", local.text)[3], "none")
}

output "o455" {
  value = can(regexall("a", local.text)[0])
}

output "o456" {
  value = length(tomap(local.keyed))
}

output "o457" {
  value = length(tomap(local.keyed)) > 0
}

output "o458" {
  value = length(tomap(local.keyed)) == 0
}

output "o459" {
  value = tomap(local.keyed) == []
}

output "o460" {
  value = tomap(local.keyed) == null
}

output "o461" {
  value = length(tomap(local.keyed)) >= 1
}

output "o462" {
  value = length(tomap(local.keyed)) < 100
}

output "o463" {
  value = tomap(local.keyed) == tolist([])
}

output "o464" {
  value = length(toset(tomap(local.keyed)))
}

output "o465" {
  value = [for v in tomap(local.keyed) : "k"]
}

output "o466" {
  value = try(tomap(local.keyed)[3], "none")
}

output "o467" {
  value = can(tomap(local.keyed)[0])
}

output "o468" {
  value = length(cidrsubnets("10.0.0.0/8", local.number))
}

output "o469" {
  value = length(cidrsubnets("10.0.0.0/8", local.number)) > 0
}

output "o470" {
  value = length(cidrsubnets("10.0.0.0/8", local.number)) == 0
}

output "o471" {
  value = cidrsubnets("10.0.0.0/8", local.number) == []
}

output "o472" {
  value = cidrsubnets("10.0.0.0/8", local.number) == null
}

output "o473" {
  value = length(cidrsubnets("10.0.0.0/8", local.number)) >= 1
}

output "o474" {
  value = length(cidrsubnets("10.0.0.0/8", local.number)) < 100
}

output "o475" {
  value = cidrsubnets("10.0.0.0/8", local.number) == tolist([])
}

output "o476" {
  value = length(toset(cidrsubnets("10.0.0.0/8", local.number)))
}

output "o477" {
  value = [for v in cidrsubnets("10.0.0.0/8", local.number) : "k"]
}

output "o478" {
  value = try(cidrsubnets("10.0.0.0/8", local.number)[3], "none")
}

output "o479" {
  value = can(cidrsubnets("10.0.0.0/8", local.number)[0])
}

output "o480" {
  value = length(transpose({ a = local.list }))
}

output "o481" {
  value = length(transpose({ a = local.list })) > 0
}

output "o482" {
  value = length(transpose({ a = local.list })) == 0
}

output "o483" {
  value = transpose({ a = local.list }) == []
}

output "o484" {
  value = transpose({ a = local.list }) == null
}

output "o485" {
  value = length(transpose({ a = local.list })) >= 1
}

output "o486" {
  value = length(transpose({ a = local.list })) < 100
}

output "o487" {
  value = transpose({ a = local.list }) == tolist([])
}

output "o488" {
  value = length(toset(transpose({ a = local.list })))
}

output "o489" {
  value = [for v in transpose({ a = local.list }) : "k"]
}

output "o490" {
  value = try(transpose({ a = local.list })[3], "none")
}

output "o491" {
  value = can(transpose({ a = local.list })[0])
}

output "o492" {
  value = length(jsondecode(local.text))
}

output "o493" {
  value = length(jsondecode(local.text)) > 0
}

output "o494" {
  value = length(jsondecode(local.text)) == 0
}

output "o495" {
  value = jsondecode(local.text) == []
}

output "o496" {
  value = jsondecode(local.text) == null
}

output "o497" {
  value = length(jsondecode(local.text)) >= 1
}

output "o498" {
  value = length(jsondecode(local.text)) < 100
}

output "o499" {
  value = jsondecode(local.text) == tolist([])
}

output "o500" {
  value = length(toset(jsondecode(local.text)))
}

output "o501" {
  value = [for v in jsondecode(local.text) : "k"]
}

output "o502" {
  value = try(jsondecode(local.text)[3], "none")
}

output "o503" {
  value = can(jsondecode(local.text)[0])
}

output "o504" {
  value = length(fileset(".", local.text))
}

output "o505" {
  value = length(fileset(".", local.text)) > 0
}

output "o506" {
  value = length(fileset(".", local.text)) == 0
}

output "o507" {
  value = fileset(".", local.text) == []
}

output "o508" {
  value = fileset(".", local.text) == null
}

output "o509" {
  value = length(fileset(".", local.text)) >= 1
}

output "o510" {
  value = length(fileset(".", local.text)) < 100
}

output "o511" {
  value = fileset(".", local.text) == tolist([])
}

output "o512" {
  value = length(toset(fileset(".", local.text)))
}

output "o513" {
  value = [for v in fileset(".", local.text) : "k"]
}

output "o514" {
  value = try(fileset(".", local.text)[3], "none")
}

output "o515" {
  value = can(fileset(".", local.text)[0])
}

output "o516" {
  value = length(setsubtract(["a", "b"], local.set))
}

output "o517" {
  value = length(setsubtract(["a", "b"], local.set)) > 0
}

output "o518" {
  value = length(setsubtract(["a", "b"], local.set)) == 0
}

output "o519" {
  value = setsubtract(["a", "b"], local.set) == []
}

output "o520" {
  value = setsubtract(["a", "b"], local.set) == null
}

output "o521" {
  value = length(setsubtract(["a", "b"], local.set)) >= 1
}

output "o522" {
  value = length(setsubtract(["a", "b"], local.set)) < 100
}

output "o523" {
  value = setsubtract(["a", "b"], local.set) == tolist([])
}

output "o524" {
  value = length(toset(setsubtract(["a", "b"], local.set)))
}

output "o525" {
  value = [for v in setsubtract(["a", "b"], local.set) : "k"]
}

output "o526" {
  value = try(setsubtract(["a", "b"], local.set)[3], "none")
}

output "o527" {
  value = can(setsubtract(["a", "b"], local.set)[0])
}

output "o528" {
  value = length(setintersection(["a"], local.set))
}

output "o529" {
  value = length(setintersection(["a"], local.set)) > 0
}

output "o530" {
  value = length(setintersection(["a"], local.set)) == 0
}

output "o531" {
  value = setintersection(["a"], local.set) == []
}

output "o532" {
  value = setintersection(["a"], local.set) == null
}

output "o533" {
  value = length(setintersection(["a"], local.set)) >= 1
}

output "o534" {
  value = length(setintersection(["a"], local.set)) < 100
}

output "o535" {
  value = setintersection(["a"], local.set) == tolist([])
}

output "o536" {
  value = length(toset(setintersection(["a"], local.set)))
}

output "o537" {
  value = [for v in setintersection(["a"], local.set) : "k"]
}

output "o538" {
  value = try(setintersection(["a"], local.set)[3], "none")
}

output "o539" {
  value = can(setintersection(["a"], local.set)[0])
}

output "o540" {
  value = length(csvdecode(local.text))
}

output "o541" {
  value = length(csvdecode(local.text)) > 0
}

output "o542" {
  value = length(csvdecode(local.text)) == 0
}

output "o543" {
  value = csvdecode(local.text) == []
}

output "o544" {
  value = csvdecode(local.text) == null
}

output "o545" {
  value = length(csvdecode(local.text)) >= 1
}

output "o546" {
  value = length(csvdecode(local.text)) < 100
}

output "o547" {
  value = csvdecode(local.text) == tolist([])
}

output "o548" {
  value = length(toset(csvdecode(local.text)))
}

output "o549" {
  value = [for v in csvdecode(local.text) : "k"]
}

output "o550" {
  value = try(csvdecode(local.text)[3], "none")
}

output "o551" {
  value = can(csvdecode(local.text)[0])
}
