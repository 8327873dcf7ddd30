variable "name" {
  type = string
}

variable "address" {
  default = null
}

variable "ports" {
  type    = list(number)
  default = [80]
}

variable "tags" {
  type    = map(string)
  default = {}
}

resource "terraform_data" "server" {
  input = { name = var.name, address = var.address, ports = var.ports }
}

resource "terraform_data" "port" {
  count = length(var.ports)
  input = var.ports[count.index]
}

locals {
  label = "${var.name}-label"
}

output "id" {
  value = terraform_data.server.id
}

output "name" {
  value = var.name
}

output "label" {
  value = local.label
}

output "address" {
  value = var.address
}

output "server" {
  value = terraform_data.server
}

output "ports" {
  value = terraform_data.port[*].id
}

output "port_inputs" {
  value = terraform_data.port[*].input
}

output "tags" {
  value = var.tags
}

output "url" {
  value = "https://${var.name}.example.cn/${terraform_data.server.id}"
}

output "fixed" {
  value = "fixed"
}
