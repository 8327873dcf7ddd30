# count and its references; a set of blocks; dynamic blocks; lists; what only locals know.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "spare" {
  default = false
}

locals {
  first = alicloud_eip_address.web[0].ip_address
}

resource "alicloud_eip_address" "web" {
  count        = 2
  address_name = "web-${count.index}"
}

resource "alicloud_eip_address" "spare" {
  count = var.spare ? 1 : 0
}

resource "alicloud_eip_address" "single" {
  bandwidth = null
}

resource "alicloud_vpc" "main" {
  vpc_name = lower("MAIN")
}

resource "alicloud_alidns_record" "paired" {
  count       = 2
  domain_name = "example.cn"
  rr          = "www${count.index}"
  type        = "A"
  value       = alicloud_eip_address.web[count.index].ip_address
}

resource "alicloud_alidns_record" "splat" {
  domain_name = "example.cn"
  rr          = "all"
  type        = "A"
  value       = join(",", alicloud_eip_address.web[*].ip_address)
}

resource "alicloud_alidns_record" "numbered" {
  domain_name = "example.cn"
  rr          = "second"
  type        = "A"
  value       = alicloud_eip_address.web[1].ip_address
}

resource "alicloud_alidns_record" "choice" {
  domain_name = "example.cn"
  rr          = "choice"
  type        = "A"
  value       = element(concat(alicloud_eip_address.spare.*.ip_address, [alicloud_eip_address.single.ip_address, "192.0.2.20"]), 0)
}

resource "alicloud_alidns_record" "either" {
  domain_name = "example.cn"
  rr          = "either"
  type        = "A"
  value       = var.spare ? "192.0.2.21" : alicloud_eip_address.single.ip_address
}

resource "alicloud_alidns_record" "local" {
  domain_name = "example.cn"
  rr          = "local"
  type        = "A"
  value       = local.first
}

resource "alicloud_cdn_domain_new" "two" {
  domain_name = "www.example.cn"
  cdn_type    = "web"
  scope       = var.spare ? "domestic" : null
  sources {
    type     = "ipaddr"
    priority = 20
    content  = alicloud_eip_address.single.ip_address
  }
  sources {
    type     = "domain"
    priority = 30
    content  = alicloud_eip_address.web[1].ip_address
  }
  tags = {
    origin = alicloud_eip_address.single.id
    team   = "web"
  }
}

resource "alicloud_cdn_domain_new" "alike" {
  domain_name = "alike.example.cn"
  cdn_type    = "web"
  sources {
    type    = "ipaddr"
    content = alicloud_eip_address.web[0].ip_address
  }
  sources {
    type    = "ipaddr"
    content = alicloud_eip_address.web[1].ip_address
  }
}

resource "alicloud_cdn_domain_new" "dynamic" {
  domain_name = "dynamic.example.cn"
  cdn_type    = "web"
  dynamic "sources" {
    for_each = [alicloud_eip_address.single.ip_address]
    content {
      type    = "ipaddr"
      content = sources.value
    }
  }
}

resource "alicloud_cdn_domain_new" "unseen" {
  domain_name = "unseen.example.cn"
  cdn_type    = "web"
  dynamic "sources" {
    for_each = alicloud_vpc.main.user_cidrs
    content {
      type    = "ipaddr"
      content = sources.value
    }
  }
}

resource "alicloud_slb_backend_server" "all" {
  load_balancer_id = "lb-2ze0example"
  backend_servers {
    server_id = alicloud_eip_address.single.id
    weight    = "80"
  }
  backend_servers {
    server_id = "i-2ze0example"
    weight    = 60
  }
}

module "pool" {
  source = "./pool"
}

resource "alicloud_alidns_record" "pooled" {
  count       = 2
  domain_name = "example.com"
  rr          = "www${count.index}"
  type        = "A"
  value       = module.pool.addresses[count.index]
}

resource "alicloud_alidns_record" "last" {
  domain_name = "example.com"
  rr          = "last"
  type        = "A"
  value       = module.pool.addresses[1]
}

resource "alicloud_alidns_record" "each" {
  for_each    = { single = alicloud_eip_address.single.ip_address, fixed = "192.0.2.22" }
  domain_name = "example.com"
  rr          = each.key
  type        = "A"
  value       = each.value
}
