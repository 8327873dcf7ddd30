terraform {
  required_providers {
    alicloud = { source = "aliyun/alicloud" }
  }
}

provider "alicloud" {
  region = "cn-hangzhou"
}

resource "alicloud_alidns_domain" "one" {
  domain_name = "example.cn"
}

resource "alicloud_alidns_domain" "many" {
  for_each    = toset(["example.cn"])
  domain_name = each.key
}

resource "alicloud_alidns_record" "direct" {
  domain_name = alicloud_alidns_domain.one.id
  rr          = "direct"
  type        = "A"
  value       = "198.51.100.1"
}

resource "alicloud_alidns_record" "each" {
  for_each    = alicloud_alidns_domain.many
  domain_name = each.value.id
  rr          = "each"
  type        = "A"
  value       = "198.51.100.1"
}

resource "alicloud_alidns_record" "made" {
  domain_name = "sub.${alicloud_alidns_domain.one.id}"
  rr          = "www"
  type        = "A"
  value       = "198.51.100.1"
}
