variable "given" {
  type = object({ port = number })
}

output "out" {
  value = var.given
}
