# One small site with everything that icplint models, for the same graph from source, plan and state.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

provider "alicloud" {
  alias  = "hongkong"
  region = "cn-hongkong"
}

variable "domain" {
  type    = string
  default = "example.cn"
}

locals {
  accelerated = { img = "global", video = "overseas" }
}

resource "alicloud_vpc" "site" {
  cidr_block = "10.0.0.0/16"
}

resource "alicloud_vswitch" "site" {
  vpc_id     = alicloud_vpc.site.id
  cidr_block = "10.0.1.0/24"
  zone_id    = "cn-hangzhou-h"
}

resource "alicloud_security_group" "site" {
  vpc_id = alicloud_vpc.site.id
}

resource "alicloud_instance" "web" {
  count = 2

  instance_type              = "ecs.c7.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240528.vhd"
  availability_zone          = "cn-hangzhou-h"
  vswitch_id                 = alicloud_vswitch.site.id
  security_groups            = [alicloud_security_group.site.id]
  instance_charge_type       = "PrePaid"
  period                     = 6
  internet_max_bandwidth_out = count.index
}

resource "alicloud_instance" "mirror" {
  provider = alicloud.hongkong

  instance_type              = "ecs.c6.large"
  image_id                   = "aliyun_3_x64_20G_alibase_20240528.vhd"
  availability_zone          = "cn-hongkong-b"
  security_groups            = ["sg-j6cexample"]
  internet_max_bandwidth_out = 5
}

resource "alicloud_eip_address" "web" {
  bandwidth = "5"
}

resource "alicloud_eip_association" "web" {
  allocation_id = alicloud_eip_address.web.id
  instance_id   = alicloud_instance.web[0].id
}

resource "alicloud_slb_load_balancer" "site" {
  address_type   = "internet"
  master_zone_id = "cn-hangzhou-h"
}

resource "alicloud_slb_backend_server" "site" {
  load_balancer_id = alicloud_slb_load_balancer.site.id

  dynamic "backend_servers" {
    for_each = alicloud_instance.web
    content {
      server_id = backend_servers.value.id
      weight    = 100
    }
  }
}

resource "alicloud_oss_bucket" "files" {
  bucket = "example-parity-files"
}

resource "alicloud_oss_bucket_cname" "files" {
  bucket = alicloud_oss_bucket.files.bucket
  domain = "files.${var.domain}"
}

module "cdn" {
  source   = "./modules/cdn"
  for_each = local.accelerated

  zone   = var.domain
  host   = each.key
  scope  = each.value
  origin = alicloud_slb_load_balancer.site.address
}

resource "alicloud_cdn_domain_new" "www" {
  domain_name = "www.${var.domain}"
  cdn_type    = "web"

  sources {
    type    = "domain"
    content = "origin.${var.domain}"
  }
}

resource "alicloud_alidns_record" "apex" {
  domain_name = var.domain
  rr          = "@"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}

resource "alicloud_alidns_record" "www" {
  domain_name = var.domain
  rr          = "www"
  type        = "CNAME"
  value       = alicloud_cdn_domain_new.www.cname
}

resource "alicloud_alidns_record" "origin" {
  domain_name = var.domain
  rr          = "origin"
  type        = "A"
  value       = alicloud_slb_load_balancer.site.address
}

resource "alicloud_alidns_record" "files" {
  domain_name = var.domain
  rr          = "files"
  type        = "CNAME"
  value       = alicloud_oss_bucket.files.extranet_endpoint
}

resource "alicloud_alidns_record" "second" {
  domain_name = var.domain
  rr          = "second"
  type        = "A"
  value       = alicloud_instance.web[1].public_ip
}

resource "alicloud_alidns_record" "mirror" {
  domain_name = var.domain
  rr          = "mirror"
  type        = "A"
  value       = alicloud_instance.mirror.public_ip
  line        = "oversea"
}

resource "alicloud_alidns_record" "old" {
  domain_name = var.domain
  rr          = "old"
  type        = "A"
  value       = "203.0.113.7"
  status      = "DISABLE"
}

resource "alicloud_alidns_record" "mail" {
  domain_name = var.domain
  rr          = "@"
  type        = "TXT"
  value       = "v=spf1 -all"
}

# A plan alone does not tell which of its references each of these leads to.
resource "alicloud_alidns_record" "each" {
  for_each = {
    staging = alicloud_eip_address.web.ip_address
    asia    = alicloud_instance.mirror.public_ip
  }

  domain_name = var.domain
  rr          = each.key
  type        = "A"
  value       = each.value
}
