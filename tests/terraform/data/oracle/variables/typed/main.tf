variable "settings" {
  type = object({ name = string, port = optional(number, 80) })
}

variable "items" {
  type = list(string)
}

variable "resource" {
  type = object({ id = string, input = string, output = optional(string, "none") })
}

variable "not_null" {
  type     = string
  default  = "fallback"
  nullable = false
}

variable "number" {
  type = number
}

variable "set" {
  type = set(string)
}

variable "anything" {
  type = any
}

output "settings" {
  value = var.settings
}

output "items" {
  value = var.items
}

output "resource" {
  value = var.resource
}

output "resource_output" {
  value = var.resource.output
}

output "not_null" {
  value = var.not_null
}

output "number" {
  value = var.number
}

output "set" {
  value = var.set
}

output "anything" {
  value = var.anything
}
