terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "hidden" {
  type      = string
  default   = "203.0.113.77"
  sensitive = true
}

resource "alicloud_eip_address" "web" {
  count = 3
}

resource "alicloud_cdn_domain_new" "mixed" {
  domain_name = "mixed.example.cn"
  cdn_type    = "web"
  sources {
    content = alicloud_eip_address.web[0].ip_address
    type    = "ipaddr"
  }
  dynamic "sources" {
    for_each = [1]
    content {
      content = alicloud_eip_address.web[sources.value].ip_address
      type    = "ipaddr"
    }
  }
}

resource "alicloud_cdn_domain_new" "hidden" {
  domain_name = "hidden.example.cn"
  cdn_type    = "web"
  sources {
    content = var.hidden
    type    = "ipaddr"
  }
  sources {
    content = alicloud_eip_address.web[2].ip_address
    type    = "ipaddr"
  }
}
