locals {
  a = local.b
  b = "x${local.c}"
  c = upper(local.a)
}

output "a" {
  value = local.a
}

output "b" {
  value = local.b
}
