terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "zone" {
  type = string
}

variable "host" {
  type = string
}

variable "scope" {
  type = string
}

variable "origin" {
  type = string
}

resource "alicloud_cdn_domain_new" "this" {
  domain_name = "${var.host}.${var.zone}"
  cdn_type    = "web"
  scope       = var.scope

  sources {
    type    = "ipaddr"
    content = var.origin
  }
}

resource "alicloud_alidns_record" "this" {
  domain_name = var.zone
  rr          = var.host
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.this.cname
}
