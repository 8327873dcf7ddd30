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
  value = abs(local.number) >= 0
}

output "o1" {
  value = abs(local.number) > -1
}

output "o2" {
  value = abs(local.number) < 0
}

output "o3" {
  value = abs(local.number) == -1
}

output "o4" {
  value = abs(local.number) == 1.5
}

output "o5" {
  value = abs(local.number) <= 5
}

output "o6" {
  value = abs(local.number) == null
}

output "o7" {
  value = abs(local.number) + 1 > 0
}

output "o8" {
  value = abs(local.number) * 2 >= 0
}

output "o9" {
  value = 0 <= abs(local.number)
}

output "o10" {
  value = abs(local.number) == abs(local.number)
}

output "o11" {
  value = local.truth ? abs(local.number) : 3
}

output "o12" {
  value = (local.truth ? abs(local.number) : 3) >= 0
}

output "o13" {
  value = -abs(local.number) <= 0
}

output "o14" {
  value = tostring(abs(local.number)) == "a"
}

output "o15" {
  value = ["a", "b"][abs(local.number)]
}

output "o16" {
  value = range(abs(local.number))
}

output "o17" {
  value = max(abs(local.number), 7)
}

output "o18" {
  value = min(abs(local.number), 7) > 7
}

output "o19" {
  value = length(local.list) >= 0
}

output "o20" {
  value = length(local.list) > -1
}

output "o21" {
  value = length(local.list) < 0
}

output "o22" {
  value = length(local.list) == -1
}

output "o23" {
  value = length(local.list) == 1.5
}

output "o24" {
  value = length(local.list) <= 5
}

output "o25" {
  value = length(local.list) == null
}

output "o26" {
  value = length(local.list) + 1 > 0
}

output "o27" {
  value = length(local.list) * 2 >= 0
}

output "o28" {
  value = 0 <= length(local.list)
}

output "o29" {
  value = length(local.list) == length(local.list)
}

output "o30" {
  value = local.truth ? length(local.list) : 3
}

output "o31" {
  value = (local.truth ? length(local.list) : 3) >= 0
}

output "o32" {
  value = -length(local.list) <= 0
}

output "o33" {
  value = tostring(length(local.list)) == "a"
}

output "o34" {
  value = ["a", "b"][length(local.list)]
}

output "o35" {
  value = range(length(local.list))
}

output "o36" {
  value = max(length(local.list), 7)
}

output "o37" {
  value = min(length(local.list), 7) > 7
}

output "o38" {
  value = length(local.text) >= 0
}

output "o39" {
  value = length(local.text) > -1
}

output "o40" {
  value = length(local.text) < 0
}

output "o41" {
  value = length(local.text) == -1
}

output "o42" {
  value = length(local.text) == 1.5
}

output "o43" {
  value = length(local.text) <= 5
}

output "o44" {
  value = length(local.text) == null
}

output "o45" {
  value = length(local.text) + 1 > 0
}

output "o46" {
  value = length(local.text) * 2 >= 0
}

output "o47" {
  value = 0 <= length(local.text)
}

output "o48" {
  value = length(local.text) == length(local.text)
}

output "o49" {
  value = local.truth ? length(local.text) : 3
}

output "o50" {
  value = (local.truth ? length(local.text) : 3) >= 0
}

output "o51" {
  value = -length(local.text) <= 0
}

output "o52" {
  value = tostring(length(local.text)) == "a"
}

output "o53" {
  value = ["a", "b"][length(local.text)]
}

output "o54" {
  value = range(length(local.text))
}

output "o55" {
  value = max(length(local.text), 7)
}

output "o56" {
  value = min(length(local.text), 7) > 7
}

output "o57" {
  value = length(local.map) >= 0
}

output "o58" {
  value = length(local.map) > -1
}

output "o59" {
  value = length(local.map) < 0
}

output "o60" {
  value = length(local.map) == -1
}

output "o61" {
  value = length(local.map) == 1.5
}

output "o62" {
  value = length(local.map) <= 5
}

output "o63" {
  value = length(local.map) == null
}

output "o64" {
  value = length(local.map) + 1 > 0
}

output "o65" {
  value = length(local.map) * 2 >= 0
}

output "o66" {
  value = 0 <= length(local.map)
}

output "o67" {
  value = length(local.map) == length(local.map)
}

output "o68" {
  value = local.truth ? length(local.map) : 3
}

output "o69" {
  value = (local.truth ? length(local.map) : 3) >= 0
}

output "o70" {
  value = -length(local.map) <= 0
}

output "o71" {
  value = tostring(length(local.map)) == "a"
}

output "o72" {
  value = ["a", "b"][length(local.map)]
}

output "o73" {
  value = range(length(local.map))
}

output "o74" {
  value = max(length(local.map), 7)
}

output "o75" {
  value = min(length(local.map), 7) > 7
}

output "o76" {
  value = max(1, local.number) >= 0
}

output "o77" {
  value = max(1, local.number) > -1
}

output "o78" {
  value = max(1, local.number) < 0
}

output "o79" {
  value = max(1, local.number) == -1
}

output "o80" {
  value = max(1, local.number) == 1.5
}

output "o81" {
  value = max(1, local.number) <= 5
}

output "o82" {
  value = max(1, local.number) == null
}

output "o83" {
  value = max(1, local.number) + 1 > 0
}

output "o84" {
  value = max(1, local.number) * 2 >= 0
}

output "o85" {
  value = 0 <= max(1, local.number)
}

output "o86" {
  value = max(1, local.number) == max(1, local.number)
}

output "o87" {
  value = local.truth ? max(1, local.number) : 3
}

output "o88" {
  value = (local.truth ? max(1, local.number) : 3) >= 0
}

output "o89" {
  value = -max(1, local.number) <= 0
}

output "o90" {
  value = tostring(max(1, local.number)) == "a"
}

output "o91" {
  value = ["a", "b"][max(1, local.number)]
}

output "o92" {
  value = range(max(1, local.number))
}

output "o93" {
  value = max(max(1, local.number), 7)
}

output "o94" {
  value = min(max(1, local.number), 7) > 7
}

output "o95" {
  value = min(1, local.number) >= 0
}

output "o96" {
  value = min(1, local.number) > -1
}

output "o97" {
  value = min(1, local.number) < 0
}

output "o98" {
  value = min(1, local.number) == -1
}

output "o99" {
  value = min(1, local.number) == 1.5
}

output "o100" {
  value = min(1, local.number) <= 5
}

output "o101" {
  value = min(1, local.number) == null
}

output "o102" {
  value = min(1, local.number) + 1 > 0
}

output "o103" {
  value = min(1, local.number) * 2 >= 0
}

output "o104" {
  value = 0 <= min(1, local.number)
}

output "o105" {
  value = min(1, local.number) == min(1, local.number)
}

output "o106" {
  value = local.truth ? min(1, local.number) : 3
}

output "o107" {
  value = (local.truth ? min(1, local.number) : 3) >= 0
}

output "o108" {
  value = -min(1, local.number) <= 0
}

output "o109" {
  value = tostring(min(1, local.number)) == "a"
}

output "o110" {
  value = ["a", "b"][min(1, local.number)]
}

output "o111" {
  value = range(min(1, local.number))
}

output "o112" {
  value = max(min(1, local.number), 7)
}

output "o113" {
  value = min(min(1, local.number), 7) > 7
}

output "o114" {
  value = ceil(local.number) >= 0
}

output "o115" {
  value = ceil(local.number) > -1
}

output "o116" {
  value = ceil(local.number) < 0
}

output "o117" {
  value = ceil(local.number) == -1
}

output "o118" {
  value = ceil(local.number) == 1.5
}

output "o119" {
  value = ceil(local.number) <= 5
}

output "o120" {
  value = ceil(local.number) == null
}

output "o121" {
  value = ceil(local.number) + 1 > 0
}

output "o122" {
  value = ceil(local.number) * 2 >= 0
}

output "o123" {
  value = 0 <= ceil(local.number)
}

output "o124" {
  value = ceil(local.number) == ceil(local.number)
}

output "o125" {
  value = local.truth ? ceil(local.number) : 3
}

output "o126" {
  value = (local.truth ? ceil(local.number) : 3) >= 0
}

output "o127" {
  value = -ceil(local.number) <= 0
}

output "o128" {
  value = tostring(ceil(local.number)) == "a"
}

output "o129" {
  value = ["a", "b"][ceil(local.number)]
}

output "o130" {
  value = range(ceil(local.number))
}

output "o131" {
  value = max(ceil(local.number), 7)
}

output "o132" {
  value = min(ceil(local.number), 7) > 7
}

output "o133" {
  value = signum(local.number) >= 0
}

output "o134" {
  value = signum(local.number) > -1
}

output "o135" {
  value = signum(local.number) < 0
}

output "o136" {
  value = signum(local.number) == -1
}

output "o137" {
  value = signum(local.number) == 1.5
}

output "o138" {
  value = signum(local.number) <= 5
}

output "o139" {
  value = signum(local.number) == null
}

output "o140" {
  value = signum(local.number) + 1 > 0
}

output "o141" {
  value = signum(local.number) * 2 >= 0
}

output "o142" {
  value = 0 <= signum(local.number)
}

output "o143" {
  value = signum(local.number) == signum(local.number)
}

output "o144" {
  value = local.truth ? signum(local.number) : 3
}

output "o145" {
  value = (local.truth ? signum(local.number) : 3) >= 0
}

output "o146" {
  value = -signum(local.number) <= 0
}

output "o147" {
  value = tostring(signum(local.number)) == "a"
}

output "o148" {
  value = ["a", "b"][signum(local.number)]
}

output "o149" {
  value = range(signum(local.number))
}

output "o150" {
  value = max(signum(local.number), 7)
}

output "o151" {
  value = min(signum(local.number), 7) > 7
}

output "o152" {
  value = pow(local.number, 2) >= 0
}

output "o153" {
  value = pow(local.number, 2) > -1
}

output "o154" {
  value = pow(local.number, 2) < 0
}

output "o155" {
  value = pow(local.number, 2) == -1
}

output "o156" {
  value = pow(local.number, 2) == 1.5
}

output "o157" {
  value = pow(local.number, 2) <= 5
}

output "o158" {
  value = pow(local.number, 2) == null
}

output "o159" {
  value = pow(local.number, 2) + 1 > 0
}

output "o160" {
  value = pow(local.number, 2) * 2 >= 0
}

output "o161" {
  value = 0 <= pow(local.number, 2)
}

output "o162" {
  value = pow(local.number, 2) == pow(local.number, 2)
}

output "o163" {
  value = local.truth ? pow(local.number, 2) : 3
}

output "o164" {
  value = (local.truth ? pow(local.number, 2) : 3) >= 0
}

output "o165" {
  value = -pow(local.number, 2) <= 0
}

output "o166" {
  value = tostring(pow(local.number, 2)) == "a"
}

output "o167" {
  value = ["a", "b"][pow(local.number, 2)]
}

output "o168" {
  value = range(pow(local.number, 2))
}

output "o169" {
  value = max(pow(local.number, 2), 7)
}

output "o170" {
  value = min(pow(local.number, 2), 7) > 7
}

output "o171" {
  value = local.number * 0 >= 0
}

output "o172" {
  value = local.number * 0 > -1
}

output "o173" {
  value = local.number * 0 < 0
}

output "o174" {
  value = local.number * 0 == -1
}

output "o175" {
  value = local.number * 0 == 1.5
}

output "o176" {
  value = local.number * 0 <= 5
}

output "o177" {
  value = local.number * 0 == null
}

output "o178" {
  value = local.number * 0 + 1 > 0
}

output "o179" {
  value = local.number * 0 * 2 >= 0
}

output "o180" {
  value = 0 <= local.number * 0
}

output "o181" {
  value = local.number * 0 == local.number * 0
}

output "o182" {
  value = local.truth ? local.number * 0 : 3
}

output "o183" {
  value = (local.truth ? local.number * 0 : 3) >= 0
}

output "o184" {
  value = -local.number * 0 <= 0
}

output "o185" {
  value = tostring(local.number * 0) == "a"
}

output "o186" {
  value = ["a", "b"][local.number * 0]
}

output "o187" {
  value = range(local.number * 0)
}

output "o188" {
  value = max(local.number * 0, 7)
}

output "o189" {
  value = min(local.number * 0, 7) > 7
}

output "o190" {
  value = -length(local.list) >= 0
}

output "o191" {
  value = -length(local.list) > -1
}

output "o192" {
  value = -length(local.list) < 0
}

output "o193" {
  value = -length(local.list) == -1
}

output "o194" {
  value = -length(local.list) == 1.5
}

output "o195" {
  value = -length(local.list) <= 5
}

output "o196" {
  value = -length(local.list) == null
}

output "o197" {
  value = -length(local.list) + 1 > 0
}

output "o198" {
  value = -length(local.list) * 2 >= 0
}

output "o199" {
  value = 0 <= -length(local.list)
}

output "o200" {
  value = -length(local.list) == -length(local.list)
}

output "o201" {
  value = local.truth ? -length(local.list) : 3
}

output "o202" {
  value = (local.truth ? -length(local.list) : 3) >= 0
}

output "o203" {
  value = --length(local.list) <= 0
}

output "o204" {
  value = tostring(-length(local.list)) == "a"
}

output "o205" {
  value = ["a", "b"][-length(local.list)]
}

output "o206" {
  value = range(-length(local.list))
}

output "o207" {
  value = max(-length(local.list), 7)
}

output "o208" {
  value = min(-length(local.list), 7) > 7
}

output "o209" {
  value = length(local.list) + 1 >= 0
}

output "o210" {
  value = length(local.list) + 1 > -1
}

output "o211" {
  value = length(local.list) + 1 < 0
}

output "o212" {
  value = length(local.list) + 1 == -1
}

output "o213" {
  value = length(local.list) + 1 == 1.5
}

output "o214" {
  value = length(local.list) + 1 <= 5
}

output "o215" {
  value = length(local.list) + 1 == null
}

output "o216" {
  value = length(local.list) + 1 + 1 > 0
}

output "o217" {
  value = length(local.list) + 1 * 2 >= 0
}

output "o218" {
  value = 0 <= length(local.list) + 1
}

output "o219" {
  value = length(local.list) + 1 == length(local.list) + 1
}

output "o220" {
  value = local.truth ? length(local.list) + 1 : 3
}

output "o221" {
  value = (local.truth ? length(local.list) + 1 : 3) >= 0
}

output "o222" {
  value = -length(local.list) + 1 <= 0
}

output "o223" {
  value = tostring(length(local.list) + 1) == "a"
}

output "o224" {
  value = ["a", "b"][length(local.list) + 1]
}

output "o225" {
  value = range(length(local.list) + 1)
}

output "o226" {
  value = max(length(local.list) + 1, 7)
}

output "o227" {
  value = min(length(local.list) + 1, 7) > 7
}

output "o228" {
  value = length(local.listed) >= 0
}

output "o229" {
  value = length(local.listed) > -1
}

output "o230" {
  value = length(local.listed) < 0
}

output "o231" {
  value = length(local.listed) == -1
}

output "o232" {
  value = length(local.listed) == 1.5
}

output "o233" {
  value = length(local.listed) <= 5
}

output "o234" {
  value = length(local.listed) == null
}

output "o235" {
  value = length(local.listed) + 1 > 0
}

output "o236" {
  value = length(local.listed) * 2 >= 0
}

output "o237" {
  value = 0 <= length(local.listed)
}

output "o238" {
  value = length(local.listed) == length(local.listed)
}

output "o239" {
  value = local.truth ? length(local.listed) : 3
}

output "o240" {
  value = (local.truth ? length(local.listed) : 3) >= 0
}

output "o241" {
  value = -length(local.listed) <= 0
}

output "o242" {
  value = tostring(length(local.listed)) == "a"
}

output "o243" {
  value = ["a", "b"][length(local.listed)]
}

output "o244" {
  value = range(length(local.listed))
}

output "o245" {
  value = max(length(local.listed), 7)
}

output "o246" {
  value = min(length(local.listed), 7) > 7
}

output "o247" {
  value = length(local.twice) >= 0
}

output "o248" {
  value = length(local.twice) > -1
}

output "o249" {
  value = length(local.twice) < 0
}

output "o250" {
  value = length(local.twice) == -1
}

output "o251" {
  value = length(local.twice) == 1.5
}

output "o252" {
  value = length(local.twice) <= 5
}

output "o253" {
  value = length(local.twice) == null
}

output "o254" {
  value = length(local.twice) + 1 > 0
}

output "o255" {
  value = length(local.twice) * 2 >= 0
}

output "o256" {
  value = 0 <= length(local.twice)
}

output "o257" {
  value = length(local.twice) == length(local.twice)
}

output "o258" {
  value = local.truth ? length(local.twice) : 3
}

output "o259" {
  value = (local.truth ? length(local.twice) : 3) >= 0
}

output "o260" {
  value = -length(local.twice) <= 0
}

output "o261" {
  value = tostring(length(local.twice)) == "a"
}

output "o262" {
  value = ["a", "b"][length(local.twice)]
}

output "o263" {
  value = range(length(local.twice))
}

output "o264" {
  value = max(length(local.twice), 7)
}

output "o265" {
  value = min(length(local.twice), 7) > 7
}

output "o266" {
  value = length(local.set) >= 0
}

output "o267" {
  value = length(local.set) > -1
}

output "o268" {
  value = length(local.set) < 0
}

output "o269" {
  value = length(local.set) == -1
}

output "o270" {
  value = length(local.set) == 1.5
}

output "o271" {
  value = length(local.set) <= 5
}

output "o272" {
  value = length(local.set) == null
}

output "o273" {
  value = length(local.set) + 1 > 0
}

output "o274" {
  value = length(local.set) * 2 >= 0
}

output "o275" {
  value = 0 <= length(local.set)
}

output "o276" {
  value = length(local.set) == length(local.set)
}

output "o277" {
  value = local.truth ? length(local.set) : 3
}

output "o278" {
  value = (local.truth ? length(local.set) : 3) >= 0
}

output "o279" {
  value = -length(local.set) <= 0
}

output "o280" {
  value = tostring(length(local.set)) == "a"
}

output "o281" {
  value = ["a", "b"][length(local.set)]
}

output "o282" {
  value = range(length(local.set))
}

output "o283" {
  value = max(length(local.set), 7)
}

output "o284" {
  value = min(length(local.set), 7) > 7
}

output "o285" {
  value = parseint(local.text, 10) >= 0
}

output "o286" {
  value = parseint(local.text, 10) > -1
}

output "o287" {
  value = parseint(local.text, 10) < 0
}

output "o288" {
  value = parseint(local.text, 10) == -1
}

output "o289" {
  value = parseint(local.text, 10) == 1.5
}

output "o290" {
  value = parseint(local.text, 10) <= 5
}

output "o291" {
  value = parseint(local.text, 10) == null
}

output "o292" {
  value = parseint(local.text, 10) + 1 > 0
}

output "o293" {
  value = parseint(local.text, 10) * 2 >= 0
}

output "o294" {
  value = 0 <= parseint(local.text, 10)
}

output "o295" {
  value = parseint(local.text, 10) == parseint(local.text, 10)
}

output "o296" {
  value = local.truth ? parseint(local.text, 10) : 3
}

output "o297" {
  value = (local.truth ? parseint(local.text, 10) : 3) >= 0
}

output "o298" {
  value = -parseint(local.text, 10) <= 0
}

output "o299" {
  value = tostring(parseint(local.text, 10)) == "a"
}

output "o300" {
  value = ["a", "b"][parseint(local.text, 10)]
}

output "o301" {
  value = range(parseint(local.text, 10))
}

output "o302" {
  value = max(parseint(local.text, 10), 7)
}

output "o303" {
  value = min(parseint(local.text, 10), 7) > 7
}

output "o304" {
  value = sum(local.list) >= 0
}

output "o305" {
  value = sum(local.list) > -1
}

output "o306" {
  value = sum(local.list) < 0
}

output "o307" {
  value = sum(local.list) == -1
}

output "o308" {
  value = sum(local.list) == 1.5
}

output "o309" {
  value = sum(local.list) <= 5
}

output "o310" {
  value = sum(local.list) == null
}

output "o311" {
  value = sum(local.list) + 1 > 0
}

output "o312" {
  value = sum(local.list) * 2 >= 0
}

output "o313" {
  value = 0 <= sum(local.list)
}

output "o314" {
  value = sum(local.list) == sum(local.list)
}

output "o315" {
  value = local.truth ? sum(local.list) : 3
}

output "o316" {
  value = (local.truth ? sum(local.list) : 3) >= 0
}

output "o317" {
  value = -sum(local.list) <= 0
}

output "o318" {
  value = tostring(sum(local.list)) == "a"
}

output "o319" {
  value = ["a", "b"][sum(local.list)]
}

output "o320" {
  value = range(sum(local.list))
}

output "o321" {
  value = max(sum(local.list), 7)
}

output "o322" {
  value = min(sum(local.list), 7) > 7
}

output "o323" {
  value = index(local.list, "a") >= 0
}

output "o324" {
  value = index(local.list, "a") > -1
}

output "o325" {
  value = index(local.list, "a") < 0
}

output "o326" {
  value = index(local.list, "a") == -1
}

output "o327" {
  value = index(local.list, "a") == 1.5
}

output "o328" {
  value = index(local.list, "a") <= 5
}

output "o329" {
  value = index(local.list, "a") == null
}

output "o330" {
  value = index(local.list, "a") + 1 > 0
}

output "o331" {
  value = index(local.list, "a") * 2 >= 0
}

output "o332" {
  value = 0 <= index(local.list, "a")
}

output "o333" {
  value = index(local.list, "a") == index(local.list, "a")
}

output "o334" {
  value = local.truth ? index(local.list, "a") : 3
}

output "o335" {
  value = (local.truth ? index(local.list, "a") : 3) >= 0
}

output "o336" {
  value = -index(local.list, "a") <= 0
}

output "o337" {
  value = tostring(index(local.list, "a")) == "a"
}

output "o338" {
  value = ["a", "b"][index(local.list, "a")]
}

output "o339" {
  value = range(index(local.list, "a"))
}

output "o340" {
  value = max(index(local.list, "a"), 7)
}

output "o341" {
  value = min(index(local.list, "a"), 7) > 7
}

output "o342" {
  value = timecmp(local.text, local.text) >= 0
}

output "o343" {
  value = timecmp(local.text, local.text) > -1
}

output "o344" {
  value = timecmp(local.text, local.text) < 0
}

output "o345" {
  value = timecmp(local.text, local.text) == -1
}

output "o346" {
  value = timecmp(local.text, local.text) == 1.5
}

output "o347" {
  value = timecmp(local.text, local.text) <= 5
}

output "o348" {
  value = timecmp(local.text, local.text) == null
}

output "o349" {
  value = timecmp(local.text, local.text) + 1 > 0
}

output "o350" {
  value = timecmp(local.text, local.text) * 2 >= 0
}

output "o351" {
  value = 0 <= timecmp(local.text, local.text)
}

output "o352" {
  value = timecmp(local.text, local.text) == timecmp(local.text, local.text)
}

output "o353" {
  value = local.truth ? timecmp(local.text, local.text) : 3
}

output "o354" {
  value = (local.truth ? timecmp(local.text, local.text) : 3) >= 0
}

output "o355" {
  value = -timecmp(local.text, local.text) <= 0
}

output "o356" {
  value = tostring(timecmp(local.text, local.text)) == "a"
}

output "o357" {
  value = ["a", "b"][timecmp(local.text, local.text)]
}

output "o358" {
  value = range(timecmp(local.text, local.text))
}

output "o359" {
  value = max(timecmp(local.text, local.text), 7)
}

output "o360" {
  value = min(timecmp(local.text, local.text), 7) > 7
}

output "o361" {
  value = tonumber(local.text) >= 0
}

output "o362" {
  value = tonumber(local.text) > -1
}

output "o363" {
  value = tonumber(local.text) < 0
}

output "o364" {
  value = tonumber(local.text) == -1
}

output "o365" {
  value = tonumber(local.text) == 1.5
}

output "o366" {
  value = tonumber(local.text) <= 5
}

output "o367" {
  value = tonumber(local.text) == null
}

output "o368" {
  value = tonumber(local.text) + 1 > 0
}

output "o369" {
  value = tonumber(local.text) * 2 >= 0
}

output "o370" {
  value = 0 <= tonumber(local.text)
}

output "o371" {
  value = tonumber(local.text) == tonumber(local.text)
}

output "o372" {
  value = local.truth ? tonumber(local.text) : 3
}

output "o373" {
  value = (local.truth ? tonumber(local.text) : 3) >= 0
}

output "o374" {
  value = -tonumber(local.text) <= 0
}

output "o375" {
  value = tostring(tonumber(local.text)) == "a"
}

output "o376" {
  value = ["a", "b"][tonumber(local.text)]
}

output "o377" {
  value = range(tonumber(local.text))
}

output "o378" {
  value = max(tonumber(local.text), 7)
}

output "o379" {
  value = min(tonumber(local.text), 7) > 7
}

output "o380" {
  value = (local.truth ? 1 : 5) >= 0
}

output "o381" {
  value = (local.truth ? 1 : 5) > -1
}

output "o382" {
  value = (local.truth ? 1 : 5) < 0
}

output "o383" {
  value = (local.truth ? 1 : 5) == -1
}

output "o384" {
  value = (local.truth ? 1 : 5) == 1.5
}

output "o385" {
  value = (local.truth ? 1 : 5) <= 5
}

output "o386" {
  value = (local.truth ? 1 : 5) == null
}

output "o387" {
  value = (local.truth ? 1 : 5) + 1 > 0
}

output "o388" {
  value = (local.truth ? 1 : 5) * 2 >= 0
}

output "o389" {
  value = 0 <= (local.truth ? 1 : 5)
}

output "o390" {
  value = (local.truth ? 1 : 5) == (local.truth ? 1 : 5)
}

output "o391" {
  value = local.truth ? (local.truth ? 1 : 5) : 3
}

output "o392" {
  value = (local.truth ? (local.truth ? 1 : 5) : 3) >= 0
}

output "o393" {
  value = -(local.truth ? 1 : 5) <= 0
}

output "o394" {
  value = tostring((local.truth ? 1 : 5)) == "a"
}

output "o395" {
  value = ["a", "b"][(local.truth ? 1 : 5)]
}

output "o396" {
  value = range((local.truth ? 1 : 5))
}

output "o397" {
  value = max((local.truth ? 1 : 5), 7)
}

output "o398" {
  value = min((local.truth ? 1 : 5), 7) > 7
}

output "o399" {
  value = (local.truth ? 1 : 1) >= 0
}

output "o400" {
  value = (local.truth ? 1 : 1) > -1
}

output "o401" {
  value = (local.truth ? 1 : 1) < 0
}

output "o402" {
  value = (local.truth ? 1 : 1) == -1
}

output "o403" {
  value = (local.truth ? 1 : 1) == 1.5
}

output "o404" {
  value = (local.truth ? 1 : 1) <= 5
}

output "o405" {
  value = (local.truth ? 1 : 1) == null
}

output "o406" {
  value = (local.truth ? 1 : 1) + 1 > 0
}

output "o407" {
  value = (local.truth ? 1 : 1) * 2 >= 0
}

output "o408" {
  value = 0 <= (local.truth ? 1 : 1)
}

output "o409" {
  value = (local.truth ? 1 : 1) == (local.truth ? 1 : 1)
}

output "o410" {
  value = local.truth ? (local.truth ? 1 : 1) : 3
}

output "o411" {
  value = (local.truth ? (local.truth ? 1 : 1) : 3) >= 0
}

output "o412" {
  value = -(local.truth ? 1 : 1) <= 0
}

output "o413" {
  value = tostring((local.truth ? 1 : 1)) == "a"
}

output "o414" {
  value = ["a", "b"][(local.truth ? 1 : 1)]
}

output "o415" {
  value = range((local.truth ? 1 : 1))
}

output "o416" {
  value = max((local.truth ? 1 : 1), 7)
}

output "o417" {
  value = min((local.truth ? 1 : 1), 7) > 7
}

output "o418" {
  value = floor(local.number) >= 0
}

output "o419" {
  value = floor(local.number) > -1
}

output "o420" {
  value = floor(local.number) < 0
}

output "o421" {
  value = floor(local.number) == -1
}

output "o422" {
  value = floor(local.number) == 1.5
}

output "o423" {
  value = floor(local.number) <= 5
}

output "o424" {
  value = floor(local.number) == null
}

output "o425" {
  value = floor(local.number) + 1 > 0
}

output "o426" {
  value = floor(local.number) * 2 >= 0
}

output "o427" {
  value = 0 <= floor(local.number)
}

output "o428" {
  value = floor(local.number) == floor(local.number)
}

output "o429" {
  value = local.truth ? floor(local.number) : 3
}

output "o430" {
  value = (local.truth ? floor(local.number) : 3) >= 0
}

output "o431" {
  value = -floor(local.number) <= 0
}

output "o432" {
  value = tostring(floor(local.number)) == "a"
}

output "o433" {
  value = ["a", "b"][floor(local.number)]
}

output "o434" {
  value = range(floor(local.number))
}

output "o435" {
  value = max(floor(local.number), 7)
}

output "o436" {
  value = min(floor(local.number), 7) > 7
}

output "o437" {
  value = log(local.number, 2) >= 0
}

output "o438" {
  value = log(local.number, 2) > -1
}

output "o439" {
  value = log(local.number, 2) < 0
}

output "o440" {
  value = log(local.number, 2) == -1
}

output "o441" {
  value = log(local.number, 2) == 1.5
}

output "o442" {
  value = log(local.number, 2) <= 5
}

output "o443" {
  value = log(local.number, 2) == null
}

output "o444" {
  value = log(local.number, 2) + 1 > 0
}

output "o445" {
  value = log(local.number, 2) * 2 >= 0
}

output "o446" {
  value = 0 <= log(local.number, 2)
}

output "o447" {
  value = log(local.number, 2) == log(local.number, 2)
}

output "o448" {
  value = local.truth ? log(local.number, 2) : 3
}

output "o449" {
  value = (local.truth ? log(local.number, 2) : 3) >= 0
}

output "o450" {
  value = -log(local.number, 2) <= 0
}

output "o451" {
  value = tostring(log(local.number, 2)) == "a"
}

output "o452" {
  value = ["a", "b"][log(local.number, 2)]
}

output "o453" {
  value = range(log(local.number, 2))
}

output "o454" {
  value = max(log(local.number, 2), 7)
}

output "o455" {
  value = min(log(local.number, 2), 7) > 7
}

output "o456" {
  value = length(local.some) >= 0
}

output "o457" {
  value = length(local.some) > -1
}

output "o458" {
  value = length(local.some) < 0
}

output "o459" {
  value = length(local.some) == -1
}

output "o460" {
  value = length(local.some) == 1.5
}

output "o461" {
  value = length(local.some) <= 5
}

output "o462" {
  value = length(local.some) == null
}

output "o463" {
  value = length(local.some) + 1 > 0
}

output "o464" {
  value = length(local.some) * 2 >= 0
}

output "o465" {
  value = 0 <= length(local.some)
}

output "o466" {
  value = length(local.some) == length(local.some)
}

output "o467" {
  value = local.truth ? length(local.some) : 3
}

output "o468" {
  value = (local.truth ? length(local.some) : 3) >= 0
}

output "o469" {
  value = -length(local.some) <= 0
}

output "o470" {
  value = tostring(length(local.some)) == "a"
}

output "o471" {
  value = ["a", "b"][length(local.some)]
}

output "o472" {
  value = range(length(local.some))
}

output "o473" {
  value = max(length(local.some), 7)
}

output "o474" {
  value = min(length(local.some), 7) > 7
}
