# Sensitive variables reach arguments, blocks and the provider's region.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "password" {
  default   = "Correct-Horse-1"
  sensitive = true
}

variable "origin" {
  default   = "203.0.113.77"
  sensitive = true
}

variable "region" {
  default   = "cn-shenzhen"
  sensitive = true
}

provider "alicloud" {
  region     = var.region
  access_key = "LTAI0ExampleOnly"
  secret_key = "NotARealSecret"
}

resource "alicloud_instance" "web" {
  instance_name   = "web"
  image_id        = "aliyun_3_x64_20G_alibase"
  security_groups = ["sg-2ze0example"]
  password        = var.password
}

resource "alicloud_instance" "keyless" {
  instance_name   = "keyless"
  image_id        = "aliyun_3_x64_20G_alibase"
  security_groups = ["sg-2ze0example"]
}

resource "alicloud_alidns_record" "hidden" {
  domain_name = "example.cn"
  rr          = "hidden"
  type        = "A"
  value       = var.origin
}

resource "alicloud_cdn_domain_new" "hidden" {
  domain_name = "hidden.example.cn"
  cdn_type    = "web"
  sources {
    type    = "ipaddr"
    content = var.origin
  }
  tags = {
    origin = var.origin
    team   = "web"
  }
}

resource "alicloud_fcv3_custom_domain" "hidden" {
  custom_domain_name = "fn.example.cn"
  cert_config {
    cert_name   = "fn"
    private_key = var.password
  }
}
