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
  value = local.number + 2
}

output "o1" {
  value = 2 + local.number
}

output "o2" {
  value = local.number + local.number
}

output "o3" {
  value = local.any + 2
}

output "o4" {
  value = local.text + 2
}

output "o5" {
  value = 2 + local.any
}

output "o6" {
  value = length(local.list) + 2
}

output "o7" {
  value = length(local.part) + 2
}

output "o8" {
  value = 0 + local.number
}

output "o9" {
  value = local.number - 2
}

output "o10" {
  value = 2 - local.number
}

output "o11" {
  value = local.number - local.number
}

output "o12" {
  value = local.any - 2
}

output "o13" {
  value = local.text - 2
}

output "o14" {
  value = 2 - local.any
}

output "o15" {
  value = length(local.list) - 2
}

output "o16" {
  value = length(local.part) - 2
}

output "o17" {
  value = 0 - local.number
}

output "o18" {
  value = local.number * 2
}

output "o19" {
  value = 2 * local.number
}

output "o20" {
  value = local.number * local.number
}

output "o21" {
  value = local.any * 2
}

output "o22" {
  value = local.text * 2
}

output "o23" {
  value = 2 * local.any
}

output "o24" {
  value = length(local.list) * 2
}

output "o25" {
  value = length(local.part) * 2
}

output "o26" {
  value = 0 * local.number
}

output "o27" {
  value = local.number / 2
}

output "o28" {
  value = 2 / local.number
}

output "o29" {
  value = local.number / local.number
}

output "o30" {
  value = local.any / 2
}

output "o31" {
  value = local.text / 2
}

output "o32" {
  value = 2 / local.any
}

output "o33" {
  value = length(local.list) / 2
}

output "o34" {
  value = length(local.part) / 2
}

output "o35" {
  value = 0 / local.number
}

output "o36" {
  value = local.number % 2
}

output "o37" {
  value = 2 % local.number
}

output "o38" {
  value = local.number % local.number
}

output "o39" {
  value = local.any % 2
}

output "o40" {
  value = local.text % 2
}

output "o41" {
  value = 2 % local.any
}

output "o42" {
  value = length(local.list) % 2
}

output "o43" {
  value = length(local.part) % 2
}

output "o44" {
  value = 0 % local.number
}

output "o45" {
  value = local.number < 2
}

output "o46" {
  value = 2 < local.number
}

output "o47" {
  value = local.number < local.number
}

output "o48" {
  value = local.any < 2
}

output "o49" {
  value = local.text < 2
}

output "o50" {
  value = 2 < local.any
}

output "o51" {
  value = length(local.list) < 2
}

output "o52" {
  value = length(local.part) < 2
}

output "o53" {
  value = 0 < local.number
}

output "o54" {
  value = local.number <= 2
}

output "o55" {
  value = 2 <= local.number
}

output "o56" {
  value = local.number <= local.number
}

output "o57" {
  value = local.any <= 2
}

output "o58" {
  value = local.text <= 2
}

output "o59" {
  value = 2 <= local.any
}

output "o60" {
  value = length(local.list) <= 2
}

output "o61" {
  value = length(local.part) <= 2
}

output "o62" {
  value = 0 <= local.number
}

output "o63" {
  value = local.number > 2
}

output "o64" {
  value = 2 > local.number
}

output "o65" {
  value = local.number > local.number
}

output "o66" {
  value = local.any > 2
}

output "o67" {
  value = local.text > 2
}

output "o68" {
  value = 2 > local.any
}

output "o69" {
  value = length(local.list) > 2
}

output "o70" {
  value = length(local.part) > 2
}

output "o71" {
  value = 0 > local.number
}

output "o72" {
  value = local.number >= 2
}

output "o73" {
  value = 2 >= local.number
}

output "o74" {
  value = local.number >= local.number
}

output "o75" {
  value = local.any >= 2
}

output "o76" {
  value = local.text >= 2
}

output "o77" {
  value = 2 >= local.any
}

output "o78" {
  value = length(local.list) >= 2
}

output "o79" {
  value = length(local.part) >= 2
}

output "o80" {
  value = 0 >= local.number
}

output "o81" {
  value = local.truth && true
}

output "o82" {
  value = local.truth && false
}

output "o83" {
  value = true && local.truth
}

output "o84" {
  value = false && local.truth
}

output "o85" {
  value = local.truth && local.truth
}

output "o86" {
  value = local.any && true
}

output "o87" {
  value = false && local.any
}

output "o88" {
  value = local.text && false
}

output "o89" {
  value = local.truth || true
}

output "o90" {
  value = local.truth || false
}

output "o91" {
  value = true || local.truth
}

output "o92" {
  value = false || local.truth
}

output "o93" {
  value = local.truth || local.truth
}

output "o94" {
  value = local.any || true
}

output "o95" {
  value = false || local.any
}

output "o96" {
  value = local.text || false
}

output "o97" {
  value = local.text == "a"
}

output "o98" {
  value = local.named == "a"
}

output "o99" {
  value = local.named == "web-1"
}

output "o100" {
  value = local.text == null
}

output "o101" {
  value = local.named == null
}

output "o102" {
  value = local.any == null
}

output "o103" {
  value = local.id == null
}

output "o104" {
  value = local.id == "a"
}

output "o105" {
  value = local.list == null
}

output "o106" {
  value = local.list == []
}

output "o107" {
  value = local.list == tolist([])
}

output "o108" {
  value = local.listed == tolist(["a"])
}

output "o109" {
  value = local.listed == tolist(["b", "c"])
}

output "o110" {
  value = local.part == ["a", "b"]
}

output "o111" {
  value = local.part == ["b", "b"]
}

output "o112" {
  value = local.keyed == { a = "x", b = "y" }
}

output "o114" {
  value = local.keyed == { a = "x" }
}

output "o115" {
  value = local.mapped == {}
}

output "o116" {
  value = local.number == 1
}

output "o117" {
  value = local.number == "1"
}

output "o118" {
  value = local.truth == true
}

output "o119" {
  value = local.any == "a"
}

output "o120" {
  value = local.text == local.text
}

output "o121" {
  value = local.text == local.number
}

output "o122" {
  value = local.set == toset(["a"])
}

output "o123" {
  value = local.twice == toset(["a"])
}

output "o124" {
  value = local.twice == toset([])
}

output "o125" {
  value = length(local.list) == 0
}

output "o126" {
  value = length(local.part) == 2
}

output "o127" {
  value = length(local.twice) == 0
}

output "o128" {
  value = length(local.some) == 0
}

output "o129" {
  value = local.object == null
}

output "o130" {
  value = terraform_data.bare == null
}

output "o131" {
  value = terraform_data.bare.id == terraform_data.text.id
}

output "o132" {
  value = local.absent == null
}

output "o133" {
  value = upper(local.named) == "WEB"
}

output "o134" {
  value = split(",", local.text) == []
}

output "o135" {
  value = local.text != "a"
}

output "o136" {
  value = local.named != "a"
}

output "o137" {
  value = local.named != "web-1"
}

output "o138" {
  value = local.text != null
}

output "o139" {
  value = local.named != null
}

output "o140" {
  value = local.any != null
}

output "o141" {
  value = local.id != null
}

output "o142" {
  value = local.id != "a"
}

output "o143" {
  value = local.list != null
}

output "o144" {
  value = local.list != []
}

output "o145" {
  value = local.list != tolist([])
}

output "o146" {
  value = local.listed != tolist(["a"])
}

output "o147" {
  value = local.listed != tolist(["b", "c"])
}

output "o148" {
  value = local.part != ["a", "b"]
}

output "o149" {
  value = local.part != ["b", "b"]
}

output "o150" {
  value = local.keyed != { a = "x", b = "y" }
}

output "o152" {
  value = local.keyed != { a = "x" }
}

output "o153" {
  value = local.mapped != {}
}

output "o154" {
  value = local.number != 1
}

output "o155" {
  value = local.number != "1"
}

output "o156" {
  value = local.truth != true
}

output "o157" {
  value = local.any != "a"
}

output "o158" {
  value = local.text != local.text
}

output "o159" {
  value = local.text != local.number
}

output "o160" {
  value = local.set != toset(["a"])
}

output "o161" {
  value = local.twice != toset(["a"])
}

output "o162" {
  value = local.twice != toset([])
}

output "o163" {
  value = length(local.list) != 0
}

output "o164" {
  value = length(local.part) != 2
}

output "o165" {
  value = length(local.twice) != 0
}

output "o166" {
  value = length(local.some) != 0
}

output "o167" {
  value = local.object != null
}

output "o168" {
  value = terraform_data.bare != null
}

output "o169" {
  value = terraform_data.bare.id != terraform_data.text.id
}

output "o170" {
  value = local.absent != null
}

output "o171" {
  value = upper(local.named) != "WEB"
}

output "o172" {
  value = split(",", local.text) != []
}

output "o173" {
  value = -local.number
}

output "o174" {
  value = -local.any
}

output "o175" {
  value = !local.truth
}

output "o176" {
  value = !local.any
}

output "o177" {
  value = -local.text
}

output "o178" {
  value = !local.text
}

output "o179" {
  value = "${local.text}"
}

output "o180" {
  value = "a-${local.text}"
}

output "o181" {
  value = "${local.text}-b"
}

output "o182" {
  value = "a${local.text}b${local.text}"
}

output "o183" {
  value = "%{ if local.truth }${local.text}%{ endif }"
}

output "o184" {
  value = "%{ if true }${local.text}%{ endif }"
}

output "o185" {
  value = "%{ for v in [local.text] }${v}%{ endfor }"
}

output "o186" {
  value = "${local.named}"
}

output "o187" {
  value = "a-${local.named}"
}

output "o188" {
  value = "${local.named}-b"
}

output "o189" {
  value = "a${local.named}b${local.text}"
}

output "o190" {
  value = "%{ if local.truth }${local.named}%{ endif }"
}

output "o191" {
  value = "%{ if true }${local.named}%{ endif }"
}

output "o192" {
  value = "%{ for v in [local.named] }${v}%{ endfor }"
}

output "o193" {
  value = "${local.number}"
}

output "o194" {
  value = "a-${local.number}"
}

output "o195" {
  value = "${local.number}-b"
}

output "o196" {
  value = "a${local.number}b${local.text}"
}

output "o197" {
  value = "%{ if local.truth }${local.number}%{ endif }"
}

output "o198" {
  value = "%{ if true }${local.number}%{ endif }"
}

output "o199" {
  value = "%{ for v in [local.number] }${v}%{ endfor }"
}

output "o200" {
  value = "${local.truth}"
}

output "o201" {
  value = "a-${local.truth}"
}

output "o202" {
  value = "${local.truth}-b"
}

output "o203" {
  value = "a${local.truth}b${local.text}"
}

output "o204" {
  value = "%{ if local.truth }${local.truth}%{ endif }"
}

output "o205" {
  value = "%{ if true }${local.truth}%{ endif }"
}

output "o206" {
  value = "%{ for v in [local.truth] }${v}%{ endfor }"
}

output "o207" {
  value = "${local.any}"
}

output "o208" {
  value = "a-${local.any}"
}

output "o209" {
  value = "${local.any}-b"
}

output "o210" {
  value = "a${local.any}b${local.text}"
}

output "o211" {
  value = "%{ if local.truth }${local.any}%{ endif }"
}

output "o212" {
  value = "%{ if true }${local.any}%{ endif }"
}

output "o213" {
  value = "%{ for v in [local.any] }${v}%{ endfor }"
}

output "o214" {
  value = "${local.id}"
}

output "o215" {
  value = "a-${local.id}"
}

output "o216" {
  value = "${local.id}-b"
}

output "o217" {
  value = "a${local.id}b${local.text}"
}

output "o218" {
  value = "%{ if local.truth }${local.id}%{ endif }"
}

output "o219" {
  value = "%{ if true }${local.id}%{ endif }"
}

output "o220" {
  value = "%{ for v in [local.id] }${v}%{ endfor }"
}

output "o221" {
  value = "${local.list}"
}

output "o222" {
  value = "a-${local.list}"
}

output "o223" {
  value = "${local.list}-b"
}

output "o224" {
  value = "a${local.list}b${local.text}"
}

output "o225" {
  value = "%{ if local.truth }${local.list}%{ endif }"
}

output "o226" {
  value = "%{ if true }${local.list}%{ endif }"
}

output "o227" {
  value = "%{ for v in [local.list] }${v}%{ endfor }"
}

output "o228" {
  value = "${local.part}"
}

output "o229" {
  value = "a-${local.part}"
}

output "o230" {
  value = "${local.part}-b"
}

output "o231" {
  value = "a${local.part}b${local.text}"
}

output "o232" {
  value = "%{ if local.truth }${local.part}%{ endif }"
}

output "o233" {
  value = "%{ if true }${local.part}%{ endif }"
}

output "o234" {
  value = "%{ for v in [local.part] }${v}%{ endfor }"
}

output "o235" {
  value = "${local.object.name}"
}

output "o236" {
  value = "a-${local.object.name}"
}

output "o237" {
  value = "${local.object.name}-b"
}

output "o238" {
  value = "a${local.object.name}b${local.text}"
}

output "o239" {
  value = "%{ if local.truth }${local.object.name}%{ endif }"
}

output "o240" {
  value = "%{ if true }${local.object.name}%{ endif }"
}

output "o241" {
  value = "%{ for v in [local.object.name] }${v}%{ endfor }"
}

output "o242" {
  value = "${local.map["a"]}"
}

output "o243" {
  value = "a-${local.map["a"]}"
}

output "o244" {
  value = "${local.map["a"]}-b"
}

output "o245" {
  value = "a${local.map["a"]}b${local.text}"
}

output "o246" {
  value = "%{ if local.truth }${local.map["a"]}%{ endif }"
}

output "o247" {
  value = "%{ if true }${local.map["a"]}%{ endif }"
}

output "o248" {
  value = "%{ for v in [local.map["a"]] }${v}%{ endfor }"
}

output "o249" {
  value = "x-%{ for v in local.list }${v}%{ endfor }"
}

output "o250" {
  value = "%{ for k, v in local.list }${k}=${v},%{ endfor }"
}

output "o251" {
  value = "x-%{ for v in local.set }${v}%{ endfor }"
}

output "o252" {
  value = "%{ for k, v in local.set }${k}=${v},%{ endfor }"
}

output "o253" {
  value = "x-%{ for v in local.map }${v}%{ endfor }"
}

output "o254" {
  value = "%{ for k, v in local.map }${k}=${v},%{ endfor }"
}

output "o255" {
  value = "x-%{ for v in local.any }${v}%{ endfor }"
}

output "o256" {
  value = "%{ for k, v in local.any }${k}=${v},%{ endfor }"
}

output "o257" {
  value = "x-%{ for v in local.part }${v}%{ endfor }"
}

output "o258" {
  value = "%{ for k, v in local.part }${k}=${v},%{ endfor }"
}

output "o259" {
  value = "x-%{ for v in local.twice }${v}%{ endfor }"
}

output "o260" {
  value = "%{ for k, v in local.twice }${k}=${v},%{ endfor }"
}

output "o261" {
  value = "x-%{ for v in local.keyed }${v}%{ endfor }"
}

output "o262" {
  value = "%{ for k, v in local.keyed }${k}=${v},%{ endfor }"
}

output "o263" {
  value = "x-%{ for v in local.some }${v}%{ endfor }"
}

output "o264" {
  value = "%{ for k, v in local.some }${k}=${v},%{ endfor }"
}

output "o265" {
  value = local.truth ? "a" : "b"
}

output "o266" {
  value = local.truth ? "b" : "a"
}

output "o267" {
  value = [local.truth ? "a" : "b"]
}

output "o268" {
  value = try(local.truth ? "a" : "b", "z")
}

output "o269" {
  value = (local.truth ? "a" : "b") == null
}

output "o270" {
  value = (local.any ? "a" : "b")
}

output "o271" {
  value = local.truth ? "web-1" : "web-2"
}

output "o272" {
  value = local.truth ? "web-2" : "web-1"
}

output "o273" {
  value = [local.truth ? "web-1" : "web-2"]
}

output "o274" {
  value = try(local.truth ? "web-1" : "web-2", "z")
}

output "o275" {
  value = (local.truth ? "web-1" : "web-2") == null
}

output "o276" {
  value = (local.any ? "web-1" : "web-2")
}

output "o277" {
  value = local.truth ? "a" : null
}

output "o278" {
  value = local.truth ? null : "a"
}

output "o279" {
  value = [local.truth ? "a" : null]
}

output "o280" {
  value = try(local.truth ? "a" : null, "z")
}

output "o281" {
  value = (local.truth ? "a" : null) == null
}

output "o282" {
  value = (local.any ? "a" : null)
}

output "o283" {
  value = local.truth ? null : null
}

output "o284" {
  value = [local.truth ? null : null]
}

output "o285" {
  value = try(local.truth ? null : null, "z")
}

output "o286" {
  value = (local.truth ? null : null) == null
}

output "o287" {
  value = (local.any ? null : null)
}

output "o288" {
  value = local.truth ? 1 : 2
}

output "o289" {
  value = local.truth ? 2 : 1
}

output "o290" {
  value = [local.truth ? 1 : 2]
}

output "o291" {
  value = try(local.truth ? 1 : 2, "z")
}

output "o292" {
  value = (local.truth ? 1 : 2) == null
}

output "o293" {
  value = (local.any ? 1 : 2)
}

output "o294" {
  value = local.truth ? 1 : "a"
}

output "o295" {
  value = local.truth ? "a" : 1
}

output "o296" {
  value = [local.truth ? 1 : "a"]
}

output "o297" {
  value = try(local.truth ? 1 : "a", "z")
}

output "o298" {
  value = (local.truth ? 1 : "a") == null
}

output "o299" {
  value = (local.any ? 1 : "a")
}

output "o300" {
  value = local.truth ? true : false
}

output "o301" {
  value = local.truth ? false : true
}

output "o302" {
  value = [local.truth ? true : false]
}

output "o303" {
  value = try(local.truth ? true : false, "z")
}

output "o304" {
  value = (local.truth ? true : false) == null
}

output "o305" {
  value = (local.any ? true : false)
}

output "o306" {
  value = local.truth ? ["a"] : ["b", "c"]
}

output "o307" {
  value = local.truth ? ["b", "c"] : ["a"]
}

output "o308" {
  value = [local.truth ? ["a"] : ["b", "c"]]
}

output "o309" {
  value = try(local.truth ? ["a"] : ["b", "c"], "z")
}

output "o310" {
  value = (local.truth ? ["a"] : ["b", "c"]) == null
}

output "o311" {
  value = (local.any ? ["a"] : ["b", "c"])
}

output "o312" {
  value = local.truth ? tolist(["a"]) : tolist([])
}

output "o313" {
  value = local.truth ? tolist([]) : tolist(["a"])
}

output "o314" {
  value = [local.truth ? tolist(["a"]) : tolist([])]
}

output "o315" {
  value = try(local.truth ? tolist(["a"]) : tolist([]), "z")
}

output "o316" {
  value = (local.truth ? tolist(["a"]) : tolist([])) == null
}

output "o317" {
  value = (local.any ? tolist(["a"]) : tolist([]))
}

output "o318" {
  value = local.truth ? { a = 1 } : { a = 2 }
}

output "o319" {
  value = local.truth ? { a = 2 } : { a = 1 }
}

output "o320" {
  value = [local.truth ? { a = 1 } : { a = 2 }]
}

output "o321" {
  value = try(local.truth ? { a = 1 } : { a = 2 }, "z")
}

output "o322" {
  value = (local.truth ? { a = 1 } : { a = 2 }) == null
}

output "o323" {
  value = (local.any ? { a = 1 } : { a = 2 })
}

output "o324" {
  value = local.truth ? { a = 1 } : { b = 2 }
}

output "o325" {
  value = local.truth ? { b = 2 } : { a = 1 }
}

output "o326" {
  value = [local.truth ? { a = 1 } : { b = 2 }]
}

output "o327" {
  value = try(local.truth ? { a = 1 } : { b = 2 }, "z")
}

output "o328" {
  value = (local.truth ? { a = 1 } : { b = 2 }) == null
}

output "o329" {
  value = (local.any ? { a = 1 } : { b = 2 })
}

output "o330" {
  value = local.truth ? local.text : "a"
}

output "o331" {
  value = local.truth ? "a" : local.text
}

output "o332" {
  value = [local.truth ? local.text : "a"]
}

output "o333" {
  value = try(local.truth ? local.text : "a", "z")
}

output "o334" {
  value = (local.truth ? local.text : "a") == null
}

output "o335" {
  value = (local.any ? local.text : "a")
}

output "o336" {
  value = local.truth ? local.named : "web-2"
}

output "o337" {
  value = local.truth ? "web-2" : local.named
}

output "o338" {
  value = [local.truth ? local.named : "web-2"]
}

output "o339" {
  value = try(local.truth ? local.named : "web-2", "z")
}

output "o340" {
  value = (local.truth ? local.named : "web-2") == null
}

output "o341" {
  value = (local.any ? local.named : "web-2")
}

output "o342" {
  value = local.truth ? local.number : 1
}

output "o343" {
  value = local.truth ? 1 : local.number
}

output "o344" {
  value = [local.truth ? local.number : 1]
}

output "o345" {
  value = try(local.truth ? local.number : 1, "z")
}

output "o346" {
  value = (local.truth ? local.number : 1) == null
}

output "o347" {
  value = (local.any ? local.number : 1)
}

output "o348" {
  value = local.truth ? local.list : []
}

output "o349" {
  value = local.truth ? [] : local.list
}

output "o350" {
  value = [local.truth ? local.list : []]
}

output "o351" {
  value = try(local.truth ? local.list : [], "z")
}

output "o352" {
  value = (local.truth ? local.list : []) == null
}

output "o353" {
  value = (local.any ? local.list : [])
}

output "o354" {
  value = local.truth ? local.list : null
}

output "o355" {
  value = local.truth ? null : local.list
}

output "o356" {
  value = [local.truth ? local.list : null]
}

output "o357" {
  value = try(local.truth ? local.list : null, "z")
}

output "o358" {
  value = (local.truth ? local.list : null) == null
}

output "o359" {
  value = (local.any ? local.list : null)
}

output "o360" {
  value = local.truth ? local.any : "a"
}

output "o361" {
  value = local.truth ? "a" : local.any
}

output "o362" {
  value = [local.truth ? local.any : "a"]
}

output "o363" {
  value = try(local.truth ? local.any : "a", "z")
}

output "o364" {
  value = (local.truth ? local.any : "a") == null
}

output "o365" {
  value = (local.any ? local.any : "a")
}

output "o366" {
  value = local.truth ? local.any : null
}

output "o367" {
  value = local.truth ? null : local.any
}

output "o368" {
  value = [local.truth ? local.any : null]
}

output "o369" {
  value = try(local.truth ? local.any : null, "z")
}

output "o370" {
  value = (local.truth ? local.any : null) == null
}

output "o371" {
  value = (local.any ? local.any : null)
}

output "o372" {
  value = local.truth ? local.object : null
}

output "o373" {
  value = local.truth ? null : local.object
}

output "o374" {
  value = [local.truth ? local.object : null]
}

output "o375" {
  value = try(local.truth ? local.object : null, "z")
}

output "o376" {
  value = (local.truth ? local.object : null) == null
}

output "o377" {
  value = (local.any ? local.object : null)
}

output "o378" {
  value = local.truth ? local.mapped : {}
}

output "o379" {
  value = local.truth ? {} : local.mapped
}

output "o380" {
  value = [local.truth ? local.mapped : {}]
}

output "o381" {
  value = try(local.truth ? local.mapped : {}, "z")
}

output "o382" {
  value = (local.truth ? local.mapped : {}) == null
}

output "o383" {
  value = (local.any ? local.mapped : {})
}

output "o384" {
  value = local.truth ? toset(["a"]) : toset(["a", "b"])
}

output "o385" {
  value = local.truth ? toset(["a", "b"]) : toset(["a"])
}

output "o386" {
  value = [local.truth ? toset(["a"]) : toset(["a", "b"])]
}

output "o387" {
  value = try(local.truth ? toset(["a"]) : toset(["a", "b"]), "z")
}

output "o388" {
  value = (local.truth ? toset(["a"]) : toset(["a", "b"])) == null
}

output "o389" {
  value = (local.any ? toset(["a"]) : toset(["a", "b"]))
}

output "o390" {
  value = local.truth ? tomap({ a = 1 }) : tomap({})
}

output "o391" {
  value = local.truth ? tomap({}) : tomap({ a = 1 })
}

output "o392" {
  value = [local.truth ? tomap({ a = 1 }) : tomap({})]
}

output "o393" {
  value = try(local.truth ? tomap({ a = 1 }) : tomap({}), "z")
}

output "o394" {
  value = (local.truth ? tomap({ a = 1 }) : tomap({})) == null
}

output "o395" {
  value = (local.any ? tomap({ a = 1 }) : tomap({}))
}

output "o396" {
  value = local.truth ? local.part : []
}

output "o397" {
  value = local.truth ? [] : local.part
}

output "o398" {
  value = [local.truth ? local.part : []]
}

output "o399" {
  value = try(local.truth ? local.part : [], "z")
}

output "o400" {
  value = (local.truth ? local.part : []) == null
}

output "o401" {
  value = (local.any ? local.part : [])
}

output "o402" {
  value = local.truth ? local.keyed : {}
}

output "o403" {
  value = local.truth ? {} : local.keyed
}

output "o404" {
  value = [local.truth ? local.keyed : {}]
}

output "o405" {
  value = try(local.truth ? local.keyed : {}, "z")
}

output "o406" {
  value = (local.truth ? local.keyed : {}) == null
}

output "o407" {
  value = (local.any ? local.keyed : {})
}

output "o408" {
  value = local.truth ? tolist([1, 2]) : tolist([3, 4])
}

output "o409" {
  value = local.truth ? tolist([3, 4]) : tolist([1, 2])
}

output "o410" {
  value = [local.truth ? tolist([1, 2]) : tolist([3, 4])]
}

output "o411" {
  value = try(local.truth ? tolist([1, 2]) : tolist([3, 4]), "z")
}

output "o412" {
  value = (local.truth ? tolist([1, 2]) : tolist([3, 4])) == null
}

output "o413" {
  value = (local.any ? tolist([1, 2]) : tolist([3, 4]))
}

output "o414" {
  value = local.truth ? 2 : 5
}

output "o415" {
  value = local.truth ? 5 : 2
}

output "o416" {
  value = [local.truth ? 2 : 5]
}

output "o417" {
  value = try(local.truth ? 2 : 5, "z")
}

output "o418" {
  value = (local.truth ? 2 : 5) == null
}

output "o419" {
  value = (local.any ? 2 : 5)
}

output "o420" {
  value = local.truth ? local.id : null
}

output "o421" {
  value = local.truth ? null : local.id
}

output "o422" {
  value = [local.truth ? local.id : null]
}

output "o423" {
  value = try(local.truth ? local.id : null, "z")
}

output "o424" {
  value = (local.truth ? local.id : null) == null
}

output "o425" {
  value = (local.any ? local.id : null)
}

output "o426" {
  value = local.truth ? terraform_data.bare.id : "x"
}

output "o427" {
  value = local.truth ? "x" : terraform_data.bare.id
}

output "o428" {
  value = [local.truth ? terraform_data.bare.id : "x"]
}

output "o429" {
  value = try(local.truth ? terraform_data.bare.id : "x", "z")
}

output "o430" {
  value = (local.truth ? terraform_data.bare.id : "x") == null
}

output "o431" {
  value = (local.any ? terraform_data.bare.id : "x")
}

output "o432" {
  value = true ? local.text : null
}

output "o433" {
  value = false ? local.text : null
}

output "o434" {
  value = local.text == "a" ? local.text : null
}

output "o435" {
  value = true ? local.list : null
}

output "o436" {
  value = false ? local.list : null
}

output "o437" {
  value = local.text == "a" ? local.list : null
}

output "o438" {
  value = true ? local.any : null
}

output "o439" {
  value = false ? local.any : null
}

output "o440" {
  value = local.text == "a" ? local.any : null
}

output "o441" {
  value = true ? local.object : null
}

output "o442" {
  value = false ? local.object : null
}

output "o443" {
  value = local.text == "a" ? local.object : null
}

output "o444" {
  value = true ? local.part : null
}

output "o445" {
  value = false ? local.part : null
}

output "o446" {
  value = local.text == "a" ? local.part : null
}
