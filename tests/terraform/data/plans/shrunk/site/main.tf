terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "name" {
  type = string
}

resource "alicloud_eip_address" "web" {
  address_name = var.name
}

resource "alicloud_alidns_record" "web" {
  domain_name = "example.cn"
  rr          = var.name
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}
