terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

locals {
  name = var.rr == "@" ? var.zone : "${var.rr}.${var.zone}"
}

resource "alicloud_cdn_domain_new" "this" {
  domain_name = local.name
  cdn_type    = "web"

  sources {
    type     = "domain"
    content  = var.origin
    port     = 80
    priority = "20"
    weight   = "15"
  }
}

resource "alicloud_cdn_domain_config" "host" {
  domain_name   = alicloud_cdn_domain_new.this.domain_name
  function_name = "set_req_host_header"

  function_args {
    arg_name  = "domain_name"
    arg_value = var.origin
  }
}

resource "alicloud_alidns_record" "this" {
  domain_name = var.zone
  rr          = var.rr
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.this.cname
}
