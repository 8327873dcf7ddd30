locals {
  a = "x $${b}"
  l = ["x"]
  m = { k = "y" }
}

resource "terraform_data" "one" {
}

output "o0" {
  value = templatestring(local.a, { b = 1 })
}

output "o1" {
  value = templatestring((local.a), { b = 1 })
}

output "o2" {
  value = templatestring("${local.a}", { b = 1 })
}

output "o3" {
  value = templatestring("${local.a}x", { b = 1 })
}

output "o4" {
  value = templatestring((local.l)[0], {})
}

output "o5" {
  value = templatestring(local.l[0], {})
}

output "o6" {
  value = templatestring((local.m).k, {})
}

output "o7" {
  value = templatestring(local.m["k"], {})
}

output "o8" {
  value = templatestring(local.l[(0)], {})
}

output "o9" {
  value = templatestring("x", {})
}

output "o10" {
  value = templatestring("${"x"}", {})
}

output "o11" {
  value = templatestring(["${local.a}", { b = 1 }]...)
}

output "o12" {
  value = templatestring(1, {})
}

output "o13" {
  value = templatestring(("x"), {})
}

output "o14" {
  value = templatestring(null, {})
}

output "o15" {
  value = templatestring("%{if true}x%{endif}", {})
}

output "o16" {
  value = templatestring("$${local.a}", {})
}

output "o17" {
  value = core::templatestring((local.a), { b = 1 })
}

output "o18" {
  value = core::templatestring(local.a, { b = 1 })
}

output "o19" {
  value = templatestring("${local.a}", [{ b = 1 }]...)
}

output "o20" {
  value = templatestring(local.a, { b = terraform_data.one.id })
}

output "o21" {
  value = can(templatestring((local.a), { b = 1 }))
}

output "o22" {
  value = try(templatestring("${local.a}", { b = 1 }), "no")
}
