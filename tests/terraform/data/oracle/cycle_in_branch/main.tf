locals {
  a = true ? "x" : local.a
}

output "a" {
  value = local.a
}
