resource "alicloud_eip_address" "web" {
  bandwidth = "5"
}

resource "alicloud_alidns_record" "site" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}
resource "alicloud_alidns_record" "shop" {
  domain_name = "example.cn"
  rr          = "shop"
  type        = "A"
  value       = "203.0.113.5"
}
resource "alicloud_alidns_record" "imported" {
  domain_name = "example.cn"
  rr          = "api"
  type        = "A"
  value       = "203.0.113.9"
}
resource "alicloud_alidns_record" "gone" {
  domain_name = "example.cn"
  rr          = "gone"
  type        = "A"
  value       = "203.0.113.8"
}
moved {
  from = alicloud_alidns_record.www
  to   = alicloud_alidns_record.site
}
removed {
  from = alicloud_alidns_record.keep
  lifecycle {
    destroy = false
  }
}
removed {
  from = alicloud_alidns_record.old
  lifecycle {
    destroy = true
  }
}
import {
  to = alicloud_alidns_record.imported
  id = "api"
}
