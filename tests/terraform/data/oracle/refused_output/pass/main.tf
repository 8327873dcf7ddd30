locals {
  list = ["a"]
}

output "out" {
  value = local.list[3]
}
