locals {
  a = [local.a]
}

output "a" {
  value = local.a
}
