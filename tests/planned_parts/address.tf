terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "bind" {
  type    = bool
  default = false
}

variable "label" {
  type    = string
  default = "none"
}

variable "bound" {
  type    = string
  default = null
}

variable "server" {
  type    = any
  default = null
}

resource "alicloud_eip_address" "this" {
  count        = 2
  address_name = var.label
}

resource "alicloud_eip_association" "this" {
  count         = var.bind ? 1 : 0
  allocation_id = alicloud_eip_address.this[0].id
  instance_id   = var.bound
}

output "ip" {
  value = alicloud_eip_address.this[1].ip_address
}

output "ips" {
  value = alicloud_eip_address.this[*].ip_address
}

resource "alicloud_alidns_record" "server" {
  count       = var.server == null ? 0 : 1
  domain_name = "example.cn"
  rr          = var.server.rr
  type        = "A"
  value       = var.server.instance.public_ip
}

output "label" {
  value = var.label
}
