provider "alicloud" { region = "cn-shanghai" }
data "alicloud_eip_addresses" "web" { tags = { app = "web" } }
data "alicloud_slb_load_balancers" "edge" { name_regex = "edge" }
resource "alicloud_alidns_record" "eip" {
  domain_name = "example.cn"
  rr          = "eip"
  type        = "A"
  value       = data.alicloud_eip_addresses.web.addresses[0].ip_address
}
resource "alicloud_alidns_record" "slb" {
  domain_name = "example.cn"
  rr          = "slb"
  type        = "A"
  value       = data.alicloud_slb_load_balancers.edge.balancers[0].address
}
data "alicloud_instances" "web" {}
data "alicloud_alb_load_balancers" "a" {}
data "alicloud_nat_gateways" "n" {}
data "alicloud_dcdn_domains" "d" {}
data "alicloud_oss_buckets" "b" {}
resource "alicloud_alidns_record" "more" {
  for_each = {
    ecs   = data.alicloud_instances.web.instances[0].public_ip
    inner = data.alicloud_instances.web.instances[0].private_ip
  }
  domain_name = "example.cn"
  rr          = each.key
  type        = "A"
  value       = each.value
}
resource "alicloud_alidns_record" "c" {
  for_each = {
    alb  = data.alicloud_alb_load_balancers.a.balancers[0].dns_name
    dcdn = data.alicloud_dcdn_domains.d.domains[0].cname
    oss  = "${data.alicloud_oss_buckets.b.buckets[0].name}.${data.alicloud_oss_buckets.b.buckets[0].extranet_endpoint}"
  }
  domain_name = "example.cn"
  rr          = each.key
  type        = "CNAME"
  value       = each.value
}
