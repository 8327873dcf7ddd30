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
  value = [for v in local.list : v]
}

output "o1" {
  value = [for v in local.list : "x-${jsonencode(v)}"]
}

output "o2" {
  value = [for i, v in local.list : i]
}

output "o3" {
  value = [for v in local.list : v if local.truth]
}

output "o4" {
  value = [for v in local.list : 1 if true]
}

output "o5" {
  value = { for i, v in local.list : i => v }
}

output "o6" {
  value = { for v in local.list : jsonencode(v) => 1 }
}

output "o7" {
  value = { for i, v in local.list : "k" => i... }
}

output "o8" {
  value = { for i, v in local.list : i => local.text }
}

output "o9" {
  value = local.list[*]
}

output "o10" {
  value = local.list[0]
}

output "o11" {
  value = local.list[local.number]
}

output "o12" {
  value = local.list[*].a
}

output "o13" {
  value = flatten([local.list])
}

output "o14" {
  value = try(local.list[0], "z")
}

output "o15" {
  value = can(local.list[5])
}

output "o16" {
  value = [local.list]
}

output "o17" {
  value = { a = local.list }
}

output "o18" {
  value = concat(["z"], try(tolist(local.list), []))
}

output "o19" {
  value = one(slice(try(tolist(local.list), ["a"]), 0, 1))
}

output "o20" {
  value = contains(try(tolist(local.list), []), "a")
}

output "o21" {
  value = element(local.list, 0)
}

output "o22" {
  value = local.list.*
}

output "o23" {
  value = { for v in [1] : local.text => local.list }
}

output "o24" {
  value = length([for v in local.list : v])
}

output "o25" {
  value = zipmap(["a"], [local.list])
}

output "o26" {
  value = merge({ c = 1 }, { d = local.list })
}

output "o27" {
  value = [for v in local.listed : v]
}

output "o28" {
  value = [for v in local.listed : "x-${jsonencode(v)}"]
}

output "o29" {
  value = [for i, v in local.listed : i]
}

output "o30" {
  value = [for v in local.listed : v if local.truth]
}

output "o31" {
  value = [for v in local.listed : 1 if true]
}

output "o32" {
  value = { for i, v in local.listed : i => v }
}

output "o33" {
  value = { for v in local.listed : jsonencode(v) => 1 }
}

output "o34" {
  value = { for i, v in local.listed : "k" => i... }
}

output "o35" {
  value = { for i, v in local.listed : i => local.text }
}

output "o36" {
  value = local.listed[*]
}

output "o37" {
  value = local.listed[0]
}

output "o38" {
  value = local.listed[local.number]
}

output "o39" {
  value = local.listed[*].a
}

output "o40" {
  value = flatten([local.listed])
}

output "o41" {
  value = try(local.listed[0], "z")
}

output "o42" {
  value = can(local.listed[5])
}

output "o43" {
  value = jsonencode(local.listed)
}

output "o44" {
  value = [local.listed]
}

output "o45" {
  value = { a = local.listed }
}

output "o46" {
  value = local.listed == []
}

output "o47" {
  value = local.listed != null
}

output "o48" {
  value = concat(["z"], try(tolist(local.listed), []))
}

output "o49" {
  value = one(slice(try(tolist(local.listed), ["a"]), 0, 1))
}

output "o50" {
  value = contains(try(tolist(local.listed), []), "a")
}

output "o51" {
  value = element(local.listed, 0)
}

output "o52" {
  value = local.listed.*
}

output "o53" {
  value = { for v in [1] : local.text => local.listed }
}

output "o54" {
  value = length([for v in local.listed : v])
}

output "o55" {
  value = zipmap(["a"], [local.listed])
}

output "o56" {
  value = merge({ c = 1 }, { d = local.listed })
}

output "o57" {
  value = [for v in local.set : v]
}

output "o58" {
  value = [for v in local.set : "x-${jsonencode(v)}"]
}

output "o59" {
  value = [for i, v in local.set : i]
}

output "o60" {
  value = [for v in local.set : v if local.truth]
}

output "o61" {
  value = [for v in local.set : 1 if true]
}

output "o62" {
  value = { for i, v in local.set : i => v }
}

output "o63" {
  value = { for v in local.set : jsonencode(v) => 1 }
}

output "o64" {
  value = { for i, v in local.set : "k" => i... }
}

output "o65" {
  value = { for i, v in local.set : i => local.text }
}

output "o66" {
  value = local.set[*]
}

output "o67" {
  value = local.set[0]
}

output "o68" {
  value = local.set[local.number]
}

output "o69" {
  value = local.set[*].a
}

output "o70" {
  value = flatten([local.set])
}

output "o71" {
  value = try(local.set[0], "z")
}

output "o72" {
  value = can(local.set[5])
}

output "o73" {
  value = [local.set]
}

output "o74" {
  value = { a = local.set }
}

output "o75" {
  value = local.set == []
}

output "o76" {
  value = local.set != null
}

output "o77" {
  value = concat(["z"], try(tolist(local.set), []))
}

output "o78" {
  value = one(slice(try(tolist(local.set), ["a"]), 0, 1))
}

output "o79" {
  value = contains(try(tolist(local.set), []), "a")
}

output "o80" {
  value = element(local.set, 0)
}

output "o81" {
  value = local.set.*
}

output "o82" {
  value = { for v in [1] : local.text => local.set }
}

output "o83" {
  value = length([for v in local.set : v])
}

output "o84" {
  value = zipmap(["a"], [local.set])
}

output "o85" {
  value = merge({ c = 1 }, { d = local.set })
}

output "o86" {
  value = [for v in local.twice : v]
}

output "o87" {
  value = [for v in local.twice : "x-${jsonencode(v)}"]
}

output "o88" {
  value = [for i, v in local.twice : i]
}

output "o89" {
  value = [for v in local.twice : v if local.truth]
}

output "o90" {
  value = [for v in local.twice : 1 if true]
}

output "o91" {
  value = { for i, v in local.twice : i => v }
}

output "o92" {
  value = { for v in local.twice : jsonencode(v) => 1 }
}

output "o93" {
  value = { for i, v in local.twice : "k" => i... }
}

output "o94" {
  value = { for i, v in local.twice : i => local.text }
}

output "o95" {
  value = local.twice[*]
}

output "o96" {
  value = local.twice[0]
}

output "o97" {
  value = local.twice[local.number]
}

output "o98" {
  value = local.twice[*].a
}

output "o99" {
  value = flatten([local.twice])
}

output "o100" {
  value = try(local.twice[0], "z")
}

output "o101" {
  value = can(local.twice[5])
}

output "o102" {
  value = jsonencode(local.twice)
}

output "o103" {
  value = [local.twice]
}

output "o104" {
  value = { a = local.twice }
}

output "o105" {
  value = local.twice == []
}

output "o106" {
  value = local.twice != null
}

output "o107" {
  value = concat(["z"], try(tolist(local.twice), []))
}

output "o108" {
  value = one(slice(try(tolist(local.twice), ["a"]), 0, 1))
}

output "o109" {
  value = contains(try(tolist(local.twice), []), "a")
}

output "o110" {
  value = element(local.twice, 0)
}

output "o111" {
  value = local.twice.*
}

output "o112" {
  value = { for v in [1] : local.text => local.twice }
}

output "o113" {
  value = length([for v in local.twice : v])
}

output "o114" {
  value = zipmap(["a"], [local.twice])
}

output "o115" {
  value = merge({ c = 1 }, { d = local.twice })
}

output "o116" {
  value = [for v in local.map : v]
}

output "o117" {
  value = [for v in local.map : "x-${jsonencode(v)}"]
}

output "o118" {
  value = [for i, v in local.map : i]
}

output "o119" {
  value = [for v in local.map : v if local.truth]
}

output "o120" {
  value = [for v in local.map : 1 if true]
}

output "o121" {
  value = { for i, v in local.map : i => v }
}

output "o122" {
  value = { for v in local.map : jsonencode(v) => 1 }
}

output "o123" {
  value = { for i, v in local.map : "k" => i... }
}

output "o124" {
  value = { for i, v in local.map : i => local.text }
}

output "o125" {
  value = local.map[*]
}

output "o126" {
  value = local.map[0]
}

output "o127" {
  value = local.map[local.number]
}

output "o128" {
  value = local.map[*].a
}

output "o129" {
  value = flatten([local.map])
}

output "o130" {
  value = try(local.map[0], "z")
}

output "o131" {
  value = can(local.map[5])
}

output "o132" {
  value = tolist(local.map)
}

output "o133" {
  value = toset(local.map)
}

output "o134" {
  value = [local.map]
}

output "o135" {
  value = { a = local.map }
}

output "o136" {
  value = local.map == []
}

output "o137" {
  value = local.map != null
}

output "o138" {
  value = concat(["z"], try(tolist(local.map), []))
}

output "o139" {
  value = one(slice(try(tolist(local.map), ["a"]), 0, 1))
}

output "o140" {
  value = contains(try(tolist(local.map), []), "a")
}

output "o141" {
  value = element(local.map, 0)
}

output "o142" {
  value = local.map.*
}

output "o143" {
  value = { for v in [1] : local.text => local.map }
}

output "o144" {
  value = length([for v in local.map : v])
}

output "o145" {
  value = zipmap(["a"], [local.map])
}

output "o146" {
  value = merge({ c = 1 }, { d = local.map })
}

output "o147" {
  value = [for v in local.mapped : v]
}

output "o148" {
  value = [for v in local.mapped : "x-${jsonencode(v)}"]
}

output "o149" {
  value = [for i, v in local.mapped : i]
}

output "o150" {
  value = [for v in local.mapped : v if local.truth]
}

output "o151" {
  value = [for v in local.mapped : 1 if true]
}

output "o152" {
  value = { for i, v in local.mapped : i => v }
}

output "o153" {
  value = { for v in local.mapped : jsonencode(v) => 1 }
}

output "o154" {
  value = { for i, v in local.mapped : "k" => i... }
}

output "o155" {
  value = { for i, v in local.mapped : i => local.text }
}

output "o156" {
  value = local.mapped[*]
}

output "o157" {
  value = local.mapped[0]
}

output "o158" {
  value = local.mapped[local.number]
}

output "o159" {
  value = local.mapped[*].a
}

output "o160" {
  value = flatten([local.mapped])
}

output "o161" {
  value = try(local.mapped[0], "z")
}

output "o162" {
  value = can(local.mapped[5])
}

output "o163" {
  value = tolist(local.mapped)
}

output "o164" {
  value = toset(local.mapped)
}

output "o165" {
  value = [local.mapped]
}

output "o166" {
  value = { a = local.mapped }
}

output "o167" {
  value = local.mapped == []
}

output "o168" {
  value = local.mapped != null
}

output "o169" {
  value = concat(["z"], try(tolist(local.mapped), []))
}

output "o170" {
  value = one(slice(try(tolist(local.mapped), ["a"]), 0, 1))
}

output "o171" {
  value = contains(try(tolist(local.mapped), []), "a")
}

output "o172" {
  value = element(local.mapped, 0)
}

output "o173" {
  value = local.mapped.*
}

output "o174" {
  value = { for v in [1] : local.text => local.mapped }
}

output "o175" {
  value = length([for v in local.mapped : v])
}

output "o176" {
  value = zipmap(["a"], [local.mapped])
}

output "o177" {
  value = merge({ c = 1 }, { d = local.mapped })
}

output "o178" {
  value = [for v in local.object : v]
}

output "o179" {
  value = [for v in local.object : "x-${jsonencode(v)}"]
}

output "o180" {
  value = [for i, v in local.object : i]
}

output "o181" {
  value = [for v in local.object : v if local.truth]
}

output "o182" {
  value = [for v in local.object : 1 if true]
}

output "o183" {
  value = { for i, v in local.object : i => v }
}

output "o184" {
  value = { for v in local.object : jsonencode(v) => 1 }
}

output "o185" {
  value = { for i, v in local.object : "k" => i... }
}

output "o186" {
  value = { for i, v in local.object : i => local.text }
}

output "o187" {
  value = local.object[*]
}

output "o188" {
  value = local.object[0]
}

output "o189" {
  value = local.object[local.number]
}

output "o190" {
  value = local.object[*].a
}

output "o191" {
  value = flatten([local.object])
}

output "o192" {
  value = try(local.object[0], "z")
}

output "o193" {
  value = can(local.object[5])
}

output "o194" {
  value = tolist(local.object)
}

output "o195" {
  value = toset(local.object)
}

output "o196" {
  value = [local.object]
}

output "o197" {
  value = { a = local.object }
}

output "o198" {
  value = local.object == []
}

output "o199" {
  value = concat(["z"], try(tolist(local.object), []))
}

output "o200" {
  value = one(slice(try(tolist(local.object), ["a"]), 0, 1))
}

output "o201" {
  value = contains(try(tolist(local.object), []), "a")
}

output "o202" {
  value = element(local.object, 0)
}

output "o203" {
  value = local.object.*
}

output "o204" {
  value = { for v in [1] : local.text => local.object }
}

output "o205" {
  value = length([for v in local.object : v])
}

output "o206" {
  value = zipmap(["a"], [local.object])
}

output "o207" {
  value = merge({ c = 1 }, { d = local.object })
}

output "o208" {
  value = [for v in local.keyed : v]
}

output "o209" {
  value = [for v in local.keyed : "x-${jsonencode(v)}"]
}

output "o210" {
  value = [for i, v in local.keyed : i]
}

output "o211" {
  value = [for v in local.keyed : v if local.truth]
}

output "o212" {
  value = [for v in local.keyed : 1 if true]
}

output "o213" {
  value = { for i, v in local.keyed : i => v }
}

output "o214" {
  value = { for v in local.keyed : jsonencode(v) => 1 }
}

output "o215" {
  value = { for i, v in local.keyed : "k" => i... }
}

output "o216" {
  value = { for i, v in local.keyed : i => local.text }
}

output "o217" {
  value = local.keyed[*]
}

output "o218" {
  value = local.keyed[0]
}

output "o219" {
  value = local.keyed[local.number]
}

output "o220" {
  value = local.keyed[*].a
}

output "o221" {
  value = flatten([local.keyed])
}

output "o222" {
  value = try(local.keyed[0], "z")
}

output "o223" {
  value = can(local.keyed[5])
}

output "o224" {
  value = tolist(local.keyed)
}

output "o225" {
  value = toset(local.keyed)
}

output "o226" {
  value = [local.keyed]
}

output "o227" {
  value = { a = local.keyed }
}

output "o228" {
  value = local.keyed == []
}

output "o229" {
  value = local.keyed != null
}

output "o230" {
  value = concat(["z"], try(tolist(local.keyed), []))
}

output "o231" {
  value = one(slice(try(tolist(local.keyed), ["a"]), 0, 1))
}

output "o232" {
  value = contains(try(tolist(local.keyed), []), "a")
}

output "o233" {
  value = element(local.keyed, 0)
}

output "o234" {
  value = local.keyed.*
}

output "o235" {
  value = { for v in [1] : local.text => local.keyed }
}

output "o236" {
  value = length([for v in local.keyed : v])
}

output "o237" {
  value = zipmap(["a"], [local.keyed])
}

output "o238" {
  value = merge({ c = 1 }, { d = local.keyed })
}

output "o239" {
  value = [for v in local.any : v]
}

output "o240" {
  value = [for v in local.any : "x-${jsonencode(v)}"]
}

output "o241" {
  value = [for i, v in local.any : i]
}

output "o242" {
  value = [for v in local.any : v if local.truth]
}

output "o243" {
  value = [for v in local.any : 1 if true]
}

output "o244" {
  value = { for i, v in local.any : i => v }
}

output "o245" {
  value = { for v in local.any : jsonencode(v) => 1 }
}

output "o246" {
  value = { for i, v in local.any : "k" => i... }
}

output "o247" {
  value = { for i, v in local.any : i => local.text }
}

output "o248" {
  value = local.any[*]
}

output "o249" {
  value = local.any[0]
}

output "o250" {
  value = local.any[local.number]
}

output "o251" {
  value = local.any[*].a
}

output "o252" {
  value = flatten([local.any])
}

output "o253" {
  value = try(local.any[0], "z")
}

output "o254" {
  value = can(local.any[5])
}

output "o255" {
  value = [local.any]
}

output "o256" {
  value = { a = local.any }
}

output "o257" {
  value = local.any == []
}

output "o258" {
  value = concat(["z"], try(tolist(local.any), []))
}

output "o259" {
  value = one(slice(try(tolist(local.any), ["a"]), 0, 1))
}

output "o260" {
  value = contains(try(tolist(local.any), []), "a")
}

output "o261" {
  value = element(local.any, 0)
}

output "o262" {
  value = local.any.*
}

output "o263" {
  value = { for v in [1] : local.text => local.any }
}

output "o264" {
  value = length([for v in local.any : v])
}

output "o265" {
  value = zipmap(["a"], [local.any])
}

output "o266" {
  value = merge({ c = 1 }, { d = local.any })
}

output "o267" {
  value = [for v in local.part : v]
}

output "o268" {
  value = [for v in local.part : "x-${jsonencode(v)}"]
}

output "o269" {
  value = [for i, v in local.part : i]
}

output "o270" {
  value = [for v in local.part : v if local.truth]
}

output "o271" {
  value = [for v in local.part : 1 if true]
}

output "o272" {
  value = { for i, v in local.part : i => v }
}

output "o273" {
  value = { for v in local.part : jsonencode(v) => 1 }
}

output "o274" {
  value = { for i, v in local.part : "k" => i... }
}

output "o275" {
  value = { for i, v in local.part : i => local.text }
}

output "o276" {
  value = local.part[*]
}

output "o277" {
  value = local.part[0]
}

output "o278" {
  value = local.part[local.number]
}

output "o279" {
  value = local.part[*].a
}

output "o280" {
  value = flatten([local.part])
}

output "o281" {
  value = try(local.part[0], "z")
}

output "o282" {
  value = can(local.part[5])
}

output "o283" {
  value = [local.part]
}

output "o284" {
  value = { a = local.part }
}

output "o285" {
  value = local.part == []
}

output "o286" {
  value = local.part != null
}

output "o287" {
  value = concat(["z"], try(tolist(local.part), []))
}

output "o288" {
  value = one(slice(try(tolist(local.part), ["a"]), 0, 1))
}

output "o289" {
  value = contains(try(tolist(local.part), []), "a")
}

output "o290" {
  value = element(local.part, 0)
}

output "o291" {
  value = local.part.*
}

output "o292" {
  value = { for v in [1] : local.text => local.part }
}

output "o293" {
  value = length([for v in local.part : v])
}

output "o294" {
  value = zipmap(["a"], [local.part])
}

output "o295" {
  value = merge({ c = 1 }, { d = local.part })
}

output "o296" {
  value = [for v in local.tuple : v]
}

output "o297" {
  value = [for v in local.tuple : "x-${jsonencode(v)}"]
}

output "o298" {
  value = [for i, v in local.tuple : i]
}

output "o299" {
  value = [for v in local.tuple : v if local.truth]
}

output "o300" {
  value = [for v in local.tuple : 1 if true]
}

output "o301" {
  value = { for i, v in local.tuple : i => v }
}

output "o302" {
  value = { for v in local.tuple : jsonencode(v) => 1 }
}

output "o303" {
  value = { for i, v in local.tuple : "k" => i... }
}

output "o304" {
  value = { for i, v in local.tuple : i => local.text }
}

output "o305" {
  value = local.tuple[*]
}

output "o306" {
  value = local.tuple[0]
}

output "o307" {
  value = local.tuple[local.number]
}

output "o308" {
  value = local.tuple[*].a
}

output "o309" {
  value = flatten([local.tuple])
}

output "o310" {
  value = try(local.tuple[0], "z")
}

output "o311" {
  value = can(local.tuple[5])
}

output "o312" {
  value = jsonencode(local.tuple)
}

output "o313" {
  value = [local.tuple]
}

output "o314" {
  value = { a = local.tuple }
}

output "o315" {
  value = local.tuple == []
}

output "o316" {
  value = local.tuple != null
}

output "o317" {
  value = concat(["z"], try(tolist(local.tuple), []))
}

output "o318" {
  value = one(slice(try(tolist(local.tuple), ["a"]), 0, 1))
}

output "o319" {
  value = contains(try(tolist(local.tuple), []), "a")
}

output "o320" {
  value = element(local.tuple, 0)
}

output "o321" {
  value = local.tuple.*
}

output "o322" {
  value = { for v in [1] : local.text => local.tuple }
}

output "o323" {
  value = length([for v in local.tuple : v])
}

output "o324" {
  value = zipmap(["a"], [local.tuple])
}

output "o325" {
  value = merge({ c = 1 }, { d = local.tuple })
}

output "o326" {
  value = [for v in local.some : v]
}

output "o327" {
  value = [for v in local.some : "x-${jsonencode(v)}"]
}

output "o328" {
  value = [for i, v in local.some : i]
}

output "o329" {
  value = [for v in local.some : v if local.truth]
}

output "o330" {
  value = [for v in local.some : 1 if true]
}

output "o331" {
  value = { for i, v in local.some : i => v }
}

output "o332" {
  value = { for v in local.some : jsonencode(v) => 1 }
}

output "o333" {
  value = { for i, v in local.some : "k" => i... }
}

output "o334" {
  value = { for i, v in local.some : i => local.text }
}

output "o335" {
  value = local.some[*]
}

output "o336" {
  value = local.some[0]
}

output "o337" {
  value = local.some[local.number]
}

output "o338" {
  value = length(local.some)
}

output "o339" {
  value = local.some[*].a
}

output "o340" {
  value = flatten([local.some])
}

output "o341" {
  value = try(local.some[0], "z")
}

output "o342" {
  value = can(local.some[5])
}

output "o343" {
  value = tolist(local.some)
}

output "o344" {
  value = toset(local.some)
}

output "o345" {
  value = jsonencode(local.some)
}

output "o346" {
  value = [local.some]
}

output "o347" {
  value = { a = local.some }
}

output "o348" {
  value = local.some == []
}

output "o349" {
  value = local.some != null
}

output "o350" {
  value = concat(["z"], try(tolist(local.some), []))
}

output "o351" {
  value = one(slice(try(tolist(local.some), ["a"]), 0, 1))
}

output "o352" {
  value = contains(try(tolist(local.some), []), "a")
}

output "o353" {
  value = element(local.some, 0)
}

output "o354" {
  value = local.some.*
}

output "o355" {
  value = { for v in [1] : local.text => local.some }
}

output "o356" {
  value = length([for v in local.some : v])
}

output "o357" {
  value = zipmap(["a"], [local.some])
}

output "o358" {
  value = merge({ c = 1 }, { d = local.some })
}

output "o359" {
  value = [for v in [local.text] : v]
}

output "o360" {
  value = [for v in [local.text] : "x-${jsonencode(v)}"]
}

output "o361" {
  value = [for i, v in [local.text] : i]
}

output "o362" {
  value = [for v in [local.text] : v if local.truth]
}

output "o363" {
  value = [for v in [local.text] : 1 if true]
}

output "o364" {
  value = { for i, v in [local.text] : i => v }
}

output "o365" {
  value = { for v in [local.text] : jsonencode(v) => 1 }
}

output "o366" {
  value = { for i, v in [local.text] : "k" => i... }
}

output "o367" {
  value = { for i, v in [local.text] : i => local.text }
}

output "o368" {
  value = [local.text][*]
}

output "o369" {
  value = [local.text][0]
}

output "o370" {
  value = [local.text][local.number]
}

output "o371" {
  value = length([local.text])
}

output "o372" {
  value = [local.text][*].a
}

output "o373" {
  value = flatten([[local.text]])
}

output "o374" {
  value = try([local.text][0], "z")
}

output "o375" {
  value = can([local.text][5])
}

output "o376" {
  value = tolist([local.text])
}

output "o377" {
  value = jsonencode([local.text])
}

output "o378" {
  value = [[local.text]]
}

output "o379" {
  value = { a = [local.text] }
}

output "o380" {
  value = [local.text] == []
}

output "o381" {
  value = [local.text] != null
}

output "o382" {
  value = concat(["z"], try(tolist([local.text]), []))
}

output "o383" {
  value = one(slice(try(tolist([local.text]), ["a"]), 0, 1))
}

output "o384" {
  value = contains(try(tolist([local.text]), []), "a")
}

output "o385" {
  value = element([local.text], 0)
}

output "o386" {
  value = [local.text].*
}

output "o387" {
  value = { for v in [1] : local.text => [local.text] }
}

output "o388" {
  value = length([for v in [local.text] : v])
}

output "o389" {
  value = zipmap(["a"], [[local.text]])
}

output "o390" {
  value = merge({ c = 1 }, { d = [local.text] })
}

output "o391" {
  value = [for v in [local.any, local.number] : v]
}

output "o392" {
  value = [for v in [local.any, local.number] : "x-${jsonencode(v)}"]
}

output "o393" {
  value = [for i, v in [local.any, local.number] : i]
}

output "o394" {
  value = [for v in [local.any, local.number] : v if local.truth]
}

output "o395" {
  value = [for v in [local.any, local.number] : 1 if true]
}

output "o396" {
  value = { for i, v in [local.any, local.number] : i => v }
}

output "o397" {
  value = { for v in [local.any, local.number] : jsonencode(v) => 1 }
}

output "o398" {
  value = { for i, v in [local.any, local.number] : "k" => i... }
}

output "o399" {
  value = { for i, v in [local.any, local.number] : i => local.text }
}

output "o400" {
  value = [local.any, local.number][*]
}

output "o401" {
  value = [local.any, local.number][0]
}

output "o402" {
  value = [local.any, local.number][local.number]
}

output "o403" {
  value = length([local.any, local.number])
}

output "o404" {
  value = [local.any, local.number][*].a
}

output "o405" {
  value = flatten([[local.any, local.number]])
}

output "o406" {
  value = try([local.any, local.number][0], "z")
}

output "o407" {
  value = can([local.any, local.number][5])
}

output "o408" {
  value = tolist([local.any, local.number])
}

output "o409" {
  value = toset([local.any, local.number])
}

output "o410" {
  value = jsonencode([local.any, local.number])
}

output "o411" {
  value = [[local.any, local.number]]
}

output "o412" {
  value = { a = [local.any, local.number] }
}

output "o413" {
  value = [local.any, local.number] == []
}

output "o414" {
  value = [local.any, local.number] != null
}

output "o415" {
  value = concat(["z"], try(tolist([local.any, local.number]), []))
}

output "o416" {
  value = one(slice(try(tolist([local.any, local.number]), ["a"]), 0, 1))
}

output "o417" {
  value = contains(try(tolist([local.any, local.number]), []), "a")
}

output "o418" {
  value = element([local.any, local.number], 0)
}

output "o419" {
  value = [local.any, local.number].*
}

output "o420" {
  value = { for v in [1] : local.text => [local.any, local.number] }
}

output "o421" {
  value = length([for v in [local.any, local.number] : v])
}

output "o422" {
  value = zipmap(["a"], [[local.any, local.number]])
}

output "o423" {
  value = merge({ c = 1 }, { d = [local.any, local.number] })
}

output "o424" {
  value = [for v in [for v in ["a", "b"] : local.text] : v]
}

output "o425" {
  value = [for v in [for v in ["a", "b"] : local.text] : "x-${jsonencode(v)}"]
}

output "o426" {
  value = [for i, v in [for v in ["a", "b"] : local.text] : i]
}

output "o427" {
  value = [for v in [for v in ["a", "b"] : local.text] : v if local.truth]
}

output "o428" {
  value = [for v in [for v in ["a", "b"] : local.text] : 1 if true]
}

output "o429" {
  value = { for i, v in [for v in ["a", "b"] : local.text] : i => v }
}

output "o430" {
  value = { for v in [for v in ["a", "b"] : local.text] : jsonencode(v) => 1 }
}

output "o431" {
  value = { for i, v in [for v in ["a", "b"] : local.text] : "k" => i... }
}

output "o432" {
  value = { for i, v in [for v in ["a", "b"] : local.text] : i => local.text }
}

output "o433" {
  value = [for v in ["a", "b"] : local.text][*]
}

output "o434" {
  value = [for v in ["a", "b"] : local.text][0]
}

output "o435" {
  value = [for v in ["a", "b"] : local.text][local.number]
}

output "o436" {
  value = length([for v in ["a", "b"] : local.text])
}

output "o437" {
  value = [for v in ["a", "b"] : local.text][*].a
}

output "o438" {
  value = flatten([[for v in ["a", "b"] : local.text]])
}

output "o439" {
  value = try([for v in ["a", "b"] : local.text][0], "z")
}

output "o440" {
  value = can([for v in ["a", "b"] : local.text][5])
}

output "o441" {
  value = tolist([for v in ["a", "b"] : local.text])
}

output "o442" {
  value = toset([for v in ["a", "b"] : local.text])
}

output "o443" {
  value = jsonencode([for v in ["a", "b"] : local.text])
}

output "o444" {
  value = [[for v in ["a", "b"] : local.text]]
}

output "o445" {
  value = { a = [for v in ["a", "b"] : local.text] }
}

output "o446" {
  value = [for v in ["a", "b"] : local.text] == []
}

output "o447" {
  value = [for v in ["a", "b"] : local.text] != null
}

output "o448" {
  value = concat(["z"], try(tolist([for v in ["a", "b"] : local.text]), []))
}

output "o449" {
  value = one(slice(try(tolist([for v in ["a", "b"] : local.text]), ["a"]), 0, 1))
}

output "o450" {
  value = contains(try(tolist([for v in ["a", "b"] : local.text]), []), "a")
}

output "o451" {
  value = element([for v in ["a", "b"] : local.text], 0)
}

output "o452" {
  value = [for v in ["a", "b"] : local.text].*
}

output "o453" {
  value = { for v in [1] : local.text => [for v in ["a", "b"] : local.text] }
}

output "o454" {
  value = length([for v in [for v in ["a", "b"] : local.text] : v])
}

output "o455" {
  value = zipmap(["a"], [[for v in ["a", "b"] : local.text]])
}

output "o456" {
  value = merge({ c = 1 }, { d = [for v in ["a", "b"] : local.text] })
}

output "o457" {
  value = [for v in values(local.mapped) : v]
}

output "o458" {
  value = [for v in values(local.mapped) : "x-${jsonencode(v)}"]
}

output "o459" {
  value = [for i, v in values(local.mapped) : i]
}

output "o460" {
  value = [for v in values(local.mapped) : v if local.truth]
}

output "o461" {
  value = [for v in values(local.mapped) : 1 if true]
}

output "o462" {
  value = { for i, v in values(local.mapped) : i => v }
}

output "o463" {
  value = { for v in values(local.mapped) : jsonencode(v) => 1 }
}

output "o464" {
  value = { for i, v in values(local.mapped) : "k" => i... }
}

output "o465" {
  value = { for i, v in values(local.mapped) : i => local.text }
}

output "o466" {
  value = values(local.mapped)[*]
}

output "o467" {
  value = values(local.mapped)[0]
}

output "o468" {
  value = values(local.mapped)[local.number]
}

output "o469" {
  value = length(values(local.mapped))
}

output "o470" {
  value = values(local.mapped)[*].a
}

output "o471" {
  value = flatten([values(local.mapped)])
}

output "o472" {
  value = try(values(local.mapped)[0], "z")
}

output "o473" {
  value = can(values(local.mapped)[5])
}

output "o474" {
  value = tolist(values(local.mapped))
}

output "o475" {
  value = toset(values(local.mapped))
}

output "o476" {
  value = jsonencode(values(local.mapped))
}

output "o477" {
  value = [values(local.mapped)]
}

output "o478" {
  value = { a = values(local.mapped) }
}

output "o479" {
  value = values(local.mapped) == []
}

output "o480" {
  value = values(local.mapped) != null
}

output "o481" {
  value = concat(["z"], try(tolist(values(local.mapped)), []))
}

output "o482" {
  value = one(slice(try(tolist(values(local.mapped)), ["a"]), 0, 1))
}

output "o483" {
  value = contains(try(tolist(values(local.mapped)), []), "a")
}

output "o484" {
  value = element(values(local.mapped), 0)
}

output "o485" {
  value = values(local.mapped).*
}

output "o486" {
  value = { for v in [1] : local.text => values(local.mapped) }
}

output "o487" {
  value = length([for v in values(local.mapped) : v])
}

output "o488" {
  value = zipmap(["a"], [values(local.mapped)])
}

output "o489" {
  value = merge({ c = 1 }, { d = values(local.mapped) })
}

output "o490" {
  value = [for v in keys(local.map) : v]
}

output "o491" {
  value = [for v in keys(local.map) : "x-${jsonencode(v)}"]
}

output "o492" {
  value = [for i, v in keys(local.map) : i]
}

output "o493" {
  value = [for v in keys(local.map) : v if local.truth]
}

output "o494" {
  value = [for v in keys(local.map) : 1 if true]
}

output "o495" {
  value = { for i, v in keys(local.map) : i => v }
}

output "o496" {
  value = { for v in keys(local.map) : jsonencode(v) => 1 }
}

output "o497" {
  value = { for i, v in keys(local.map) : "k" => i... }
}

output "o498" {
  value = { for i, v in keys(local.map) : i => local.text }
}

output "o499" {
  value = keys(local.map)[*]
}

output "o500" {
  value = keys(local.map)[0]
}

output "o501" {
  value = keys(local.map)[local.number]
}

output "o502" {
  value = length(keys(local.map))
}

output "o503" {
  value = keys(local.map)[*].a
}

output "o504" {
  value = flatten([keys(local.map)])
}

output "o505" {
  value = try(keys(local.map)[0], "z")
}

output "o506" {
  value = can(keys(local.map)[5])
}

output "o507" {
  value = tolist(keys(local.map))
}

output "o508" {
  value = toset(keys(local.map))
}

output "o509" {
  value = jsonencode(keys(local.map))
}

output "o510" {
  value = [keys(local.map)]
}

output "o511" {
  value = { a = keys(local.map) }
}

output "o512" {
  value = keys(local.map) == []
}

output "o513" {
  value = keys(local.map) != null
}

output "o514" {
  value = concat(["z"], try(tolist(keys(local.map)), []))
}

output "o515" {
  value = one(slice(try(tolist(keys(local.map)), ["a"]), 0, 1))
}

output "o516" {
  value = contains(try(tolist(keys(local.map)), []), "a")
}

output "o517" {
  value = element(keys(local.map), 0)
}

output "o518" {
  value = keys(local.map).*
}

output "o519" {
  value = { for v in [1] : local.text => keys(local.map) }
}

output "o520" {
  value = length([for v in keys(local.map) : v])
}

output "o521" {
  value = zipmap(["a"], [keys(local.map)])
}

output "o522" {
  value = merge({ c = 1 }, { d = keys(local.map) })
}

output "o523" {
  value = [for v in split("-", local.text) : v]
}

output "o524" {
  value = [for v in split("-", local.text) : "x-${jsonencode(v)}"]
}

output "o525" {
  value = [for i, v in split("-", local.text) : i]
}

output "o526" {
  value = [for v in split("-", local.text) : v if local.truth]
}

output "o527" {
  value = [for v in split("-", local.text) : 1 if true]
}

output "o528" {
  value = { for i, v in split("-", local.text) : i => v }
}

output "o529" {
  value = { for v in split("-", local.text) : jsonencode(v) => 1 }
}

output "o530" {
  value = { for i, v in split("-", local.text) : "k" => i... }
}

output "o531" {
  value = { for i, v in split("-", local.text) : i => local.text }
}

output "o532" {
  value = split("-", local.text)[*]
}

output "o533" {
  value = split("-", local.text)[0]
}

output "o534" {
  value = split("-", local.text)[local.number]
}

output "o535" {
  value = length(split("-", local.text))
}

output "o536" {
  value = split("-", local.text)[*].a
}

output "o537" {
  value = flatten([split("-", local.text)])
}

output "o538" {
  value = try(split("-", local.text)[0], "z")
}

output "o539" {
  value = can(split("-", local.text)[5])
}

output "o540" {
  value = tolist(split("-", local.text))
}

output "o541" {
  value = toset(split("-", local.text))
}

output "o542" {
  value = jsonencode(split("-", local.text))
}

output "o543" {
  value = [split("-", local.text)]
}

output "o544" {
  value = { a = split("-", local.text) }
}

output "o545" {
  value = split("-", local.text) == []
}

output "o546" {
  value = split("-", local.text) != null
}

output "o547" {
  value = concat(["z"], try(tolist(split("-", local.text)), []))
}

output "o548" {
  value = one(slice(try(tolist(split("-", local.text)), ["a"]), 0, 1))
}

output "o549" {
  value = contains(try(tolist(split("-", local.text)), []), "a")
}

output "o550" {
  value = element(split("-", local.text), 0)
}

output "o551" {
  value = split("-", local.text).*
}

output "o552" {
  value = { for v in [1] : local.text => split("-", local.text) }
}

output "o553" {
  value = length([for v in split("-", local.text) : v])
}

output "o554" {
  value = zipmap(["a"], [split("-", local.text)])
}

output "o555" {
  value = merge({ c = 1 }, { d = split("-", local.text) })
}

output "o556" {
  value = [for v in terraform_data.bare[*].id : v]
}

output "o557" {
  value = [for v in terraform_data.bare[*].id : "x-${jsonencode(v)}"]
}

output "o558" {
  value = [for i, v in terraform_data.bare[*].id : i]
}

output "o559" {
  value = [for v in terraform_data.bare[*].id : v if local.truth]
}

output "o560" {
  value = [for v in terraform_data.bare[*].id : 1 if true]
}

output "o561" {
  value = { for i, v in terraform_data.bare[*].id : i => v }
}

output "o563" {
  value = { for i, v in terraform_data.bare[*].id : "k" => i... }
}

output "o564" {
  value = { for i, v in terraform_data.bare[*].id : i => local.text }
}

output "o565" {
  value = terraform_data.bare[*].id[*]
}

output "o566" {
  value = terraform_data.bare[*].id[0]
}

output "o567" {
  value = terraform_data.bare[*].id[local.number]
}

output "o568" {
  value = length(terraform_data.bare[*].id)
}

output "o569" {
  value = terraform_data.bare[*].id[*].a
}

output "o570" {
  value = flatten([terraform_data.bare[*].id])
}

output "o571" {
  value = try(terraform_data.bare[*].id[0], "z")
}

output "o572" {
  value = can(terraform_data.bare[*].id[5])
}

output "o573" {
  value = tolist(terraform_data.bare[*].id)
}

output "o574" {
  value = toset(terraform_data.bare[*].id)
}

output "o575" {
  value = jsonencode(terraform_data.bare[*].id)
}

output "o576" {
  value = [terraform_data.bare[*].id]
}

output "o577" {
  value = { a = terraform_data.bare[*].id }
}

output "o578" {
  value = terraform_data.bare[*].id == []
}

output "o579" {
  value = terraform_data.bare[*].id != null
}

output "o580" {
  value = concat(["z"], try(tolist(terraform_data.bare[*].id), []))
}

output "o581" {
  value = one(slice(try(tolist(terraform_data.bare[*].id), ["a"]), 0, 1))
}

output "o582" {
  value = contains(try(tolist(terraform_data.bare[*].id), []), "a")
}

output "o583" {
  value = element(terraform_data.bare[*].id, 0)
}

output "o584" {
  value = terraform_data.bare[*].id.*
}

output "o585" {
  value = { for v in [1] : local.text => terraform_data.bare[*].id }
}

output "o586" {
  value = length([for v in terraform_data.bare[*].id : v])
}

output "o587" {
  value = zipmap(["a"], [terraform_data.bare[*].id])
}

output "o588" {
  value = merge({ c = 1 }, { d = terraform_data.bare[*].id })
}

output "o589" {
  value = [for v in [terraform_data.bare, terraform_data.text] : v]
}

output "o590" {
  value = [for v in [terraform_data.bare, terraform_data.text] : "x-${jsonencode(v)}"]
}

output "o591" {
  value = [for i, v in [terraform_data.bare, terraform_data.text] : i]
}

output "o592" {
  value = [for v in [terraform_data.bare, terraform_data.text] : v if local.truth]
}

output "o593" {
  value = [for v in [terraform_data.bare, terraform_data.text] : 1 if true]
}

output "o594" {
  value = { for i, v in [terraform_data.bare, terraform_data.text] : i => v }
}

output "o596" {
  value = { for i, v in [terraform_data.bare, terraform_data.text] : "k" => i... }
}

output "o597" {
  value = { for i, v in [terraform_data.bare, terraform_data.text] : i => local.text }
}

output "o598" {
  value = [terraform_data.bare, terraform_data.text][*]
}

output "o599" {
  value = [terraform_data.bare, terraform_data.text][0]
}

output "o600" {
  value = [terraform_data.bare, terraform_data.text][local.number]
}

output "o601" {
  value = length([terraform_data.bare, terraform_data.text])
}

output "o602" {
  value = [terraform_data.bare, terraform_data.text][*].a
}

output "o603" {
  value = flatten([[terraform_data.bare, terraform_data.text]])
}

output "o604" {
  value = try([terraform_data.bare, terraform_data.text][0], "z")
}

output "o605" {
  value = can([terraform_data.bare, terraform_data.text][5])
}

output "o606" {
  value = tolist([terraform_data.bare, terraform_data.text])
}

output "o607" {
  value = toset([terraform_data.bare, terraform_data.text])
}

output "o608" {
  value = jsonencode([terraform_data.bare, terraform_data.text])
}

output "o609" {
  value = [[terraform_data.bare, terraform_data.text]]
}

output "o610" {
  value = { a = [terraform_data.bare, terraform_data.text] }
}

output "o611" {
  value = [terraform_data.bare, terraform_data.text] == []
}

output "o612" {
  value = [terraform_data.bare, terraform_data.text] != null
}

output "o613" {
  value = concat(["z"], try(tolist([terraform_data.bare, terraform_data.text]), []))
}

output "o614" {
  value = one(slice(try(tolist([terraform_data.bare, terraform_data.text]), ["a"]), 0, 1))
}

output "o615" {
  value = contains(try(tolist([terraform_data.bare, terraform_data.text]), []), "a")
}

output "o616" {
  value = element([terraform_data.bare, terraform_data.text], 0)
}

output "o617" {
  value = [terraform_data.bare, terraform_data.text].*
}

output "o618" {
  value = { for v in [1] : local.text => [terraform_data.bare, terraform_data.text] }
}

output "o619" {
  value = length([for v in [terraform_data.bare, terraform_data.text] : v])
}

output "o620" {
  value = zipmap(["a"], [[terraform_data.bare, terraform_data.text]])
}

output "o621" {
  value = merge({ c = 1 }, { d = [terraform_data.bare, terraform_data.text] })
}

output "o622" {
  value = { (local.text) = 1 }
}

output "o623" {
  value = { (local.text) = 1, a = 2 }
}

output "o624" {
  value = { (local.named) = local.text }
}

output "o625" {
  value = { (local.any) = 1 }
}

output "o626" {
  value = { (local.number) = 1 }
}

output "o627" {
  value = { for k in ["a", local.text] : k => 1 }
}

output "o628" {
  value = local.map[local.text]
}

output "o629" {
  value = local.object[local.text]
}

output "o630" {
  value = local.keyed[local.text]
}

output "o631" {
  value = { a = 1, b = 2 }[local.text]
}

output "o632" {
  value = ["a", "b"][local.number]
}

output "o633" {
  value = tolist(["a", "b"])[local.number]
}

output "o634" {
  value = [1, "a"][local.number]
}

output "o635" {
  value = tomap({ a = 1 })[local.text]
}

output "o636" {
  value = local.any[local.text]
}

output "o637" {
  value = local.any.a.b[0].c
}

output "o638" {
  value = local.any.*.a
}

output "o639" {
  value = local.map.a
}

output "o640" {
  value = local.map["a"]
}

output "o641" {
  value = local.map["nope"]
}

output "o642" {
  value = local.object.name
}

output "o643" {
  value = local.object.ports[0]
}

output "o644" {
  value = local.object.ports[local.number]
}

output "o645" {
  value = local.object.ports
}

output "o646" {
  value = local.tuple[1]
}

output "o647" {
  value = terraform_data.text.output
}

output "o648" {
  value = terraform_data.text
}

output "o649" {
  value = terraform_data.text.id
}

output "o650" {
  value = terraform_data.text.triggers_replace
}

output "o651" {
  value = terraform_data.bare
}

output "o652" {
  value = [terraform_data.bare, terraform_data.bare.id]
}
