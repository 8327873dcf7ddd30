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
  value = abs(local.number)
}

output "o1" {
  value = abs(local.any)
}

output "o2" {
  value = ceil(local.number)
}

output "o3" {
  value = ceil(local.any)
}

output "o4" {
  value = floor(local.number)
}

output "o5" {
  value = floor(local.any)
}

output "o6" {
  value = log(local.number, 2)
}

output "o7" {
  value = log(local.any, 2)
}

output "o8" {
  value = log(16, local.number)
}

output "o9" {
  value = log(16, local.any)
}

output "o10" {
  value = pow(local.number, 3)
}

output "o11" {
  value = pow(local.any, 3)
}

output "o12" {
  value = pow(2, local.number)
}

output "o13" {
  value = pow(2, local.any)
}

output "o14" {
  value = signum(local.number)
}

output "o15" {
  value = signum(local.any)
}

output "o16" {
  value = max(local.number, 2)
}

output "o17" {
  value = max(local.any, 2)
}

output "o18" {
  value = max(1, local.number)
}

output "o19" {
  value = max(1, local.any)
}

output "o20" {
  value = min(local.number, 2)
}

output "o21" {
  value = min(local.any, 2)
}

output "o22" {
  value = min(1, local.number)
}

output "o23" {
  value = min(1, local.any)
}

output "o24" {
  value = parseint(local.text, 16)
}

output "o25" {
  value = parseint(local.named, 16)
}

output "o26" {
  value = parseint(local.any, 16)
}

output "o27" {
  value = parseint("ff", local.number)
}

output "o28" {
  value = parseint("ff", local.any)
}

output "o29" {
  value = sum(local.list)
}

output "o30" {
  value = sum(local.any)
}

output "o31" {
  value = sum([1, local.number])
}

output "o32" {
  value = sum([local.number])
}

output "o33" {
  value = chomp(local.text)
}

output "o34" {
  value = chomp(local.named)
}

output "o35" {
  value = chomp(local.any)
}

output "o36" {
  value = endswith(local.text, "c")
}

output "o37" {
  value = endswith(local.named, "c")
}

output "o38" {
  value = endswith(local.any, "c")
}

output "o39" {
  value = endswith("abc", local.text)
}

output "o40" {
  value = endswith("abc", local.named)
}

output "o41" {
  value = endswith("abc", local.any)
}

output "o42" {
  value = startswith(local.text, "web-")
}

output "o43" {
  value = startswith(local.named, "web-")
}

output "o44" {
  value = startswith(local.any, "web-")
}

output "o45" {
  value = startswith("web-1", local.text)
}

output "o46" {
  value = startswith("web-1", local.named)
}

output "o47" {
  value = startswith("web-1", local.any)
}

output "o48" {
  value = format(local.text, "a", "b")
}

output "o49" {
  value = format(local.named, "a", "b")
}

output "o50" {
  value = format(local.any, "a", "b")
}

output "o51" {
  value = format("%s-%s", local.text, "b")
}

output "o52" {
  value = format("%s-%s", local.number, "b")
}

output "o53" {
  value = format("%s-%s", local.any, "b")
}

output "o54" {
  value = format("%s-%s", local.part, "b")
}

output "o55" {
  value = format("%s-%s", local.keyed, "b")
}

output "o56" {
  value = format("%s-%s", "a", local.text)
}

output "o57" {
  value = format("%s-%s", "a", local.number)
}

output "o58" {
  value = format("%s-%s", "a", local.any)
}

output "o59" {
  value = format("%s-%s", "a", local.part)
}

output "o60" {
  value = format("%s-%s", "a", local.keyed)
}

output "o61" {
  value = formatlist(local.text, ["a", "b"], "b")
}

output "o62" {
  value = formatlist(local.named, ["a", "b"], "b")
}

output "o63" {
  value = formatlist(local.any, ["a", "b"], "b")
}

output "o64" {
  value = formatlist("%s-%s", local.list, "b")
}

output "o65" {
  value = formatlist("%s-%s", local.listed, "b")
}

output "o66" {
  value = formatlist("%s-%s", local.any, "b")
}

output "o67" {
  value = formatlist("%s-%s", local.part, "b")
}

output "o68" {
  value = formatlist("%s-%s", local.set, "b")
}

output "o69" {
  value = formatlist("%s-%s", local.twice, "b")
}

output "o70" {
  value = formatlist("%s-%s", local.tuple, "b")
}

output "o71" {
  value = formatlist("%s-%s", ["a", "b"], local.text)
}

output "o72" {
  value = formatlist("%s-%s", ["a", "b"], local.number)
}

output "o73" {
  value = formatlist("%s-%s", ["a", "b"], local.any)
}

output "o74" {
  value = formatlist("%s-%s", ["a", "b"], local.part)
}

output "o75" {
  value = formatlist("%s-%s", ["a", "b"], local.keyed)
}

output "o76" {
  value = indent(local.number, "a\nb")
}

output "o77" {
  value = indent(local.any, "a\nb")
}

output "o78" {
  value = indent(2, local.text)
}

output "o79" {
  value = indent(2, local.named)
}

output "o80" {
  value = indent(2, local.any)
}

output "o81" {
  value = join(local.text, ["a", "b"], ["c"])
}

output "o82" {
  value = join(local.named, ["a", "b"], ["c"])
}

output "o83" {
  value = join(local.any, ["a", "b"], ["c"])
}

output "o84" {
  value = join("-", local.list, ["c"])
}

output "o85" {
  value = join("-", local.listed, ["c"])
}

output "o86" {
  value = join("-", local.any, ["c"])
}

output "o87" {
  value = join("-", local.part, ["c"])
}

output "o88" {
  value = join("-", local.set, ["c"])
}

output "o89" {
  value = join("-", local.twice, ["c"])
}

output "o90" {
  value = join("-", local.tuple, ["c"])
}

output "o91" {
  value = join("-", ["a", "b"], local.list)
}

output "o92" {
  value = join("-", ["a", "b"], local.listed)
}

output "o93" {
  value = lower(local.text)
}

output "o94" {
  value = lower(local.named)
}

output "o95" {
  value = lower(local.any)
}

output "o96" {
  value = upper(local.text)
}

output "o97" {
  value = upper(local.named)
}

output "o98" {
  value = upper(local.any)
}

output "o99" {
  value = title(local.text)
}

output "o100" {
  value = title(local.named)
}

output "o101" {
  value = title(local.any)
}

output "o102" {
  value = trim(local.text, "-")
}

output "o103" {
  value = trim(local.named, "-")
}

output "o104" {
  value = trim(local.any, "-")
}

output "o105" {
  value = trim("-a-", local.text)
}

output "o106" {
  value = trim("-a-", local.named)
}

output "o107" {
  value = trim("-a-", local.any)
}

output "o108" {
  value = trimprefix(local.text, "web-")
}

output "o109" {
  value = trimprefix(local.named, "web-")
}

output "o110" {
  value = trimprefix(local.any, "web-")
}

output "o111" {
  value = trimprefix("web-1", local.text)
}

output "o112" {
  value = trimprefix("web-1", local.named)
}

output "o113" {
  value = trimprefix("web-1", local.any)
}

output "o114" {
  value = trimsuffix(local.text, "-b")
}

output "o115" {
  value = trimsuffix(local.named, "-b")
}

output "o116" {
  value = trimsuffix(local.any, "-b")
}

output "o117" {
  value = trimsuffix("a-b", local.text)
}

output "o118" {
  value = trimsuffix("a-b", local.named)
}

output "o119" {
  value = trimsuffix("a-b", local.any)
}

output "o120" {
  value = trimspace(local.text)
}

output "o121" {
  value = trimspace(local.named)
}

output "o122" {
  value = trimspace(local.any)
}

output "o123" {
  value = regex(local.text, "abc")
}

output "o124" {
  value = regex(local.named, "abc")
}

output "o125" {
  value = regex(local.any, "abc")
}

output "o126" {
  value = regex("a", local.text)
}

output "o127" {
  value = regex("a", local.named)
}

output "o128" {
  value = regex("a", local.any)
}

output "o129" {
  value = regexall(local.text, "abc")
}

output "o130" {
  value = regexall(local.named, "abc")
}

output "o131" {
  value = regexall(local.any, "abc")
}

output "o132" {
  value = regexall("[a-c]", local.text)
}

output "o133" {
  value = regexall("[a-c]", local.named)
}

output "o134" {
  value = regexall("[a-c]", local.any)
}

output "o135" {
  value = replace(local.text, "b", "x")
}

output "o136" {
  value = replace(local.named, "b", "x")
}

output "o137" {
  value = replace(local.any, "b", "x")
}

output "o138" {
  value = replace("abc", local.text, "x")
}

output "o139" {
  value = replace("abc", local.named, "x")
}

output "o140" {
  value = replace("abc", local.any, "x")
}

output "o141" {
  value = replace("abc", "b", local.text)
}

output "o142" {
  value = replace("abc", "b", local.named)
}

output "o143" {
  value = replace("abc", "b", local.any)
}

output "o144" {
  value = split(local.text, "a,b")
}

output "o145" {
  value = split(local.named, "a,b")
}

output "o146" {
  value = split(local.any, "a,b")
}

output "o147" {
  value = split(",", local.text)
}

output "o148" {
  value = split(",", local.named)
}

output "o149" {
  value = split(",", local.any)
}

output "o150" {
  value = strcontains(local.text, "b")
}

output "o151" {
  value = strcontains(local.named, "b")
}

output "o152" {
  value = strcontains(local.any, "b")
}

output "o153" {
  value = strcontains("abc", local.text)
}

output "o154" {
  value = strcontains("abc", local.named)
}

output "o155" {
  value = strcontains("abc", local.any)
}

output "o156" {
  value = strrev(local.text)
}

output "o157" {
  value = strrev(local.named)
}

output "o158" {
  value = strrev(local.any)
}

output "o159" {
  value = substr(local.text, 0, 2)
}

output "o160" {
  value = substr(local.named, 0, 2)
}

output "o161" {
  value = substr(local.any, 0, 2)
}

output "o162" {
  value = substr("abc", local.number, 2)
}

output "o163" {
  value = substr("abc", local.any, 2)
}

output "o164" {
  value = substr("abc", 0, local.number)
}

output "o165" {
  value = substr("abc", 0, local.any)
}

output "o166" {
  value = alltrue([local.truth, true])
}

output "o167" {
  value = alltrue([local.truth, false])
}

output "o168" {
  value = alltrue(local.list)
}

output "o169" {
  value = alltrue(local.any)
}

output "o170" {
  value = anytrue([local.truth, true])
}

output "o171" {
  value = anytrue([local.truth, false])
}

output "o172" {
  value = anytrue(local.any)
}

output "o173" {
  value = chunklist(local.list, 2)
}

output "o174" {
  value = chunklist(local.listed, 2)
}

output "o175" {
  value = chunklist(local.any, 2)
}

output "o176" {
  value = chunklist(local.part, 2)
}

output "o177" {
  value = chunklist(local.set, 2)
}

output "o178" {
  value = chunklist(local.twice, 2)
}

output "o179" {
  value = chunklist(local.tuple, 2)
}

output "o180" {
  value = chunklist(["a", "b", "c"], local.number)
}

output "o181" {
  value = chunklist(["a", "b", "c"], local.any)
}

output "o182" {
  value = coalesce(local.text, "b")
}

output "o183" {
  value = coalesce(local.named, "b")
}

output "o184" {
  value = coalesce(local.any, "b")
}

output "o185" {
  value = coalesce("a", local.text)
}

output "o186" {
  value = coalesce("a", local.named)
}

output "o187" {
  value = coalesce("a", local.any)
}

output "o188" {
  value = coalescelist(local.list, ["b"])
}

output "o189" {
  value = coalescelist(local.listed, ["b"])
}

output "o190" {
  value = coalescelist(local.any, ["b"])
}

output "o191" {
  value = coalescelist(local.part, ["b"])
}

output "o192" {
  value = coalescelist(local.set, ["b"])
}

output "o193" {
  value = coalescelist(local.twice, ["b"])
}

output "o194" {
  value = coalescelist(local.tuple, ["b"])
}

output "o195" {
  value = coalescelist(["a"], local.list)
}

output "o196" {
  value = coalescelist(["a"], local.listed)
}

output "o197" {
  value = coalescelist(["a"], local.any)
}

output "o198" {
  value = compact(local.list)
}

output "o199" {
  value = compact(local.listed)
}

output "o200" {
  value = compact(local.any)
}

output "o201" {
  value = compact(local.part)
}

output "o202" {
  value = compact(local.set)
}

output "o203" {
  value = compact(local.twice)
}

output "o204" {
  value = compact(local.tuple)
}

output "o205" {
  value = concat(local.list, ["b"])
}

output "o206" {
  value = concat(local.listed, ["b"])
}

output "o207" {
  value = concat(local.any, ["b"])
}

output "o208" {
  value = concat(local.part, ["b"])
}

output "o209" {
  value = concat(local.set, ["b"])
}

output "o210" {
  value = concat(local.twice, ["b"])
}

output "o211" {
  value = concat(local.tuple, ["b"])
}

output "o212" {
  value = concat(["a"], local.list)
}

output "o213" {
  value = concat(["a"], local.listed)
}

output "o214" {
  value = concat(["a"], local.any)
}

output "o215" {
  value = concat(["a"], local.part)
}

output "o216" {
  value = concat(["a"], local.set)
}

output "o217" {
  value = concat(["a"], local.twice)
}

output "o218" {
  value = concat(["a"], local.tuple)
}

output "o219" {
  value = contains(local.list, "a")
}

output "o220" {
  value = contains(local.listed, "a")
}

output "o221" {
  value = contains(local.any, "a")
}

output "o222" {
  value = contains(local.part, "a")
}

output "o223" {
  value = contains(local.set, "a")
}

output "o224" {
  value = contains(local.twice, "a")
}

output "o225" {
  value = contains(local.tuple, "a")
}

output "o226" {
  value = contains(["a", "b"], local.text)
}

output "o227" {
  value = contains(["a", "b"], local.number)
}

output "o228" {
  value = contains(["a", "b"], local.any)
}

output "o229" {
  value = contains(["a", "b"], local.part)
}

output "o230" {
  value = contains(["a", "b"], local.keyed)
}

output "o231" {
  value = distinct(local.list)
}

output "o232" {
  value = distinct(local.listed)
}

output "o233" {
  value = distinct(local.any)
}

output "o234" {
  value = distinct(local.part)
}

output "o235" {
  value = distinct(local.set)
}

output "o236" {
  value = distinct(local.twice)
}

output "o237" {
  value = distinct(local.tuple)
}

output "o238" {
  value = element(local.list, 1)
}

output "o239" {
  value = element(local.listed, 1)
}

output "o240" {
  value = element(local.any, 1)
}

output "o241" {
  value = element(local.part, 1)
}

output "o242" {
  value = element(local.set, 1)
}

output "o243" {
  value = element(local.twice, 1)
}

output "o244" {
  value = element(local.tuple, 1)
}

output "o245" {
  value = element(["a", "b"], local.number)
}

output "o246" {
  value = element(["a", "b"], local.any)
}

output "o247" {
  value = flatten(local.list)
}

output "o248" {
  value = flatten(local.listed)
}

output "o249" {
  value = flatten(local.any)
}

output "o250" {
  value = flatten(local.part)
}

output "o251" {
  value = flatten(local.set)
}

output "o252" {
  value = flatten(local.twice)
}

output "o253" {
  value = flatten(local.tuple)
}

output "o254" {
  value = flatten([["a"], local.list])
}

output "o255" {
  value = flatten([["a"], [local.text]])
}

output "o256" {
  value = flatten([["a"], local.any])
}

output "o257" {
  value = index(local.list, "b")
}

output "o258" {
  value = index(local.listed, "b")
}

output "o259" {
  value = index(local.any, "b")
}

output "o260" {
  value = index(local.part, "b")
}

output "o261" {
  value = index(local.set, "b")
}

output "o262" {
  value = index(local.twice, "b")
}

output "o263" {
  value = index(local.tuple, "b")
}

output "o264" {
  value = index(["a", "b"], local.text)
}

output "o265" {
  value = index(["a", "b"], local.named)
}

output "o266" {
  value = index(["a", "b"], local.any)
}

output "o267" {
  value = keys(local.map)
}

output "o268" {
  value = keys(local.mapped)
}

output "o269" {
  value = keys(local.object)
}

output "o270" {
  value = keys(local.keyed)
}

output "o271" {
  value = keys(local.any)
}

output "o272" {
  value = values(local.map)
}

output "o273" {
  value = values(local.mapped)
}

output "o274" {
  value = values(local.object)
}

output "o275" {
  value = values(local.keyed)
}

output "o276" {
  value = values(local.any)
}

output "o277" {
  value = length(local.list)
}

output "o278" {
  value = length(local.listed)
}

output "o279" {
  value = length(local.any)
}

output "o280" {
  value = length(local.part)
}

output "o281" {
  value = length(local.set)
}

output "o282" {
  value = length(local.twice)
}

output "o283" {
  value = length(local.tuple)
}

output "o284" {
  value = length(local.map)
}

output "o285" {
  value = length(local.mapped)
}

output "o286" {
  value = length(local.object)
}

output "o287" {
  value = length(local.keyed)
}

output "o288" {
  value = length(local.text)
}

output "o289" {
  value = length(local.named)
}

output "o290" {
  value = lookup(local.map, "a", "d")
}

output "o291" {
  value = lookup(local.mapped, "a", "d")
}

output "o292" {
  value = lookup(local.object, "a", "d")
}

output "o293" {
  value = lookup(local.keyed, "a", "d")
}

output "o294" {
  value = lookup(local.any, "a", "d")
}

output "o295" {
  value = lookup({ a = "x" }, local.text, "d")
}

output "o296" {
  value = lookup({ a = "x" }, local.named, "d")
}

output "o297" {
  value = lookup({ a = "x" }, local.any, "d")
}

output "o298" {
  value = lookup({ a = "x" }, "a", local.text)
}

output "o299" {
  value = lookup({ a = "x" }, "a", local.named)
}

output "o300" {
  value = lookup({ a = "x" }, "a", local.any)
}

output "o301" {
  value = matchkeys(local.list, ["k", "l"], ["k"])
}

output "o302" {
  value = matchkeys(local.listed, ["k", "l"], ["k"])
}

output "o303" {
  value = matchkeys(local.any, ["k", "l"], ["k"])
}

output "o304" {
  value = matchkeys(["a", "b"], local.list, ["k"])
}

output "o305" {
  value = matchkeys(["a", "b"], local.listed, ["k"])
}

output "o306" {
  value = matchkeys(["a", "b"], local.any, ["k"])
}

output "o307" {
  value = matchkeys(["a", "b"], ["k", "l"], local.list)
}

output "o308" {
  value = matchkeys(["a", "b"], ["k", "l"], local.listed)
}

output "o309" {
  value = matchkeys(["a", "b"], ["k", "l"], local.any)
}

output "o310" {
  value = merge(local.map, { c = "z" })
}

output "o311" {
  value = merge(local.mapped, { c = "z" })
}

output "o312" {
  value = merge(local.object, { c = "z" })
}

output "o313" {
  value = merge(local.keyed, { c = "z" })
}

output "o314" {
  value = merge(local.any, { c = "z" })
}

output "o315" {
  value = merge({ a = "x" }, local.map)
}

output "o316" {
  value = merge({ a = "x" }, local.mapped)
}

output "o317" {
  value = merge({ a = "x" }, local.object)
}

output "o318" {
  value = merge({ a = "x" }, local.keyed)
}

output "o319" {
  value = merge({ a = "x" }, local.any)
}

output "o320" {
  value = one(local.list)
}

output "o321" {
  value = one(local.listed)
}

output "o322" {
  value = one(local.any)
}

output "o323" {
  value = one(local.part)
}

output "o324" {
  value = one(local.set)
}

output "o325" {
  value = one(local.twice)
}

output "o326" {
  value = one(local.tuple)
}

output "o327" {
  value = one([local.text])
}

output "o328" {
  value = one(toset([local.text]))
}

output "o329" {
  value = one(tolist([local.text]))
}

output "o330" {
  value = range(local.number, 4, 2)
}

output "o331" {
  value = range(local.any, 4, 2)
}

output "o332" {
  value = range(1, local.number, 2)
}

output "o333" {
  value = range(1, local.any, 2)
}

output "o334" {
  value = range(1, 4, local.number)
}

output "o335" {
  value = range(1, 4, local.any)
}

output "o336" {
  value = reverse(local.list)
}

output "o337" {
  value = reverse(local.listed)
}

output "o338" {
  value = reverse(local.any)
}

output "o339" {
  value = reverse(local.part)
}

output "o340" {
  value = reverse(local.set)
}

output "o341" {
  value = reverse(local.twice)
}

output "o342" {
  value = reverse(local.tuple)
}

output "o343" {
  value = setintersection(local.set, ["b"])
}

output "o344" {
  value = setintersection(local.twice, ["b"])
}

output "o345" {
  value = setintersection(local.list, ["b"])
}

output "o346" {
  value = setintersection(local.any, ["b"])
}

output "o347" {
  value = setintersection(["a", "b"], local.set)
}

output "o348" {
  value = setintersection(["a", "b"], local.twice)
}

output "o349" {
  value = setintersection(["a", "b"], local.list)
}

output "o350" {
  value = setintersection(["a", "b"], local.any)
}

output "o351" {
  value = setproduct(local.list, ["x"])
}

output "o352" {
  value = setproduct(local.listed, ["x"])
}

output "o353" {
  value = setproduct(local.any, ["x"])
}

output "o354" {
  value = setproduct(local.part, ["x"])
}

output "o355" {
  value = setproduct(local.set, ["x"])
}

output "o356" {
  value = setproduct(local.twice, ["x"])
}

output "o357" {
  value = setproduct(local.tuple, ["x"])
}

output "o358" {
  value = setproduct(["a", "b"], local.list)
}

output "o359" {
  value = setproduct(["a", "b"], local.listed)
}

output "o360" {
  value = setproduct(["a", "b"], local.any)
}

output "o361" {
  value = setproduct(["a", "b"], local.part)
}

output "o362" {
  value = setproduct(["a", "b"], local.set)
}

output "o363" {
  value = setproduct(["a", "b"], local.twice)
}

output "o364" {
  value = setproduct(["a", "b"], local.tuple)
}

output "o365" {
  value = setsubtract(local.set, ["b"])
}

output "o366" {
  value = setsubtract(local.twice, ["b"])
}

output "o367" {
  value = setsubtract(local.list, ["b"])
}

output "o368" {
  value = setsubtract(local.any, ["b"])
}

output "o369" {
  value = setsubtract(["a", "b"], local.set)
}

output "o370" {
  value = setsubtract(["a", "b"], local.twice)
}

output "o371" {
  value = setsubtract(["a", "b"], local.list)
}

output "o372" {
  value = setsubtract(["a", "b"], local.any)
}

output "o373" {
  value = setunion(local.set, ["b"])
}

output "o374" {
  value = setunion(local.twice, ["b"])
}

output "o375" {
  value = setunion(local.list, ["b"])
}

output "o376" {
  value = setunion(local.any, ["b"])
}

output "o377" {
  value = setunion(["a"], local.set)
}

output "o378" {
  value = setunion(["a"], local.twice)
}

output "o379" {
  value = setunion(["a"], local.list)
}

output "o380" {
  value = setunion(["a"], local.any)
}

output "o381" {
  value = slice(local.list, 0, 1)
}

output "o382" {
  value = slice(local.listed, 0, 1)
}

output "o383" {
  value = slice(local.any, 0, 1)
}

output "o384" {
  value = slice(local.part, 0, 1)
}

output "o385" {
  value = slice(local.set, 0, 1)
}

output "o386" {
  value = slice(local.twice, 0, 1)
}

output "o387" {
  value = slice(local.tuple, 0, 1)
}

output "o388" {
  value = slice(["a", "b", "c"], local.number, 1)
}

output "o389" {
  value = slice(["a", "b", "c"], local.any, 1)
}

output "o390" {
  value = slice(["a", "b", "c"], 0, local.number)
}

output "o391" {
  value = slice(["a", "b", "c"], 0, local.any)
}

output "o392" {
  value = sort(local.list)
}

output "o393" {
  value = sort(local.listed)
}

output "o394" {
  value = sort(local.any)
}

output "o395" {
  value = sort(local.part)
}

output "o396" {
  value = sort(local.set)
}

output "o397" {
  value = sort(local.twice)
}

output "o398" {
  value = sort(local.tuple)
}

output "o399" {
  value = transpose(local.map)
}

output "o400" {
  value = transpose(local.any)
}

output "o401" {
  value = transpose({ a = [local.text] })
}

output "o402" {
  value = transpose({ a = local.list })
}

output "o403" {
  value = transpose({ a = local.listed })
}

output "o404" {
  value = zipmap(local.list, ["x", "y"])
}

output "o405" {
  value = zipmap(local.listed, ["x", "y"])
}

output "o406" {
  value = zipmap(local.any, ["x", "y"])
}

output "o407" {
  value = zipmap(local.part, ["x", "y"])
}

output "o408" {
  value = zipmap(local.set, ["x", "y"])
}

output "o409" {
  value = zipmap(local.twice, ["x", "y"])
}

output "o410" {
  value = zipmap(local.tuple, ["x", "y"])
}

output "o411" {
  value = zipmap(["a", "b"], local.list)
}

output "o412" {
  value = zipmap(["a", "b"], local.listed)
}

output "o413" {
  value = zipmap(["a", "b"], local.any)
}

output "o414" {
  value = zipmap(["a", "b"], local.part)
}

output "o415" {
  value = zipmap(["a", "b"], local.set)
}

output "o416" {
  value = zipmap(["a", "b"], local.twice)
}

output "o417" {
  value = zipmap(["a", "b"], local.tuple)
}

output "o418" {
  value = base64decode(local.text)
}

output "o419" {
  value = base64decode(local.named)
}

output "o420" {
  value = base64decode(local.any)
}

output "o421" {
  value = base64encode(local.text)
}

output "o422" {
  value = base64encode(local.named)
}

output "o423" {
  value = base64encode(local.any)
}

output "o424" {
  value = base64gzip(local.text)
}

output "o425" {
  value = base64gzip(local.named)
}

output "o426" {
  value = base64gzip(local.any)
}

output "o427" {
  value = csvdecode(local.text)
}

output "o428" {
  value = csvdecode(local.named)
}

output "o429" {
  value = csvdecode(local.any)
}

output "o430" {
  value = jsondecode(local.text)
}

output "o431" {
  value = jsondecode(local.named)
}

output "o432" {
  value = jsondecode(local.any)
}

output "o433" {
  value = jsonencode(local.text)
}

output "o434" {
  value = jsonencode(local.number)
}

output "o435" {
  value = jsonencode(local.any)
}

output "o436" {
  value = jsonencode(local.part)
}

output "o437" {
  value = jsonencode(local.keyed)
}

output "o438" {
  value = jsonencode(local.map)
}

output "o439" {
  value = jsonencode(local.mapped)
}

output "o440" {
  value = jsonencode(local.object)
}

output "o441" {
  value = jsonencode(local.list)
}

output "o442" {
  value = jsonencode(local.truth)
}

output "o443" {
  value = jsonencode(local.named)
}

output "o444" {
  value = jsonencode(local.set)
}

output "o445" {
  value = textdecodebase64(local.text, "UTF-16LE")
}

output "o446" {
  value = textdecodebase64(local.named, "UTF-16LE")
}

output "o447" {
  value = textdecodebase64(local.any, "UTF-16LE")
}

output "o448" {
  value = textdecodebase64("YQA=", local.text)
}

output "o449" {
  value = textdecodebase64("YQA=", local.named)
}

output "o450" {
  value = textdecodebase64("YQA=", local.any)
}

output "o451" {
  value = textencodebase64(local.text, "UTF-16LE")
}

output "o452" {
  value = textencodebase64(local.named, "UTF-16LE")
}

output "o453" {
  value = textencodebase64(local.any, "UTF-16LE")
}

output "o454" {
  value = textencodebase64("a", local.text)
}

output "o455" {
  value = textencodebase64("a", local.named)
}

output "o456" {
  value = textencodebase64("a", local.any)
}

output "o457" {
  value = urlencode(local.text)
}

output "o458" {
  value = urlencode(local.named)
}

output "o459" {
  value = urlencode(local.any)
}

output "o460" {
  value = yamldecode(local.text)
}

output "o461" {
  value = yamldecode(local.named)
}

output "o462" {
  value = yamldecode(local.any)
}

output "o463" {
  value = yamlencode(local.text)
}

output "o464" {
  value = yamlencode(local.number)
}

output "o465" {
  value = yamlencode(local.any)
}

output "o466" {
  value = yamlencode(local.part)
}

output "o467" {
  value = yamlencode(local.keyed)
}

output "o468" {
  value = file(local.text)
}

output "o469" {
  value = file(local.named)
}

output "o470" {
  value = fileexists(local.text)
}

output "o471" {
  value = fileexists(local.named)
}

output "o472" {
  value = fileexists(local.any)
}

output "o473" {
  value = fileset(local.text, "*.none")
}

output "o474" {
  value = fileset(local.named, "*.none")
}

output "o475" {
  value = fileset(local.any, "*.none")
}

output "o476" {
  value = fileset(".", local.text)
}

output "o477" {
  value = fileset(".", local.named)
}

output "o478" {
  value = fileset(".", local.any)
}

output "o479" {
  value = filebase64(local.text)
}

output "o480" {
  value = filebase64(local.named)
}

output "o481" {
  value = filemd5(local.text)
}

output "o482" {
  value = filemd5(local.named)
}

output "o483" {
  value = abspath(local.text)
}

output "o484" {
  value = abspath(local.named)
}

output "o485" {
  value = basename(local.text)
}

output "o486" {
  value = basename(local.named)
}

output "o487" {
  value = basename(local.any)
}

output "o488" {
  value = dirname(local.text)
}

output "o489" {
  value = dirname(local.named)
}

output "o490" {
  value = dirname(local.any)
}

output "o491" {
  value = pathexpand(local.text)
}

output "o492" {
  value = pathexpand(local.named)
}

output "o493" {
  value = pathexpand(local.any)
}

output "o494" {
  value = formatdate(local.text, "2026-11-24T00:00:00Z")
}

output "o495" {
  value = formatdate(local.named, "2026-11-24T00:00:00Z")
}

output "o496" {
  value = formatdate(local.any, "2026-11-24T00:00:00Z")
}

output "o497" {
  value = formatdate("YYYY", local.text)
}

output "o498" {
  value = formatdate("YYYY", local.named)
}

output "o499" {
  value = formatdate("YYYY", local.any)
}

output "o500" {
  value = timeadd(local.text, "1h")
}

output "o501" {
  value = timeadd(local.named, "1h")
}

output "o502" {
  value = timeadd(local.any, "1h")
}

output "o503" {
  value = timeadd("2026-11-24T00:00:00Z", local.text)
}

output "o504" {
  value = timeadd("2026-11-24T00:00:00Z", local.named)
}

output "o505" {
  value = timeadd("2026-11-24T00:00:00Z", local.any)
}

output "o506" {
  value = timecmp(local.text, "2026-11-25T00:00:00Z")
}

output "o507" {
  value = timecmp(local.named, "2026-11-25T00:00:00Z")
}

output "o508" {
  value = timecmp(local.any, "2026-11-25T00:00:00Z")
}

output "o509" {
  value = timecmp("2026-11-24T00:00:00Z", local.text)
}

output "o510" {
  value = timecmp("2026-11-24T00:00:00Z", local.named)
}

output "o511" {
  value = timecmp("2026-11-24T00:00:00Z", local.any)
}

output "o512" {
  value = base64sha256(local.text)
}

output "o513" {
  value = base64sha256(local.named)
}

output "o514" {
  value = base64sha256(local.any)
}

output "o515" {
  value = base64sha512(local.text)
}

output "o516" {
  value = base64sha512(local.named)
}

output "o517" {
  value = base64sha512(local.any)
}

output "o518" {
  value = md5(local.text)
}

output "o519" {
  value = md5(local.named)
}

output "o520" {
  value = md5(local.any)
}

output "o521" {
  value = sha1(local.text)
}

output "o522" {
  value = sha1(local.named)
}

output "o523" {
  value = sha1(local.any)
}

output "o524" {
  value = sha256(local.text)
}

output "o525" {
  value = sha256(local.named)
}

output "o526" {
  value = sha256(local.any)
}

output "o527" {
  value = sha512(local.text)
}

output "o528" {
  value = sha512(local.named)
}

output "o529" {
  value = sha512(local.any)
}

output "o530" {
  value = uuidv5(local.text, "a.cn")
}

output "o531" {
  value = uuidv5(local.named, "a.cn")
}

output "o532" {
  value = uuidv5(local.any, "a.cn")
}

output "o533" {
  value = uuidv5("dns", local.text)
}

output "o534" {
  value = uuidv5("dns", local.named)
}

output "o535" {
  value = uuidv5("dns", local.any)
}

output "o536" {
  value = cidrhost(local.text, 1)
}

output "o537" {
  value = cidrhost(local.named, 1)
}

output "o538" {
  value = cidrhost(local.any, 1)
}

output "o539" {
  value = cidrhost("10.0.0.0/8", local.number)
}

output "o540" {
  value = cidrhost("10.0.0.0/8", local.any)
}

output "o541" {
  value = cidrnetmask(local.text)
}

output "o542" {
  value = cidrnetmask(local.named)
}

output "o543" {
  value = cidrnetmask(local.any)
}

output "o544" {
  value = cidrsubnet(local.text, 8, 1)
}

output "o545" {
  value = cidrsubnet(local.named, 8, 1)
}

output "o546" {
  value = cidrsubnet(local.any, 8, 1)
}

output "o547" {
  value = cidrsubnet("10.0.0.0/8", local.number, 1)
}

output "o548" {
  value = cidrsubnet("10.0.0.0/8", local.any, 1)
}

output "o549" {
  value = cidrsubnet("10.0.0.0/8", 8, local.number)
}

output "o550" {
  value = cidrsubnet("10.0.0.0/8", 8, local.any)
}

output "o551" {
  value = cidrsubnets(local.text, 8, 8)
}

output "o552" {
  value = cidrsubnets(local.named, 8, 8)
}

output "o553" {
  value = cidrsubnets(local.any, 8, 8)
}

output "o554" {
  value = cidrsubnets("10.0.0.0/8", local.number, 8)
}

output "o555" {
  value = cidrsubnets("10.0.0.0/8", local.any, 8)
}

output "o556" {
  value = cidrsubnets("10.0.0.0/8", 8, local.number)
}

output "o557" {
  value = cidrsubnets("10.0.0.0/8", 8, local.any)
}

output "o558" {
  value = tobool(local.text)
}

output "o559" {
  value = tobool(local.truth)
}

output "o560" {
  value = tobool(local.any)
}

output "o561" {
  value = tonumber(local.text)
}

output "o562" {
  value = tonumber(local.number)
}

output "o563" {
  value = tonumber(local.named)
}

output "o564" {
  value = tonumber(local.any)
}

output "o565" {
  value = tostring(local.number)
}

output "o566" {
  value = tostring(local.truth)
}

output "o567" {
  value = tostring(local.any)
}

output "o568" {
  value = tostring(local.text)
}

output "o569" {
  value = tolist(local.list)
}

output "o570" {
  value = tolist(local.listed)
}

output "o571" {
  value = tolist(local.any)
}

output "o572" {
  value = tolist(local.part)
}

output "o573" {
  value = tolist(local.set)
}

output "o574" {
  value = tolist(local.twice)
}

output "o575" {
  value = tolist(local.tuple)
}

output "o576" {
  value = tolist([local.text, 1])
}

output "o577" {
  value = tolist([local.number, local.text])
}

output "o578" {
  value = toset(local.list)
}

output "o579" {
  value = toset(local.listed)
}

output "o580" {
  value = toset(local.any)
}

output "o581" {
  value = toset(local.part)
}

output "o582" {
  value = toset(local.set)
}

output "o583" {
  value = toset(local.twice)
}

output "o584" {
  value = toset(local.tuple)
}

output "o585" {
  value = toset([local.text])
}

output "o586" {
  value = toset([local.text, local.text])
}

output "o587" {
  value = tomap(local.map)
}

output "o588" {
  value = tomap(local.mapped)
}

output "o589" {
  value = tomap(local.object)
}

output "o590" {
  value = tomap(local.keyed)
}

output "o591" {
  value = tomap(local.any)
}

output "o592" {
  value = tomap({ a = local.number, b = local.text })
}

output "o593" {
  value = issensitive(local.text)
}

output "o594" {
  value = issensitive(local.named)
}

output "o595" {
  value = issensitive(local.any)
}

output "o596" {
  value = can(local.text)
}

output "o597" {
  value = can(local.number)
}

output "o598" {
  value = can(local.any)
}

output "o599" {
  value = can(local.part)
}

output "o600" {
  value = can(local.keyed)
}

output "o601" {
  value = can(local.any.a)
}

output "o602" {
  value = can(local.map["a"])
}

output "o603" {
  value = can(local.list[0])
}

output "o604" {
  value = can(local.object.name)
}

output "o605" {
  value = can(local.text.a)
}

output "o606" {
  value = try(local.text, "b")
}

output "o607" {
  value = try(local.number, "b")
}

output "o608" {
  value = try(local.any, "b")
}

output "o609" {
  value = try(local.part, "b")
}

output "o610" {
  value = try(local.keyed, "b")
}

output "o611" {
  value = try(local.any.a, "b")
}

output "o612" {
  value = try(local.map["a"], "b")
}

output "o613" {
  value = try(local.list[0], "b")
}

output "o614" {
  value = try(tonumber(local.text), "b")
}

output "o615" {
  value = try(local.number + 1, "b")
}

output "o616" {
  value = try("a", local.text)
}

output "o617" {
  value = try("a", local.number)
}

output "o618" {
  value = try("a", local.any)
}

output "o619" {
  value = try("a", local.part)
}

output "o620" {
  value = try("a", local.keyed)
}

output "o621" {
  value = startswith("web-")
}

output "o622" {
  value = startswith("xx")
}

output "o623" {
  value = startswith("web-1")
}
