output "secret" {
  value     = "x"
  sensitive = true
}

output "open" {
  value = "y"
}
