# One module for each site, the second region's through an alias; records outside it that read its outputs.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

variable "region" {
  default = "cn-hangzhou"
}

provider "alicloud" {
  region = var.region
}

provider "alicloud" {
  alias  = "north"
  region = "cn-beijing"
}

provider "alicloud" {
  alias = "silent"
}

locals {
  sites = { www = "web", shop = "store" }
}

module "site" {
  source   = "./site"
  for_each = local.sites
  host     = each.key
  label    = each.value
}

module "docs" {
  source = "./site"
  host   = "docs"
  peer   = module.site["www"].address
  providers = {
    alicloud = alicloud.north
  }
}

resource "alicloud_alidns_record" "site" {
  for_each    = local.sites
  domain_name = "example.cn"
  rr          = each.key
  type        = "A"
  value       = module.site[each.key].address
}

resource "alicloud_alidns_record" "docs" {
  domain_name = "example.cn"
  rr          = "docs"
  type        = "A"
  value       = module.docs.address
}

resource "alicloud_oss_bucket" "silent" {
  provider = alicloud.silent
  bucket   = "assets-example-cn"
}
