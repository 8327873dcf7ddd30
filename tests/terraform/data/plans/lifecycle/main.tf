# Applied once; then planned again for nothing, for a replacement and for a destroy.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-shanghai"
}

variable "password" {
  default   = "Correct-Horse-2"
  sensitive = true
}

data "alicloud_zones" "here" {
  available_resource_creation = "VSwitch"
}

resource "alicloud_eip_address" "web" {
  for_each     = toset(["a.b", "c"])
  address_name = "web-${each.key}"
}

resource "alicloud_instance" "web" {
  instance_name   = "web"
  image_id        = "aliyun_3_x64_20G_alibase"
  security_groups = ["sg-2ze0example"]
  password        = var.password
}

resource "alicloud_alidns_record" "web" {
  count       = 1
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.web["a.b"].ip_address
}
