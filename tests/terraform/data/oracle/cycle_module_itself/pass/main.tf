variable "given" {
}

output "out" {
  value = var.given
}
