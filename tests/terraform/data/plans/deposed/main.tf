resource "alicloud_eip_address" "web" {
  bandwidth = "5"
}

resource "alicloud_alidns_record" "www" {
  domain_name = "example.cn"
  rr          = "www"
  type        = "A"
  value       = alicloud_eip_address.web.ip_address
}
resource "alicloud_alidns_record" "shop" {
  domain_name = "example.net"
  rr          = "shop"
  type        = "A"
  value       = "203.0.113.5"
  lifecycle {
    create_before_destroy = true
  }
}
resource "alicloud_alidns_record" "old" {
  domain_name = "example.cn"
  rr          = "old"
  type        = "A"
  value       = "203.0.113.6"
}
resource "alicloud_alidns_record" "keep" {
  domain_name = "example.cn"
  rr          = "keep"
  type        = "A"
  value       = "203.0.113.7"
}
resource "alicloud_alidns_record" "gone" {
  domain_name = "example.cn"
  rr          = "gone"
  type        = "A"
  value       = "203.0.113.8"
}
