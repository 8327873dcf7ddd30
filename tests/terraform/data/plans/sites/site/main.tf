terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "host" {
  type = string
}

variable "label" {
  default = null
}

variable "peer" {
  default = "192.0.2.10"
}

resource "alicloud_eip_address" "web" {
  address_name = var.host
  description  = var.label
}

resource "alicloud_alidns_record" "peer" {
  domain_name = "example.com"
  rr          = var.host
  type        = "A"
  value       = var.peer
}

output "address" {
  value = alicloud_eip_address.web.ip_address
}

output "name" {
  value = alicloud_eip_address.web.address_name
}
