terraform {
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}

variable "region" {
  default   = "cn-hongkong"
  ephemeral = true
}

variable "home" {
  default = "cn-hongkong"
}

provider "alicloud" {
  region = var.region
}

provider "alicloud" {
  alias  = "home"
  region = var.home
}

resource "alicloud_eip_address" "web" {}

resource "alicloud_eip_address" "home" {
  provider = alicloud.home
}

resource "alicloud_alidns_record" "web" {
  domain_name = "example.cn"
  rr          = "web"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}

resource "alicloud_alidns_record" "home" {
  domain_name = "example.cn"
  rr          = "home"
  type        = "A"
  value       = alicloud_eip_address.home.ip_address
}
