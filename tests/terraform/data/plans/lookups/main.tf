# Data sources: one that was read, one that waits for an argument, one that waits for what it depends on.
terraform {
  required_providers {
    alicloud = {
      source = "aliyun/alicloud"
    }
  }
}

data "alicloud_regions" "current" {
  current = true
}

provider "alicloud" {
  region = "cn-qingdao"
}

provider "alicloud" {
  alias  = "found"
  region = data.alicloud_regions.current.regions[0].id
}

resource "alicloud_eip_address" "web" {
  address_name = "web"
}

data "alicloud_eip_addresses" "waiting" {
  ids = [alicloud_eip_address.web.id]
}

data "alicloud_zones" "dependent" {
  available_resource_creation = "VSwitch"
  depends_on                  = [alicloud_eip_address.web]
}

resource "alicloud_alidns_record" "web" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = data.alicloud_eip_addresses.waiting.addresses[0].ip_address
}

resource "alicloud_oss_bucket" "found" {
  provider = alicloud.found
  bucket   = "found-example-cn"
}
