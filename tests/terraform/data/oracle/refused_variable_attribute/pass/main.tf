variable "given" {
  type = object({ port = number, name = string })
}

output "out" {
  value = var.given
}
